//! What a document is for, by its title, else by what its headings say.

use crate::outline::{Heading, title_kind};
use crate::{Document, DocumentKind, Format, Region};

/// The kind of a document.
pub(crate) fn kind_of(
    document: &Document,
    title: Option<&str>,
    headings: &[Heading],
    has_ledger: bool,
) -> DocumentKind {
    if has_ledger && is_table_document(document) {
        return DocumentKind::Ledger;
    }
    if title.is_some_and(is_record_of_speech) {
        return DocumentKind::Other;
    }
    let by_title = title.and_then(title_kind).filter(|kind| *kind != DocumentKind::Other);
    by_title.unwrap_or_else(|| by_headings(document, headings))
}

/// 纪要, 讲话, 民主生活会情况通报: what was said about problems, not a list of them.
fn is_record_of_speech(title: &str) -> bool {
    const ENDS: [&str; 6] = ["纪要", "讲话", "发言", "提纲", "主持词", "讲话稿"];
    ENDS.iter().any(|end| title.ends_with(end)) || title.contains("民主生活会") && !title.contains("方案")
}

/// A workbook, or a document that is hardly more than its table.
pub(crate) fn is_table_document(document: &Document) -> bool {
    if matches!(document.format, Format::Xlsx | Format::Xls) {
        return true;
    }
    let (mut cells, mut body) = (0usize, 0usize);
    for paragraph in &document.paragraphs {
        match paragraph.region {
            Region::Table { .. } => cells += paragraph.text.len(),
            _ => body += paragraph.text.len(),
        }
    }
    cells > 2 * body
}

fn by_headings(document: &Document, headings: &[Heading]) -> DocumentKind {
    let titles: Vec<&str> = headings.iter().take(60).map(|h| h.title_text(document)).collect();
    let any = |words: &[&str]| titles.iter().any(|title| words.iter().any(|word| title.contains(word)));
    if any(&["整改落实情况", "整改进展", "整改情况", "问题的整改", "整改成效"]) {
        DocumentKind::Report
    } else if any(&["整改措施", "整改目标", "责任分工"]) {
        DocumentKind::Plan
    } else if any(&["存在的问题", "主要问题", "发现的问题", "存在问题"]) && any(&["意见", "建议", "要求"])
    {
        DocumentKind::Feedback
    } else {
        DocumentKind::Other
    }
}
