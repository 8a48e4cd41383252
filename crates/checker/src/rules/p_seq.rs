//! P-SEQ 序号后的标点不规范.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_han, places};

pub(super) static RULE: Rule = Rule {
    code: "P-SEQ",
    name: "序号后的标点不规范",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 附录B.3" },
    manual: include_str!("p_seq.md"),
    words: |_| Vec::new(),
    check: run,
};

const NUMERALS: &str = "一二三四五六七八九十";

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        if let Some((start, end, right)) = at_start(text) {
            push(context, found, index, (start, end), right);
        }
        for word in ["是，", "是、", "是："] {
            for at in places(text, word) {
                let series = before(text, at).is_some_and(|c| NUMERALS.contains(c));
                let head = text.get(..at).unwrap_or_default();
                let edge = head.chars().rev().nth(1).is_none_or(|c| "。；：，".contains(c));
                if series && edge {
                    let mark = at + "是".len();
                    push(context, found, index, (mark, mark + "，".len()), "");
                }
            }
        }
    }
}

fn push(context: &Context<'_>, found: &mut Vec<Diagnostic>, index: usize, (start, end): (usize, usize), right: &str) {
    let place = context.place(index, start, end);
    let message = format!("序号后用了“{}”", place.text);
    let hint = if right.is_empty() { "删去这个标点".to_owned() } else { format!("改为“{right}”") };
    found.push(Diagnostic::at(&RULE, place, message, hint).fixed(right));
}

/// The mark behind the label of the paragraph, and what belongs there.
fn at_start(text: &str) -> Option<(usize, usize, &'static str)> {
    let first = text.chars().next()?;
    let (body, bracketed) = match first {
        '（' | '(' => (text.get(first.len_utf8()..)?, true),
        _ => (text, false),
    };
    let han = body.chars().take_while(|c| NUMERALS.contains(*c)).map(char::len_utf8).sum::<usize>();
    let digits = body.chars().take_while(char::is_ascii_digit).count();
    let number = han.max(digits);
    if number == 0 || digits > 2 || han > 9 {
        return None;
    }
    let mut at = number + if bracketed { first.len_utf8() } else { 0 };
    if bracketed {
        let close = after(text, at).filter(|c| matches!(c, '）' | ')'))?;
        at += close.len_utf8();
    }
    let mark = after(text, at)?;
    let end = at + mark.len_utf8();
    // 一、二级 and 1、2 are lists, not labels.
    let next = after(text, end)?;
    if NUMERALS.contains(next) || next.is_ascii_digit() {
        return None;
    }
    match (bracketed, han > 0, mark) {
        (true, _, '、' | '，') => Some((at, end, "")),
        (false, true, '.' | '．') => Some((at, end, "、")),
        (false, false, '、') if is_han(next) => Some((at, end, ".")),
        _ => None,
    }
}
