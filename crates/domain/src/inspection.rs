//! Inspections 检查轮次: where findings come from.

use crate::words::words;
use crate::{InspectionId, UnitId};
use jiff::civil::Date;

words!(
    /// Kinds of source.
    SourceKind {
        Inspection => "inspection" "巡视",
        Patrol => "patrol" "巡察",
        Audit => "audit" "审计",
        Supervision => "supervision" "督查",
        Appraisal => "appraisal" "考核",
        Special => "special" "专项检查",
        Own => "self" "自查",
    }
);

impl SourceKind {
    /// The letters that keys start with.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Inspection => "XS",
            Self::Patrol => "XC",
            Self::Audit => "SJ",
            Self::Supervision => "DC",
            Self::Appraisal => "KH",
            Self::Special => "ZX",
            Self::Own => "ZC",
        }
    }
}

/// A round or source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    pub id: InspectionId,
    /// `XC-2026-01`
    pub key: String,
    pub source: SourceKind,
    pub title: String,
    pub issuing_body: String,
    pub document_number: Option<String>,
    pub unit: UnitId,
    pub feedback_date: Option<Date>,
    pub receipt_date: Option<Date>,
    /// Identifier of the rule profile it follows.
    pub profile: String,
    pub version: i64,
}

impl Inspection {
    /// The key of the round: letters, year, number of the round in that year.
    pub fn key_of(source: SourceKind, year: i16, round: u32) -> String {
        format!("{}-{year}-{round:02}", source.letters())
    }

    /// The key of a finding of this round.
    pub fn finding_key(&self, serial: i64) -> String {
        format!("{}-{serial:03}", self.key)
    }
}
