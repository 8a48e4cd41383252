//! The JSON of a parsed document, entry by entry.

use super::positions::Positions;
use super::{AmountJson, DateJson, DocumentJson, Nodes, ProblemJson, TextJson};
use document::{Document, Structure};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A parsed document.
#[derive(Debug)]
pub struct StructureJson<'a> {
    document: &'a Document,
    structure: &'a Structure,
}

impl<'a> StructureJson<'a> {
    /// The JSON of a parsed document.
    pub fn new(document: &'a Document, structure: &'a Structure) -> Self {
        Self { document, structure }
    }

    fn head(&self) -> DocumentJson<'a> {
        let characters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        DocumentJson {
            digest: &self.document.digest,
            format: self.document.format.name(),
            kind: self.structure.kind.name(),
            title: self.structure.title.as_deref(),
            paragraphs: self.document.paragraphs.len(),
            characters: self.document.paragraphs.iter().map(|p| characters(&p.text)).sum(),
        }
    }
}

impl Serialize for StructureJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let at = Positions(self.document);
        let found = self.structure;
        let mut out = serializer.serialize_struct("Structure", 9)?;
        out.serialize_field("document", &self.head())?;
        out.serialize_field("outline", &Nodes { nodes: &found.outline, at })?;
        out.serialize_field("series", &Each(|| found.series.iter().map(|series| at.series(series))))?;
        out.serialize_field("findings", &Each(|| found.findings.iter().map(|finding| at.finding(finding))))?;
        out.serialize_field("totals", &Each(|| found.totals.iter().map(|total| at.total(total))))?;
        let titles = found.titles.iter().map(|t| TextJson {
            text: &t.text,
            paragraph: t.span.paragraph + 1,
            span: at.span(t.span),
        });
        out.serialize_field("titles", &Each(|| titles.clone()))?;
        let dates = found.dates.iter().map(|d| DateJson {
            text: &d.text,
            iso: &d.iso,
            paragraph: d.span.paragraph + 1,
            span: at.span(d.span),
        });
        out.serialize_field("dates", &Each(|| dates.clone()))?;
        let amounts = found.amounts.iter().map(|a| AmountJson {
            text: &a.text,
            yuan: &a.yuan,
            paragraph: a.span.paragraph + 1,
            span: at.span(a.span),
        });
        out.serialize_field("amounts", &Each(|| amounts.clone()))?;
        let problems = found.problems.iter().map(|p| ProblemJson {
            code: p.code.name(),
            message: &p.message,
            paragraph: p.paragraph.map(|n| n + 1),
        });
        out.serialize_field("problems", &Each(|| problems.clone()))?;
        out.end()
    }
}

/// A list whose entries are made while they are written.
struct Each<F>(F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: IntoIterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
