//! Rule profiles 规则: periods, lamps, reviews and closing criteria of a kind of inspection, as data with a basis.
//! No period is a constant of the program (design §2.8): what the law says for certain and what is practice differ
//! by place and year, so a profile is copied, edited and stored.

mod built_in;
mod chase;
mod check;
mod criterion;
mod deadline;
mod offence;
mod period;
mod preview;
mod review;
mod settings;
mod start;
mod status_words;
mod step;

pub use chase::{ChaseDate, chase_dates};
pub use criterion::{Criterion, CriterionRule, Need};
pub use deadline::{Deadline, DeadlineRefusal, deadline, next_deadline};
pub use offence::ProfileOffence;
pub use period::{CountFrom, NamedPeriod, PeriodName, Repeat};
pub use preview::{DueFinding, LampChange, lamp_changes};
pub use review::{Filing, ReviewRoute, Reviewer};
pub use settings::{Setting, SettingChange, SettingKind, SettingPart, SettingRefusal};
pub use start::{KeyDates, StartDay};
pub use status_words::{ClosureWords, CompletionWords, StatusWords};
pub use step::{ColourStep, Letter, StepStart};

use crate::SourceKind;
use crate::calendar::Roll;

/// A value and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Based<T> {
    pub value: T,
    pub basis: String,
}

/// The rules of one kind of inspection. Entries of lists are known by name, so that a profile which is newer or
/// older than the program can be read and its offences shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleProfile {
    /// `patrol_city`
    pub id: String,
    pub name: String,
    /// The sources it suits.
    pub sources: Vec<SourceKind>,
    /// The day from which periods count.
    pub start: Based<StartDay>,
    pub periods: Vec<NamedPeriod>,
    /// What happens to a due date that is not a working day.
    pub roll: Based<Roll>,
    /// From the earliest to the latest; the last is overdue.
    pub steps: Vec<ColourStep>,
    pub route: ReviewRoute,
    pub criteria: Vec<CriterionRule>,
    pub words: StatusWords,
}

impl RuleProfile {
    /// The profiles that come with the program.
    pub fn built_in() -> Vec<Self> {
        built_in::all()
    }

    /// What is wrong with the profile; nothing if it may be used.
    pub fn offences(&self) -> Vec<ProfileOffence> {
        check::offences(self)
    }

    /// The period of this name, if the profile has one.
    pub fn period(&self, name: PeriodName) -> Option<&NamedPeriod> {
        self.periods.iter().find(|period| period.name == name.name())
    }

    /// The criteria that always have to be met before a finding is closed.
    pub fn mandatory_criteria(&self) -> impl Iterator<Item = Criterion> {
        let always = self.criteria.iter().filter(|rule| rule.need == Need::Always);
        always.filter_map(|rule| Criterion::from_name(&rule.criterion))
    }
}
