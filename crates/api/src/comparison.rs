//! The JSON of `rectify compare` (docs/manual/check.md). Shapes only.

use checker::{Answer, Comparison, Entry, Stretch};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct ComparisonJson<'a> {
    complete: bool,
    problems: Vec<RowJson<'a>>,
    /// Problems that only the second document has.
    added: Vec<EntryJson<'a>>,
    figures: Vec<FigureJson<'a>>,
}

#[derive(Debug, Serialize)]
struct RowJson<'a> {
    #[serde(flatten)]
    entry: EntryJson<'a>,
    /// `missing`, `once`, `several`
    answer: &'static str,
    places: Vec<EntryJson<'a>>,
    /// Empty where the wording is the same.
    wording: Vec<StretchJson<'a>>,
    moved: bool,
}

#[derive(Debug, Serialize)]
struct EntryJson<'a> {
    /// From 1, among the problems of its document.
    number: usize,
    label: &'a str,
    title: &'a str,
    /// From 1.
    paragraph: usize,
}

#[derive(Debug, Serialize)]
struct StretchJson<'a> {
    /// `same`, `removed`, `added`
    kind: &'static str,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct FigureJson<'a> {
    subject: &'a str,
    first: &'a str,
    second: &'a str,
}

impl<'a> From<&'a Comparison> for ComparisonJson<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let rows = comparison.rows.iter().map(|row| {
            let (answer, places, wording): (_, Vec<&Entry>, &[Stretch]) = match &row.answer {
                Answer::Missing => ("missing", Vec::new(), &[]),
                Answer::Once { entry, wording } => ("once", vec![entry], wording),
                Answer::Several(places) => ("several", places.iter().collect(), &[]),
            };
            RowJson {
                entry: entry(&row.entry),
                answer,
                places: places.into_iter().map(entry).collect(),
                wording: wording.iter().map(stretch).collect(),
                moved: row.moved,
            }
        });
        let figures = comparison.figures.iter();
        Self {
            complete: comparison.is_complete(),
            problems: rows.collect(),
            added: comparison.added.iter().map(entry).collect(),
            figures: figures
                .map(|one| FigureJson { subject: &one.subject, first: &one.first, second: &one.second })
                .collect(),
        }
    }
}

fn entry(entry: &Entry) -> EntryJson<'_> {
    EntryJson { number: entry.number, label: &entry.label, title: &entry.title, paragraph: entry.paragraph + 1 }
}

fn stretch(stretch: &Stretch) -> StretchJson<'_> {
    let (kind, text) = match stretch {
        Stretch::Same(text) => ("same", text),
        Stretch::Removed(text) => ("removed", text),
        Stretch::Added(text) => ("added", text),
    };
    StretchJson { kind, text }
}
