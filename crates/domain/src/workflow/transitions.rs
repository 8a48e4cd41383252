//! The allow-list: what is not in this table cannot happen.

use super::action::Action;
use super::guard::Guard;
use super::stage::Stage;
use crate::Role;

/// Where a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    Stage(Stage),
    /// The stage stays.
    Same,
    /// To the overseer, or closed where the rule profile asks for no filing.
    FiledOrClosed,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    pub from: &'static [Stage],
    pub action: Action,
    /// Any of these roles.
    pub roles: &'static [Role],
    pub to: To,
    pub(super) guards: &'static [Guard],
    /// Why it is so, and where that is said.
    pub basis: &'static str,
}

use Action as A;
use Guard as G;
use Role as R;
use Stage as S;

const fn row(
    from: &'static [Stage],
    action: Action,
    roles: &'static [Role],
    to: To,
    guards: &'static [Guard],
    basis: &'static str,
) -> Transition {
    Transition { from, action, roles, to, guards, basis }
}

/// Every transition there is.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    row(&[S::Registered], A::Assign, &[R::Liaison], To::Stage(S::Planning), &[],
        "逐项明确责任：每个问题有责任领导、责任部门、责任人（黑河、焦作公开稿）"),
    row(&[S::Planning], A::SubmitPlan, &[R::Liaison], To::Stage(S::PlanReview), &[G::PlanComplete],
        "整改方案逐条审核：措施具体、责任清楚、时限合理（双鸭山）"),
    row(&[S::PlanReview], A::ApprovePlan, &[R::Leader, R::Secretary], To::Stage(S::Rectifying), &[G::NotOwnPlan],
        "整改落实双审制；审定人与提交人分离（产品规则）"),
    row(&[S::PlanReview], A::ReturnPlan, &[R::Leader, R::Secretary], To::Stage(S::Planning), &[G::NotOwnPlan],
        "退回须说明理由（产品规则）"),
    row(&[S::Rectifying], A::Submit, &[R::Owner, R::Head, R::Liaison], To::Stage(S::FirstReview),
        &[G::MeasuresDone, G::Evidence, G::StandingDuty, G::NewWork],
        "销号标准：问题已解决、措施全部落实、佐证材料齐全（通行做法）"),
    row(&[S::Registered, S::Planning], A::Submit, &[R::Owner, R::Head, R::Liaison], To::Stage(S::FirstReview),
        &[G::Immediate, G::Assigned, G::Evidence, G::MeasuresDoneIfAny, G::StandingDuty],
        "立行立改：单位能独立立即改正的，责任明确、有佐证方可直接申请销号（审计整改意见；通行做法）"),
    row(&[S::FirstReview], A::Withdraw, &[R::Owner, R::Head, R::Liaison], To::Stage(S::Rectifying), &[G::Submitter],
        "未审前提交人可以撤回（产品规则）"),
    row(&[S::FirstReview], A::PassFirst, &[R::Leader, R::Liaison], To::Stage(S::SecondReview),
        &[G::Route, G::NotSubmitterSide, G::NotOwnWork, G::NamedReviewer, G::Evidence],
        "整改落实双审制（云南等地，由主要负责人和上级分管领导审签）；分管领导或整改办初审（通行做法）；不得审核自己提交、负责、办理的事项（产品规则）"),
    row(&[S::FirstReview], A::Return, &[R::Leader, R::Liaison], To::Stage(S::Rectifying),
        &[G::Route, G::NotSubmitterSide, G::NotOwnWork, G::NamedReviewer],
        "不合格退回并说明理由（督查办结审核：退办）"),
    row(&[S::SecondReview], A::PassSecond, &[R::Secretary], To::FiledOrClosed,
        &[G::NotSubmitterSide, G::NotOwnWork, G::NotFirstReviewer, G::Evidence],
        "主要负责人为第一责任人，复审签批；两次审核由两人办理（产品规则）"),
    row(&[S::SecondReview], A::Return, &[R::Secretary], To::Stage(S::Rectifying),
        &[G::NotSubmitterSide, G::NotOwnWork, G::NotFirstReviewer],
        "不合格退回并说明理由（督查办结审核：退办）"),
    row(&[S::Filing], A::AcceptFiling, &[R::Overseer], To::Stage(S::Closed),
        &[G::NotSubmitterSide, G::NotOwnWork, G::NotReviewer, G::Evidence],
        "双审核一报备：报监督机构（通行做法）"),
    row(&[S::Filing], A::RejectFiling, &[R::Overseer], To::Stage(S::Rectifying),
        &[G::NotSubmitterSide, G::NotOwnWork, G::NotReviewer, G::PeriodRunning],
        "监督机构在报备审核期内可不予认可（通行做法）"),
    row(&[S::Filing], A::CloseUnopposed, &[R::Liaison], To::Stage(S::Closed), &[G::PeriodOver, G::Evidence],
        "报备审核期届满无异议（产品规则，期限见规则档案）"),
    row(&[S::Closed], A::Reopen, &[R::Overseer, R::Secretary], To::Stage(S::Rectifying), &[],
        "回头看发现反弹的重新整改，须说明理由并另定审核人（整改成效评估办法；产品规则）"),
    row(&[S::Rectifying], A::AskExtension, &[R::Owner, R::Head, R::Liaison], To::Same,
        &[G::BeforeDue, G::NoOpenExtension],
        "延期须在到期前申请，写明理由、新时限（督查督办规定）"),
    row(&[S::Rectifying], A::GrantExtension, &[R::Leader, R::Secretary], To::Same,
        &[G::OpenExtension, G::NotOwnExtension],
        "延期经领导审批（督查督办规定）"),
    row(&[S::Rectifying], A::RefuseExtension, &[R::Leader, R::Secretary], To::Same,
        &[G::OpenExtension, G::NotOwnExtension],
        "延期经领导审批（督查督办规定）"),
];

/// The row of an action at a stage.
pub(super) fn of_action(action: Action, stage: Stage) -> Option<&'static Transition> {
    TRANSITIONS.iter().find(|t| t.action == action && t.from.contains(&stage))
}
