//! P-RANGE 起止之间的连接号不规范.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{before, is_chinese_mark, is_han};

pub(super) static RULE: Rule = Rule {
    code: "P-RANGE",
    name: "起止之间的连接号不规范",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.13" },
    manual: include_str!("p_range.md"),
    words: |_| Vec::new(),
    check: run,
};

const UNITS: [&str; 19] =
    ["%", "％", "个", "人", "元", "万", "亿", "次", "项", "天", "岁", "条", "℃", "吨", "亩", "户", "家", "名", "件"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '-' | '~' | '－')) {
            let end = at + mark.len_utf8();
            let number = |c: &char| c.is_ascii_digit() || *c == '.' || *c == '%';
            let left: String = text.get(..at).unwrap_or_default().chars().rev().take_while(number).collect();
            let tail = text.get(end..).unwrap_or_default();
            let right: String = tail.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            let edge = before(text, at - left.len()).is_none_or(|c| is_han(c) || is_chinese_mark(c));
            if left.is_empty() || right.is_empty() || !edge {
                continue;
            }
            let rest = tail.get(right.len()..).unwrap_or_default();
            let years = left.len() == 4 && right.len() == 4 && rest.starts_with('年');
            let counts = UNITS.iter().any(|unit| rest.starts_with(unit)) && left.len() < 8 && right.len() < 8;
            let good = match (years, counts) {
                (true, _) => "—",
                (false, true) => "～",
                _ => continue,
            };
            let place = context.place(index, at, end);
            let what = if years { "起止年份之间用一字线" } else { "数值范围之间用浪纹线" };
            found.push(Diagnostic::at(&RULE, place, what, format!("改为“{good}”")).fixed(good));
        }
    }
}
