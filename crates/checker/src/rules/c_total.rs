//! C-TOTAL 总数与台账不符.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::facts::FactItem;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Part, Status};

pub(super) static RULE: Rule = Rule {
    code: "C-TOTAL",
    name: "总数与台账不符",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_total.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Words of a part, and what the ledger calls it.
const PARTS: [(&str, &[Status]); 6] = [
    ("基本完成", &[Status::MostlyDone]),
    ("长期坚持", &[Status::Standing]),
    ("正在", &[Status::InProgress]),
    ("推进", &[Status::InProgress]),
    ("未", &[Status::NotStarted]),
    ("完成", &[Status::Done]),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(facts) = context.facts.filter(|facts| !facts.items.is_empty()) else { return };
    let Some(total) = context.structure.totals.iter().find(|total| total.subject == "问题") else { return };
    let count = facts.items.len().to_string();
    if total.total != count {
        let message = format!("文中问题共{}{}，台账共{count}个", total.total, total.unit);
        found.push(Diagnostic::at(&RULE, context.span(total.span), message, "按台账改正，或更新台账"));
        return;
    }
    // Statuses that the text names by a part of their own; the rest are in its 完成.
    let own: Vec<Status> = total.parts.iter().filter_map(|part| statuses(part)).flatten().copied().collect();
    for part in &total.parts {
        let Some(statuses) = statuses(part) else { continue };
        let is = |item: &&FactItem| {
            item.status.is_some_and(|status| {
                let folded = statuses == [Status::Done]
                    && matches!(status, Status::MostlyDone | Status::Standing)
                    && !own.contains(&status);
                statuses.contains(&status) || folded
            })
        };
        let ledger = facts.items.iter().filter(is).count();
        let exact =
            facts.items.iter().filter(|item| item.status.is_some_and(|status| statuses.contains(&status))).count();
        let known = facts.items.iter().all(|item| item.status.is_some());
        if known && part.count != ledger.to_string() && part.count != exact.to_string() {
            let message = format!("文中“{}”{}{}，台账为{ledger}个", part.label, part.count, total.unit);
            found.push(Diagnostic::at(&RULE, context.span(total.span), message, "按台账改正，或更新台账"));
        }
    }
}

fn statuses(part: &Part) -> Option<&'static [Status]> {
    let counted = part.count.chars().all(|c| c.is_ascii_digit()) && !part.label.contains('率');
    PARTS.iter().find(|(word, _)| counted && part.label.contains(word)).map(|(_, statuses)| *statuses)
}
