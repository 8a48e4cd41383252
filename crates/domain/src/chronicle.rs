//! Chronicle 工作纪实: what was done, or is planned, for the round as a whole, in sentences a report can carry.

use crate::words::words;
use crate::{ChronicleEntryId, Inspection, InspectionId};
use jiff::civil::Date;

words!(
    /// Where in a report an entry stands.
    ChroniclePart {
        Organised => "organised" "组织推进",
        Next => "next" "下一步打算",
    }
);

/// One piece of work, such as a meeting, a rule that was issued, a round of supervision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChronicleEntry {
    pub id: ChronicleEntryId,
    pub inspection: InspectionId,
    /// `XC-2026-01-J001`; never used twice.
    pub key: String,
    pub serial: i64,
    pub part: ChroniclePart,
    /// The heading that it stands under, such as 压实整改责任.
    pub category: String,
    /// When it was done.
    pub date: Option<Date>,
    /// Whole sentences.
    pub text: String,
    /// Taken out; it stays on record and can be brought back.
    pub removed: bool,
    pub version: i64,
}

impl Inspection {
    /// The key of an entry of this round's chronicle.
    pub fn chronicle_key(&self, serial: i64) -> String {
        format!("{}-J{serial:03}", self.key)
    }
}
