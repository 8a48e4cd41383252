//! 巡视.

use super::common::{
    after, based, criteria, from_filing, from_start, party_words, repeated, roll, three_colours, two_reviews,
};
use crate::SourceKind;
use crate::calendar::Period;
use crate::profile::{Filing, Need, PeriodName, RuleProfile, StartDay};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "inspection".to_owned(),
        name: "巡视".to_owned(),
        sources: vec![SourceKind::Inspection],
        start: based(
            StartDay::Feedback,
            "通行做法：反馈意见在反馈会议上送交，收到反馈之日即会议日期；会后另行收文的，改为收文日期",
        ),
        periods: vec![
            from_start(
                PeriodName::Plan,
                Period::Months(1),
                "通行做法：2024年以后有的市要求反馈后1个月内报送整改方案，有的地方为10至15个工作日，以反馈意见写明的为准",
            ),
            from_start(
                PeriodName::Concentrated,
                Period::Months(6),
                "通行做法：二十大以来巡视集中整改期一般为6个月，以反馈意见写明的为准",
            ),
            from_start(
                PeriodName::Report,
                Period::Months(6),
                "通行做法：集中整改期满报送整改进展情况报告和主要负责人组织落实情况报告；2015年、2017年《巡视工作条例》第二十七条曾定为2个月，2024年修订后的期限请对照条例原文核实",
            ),
            repeated(after(
                PeriodName::Concentrated,
                PeriodName::QuarterlyProgress,
                Period::Months(3),
                "通行做法：集中整改期后每季度报告进展，直到全部销号，见黑河市巡察整改要求",
            )),
            from_start(
                PeriodName::Refund,
                Period::Months(3),
                "通行做法：违规发放、报销的资金3个月内清退，见黑河市巡察整改要求",
            ),
            from_start(
                PeriodName::Leads,
                Period::Months(6),
                "通行做法：移交线索和专项治理一般半年内办结，不超过1年，见东海县巡察整改要求",
            ),
            from_filing(
                PeriodName::FilingReview,
                Period::WorkingDays(10),
                "通行做法：没有查到统一规定，参照审计机关10日内核实的做法，以监督机构的通知为准",
            ),
            after(
                PeriodName::Concentrated,
                PeriodName::Evaluation,
                Period::Months(1),
                "通行做法：集中整改期满后1个月内评估；有的地方在满6个月后评估，以监督机构的通知为准",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Months(6),
                "通行做法：限期整改的问题在集中整改期内完成，以整改方案写明的为准",
            ),
        ],
        roll: roll(),
        steps: three_colours(),
        route: two_reviews(based(Filing::Required, "通行做法：销号报巡视机构备查，监督机构可以退回")),
        criteria: criteria(Need::WhenCalledFor),
        words: party_words(),
    }
}
