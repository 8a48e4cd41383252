//! Closing criteria 销号标准 (process-rules §1.6).

use crate::words::words;

words!(
    /// What is looked at before a finding is closed.
    Criterion {
        Solved => "solved" "问题已解决",
        MeasuresDone => "measures_done" "措施全部落实",
        Evidence => "evidence" "佐证材料齐全",
        Accountability => "accountability" "责任已追究",
        Policy => "policy" "制度已建立",
        Approval => "approval" "群众认可",
    }
);

words!(
    /// How binding a criterion is.
    Need {
        Always => "always" "必须满足",
        WhenCalledFor => "when_called_for" "涉及时必须满足",
        Advisory => "advisory" "供参考",
    }
);

/// A criterion as a profile has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionRule {
    /// The name of a [`Criterion`].
    pub criterion: String,
    pub need: Need,
    pub basis: String,
}
