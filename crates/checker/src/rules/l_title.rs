//! L-TITLE 标题没有居中或回行不当.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Align;

pub(super) static RULE: Rule = Rule {
    code: "L-TITLE",
    name: "标题没有居中或回行不当",
    level: Level::Advice,
    when: When::Official,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 7.3.1" },
    manual: include_str!("l_title.md"),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = paragraphs(context);
    let lines: Vec<_> = all.iter().filter(|one| one.role == Role::Title).collect();
    if let Some(one) = lines.iter().find(|one| one.setting.align != Align::Center) {
        let place = context.place(one.index, 0, one.text.len());
        found.push(Diagnostic::at(&RULE, place, "标题没有居中", "设为居中，不用空格或缩进凑"));
    }
    // A last line so short is not taken for a part of the title: it is known by being set like it.
    let next = lines.last().and_then(|last| all.iter().find(|one| one.index == last.index + 1));
    let same = next.zip(lines.last()).filter(|(next, last)| next.setting == last.setting);
    if let Some((next, _)) = same
        && next.text.chars().count() == 1
    {
        let place = context.place(next.index, 0, next.text.len());
        found.push(Diagnostic::at(&RULE, place, "标题末行只有一个字", "调整回行，排成梯形或菱形"));
    }
}
