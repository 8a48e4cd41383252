//! What can be done now, and why what cannot be done cannot.

use super::action::Action;
use super::decide::permitted;
use super::refusal::Refusal;
use super::situation::{Doer, Situation};
use super::transitions::TRANSITIONS;
use jiff::civil::Date;

/// An action of the present stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub action: Action,
    pub refusal: Option<Refusal>,
}

/// Every action of the stage in the order of the table.
pub fn offers(now: &Situation, doer: &Doer, today: Date) -> Vec<Offer> {
    let here = TRANSITIONS.iter().filter(|row| row.from.contains(&now.stage));
    here.map(|row| Offer { action: row.action, refusal: permitted(row, now, doer, today).err() }).collect()
}
