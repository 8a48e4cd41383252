//! T-REPEAT 同样的字连着写了两遍.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "T-REPEAT",
    name: "同样的字连着写了两遍",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "校对惯例" },
    manual: include_str!("t_repeat.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose().filter(|(_, paragraph)| may_repeat(&paragraph.text)) {
        let text: Vec<(usize, char)> = paragraph.text.char_indices().collect();
        let mut at = 0;
        while at + 4 <= text.len() {
            let repeated = SIZES.rev().find(|size| is_repeated(&text, at, *size));
            if let Some(size) = repeated {
                let end = text.get(at + size * 2).map_or(paragraph.text.len(), |(byte, _)| *byte);
                let place = context.place(index, text[at].0, end);
                let message = format!("“{}”连写了两遍", place.text.chars().take(size).collect::<String>());
                found.push(Diagnostic::at(&RULE, place, message, "核对是否多写"));
                at += size * 2;
            } else {
                at += 1;
            }
        }
    }
}

/// Sizes of what may stand twice.
const SIZES: std::ops::RangeInclusive<usize> = 2..=6;

/// Whether as many characters as a size has are those that stood as many before them.
fn may_repeat(text: &str) -> bool {
    let mut last = ['\0'; 6];
    let mut same = [0usize; 7];
    text.chars().enumerate().any(|(at, c)| {
        let mut repeated = false;
        for size in SIZES {
            let like = at >= size && last[(at - size) % 6] == c;
            same[size] = if like { same[size] + 1 } else { 0 };
            repeated |= same[size] >= size;
        }
        last[at % 6] = c;
        repeated
    })
}

fn is_repeated(text: &[(usize, char)], at: usize, size: usize) -> bool {
    let (Some(one), Some(two)) = (text.get(at..at + size), text.get(at + size..at + size * 2)) else { return false };
    let same = one.iter().zip(two).all(|((_, a), (_, b))| a == b);
    // 一一一, 研究研究 as a figure of speech cannot be told apart; one character alone is not a word.
    same && one.iter().all(|(_, c)| is_han(*c)) && one.iter().any(|(_, c)| *c != one[0].1)
}
