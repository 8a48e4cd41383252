//! The words in print for completion and closure; every source has its own.

use crate::{Closure, Completion};

/// Words of a profile for what the ledger keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusWords {
    pub completion: CompletionWords,
    pub closure: ClosureWords,
    pub basis: String,
}

/// A word for each [`Completion`]; two may share one, as 未完成.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionWords {
    pub not_started: String,
    pub in_progress: String,
    pub mostly_done: String,
    pub done: String,
    pub standing: String,
}

/// A word for each [`Closure`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosureWords {
    pub none: String,
    pub first_review: String,
    pub second_review: String,
    pub filing: String,
    pub closed: String,
}

impl CompletionWords {
    pub fn word(&self, completion: Completion) -> &str {
        match completion {
            Completion::NotStarted => &self.not_started,
            Completion::InProgress => &self.in_progress,
            Completion::MostlyDone => &self.mostly_done,
            Completion::Done => &self.done,
            Completion::Standing => &self.standing,
        }
    }
}

impl ClosureWords {
    pub fn word(&self, closure: Closure) -> &str {
        match closure {
            Closure::None => &self.none,
            Closure::FirstReview => &self.first_review,
            Closure::SecondReview => &self.second_review,
            Closure::Filing => &self.filing,
            Closure::Closed => &self.closed,
        }
    }
}
