//! The closed loop of a finding 闭环: an allow-list of transitions, and one pure decision over it (design §4).
//!
//! [`TRANSITIONS`] is the only place that says who may do what when. [`decide()`] and [`offers()`] both read it, so a
//! button and a request always agree; [`replay`] folds the steps that were taken into the stage.

mod action;
mod decide;
mod diagram;
mod guard;
mod history;
mod offers;
mod refusal;
mod request;
mod situation;
mod stage;
mod transitions;
mod work;

pub use action::Action;
pub use decide::{Outcome, decide};
pub use diagram::page;
pub use history::{Extension, History, ReplayError, Step, last_return, replay};
pub use offers::{Offer, offers, offers_in_turn};
pub use refusal::Refusal;
pub use request::{Answer, Request};
pub use situation::{Doer, MeasureFacts, Situation};
pub use stage::Stage;
pub use transitions::{TRANSITIONS, To, Transition};
pub use work::Work;
