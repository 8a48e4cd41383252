//! N-TOTALMEAS 问题总数与逐项报告的条数不等.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{DocumentKind, FindingKind};

pub(super) static RULE: Rule = Rule {
    code: "N-TOTALMEAS",
    name: "问题总数与逐项报告的条数不等",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "逐项报告（通行要求）" },
    manual: include_str!("n_totalmeas.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.structure.kind != DocumentKind::Report {
        return;
    }
    let listed = context.structure.findings.iter().filter(|finding| finding.kind == FindingKind::Problem).count();
    let stated = context.structure.totals.iter().find(|total| total.subject == "问题");
    let Some((total, number)) = stated.and_then(|total| Some((total, total.total.parse::<usize>().ok()?))) else {
        return;
    };
    if listed > 0 && number != listed {
        let message = format!("全文说问题{number}{}，逐项报告了{listed}条", total.unit);
        found.push(Diagnostic::at(
            &RULE,
            context.span(total.span),
            message,
            "核对是否每个问题都有回应；合并报告的请说明",
        ));
    }
}
