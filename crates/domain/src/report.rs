//! Reports 报告: versions of a document that was written out of the ledger. A locked one never changes.

use crate::words::words;
use crate::{Inspection, InspectionId, PersonId, ReportId};
use jiff::civil::Date;

words!(
    /// What may be done with a report.
    ReportStanding {
        Draft => "draft" "草稿",
        Locked => "locked" "已锁定",
        Discarded => "discarded" "已作废",
    }
);

/// A report without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub id: ReportId,
    pub inspection: InspectionId,
    /// `XC-2026-01-R001`; never used twice.
    pub key: String,
    pub serial: i64,
    /// Name of the kind of document, such as `progress`.
    pub kind: String,
    pub title: String,
    /// Keys of the findings it is about; none means those that its kind is for.
    pub chosen: Option<Vec<String>>,
    /// The day that its figures are of.
    pub as_of: Date,
    pub standing: ReportStanding,
    /// Check code of a locked one.
    pub code: Option<String>,
    pub maker: PersonId,
    /// Milliseconds since 1970, UTC.
    pub updated_at: i64,
    pub version: i64,
}

impl Inspection {
    /// The key of a report of this round.
    pub fn report_key(&self, serial: i64) -> String {
        format!("{}-R{serial:03}", self.key)
    }
}
