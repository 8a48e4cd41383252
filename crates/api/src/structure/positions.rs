//! From the parser's types to the wire.

use super::*;
use document::{Deadline, Document, Duty, Finding, Measure, Series, Span, Status, Total};
use serde_json::Value;

/// Turns spans of paragraphs into what the format can honestly say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Positions<'a>(pub(super) &'a Document);

const NOWHERE: Span = Span { paragraph: 0, start: 0, end: 0 };

impl<'a> Positions<'a> {
    pub(super) fn span(self, span: Span) -> [usize; 2] {
        let paragraph = &self.0.paragraphs[span.paragraph as usize];
        let place = |at: u32| paragraph.file_offset(at as usize).unwrap_or(at as usize);
        [place(span.start), place(span.end)]
    }

    pub(super) fn node(self, node: &'a Node) -> NodeJson<'a> {
        NodeJson {
            level: node.level,
            label: &node.label,
            title: &node.title,
            origin: node.origin.name(),
            paragraph: node.paragraph + 1,
            span: node.span.map(|span| self.span(span)),
            children: Nodes { nodes: &node.children, at: self },
        }
    }

    pub(super) fn series(self, series: &'a Series) -> SeriesJson<'a> {
        let items = series.items.iter().map(|i| SeriesItemJson {
            ordinal: i.ordinal,
            label: &i.label,
            paragraph: i.span.paragraph + 1,
            span: self.span(i.span),
        });
        SeriesJson { style: series.style.name(), items: items.collect() }
    }

    pub(super) fn finding(self, finding: &'a Finding) -> FindingJson<'a> {
        let first = finding.sources.first().copied().unwrap_or(NOWHERE);
        FindingJson {
            label: &finding.label,
            title: &finding.title,
            text: &finding.text,
            path: &finding.path,
            kind: finding.kind.name(),
            measures: finding.measures.iter().map(|measure| self.measure(measure)).collect(),
            status: finding.status.map(Status::name),
            deadlines: self.deadlines(&finding.deadlines),
            owners: self.owners(&finding.owners),
            paragraph: first.paragraph + 1,
            span: self.span(first),
        }
    }

    fn measure(self, measure: &'a Measure) -> MeasureJson<'a> {
        let first = measure.sources.first().copied().unwrap_or(NOWHERE);
        MeasureJson {
            text: &measure.text,
            paragraph: first.paragraph + 1,
            span: self.span(first),
            deadlines: self.deadlines(&measure.deadlines),
            owners: self.owners(&measure.owners),
        }
    }

    fn deadlines(self, deadlines: &'a [Deadline]) -> Vec<DeadlineJson<'a>> {
        let each = deadlines.iter().map(|d| DeadlineJson {
            kind: d.kind.name(),
            text: &d.text,
            date: d.date.as_deref(),
            paragraph: d.span.paragraph + 1,
            span: self.span(d.span),
        });
        each.collect()
    }

    fn owners(self, owners: &'a [Duty]) -> Vec<OwnerJson<'a>> {
        let each = owners.iter().map(|o| OwnerJson {
            role: o.role.name(),
            word: &o.word,
            names: &o.names,
            paragraph: o.span.paragraph + 1,
            span: self.span(o.span),
        });
        each.collect()
    }

    pub(super) fn total(self, total: &'a Total) -> TotalJson<'a> {
        TotalJson {
            subject: &total.subject,
            unit: &total.unit,
            total: number(&total.total),
            parts: total.parts.iter().map(|p| PartJson { label: &p.label, count: number(&p.count) }).collect(),
            consistent: total.consistent,
            paragraph: total.span.paragraph + 1,
            span: self.span(total.span),
        }
    }
}

/// Whole numbers as JSON numbers, everything else as exact text.
fn number(text: &str) -> Value {
    text.parse::<u64>().map_or_else(|_| Value::String(text.to_owned()), Value::from)
}
