//! P-BOOKDUN 书名号之间用了顿号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-BOOKDUN",
    name: "书名号之间用了顿号",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::General, source: "GB/T 15834-2011 4.5.3.5" },
    manual: include_str!("p_bookdun.md"),
    words: |_| vec!["》、《"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, _text, at) = (hit.paragraph, hit.text, hit.at);
        let start = at + "》".len();
        let place = context.place(index, start, start + "、".len());
        found.push(Diagnostic::at(&RULE, place, "并列的书名号之间用了顿号", "通常不用顿号，可以删去").fixed(""));
    }
}
