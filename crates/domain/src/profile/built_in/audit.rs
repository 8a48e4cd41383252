//! 审计. The limits are those of a school's rule that follows the rules of 浙江省; other provinces differ.

use super::common::{based, closure_words, criteria, from_filing, from_start, roll, three_colours, two_reviews};
use crate::SourceKind;
use crate::calendar::Period;
use crate::profile::{CompletionWords, Filing, Need, PeriodName, RuleProfile, StartDay, StatusWords};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "audit".to_owned(),
        name: "审计".to_owned(),
        sources: vec![SourceKind::Audit],
        start: based(StartDay::Delivery, "地方规定：自审计报告送达之日起算（浙江省审计整改规定，见省内高校整改办法）"),
        periods: vec![
            from_start(
                PeriodName::Plan,
                Period::Days(30),
                "地方规定：收到整改通知30日内报送整改方案，立行立改的问题不需要（浙江省审计整改规定，见省内高校整改办法）",
            ),
            from_start(
                PeriodName::Report,
                Period::Days(60),
                "通行做法：60日内报告整改情况，见高校审计整改办法；有的为30日或审计决定写明的90日，以审计文书写明的为准",
            ),
            from_filing(
                PeriodName::FilingReview,
                Period::Days(10),
                "地方规定：审计机构10日内核实整改结果（浙江省审计整改规定，见省内高校整改办法）",
            ),
            from_start(
                PeriodName::FixImmediate,
                Period::Days(60),
                "地方规定：立行立改不超过60日，自审计报告送达之日起算（浙江省审计整改规定，见省内高校整改办法）",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Years(1),
                "地方规定：分阶段整改为60日以上、1年以内（浙江省审计整改规定，见省内高校整改办法）",
            ),
            from_start(
                PeriodName::FixStanding,
                Period::Years(5),
                "地方规定：持续整改为1年以上、5年以内（浙江省审计整改规定，见省内高校整改办法）",
            ),
        ],
        roll: roll(),
        steps: three_colours(),
        route: two_reviews(based(
            Filing::Required,
            "规定：审计机关对整改情况跟踪检查（两办《关于建立健全审计查出问题整改长效机制的意见》，2021年）",
        )),
        criteria: criteria(Need::Advisory),
        words: StatusWords {
            completion: CompletionWords {
                not_started: "尚未整改".to_owned(),
                in_progress: "正在整改".to_owned(),
                mostly_done: "正在整改".to_owned(),
                done: "已完成整改".to_owned(),
                standing: "长期整改".to_owned(),
            },
            closure: closure_words("已对账销号"),
            basis: "地方规定：审计整改结果分已完成、正在整改、长期整改、尚未整改（宁夏审计整改结果认定办法）"
                .to_owned(),
        },
    }
}
