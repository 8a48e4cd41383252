//! D-NOYEAR 期限没有写年份.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-NOYEAR",
    name: "期限没有写年份",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改时限明确到日（通行要求）" },
    manual: include_str!("d_noyear.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let years = context.structure.dates.iter().filter(|date| !date.iso.starts_with("--"));
    let with_year: Vec<u32> = years.map(|date| date.span.paragraph).collect();
    for date in context.structure.dates.iter().filter(|date| date.iso.starts_with("--")) {
        let paragraph = date.span.paragraph as usize;
        let text = context.document.paragraphs.get(paragraph).map(|p| p.text.as_str()).unwrap_or_default();
        let tail = text.get(date.span.end as usize..).unwrap_or_default();
        let deadline = tail.starts_with(['前', '底']);
        // The year of the same paragraph, or of the document before it, goes on.
        if deadline && !with_year.contains(&date.span.paragraph) && with_year.is_empty() {
            let message = format!("“{}”没有写年份，全文也没有年份", date.text);
            found.push(Diagnostic::at(&RULE, context.span(date.span), message, "写明年份"));
        }
    }
}
