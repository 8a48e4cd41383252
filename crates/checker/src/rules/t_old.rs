//! T-OLD 用语已经更新.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Formula;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-OLD",
    name: "用语已经更新",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党的文件现行表述（2026-11核对）" },
    manual: include_str!("t_old.md"),
    words: |lexicon| lexicon.formulas.iter().map(|formula| formula.old.as_str()).collect(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some(Formula { old, new, since }) = context.lexicon.formulas.iter().find(|formula| formula.old == hit.word)
        else {
            continue;
        };
        let message = format!("“{old}”在{since}之后已有新表述");
        let hint = format!("引用旧文件的保留，其余改为“{new}”");
        found.push(Diagnostic::at(&RULE, hit.place(context), message, hint));
    }
}
