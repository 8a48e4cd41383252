//! A structure as text, without what differs between formats (positions, origins).

use document::{Node, Structure};
use std::fmt::Write;

/// Outline, series, findings, totals and titles, one per line.
pub(crate) fn outline_text(structure: &Structure) -> String {
    let mut out = String::new();
    writeln!(out, "kind {}\ntitle {}", structure.kind.name(), structure.title.as_deref().unwrap_or("-")).unwrap();
    for node in &structure.outline {
        write_node(&mut out, node);
    }
    for series in &structure.series {
        let labels: Vec<_> = series.items.iter().map(|i| i.label.clone()).collect();
        writeln!(out, "series {} {}", series.style.name(), labels.join(" ")).unwrap();
    }
    for finding in &structure.findings {
        writeln!(out, "finding {} {} {}", finding.kind.name(), finding.title, finding.measures.len()).unwrap();
    }
    for total in &structure.totals {
        let parts: Vec<_> = total.parts.iter().map(|p| p.count.clone()).collect();
        writeln!(
            out,
            "total {} {}{} = {} {:?}",
            total.subject,
            total.total,
            total.unit,
            parts.join("+"),
            total.consistent
        )
        .unwrap();
    }
    for title in &structure.titles {
        writeln!(out, "title {}", title.text).unwrap();
    }
    out
}

fn write_node(out: &mut String, node: &Node) {
    writeln!(out, "{}{} {}", "  ".repeat(node.level as usize), node.label, node.title).unwrap();
    for child in &node.children {
        write_node(out, child);
    }
}

/// Findings and measures with their whole text, status, deadlines and people.
pub(crate) fn findings_text(structure: &Structure) -> String {
    let mut out = String::new();
    for finding in &structure.findings {
        writeln!(out, "{} {}\n  {}", finding.label, finding.title, finding.text).unwrap();
        let dates: Vec<_> = finding.deadlines.iter().map(|d| d.text.as_str()).collect();
        let people: Vec<_> = finding.owners.iter().flat_map(|duty| duty.names.clone()).collect();
        writeln!(out, "  {:?} {dates:?} {people:?}", finding.status).unwrap();
        for measure in &finding.measures {
            writeln!(out, "  - {}", measure.text).unwrap();
        }
    }
    out
}
