//! Deadlines: a date, a period, at once, or for good.

use super::colons::values;
use super::{parse_any_date, span};
use crate::{Deadline, DeadlineKind};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Where the words stand: after 整改时限：, where all count, or in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Context {
    Labelled,
    Running,
}

/// 前 and 内: without them running text states no deadline.
static BOUNDS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| [Finder::new("前"), Finder::new("内")]);

const LABELS: [&str; 10] = [
    "整改时限",
    "完成时限",
    "整改期限",
    "完成时间",
    "计划完成时间",
    "整改完成时限",
    "办结时限",
    "时限要求",
    "时限",
    "期限",
];

/// What words that stand for a deadline alone mean: 2026年6月底前, 长期坚持.
pub fn deadline_of(text: &str) -> Option<Deadline> {
    let mut found = Vec::new();
    all(0, text, 0, &mut found);
    found.into_iter().next()
}

/// Deadlines in a stretch of a paragraph that starts at byte `from`.
pub(crate) fn deadlines(paragraph: u32, text: &str, from: usize, context: Context, out: &mut Vec<Deadline>) {
    if context == Context::Labelled {
        all(paragraph, text, from, out);
        return;
    }
    let bounded = BOUNDS.iter().any(|bound| bound.find(text.as_bytes()).is_some());
    let labelled = values(text, &LABELS).next();
    if !bounded && labelled.is_none() {
        return;
    }
    if let Some(start) = labelled {
        let tail = &text[start..];
        let end = tail
            .char_indices()
            .find(|(_, c)| matches!(c, '。' | '；' | ';' | '）' | '】'))
            .map_or(tail.len(), |(at, _)| at);
        all(paragraph, &tail[..end], from + start, out);
        return;
    }
    running(paragraph, text, from, out);
}

/// Every deadline form.
fn all(paragraph: u32, text: &str, from: usize, out: &mut Vec<Deadline>) {
    let before = out.len();
    dates(paragraph, text, from, Context::Labelled, out);
    relative(paragraph, text, from, out);
    words(paragraph, text, from, out);
    out[before..].sort_by_key(|d| d.span);
}

/// In running text only what ends in 前 or 内 is a deadline.
fn running(paragraph: u32, text: &str, from: usize, out: &mut Vec<Deadline>) {
    let before = out.len();
    dates(paragraph, text, from, Context::Running, out);
    let at = out.len();
    relative(paragraph, text, from, out);
    let mut kept = out.split_off(at);
    kept.retain(|d| is_due((d.span.start as usize).saturating_sub(from), text, d.text.len()));
    out.extend(kept);
    out[before..].sort_by_key(|d| d.span);
}

/// A period in running text is a deadline when something is to be reported or finished within it; 7日内核查到位
/// is a way of working.
fn is_due(at: usize, text: &str, length: usize) -> bool {
    const AFTER_BYTES: usize = 45;
    let before = ["之日起", "收到", "起", "应在", "须在"].iter().any(|word| text[..at].trim_end().ends_with(word));
    let rest = &text[at + length..];
    let clause = rest.find(['。', '；', ';']).map_or(rest, |end| &rest[..end]);
    let near = &clause[..clause.floor_char_boundary(clause.len().min(AFTER_BYTES))];
    let due = ["报送", "上报", "完成", "整改", "反馈", "书面", "报告", "整治"].iter().any(|word| near.contains(word));
    before || due
}

fn dates(paragraph: u32, text: &str, from: usize, context: Context, out: &mut Vec<Deadline>) {
    let mut at = 0;
    while at < text.len() {
        let month = parse_any_date(&text[at..]).map(|(start, end, iso)| (at + start, at + end, iso));
        let year_end = year_end(text, at);
        let Some((start, end, iso)) = month.into_iter().chain(year_end).min_by_key(|(start, ..)| *start) else {
            return;
        };
        let tail = tail_length(&text[end..]);
        let bounded = tail > 0 || context == Context::Labelled;
        if bounded && (context == Context::Labelled || text[end..end + tail].contains('前')) {
            let date = last_day(&iso);
            out.push(Deadline {
                kind: DeadlineKind::Absolute,
                text: text[start..end + tail].to_owned(),
                date: Some(date),
                span: span(paragraph, from + start, from + end + tail),
            });
        }
        at = (end + tail).max(start + 1);
        while at < text.len() && !text.is_char_boundary(at) {
            at += 1;
        }
    }
}

/// 2026年底前, 年底前, 2026年前.
fn year_end(text: &str, at: usize) -> Option<(usize, usize, String)> {
    for word in ["年底", "年末", "年内"] {
        if let Some(found) = text[at..].find(word) {
            let year_at = at + found;
            let digits = text[at..year_at].chars().rev().take_while(char::is_ascii_digit).count();
            let start = year_at - if digits == 4 { 4 } else { 0 };
            let year = if digits == 4 { text[start..year_at].parse().ok() } else { None };
            return Some((start, year_at + word.len(), super::iso_date(year, Some(12), Some(31))));
        }
    }
    None
}

