//! P-DENG “等”前多了顿号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-DENG",
    name: "“等”前多了顿号",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.5.3" },
    manual: include_str!("p_deng.md"),
    words: |_| vec!["、等"],
    check: run,
};

/// Words that begin with 等 and are no 等.
const WORDS: &str = "级待同候额价次于离腰距边";

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        if !hit.tail().starts_with(|c| WORDS.contains(c)) {
            let place = context.place(hit.paragraph, hit.at, hit.at + "、".len());
            found.push(Diagnostic::at(&RULE, place, "“等”前用了顿号", "删去“等”前的顿号").fixed(""));
        }
    }
}
