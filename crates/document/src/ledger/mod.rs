//! Ledgers: tables whose columns are recognised by their many names.

mod field;
mod form;
mod grid;
mod header;
mod rows;

pub use field::Field;

use crate::{Document, Finding};
use grid::Grid;

/// A column of a table and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub index: u32,
    pub header: String,
    pub field: Option<Field>,
    /// The first value below the header.
    pub sample: String,
}

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Sheet name, or the number of the table in a text document.
    pub sheet: String,
    /// Rows up to and including the header; 0 together with no columns is a form of names and values.
    pub header_rows: u32,
    pub columns: Vec<Column>,
}

impl Mapping {
    /// True when the table can be read: it has a column of problems or measures.
    pub fn is_usable(&self) -> bool {
        self.columns.is_empty()
            || self
                .columns
                .iter()
                .any(|c| matches!(c.field, Some(Field::Finding | Field::Manifestation | Field::Measures)))
    }
}

/// The table that looks most like a ledger. Columns without a known name have no field.
pub fn recognise(document: &Document) -> Option<Mapping> {
    recognise_all(document).into_iter().max_by_key(|mapping| {
        let known = mapping.columns.iter().filter(|c| c.field.is_some()).count();
        (mapping.is_usable(), known, mapping.columns.is_empty())
    })
}

/// Every table that can be read as a ledger, in order; else the widest table, without fields.
pub fn recognise_all(document: &Document) -> Vec<Mapping> {
    let grids = grid::grids(document);
    let found: Vec<Mapping> = grids
        .iter()
        .filter(|grid| !is_appendix(&grid.name))
        .filter_map(|grid| header::recognise(document, grid).or_else(|| form::recognise(document, grid)))
        .collect();
    if !found.is_empty() {
        return found;
    }
    let widest = grids
        .iter()
        .filter(|grid| grid.columns() >= 3 && grid.rows() >= 2)
        .max_by_key(|grid| grid.columns() as usize * grid.rows());
    widest.map(|grid| header::unmapped(document, grid)).into_iter().collect()
}

/// The columns of a sheet whose header a person says ends with row `header_rows`.
pub fn under_header(document: &Document, sheet: &str, header_rows: u32) -> Option<Mapping> {
    let last = header_rows.checked_sub(1)?;
    let grids = grid::grids(document);
    grids.iter().find(|grid| grid.name == sheet).map(|grid| header::under(document, grid, last))
}

/// Sheets that explain a ledger or account for its source, by the names they usually have.
fn is_appendix(name: &str) -> bool {
    name.contains("说明") || name == "覆盖" || name.contains("字典")
}

/// Findings of the table that the mapping names.
pub fn findings(document: &Document, mapping: &Mapping) -> Vec<Finding> {
    let grids = grid::grids(document);
    let Some(grid) = grids.iter().find(|grid| grid.name == mapping.sheet) else { return Vec::new() };
    findings_of(document, grid, mapping)
}

/// Findings of all tables.
pub(crate) fn all_findings(document: &Document, mappings: &[Mapping]) -> Vec<Finding> {
    let grids = grid::grids(document);
    mappings
        .iter()
        .filter(|mapping| mapping.is_usable())
        .filter_map(|mapping| grids.iter().find(|grid| grid.name == mapping.sheet).map(|grid| (grid, mapping)))
        .flat_map(|(grid, mapping)| findings_of(document, grid, mapping))
        .collect()
}

fn findings_of(document: &Document, grid: &Grid, mapping: &Mapping) -> Vec<Finding> {
    if mapping.columns.is_empty() { form::findings(document, grid) } else { rows::findings(document, grid, mapping) }
}
