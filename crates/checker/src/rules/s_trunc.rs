//! S-TRUNC 段落没有写完.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "S-TRUNC",
    name: "段落没有写完",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.1" },
    manual: include_str!("s_trunc.md"),
    words: |_| Vec::new(),
    check: run,
};

const CHARACTERS_MIN: usize = 40;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = paragraph.text.trim_end();
        if text.chars().nth(CHARACTERS_MIN).is_none() || !text.contains('。') || text.contains('\t') {
            continue;
        }
        let Some(last) = text.chars().next_back() else { continue };
        if is_han(last) || matches!(last, '，' | '、') {
            let start = text.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
            let place = context.place(index, start, text.len());
            let message = format!("段末“{}”之后没有句末标点", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "补全文字，或补上句号"));
        }
    }
}
