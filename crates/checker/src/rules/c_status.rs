//! C-STATUS 报告说已完成，台账未完成.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Status;

pub(super) static RULE: Rule = Rule {
    code: "C-STATUS",
    name: "报告说已完成，台账未完成",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_status.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers() {
        let Some(status) = item.status else { continue };
        for answer in answers {
            let said = answer.status.or_else(|| claimed(&context.words(answer)));
            let wrong = matches!(said, Some(Status::Done | Status::Standing))
                && matches!(status, Status::NotStarted | Status::InProgress);
            if wrong {
                let message = format!("文中说已完成，{}为“{}”", item.words(), word(status));
                found.push(Diagnostic::at(&RULE, context.heading(answer), message, "核对进展，改正报告或台账"));
            }
        }
    }
}

/// The words at the end of an answer.
fn claimed(text: &str) -> Option<Status> {
    let done = ["已完成整改", "整改已完成", "已整改完成", "已整改到位", "完成整改。", "已销号"];
    let open = ["未完成", "基本完成", "正在", "持续推进", "尚未"];
    let last: String = text.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
    (done.iter().any(|word| last.contains(word)) && !open.iter().any(|word| last.contains(word)))
        .then_some(Status::Done)
}

fn word(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "未启动",
        Status::InProgress => "正在整改",
        Status::MostlyDone => "基本完成",
        Status::Done => "已完成",
        Status::Standing => "长期坚持",
    }
}
