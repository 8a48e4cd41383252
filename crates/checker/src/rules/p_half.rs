//! P-HALF 中文里用了半角标点.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_chinese_mark, is_han};

pub(super) static RULE: Rule = Rule {
    code: "P-HALF",
    name: "中文里用了半角标点",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 5.1" },
    manual: include_str!("p_half.md"),
    words: |_| Vec::new(),
    check: run,
};

const MARKS: [(char, char); 5] = [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！')];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        if text.is_ascii() {
            continue;
        }
        let links = links(text);
        let mut open: Option<usize> = None;
        let outside = |at: usize| !links.iter().any(|(from, to)| (*from..*to).contains(&at));
        for (at, mark) in text.char_indices().filter(|(at, c)| c.is_ascii_punctuation() && outside(*at)) {
            match mark {
                '(' => {
                    open = Some(at);
                    if !text[at..].contains(')') && touches(text, at, at) {
                        push(context, found, (index, at), '（');
                    }
                }
                '.' if ends_sentence(text, at) => push(context, found, (index, at), '。'),
                ')' => bracket(context, found, index, (open.take(), at)),
                _ => {
                    let full = MARKS.iter().find(|(half, _)| *half == mark).map(|(_, full)| *full);
                    if let Some(full) = full.filter(|_| is_chinese(before(text, at))) {
                        push(context, found, (index, at), full);
                    }
                }
            }
        }
    }
}

/// Addresses of pages: from their protocol to the next blank or Chinese mark.
fn links(text: &str) -> Vec<(usize, usize)> {
    let ends = |c: char| c.is_whitespace() || is_chinese_mark(c);
    text.match_indices("://")
        .take(LINKS_MAX)
        .map(|(at, _)| {
            let head = text.get(..at).unwrap_or_default();
            let from = at - head.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
            let tail = text.get(at..).unwrap_or_default();
            (from, at + tail.find(ends).unwrap_or(tail.len()))
        })
        .collect()
}

/// More are a list of links.
const LINKS_MAX: usize = 20;

/// A point behind Chinese words where a sentence ends; behind a numeral it may belong to a label.
fn ends_sentence(text: &str, at: usize) -> bool {
    let (left, right) = (before(text, at), after(text, at + 1));
    let word = left.is_some_and(|c| is_han(c) && !"一二三四五六七八九十".contains(c));
    word && right.is_none_or(|c| is_han(c) || is_chinese_mark(c) || c == ' ' || c == '\u{3000}')
}

/// Both brackets of a pair or none: half a pair of each width is worse than either.
fn bracket(context: &Context<'_>, found: &mut Vec<Diagnostic>, index: usize, (open, close): (Option<usize>, usize)) {
    let text = context.document.paragraphs.get(index).map(|p| p.text.as_str()).unwrap_or_default();
    let Some(start) = open else {
        let label = text.get(..close).is_some_and(|head| {
            head.chars().count() <= 3
                && head.chars().all(|c| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c))
        });
        if !label && touches(text, close, close) {
            push(context, found, (index, close), '）');
        }
        return;
    };
    let inside = text.get(start + 1..close).unwrap_or_default();
    // A link of a web page: [打印](javascript:…).
    let link = text.get(..start).is_some_and(|head| head.ends_with(']'));
    let western = is_western(before(text, start)) && !is_chinese(after(text, close + 1));
    if !link && (touches(text, start, close) || (inside.chars().any(is_han) && !western)) {
        push(context, found, (index, start), '（');
        push(context, found, (index, close), '）');
    }
}

/// Chinese text stands before the one or behind the other.
fn touches(text: &str, open: usize, close: usize) -> bool {
    let behind = is_chinese(after(text, close + 1)) && !is_western(before(text, open));
    is_chinese(before(text, open)) || behind
}

fn is_chinese(c: Option<char>) -> bool {
    c.is_some_and(|c| is_han(c) || is_chinese_mark(c))
}

/// Part of a western stretch: `GB/T 9704 (2012)` keeps its own brackets.
fn is_western(c: Option<char>) -> bool {
    c.is_some_and(|c| c == ' ' || c.is_ascii_alphanumeric())
}

fn push(context: &Context<'_>, found: &mut Vec<Diagnostic>, (index, at): (usize, usize), full: char) {
    let place = context.place(index, at, at + 1);
    let message = format!("半角“{}”用在中文里", place.text);
    found.push(Diagnostic::at(&RULE, place, message, format!("改为全角“{full}”")).fixed(full.to_string()));
}
