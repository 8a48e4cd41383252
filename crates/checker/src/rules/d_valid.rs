//! D-VALID 日期不存在.

use crate::context::{Context, Hit};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-VALID",
    name: "日期不存在",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.4" },
    manual: include_str!("d_valid.md"),
    words: |_| vec!["月", "时"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        if hit.word == "时" {
            clock(context, &hit, found);
            continue;
        }
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
        } else if let (Some((start, year)), true) = (year, has_day) {
            let end = at + "月".len() + digits.len() + "日".len();
            weekday(context, (index, text), (start, end), (year, month, day), found);
        }
    }
}

const DAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];

/// 2025年3月12日（星期五）, which was a Wednesday.
fn weekday(
    context: &Context<'_>,
    (index, text): (usize, &str),
    (start, end): (usize, usize),
    (year, month, day): (u32, u32, u32),
    found: &mut Vec<Diagnostic>,
) {
    let tail = text.get(end..).unwrap_or_default();
    let inner = tail.trim_start_matches(['（', '(', '，', ' ']);
    let Some((name, said)) = ["星期", "礼拜", "周"].iter().find_map(|name| Some((*name, inner.strip_prefix(name)?)))
    else {
        return;
    };
    let said = if let Some(rest) = said.strip_prefix('天') {
        ("日", rest)
    } else {
        let Some(day) = DAYS.iter().find(|day| said.starts_with(**day)) else { return };
        (*day, said.get(day.len()..).unwrap_or_default())
    };
    // 周一至周五, 周三下午 behind a date are still its day; 周年 and 周边 are none.
    let right = DAYS.get(day_of_week(year, month, day)).copied().unwrap_or_default();
    if said.0 != right && !said.1.starts_with(['至', '到', '—', '、', '～']) {
        let place = context.place(index, start, text.len() - said.1.len());
        let message = format!("“{}”对不上：这一天是{name}{right}", place.text);
        found.push(Diagnostic::at(&RULE, place, message, "核对日期和星期"));
    }
}

/// 0 is Sunday (Sakamoto's way).
fn day_of_week(year: u32, month: u32, day: u32) -> usize {
    const SHIFTS: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = if month < 3 { year - 1 } else { year };
    let shift = SHIFTS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default();
    ((year + year / 4 - year / 100 + year / 400 + shift + day) % 7) as usize
}

/// 3月8日25时, 下午15时70分
fn clock(context: &Context<'_>, hit: &Hit<'_>, found: &mut Vec<Diagnostic>) {
    let Some((start, hour)) = number_before(hit.text, hit.at) else { return };
    let head = hit.text.get(..start).unwrap_or_default();
    let of_day = ["日", "上午", "下午", "晚上", "凌晨", "当日", "晚"].iter().any(|word| head.ends_with(word));
    let from = hit.at + hit.word.len();
    let tail = hit.text.get(from..).unwrap_or_default();
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let minute = tail.get(..digits).filter(|_| tail.get(digits..).is_some_and(|rest| rest.starts_with('分')));
    let late = minute.and_then(|minute| minute.parse::<u32>().ok()).is_some_and(|minute| minute > 59);
    if (of_day && hour > 24) || (late && hour < 25) {
        let place = context.place(hit.paragraph, start, if late { from + digits + "分".len() } else { from });
        let message = format!("“{}”不存在", place.text);
        found.push(Diagnostic::at(&RULE, place, message, "核对时间"));
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
