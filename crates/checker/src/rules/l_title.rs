//! L-TITLE 标题没有居中或回行不当.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, Set, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Align;

pub(super) static RULE: Rule = Rule {
    code: "L-TITLE",
    name: "标题没有居中或回行不当",
    level: Level::Advice,
    when: When::Official,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 7.3.1" },
    manual: include_str!("l_title.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = paragraphs(context);
    let lines: Vec<_> = all.iter().filter(|one| one.role == Role::Title).collect();
    if let Some(one) = lines.iter().find(|one| one.setting.align != Align::Center) {
        let place = context.place(one.index, 0, one.text.len());
        found.push(Diagnostic::at(&RULE, place, "标题没有居中", "设为居中，不用空格或缩进凑"));
    }
    // One of the lines may not be taken for a part of the title: they are known by being set alike.
    let Some(title) = all.iter().position(|one| one.role == Role::Title) else { return };
    let alike = |one: &&Set<'_>| Some(one.setting) == all.get(title).map(|title| title.setting);
    let before = all.iter().take(title).rev().take_while(alike).count();
    let Some((last, others)) = all.get(title - before..).and_then(|block| {
        let length = block.iter().take_while(alike).count();
        block.get(..length).and_then(<[Set<'_>]>::split_last)
    }) else {
        return;
    };
    if last.text.chars().count() == 1 && !others.is_empty() {
        let place = context.place(last.index, 0, last.text.len());
        found.push(Diagnostic::at(&RULE, place, "标题末行只有一个字", "调整回行，排成梯形或菱形"));
    }
}
