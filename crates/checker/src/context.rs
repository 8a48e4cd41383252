//! What rules look at; worked out once for all of them.

use crate::diagnostic::Place;
use crate::facts::{FactItem, Facts};
use crate::link::link;
use document::{Document, Finding, FindingKind, Paragraph, Region, Span, Structure};

pub(crate) struct Context<'a> {
    pub(crate) document: &'a Document,
    pub(crate) structure: &'a Structure,
    /// The ledger to compare with.
    pub(crate) facts: Option<&'a Facts>,
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

    /// The problems that the document deals with.
    pub(crate) fn problems(&self) -> Vec<&'a Finding> {
        self.structure.findings.iter().filter(|finding| finding.kind == FindingKind::Problem).collect()
    }

    /// Each item of the ledger with the problems of the document that speak of it. Empty without a ledger, and
    /// where the document speaks of no item: then it is another document.
    pub(crate) fn answers(&self) -> Vec<(&'a FactItem, Vec<&'a Finding>)> {
        let Some(facts) = self.facts else { return Vec::new() };
        let problems = self.problems();
        let wanted: Vec<&str> = facts.items.iter().map(|item| item.title.as_str()).collect();
        let given: Vec<&str> = problems.iter().map(|problem| problem.title.as_str()).collect();
        let linked = link(&wanted, &given);
        if linked.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        facts
            .items
            .iter()
            .zip(linked)
            .map(|(item, found)| (item, found.into_iter().filter_map(|n| problems.get(n).copied()).collect()))
            .collect()
    }

    /// Where a problem of the document begins.
    pub(crate) fn heading(&self, finding: &Finding) -> Place {
        finding.sources.first().map_or_else(|| self.place(0, 0, 0), |span| self.span(*span))
    }

    /// The text of a problem with its measures, as it stands in the document.
    pub(crate) fn words(&self, finding: &Finding) -> String {
        let measures = finding.measures.iter().map(|measure| measure.text.as_str());
        std::iter::once(finding.text.as_str()).chain(measures).collect::<Vec<_>>().join("\n")
    }
}
