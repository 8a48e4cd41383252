//! Why an action is refused: what is missing and what to do. Shown on the button and in the answer.

use super::action::Action;
use super::stage::Stage;
use crate::Role;
use crate::profile::Criterion;
use jiff::civil::Date;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    WrongStage {
        stage: Stage,
        action: Action,
    },
    NeedsRole {
        roles: &'static [Role],
    },
    /// What the plan lacks.
    PlanIncomplete(Vec<String>),
    OwnPlan,
    /// Keys of measures that are not finished.
    MeasuresOpen(Vec<String>),
    NoMeasures,
    NoEvidence,
    NotImmediate,
    /// Who is to answer for it.
    Unassigned(Vec<String>),
    NoStandingDuty,
    /// It was opened again, and nothing was done since.
    NothingNew,
    CriteriaOpen(Vec<Criterion>),
    OwnSubmission,
    /// Answers for a measure, or did the work.
    OwnWork,
    BothReviews,
    /// The overseer took part in the reviews.
    OwnReview,
    NotTheSubmitter,
    OfficeMayNotReview,
    NotNamedReviewer,
    /// In the named reviewer's place stands somebody of the round before.
    FormerReviewer,
    NoReason(Action),
    PastDue {
        due: Date,
    },
    NoDue,
    NotLater {
        due: Date,
    },
    ExtensionOpen {
        until: Date,
    },
    NoExtension,
    OwnExtension,
    PeriodOver {
        until: Date,
    },
    PeriodRunning {
        until: Date,
    },
    PeriodUnknown,
    ReviewerInvolved,
    /// Taking it out would hide that it is late.
    MeasureOverdue {
        key: String,
        due: Date,
    },
}

impl Refusal {
    /// Stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongStage { .. } => "wrong_stage",
            Self::NeedsRole { .. } => "needs_role",
            Self::PlanIncomplete(_) => "plan_incomplete",
            Self::OwnPlan => "own_plan",
            Self::MeasuresOpen(_) => "measures_open",
            Self::NoMeasures => "no_measures",
            Self::NoEvidence => "no_evidence",
            Self::NotImmediate => "not_immediate",
            Self::Unassigned(_) => "unassigned",
            Self::NoStandingDuty => "no_standing_duty",
            Self::NothingNew => "nothing_new",
            Self::CriteriaOpen(_) => "criteria_open",
            Self::OwnSubmission => "own_submission",
            Self::OwnWork => "own_work",
            Self::BothReviews => "both_reviews",
            Self::OwnReview => "own_review",
            Self::NotTheSubmitter => "not_the_submitter",
            Self::OfficeMayNotReview => "office_may_not_review",
            Self::NotNamedReviewer => "not_named_reviewer",
            Self::FormerReviewer => "former_reviewer",
            Self::NoReason(_) => "no_reason",
            Self::PastDue { .. } => "past_due",
            Self::NoDue => "no_due",
            Self::NotLater { .. } => "not_later",
            Self::ExtensionOpen { .. } => "extension_open",
            Self::NoExtension => "no_extension",
            Self::OwnExtension => "own_extension",
            Self::PeriodOver { .. } => "period_over",
            Self::PeriodRunning { .. } => "period_running",
            Self::PeriodUnknown => "period_unknown",
            Self::ReviewerInvolved => "reviewer_involved",
            Self::MeasureOverdue { .. } => "measure_overdue",
        }
    }
}

