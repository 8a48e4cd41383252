//! 考核: problems fed back by an appraisal.

use super::common::{based, criteria, from_filing, from_start, party_words, roll, three_colours, two_reviews};
use crate::SourceKind;
use crate::calendar::Period;
use crate::profile::{Filing, Need, PeriodName, RuleProfile, StartDay};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "appraisal".to_owned(),
        name: "考核".to_owned(),
        sources: vec![SourceKind::Appraisal],
        start: based(StartDay::Receipt, "通行做法：考核结果以书面反馈，自收文之日起算"),
        periods: vec![
            from_start(
                PeriodName::Plan,
                Period::Months(1),
                "通行做法：没有查到统一规定，参照巡察整改1个月报送方案，以反馈文件写明的为准",
            ),
            from_start(
                PeriodName::Report,
                Period::Months(3),
                "通行做法：没有查到统一规定，参照巡察集中整改3个月，以反馈文件写明的为准",
            ),
            from_filing(
                PeriodName::FilingReview,
                Period::WorkingDays(10),
                "通行做法：没有查到统一规定，参照审计机关10日内核实的做法，以考核机构的通知为准",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Months(3),
                "通行做法：没有查到统一规定，参照巡察集中整改3个月，以反馈文件写明的为准",
            ),
        ],
        roll: roll(),
        steps: three_colours(),
        route: two_reviews(based(Filing::Required, "通行做法：整改结果报考核机构，影响下一年度考核")),
        criteria: criteria(Need::Advisory),
        words: party_words(),
    }
}
