//! Composes ledgers and reports from domain data and from parsed documents.

mod draft;
mod from_document;
mod kinds;
mod ledger;
mod ledger_workbook;
mod preview;
mod progress_report;
mod snapshot;
mod template;

pub use draft::{Block, BlockKind, Draft, Run, Table, Text, plain};
pub use from_document::{Source, rows};
pub use kinds::{Choice, KINDS, ReportKind, Shape};
pub use ledger::{Material, WorkNote, snapshot as snapshot_of};
pub use ledger_workbook::{CoverageRow, LedgerMeta, LedgerRow, WorkbookError, cell, ledger_workbook};
pub use preview::{no_preview_page, preview_page};
pub use progress_report::{RECOMMENDATIONS, progress_report};
pub use snapshot::{Entry, Field, Format, FormatError, Query, QueryError, Snapshot, entry_name};
pub use template::{TemplateError, fill, fill_with};
