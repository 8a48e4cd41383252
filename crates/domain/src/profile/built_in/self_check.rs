//! 自查: problems a unit found itself; nobody outside sets a date or has to agree.

use super::common::{based, criteria, from_start, party_words, roll, three_colours, two_reviews};
use crate::SourceKind;
use crate::calendar::Period;
use crate::profile::{Filing, Need, PeriodName, RuleProfile, StartDay};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "self".to_owned(),
        name: "自查".to_owned(),
        sources: vec![SourceKind::Own],
        start: based(StartDay::Feedback, "通行做法：自查没有反馈会议，以本单位确定问题清单的会议日期作为反馈会议日期"),
        periods: vec![
            from_start(
                PeriodName::Report,
                Period::Months(3),
                "通行做法：没有外部规定，参照巡察集中整改3个月，由本单位确定",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Months(3),
                "通行做法：没有外部规定，参照巡察集中整改3个月，由本单位确定",
            ),
        ],
        roll: roll(),
        steps: three_colours(),
        route: two_reviews(based(Filing::NotRequired, "通行做法：自查自改在本单位内销号，不需要报备")),
        criteria: criteria(Need::Advisory),
        words: party_words(),
    }
}
