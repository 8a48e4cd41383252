//! The whole structure of a document in one walk.

use crate::extract::extract;
use crate::outline::{candidates, document_title, headings, nest};
use crate::{Document, Structure, findings, kind, ledger};

/// Finds the structure of a document. Never fails.
pub fn parse(document: &Document) -> Structure {
    let mut problems = document.problems.clone();
    let title = document_title(document);
    let found = candidates(document, title.next, &mut problems);
    let headings = headings(document, &found);
    let starts: Vec<(u32, u32)> = headings.iter().map(|h| (h.paragraph, h.start)).collect();
    let extracted = extract(document, &starts);
    let table = ledger::recognise(document);
    let kind = kind::kind_of(document, title.text.as_deref(), &headings, table.is_some());
    let findings = match &table {
        Some(mapping) if kind::is_table_document(document) => ledger::findings(document, mapping),
        _ => findings::findings(document, kind, &headings, &extracted.series),
    };
    for total in extracted.totals.iter().filter(|t| t.consistent == Some(false)) {
        problems.push(crate::Problem {
            code: crate::ProblemCode::TotalMismatch,
            message: format!("{} {}{} 与分项之和不一致，请核对。", total.subject, total.total, total.unit),
            paragraph: Some(total.span.paragraph),
        });
    }
    problems.sort_by_key(|p| (p.paragraph, p.code));
    Structure {
        kind,
        title: title.text,
        outline: nest(document, &headings),
        series: extracted.series,
        findings,
        totals: extracted.totals,
        titles: extracted.titles,
        dates: extracted.dates,
        amounts: extracted.amounts,
        problems,
    }
}
