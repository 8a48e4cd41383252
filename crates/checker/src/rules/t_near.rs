//! T-NEAR 固定用语错一字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::near::slips;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-NEAR",
    name: "固定用语错一字",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党内规范用语" },
    manual: include_str!("t_near.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (place, phrase) in slips(context, &context.lexicon.phrases) {
        let right: String = phrase.right.iter().collect();
        let message = format!("“{}”疑为“{right}”", place.text);
        found.push(Diagnostic::at(&RULE, place, message, format!("核对后改为“{right}”")));
    }
}
