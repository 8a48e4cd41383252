//! T-CUT 固定用语被截断.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-CUT",
    name: "固定用语被截断",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党内规范用语" },
    manual: include_str!("t_cut.md"),
    words: |_| PHRASES.iter().map(|(head, ..)| *head).collect(),
    check: run,
};

/// Beginning, what must be before it (nothing: anything), and what is missing.
const PHRASES: [(&str, &[&str], &str); 8] = [
    ("专题民主生活", &[], "会"),
    ("专题组织生活", &[], "会"),
    ("民主生活", &["召开", "开好", "参加", "组织召开"], "会"),
    ("组织生活", &["召开", "开好"], "会"),
    ("三会一", &[], "课"),
    ("建章立", &[], "制"),
    ("立行立", &[], "改"),
    ("对账销", &[], "号"),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((head, needed, missing)) = PHRASES.iter().find(|(head, ..)| *head == hit.word) else { continue };
        let fits = needed.is_empty() || needed.iter().any(|word| hit.head().ends_with(word));
        let cut = hit.tail().chars().next().is_none_or(|c| "，。；、：！？）》”".contains(c));
        if fits && cut {
            let message = format!("“{head}”之后缺“{missing}”");
            found.push(Diagnostic::at(&RULE, hit.place(context), message, format!("补全为“{head}{missing}”")));
        }
    }
}
