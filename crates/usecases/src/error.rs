//! Why a use case did not do what was asked. Texts are for the person who asked.

use crate::ports::StoreError;
use domain::Role;
use domain::draft::EditRefusal;

/// A field and what is wrong with it.
pub type Invalid = Vec<(&'static str, String)>;

/// What stood in the way of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// Somebody else changed the object meanwhile.
    Version,
    /// It is done already.
    Done,
}

/// Failures of use cases.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("请先登录。")]
    NotSignedIn,
    #[error("接口令牌无效、已停用或已过期，请在“接口令牌”中重新生成。")]
    TokenRefused,
    #[error("接口令牌只能读取，不能修改。需要修改的，请生成“读写”令牌。")]
    TokenReadsOnly,
    #[error("这一操作须本人登录后进行，不能使用接口令牌。")]
    InPersonOnly,
    #[error("用户名或口令不正确。")]
    WrongPassword,
    #[error("连续输错口令，账号已锁定，请 {minutes} 分钟后再试。")]
    Locked { minutes: i64 },
    #[error("此操作需要“{}”角色，请联系系统管理员。", .0.word())]
    Forbidden(Role),
    #[error("只有联络员、该事项或措施的责任人、牵头或配合部门的负责人可以填报。请联系联络员调整责任分工。")]
    NotYours,
    #[error("对方没有委托您代办此事，或委托已到期、已终止。请刷新页面后以本人身份办理，或请对方重新委托。")]
    NoDelegation,
    #[error("{0}不存在，或您无权查看。")]
    NotFound(&'static str),
    #[error("{0}已被他人修改，请核对后重试。")]
    Changed(&'static str),
    #[error("规则没有保存：{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(""))]
    Settings(Vec<domain::profile::SettingRefusal>),
    #[error("{0}")]
    Done(String),
    #[error(transparent)]
    Step(#[from] domain::workflow::Refusal),
    #[error(transparent)]
    Overrule(#[from] domain::publication::OverruleRefusal),
    #[error("还不能公开：{}。", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("；"))]
    NotPublishable(Vec<domain::publication::ConfirmationGap>),
    #[error(transparent)]
    Family(#[from] domain::family::FamilyRefusal),
    #[error(transparent)]
    Note(#[from] domain::guidance::NoteRefusal),
    #[error("事项处于“{}”阶段，内容已锁定。需要修改的，请先由审核人退回整改。", .0.word())]
    Submitted(domain::workflow::Stage),
    #[error("还有 {0} 句原文未处理。请逐句核对，或选择“其余标为跳过”后确认。")]
    CoverageIncomplete(usize),
    #[error("填写有误：{}", .0.iter().map(|(_, why)| why.as_str()).collect::<Vec<_>>().join("；"))]
    Invalid(Invalid),
    #[error(transparent)]
    Refused(#[from] document::Refusal),
    #[error(transparent)]
    Edit(#[from] EditRefusal),
    #[error("数据库操作未完成，所做修改没有保存：{0}")]
    Store(StoreError),
    #[error("文件没有生成：{0}")]
    Workbook(#[from] report::WorkbookError),
    #[error("PDF 没有生成：{0}")]
    Typeset(String),
    #[error("邮件没有发出：{0}。请检查邮件服务器的地址、端口、加密方式和账号。")]
    Mail(String),
    #[error("处理中断：{0}")]
    Internal(String),
}

impl From<StoreError> for Error {
    fn from(cause: StoreError) -> Self {
        match cause {
            StoreError::Conflict => Self::Changed("该记录"),
            StoreError::Reference => {
                Self::invalid("reference", "所选的单位、人员不存在或仍被引用，请刷新页面后重新选择")
            }
            StoreError::Cursor => Self::invalid("after", "翻页位置无效，请从第一页重新打开"),
            other => Self::Store(other),
        }
    }
}

impl From<Vec<domain::profile::SettingRefusal>> for Error {
    fn from(refusals: Vec<domain::profile::SettingRefusal>) -> Self {
        Self::Settings(refusals)
    }
}

impl Error {
    /// A single wrong field.
    pub fn invalid(field: &'static str, why: impl Into<String>) -> Self {
        Self::Invalid(vec![(field, why.into())])
    }
}
