//! Why findings are not split, not put together, or not taken apart again, in words for the person.

use super::SetAside;
use crate::workflow::Stage;
use std::fmt;

/// The reason on the disabled button, and of a refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FamilyRefusal {
    NeedsLiaison,
    SetAside(SetAside),
    /// Somebody reviews it now, or it is closed.
    WrongStage(Stage),
    OpenExtension,
    /// A superior waits for an answer.
    OpenNotes(usize),
    NoReason,
    TooFewParts,
    TooManyParts(usize),
    NoTitle(usize),
    SameTitle(String),
    LongTitle(usize),
    Unknown(String),
    /// Measures or evidence that no part takes over.
    LeftOut(Vec<String>),
    NotAnAmount(String),
    AmountsDiffer {
        whole: String,
        parts: String,
    },
    OneOnly,
    TooManyMembers(usize),
    Twice(String),
    OtherInspection(String),
    KindsDiffer,
    StagesDiffer(Stage, Stage),
    /// There is nothing to be taken back.
    NothingToUndo,
    /// Work was done since.
    WorkedOn(Vec<String>),
}

impl fmt::Display for FamilyRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeedsLiaison => f.write_str("只有联络员可以拆分、合并事项"),
            Self::SetAside(SetAside::Split) => f.write_str("该事项已拆分，请到拆分后的事项办理"),
            Self::SetAside(SetAside::Merged) => f.write_str("该事项已合并，请到合并后的事项办理"),
            Self::SetAside(SetAside::TakenBack) => f.write_str("该事项所出自的拆分或合并已撤销，请到原事项办理"),
            Self::WrongStage(Stage::Closed) => f.write_str("事项已销号，不能拆分、合并；确需重新整改的，请先“重启”"),
            Self::WrongStage(stage) => {
                write!(f, "事项正在“{}”，请待审核人办结或退回后再拆分、合并", stage.word())
            }
            Self::OpenExtension => f.write_str("有未批复的延期申请，请待批复后再拆分、合并"),
            Self::OpenNotes(n) => write!(f, "有 {n} 条批示或指导意见尚未答复，请答复后再拆分、合并"),
            Self::NoReason => f.write_str("方案已审定，拆分、合并须说明理由"),
            Self::TooFewParts => f.write_str("至少拆分为两项，请再加一项"),
            Self::TooManyParts(max) => write!(f, "一次最多拆分为 {max} 项，请分次拆分"),
            Self::NoTitle(at) => write!(f, "请填写第 {at} 项的题目"),
            Self::SameTitle(title) => write!(f, "有两项的题目都是“{title}”，请加以区分"),
            Self::LongTitle(at) => write!(f, "第 {at} 项的题目过长，请改短，详细内容写在原文里"),
            Self::Unknown(key) => write!(f, "{key} 不属于该事项，请刷新页面后重选"),
            Self::LeftOut(keys) => {
                write!(f, "{} 没有归入任何一项，请为其选择去向，以免拆分后遗漏", keys.join("、"))
            }
            Self::NotAnAmount(text) => write!(f, "“{text}”不是金额，请填数字，单位元，例如 71320.50"),
            Self::AmountsDiffer { whole, parts } => {
                write!(f, "各项金额合计 {parts} 元，与原事项的 {whole} 元不一致，请核对")
            }
            Self::OneOnly => f.write_str("至少选择两个事项才能合并"),
            Self::TooManyMembers(max) => write!(f, "一次最多合并 {max} 项"),
            Self::Twice(key) => write!(f, "{key} 选了两次，请去掉一个"),
            Self::OtherInspection(key) => write!(f, "{key} 不在同一检查轮次，不能合并"),
            Self::KindsDiffer => f.write_str("反馈问题与意见建议分别统计，不能合并"),
            Self::StagesDiffer(a, b) => {
                write!(f, "所选事项分别处于“{}”“{}”，请在同一环节时合并", a.word(), b.word())
            }
            Self::NothingToUndo => f.write_str("该事项没有可以撤销的拆分或合并"),
            Self::WorkedOn(keys) => {
                write!(f, "{} 在拆分、合并之后已有新的办理记录，不能撤销", keys.join("、"))
            }
        }
    }
}

impl std::error::Error for FamilyRefusal {}
