//! An action with what it needs to be told.

use super::action::Action;
use crate::PersonId;
use crate::profile::Criterion;
use crate::words::words;
use jiff::civil::Date;

words!(
    /// How a closing criterion is met, as the submitter or a reviewer states it.
    Answer {
        Met => "met" "满足",
        NotInvolved => "not_involved" "不涉及",
        Unmet => "unmet" "未满足",
    }
);

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    Assign,
    SubmitPlan,
    ApprovePlan,
    ReturnPlan {
        reason: String,
    },
    Submit {
        note: Option<String>,
        answers: Vec<(Criterion, Answer)>,
    },
    Withdraw,
    /// A reviewer answers the criteria that he looked at.
    PassFirst {
        note: Option<String>,
        answers: Vec<(Criterion, Answer)>,
    },
    PassSecond {
        note: Option<String>,
        answers: Vec<(Criterion, Answer)>,
    },
    Return {
        reason: String,
    },
    AcceptFiling,
    RejectFiling {
        reason: String,
    },
    CloseUnopposed,
    Reopen {
        reason: String,
        reviewer: PersonId,
    },
    AskExtension {
        until: Date,
        reason: String,
    },
    GrantExtension,
    RefuseExtension {
        reason: String,
    },
}

impl Request {
    pub fn action(&self) -> Action {
        match self {
            Self::Assign => Action::Assign,
            Self::SubmitPlan => Action::SubmitPlan,
            Self::ApprovePlan => Action::ApprovePlan,
            Self::ReturnPlan { .. } => Action::ReturnPlan,
            Self::Submit { .. } => Action::Submit,
            Self::Withdraw => Action::Withdraw,
            Self::PassFirst { .. } => Action::PassFirst,
            Self::PassSecond { .. } => Action::PassSecond,
            Self::Return { .. } => Action::Return,
            Self::AcceptFiling => Action::AcceptFiling,
            Self::RejectFiling { .. } => Action::RejectFiling,
            Self::CloseUnopposed => Action::CloseUnopposed,
            Self::Reopen { .. } => Action::Reopen,
            Self::AskExtension { .. } => Action::AskExtension,
            Self::GrantExtension => Action::GrantExtension,
            Self::RefuseExtension { .. } => Action::RefuseExtension,
        }
    }

    /// The reason or note that comes with it.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::ReturnPlan { reason }
            | Self::Return { reason }
            | Self::RejectFiling { reason }
            | Self::Reopen { reason, .. }
            | Self::AskExtension { reason, .. }
            | Self::RefuseExtension { reason } => Some(reason),
            Self::Submit { note, .. } | Self::PassFirst { note, .. } | Self::PassSecond { note, .. } => note.as_deref(),
            _ => None,
        }
    }

    /// What it says of the closing criteria.
    pub fn answers(&self) -> &[(Criterion, Answer)] {
        match self {
            Self::Submit { answers, .. } | Self::PassFirst { answers, .. } | Self::PassSecond { answers, .. } => {
                answers
            }
            _ => &[],
        }
    }

    /// Whether nobody may do this without saying why.
    pub(super) fn needs_reason(&self) -> bool {
        !matches!(self, Self::Submit { .. } | Self::PassFirst { .. } | Self::PassSecond { .. })
            && self.reason().is_some()
    }
}
