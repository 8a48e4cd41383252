//! Composes ledgers and reports from domain data and from parsed documents.

mod draft;
mod facts;
mod from_document;
mod issue;
#[cfg(test)]
mod kind_tests;
mod kinds;
mod ledger;
mod ledger_workbook;
mod list_workbook;
mod numbering;
mod preview;
mod publication;
mod snapshot;
mod template;
mod user_template;

pub use draft::{
    BoundRun, ChangedLine, CodecError, LineChange, LockFault, LockTerms, Locked, bound_runs, differences, from_text,
    lock, rebind, to_text, update, verify_file,
};
pub use facts::facts;
pub use from_document::{Source, rows};
pub use issue::{FormName, Issue, IssueFault, Issuer, document_number, issue, terms_of};
pub use kinds::{Choice, KINDS, ReportKind, Shape};
pub use ledger::{Material, snapshot as snapshot_of};
pub use ledger_workbook::{CoverageRow, LedgerMeta, LedgerRow, WorkbookError, cell, ledger_workbook};
pub use list_workbook::list_workbook;
pub use preview::{no_preview_page, preview_page};
pub use publication::{
    ChangeKind, Decided, Leak, Mask, MaskKind, MaskNames, PublicChange, PublicRow, PublicTerms, PublicText,
    RedactedPlace, Redaction, facts_of_public, figure_difference, leaks, masks, placeholder, public_from_text,
    public_to_text, publish, redactions_from_text, redactions_to_text, with_notice,
};
pub use snapshot::{Entry, Field, Format, FormatError, Query, QueryError, Snapshot, entry_name};
pub use template::{TemplateError, fill, fill_with};
pub use user_template::{
    FillError, Filling, FormMapping, Found, OpenError, UserTemplate, form_mapping, form_value, starter, vocabulary,
};

/// The category under which recommendations stand in the ledger.
pub const RECOMMENDATIONS: &str = "意见建议";
