//! S-DOUBLE 自动编号段落里又手写了序号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::ProblemCode;

pub(super) static RULE: Rule = Rule {
    code: "S-DOUBLE",
    name: "自动编号段落里又手写了序号",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "序号只写一次（通行做法）" },
    manual: include_str!("s_double.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for problem in context.structure.problems.iter().filter(|p| p.code == ProblemCode::DoubleLabel) {
        let Some(paragraph) = problem.paragraph.map(|p| p as usize) else { continue };
        let place = context.place(paragraph, 0, 0);
        found.push(Diagnostic::at(&RULE, place, problem.message.clone(), "删去手写的序号，或取消自动编号"));
    }
}
