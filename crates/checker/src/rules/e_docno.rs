//! E-DOCNO 发文字号不规范.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, has, is_han};

pub(super) static RULE: Rule = Rule {
    code: "E-DOCNO",
    name: "发文字号不规范",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.2.5" },
    manual: include_str!("e_docno.md"),
    words: |_| Vec::new(),
    check: run,
};

fn opens(c: char) -> bool {
    matches!(c, '[' | '［' | '【' | '(' | '（' | '〔' | '﹝' | '〈')
}

fn closes(c: char) -> bool {
    matches!(c, ']' | '］' | '】' | ')' | '）' | '〕' | '﹞' | '〉')
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        if !has(text, "号") {
            continue;
        }
        for (at, open) in text.char_indices().filter(|(_, c)| opens(*c)) {
            let from = at + open.len_utf8();
            let Some(year) = text.get(from..from + 4).filter(|y| y.bytes().all(|b| b.is_ascii_digit())) else {
                continue;
            };
            let Some(close) = after(text, from + 4).filter(|c| closes(*c)) else { continue };
            let tail_at = from + 4 + close.len_utf8();
            let tail = text.get(tail_at..).unwrap_or_default();
            let ordinal = tail.strip_prefix('第').unwrap_or(tail);
            let digits = ordinal.chars().take_while(char::is_ascii_digit).count();
            let named = before(text, at).is_some_and(is_han);
            if !named || digits == 0 || !ordinal.get(digits..).is_some_and(|rest| rest.starts_with('号')) {
                continue;
            }
            let number = ordinal.get(..digits).unwrap_or_default();
            let plain = number.trim_start_matches('0');
            let right = format!("〔{year}〕{plain}号");
            let end = tail_at + (tail.len() - ordinal.len()) + digits + "号".len();
            let place = context.place(index, at, end);
            if place.text != right && !plain.is_empty() {
                let message = format!("发文字号“{}”不规范", place.text);
                found.push(Diagnostic::at(&RULE, place, message, format!("改为“{right}”")).fixed(right));
            }
        }
    }
}
