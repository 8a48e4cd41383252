//! The JSON of `rectify check` (docs/manual/check.md). Shapes only.

use checker::{Diagnostic, Fix, Place, by_code};
use document::Document;
use serde::Serialize;

/// A finding of the checker.
#[derive(Debug, Clone, Serialize)]
pub struct DiagnosticJson {
    /// Code of the rule.
    pub rule: &'static str,
    /// 必错, 疑似, 提示.
    pub level: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Strength and source: `规定：GB/T 15834-2011 4.9`.
    pub authority: String,
    /// All places that are involved; the first is where it is shown.
    pub places: Vec<PlaceJson>,
    pub fix: Option<FixJson>,
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceJson {
    /// Number of the non-empty paragraph, from 1.
    pub paragraph: usize,
    /// Characters (Unicode code points) of the paragraph's text, from 0; `end` is exclusive.
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// A mechanical change.
#[derive(Debug, Clone, Serialize)]
pub struct FixJson {
    #[serde(flatten)]
    pub place: PlaceJson,
    /// What `text` becomes; empty when it is removed.
    pub after: String,
}

impl DiagnosticJson {
    pub fn new(document: &Document, diagnostic: &Diagnostic) -> Self {
        let rule = by_code(diagnostic.rule);
        Self {
            rule: diagnostic.rule,
            level: rule.map(|rule| rule.level.word()).unwrap_or_default(),
            message: diagnostic.message.clone(),
            hint: diagnostic.hint.clone(),
            authority: rule.map(|rule| rule.authority.words()).unwrap_or_default(),
            places: diagnostic.places.iter().map(|one| place(document, one)).collect(),
            fix: diagnostic.fix.as_ref().map(|fix| FixJson::new(document, fix)),
        }
    }
}

impl FixJson {
    pub fn new(document: &Document, fix: &Fix) -> Self {
        Self { place: place(document, &fix.place), after: fix.after.clone() }
    }
}

fn place(document: &Document, place: &Place) -> PlaceJson {
    let text = document.paragraphs.get(place.paragraph).map(|p| p.text.as_str()).unwrap_or_default();
    let characters = |at: usize| text.get(..at).map_or(0, |head| head.chars().count());
    PlaceJson {
        paragraph: place.paragraph + 1,
        start: characters(place.start),
        end: characters(place.end),
        text: place.text.clone(),
    }
}
