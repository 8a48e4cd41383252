//! The structure of a document as an indented tree for people.

use document::{Document, Node, Structure};
use std::io::{self, Write};

const TITLE_CHARACTERS_MAX: usize = 48;

/// Writes title, outline with series, findings, totals and problems.
pub(crate) fn write(out: &mut impl Write, document: &Document, structure: &Structure) -> io::Result<()> {
    let title = structure.title.as_deref().unwrap_or("（无标题）");
    writeln!(out, "{title}")?;
    let characters: usize =
        document.paragraphs.iter().map(|p| p.text.chars().filter(|c| !c.is_whitespace()).count()).sum();
    writeln!(
        out,
        "{} · {} · {} 段 {} 字",
        document.format.name(),
        kind_words(structure),
        document.paragraphs.len(),
        characters
    )?;
    for node in &structure.outline {
        write_node(out, structure, node, 0)?;
    }
    write_findings(out, structure)?;
    for total in &structure.totals {
        write_total(out, total)?;
    }
    for problem in &structure.problems {
        let place = problem.paragraph.map(|n| format!("第{}段：", n + 1)).unwrap_or_default();
        writeln!(out, "! {place}{}", problem.message)?;
    }
    Ok(())
}

fn kind_words(structure: &Structure) -> &'static str {
    match structure.kind {
        document::DocumentKind::Feedback => "反馈意见",
        document::DocumentKind::Plan => "整改方案",
        document::DocumentKind::Report => "整改报告",
        document::DocumentKind::Ledger => "台账",
        document::DocumentKind::Notice => "通知或函",
        document::DocumentKind::Other => "其他文件",
    }
}

fn write_node(out: &mut impl Write, structure: &Structure, node: &Node, depth: usize) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    writeln!(out, "{indent}{}{}", node.label, shorten(&node.title))?;
    for series in structure.series_in(node) {
        let labels: Vec<&str> = series.items.iter().map(|item| item.label.as_str()).collect();
        writeln!(out, "{indent}  · {}", labels.join(" "))?;
    }
    for child in &node.children {
        write_node(out, structure, child, depth + 1)?;
    }
    Ok(())
}

fn write_findings(out: &mut impl Write, structure: &Structure) -> io::Result<()> {
    let count = |kind| structure.findings.iter().filter(|f| f.kind == kind).count();
    let measures: usize = structure.findings.iter().map(|f| f.measures.len()).sum();
    writeln!(
        out,
        "问题 {} 个，意见建议 {} 条，措施 {} 条，《》{} 件",
        count(document::FindingKind::Problem),
        count(document::FindingKind::Recommendation),
        measures,
        structure.titles.len()
    )
}

fn write_total(out: &mut impl Write, total: &document::Total) -> io::Result<()> {
    let parts: Vec<String> = total.parts.iter().map(|p| format!("{} {}", p.label, p.count)).collect();
    let mark = match total.consistent {
        Some(true) => " ✓",
        Some(false) => " ✗ 不一致",
        None => "",
    };
    let parts = if parts.is_empty() { String::new() } else { format!(" = {}", parts.join(" + ")) };
    writeln!(out, "合计 {} {}{}{parts}{mark}", total.subject, total.total, total.unit)
}

fn shorten(title: &str) -> String {
    if title.chars().count() <= TITLE_CHARACTERS_MAX {
        return title.to_owned();
    }
    title.chars().take(TITLE_CHARACTERS_MAX).chain(std::iter::once('…')).collect()
}
