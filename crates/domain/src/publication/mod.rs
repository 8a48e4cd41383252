//! 公开 of a report: what of each finding is published, what was remarked on, who may let it out.

mod gate;
mod publishing;
mod remark;

pub use gate::{ConfirmationGap, OverruleRefusal, Readiness, Severity, confirmation_gaps, may_overrule, must_be_clean};
pub use publishing::{Publish, Publishing, PublishingOffence, WithholdReason, withheld_statement};
pub use remark::{Remark, RemarkAct};

use crate::words::words;
use crate::{Inspection, InspectionId, PersonId, PublicationId, ReportId};
use jiff::civil::Date;

words!(
    /// What may be done with a publication.
    PublicationStanding {
        Draft => "draft" "编制中",
        Confirmed => "confirmed" "已确认",
        Discarded => "discarded" "已作废",
    }
);

/// How the public reaches who published, and how long that is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    /// The day it goes out; the day itself is not counted.
    pub from: Option<Date>,
    /// Working days.
    pub days: u16,
    pub phone: String,
    pub postal: String,
    pub email: String,
}

impl Notice {
    /// What is missing, in words.
    pub fn missing(&self) -> Vec<&'static str> {
        let parts = [
            ("公布日期", self.from.is_some()),
            ("公示期", self.days > 0),
            ("联系电话", !self.phone.is_empty()),
            ("通信地址", !self.postal.is_empty()),
            ("电子邮箱", !self.email.is_empty()),
        ];
        parts.into_iter().filter(|(_, there)| !there).map(|(what, _)| what).collect()
    }
}

/// A public version of a locked report, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    pub id: PublicationId,
    pub inspection: InspectionId,
    /// `XC-2026-01-P001`; never used twice.
    pub key: String,
    pub serial: i64,
    pub report: ReportId,
    pub standing: PublicationStanding,
    pub notice: Notice,
    pub maker: PersonId,
    /// Who confirmed it.
    pub reviewer: Option<PersonId>,
    /// Milliseconds since 1970, UTC.
    pub confirmed_at: Option<i64>,
    /// SM3 of the text that was confirmed.
    pub digest: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub updated_at: i64,
    pub version: i64,
}

impl Inspection {
    /// The key of a publication of this round.
    pub fn publication_key(&self, serial: i64) -> String {
        format!("{}-P{serial:03}", self.key)
    }
}
