//! Ledgers: tables whose columns are recognised by their many names.

mod field;

pub use field::Field;

use crate::{Document, Finding};

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
    /// Rows up to and including the header.
    pub header_rows: u32,
    pub columns: Vec<Column>,
}

/// Finds the table that looks most like a ledger.
pub fn recognise(document: &Document) -> Option<Mapping> {
    let _ = document;
    None
}

/// Findings of the mapped table.
pub fn findings(document: &Document, mapping: &Mapping) -> Vec<Finding> {
    let _ = (document, mapping);
    Vec::new()
}
