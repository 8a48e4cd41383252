//! What happened to a finding.

use crate::account::Named;
use crate::time::instant;
use domain::PersonId;
use serde::Serialize;
use usecases::Names;
use utoipa::ToSchema;

/// A field before and after.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// An event of the timeline; fields are named in words.
#[derive(Debug, Serialize, ToSchema)]
pub struct TimelineEvent {
    pub id: String,
    /// UTC.
    pub at: String,
    pub actor: Named,
    pub kind: String,
    pub summary: String,
    pub changes: Vec<FieldChange>,
}

/// Words for fields.
const WORDS: [(&str, &str); 50] = [
    ("stage", "阶段"),
    ("standing_rule", "长效制度"),
    ("standing_review", "下次检视日期"),
    ("title", "题目"),
    ("text", "原文"),
    ("unit", "牵头部门"),
    ("leader", "责任领导"),
    ("owner", "责任人"),
    ("co_units", "配合部门"),
    ("due", "整改时限"),
    ("fix_type", "整改类型"),
    ("category", "问题类别"),
    ("target", "整改目标"),
    ("amount", "金额"),
    ("completion", "完成情况"),
    ("deliverable", "成果形式"),
    ("progress_note", "进展说明"),
    ("issuing_body", "发文机关"),
    ("document_number", "文号"),
    ("feedback_date", "反馈日期"),
    ("receipt_date", "收文日期"),
    ("roles", "角色"),
    ("username", "用户名"),
    ("duty", "职务"),
    ("active", "账号状态"),
    ("password", "口令"),
    ("short_name", "简称"),
    ("kind", "类别"),
    ("parent", "上级单位"),
    ("position", "次序"),
    ("co_leaders", "共同责任领导"),
    ("co_owners", "共同责任人"),
    ("leaders", "责任领导"),
    ("owners", "责任人"),
    ("units", "责任部门"),
    ("from", "起期"),
    ("until", "止期"),
    ("issued", "印发日期"),
    ("recurrence", "周期"),
    ("next", "下次日期"),
    ("profile", "规则档案"),
    ("name", "名称"),
    ("publish", "公开范围"),
    ("reason", "理由"),
    ("wording", "公开表述"),
    ("display_from", "公布日期"),
    ("display_days", "公示期（工作日）"),
    ("phone", "联系电话"),
    ("postal", "通信地址"),
    ("email", "电子邮箱"),
];

pub(crate) fn word(field: &str) -> &str {
    WORDS.iter().find(|(name, _)| *name == field).map_or(field, |(_, word)| *word)
}

impl TimelineEvent {
    pub(crate) fn new(e: &domain::Event, people: &Names) -> Self {
        let id = e.actor.as_ref().map_or("", PersonId::as_str);
        let change = |c: &domain::FieldChange| FieldChange {
            field: word(&c.field).to_owned(),
            before: c.before.clone(),
            after: c.after.clone(),
        };
        Self {
            id: e.id.clone(),
            at: instant(e.at),
            actor: Named { id: id.to_owned(), name: people.get(id).cloned().unwrap_or_else(|| "系统".to_owned()) },
            kind: e.kind.name().to_owned(),
            summary: e.summary.clone(),
            changes: e.changes.iter().map(change).collect(),
        }
    }
}
