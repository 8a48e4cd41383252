//! What several profiles share, and short ways to write their rows.

use crate::Lamp;
use crate::Role;
use crate::calendar::{Period, Roll};
use crate::profile::{
    Based, ClosureWords, ColourStep, CompletionWords, CountFrom, Criterion, CriterionRule, Filing, Letter, NamedPeriod,
    Need, PeriodName, Repeat, ReviewRoute, Reviewer, StatusWords, StepStart,
};

pub(super) fn based<T>(value: T, basis: &str) -> Based<T> {
    Based { value, basis: basis.to_owned() }
}

/// A period from the start day.
pub(super) fn from_start(name: PeriodName, length: Period, basis: &str) -> NamedPeriod {
    period(name, CountFrom::Start, length, basis)
}

/// A period from the end of another.
pub(super) fn after(other: PeriodName, name: PeriodName, length: Period, basis: &str) -> NamedPeriod {
    period(name, CountFrom::EndOf(other.name().to_owned()), length, basis)
}

/// A period from the filing.
pub(super) fn from_filing(name: PeriodName, length: Period, basis: &str) -> NamedPeriod {
    period(name, CountFrom::Filing, length, basis)
}

/// The same period over and over.
pub(super) fn repeated(period: NamedPeriod) -> NamedPeriod {
    NamedPeriod { repeat: Repeat::Every, ..period }
}

fn period(name: PeriodName, from: CountFrom, length: Period, basis: &str) -> NamedPeriod {
    NamedPeriod { name: name.name().to_owned(), from, length, repeat: Repeat::Once, basis: basis.to_owned() }
}

/// Due dates move on, as in civil law.
pub(super) fn roll() -> Based<Roll> {
    based(
        Roll::NextWorkday,
        "通行做法：党内法规没有写明，参照《民法典》第二百零三条，最后一日为休假日的，以休假日结束的次日为最后一日",
    )
}

/// Letters in three colours of which each reaches higher.
pub(super) fn three_colours() -> Vec<ColourStep> {
    let basis = |text: &str| format!("通行做法：{text}，见重庆江津巡察整改三色预警的公开介绍");
    vec![
        step(
            StepStart::DaysLeft(20),
            Lamp::Green,
            Some(("绿色提示函", &[Role::Owner])),
            &basis("剩余20日内向承办人发绿色提示函"),
        ),
        step(
            StepStart::DaysLeft(10),
            Lamp::Yellow,
            Some(("黄色提示函", &[Role::Owner, Role::Leader])),
            &basis("剩余10日内向承办人和分管领导发黄色提示函"),
        ),
        step(
            StepStart::Overdue,
            Lamp::Red,
            Some(("红色提示函", &[Role::Head, Role::Secretary])),
            &basis("逾期向承办部门和主要负责人发红色提示函"),
        ),
    ]
}

/// A step whose letter goes back before a day off, or on after it once the due date is past.
pub(super) fn step(start: StepStart, lamp: Lamp, letter: Option<(&str, &[Role])>, basis: &str) -> ColourStep {
    let roll = match start {
        StepStart::DaysLeft(_) => Roll::PreviousWorkday,
        StepStart::Overdue => Roll::NextWorkday,
    };
    let letter = letter.map(|(name, to)| Letter { name: name.to_owned(), to: to.to_vec() });
    ColourStep { start, lamp, letter, roll, basis: basis.to_owned() }
}

/// Both reviews inside the unit, the first by the leader in charge.
pub(super) fn two_reviews(filing: Based<Filing>) -> ReviewRoute {
    ReviewRoute {
        first: based(Reviewer::Leader, "通行做法：分管领导按“一岗双责”先审；由整改办统一把关的，改为整改办"),
        second: based(
            Reviewer::Secretary,
            "通行做法：主要负责人是整改第一责任人，对整改方案、报告签字负责；云南等地的双审制另由上级分管领导审签",
        ),
        filing,
    }
}

/// The six criteria; what depends on the matter is asked for only where it arises.
pub(super) fn criteria(approval: Need) -> Vec<CriterionRule> {
    let rule = |criterion: Criterion, need, basis: &str| CriterionRule {
        criterion: criterion.name().to_owned(),
        need,
        basis: format!("通行做法：{basis}"),
    };
    vec![
        rule(Criterion::Solved, Need::Always, "反馈的具体问题已经解决"),
        rule(Criterion::MeasuresDone, Need::Always, "整改方案所列措施逐条落实，与各地整改成效评估指标一致"),
        rule(Criterion::Evidence, Need::Always, "佐证材料能证明每条措施，与各地销号“四必查”一致"),
        rule(Criterion::Accountability, Need::WhenCalledFor, "应当追责的已经追责"),
        rule(Criterion::Policy, Need::WhenCalledFor, "问题出在制度上的，已经建立或修订制度；仅修订制度不算解决"),
        rule(Criterion::Approval, approval, "涉及群众的问题，群众认可，与各地满意度测评一致"),
    ]
}

/// The words of party inspections.
pub(super) fn party_words() -> StatusWords {
    StatusWords {
        completion: CompletionWords {
            not_started: "未完成".to_owned(),
            in_progress: "正在整改".to_owned(),
            mostly_done: "基本完成".to_owned(),
            done: "已完成".to_owned(),
            standing: "长期坚持".to_owned(),
        },
        closure: closure_words("已销号"),
        basis: "通行做法：各地公开的巡视巡察整改通报用“已完成、基本完成、正在整改、未完成”".to_owned(),
    }
}

pub(super) fn closure_words(closed: &str) -> ClosureWords {
    ClosureWords {
        none: "未申请销号".to_owned(),
        first_review: "初审中".to_owned(),
        second_review: "复审中".to_owned(),
        filing: "报备中".to_owned(),
        closed: closed.to_owned(),
    }
}
