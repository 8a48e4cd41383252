//! The stable JSON of `rectify parse` (docs/parse-json.md). Shapes only; no decisions.
//!
//! A structure may be as large as its document: entries are made one at a time while they are written, and
//! their texts are borrowed.

mod convert;
mod positions;

use document::Node;
use positions::Positions;
use serde::Serialize;

pub use convert::StructureJson;

#[derive(Debug, Serialize)]
pub(crate) struct DocumentJson<'a> {
    /// SHA-256 of the file, hex.
    pub(crate) digest: &'a str,
    pub(crate) format: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) title: Option<&'a str>,
    /// Non-empty paragraphs.
    pub(crate) paragraphs: usize,
    /// Characters without blanks.
    pub(crate) characters: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct NodeJson<'a> {
    pub(crate) level: u8,
    pub(crate) label: &'a str,
    pub(crate) title: &'a str,
    pub(crate) origin: &'static str,
    /// Number of the paragraph, from 1.
    pub(crate) paragraph: u32,
    /// Label and title. Bytes of the file for txt and md, bytes of the paragraph's text otherwise;
    /// null for an automatic label.
    pub(crate) span: Option<[usize; 2]>,
    pub(crate) children: Nodes<'a>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SeriesJson<'a> {
    pub(crate) style: &'static str,
    pub(crate) items: Vec<SeriesItemJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct SeriesItemJson<'a> {
    pub(crate) ordinal: u32,
    pub(crate) label: &'a str,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct FindingJson<'a> {
    pub(crate) label: &'a str,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    pub(crate) path: &'a [String],
    pub(crate) kind: &'static str,
    pub(crate) measures: Vec<MeasureJson<'a>>,
    pub(crate) status: Option<&'static str>,
    pub(crate) deadlines: Vec<DeadlineJson<'a>>,
    pub(crate) owners: Vec<OwnerJson<'a>>,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct MeasureJson<'a> {
    pub(crate) text: &'a str,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
    pub(crate) deadlines: Vec<DeadlineJson<'a>>,
    pub(crate) owners: Vec<OwnerJson<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct DeadlineJson<'a> {
    pub(crate) kind: &'static str,
    pub(crate) text: &'a str,
    pub(crate) date: Option<&'a str>,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct OwnerJson<'a> {
    pub(crate) role: &'static str,
    pub(crate) word: &'a str,
    pub(crate) names: &'a [String],
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct TotalJson<'a> {
    pub(crate) subject: &'a str,
    pub(crate) unit: &'a str,
    /// A number; exact decimal text if it is no whole number.
    pub(crate) total: serde_json::Value,
    pub(crate) parts: Vec<PartJson<'a>>,
    pub(crate) consistent: Option<bool>,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct PartJson<'a> {
    pub(crate) label: &'a str,
    pub(crate) count: serde_json::Value,
}

#[derive(Debug, Serialize)]
pub(crate) struct TextJson<'a> {
    pub(crate) text: &'a str,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct DateJson<'a> {
    pub(crate) text: &'a str,
    pub(crate) iso: &'a str,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct AmountJson<'a> {
    pub(crate) text: &'a str,
    /// Exact decimal text.
    pub(crate) yuan: &'a str,
    pub(crate) paragraph: u32,
    pub(crate) span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub(crate) struct ProblemJson<'a> {
    pub(crate) code: &'static str,
    pub(crate) message: &'a str,
    pub(crate) paragraph: Option<u32>,
}

/// Nodes of the outline below another, made while they are written.
#[derive(Debug)]
pub(crate) struct Nodes<'a> {
    pub(crate) nodes: &'a [Node],
    pub(crate) at: Positions<'a>,
}

impl Serialize for Nodes<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.nodes.iter().map(|node| self.at.node(node)))
    }
}
