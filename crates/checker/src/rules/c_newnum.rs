//! C-NEWNUM 报告里的金额台账没有.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "C-NEWNUM",
    name: "报告里的金额台账没有",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_newnum.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers() {
        if !item.text.contains('元') {
            continue;
        }
        for answer in answers {
            let (Some(first), Some(last)) = (answer.sources.first(), answer.sources.last()) else { continue };
            let inside = |span: document::Span| {
                (span.paragraph, span.start) >= (first.paragraph, first.start)
                    && (span.paragraph, span.end) <= (last.paragraph, last.end)
            };
            for amount in context.structure.amounts.iter().filter(|amount| inside(amount.span)) {
                let number: String = amount.text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                if !number.is_empty() && !item.text.contains(&number) {
                    let message = format!("“{}”在{}里没有", amount.text, item.words());
                    found.push(Diagnostic::at(&RULE, context.span(amount.span), message, "核对金额的出处"));
                }
            }
        }
    }
}
