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
    words: |_| VAGUE.iter().chain(&ENDS).copied().collect(),
    check: run,
};

const VAGUE: [&str; 6] = ["近期完成", "尽快完成", "适时完成", "尽早完成", "择期完成", "近期内完成"];

/// Ends of a year or month that do not say which.
const ENDS: [&str; 3] = ["年底前", "月底前", "年末前"];
const CLAUSE_MAX: usize = 12;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        if ENDS.contains(&hit.word) {
            // 2026年底前 is a time; 今年 is that of the document.
            let told = hit.head().ends_with(|c: char| c.is_ascii_digit() || "今本明去次当每年".contains(c));
            let clause: String = hit.tail().chars().take_while(|c| !"，。；".contains(*c)).take(CLAUSE_MAX).collect();
            let due = ["完成", "落实", "到位", "整改", "建成"].iter().any(|word| clause.contains(word));
            if !told && due {
                let message = format!("“{}”没有写哪一年", hit.word);
                found.push(Diagnostic::at(&RULE, hit.place(context), message, "写明日期，如“2026年12月31日前”"));
            }
            continue;
        }
        let message = format!("“{}”没有明确时限", hit.word);
        found.push(Diagnostic::at(&RULE, hit.place(context), message, "写明日期"));
    }
}
