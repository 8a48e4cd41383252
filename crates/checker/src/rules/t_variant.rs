//! T-VARIANT 同一用语有时加引号有时不加.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Place;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{is_han, marks_like_quotes};
use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "T-VARIANT",
    name: "同一用语有时加引号有时不加",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "全文写法一致（通行要求）" },
    manual: include_str!("t_variant.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut quoted: BTreeMap<&str, (usize, Place)> = BTreeMap::new();
    for (index, paragraph) in context.prose() {
        for (start, end) in quotations(&paragraph.text) {
            let word = &paragraph.text[start..end];
            if (4..=10).contains(&word.chars().count()) && word.chars().all(is_han) {
                let place = context.place(index, start, end);
                quoted.entry(word).and_modify(|(count, _)| *count += 1).or_insert((1, place));
            }
        }
    }
    quoted.retain(|_, (count, _)| *count > 1);
    if quoted.is_empty() {
        return;
    }
    let words: Vec<&str> = quoted.keys().copied().collect();
    let Ok(automaton) = AhoCorasick::new(&words) else { return };
    for (index, paragraph) in context.prose() {
        let mut hits = automaton.find_overlapping_iter(&paragraph.text).peekable();
        if hits.peek().is_none() {
            continue;
        }
        let ranges = quotations(&paragraph.text);
        for hit in hits {
            let Some((word, (_, first))) =
                words.get(hit.pattern().as_usize()).and_then(|word| quoted.get_key_value(word))
            else {
                continue;
            };
            let at = hit.start();
            let inside = ranges.iter().any(|(start, end)| *start <= at && at < *end);
            let title = paragraph.text[..at].rfind('《') > paragraph.text[..at].rfind('》');
            if !inside && !title {
                let place = context.place(index, at, hit.end());
                let message = format!("“{word}”别处加了引号，这里没有");
                found.push(Diagnostic::at(&RULE, place, message, "全文写法一致").with([first.clone()]));
            }
        }
    }
}

/// What stands in double quotation marks.
fn quotations(text: &str) -> Vec<(usize, usize)> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, mark) in marks_like_quotes(text) {
        match mark {
            '“' => open = Some(at + mark.len_utf8()),
            '”' => ranges.extend(open.take().map(|start| (start, at))),
            _ => {}
        }
    }
    ranges
}
