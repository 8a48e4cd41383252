//! D-NOYEAR 期限没有写年份.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Date, DocumentKind};

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
    event(context, found);
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

/// The first day of a report that has no year of its own paragraph; names of documents lend none.
fn event(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.structure.kind != DocumentKind::Report {
        return;
    }
    let inside = |date: &Date| {
        context.structure.titles.iter().map(|title| title.span).any(|span| {
            span.paragraph == date.span.paragraph && span.start <= date.span.start && date.span.end <= span.end
        })
    };
    let mut year: Option<u32> = None;
    for date in &context.structure.dates {
        if !date.iso.starts_with("--") {
            year = if inside(date) { year } else { Some(date.span.paragraph) };
        } else if date.iso.len() == "--06-30".len() && year != Some(date.span.paragraph) && !inside(date) {
            let message = format!("“{}”没有写年份", date.text);
            found.push(Diagnostic::at(&RULE, context.span(date.span), message, "本段首次出现的日期写明年份"));
            return;
        }
    }
}
