//! N-SUM 分项之和与总数不等.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Total;

pub(super) static RULE: Rule = Rule {
    code: "N-SUM",
    name: "分项之和与总数不等",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_sum.md"),
    words: Vec::new,
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for total in context.structure.totals.iter().filter(|total| total.consistent == Some(false)) {
        if is_torn(context, total) {
            continue;
        }
        let parts: Vec<String> = total
            .parts
            .iter()
            .filter(|part| !part.count.contains('%'))
            .map(|part| format!("{}{}", part.label, part.count))
            .collect();
        let message = format!("{}共{}{}，分项为{}，合不上", total.subject, total.total, total.unit, parts.join("、"));
        found.push(Diagnostic::at(&RULE, context.span(total.span), message, "核对台账，改正总数或分项"));
    }
}

/// A blank inside a number (`2 3项`) makes its parts unreadable: P-SPC speaks of it.
fn is_torn(context: &Context<'_>, total: &Total) -> bool {
    let Some(paragraph) = context.document.paragraphs.get(total.span.paragraph as usize) else { return false };
    let from = paragraph
        .text
        .get(..total.span.start as usize)
        .map_or(0, |head| head.char_indices().rev().nth(2).map_or(0, |(at, _)| at));
    let text = paragraph.text.get(from..total.span.end as usize).unwrap_or_default();
    let marks: Vec<char> = text.chars().collect();
    marks.windows(3).any(|w| matches!(w, [a, b, c] if a.is_ascii_digit() && b.is_whitespace() && c.is_ascii_digit()))
}
