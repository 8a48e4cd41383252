//! N-SUM 分项之和与总数不等.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-SUM",
    name: "分项之和与总数不等",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_sum.md"),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for total in context.structure.totals.iter().filter(|total| total.consistent == Some(false)) {
        let parts: Vec<String> = total.parts.iter().map(|part| format!("{}{}", part.label, part.count)).collect();
        let message = format!("{}共{}{}，分项为{}，合不上", total.subject, total.total, total.unit, parts.join("、"));
        found.push(Diagnostic::at(&RULE, context.span(total.span), message, "核对台账，改正总数或分项"));
    }
}
