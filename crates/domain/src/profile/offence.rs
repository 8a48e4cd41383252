//! What can be wrong with a rule profile, in words for the person who edits it.

use crate::Lamp;

/// Something wrong with a profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileOffence {
    #[error("规则标识“{0}”无效：只能用小写字母、数字和下划线，请修改。")]
    Id(String),
    #[error("规则没有名称，请填写。")]
    NoName,
    #[error("规则没有适用的检查来源，请至少选择一种。")]
    NoSource,
    #[error("{place}没有写依据，请填写文件名称和条款；没有明文规定的，写明“通行做法”及出处。")]
    NoBasis { place: String },

    #[error("时限名称“{0}”不认识，请从列表中选择。")]
    PeriodUnknown(String),
    #[error("时限“{0}”写了不止一次，请只保留一条。")]
    PeriodTwice(String),
    #[error("时限“{0}”为零，请填写大于零的数，或删去这一条。")]
    PeriodZero(String),
    #[error("时限“{name}”超过{years_max}年，请核对数字和单位。")]
    PeriodTooLong { name: String, years_max: u16 },
    #[error("时限“{name}”从“{anchor}”结束之日起算，但规则中没有这一时限，请补充或改变起算点。")]
    AnchorMissing { name: String, anchor: String },
    #[error("时限“{0}”的起算点绕回到它自己，请改变起算点。")]
    PeriodCircular(String),

    #[error("颜色步骤须按剩余天数从多到少排列：{days}天之后不能再有{next_days}天，请调整顺序或天数。")]
    StepsNotDescending { days: u16, next_days: u16 },
    #[error("颜色步骤只能用正常、临期、逾期三种灯，不能用“{}”，请改选。", .0.word())]
    StepLamp(Lamp),
    #[error("灯不能由“{}”退回“{}”，请调整颜色步骤。", .before.word(), .after.word())]
    LampEases { before: Lamp, after: Lamp },
    #[error("剩余{days}天时尚未逾期，不能亮逾期灯，请改为临期。")]
    RedBeforeDue { days: u16 },
    #[error("逾期一步须亮逾期灯，请修改。")]
    OverdueNotRed,
    #[error("颜色步骤须有且只有一个逾期步骤，并列在最后，请修改。")]
    OverdueNotLast,
    #[error("逾期之后的函件不能提前到到期日以前，请改为不顺延或顺延至下一工作日。")]
    OverdueRollsBack,
    #[error("{place}没有写函件名称，请填写，或取消函件。")]
    LetterWithoutName { place: String },
    #[error("函件“{0}”没有发送对象，请至少选择一个。")]
    LetterWithoutAddressee(String),

    #[error("初审和复审都是{0}，两次审核须由不同的人进行，请修改其中之一。")]
    SameReviewer(&'static str),
    #[error("规则要求报备，但没有规定“报备审核期”，请在时限中补充。")]
    FilingWithoutPeriod,

    #[error("销号标准“{0}”不认识，请从列表中选择。")]
    CriterionUnknown(String),
    #[error("销号标准“{0}”写了不止一次，请只保留一条。")]
    CriterionTwice(String),
    #[error("缺少销号标准“{0}”，请补充；不作要求的选“供参考”。")]
    CriterionMissing(&'static str),
    #[error("销号标准“佐证材料齐全”须为必须满足：没有佐证材料的问题不能销号。")]
    EvidenceNotMandatory,

    #[error("“{0}”没有印刷用词，请填写。")]
    NoWord(&'static str),
}
