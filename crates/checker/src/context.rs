//! What rules look at; worked out once for all of them.

use crate::diagnostic::Place;
use document::{Document, Paragraph, Region, Span, Structure};

pub(crate) struct Context<'a> {
    pub(crate) document: &'a Document,
    pub(crate) structure: &'a Structure,
}

impl<'a> Context<'a> {
    /// All paragraphs with their index.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = (usize, &'a Paragraph)> {
        self.document.paragraphs.iter().enumerate()
    }

    /// Running text: cells of tables are words and figures, not sentences.
    pub(crate) fn prose(&self) -> impl Iterator<Item = (usize, &'a Paragraph)> {
        self.paragraphs().filter(|(_, paragraph)| !matches!(paragraph.region, Region::Table { .. }))
    }

    /// A stretch of a paragraph as a place; an impossible stretch becomes an empty one.
    pub(crate) fn place(&self, paragraph: usize, start: usize, end: usize) -> Place {
        let text = self.document.paragraphs.get(paragraph).and_then(|p| p.text.get(start..end));
        Place { paragraph, start, end, text: text.unwrap_or_default().to_owned() }
    }

    pub(crate) fn span(&self, span: Span) -> Place {
        self.place(span.paragraph as usize, span.start as usize, span.end as usize)
    }
}
