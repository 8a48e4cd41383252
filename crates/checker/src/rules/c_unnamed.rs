//! C-UNNAMED 未完成的只有数量没有名称.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{DocumentKind, Status};

pub(super) static RULE: Rule = Rule {
    code: "C-UNNAMED",
    name: "未完成的只有数量没有名称",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "未完成事项须逐项说明责任人和时限（通行要求）"
    },
    manual: include_str!("c_unnamed.md"),
    words: |_| Vec::new(),
    check: run,
};

const OPEN: [&str; 8] = ["基本完成", "正在", "未完成", "尚未", "推进", "剩余", "未整改", "整改中"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.structure.kind != DocumentKind::Report {
        return;
    }
    let Some(total) = context.structure.totals.iter().find(|total| total.subject == "问题") else { return };
    let named =
        context.problems().iter().filter(|problem| is_open(problem.status) || says_open(context, problem)).count();
    for part in total.parts.iter().filter(|part| OPEN.iter().any(|word| part.label.contains(word))) {
        let Ok(count) = part.count.parse::<usize>() else { continue };
        if count > 0 && named == 0 {
            let message = format!("“{}”{count}{}，没有写明是哪几个、何时完成", part.label, total.unit);
            found.push(Diagnostic::at(&RULE, context.span(total.span), message, "逐个写明问题、责任人和完成时限"));
        }
    }
}

fn is_open(status: Option<Status>) -> bool {
    matches!(status, Some(Status::NotStarted | Status::InProgress | Status::MostlyDone))
}

fn says_open(context: &Context<'_>, problem: &document::Finding) -> bool {
    let words = context.words(problem);
    ["基本完成整改", "正在整改", "尚未完成", "未完成整改", "正在推进", "整改中"].iter().any(|word| words.contains(word))
}
