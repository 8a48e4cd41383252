//! A deadline without a year (6月30日前) means the next such day after the document was written.

use crate::outline::closing_start;
use crate::{Date, Deadline, Document, Finding};
use std::collections::BTreeMap;

/// Year, month, day.
pub(super) type Day = (u16, u8, u8);

/// The day a document bears in its closing; without one the first day of the year that most of its dates have.
/// `dates` are those of the document, in order.
pub(super) fn written_on(document: &Document, dates: &[Date]) -> Option<Day> {
    let closing = closing_start(document);
    let full = || dates.iter().filter_map(|date| Some((date.span.paragraph as usize, day(&date.iso)?)));
    let signed = full().rev().find(|(paragraph, _)| *paragraph >= closing).map(|(_, day)| day);
    signed.or_else(|| usual_year(full().map(|(_, (year, ..))| year)).map(|year| (year, 1, 1)))
}

fn usual_year(found: impl Iterator<Item = u16>) -> Option<u16> {
    let mut years: BTreeMap<u16, usize> = BTreeMap::new();
    for year in found {
        *years.entry(year).or_default() += 1;
    }
    years.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}

fn day(iso: &str) -> Option<Day> {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some((year.parse().ok().filter(|y| *y > 1900)?, month.parse().ok()?, day.parse().ok()?))
}

/// Gives the finding's deadlines their year.
pub(super) fn complete(finding: &mut Finding, written: Day) {
    let measures = finding.measures.iter_mut().flat_map(|m| &mut m.deadlines);
    for deadline in finding.deadlines.iter_mut().chain(measures) {
        with_year(deadline, written);
    }
}

fn with_year(deadline: &mut Deadline, (year, month, day): Day) {
    let Some(rest) = deadline.date.as_deref().and_then(|date| date.strip_prefix("--")) else { return };
    let Some((own_month, own_day)) = rest.split_once('-') else { return };
    let (Ok(own_month), Ok(own_day)) = (own_month.parse::<u8>(), own_day.parse::<u8>()) else { return };
    let year = if (own_month, own_day) >= (month, day) { year } else { year + 1 };
    deadline.date = Some(format!("{year:04}-{own_month:02}-{own_day:02}"));
}

#[cfg(test)]
mod tests {
    use crate::{parse, read};

    #[test]
    fn the_next_such_day_after_the_signature_is_meant() {
        let text = |date: &str| {
            format!(
                "关于对某局的巡察反馈意见\n一、主要问题\n（一）台账不清。请于12月31日前整改到位。\n县委巡察组\n{date}\n"
            )
        };
        let due = |text: String| parse(&read(text.as_bytes(), "a.txt").unwrap()).findings[0].deadlines[0].date.clone();
        assert_eq!(due(text("2025年11月3日")).as_deref(), Some("2025-12-31"));
        let early = text("2026年1月9日").replace("12月31日", "1月5日");
        assert_eq!(due(early).as_deref(), Some("2027-01-05"));
        assert_eq!(due(text("")).as_deref(), Some("--12-31"));
    }
}
