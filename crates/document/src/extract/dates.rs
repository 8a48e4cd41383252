//! Calendar dates with at least a month.

use super::{Hit, Mark, span};
use crate::Date;
use crate::grammar::{arabic_prefix, chinese_prefix, number_before};

/// Dates of a paragraph.
pub(super) fn of_paragraph(index: u32, text: &str, hits: &[Hit], out: &mut Vec<Date>) {
    for hit in hits {
        let found = match hit.mark {
            Mark::Month => around_month(text, hit.start, hit.end),
            Mark::NumericDate => numeric(text, hit.start),
            _ => None,
        };
        if let Some((start, end, iso)) = found {
            out.push(Date { text: text[start..end].to_owned(), iso, span: span(index, start, end) });
        }
    }
}

/// `2023年12月31日`, `6月30日`, `九月`, `2023年6月`: the parts around 月.
pub(super) fn around_month(text: &str, month_at: usize, month_end: usize) -> Option<(usize, usize, String)> {
    let head = text[..month_at].trim_end();
    let (mut start, month) = number_before(head, head.len())?;
    let month: u8 = month.parse().ok().filter(|m| (1..=12).contains(m))?;
    let year = year_before(&text[..start]);
    if let Some((year_start, _)) = year {
        start = year_start;
    }
    let (end, day) = day_after(text, month_end);
    if day.is_none() && text[month_end..].starts_with(['份', '底', '初', '中', '末', '上', '下'])
        || day.is_some()
        || year.is_some()
        || plain_month(text, start, month_end)
    {
        return Some((start, end, iso_date(year.map(|(_, y)| y), Some(month), day)));
    }
    None
}

/// 九月 alone is a date; 三月三 or 五月花 is not worth more care.
fn plain_month(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let counted = text[..start].ends_with("个");
    let after = text[end..].chars().next();
    !counted
        && before.is_none_or(|c| !c.is_ascii_alphanumeric())
        && after.is_none_or(|c| !matches!(c, '内' | '以' | '之'))
}

/// The year that ends at the end of `head`, e.g. `2023年`.
fn year_before(head: &str) -> Option<(usize, u16)> {
    let body = head.trim_end().strip_suffix('年')?.trim_end();
    let start = body.char_indices().rev().take_while(|(_, c)| digit(*c).is_some()).last().map(|(at, _)| at)?;
    let digits: Vec<u16> = body[start..].chars().filter_map(digit).collect();
    if digits.len() < 4 {
        return None;
    }
    let skip = digits.len() - 4;
    let from = body[start..].char_indices().nth(skip).map_or(start, |(at, _)| start + at);
    let year = digits[skip..].iter().fold(0, |sum, d| sum * 10 + d);
    (1900..2200).contains(&year).then_some((from, year))
}

fn digit(c: char) -> Option<u16> {
    match c {
        '0'..='9' => Some(c as u16 - '0' as u16),
        '０'..='９' => Some((c as u32 - '０' as u32) as u16),
        '〇' | '○' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

fn day_after(text: &str, from: usize) -> (usize, Option<u8>) {
    let tail = &text[from..];
    let blanks = tail.len() - tail.trim_start().len();
    let tail = tail.trim_start();
    let number = arabic_prefix(tail).or_else(|| chinese_prefix(tail)).filter(|(day, _)| (1..=31).contains(day));
    let Some((day, length)) = number else { return (from, None) };
    let rest = tail[length..].trim_start();
    let gap = tail.len() - length - rest.len();
    match rest.chars().next() {
        Some(c @ ('日' | '号')) => (from + blanks + length + gap + c.len_utf8(), Some(day as u8)),
        _ => (from, None),
    }
}

/// `2023-12-31`, `2023.12.31`, `2023/12/31`.
fn numeric(text: &str, start: usize) -> Option<(usize, usize, String)> {
    if text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/')) {
        return None;
    }
    let bytes = text.as_bytes();
    let number = |from: usize, max: usize| {
        let length = bytes[from.min(bytes.len())..].iter().take(max).take_while(|b| b.is_ascii_digit()).count();
        (length > 0)
            .then(|| text[from..from + length].parse::<u16>().ok().map(|value| (value, from + length)))
            .flatten()
    };
    let (year, at) = number(start, 4)?;
    let mark = *bytes.get(at)?;
    if at - start != 4 || !matches!(mark, b'-' | b'.' | b'/') {
        return None;
    }
    let (month, at) = number(at + 1, 2)?;
    if bytes.get(at) != Some(&mark) {
        return None;
    }
    let (day, end) = number(at + 1, 2)?;
    let more = bytes.get(end).is_some_and(|b| b.is_ascii_digit() || *b == mark);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && !more;
    valid.then(|| (start, end, iso_date(Some(year), Some(month as u8), Some(day as u8))))
}

/// `2023-12-31`, `2023-12`, `--06-30`, `--09`.
pub(crate) fn iso_date(year: Option<u16>, month: Option<u8>, day: Option<u8>) -> String {
    let year = year.map_or("-".to_owned(), |year| format!("{year:04}"));
    let month = month.map_or(String::new(), |month| format!("-{month:02}"));
    let day = day.map_or(String::new(), |day| format!("-{day:02}"));
    format!("{year}{month}{day}")
}

/// The first date in a cell or a label's value, in any usual writing.
pub(crate) fn parse_any_date(text: &str) -> Option<(usize, usize, String)> {
    let month = text.find('月').and_then(|at| around_month(text, at, at + "月".len()));
    let numeric = text.find("20").and_then(|at| numeric(text, at));
    month.into_iter().chain(numeric).min_by_key(|(start, _, _)| *start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scan;

    fn check(text: &str, expected: &[&str]) {
        let (mut hits, mut out) = (Vec::new(), Vec::new());
        scan(text, &mut hits);
        of_paragraph(0, text, &hits, &mut out);
        assert_eq!(out.iter().map(|d| d.iso.as_str()).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn dates_in_every_usual_form() {
        check("在2023年12月31日之前，6月30日通报，计划于九月完成", &["2023-12-31", "--06-30", "--09"]);
        check("二〇二六年三月五日", &["2026-03-05"]);
        check("2026 年 3 月 5 日", &["2026-03-05"]);
        check("2026-03-05和2026.3.5及2026/3/5", &["2026-03-05", "2026-03-05", "2026-03-05"]);
        check("2021年6月底", &["2021-06"]);
    }

    #[test]
    fn durations_and_versions_are_no_dates() {
        check("3个月内完成，每月一次，两个月，V2020.1.2.3，13月5日", &[]);
    }
}
