//! The filled story as rows: which row of the file each comes from, and what its cells say.

use super::super::{Filled, Piece, Typed, Written};
use super::sheet::Sheet;
use std::collections::BTreeMap;

/// A row to be written.
#[derive(Debug)]
pub(super) struct OutRow {
    /// Index of the row of the file.
    pub(super) source: usize,
    /// What stands in a cell instead, by its index.
    pub(super) cells: BTreeMap<usize, Written>,
}

/// The rows of a filled story.
pub(super) fn rows(sheet: &Sheet, filled: &[Filled<'_>]) -> Vec<OutRow> {
    let mut rows: Vec<OutRow> = Vec::new();
    let mut cell: Option<(usize, Vec<Written>)> = None;
    for step in filled {
        match step {
            Filled::Piece(Piece::RowStart(source)) if *source < sheet.rows.len() => {
                rows.push(OutRow { source: *source, cells: BTreeMap::new() });
            }
            Filled::Piece(Piece::CellStart(at)) => cell = Some((*at, Vec::new())),
            Filled::Piece(Piece::Text(text)) => {
                if let Some((_, parts)) = &mut cell {
                    parts.push(Written { text: text.clone(), typed: Typed::Text });
                }
            }
            Filled::Value(value) => {
                if let Some((_, parts)) = &mut cell {
                    parts.push(value.clone());
                }
            }
            Filled::Piece(Piece::CellEnd) => {
                if let (Some((at, parts)), Some(row)) = (cell.take(), rows.last_mut()) {
                    row.cells.insert(at, together(parts));
                }
            }
            Filled::Piece(Piece::Spare { row, model }) => {
                // An empty row of a form stays as long as the filled ones have not used it up.
                let copies = rows.iter().filter(|row| row.source == *model).count();
                if row - model >= copies {
                    rows.push(OutRow { source: *row, cells: BTreeMap::new() });
                }
            }
            Filled::Piece(_) => {}
        }
    }
    rows
}

/// One value alone keeps its type; beside other text it is text.
fn together(mut parts: Vec<Written>) -> Written {
    parts.retain(|part| !part.text.is_empty());
    if parts.len() == 1 {
        return parts.remove(0);
    }
    Written { text: parts.iter().map(|part| part.text.as_str()).collect(), typed: Typed::Text }
}
