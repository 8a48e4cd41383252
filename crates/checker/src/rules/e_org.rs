//! E-ORG 单位名称与名录不一.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::near::slips;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "E-ORG",
    name: "单位名称与名录不一",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "以本单位名录为准" },
    manual: include_str!("e_org.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (place, unit) in slips(context, &context.lexicon.units) {
        let right: String = unit.right.iter().collect();
        let message = format!("“{}”与名录里的“{right}”差一个字", place.text);
        found.push(Diagnostic::at(&RULE, place, message, format!("核对后改为“{right}”")));
    }
}
