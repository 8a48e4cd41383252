//! T-CLAUSE “以……开展”没有说完.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-CLAUSE",
    name: "“以……开展”没有说完",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "通行语法规范" },
    manual: include_str!("t_clause.md"),
    words: |_| vec!["”开展", "站在"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        if hit.word == "站在" {
            if let Some(end) = bare_angle(hit.tail()) {
                let place = context.place(index, at, at + "站在".len() + end);
                found.push(Diagnostic::at(&RULE, place, "“……角度”前没有“从”", "补上“从”，或与“站在……高度”分开写"));
            }
            continue;
        }
        let head = text.get(..at).unwrap_or_default();
        let Some(open) = head.rfind('“') else { continue };
        if head.get(..open).is_some_and(|head| head.ends_with('以')) {
            let place = context.place(index, open - "以".len(), at + "”开展".len());
            let message = "“以”没有与之呼应的“为主题”“为题”";
            found.push(Diagnostic::at(&RULE, place, message, "在引号后补“为主题”，或删去“以”"));
        }
    }
}

/// 站在……高度，……角度，: the second has no word of its own; its end in bytes.
fn bare_angle(tail: &str) -> Option<usize> {
    let height = tail.find("高度，").filter(|at| *at <= CLAUSE_MAX && !tail[..*at].contains(['，', '。']))?;
    let from = height + "高度，".len();
    let clause = tail.get(from..)?.split(['，', '。']).next()?;
    let bare =
        clause.ends_with("角度") && !["从", "站在", "立足", "基于", "以"].iter().any(|word| clause.starts_with(word));
    bare.then_some(from + clause.len())
}

/// Bytes.
const CLAUSE_MAX: usize = 90;
