//! A document that was read, as one that can be written.

use document::official::{Block, BlockKind, Official, Run, Table};
use document::{Document, Node, Paragraph, Region, Structure};
use std::collections::BTreeMap;
use std::ops::Range;

/// Title, headings, tables and text as the structure has them.
pub(crate) fn official_of(document: &Document, structure: &Structure) -> Official {
    let mut headings = BTreeMap::new();
    note(document, &structure.outline, &mut headings);
    let title_lines = lines_of_title(document, structure.title.as_deref().unwrap_or_default());
    let mut official = Official::default();
    let mut table = None;
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        if let Region::Table { table: number, row, column, .. } = paragraph.region {
            if table != Some(number) {
                official.blocks.push(Block::Table(Table::default()));
                table = Some(number);
            }
            put(&mut official, row as usize, column as usize, &text_of(paragraph));
            continue;
        }
        table = None;
        let text = text_of(paragraph);
        // A page repeats its title, or a part of it, above the text.
        let repeated = structure
            .title
            .as_deref()
            .is_some_and(|title| title == text.trim() || at < title_lines.start && title.contains(text.trim()));
        if repeated && !title_lines.contains(&at) {
            continue;
        }
        let kind = match headings.get(&at) {
            _ if title_lines.contains(&at) => BlockKind::Title,
            _ if is_date(&text) => BlockKind::Date,
            None if document.paragraphs.get(at + 1).is_some_and(|next| is_date(&next.text))
                && text.chars().count() < 28 =>
            {
                BlockKind::Signature
            }
            None if title_lines.end == at && text.ends_with('：') => BlockKind::Addressee,
            Some(level) => BlockKind::Heading(*level),
            None => BlockKind::Body,
        };
        official.blocks.push(Block::unbound(kind, text));
    }
    official
}

/// The paragraphs that are the title together.
fn lines_of_title(document: &Document, title: &str) -> Range<usize> {
    const LINES_MAX: usize = 3;
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for start in 0..document.paragraphs.len() {
        let mut words = String::new();
        for (count, paragraph) in document.paragraphs[start..].iter().take(LINES_MAX).enumerate() {
            words.push_str(&plain(&paragraph.text));
            if words == plain(title) && !title.is_empty() {
                return start..start + count + 1;
            }
        }
    }
    0..0
}

/// `2026年6月30日` and nothing else.
fn is_date(text: &str) -> bool {
    let text = text.trim();
    text.ends_with('日') && text.contains('年') && text.chars().all(|c| c.is_ascii_digit() || "年月日".contains(c))
}

fn text_of(paragraph: &Paragraph) -> String {
    let label = paragraph.label.as_ref().map_or("", |label| label.text.as_str());
    format!("{label}{}", paragraph.text)
}

/// Headings that are paragraphs of their own.
fn note(document: &Document, nodes: &[Node], headings: &mut BTreeMap<usize, u8>) {
    for node in nodes {
        let at = node.paragraph as usize;
        let text = document.paragraphs.get(at).map_or("", |paragraph| paragraph.text.as_str());
        // The label says how a heading is set, its place in the tree where there is none.
        let level = match node.label.as_str() {
            label if label.ends_with('、') => 1,
            label if label.starts_with('（') && !label.chars().any(|c| c.is_ascii_digit()) => 2,
            label if !label.is_empty() => node.level.max(3),
            _ => node.level,
        };
        let alone = node.span.is_none_or(|span| text.len() <= span.end as usize + '。'.len_utf8());
        if alone {
            headings.entry(at).or_insert(level);
        }
        note(document, &node.children, headings);
    }
}

fn put(official: &mut Official, row: usize, column: usize, text: &str) {
    let Some(Block::Table(table)) = official.blocks.last_mut() else { return };
    while table.rows.len() <= row {
        table.rows.push(Vec::new());
    }
    let cells = &mut table.rows[row];
    while cells.len() <= column {
        cells.push(Vec::new());
    }
    let cell = &mut cells[column];
    let text = if cell.is_empty() { text.to_owned() } else { format!("\n{text}") };
    cell.push(Run { text, binding: None });
}
