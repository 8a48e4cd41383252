//! C-TENSE 台账是“拟”，报告成了“已”.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Status;

pub(super) static RULE: Rule = Rule {
    code: "C-TENSE",
    name: "台账是“拟”，报告成了“已”",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_tense.md"),
    words: |_| Vec::new(),
    check: run,
};

const PLANNED: [&str; 5] = ["拟", "将", "计划", "准备", "待"];
const DONE: [&str; 6] = ["已", "制定了", "修订了", "印发了", "出台了", "建立了"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(facts) = context.facts else { return };
    for title in &context.structure.titles {
        let name = title.text.trim_matches(['《', '》']);
        let text =
            context.document.paragraphs.get(title.span.paragraph as usize).map(|p| p.text.as_str()).unwrap_or_default();
        let done = DONE.iter().any(|word| clause(text, title.span.start as usize).contains(word));
        let item = facts.items.iter().find(|item| {
            let open = !matches!(item.status, Some(Status::Done | Status::Standing | Status::MostlyDone));
            let at = item.text.find(name).filter(|_| open && !name.is_empty());
            at.is_some_and(|at| PLANNED.iter().any(|word| clause(&item.text, at).contains(word)))
        });
        if let (true, Some(item)) = (done, item) {
            let message = format!("《{name}》在{}里还是计划", item.words());
            found.push(Diagnostic::at(&RULE, context.span(title.span), message, "核对是否已经印发"));
        }
    }
}

/// The words before a place, from the last mark on.
fn clause(text: &str, at: usize) -> &str {
    let head = text.get(..at).unwrap_or_default();
    let from = head.char_indices().rev().find(|(_, c)| "，。；：".contains(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    head.get(from..).unwrap_or_default()
}
