//! C-TITLE 文件名称与台账不一致.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::facts::FactItem;
use crate::registry::edits;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "C-TITLE",
    name: "文件名称与台账不一致",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_title.md"),
    words: |_| Vec::new(),
    check: run,
};

const EDITS_MAX: usize = 2;
const LENGTH_MIN: usize = 6;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(facts) = context.facts else { return };
    let known: Vec<(&str, &FactItem)> =
        facts.items.iter().flat_map(|item| named(&item.text).map(move |name| (name, item))).collect();
    for title in &context.structure.titles {
        let name = title.text.trim_start_matches('《').trim_end_matches('》');
        let length = name.chars().count();
        if length < LENGTH_MIN || known.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let near = known
            .iter()
            .find(|(other, _)| other.chars().count().abs_diff(length) <= EDITS_MAX && edits(other, name) <= EDITS_MAX);
        if let Some((other, item)) = near {
            let message = format!("《{name}》在{}里是《{other}》", item.words());
            found.push(Diagnostic::at(&RULE, context.span(title.span), message, "以印发的文件为准，统一名称"));
        }
    }
}

/// What stands in 《》.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('《').skip(1).filter_map(|part| part.split_once('》')).map(|(name, _)| name)
}
