//! P-DASH 破折号只占了一个字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_han};

pub(super) static RULE: Rule = Rule {
    code: "P-DASH",
    name: "破折号只占了一个字",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.13.2" },
    manual: include_str!("p_dash.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        for (at, mark) in text.match_indices('—') {
            let (left, right) = (before(text, at), after(text, at + mark.len()));
            let alone = left != Some('—') && right != Some('—');
            let words = left.is_some_and(|c| c == '”' || c == '》') && right.is_some_and(is_han);
            if alone && words {
                let place = context.place(index, at, at + mark.len());
                found.push(Diagnostic::at(&RULE, place, "破折号应占两个字的位置", "改为“——”").fixed("——"));
            }
        }
    }
}
