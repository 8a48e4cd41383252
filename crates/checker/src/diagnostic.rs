//! What a rule found: where, what, and what to do.

use crate::rule::Rule;

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index into the document's paragraphs, from 0.
    pub paragraph: usize,
    /// Bytes of the paragraph's text, end exclusive.
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// A mechanical change of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub place: Place,
    pub after: String,
}

/// A finding with all places that are involved: both figures of a sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Code of the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    pub places: Vec<Place>,
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A finding at one place.
    pub(crate) fn at(rule: &Rule, place: Place, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { rule: rule.code, message: message.into(), hint: hint.into(), places: vec![place], fix: None }
    }

    /// Also at these places.
    pub(crate) fn with(mut self, more: impl IntoIterator<Item = Place>) -> Self {
        self.places.extend(more);
        self
    }

    /// The first place becomes this text.
    pub(crate) fn fixed(mut self, after: impl Into<String>) -> Self {
        if let Some(place) = self.places.first() {
            self.fix = Some(Fix { place: place.clone(), after: after.into() });
        }
        self
    }
}
