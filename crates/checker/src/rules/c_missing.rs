//! C-MISSING 台账的问题没有回应或回应两次.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "C-MISSING",
    name: "台账的问题没有回应或回应两次",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_missing.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let answers = context.answers();
    // A summary answers a few; only a document that answers most is meant to answer all.
    let answered = answers.iter().filter(|(_, found)| !found.is_empty()).count();
    if answered * 2 < answers.len() {
        return;
    }
    for (item, answers) in answers {
        match answers.as_slice() {
            [] => {
                let message = format!("没有回应{}", item.words());
                let place =
                    context.problems().first().map_or_else(|| context.place(0, 0, 0), |one| context.heading(one));
                found.push(Diagnostic::at(&RULE, place, message, "补写这个问题的整改情况"));
            }
            [first, second, ..] => {
                let message = format!("{}回应了{}次", item.words(), answers.len());
                found.push(
                    Diagnostic::at(&RULE, context.heading(second), message, "合并为一处")
                        .with([context.heading(first)]),
                );
            }
            [_] => {}
        }
    }
}
