//! C-DIFF 两份稿子的数字不一.

use crate::context::Context;
use crate::copies::differences;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "C-DIFF",
    name: "两份稿子的数字不一",
    level: Level::Error,
    when: When::Copies,
    authority: Authority {
        strength: Strength::Practice, source: "公开稿与内部稿数字一致（通行要求）"
    },
    manual: include_str!("c_diff.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(other) = context.other else { return };
    for one in differences(context.document, other) {
        let (here, there) = (one.here.numbers.join("、"), one.there.numbers.join("、"));
        let place = context.place(one.here.paragraph, one.here.start, one.here.end);
        let message = format!("“{}”：这一份是{here}，另一份是{there}", place.text);
        found.push(Diagnostic::at(&RULE, place, message, "核对台账，两份改成一样"));
    }
}
