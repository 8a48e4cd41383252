//! The periods that a profile names.

use crate::FixType;
use crate::calendar::Period;
use crate::words::words;

words!(
    /// What a period is for.
    PeriodName {
        Plan => "plan" "整改方案报送",
        Concentrated => "concentrated" "集中整改期",
        Report => "report" "整改情况报告",
        QuarterlyProgress => "quarterly_progress" "季度进展报告",
        Refund => "refund" "违规资金清退",
        Leads => "leads" "移交线索办理",
        FilingReview => "filing_review" "报备审核期",
        Evaluation => "evaluation" "整改成效评估",
        FixImmediate => "fix_immediate" "立行立改时限",
        FixDeadline => "fix_deadline" "限期整改时限",
        FixStanding => "fix_standing" "长期坚持时限",
    }
);

impl PeriodName {
    /// The limit of a way of fixing.
    pub fn of_fix(fix: FixType) -> Self {
        match fix {
            FixType::Immediate => Self::FixImmediate,
            FixType::Deadline => Self::FixDeadline,
            FixType::Standing => Self::FixStanding,
        }
    }
}

/// From what a period counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountFrom {
    /// The start day of the profile.
    Start,
    /// The last day of another period, by its name.
    EndOf(String),
    /// The day a finding is filed with the overseer.
    Filing,
}

words!(
    /// Whether a period begins anew when it ends.
    Repeat {
        Once => "once" "一次",
        Every => "every" "循环",
    }
);

/// A period with its basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPeriod {
    /// The name of a [`PeriodName`].
    pub name: String,
    pub from: CountFrom,
    pub length: Period,
    pub repeat: Repeat,
    pub basis: String,
}
