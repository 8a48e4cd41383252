//! Composes ledgers and reports from domain data and from parsed documents.

mod from_document;
mod ledger_workbook;
mod preview;
mod progress_report;

pub use from_document::{Source, rows};
pub use ledger_workbook::{CoverageRow, LedgerMeta, LedgerRow, WorkbookError, cell, ledger_workbook};
pub use preview::{no_preview_page, preview_page};
pub use progress_report::{RECOMMENDATIONS, progress_report};
