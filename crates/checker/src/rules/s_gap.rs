//! S-GAP 序号跳号、重号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::ProblemCode;

pub(super) static RULE: Rule = Rule {
    code: "S-GAP",
    name: "序号跳号、重号",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.3" },
    manual: include_str!("s_gap.md"),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for problem in context.structure.problems.iter().filter(|p| p.code == ProblemCode::LabelGap) {
        let Some(paragraph) = problem.paragraph.map(|p| p as usize) else { continue };
        let text = context.document.paragraphs.get(paragraph).map(|p| p.text.as_str()).unwrap_or_default();
        let end = text.char_indices().nth(8).map_or(text.len(), |(at, _)| at);
        let place = context.place(paragraph, 0, end);
        found.push(Diagnostic::at(&RULE, place, problem.message.clone(), "核对是否漏了一条，或改正序号"));
    }
}
