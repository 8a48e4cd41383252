//! Findings 问题 and measures 措施, with three separate axes of status (design §2.9).

use crate::words::words;
use crate::workflow::Stage;
use crate::{FindingId, Inspection, InspectionId, MeasureId, PersonId, UnitId};
use jiff::civil::Date;

words!(
    /// A problem to be fixed, or a recommendation.
    FindingKind {
        Problem => "problem" "问题",
        Recommendation => "recommendation" "意见建议",
    }
);

words!(
    /// How a finding is to be fixed.
    FixType {
        Immediate => "immediate" "立行立改",
        Deadline => "deadline" "限期整改",
        Standing => "standing" "长期坚持",
    }
);

words!(
    /// How far a finding or measure is.
    Completion {
        NotStarted => "not_started" "未启动",
        InProgress => "in_progress" "整改中",
        MostlyDone => "mostly_done" "基本完成",
        Done => "done" "已完成",
        Standing => "standing" "长期坚持",
    }
);

words!(
    /// Where the close-off stands.
    Closure {
        None => "none" "未申请",
        FirstReview => "first_review" "初审",
        SecondReview => "second_review" "复审",
        Filing => "filing" "报备",
        Closed => "closed" "已销号",
    }
);

/// A stretch of a source document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceSpan {
    /// Digest of the document.
    pub document: String,
    /// Index of the paragraph, from 0.
    pub paragraph: u32,
    /// Bytes in the paragraph's text.
    pub start: u32,
    pub end: u32,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub id: FindingId,
    pub inspection: InspectionId,
    /// `XC-2026-01-014`; never changes.
    pub key: String,
    pub serial: i64,
    pub kind: FindingKind,
    pub area: Option<String>,
    pub title: String,
    /// The original wording.
    pub text: String,
    pub category: Option<String>,
    pub target: Option<String>,
    /// Exact decimal in yuan.
    pub amount: Option<String>,
    pub unit: Option<UnitId>,
    pub leader: Option<PersonId>,
    pub owner: Option<PersonId>,
    pub co_units: Vec<UnitId>,
    /// Who leads and answers beside the first of each.
    pub co_leaders: Vec<PersonId>,
    pub co_owners: Vec<PersonId>,
    pub due: Option<Date>,
    pub fix_type: Option<FixType>,
    /// Derived from the measures, stored for filters.
    pub completion: Completion,
    pub closure: Closure,
    /// Serial of the last measure ever made; serials are never used again.
    pub last_measure: i64,
    /// As [`Finding::last_measure`], of evidence.
    pub last_evidence: i64,
    /// What a document says of duty, date and status that no other field holds, in its own words.
    pub stated: Option<String>,
    pub stage: Stage,
    /// The rule that keeps a finding solved which needs lasting care, and when that is looked at again.
    pub standing_rule: Option<String>,
    pub standing_review: Option<Date>,
    pub version: i64,
}

impl Finding {
    /// A problem of which nothing but its wording is known.
    pub fn blank(inspection: &Inspection, id: FindingId, serial: i64, title: &str) -> Self {
        Self {
            id,
            inspection: inspection.id.clone(),
            key: inspection.finding_key(serial),
            serial,
            kind: FindingKind::Problem,
            area: None,
            title: title.to_owned(),
            text: title.to_owned(),
            category: None,
            target: None,
            amount: None,
            unit: None,
            leader: None,
            owner: None,
            co_units: Vec::new(),
            co_leaders: Vec::new(),
            co_owners: Vec::new(),
            due: None,
            fix_type: None,
            completion: Completion::NotStarted,
            closure: Closure::None,
            last_measure: 0,
            last_evidence: 0,
            stated: None,
            stage: Stage::Registered,
            standing_rule: None,
            standing_review: None,
            version: 1,
        }
    }

    /// Everybody who answers for it.
    pub fn owners(&self) -> impl Iterator<Item = &PersonId> {
        self.owner.iter().chain(&self.co_owners)
    }

    /// Everybody who leads it.
    pub fn leaders(&self) -> impl Iterator<Item = &PersonId> {
        self.leader.iter().chain(&self.co_leaders)
    }

    /// Whether it needs lasting care: by its kind, or because a measure of it does.
    pub fn is_lasting(&self) -> bool {
        self.completion == Completion::Standing || self.fix_type == Some(FixType::Standing)
    }

    /// Whether something that is to be done by that date would come after the whole.
    pub fn ends_before(&self, date: Option<Date>) -> bool {
        date.zip(self.due).is_some_and(|(date, all)| date > all)
    }

    /// The department in charge and those that work with it.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.unit.iter().chain(&self.co_units)
    }
}

/// A measure of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    pub id: MeasureId,
    pub finding: FindingId,
    /// `XC-2026-01-014-03`; never changes.
    pub key: String,
    pub serial: i64,
    pub text: String,
    pub target: Option<String>,
    pub deliverable: Option<String>,
    pub leader: Option<PersonId>,
    pub lead_unit: Option<UnitId>,
    pub owner: Option<PersonId>,
    pub co_units: Vec<UnitId>,
    pub co_leaders: Vec<PersonId>,
    pub co_owners: Vec<PersonId>,
    pub due: Option<Date>,
    pub completion: Completion,
    pub progress_note: Option<String>,
    /// As [`Finding::stated`].
    pub stated: Option<String>,
    pub version: i64,
}

impl Measure {
    /// Everybody who answers for it.
    pub fn owners(&self) -> impl Iterator<Item = &PersonId> {
        self.owner.iter().chain(&self.co_owners)
    }

    /// Everybody who leads it.
    pub fn leaders(&self) -> impl Iterator<Item = &PersonId> {
        self.leader.iter().chain(&self.co_leaders)
    }

    /// The department in charge and those that work with it.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.lead_unit.iter().chain(&self.co_units)
    }
}
