//! The ledger as a workbook out and in again, and the progress report.

mod apply;
mod compare;
mod export;
mod names;

pub use apply::{Applied, apply_changes};
pub use compare::{compare_table, compare_workbook};
pub use export::{ledger_rows, ledger_workbook_of};