/// 底前, 之前, 前, 底 after a date.
fn tail_length(tail: &str) -> usize {
    ["份底之前", "份底前", "底之前", "底以前", "底前", "之前", "以前", "份前", "末前", "前", "份底", "底", "末"]
        .iter()
        .find(|word| tail.starts_with(**word))
        .map_or(0, |word| word.len())
}

/// A month without day means its last day.
fn last_day(iso: &str) -> String {
    let parts: Vec<&str> = iso.trim_start_matches('-').split('-').collect();
    let yearless = iso.starts_with('-');
    let (year, month, day) = match (yearless, parts.as_slice()) {
        (true, [month]) => (None, *month, None),
        (true, [month, day, ..]) => (None, *month, Some(*day)),
        (false, [year, month]) => (year.parse::<u16>().ok(), *month, None),
        (false, [year, month, day, ..]) => (year.parse().ok(), *month, Some(*day)),
        _ => return iso.to_owned(),
    };
    let month: u8 = month.parse().unwrap_or(12);
    let day = day.and_then(|d| d.parse().ok()).unwrap_or_else(|| days_in_month(year.unwrap_or(2023), month));
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("--{month:02}-{day:02}"),
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// 2个月内, 半年之内, 10个工作日内.
fn relative(paragraph: u32, text: &str, from: usize, out: &mut Vec<Deadline>) {
    const PERIODS: [&str; 9] = ["个工作日", "工作日", "个月", "天", "日", "周", "年", "个季度", "半年"];
    for (inner_at, _) in text.match_indices('内') {
        let head = text[..inner_at].trim_end_matches(['之', '以']);
        let Some(period) = PERIODS.iter().filter(|p| head.ends_with(**p)).max_by_key(|p| p.len()) else { continue };
        let stem = &head[..head.len() - period.len()];
        let start = if *period == "半年" {
            stem.len()
        } else {
            match crate::grammar::number_before(stem, stem.len()) {
                Some((start, number)) if number.len() <= 3 => start,
                _ => continue,
            }
        };
        let end = inner_at + "内".len();
        out.push(Deadline {
            kind: DeadlineKind::Relative,
            text: text[start..end].to_owned(),
            date: None,
            span: span(paragraph, from + start, from + end),
        });
    }
}

/// 立行立改, 长期坚持 and the like.
fn words(paragraph: u32, text: &str, from: usize, out: &mut Vec<Deadline>) {
    const IMMEDIATE: [&str; 6] = ["立行立改", "立即", "即知即改", "立查立改", "即行即改", "马上"];
    const STANDING: [&str; 9] =
        ["长期坚持", "长期整改", "持续坚持", "常态化", "长期推进", "持续推进", "持续整改", "长期", "持续"];
    for (list, kind) in [(&IMMEDIATE[..], DeadlineKind::Immediate), (&STANDING[..], DeadlineKind::Standing)] {
        let first = list
            .iter()
            .filter_map(|word| text.find(word).map(|at| (at, *word)))
            .min_by_key(|(at, word)| (*at, usize::MAX - word.len()));
        if let Some((at, word)) = first {
            out.push(Deadline {
                kind,
                text: word.to_owned(),
                date: None,
                span: span(paragraph, from + at, from + at + word.len()),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        deadlines(0, text, 0, Context::Labelled, &mut out);
        out.into_iter().map(|d| d.date.unwrap_or(format!("{:?}:{}", d.kind, d.text))).collect()
    }

    #[test]
    fn labelled_deadlines_in_every_form() {
        assert_eq!(labelled("2021年底"), ["2021-12-31"]);
        assert_eq!(labelled("2021年6月"), ["2021-06-30"]);
        assert_eq!(labelled("2024年2月底"), ["2024-02-29"]);
        assert_eq!(labelled("6月30日前"), ["--06-30"]);
        assert_eq!(labelled("2个月内"), ["Relative:2个月内"]);
        assert_eq!(labelled("半年之内"), ["Relative:半年之内"]);
        assert_eq!(labelled("立行立改，长期坚持"), ["Immediate:立行立改", "Standing:长期坚持"]);
        assert_eq!(labelled("2025年底前，并长期坚持"), ["2025-12-31", "Standing:长期坚持"]);
        assert_eq!(labelled("2026-08-31"), ["2026-08-31"]);
    }

    #[test]
    fn running_text_needs_a_bound() {
        let mut out = Vec::new();
        deadlines(0, "8月24日召开会议，12月31日前完成整改，3个月内上报", 0, Context::Running, &mut out);
        assert_eq!(out.iter().map(|d| d.text.as_str()).collect::<Vec<_>>(), ["12月31日前", "3个月内"]);
    }
}
