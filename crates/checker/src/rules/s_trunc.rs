//! S-TRUNC 段落没有写完.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;
use document::label_parts;

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
        let whole = text.contains('。') || is_amid_sentences(context, index, text);
        if text.chars().nth(CHARACTERS_MIN).is_none() || !whole || text.contains('\t') {
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

/// One sentence without its mark, between paragraphs that end with theirs, and no heading.
fn is_amid_sentences(context: &Context<'_>, index: usize, text: &str) -> bool {
    let ends = |at: Option<usize>| {
        let text = at.and_then(|at| context.document.paragraphs.get(at)).map_or("", |p| p.text.trim_end());
        text.ends_with('。')
    };
    let heading = label_parts(text).is_some() || text.starts_with('第') || text.ends_with(['题', '面', '知', '告']);
    text.contains('，') && !heading && ends(index.checked_sub(1)) && ends(Some(index + 1))
}
