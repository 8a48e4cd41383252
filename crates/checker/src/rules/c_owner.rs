//! C-OWNER 责任单位与台账不符.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Duty, DutyRole};

pub(super) static RULE: Rule = Rule {
    code: "C-OWNER",
    name: "责任单位与台账不符",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_owner.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers().into_iter().filter(|(item, _)| !item.owners.is_empty()) {
        for answer in answers {
            let duties: Vec<&Duty> =
                answer.owners.iter().filter(|duty| matches!(duty.role, DutyRole::LeadUnit | DutyRole::Owner)).collect();
            let names: Vec<&String> = duties.iter().flat_map(|duty| &duty.names).collect();
            let known = |name: &String| {
                item.owners.iter().any(|owner| owner.contains(name.as_str()) || name.contains(owner.as_str()))
            };
            if let (Some(duty), false) = (duties.first(), names.is_empty() || names.iter().any(|name| known(name))) {
                let message = format!("文中责任单位与{}（{}）不同", item.words(), item.owners.join("、"));
                found.push(Diagnostic::at(&RULE, context.span(duty.span), message, "核对分工，改正报告或台账"));
            }
        }
    }
}
