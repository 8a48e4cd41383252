//! The stable JSON of `rectify parse` (docs/parse-json.md). Shapes only; no decisions.

mod convert;

use serde::Serialize;

/// A parsed document.
#[derive(Debug, Serialize)]
pub struct StructureJson {
    pub document: DocumentJson,
    pub outline: Vec<NodeJson>,
    pub series: Vec<SeriesJson>,
    pub findings: Vec<FindingJson>,
    pub totals: Vec<TotalJson>,
    pub titles: Vec<TextJson>,
    pub dates: Vec<DateJson>,
    pub amounts: Vec<AmountJson>,
    pub problems: Vec<ProblemJson>,
}

#[derive(Debug, Serialize)]
pub struct DocumentJson {
    /// SHA-256 of the file, hex.
    pub digest: String,
    pub format: &'static str,
    pub kind: &'static str,
    pub title: Option<String>,
    /// Non-empty paragraphs.
    pub paragraphs: usize,
    /// Characters without blanks.
    pub characters: usize,
}

#[derive(Debug, Serialize)]
pub struct NodeJson {
    pub level: u8,
    pub label: String,
    pub title: String,
    pub origin: &'static str,
    /// Number of the paragraph, from 1.
    pub paragraph: u32,
    /// Label and title. Bytes of the file for txt and md, bytes of the paragraph's text otherwise;
    /// null for an automatic label.
    pub span: Option<[usize; 2]>,
    pub children: Vec<NodeJson>,
}

#[derive(Debug, Serialize)]
pub struct SeriesJson {
    pub style: &'static str,
    pub items: Vec<SeriesItemJson>,
}

#[derive(Debug, Serialize)]
pub struct SeriesItemJson {
    pub ordinal: u32,
    pub label: String,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct FindingJson {
    pub label: String,
    pub title: String,
    pub text: String,
    pub path: Vec<String>,
    pub kind: &'static str,
    pub measures: Vec<MeasureJson>,
    pub status: Option<&'static str>,
    pub deadlines: Vec<DeadlineJson>,
    pub owners: Vec<OwnerJson>,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct MeasureJson {
    pub text: String,
    pub paragraph: u32,
    pub span: [usize; 2],
    pub deadlines: Vec<DeadlineJson>,
    pub owners: Vec<OwnerJson>,
}

#[derive(Debug, Serialize)]
pub struct DeadlineJson {
    pub kind: &'static str,
    pub text: String,
    pub date: Option<String>,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct OwnerJson {
    pub role: &'static str,
    pub word: String,
    pub names: Vec<String>,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct TotalJson {
    pub subject: String,
    pub unit: String,
    /// A number; exact decimal text if it is no whole number.
    pub total: serde_json::Value,
    pub parts: Vec<PartJson>,
    pub consistent: Option<bool>,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct PartJson {
    pub label: String,
    pub count: serde_json::Value,
}

#[derive(Debug, Serialize)]
pub struct TextJson {
    pub text: String,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct DateJson {
    pub text: String,
    pub iso: String,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct AmountJson {
    pub text: String,
    /// Exact decimal text.
    pub yuan: String,
    pub paragraph: u32,
    pub span: [usize; 2],
}

#[derive(Debug, Serialize)]
pub struct ProblemJson {
    pub code: &'static str,
    pub message: String,
    pub paragraph: Option<u32>,
}
