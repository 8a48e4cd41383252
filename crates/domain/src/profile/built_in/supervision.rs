//! 督查督办, also for 专项检查.

use super::common::{based, closure_words, criteria, from_filing, from_start, roll, step, two_reviews};
use crate::calendar::Period;
use crate::profile::{CompletionWords, Filing, Need, PeriodName, RuleProfile, StartDay, StatusWords, StepStart};
use crate::{Lamp, Role, SourceKind};

pub(super) fn profile() -> RuleProfile {
    RuleProfile {
        id: "supervision".to_owned(),
        name: "督查".to_owned(),
        sources: vec![SourceKind::Supervision, SourceKind::Special],
        start: based(StartDay::Receipt, "通行做法：自收到督办单之日起算，登记时写明收文时间和办复时限"),
        periods: vec![
            from_start(
                PeriodName::Report,
                Period::Days(30),
                "通行做法：公文交办事项30日内办结报告，见一市督查办法；会议纪要为20日，批示按急、一般、疑难为5日、15日、30日，以督办单写明的为准",
            ),
            from_filing(
                PeriodName::FilingReview,
                Period::WorkingDays(10),
                "通行做法：没有查到统一规定，参照审计机关10日内核实的做法，以督查机构的通知为准",
            ),
            from_start(
                PeriodName::FixDeadline,
                Period::Days(30),
                "通行做法：与办结报告同期，见一市督查办法；以督办单写明的为准",
            ),
        ],
        roll: roll(),
        steps: vec![
            step(
                StepStart::DaysLeft(10),
                Lamp::Yellow,
                Some(("蓝色提醒单", &[Role::Owner])),
                "通行做法：临近期限发蓝色提醒，见宿迁国资督办办法；提前10日是本软件参照巡察整改三色预警取的数",
            ),
            step(
                StepStart::Overdue,
                Lamp::Red,
                Some(("红色督办单", &[Role::Head, Role::Leader])),
                "通行做法：逾期发红色督办单，见宿迁国资督办办法；进度滞后、质量不高的黄色预警由督查机构判断，不随日期",
            ),
        ],
        route: two_reviews(based(Filing::Required, "通行做法：督查机构审核办结报告，不合要求的退办")),
        criteria: criteria(Need::WhenCalledFor),
        words: StatusWords {
            completion: CompletionWords {
                not_started: "未办理".to_owned(),
                in_progress: "正在办理".to_owned(),
                mostly_done: "基本办结".to_owned(),
                done: "已办结".to_owned(),
                standing: "长期坚持".to_owned(),
            },
            closure: closure_words("已办结销号"),
            basis: "通行做法：督查督办以“办理、办结”称呼进展".to_owned(),
        },
    }
}
