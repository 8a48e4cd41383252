//! Documents out of the ledger: written at once, or kept as reports that are worked on, locked and compared.

mod check;
mod compare;
pub(crate) mod diagnose;
mod edit;
mod lock;
pub(crate) mod material;
pub(crate) mod output;
pub(crate) mod stored;

pub use check::check_report;
pub use compare::{CompareWith, compare_report};
pub use diagnose::{ReportDiagnostic, ReportPlace};
pub use edit::{ReportEdit, RunEdit, edit_report, refresh_report};
pub use lock::lock_report;
pub(crate) use material::facts_of;
pub use output::{ReportFormat, ReportOrder, replaced_fonts, report_by_operator, report_file, report_of};
pub use stored::{ReportView, discard_report, make_report, report, reports};
