//! D-RELATIVE 时限用了相对的说法.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::places;

pub(super) static RULE: Rule = Rule {
    code: "D-RELATIVE",
    name: "时限用了相对的说法",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改时限明确到日（通行要求）" },
    manual: include_str!("d_relative.md"),
    check: run,
};

const VAGUE: [&str; 6] = ["近期完成", "尽快完成", "适时完成", "尽早完成", "择期完成", "近期内完成"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for words in VAGUE {
            for at in places(&paragraph.text, words) {
                let place = context.place(index, at, at + words.len());
                let message = format!("“{words}”没有明确时限");
                found.push(Diagnostic::at(&RULE, place, message, "写明日期"));
            }
        }
    }
}
