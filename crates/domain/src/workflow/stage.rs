//! Stages 阶段.

use crate::Closure;
use crate::words::words;

words!(
    /// Where a finding stands in the loop.
    Stage {
        Registered => "registered" "登记",
        Planning => "planning" "分解",
        PlanReview => "plan_review" "方案审定",
        Rectifying => "rectifying" "整改中",
        FirstReview => "first_review" "初审",
        SecondReview => "second_review" "复审",
        Filing => "filing" "报备",
        Closed => "closed" "已销号",
    }
);

impl Stage {
    /// What the stage says on the axis of closing (design §2.9).
    pub fn closure(self) -> Closure {
        match self {
            Self::Registered | Self::Planning | Self::PlanReview | Self::Rectifying => Closure::None,
            Self::FirstReview => Closure::FirstReview,
            Self::SecondReview => Closure::SecondReview,
            Self::Filing => Closure::Filing,
            Self::Closed => Closure::Closed,
        }
    }

    /// What was submitted stays as it was submitted until somebody returns it.
    pub fn is_open_to_work(self) -> bool {
        matches!(self, Self::Registered | Self::Planning | Self::Rectifying)
    }

    /// Before the plan is approved dates and owners may be set freely; later only an extension moves a date.
    pub fn is_open_to_planning(self) -> bool {
        matches!(self, Self::Registered | Self::Planning)
    }
}
