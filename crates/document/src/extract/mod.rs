//! What stands in the text: series, titles, dates, amounts, totals, deadlines, duties, status words.

mod amounts;
mod colons;
mod dates;
mod deadlines;
mod duties;
mod scan;
mod series;
mod status;
mod titles;
mod totals;

pub(crate) use colons::values;
pub(crate) use dates::{iso_date, parse_any_date};
pub use deadlines::deadline_of;
pub(crate) use deadlines::{Context, deadlines};
pub(crate) use duties::{duties, split_names};
pub(crate) use scan::{Hit, Mark, scan};
pub(crate) use series::{SeriesFinder, series_start};
pub use status::trailing_status;
pub(crate) use status::{labelled_status, marked_status, status_of};
pub(crate) use titles::Titles;
pub(crate) use totals::Weight;

use crate::{Amount, Date, Document, Series, Span, Title, Total};

/// Everything extracted from the running text of a document.
#[derive(Debug, Default)]
pub(crate) struct Extracted {
    pub(crate) series: Vec<Series>,
    pub(crate) titles: Vec<Title>,
    pub(crate) dates: Vec<Date>,
    pub(crate) amounts: Vec<Amount>,
    pub(crate) totals: Vec<(Total, Weight)>,
}

/// Walks the document once. `headings` holds (paragraph, byte) of every heading, in order.
pub(crate) fn extract(document: &Document, headings: &[(u32, u32)]) -> Extracted {
    let mut out = Extracted::default();
    let mut finder = SeriesFinder::new(headings);
    let mut titles = Titles::default();
    let mut hits = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let index = index as u32;
        let text = paragraph.text.as_str();
        hits.clear();
        scan(text, &mut hits);
        let label = paragraph.label.as_ref().map(|l| l.text.as_str());
        finder.paragraph(index, text, label, &hits);
        titles.paragraph(index, text, &hits, &mut out.titles);
        dates::of_paragraph(index, text, &hits, &mut out.dates);
        amounts::of_paragraph(index, text, &hits, &mut out.amounts);
        totals::totals(index, text, &hits, &mut out.totals);
    }
    out.series = finder.finish();
    out
}

pub(crate) fn span(paragraph: u32, start: usize, end: usize) -> Span {
    Span { paragraph, start: start as u32, end: end as u32 }
}
