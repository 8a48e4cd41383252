//! D-CNDATE 成文日期用了汉字数字.

use crate::context::Context;
use crate::counts::small_number;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-CNDATE",
    name: "成文日期用了汉字数字",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.4" },
    manual: include_str!("d_cndate.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = paragraph.text.trim();
        let Some(right) = arabic(text) else { continue };
        let start = paragraph.text.find(text).unwrap_or_default();
        let place = context.place(index, start, start + text.len());
        found
            .push(Diagnostic::at(&RULE, place, format!("“{text}”用了汉字数字"), format!("改为“{right}”")).fixed(right));
    }
}

/// A line that is nothing but a date: 二〇二三年八月二十四日.
fn arabic(line: &str) -> Option<String> {
    let (year, rest) = line.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix('日')?;
    let digits: Option<String> = year
        .chars()
        .map(|c| {
            "〇一二三四五六七八九"
                .chars()
                .position(|d| d == c || (matches!(c, '○' | '零') && d == '〇'))
                .map(|n| n.to_string())
        })
        .collect();
    // Up to 2012 the date was written in Chinese numerals.
    let digits = digits.filter(|digits| digits.len() == 4 && digits.as_str() >= "2013")?;
    let whole = |text: &str| {
        small_number(text)
            .filter(|(_, length)| *length == text.len() && !text.starts_with(|c: char| c.is_ascii()))
            .map(|(n, _)| n)
    };
    let (month, day) = (whole(month)?, whole(day)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{digits}年{month}月{day}日"))
}
