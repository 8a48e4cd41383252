//! The whole structure of a document in one walk.

use crate::extract::{Weight, extract};
use crate::outline::{candidates, document_title, headings, nest};
use crate::{Document, DocumentKind, Finding, Problem, ProblemCode, Span, Structure, Total, findings, kind, ledger};

/// Finds the structure of a document. Never fails.
pub fn parse(document: &Document) -> Structure {
    let mut problems = document.problems.clone();
    let title = document_title(document);
    let found = candidates(document, title.next, title.text.as_deref(), &mut problems);
    let headings = headings(document, &found);
    let starts: Vec<(u32, u32)> = headings.iter().map(|h| (h.paragraph, h.start)).collect();
    let extracted = extract(document, &starts);
    let tables = ledger::recognise_all(document);
    let has_ledger = tables.iter().any(ledger::Mapping::is_usable);
    let kind = kind::kind_of(document, title.text.as_deref(), &headings, has_ledger);
    let mut findings = findings::findings(document, kind, &headings, &extracted);
    if has_ledger && (findings.is_empty() || kind == DocumentKind::Ledger) {
        findings = ledger::all_findings(document, &tables);
    } else if !tables.is_empty() && !has_ledger && kind::is_table_document(document) {
        problems.push(Problem {
            code: ProblemCode::UnmappedLedger,
            message: "未能识别台账的列。请在核对页面指定各列的含义，或把表头改为“反馈问题、整改措施、责任人、整改时限”等常用名称。".to_owned(),
            paragraph: None,
        });
    }
    let totals = general(extracted.totals, &findings);
    for total in totals.iter().filter(|t| t.consistent == Some(false)) {
        problems.push(Problem {
            code: ProblemCode::TotalMismatch,
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
        totals,
        titles: extracted.titles,
        dates: extracted.dates,
        amounts: extracted.amounts,
        problems,
    }
}

/// Weak statements count only where no item is dealt with.
fn general(totals: Vec<(Total, Weight)>, findings: &[Finding]) -> Vec<Total> {
    let mut items: Vec<(Span, Span)> = findings.iter().filter_map(extent).collect();
    items.sort_unstable();
    let inside = |span: &Span| {
        let after = items.partition_point(|(start, _)| start <= span);
        items[..after].last().is_some_and(|(_, end)| (span.paragraph, span.start) < (end.paragraph, end.end))
    };
    totals.into_iter().filter(|(t, weight)| *weight == Weight::Strong || !inside(&t.span)).map(|(t, _)| t).collect()
}

/// First and last stretch of a finding.
fn extent(finding: &Finding) -> Option<(Span, Span)> {
    let measures = finding.measures.iter().flat_map(|m| &m.sources);
    let all = finding.sources.iter().chain(measures).chain(finding.cells.iter().map(|c| &c.span));
    Some((*finding.sources.first()?, *all.max()?))
}
