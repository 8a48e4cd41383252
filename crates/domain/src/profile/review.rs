//! The way of a finding to its closing: two reviews by two persons, then the overseer if the profile says so.

use super::Based;
use crate::words::words;

words!(
    /// Who reviews.
    Reviewer {
        Leader => "leader" "分管领导",
        Office => "office" "整改办",
        Secretary => "secretary" "主要负责人",
    }
);

words!(
    /// Whether a closing is filed with the overseer, who may reject it.
    Filing {
        Required => "required" "须报备",
        NotRequired => "not_required" "不报备",
    }
);

/// Who reviews in what order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewRoute {
    pub first: Based<Reviewer>,
    pub second: Based<Reviewer>,
    pub filing: Based<Filing>,
}
