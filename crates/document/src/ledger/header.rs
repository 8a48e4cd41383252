//! The header of a ledger: below title rows, on one to three rows, with merged cells.

use super::grid::Grid;
use super::{Column, Field, Mapping};
use crate::Document;

/// A header stands within these first filled rows.
const HEADER_ROWS_SEARCHED: usize = 20;
const HEADER_HEIGHT_MAX: usize = 3;
/// Known columns that make a table a ledger.
const KNOWN_MIN: usize = 3;
const HEADER_CHARACTERS_MAX: usize = 30;
const SAMPLE_CHARACTERS_MAX: usize = 40;

/// Finds the header: the rows that name the most fields, the fewer rows the better.
pub(super) fn recognise(document: &Document, grid: &Grid) -> Option<Mapping> {
    let rows: Vec<u32> = grid.row_numbers().take(HEADER_ROWS_SEARCHED).collect();
    let mut best: Option<(usize, Mapping)> = None;
    for (at, first) in rows.iter().enumerate() {
        for height in 1..=HEADER_HEIGHT_MAX.min(rows.len() - at) {
            let last = rows[at + height - 1];
            if last != first + height as u32 - 1 || !header_like(document, grid, last) {
                break;
            }
            let mapping = mapping(document, grid, *first, last);
            let known = mapping.columns.iter().filter(|c| c.field.is_some()).count();
            if mapping.is_usable() && best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, mapping));
            }
        }
    }
    best.filter(|(known, _)| *known >= KNOWN_MIN).map(|(_, mapping)| mapping)
}

/// A table whose header is unknown: its first row taken as header, no fields.
pub(super) fn unmapped(document: &Document, grid: &Grid) -> Mapping {
    let first = grid.row_numbers().next().unwrap_or(0);
    let mut mapping = mapping(document, grid, first, first);
    for column in &mut mapping.columns {
        column.field = None;
    }
    mapping
}

/// Cells of a header are short.
fn header_like(document: &Document, grid: &Grid, row: u32) -> bool {
    let cells = grid.row(row);
    let short = cells.iter().filter(|cell| cell.text(document).chars().count() <= HEADER_CHARACTERS_MAX).count();
    short * 4 >= cells.len() * 3
}

fn mapping(document: &Document, grid: &Grid, first: u32, last: u32) -> Mapping {
    let mut columns: Vec<Column> = Vec::new();
    for index in 0..grid.columns() {
        let parts = names(document, grid, first, last, index);
        let Some(own) = parts.last() else { continue };
        let header = parts.join("/");
        let field = Field::from_header(own)
            .or_else(|| Field::from_header(&parts.concat()))
            .or_else(|| parts.iter().rev().find_map(|p| Field::from_header(p)));
        let taken = field.is_some_and(|f| columns.iter().any(|c| c.field == Some(f)));
        let field = field.map(|f| if taken { alternative(f) } else { Some(f) }).unwrap_or(None);
        columns.push(Column { index, header, field, sample: sample(document, grid, last, index) });
    }
    Mapping { sheet: grid.name.clone(), header_rows: last + 1, columns }
}

/// A second column of problems holds their manifestations.
fn alternative(field: Field) -> Option<Field> {
    match field {
        Field::Finding => Some(Field::Manifestation),
        Field::LeadUnit => Some(Field::CoUnits),
        _ => None,
    }
}

/// The header texts over a column, outermost first, each once. A cell over most of the table is a title.
fn names(document: &Document, grid: &Grid, first: u32, last: u32, index: u32) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for row in first..=last {
        let Some(cell) = grid.at(row, index) else { continue };
        if cell.column_span > 2 && cell.column_span * 2 > grid.columns() {
            continue;
        }
        let text: String = cell.text(document).chars().filter(|c| !c.is_whitespace()).collect();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

fn sample(document: &Document, grid: &Grid, last: u32, index: u32) -> String {
    let below = grid.row_numbers().filter(|row| *row > last).take(5).find_map(|row| grid.at(row, index));
    below.map(|cell| cell.text(document).chars().take(SAMPLE_CHARACTERS_MAX).collect()).unwrap_or_default()
}
