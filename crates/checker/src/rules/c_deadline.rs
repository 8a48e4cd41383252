//! C-DEADLINE 完成时限与台账不符.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::DeadlineKind;

pub(super) static RULE: Rule = Rule {
    code: "C-DEADLINE",
    name: "完成时限与台账不符",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_deadline.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers() {
        let Some(due) = item.due.as_deref() else { continue };
        for answer in answers {
            let dates = answer.deadlines.iter().filter(|one| one.kind == DeadlineKind::Absolute && one.date.is_some());
            let last = dates.max_by_key(|one| one.date.clone());
            let Some(stated) = last else { continue };
            let date = stated.date.as_deref().unwrap_or_default();
            // Without a year, month and day are compared.
            let same = match date.strip_prefix("--") {
                Some(day) => due.ends_with(day),
                None => due == date,
            };
            if !same {
                let message = format!("文中时限为“{}”，{}为{due}", stated.text, item.words());
                found.push(Diagnostic::at(&RULE, context.span(stated.span), message, "按批准的时限改正"));
            }
        }
    }
}
