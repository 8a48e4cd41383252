//! From the parser's types to the wire.

use super::*;
use document::{Deadline, Document, Duty, Node, Span, Structure};
use serde_json::Value;

impl StructureJson {
    /// The JSON of a parsed document.
    pub fn new(document: &Document, structure: &Structure) -> Self {
        let at = Positions(document);
        Self {
            document: DocumentJson {
                digest: document.digest.clone(),
                format: document.format.name(),
                kind: structure.kind.name(),
                title: structure.title.clone(),
                paragraphs: document.paragraphs.len(),
                characters: document
                    .paragraphs
                    .iter()
                    .map(|p| p.text.chars().filter(|c| !c.is_whitespace()).count())
                    .sum(),
            },
            outline: structure.outline.iter().map(|node| at.node(node)).collect(),
            series: structure.series.iter().map(|series| at.series(series)).collect(),
            findings: structure.findings.iter().map(|finding| at.finding(finding)).collect(),
            totals: structure.totals.iter().map(|total| at.total(total)).collect(),
            titles: structure
                .titles
                .iter()
                .map(|t| TextJson { text: t.text.clone(), paragraph: t.span.paragraph + 1, span: at.span(t.span) })
                .collect(),
            dates: structure
                .dates
                .iter()
                .map(|d| DateJson {
                    text: d.text.clone(),
                    iso: d.iso.clone(),
                    paragraph: d.span.paragraph + 1,
                    span: at.span(d.span),
                })
                .collect(),
            amounts: structure
                .amounts
                .iter()
                .map(|a| AmountJson {
                    text: a.text.clone(),
                    yuan: a.yuan.clone(),
                    paragraph: a.span.paragraph + 1,
                    span: at.span(a.span),
                })
                .collect(),
            problems: structure
                .problems
                .iter()
                .map(|p| ProblemJson {
                    code: p.code.name(),
                    message: p.message.clone(),
                    paragraph: p.paragraph.map(|n| n + 1),
                })
                .collect(),
        }
    }
}

/// Turns spans of paragraphs into what the format can honestly say.
struct Positions<'a>(&'a Document);

impl Positions<'_> {
    fn span(&self, span: Span) -> [usize; 2] {
        let paragraph = &self.0.paragraphs[span.paragraph as usize];
        let place = |at: u32| paragraph.file_offset(at as usize).unwrap_or(at as usize);
        [place(span.start), place(span.end)]
    }

    fn node(&self, node: &Node) -> NodeJson {
        NodeJson {
            level: node.level,
            label: node.label.clone(),
            title: node.title.clone(),
            origin: node.origin.name(),
            paragraph: node.paragraph + 1,
            span: node.span.map(|span| self.span(span)),
            children: node.children.iter().map(|child| self.node(child)).collect(),
        }
    }

    fn series(&self, series: &document::Series) -> SeriesJson {
        SeriesJson {
            style: series.style.name(),
            items: series
                .items
                .iter()
                .map(|i| SeriesItemJson {
                    ordinal: i.ordinal,
                    label: i.label.clone(),
                    paragraph: i.span.paragraph + 1,
                    span: self.span(i.span),
                })
                .collect(),
        }
    }

    fn finding(&self, finding: &document::Finding) -> FindingJson {
        let first = finding.sources.first().copied().unwrap_or(Span { paragraph: 0, start: 0, end: 0 });
        FindingJson {
            label: finding.label.clone(),
            title: finding.title.clone(),
            text: finding.text.clone(),
            path: finding.path.clone(),
            kind: finding.kind.name(),
            measures: finding.measures.iter().map(|measure| self.measure(measure)).collect(),
            status: finding.status.map(document::Status::name),
            deadlines: self.deadlines(&finding.deadlines),
            owners: self.owners(&finding.owners),
            paragraph: first.paragraph + 1,
            span: self.span(first),
        }
    }

    fn measure(&self, measure: &document::Measure) -> MeasureJson {
        let first = measure.sources.first().copied().unwrap_or(Span { paragraph: 0, start: 0, end: 0 });
        MeasureJson {
            text: measure.text.clone(),
            paragraph: first.paragraph + 1,
            span: self.span(first),
            deadlines: self.deadlines(&measure.deadlines),
            owners: self.owners(&measure.owners),
        }
    }

    fn deadlines(&self, deadlines: &[Deadline]) -> Vec<DeadlineJson> {
        deadlines
            .iter()
            .map(|d| DeadlineJson {
                kind: d.kind.name(),
                text: d.text.clone(),
                date: d.date.clone(),
                paragraph: d.span.paragraph + 1,
                span: self.span(d.span),
            })
            .collect()
    }

    fn owners(&self, owners: &[Duty]) -> Vec<OwnerJson> {
        owners
            .iter()
            .map(|o| OwnerJson {
                role: o.role.name(),
                word: o.word.clone(),
                names: o.names.clone(),
                paragraph: o.span.paragraph + 1,
                span: self.span(o.span),
            })
            .collect()
    }

    fn total(&self, total: &document::Total) -> TotalJson {
        TotalJson {
            subject: total.subject.clone(),
            unit: total.unit.clone(),
            total: number(&total.total),
            parts: total.parts.iter().map(|p| PartJson { label: p.label.clone(), count: number(&p.count) }).collect(),
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
