//! Enums on the wire: a closed list of names; any other name is refused.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident = $type:path),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub $type);

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.name())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = Cow::<str>::deserialize(deserializer)?;
                <$type>::from_name(&name).map(Self).ok_or_else(|| {
                    let known: Vec<&str> = <$type>::ALL.iter().map(|value| value.name()).collect();
                    D::Error::custom(format!("“{name}”不是可用的值，可用：{}", known.join("、")))
                })
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let names: Vec<&str> = <$type>::ALL.iter().map(|value| value.name()).collect();
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }

        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self(value)
            }
        }

        impl From<$name> for $type {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    )+};
}

wire!(
    /// 灯色
    Lamp = domain::Lamp,
    /// 日志记录的类别
    EventKind = domain::EventKind,
    /// 角色
    Role = domain::Role,
    /// 主职或兼职
    PositionKind = domain::PositionKind,
    /// 责任空白的类别
    Gap = domain::Gap,
    /// 长效职责的类别
    StandingKind = domain::StandingKind,
    /// 长效职责的周期
    Recurrence = domain::Recurrence,
    /// 放假或上班
    EntryKind = domain::calendar::EntryKind,
    /// 规则的部分
    SettingPart = domain::profile::SettingPart,
    /// 接口令牌权限
    TokenScope = domain::TokenScope,
    /// 单位类别
    UnitKind = domain::UnitKind,
    /// 工作纪实在报告中的位置
    ChroniclePart = domain::ChroniclePart,
    /// 报告的状态
    ReportStanding = domain::ReportStanding,
    /// 公开稿的状态
    PublicationStanding = domain::publication::PublicationStanding,
    /// 事项的公开范围
    Publish = domain::publication::Publish,
    /// 不予公开的理由
    WithholdReason = domain::publication::WithholdReason,
    /// 对核稿意见的处理
    RemarkAct = domain::publication::RemarkAct,
    /// 拆分或合并
    FamilyKind = domain::family::FamilyKind,
    /// 批示、指导意见及其答复
    NoteKind = domain::guidance::NoteKind,
    /// 模板的种类
    TemplateKind = domain::TemplateKind,
    /// 表格的一行写什么
    FormRows = domain::FormRows,
    /// 检查来源
    Source = domain::SourceKind,
    /// 问题或意见建议
    FindingKind = domain::FindingKind,
    /// 整改类型
    FixType = domain::FixType,
    /// 完成情况
    Completion = domain::Completion,
    /// 销号状态
    Closure = domain::Closure,
    /// 闭环的阶段
    Stage = domain::workflow::Stage,
    /// 闭环的动作
    Action = domain::workflow::Action,
    /// 销号标准
    Criterion = domain::profile::Criterion,
    /// 销号标准的要求
    Need = domain::profile::Need,
    /// 销号标准的满足情况
    Answer = domain::workflow::Answer,
    /// 纸面整改提示的类别
    PaperCode = domain::paper::PaperCode,
    /// 纸面整改提示所在的部分
    PaperPart = domain::paper::PaperPart,
    /// 佐证材料的类别
    EvidenceKind = domain::EvidenceKind,
    /// 导入草稿中节点的类别
    NodeKind = domain::draft::NodeKind,
);
