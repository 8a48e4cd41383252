//! 核稿: rules that check official documents. A rule is a value, its page in the manual is its test.
//!
//! [`check()`] runs the rules of a [`Selection`] over a document and gives [`Diagnostic`]s in the order of the
//! text. What is right stays silent: a rule that cannot be sure says so by its [`Level`], or says nothing.

mod check;
mod compare;
mod context;
mod copies;
mod counts;
mod diagnostic;
mod facts;
mod grouped;
mod head;
mod lexicon;
mod link;
mod near;
mod pairs;
mod partition;
mod registry;
mod role;
mod rule;
mod rules;
mod short;
mod slip;
mod text;
mod words;

pub use check::{Profile, Selection, UnknownCode, check, check_copy};
pub use compare::{Answer, Comparison, Entry, Figure, Row, Stretch, compare};
pub use diagnostic::{Diagnostic, Fix, Place};
pub use facts::{FactItem, Facts};
pub use lexicon::{Lexicon, LexiconError, List};
pub use registry::{RETIRED, all, by_code, nearest};
pub use rule::{Authority, Level, Rule, Strength, When};
pub use rules::named_persons;