fn words(roles: &[Role]) -> String {
    roles.iter().map(|role| format!("“{}”", role.word())).collect::<Vec<_>>().join("或")
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::WrongStage { stage, action } => {
                write!(f, "事项处于“{}”阶段，不能{}。请刷新后查看当前可办的事。", stage.word(), action.word())
            }
            Self::NeedsRole { roles } => write!(f, "须由{}办理。", words(roles)),
            Self::PlanIncomplete(missing) => write!(f, "方案还缺：{}。", missing.join("、")),
            Self::OwnPlan => f.write_str("不能审定自己（或所代办的委托人）提交的方案，请另一位领导审定。"),
            Self::MeasuresOpen(keys) => {
                let named: Vec<&str> = keys.iter().take(5).map(String::as_str).collect();
                write!(f, "还有 {} 条措施未完成：{}。请先更新措施进展。", keys.len(), named.join("、"))
            }
            Self::NoMeasures => f.write_str("没有整改措施。请先分解措施并逐条落实。"),
            Self::NoEvidence => f.write_str("没有佐证材料，不能申请销号。请先上传佐证。"),
            Self::NotImmediate => f.write_str("只有“立行立改”事项可以不经方案审定直接申请销号。"),
            Self::Unassigned(missing) => {
                write!(f, "立行立改的事项也须明确责任，还缺：{}。请先在基本信息中指定。", missing.join("、"))
            }
            Self::NoStandingDuty => {
                f.write_str("长期坚持的事项须填写长效制度和下次检视日期（晚于今天）后才能申请销号。")
            }
            Self::NothingNew => f.write_str(
                "回头看重启后还没有新的措施、进展说明或佐证，不能申请销号。请先落实整改，填报进展或上传新的佐证。",
            ),
            Self::CriteriaOpen(criteria) => {
                let named: Vec<&str> = criteria.iter().map(|c| c.word()).collect();
                write!(f, "以下销号标准尚未确认满足：{}。", named.join("、"))
            }
            Self::OwnSubmission => {
                f.write_str("不能审核自己（或所代办的委托人）提交、负责的事项，请另一位审核人办理。")
            }
            Self::OwnWork => f.write_str(
                "您（或您可以代办的人）是本事项措施的责任人，或在本轮填报过进展、上传过佐证，不能审核，请另一位审核人办理。",
            ),
            Self::BothReviews => {
                f.write_str("初审和复审须由两人分别办理：您本人或您的委托人已办理初审，请另一位审核人复审。")
            }
            Self::OwnReview => f.write_str("您参加过本事项的初审或复审，不能再办理报备，请监督机构的其他人员办理。"),
            Self::NotTheSubmitter => f.write_str("只有提交人可以撤回申请。"),
            Self::OfficeMayNotReview => f.write_str("按本轮规则，初审须由“分管领导”办理。"),
            Self::NotNamedReviewer => f.write_str("本事项回头看重启后指定了新的审核人，须由其办理初审。"),
            Self::FormerReviewer => {
                f.write_str("您或您代理的人在重启前提交或审核过本事项，不能初审，请指定的审核人本人或其他代理人办理。")
            }
            Self::NoReason(action) => write!(f, "请填写{}的理由。", action.word()),
            Self::PastDue { due } => write!(f, "整改时限（{due}）已过，延期须在到期前申请。"),
            Self::NoDue => f.write_str("事项没有整改时限，无需延期。请先填写时限。"),
            Self::NotLater { due } => write!(f, "延期后的日期须晚于原时限 {due}。"),
            Self::ExtensionOpen { until } => write!(f, "已有延期至 {until} 的申请待批，请等待批复。"),
            Self::NoExtension => f.write_str("没有待批的延期申请。"),
            Self::OwnExtension => f.write_str("不能批复自己（或所代办的委托人）提出的延期申请。"),
            Self::PeriodOver { until } => write!(f, "报备审核期已于 {until} 届满，如需重查请办理回头看。"),
            Self::PeriodRunning { until } => write!(f, "报备审核期至 {until}，期满且监督机构无异议方可销号。"),
            Self::PeriodUnknown => f.write_str(
                "没有报备审核期的截止日期，不能按期满销号，请监督机构办理“同意报备”，或在规则中补充报备审核期。",
            ),
            Self::ReviewerInvolved => f.write_str("新的审核人须是此前未提交、未审核过本事项，也不是事项、措施责任人的人。"),
            Self::MeasureOverdue { key, due } => write!(
                f,
                "措施 {key} 已于 {due} 到期仍未完成，不能删除。请更新进展；确需更多时间的，先为事项申请延期，经批准后再调整。"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
