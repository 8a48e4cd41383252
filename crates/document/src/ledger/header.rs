//! The header of a ledger: below title rows, on one to three rows, with merged cells.

use super::grid::Grid;
use super::{Column, Field, Mapping};
use crate::Document;
use std::cmp::Reverse;

/// A header stands within these first filled rows.
const HEADER_ROWS_SEARCHED: usize = 20;
const HEADER_HEIGHT_MAX: usize = 3;
/// Known columns that make a table a ledger.
const KNOWN_MIN: usize = 3;
const HEADER_CHARACTERS_MAX: usize = 30;
const SAMPLE_CHARACTERS_MAX: usize = 40;

/// Known fields, no cell cut in two, fewest rows.
type Rank = (usize, bool, Reverse<usize>);

/// Finds the header: the rows that name the most fields, whole, the fewer rows the better.
pub(super) fn recognise(document: &Document, grid: &Grid) -> Option<Mapping> {
    let rows: Vec<u32> = grid.row_numbers().take(HEADER_ROWS_SEARCHED).collect();
    let mut best: Option<(Rank, Mapping)> = None;
    for (at, first) in rows.iter().enumerate() {
        for height in 1..=HEADER_HEIGHT_MAX.min(rows.len() - at) {
            let last = rows[at + height - 1];
            if last != first + height as u32 - 1 || !header_like(document, grid, last) {
                break;
            }
            let mapping = mapping(document, grid, *first, last);
            let known = mapping.columns.iter().filter(|c| c.field.is_some()).count();
            let rank = (known, !cuts_a_cell(grid, *first), Reverse(height));
            if mapping.is_usable() && best.as_ref().is_none_or(|(most, _)| rank > *most) {
                best = Some((rank, mapping));
            }
        }
    }
    best.filter(|((known, ..), _)| *known >= KNOWN_MIN).map(|(_, mapping)| mapping)
}

/// A cell from above reaches into the row.
fn cuts_a_cell(grid: &Grid, row: u32) -> bool {
    (0..grid.columns()).filter_map(|column| grid.at(row, column)).any(|cell| cell.row < row)
}

/// A table whose header is unknown: the first of the fullest rows taken as header, no fields. Titles fill less.
pub(super) fn unmapped(document: &Document, grid: &Grid) -> Mapping {
    let filled = |row: &u32| grid.row(*row).iter().filter(|cell| !cell.text(document).trim().is_empty()).count();
    let rows = grid.row_numbers().take(HEADER_ROWS_SEARCHED).filter(|row| header_like(document, grid, *row));
    let last = rows.max_by_key(|row| (filled(row), Reverse(*row))).unwrap_or(0);
    let mut mapping = under(document, grid, last);
    for column in &mut mapping.columns {
        column.field = None;
    }
    mapping
}

/// The columns under a header that ends with the given row and begins where no cell is cut.
pub(super) fn under(document: &Document, grid: &Grid, last: u32) -> Mapping {
    let lowest = last.saturating_sub(HEADER_HEIGHT_MAX as u32 - 1);
    let first = (lowest..=last).rev().find(|row| !cuts_a_cell(grid, *row)).unwrap_or(last);
    mapping(document, grid, first, last)
}

/// Cells of a header are short.
fn header_like(document: &Document, grid: &Grid, row: u32) -> bool {
    let cells = grid.row(row);
    let short = cells.iter().filter(|cell| cell.text(document).chars().count() <= HEADER_CHARACTERS_MAX).count();
    short * 4 >= cells.len() * 3
}

fn mapping(document: &Document, grid: &Grid, first: u32, last: u32) -> Mapping {
    let headers = (0..grid.columns()).map(|index| (index, names(document, grid, first, last, index)));
    let headers: Vec<(u32, Vec<String>)> = headers.filter(|(_, parts)| !parts.is_empty()).collect();
    let column = |(index, parts): &(u32, Vec<String>)| Column {
        index: *index,
        header: parts.join("/"),
        field: None,
        sample: sample(document, grid, last, *index),
    };
    let mut columns: Vec<Column> = headers.iter().map(column).collect();
    // A column that bears a field's very name comes before one whose name only contains it.
    for choose in [exact_field, similar_field] {
        for (at, (_, parts)) in headers.iter().enumerate() {
            let free = |field: &Field| !columns.iter().any(|c| c.field == Some(*field));
            let fields = choose(parts, &columns[at]);
            let field = fields.filter(free).or_else(|| fields.and_then(alternative).filter(free));
            columns[at].field = columns[at].field.or(field);
        }
    }
    Mapping { sheet: grid.name.clone(), header_rows: last + 1, columns }
}

fn exact_field(parts: &[String], column: &Column) -> Option<Field> {
    let own = parts.last()?;
    let field = Field::from_exact(own).or_else(|| Field::from_exact(&parts.concat()))?;
    // 问题类型 may mean how the problem is put right.
    Some(if field == Field::Category && FIX_TYPES.contains(&column.sample.as_str()) { Field::FixType } else { field })
}

fn similar_field(parts: &[String], _: &Column) -> Option<Field> {
    let own = parts.last()?;
    Field::from_header(own).or_else(|| parts.iter().rev().find_map(|part| Field::from_exact(part)))
}

const FIX_TYPES: [&str; 8] =
    ["立行立改", "即知即改", "立查立改", "限期整改", "分阶段整改", "阶段性整改", "持续整改", "长期坚持"];

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
