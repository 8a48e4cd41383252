//! A document as the template reads it.

use crate::fonts::{Fonts, Role};
use document::official::{Block, BlockKind, Table, plain};
use document::{Ending, Official};
use serde_json::{Value, json};

/// The data of a document.
pub(crate) fn data(official: &Official, fonts: &Fonts) -> String {
    let families: serde_json::Map<String, Value> =
        Role::ALL.iter().map(|role| (role.name().to_owned(), json!(fonts.family(*role)))).collect();
    let ending = Ending::of(official);
    let sections: Vec<Value> = official
        .stretches()
        .iter()
        .map(|stretch| {
            let blocks: Vec<Value> = stretch.blocks.iter().filter_map(|one| block(one, ending)).collect();
            json!({"turned": stretch.turned, "blocks": blocks})
        })
        .collect();
    json!({"title": official.title(), "fonts": families, "sections": sections}).to_string()
}

fn block(block: &Block, ending: Ending) -> Option<Value> {
    match block {
        Block::Paragraph { kind, text } => {
            let right = match kind {
                BlockKind::Signature => ending.signature,
                BlockKind::Date => ending.date,
                _ => 0.0,
            };
            Some(json!({"kind": kind.name(), "text": lines(&plain(text)), "right": right}))
        }
        Block::Table(table) => sheet(table),
        Block::PageBreak => None,
    }
}

/// Every row has as many cells as the table has columns; a table without rows is none.
fn sheet(table: &Table) -> Option<Value> {
    let columns = table.rows.iter().map(Vec::len).max()?.max(table.widths.len()).max(1);
    let widths: Vec<u16> = (0..columns).map(|at| table.widths.get(at).copied().unwrap_or(1).max(1)).collect();
    let cell = |row: &Vec<_>, at: usize| lines(&row.get(at).map(|text: &Vec<_>| plain(text)).unwrap_or_default());
    let rows: Vec<Vec<Vec<String>>> =
        table.rows.iter().map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect();
    Some(json!({"kind": "table", "widths": widths, "rows": rows}))
}

/// Lines of a text; characters that no font can show are left out.
fn lines(text: &str) -> Vec<String> {
    let shown = |c: &char| !c.is_control() || *c == '\t';
    text.split('\n').map(|line| line.chars().filter(shown).collect()).collect()
}
