//! Documents out of the ledger: written at once, or kept as reports that are worked on, locked and compared.

mod check;
mod compare;
mod edit;
mod lock;
pub(crate) mod material;
mod output;
mod stored;

pub use check::{ReportDiagnostic, ReportPlace, check_report};
pub use compare::{CompareWith, compare_report};
pub use edit::{ReportEdit, RunEdit, edit_report, refresh_report};
pub use lock::lock_report;
pub(crate) use material::facts_of;
pub use output::{ReportFormat, ReportOrder, replaced_fonts, report_by_operator, report_file, report_of};
pub use stored::{ReportView, discard_report, make_report, report, reports};
