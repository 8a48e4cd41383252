//! What a decision looks at.

use super::history::History;
use super::stage::Stage;
use super::work::Work;
use crate::profile::{Criterion, Filing, Reviewer};
use crate::{Completion, Finding, Person, PersonId};
use jiff::civil::Date;

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub struct Doer<'a> {
    pub person: &'a Person,
    /// In whose place he stands. What is forbidden to either is forbidden to him.
    pub acting_for: Option<&'a PersonId>,
    /// Everybody in whose place he or the one he stands in for may stand now, directly or through others, whether he
    /// does or not: who acts for the submitter tomorrow does not review for somebody else today.
    pub ties: &'a [PersonId],
}

impl<'a> Doer<'a> {
    /// Somebody who stands in nobody's place.
    pub fn himself(person: &'a Person) -> Self {
        Self { person, acting_for: None, ties: &[] }
    }

    /// The person or the one he stands in for.
    pub(super) fn is_any_of(&self, people: &[PersonId]) -> bool {
        people.contains(&self.person.id) || self.acting_for.is_some_and(|other| people.contains(other))
    }

    /// One of them, or bound to one of them by a delegation.
    pub(super) fn is_tied_to(&self, people: &[PersonId]) -> bool {
        self.is_any_of(people) || self.ties.iter().any(|other| people.contains(other))
    }
}

/// What matters of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureFacts {
    pub key: String,
    pub due: Option<Date>,
    pub completion: Completion,
}

/// A finding with all that a decision depends on.
#[derive(Debug, Clone)]
pub struct Situation<'a> {
    pub finding: &'a Finding,
    pub stage: Stage,
    pub history: History,
    pub measures: Vec<MeasureFacts>,
    /// Evidence that was not withdrawn.
    pub evidence: i64,
    /// Who had a hand in it.
    pub work: Work,
    /// Who may review first, and whether the overseer is told (rule profile).
    pub first_review: Reviewer,
    pub filing: Filing,
    /// Criteria that must be met, and those that must be met where they apply.
    pub always: Vec<Criterion>,
    pub when_called_for: Vec<Criterion>,
}
