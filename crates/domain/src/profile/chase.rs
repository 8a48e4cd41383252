//! The days on which letters are due before and after a due date.

use super::{ColourStep, Letter, RuleProfile, StepStart};
use crate::Lamp;
use crate::calendar::{Certainty, Computed, Period, WorkCalendar};
use jiff::civil::Date;

/// A letter that is due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChaseDate {
    pub date: Date,
    pub lamp: Lamp,
    pub letter: Letter,
    pub certainty: Certainty,
}

/// The letters that a due date calls for, in the order of the steps.
pub fn chase_dates(profile: &RuleProfile, due: Date, calendar: &WorkCalendar) -> Vec<ChaseDate> {
    let chase = |step: &ColourStep| {
        let letter = step.letter.clone()?;
        let Computed { value: date, certainty } = match step.start {
            StepStart::DaysLeft(days) => calendar.days_before(due, Period::Days(days), step.roll),
            StepStart::Overdue => calendar.end_of(due, Period::Days(1), step.roll),
        };
        Some(ChaseDate { date, lamp: step.lamp, letter, certainty })
    };
    profile.steps.iter().filter_map(chase).collect()
}
