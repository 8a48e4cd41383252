//! What can be done now, and why what cannot be done cannot.

use super::action::Action;
use super::decide::permitted;
use super::refusal::Refusal;
use super::situation::{Doer, Situation};
use super::transitions::TRANSITIONS;
use crate::PersonId;
use jiff::civil::Date;

/// An action of the present stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub action: Action,
    pub refusal: Option<Refusal>,
    /// In whose place it is possible, where the person may not do it for himself.
    pub acting_for: Option<PersonId>,
}

/// Every action of the stage in the order of the table.
pub fn offers(now: &Situation, doer: &Doer, today: Date) -> Vec<Offer> {
    let here = TRANSITIONS.iter().filter(|row| row.from.contains(&now.stage));
    here.map(|row| {
        let refusal = permitted(row, now, doer, today).err();
        let acting_for = doer.acting_for.filter(|_| refusal.is_none()).cloned();
        Offer { action: row.action, refusal, acting_for }
    })
    .collect()
}

/// As [`offers`], of one person in all the places where he stands, his own first: what is possible in one of them is
/// possible; what is possible in none is refused for the reason that holds in the first.
pub fn offers_in_turn(now: &Situation, doers: &[Doer], today: Date) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    for doer in doers {
        for (at, offer) in offers(now, doer, today).into_iter().enumerate() {
            match found.get_mut(at) {
                None => found.push(offer),
                Some(known) if known.refusal.is_some() && offer.refusal.is_none() => *known = offer,
                Some(_) => {}
            }
        }
    }
    found
}
