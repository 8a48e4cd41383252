//! D-VALID 日期不存在.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-VALID",
    name: "日期不存在",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.4" },
    manual: include_str!("d_valid.md"),
    words: |_| vec!["月"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let Some((month_at, month)) = number_before(text, at) else { continue };
        let year = text.get(..month_at).and_then(|head| head.strip_suffix('年'));
        let year = year.and_then(|head| number_before(head, head.len())).filter(|(_, y)| (1900..2200).contains(y));
        let tail = text.get(at + "月".len()..).unwrap_or_default();
        let digits: String = tail.chars().take_while(char::is_ascii_digit).collect();
        let has_day = tail.get(digits.len()..).is_some_and(|rest| rest.starts_with('日'));
        let day = if has_day { digits.parse().unwrap_or(0) } else { 1 };
        let is_date = year.is_some() || has_day;
        if is_date && !exists(year.map(|(_, y)| y), month, day) {
            let start = year.map_or(month_at, |(at, _)| at);
            let end = at + "月".len() + if has_day { digits.len() + "日".len() } else { 0 };
            let place = context.place(index, start, end);
            let message = format!("“{}”不存在", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "核对日期"));
        }
    }
}

/// The number that ends at a byte, and where it begins.
fn number_before(text: &str, end: usize) -> Option<(usize, u32)> {
    let head = text.get(..end)?;
    let digits = head.chars().rev().take_while(char::is_ascii_digit).count();
    let number = head.get(end - digits..)?;
    (digits > 0 && digits <= 4).then(|| Some((end - digits, number.parse().ok()?))).flatten()
}

fn exists(year: Option<u32>, month: u32, day: u32) -> bool {
    let leap = year.is_none_or(|y| y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400)));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}
