//! What the pages of a person's own work ask of the Store port, and what they get.

use crate::access::{Place, Reach};
use crate::records::FindingRecord;
use domain::workflow::{Stage, Step, Work};
use domain::{FindingId, Measure, PersonId, Standing, UnitId};
use jiff::civil::Date;

/// Kinds of duty, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Duty {
    /// Came back with a reason.
    Returned,
    /// To be assigned, or to be planned.
    Plan,
    /// Everything is done and proved: closing can be asked for.
    Submit,
    /// A superior wants an answer to a note.
    Answer,
    /// More time is asked for.
    Extension,
    /// A lasting rule is to be looked at again.
    Standing,
}

impl Duty {
    pub const ALL: [Self; 6] =
        [Self::Returned, Self::Answer, Self::Plan, Self::Submit, Self::Extension, Self::Standing];

    pub fn name(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Plan => "plan",
            Self::Submit => "submit",
            Self::Answer => "answer",
            Self::Extension => "extension",
            Self::Standing => "standing",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.name() == name)
    }
}

/// Whose findings are somebody's work, beside those that are owned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Charge {
    /// All below these seats: a liaison's.
    pub seats: i64,
    /// Those that these departments answer for: a head's.
    pub departments: Vec<UnitId>,
}

/// What is looked for on the page of a person.
#[derive(Debug, Clone)]
pub struct MineQuery {
    pub reach: Reach,
    /// The person, and who lets him answer for theirs.
    pub owners: Vec<PersonId>,
    pub charge: Charge,
    /// Where requests for more time are decided: below these seats, and what these people lead.
    pub deciding: i64,
    pub leaders: Vec<PersonId>,
    pub duties: Vec<Duty>,
    /// A lasting rule is due when its date is not after this one.
    pub standing_until: Date,
    /// Rows of each duty.
    pub limit: u64,
}

/// A stage at which a person reviews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewStage {
    pub stage: Stage,
    /// Any of these.
    pub desks: Vec<Desk>,
}

/// Which findings come to a reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Those below these seats.
    pub seats: i64,
    /// Also elsewhere what these people lead.
    pub leaders: Vec<PersonId>,
    /// Only in inspections that follow these rule profiles; all when absent.
    pub profiles: Option<Vec<String>>,
}

/// What is looked for in the queue of a reviewer.
#[derive(Debug, Clone)]
pub struct ReviewQuery {
    pub reach: Reach,
    pub stages: Vec<ReviewStage>,
    /// Only this stage.
    pub only: Option<Stage>,
    pub after: Option<String>,
    pub limit: u64,
}

/// A finding with all that a line about it and a decision on it need.
#[derive(Debug, Clone)]
pub struct WorkRecord {
    pub record: FindingRecord,
    pub place: Place,
    /// Identifier of the rule profile.
    pub profile: String,
    pub unit_name: Option<String>,
    /// Oldest first.
    pub steps: Vec<Step>,
    /// Who had a hand in it.
    pub work: Work,
    /// Standing rules and duties that count, where the list is about them.
    pub standing: Vec<Standing>,
}

/// A measure with the finding that it belongs to.
#[derive(Debug, Clone)]
pub struct WorkMeasure {
    pub measure: Measure,
    pub finding_key: String,
    pub finding_title: String,
    /// Identifier of the rule profile.
    pub profile: String,
}

/// Rows of one duty, and how many there are in all.
#[derive(Debug, Clone)]
pub struct DutyRows {
    pub duty: Duty,
    pub total: i64,
    pub rows: Vec<WorkRecord>,
}

/// A part of the queue.
#[derive(Debug, Clone, Default)]
pub struct ReviewRows {
    pub rows: Vec<WorkRecord>,
    pub next: Option<String>,
}

/// A decision that somebody took.
#[derive(Debug, Clone)]
pub struct Decided {
    pub finding: FindingId,
    pub key: String,
    pub title: String,
    pub step: Step,
}
