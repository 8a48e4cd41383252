//! Composes ledgers and reports from domain data and from parsed documents.

mod from_document;
mod ledger_workbook;

pub use from_document::{Source, place, rows};
pub use ledger_workbook::{CoverageRow, LedgerMeta, LedgerRow, WorkbookError, ledger_workbook};
