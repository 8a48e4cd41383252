//! Colour steps: from when on a lamp shows, and which letter is then due to whom.

use crate::calendar::Roll;
use crate::{Lamp, Role};

/// When a step begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepStart {
    /// So many days, or fewer, are left.
    DaysLeft(u16),
    /// The due date is past.
    Overdue,
}

/// A step of the colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColourStep {
    pub start: StepStart,
    /// What the ledger shows; a letter may be due before the lamp changes.
    pub lamp: Lamp,
    pub letter: Option<Letter>,
    /// Where the day of the letter goes when it is not a working day: chases go back, else they come late.
    pub roll: Roll,
    pub basis: String,
}

/// A letter of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// `黄色提示函`; its colour need not be the lamp's.
    pub name: String,
    pub to: Vec<Role>,
}
