//! L-MINUTES 纪要格式不合要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::head::{Head, Issue};
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "L-MINUTES",
    name: "纪要格式不合要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 10.3" },
    manual: include_str!("l_minutes.md"),
    words: |_| Vec::new(),
    check: run,
};

/// In this order.
const LABELS: [&str; 3] = ["出席", "请假", "列席"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if Head::of(context).is_none_or(|head| head.issue != Issue::Minutes) {
        return;
    }
    let mut last: Option<(usize, &str)> = None;
    for (index, paragraph) in context.prose() {
        let text = paragraph.text.trim_start();
        let lead = paragraph.text.len() - text.len();
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).take(3).collect();
        let Some(rank) = LABELS.iter().position(|label| plain.starts_with(label)) else { continue };
        let place = context.place(index, lead, lead + text.find(['：', ':']).map_or(LABELS[rank].len(), |at| at + 1));
        match plain.chars().nth(2) {
            Some('：') => {}
            Some(':') => {
                let message = format!("“{}”后用了半角冒号", LABELS[rank]);
                found.push(Diagnostic::at(&RULE, place, message, "标全角冒号"));
            }
            _ => continue,
        }
        if let Some((before, label)) = last.filter(|(before, _)| *before > rank) {
            let place = context.place(index, lead, lead + text.len());
            let message = format!("“{}”排在“{label}”之后", LABELS[rank]);
            found.push(Diagnostic::at(&RULE, place, message, "依次为出席、请假、列席"));
            last = Some((before, label));
            continue;
        }
        last = Some((rank, LABELS[rank]));
    }
}
