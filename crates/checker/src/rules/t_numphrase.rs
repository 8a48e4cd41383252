//! T-NUMPHRASE 简称的数字不对.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-NUMPHRASE",
    name: "简称的数字不对",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党内规范用语" },
    manual: include_str!("t_numphrase.md"),
    words: |_| PHRASES.iter().map(|(wrong, _)| *wrong).collect(),
    check: run,
};

const PHRASES: [(&str, &str); 10] = [
    ("三个意识”", "四个意识"),
    ("五个意识”", "四个意识"),
    ("三个自信”", "四个自信"),
    ("五个自信”", "四个自信"),
    ("三个维护”", "两个维护"),
    ("三个确立”", "两个确立"),
    ("三会两课", "三会一课"),
    ("三会二课", "三会一课"),
    ("两重一大", "三重一大"),
    ("一岗两责", "一岗双责"),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((wrong, right)) = PHRASES.iter().find(|(wrong, _)| *wrong == hit.word) else { continue };
        let place = context.place(hit.paragraph, hit.at, hit.at + wrong.trim_end_matches('”').len());
        let message = format!("“{}”应为“{right}”", place.text);
        found.push(Diagnostic::at(&RULE, place, message, format!("改为“{right}”")));
    }
}
