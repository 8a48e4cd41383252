//! 巡察, by a city. Where no rule of a city was found, the value is that of the counties, which is the stricter.

use super::common::{
    after, based, criteria, from_filing, from_start, party_words, repeated, roll, three_colours, two_reviews,
};
use crate::SourceKind;
use crate::calendar::Period;
use crate::profile::{Filing, Need, PeriodName, RuleProfile, StartDay};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "patrol_city".to_owned(),
        name: "巡察（市）".to_owned(),
        sources: vec![SourceKind::Patrol],
        start: based(StartDay::Feedback, "通行做法：自巡察反馈会议之日起算；会后另行收文的，改为收文日期"),
        periods: vec![
            from_start(
                PeriodName::Plan,
                Period::Months(1),
                "通行做法：2024年以后有的市要求反馈后1个月内报送整改方案，以反馈意见写明的为准",
            ),
            from_start(
                PeriodName::Concentrated,
                Period::Months(3),
                "通行做法：巡察集中整改期一般为3个月，见黑河市2020年巡察整改要求；参照巡视为6个月的，以反馈意见写明的为准",
            ),
            from_start(
                PeriodName::Report,
                Period::Months(3),
                "通行做法：集中整改期满报送整改进展情况报告和主要负责人组织落实情况报告，以反馈意见写明的为准",
            ),
            repeated(after(
                PeriodName::Concentrated,
                PeriodName::QuarterlyProgress,
                Period::Months(3),
                "地方规定：集中整改期后每季度报告进展，直到全部销号（黑河市巡察整改要求）",
            )),
            from_start(
                PeriodName::Refund,
                Period::Months(3),
                "地方规定：违规发放、报销的资金3个月内清退（黑河市巡察整改要求）",
            ),
            from_start(
                PeriodName::Leads,
                Period::Months(6),
                "通行做法：移交线索和专项治理一般半年内办结，不超过1年，见东海县巡察整改要求",
            ),
            from_filing(
                PeriodName::FilingReview,
                Period::WorkingDays(10),
                "通行做法：没有查到统一规定，参照审计机关10日内核实的做法，以巡察办的通知为准",
            ),
            after(
                PeriodName::Concentrated,
                PeriodName::Evaluation,
                Period::Months(1),
                "通行做法：集中整改期满后1个月内评估；有的地方在满6个月后评估，以巡察办的通知为准",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Months(3),
                "通行做法：限期整改的问题在集中整改期内完成，以整改方案写明的为准",
            ),
        ],
        roll: roll(),
        steps: three_colours(),
        route: two_reviews(based(Filing::Required, "通行做法：“双审核一报备”，销号报巡察办，巡察办可以退回")),
        criteria: criteria(Need::WhenCalledFor),
        words: party_words(),
    }
}
