//! What people said of a diagnostic: that it is left as it is, or that it does not stand in the way.

use crate::words::words;
use crate::{InspectionId, PersonId};

words!(
    /// What a remark does.
    RemarkAct {
        Ignored => "ignored" "忽略",
        Overruled => "overruled" "裁定放行",
    }
);

/// A remark on a diagnostic of a report or of a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub id: String,
    pub inspection: InspectionId,
    /// Key of the report or of the publication.
    pub subject: String,
    /// Code of the rule.
    pub rule: String,
    /// What the diagnostic is known by: the same only as long as the text it points at is.
    pub print: String,
    /// What the checker said.
    pub message: String,
    /// The words it was about.
    pub text: String,
    pub act: RemarkAct,
    pub reason: String,
    pub actor: PersonId,
    /// Milliseconds since 1970, UTC.
    pub made_at: i64,
    /// Taken back.
    pub withdrawn: bool,
    pub version: i64,
}
