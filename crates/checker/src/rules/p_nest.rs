//! P-NEST 书名号、引号套用不当.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::places;

pub(super) static RULE: Rule = Rule {
    code: "P-NEST",
    name: "书名号、引号套用不当",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.8.3.4、4.15.3.4" },
    manual: include_str!("p_nest.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        for (outer, close, inner) in [("《", "》", "〈"), ("“", "”", "‘")] {
            // One is missing: P-PAIR speaks of it.
            let text = &paragraph.text;
            let opened = places(text, outer).count();
            if opened < 2 || opened != places(text, close).count() {
                continue;
            }
            let mut open = false;
            for (at, mark) in marks(text, outer, close) {
                if mark == close {
                    open = false;
                } else if open {
                    let place = context.place(index, at, at + mark.len());
                    let message = format!("“{outer}”里又用了“{outer}”");
                    found.push(Diagnostic::at(&RULE, place, message, format!("里层改用“{inner}”")));
                } else {
                    open = true;
                }
            }
        }
    }
}

/// Both marks in the order of the text.
fn marks<'t>(text: &str, outer: &'t str, close: &'t str) -> Vec<(usize, &'t str)> {
    let mut all: Vec<_> = places(text, outer).map(|at| (at, outer)).collect();
    all.extend(places(text, close).map(|at| (at, close)));
    all.sort_unstable();
    all
}
