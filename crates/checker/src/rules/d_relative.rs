//! D-RELATIVE 时限用了相对的说法.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-RELATIVE",
    name: "时限用了相对的说法",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改时限明确到日（通行要求）" },
    manual: include_str!("d_relative.md"),
    words: |_| VAGUE.to_vec(),
    check: run,
};

const VAGUE: [&str; 6] = ["近期完成", "尽快完成", "适时完成", "尽早完成", "择期完成", "近期内完成"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let message = format!("“{}”没有明确时限", hit.word);
        found.push(Diagnostic::at(&RULE, hit.place(context), message, "写明日期"));
    }
}
