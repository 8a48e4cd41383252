//! Events: what was done, by whom, when. Written in the same transaction as the change.

use crate::PersonId;
use crate::words::words;

words!(
    /// Kinds of event.
    EventKind {
        Imported => "imported" "导入",
        Created => "created" "新增",
        Changed => "changed" "修改",
        MeasureAdded => "measure_added" "新增措施",
        MeasureChanged => "measure_changed" "修改措施",
        MeasureRemoved => "measure_removed" "删除措施",
        EvidenceAdded => "evidence_added" "上传佐证",
        EvidenceWithdrawn => "evidence_withdrawn" "撤回佐证",
        StandingAdded => "standing_added" "登记长效职责",
        StandingConfirmed => "standing_confirmed" "确认长效职责",
        StandingChanged => "standing_changed" "修改长效职责",
        Stepped => "stepped" "流程",
        FindingSplit => "finding_split" "拆分",
        FindingsMerged => "findings_merged" "合并",
        FamilyUndone => "family_undone" "撤销拆分合并",
        NoteWritten => "note_written" "批示指导",
        NoteAnswered => "note_answered" "答复批示",
        NoteWithdrawn => "note_withdrawn" "撤回批示",
        WorkbookApplied => "workbook_applied" "导回台账",
        SignedIn => "signed_in" "登录",
        SignInFailed => "sign_in_failed" "登录失败",
        SignedOut => "signed_out" "退出登录",
        PasswordChanged => "password_changed" "修改口令",
        Refused => "refused" "拒绝导入",
        Locked => "locked" "锁定报告",
        Ignored => "ignored" "忽略核稿意见",
        Overruled => "overruled" "裁定放行",
        Confirmed => "confirmed" "确认公开",
        Exported => "exported" "导出",
        Delegated => "delegated" "委托代办",
        DelegationEnded => "delegation_ended" "终止委托",
        Positioned => "positioned" "任职变更",
        Configured => "configured" "修改配置",
        Printed => "printed" "打印",
        Downloaded => "downloaded" "下载",
        Previewed => "previewed" "预览",
        Verified => "verified" "核验",
        Read => "read" "查阅",
        CheckpointSent => "checkpoint_sent" "发送校验点",
    }
);

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Something that happened to a subject (a finding, an inspection, an account).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub id: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub actor: Option<PersonId>,
    pub subject: String,
    pub kind: EventKind,
    pub summary: String,
    pub changes: Vec<FieldChange>,
}
