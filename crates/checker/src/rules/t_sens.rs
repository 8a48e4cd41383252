//! T-SENS 本单位慎用的词.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-SENS",
    name: "本单位慎用的词",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "以本单位慎用词表为准" },
    manual: include_str!("t_sens.md"),
    words: |lexicon| lexicon.unwanted.iter().map(|unwanted| unwanted.word.as_str()).collect(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let advice = context.lexicon.unwanted.iter().find(|one| one.word == hit.word).map(|one| one.advice.as_str());
        let advice = advice.filter(|advice| !advice.is_empty()).unwrap_or("按本单位的要求改写");
        found.push(Diagnostic::at(&RULE, hit.place(context), format!("“{}”在慎用词表里", hit.word), advice));
    }
}
