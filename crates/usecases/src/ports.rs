//! The Store port: what use cases ask of a database. Writes carry their events in the same transaction.

use crate::access::{Place, Reach};
use crate::findings::FamilyStore;
use crate::publications::PublicationStore;
use crate::records::{
    Account, ChangeSet, DraftOutcome, DraftRecord, DraftSave, DraftSummary, FindingFilter, FindingGroup, FindingRecord,
    Found, GapCounts, InspectionCounts, LogEntry, LogFilter, LogPage, Names, Page, Session, SourceRecord, StoredRules,
    Token,
};
use crate::restriction::Restriction;
use crate::templates::TemplateStore;
use crate::tokens::Reservation;
use crate::uploads::UploadStore;
use crate::work::WorkStore;
use async_trait::async_trait;
use audit::{Algorithm, Checkpoint, Verification};
use document::Official;
use domain::calendar::{DayEntry, YearTable};
use domain::draft::DraftState;
use domain::paper::OtherText;
use domain::profile::{DueFinding, SettingChange};
use domain::workflow::Step;
use domain::{
    ChronicleEntry, Confirmation, Delegation, DraftId, Event, Evidence, Finding, FindingId, Inspection, InspectionId,
    LampRule, Measure, Person, PersonId, Position, Report, Role, Standing, Unit, UnitId,
};
use jiff::civil::Date;
use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

/// Failures of a store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row is not as it was when it was read.
    #[error("记录已被他人修改")]
    Conflict,
    /// Stored data that cannot be understood.
    #[error("存储的数据不合法：{0}")]
    Corrupt(String),
    /// A row that is referred to does not exist, or one that is referred to would go.
    #[error("所引用的记录不存在")]
    Reference,
    /// Where a page is said to begin is no place of a list.
    #[error("翻页位置无效")]
    Cursor,
    /// The log was begun with a key that is not there.
    #[error("缺少审计密钥 {}：没有它就不能继续写入审计日志。请从备份中找回该文件，放回原处后重新启动。", .0.display())]
    AuditKey(std::path::PathBuf),
    /// Another hash function is asked for than the one that the log was begun with.
    #[error(
        "本系统的审计日志自建立起使用 {0}，不能改用另一种杂凑算法，否则已有记录无法再校验。请去掉 --audit-algorithm（或环境变量 RECTIFY_AUDIT_ALGORITHM），或为新系统另选一个空的数据目录或数据库。",
        .kept.word()
    )]
    AuditAlgorithm { kept: Algorithm },
    /// A text with a character that no database takes from everybody.
    #[error("内容里有看不见的空字符（NUL），不能保存。多半是从别处粘贴时带入的，请删去后重试")]
    Nul,
    #[error("文件存储不可用：{0}")]
    Files(String),
    #[error("{0}")]
    Database(String),
}

/// Files by their digest (SHA-256, lower-case hex); what is stored is never changed, and a file is there whole or not
/// at all.
#[async_trait]
pub trait Files: Send + Sync {
    async fn put(&self, bytes: Vec<u8>) -> Result<String, StoreError>;
    /// Takes in a file of this machine whose digest is known; it stays where it is.
    async fn take(&self, digest: &str, from: &Path) -> Result<(), StoreError>;
    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Opens a file for reading; one that is kept elsewhere comes to this machine now.
    async fn open(&self, digest: &str) -> Result<Option<File>, StoreError>;
    /// Digests of all files, in order.
    async fn digests(&self) -> Result<Vec<String>, StoreError>;
}

/// A face that is not installed, and what stands in for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplacedFont {
    pub wanted: &'static str,
    pub used: String,
}

/// Sets documents as PDF; failures are words for people.
pub trait Typesetter: Send + Sync {
    /// The same document with the same fonts always gives the same bytes.
    fn pdf(&self, official: &Official) -> Result<Vec<u8>, String>;
    fn replaced(&self) -> Result<Vec<ReplacedFont>, String>;
}

/// Accounts, sessions, tokens.
#[async_trait]
pub trait AccountStore: Send + Sync {
    async fn has_accounts(&self) -> Result<bool, StoreError>;
    async fn account(&self, username: &str) -> Result<Option<Account>, StoreError>;
    /// Creates the first unit and its administrator; a conflict when there is an account already.
    async fn set_up(&self, unit: &Unit, person: &Person, hash: &str, events: Vec<Event>) -> Result<(), StoreError>;
    /// Counts an attempt to sign in before its password is checked; the attempt number `max` locks until
    /// `locked_until`. A conflict when the account is locked at `now`.
    async fn count_attempt(&self, person: &PersonId, now: i64, max: i64, locked_until: i64) -> Result<(), StoreError>;
    async fn set_password(&self, person: &PersonId, hash: &str, event: Event) -> Result<(), StoreError>;
    async fn add_session(&self, token_hash: &str, person: &PersonId, now: i64, event: Event) -> Result<(), StoreError>;
    /// With the places that the person has on that day.
    async fn session(&self, token_hash: &str, today: Date) -> Result<Option<Session>, StoreError>;
    async fn touch_session(&self, token_hash: &str, now: i64) -> Result<(), StoreError>;
    /// Ends a session; with its entry when somebody asked for it.
    async fn remove_session(&self, token_hash: &str, event: Option<Event>) -> Result<(), StoreError>;

    async fn tokens(&self, person: &PersonId) -> Result<Vec<Token>, StoreError>;
    async fn token_holder(&self, hash: &str, today: Date) -> Result<Option<(Token, Session)>, StoreError>;
    async fn insert_token(&self, token: &Token, hash: &str, event: Event) -> Result<(), StoreError>;
    async fn withdraw_token(&self, id: &str, event: Event) -> Result<(), StoreError>;
    async fn touch_token(&self, id: &str, now: i64) -> Result<(), StoreError>;
    /// Takes an idempotency key for a request; keys older than `oldest` are forgotten.
    async fn reserve_key(
        &self,
        person: &PersonId,
        key: &str,
        request: &str,
        now: i64,
        oldest: i64,
    ) -> Result<Reservation, StoreError>;
    /// Keeps the answer, or frees the key.
    async fn settle_key(&self, person: &PersonId, key: &str, answer: Option<(u16, &[u8])>) -> Result<(), StoreError>;
}

/// What an administrator changed of the rules.
#[async_trait]
pub trait RuleStore: Send + Sync {
    /// What was changed of the built-in rules.
    async fn rules(&self) -> Result<StoredRules, StoreError>;
    /// Changes of rules name the version they start from.
    async fn save_profile(
        &self,
        id: &str,
        changes: &[SettingChange],
        version: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    async fn save_year(&self, table: &YearTable, version: i64, event: Event) -> Result<(), StoreError>;
    async fn remove_year(&self, year: i16, version: i64, event: Event) -> Result<(), StoreError>;
    async fn save_own_days(&self, days: &[DayEntry], version: i64, event: Event) -> Result<(), StoreError>;
    /// Findings that follow a profile, alike in what their lamp rests on, with their number.
    async fn due_findings(&self, profile: &str) -> Result<Vec<(DueFinding, i64)>, StoreError>;
}

/// Positions and delegations.
#[async_trait]
pub trait PostStore: Send + Sync {
    /// All positions of a person beside the main one that holds now, those that are over too; newest first.
    async fn positions(&self, person: &PersonId) -> Result<Vec<Position>, StoreError>;
    async fn position(&self, id: &str) -> Result<Option<Position>, StoreError>;
    async fn insert_position(&self, position: &Position, event: Event) -> Result<(), StoreError>;
    async fn update_position(&self, position: &Position, event: Event) -> Result<(), StoreError>;
    /// Delegations that a person gave or was given, or all of them; newest first.
    async fn delegations(&self, of: Option<&PersonId>, limit: u64) -> Result<Vec<Delegation>, StoreError>;
    async fn delegation(&self, id: &str) -> Result<Option<Delegation>, StoreError>;
    async fn insert_delegation(&self, delegation: &Delegation, event: Event) -> Result<(), StoreError>;
    async fn update_delegation(&self, delegation: &Delegation, event: Event) -> Result<(), StoreError>;
}

/// Standing rules and duties; each change brings its finding up to date.
#[async_trait]
pub trait StandingStore: Send + Sync {
    /// Of a finding, in the order in which they were made, those that ended too.
    async fn standing_of(&self, finding: &FindingId) -> Result<Vec<Standing>, StoreError>;
    /// Of a finding, newest first.
    async fn confirmations(&self, finding: &FindingId) -> Result<Vec<Confirmation>, StoreError>;
    async fn standing(&self, id: &str) -> Result<Option<(Standing, String)>, StoreError>;
    async fn insert_standing(
        &self,
        standing: &Standing,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    /// With the confirmation that moved it on, if there is one.
    async fn update_standing(
        &self,
        standing: &Standing,
        confirmation: Option<&Confirmation>,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
}

/// The database.
#[async_trait]
pub trait Store:
    AccountStore
    + RuleStore
    + TemplateStore
    + WorkStore
    + PublicationStore
    + UploadStore
    + PostStore
    + StandingStore
    + FamilyStore
{
    async fn units(&self, reach: &Reach) -> Result<Vec<Unit>, StoreError>;
    async fn insert_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError>;
    async fn update_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError>;
    async fn delete_unit(&self, unit: &UnitId, event: Event) -> Result<(), StoreError>;
    /// What uses the unit, in words and numbers.
    async fn unit_uses(&self, unit: &UnitId) -> Result<Vec<(&'static str, i64)>, StoreError>;
    async fn people(&self, reach: &Reach, text: Option<&str>) -> Result<Vec<Person>, StoreError>;
    async fn insert_person(&self, person: &Person, hash: Option<&str>, event: Event) -> Result<(), StoreError>;
    /// `past` is the main position that is over with this change.
    async fn update_person(
        &self,
        person: &Person,
        hash: Option<&str>,
        past: Option<&Position>,
        event: Event,
    ) -> Result<(), StoreError>;

    async fn inspections(&self, reach: &Reach) -> Result<Vec<Inspection>, StoreError>;
    async fn inspection(&self, reach: &Reach, key: &str) -> Result<Option<(Inspection, Place)>, StoreError>;
    /// The inspection of a row that is at hand already.
    async fn inspection_of(&self, id: &InspectionId) -> Result<Option<Inspection>, StoreError>;
    async fn insert_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError>;
    async fn update_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError>;
    async fn inspection_counts(
        &self,
        reach: &Reach,
        today: Date,
        rules: &HashMap<String, LampRule>,
    ) -> Result<HashMap<String, InspectionCounts>, StoreError>;

    /// All entries of an inspection in the order of their serials, those taken out too.
    async fn chronicle(&self, id: &InspectionId) -> Result<Vec<ChronicleEntry>, StoreError>;
    /// A conflict when the serial was given in the meantime.
    async fn insert_chronicle_entry(&self, entry: &ChronicleEntry, event: Event) -> Result<(), StoreError>;
    async fn update_chronicle_entry(&self, entry: &ChronicleEntry, event: Event) -> Result<(), StoreError>;

    /// Reports of an inspection, newest first.
    async fn reports(&self, id: &InspectionId) -> Result<Vec<Report>, StoreError>;
    /// A report with its text as it was stored.
    async fn report(&self, key: &str) -> Result<Option<(Report, String)>, StoreError>;
    /// A conflict when the serial was given in the meantime.
    async fn insert_report(&self, report: &Report, body: &str, event: Event) -> Result<(), StoreError>;
    /// Saves a draft whose version in the store is one less; a conflict for what is no draft any more.
    async fn update_report(&self, report: &Report, body: &str, event: Event) -> Result<(), StoreError>;

    async fn document(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError>;
    async fn add_draft(&self, draft: &DraftRecord, bytes: &[u8], event: Event) -> Result<(), StoreError>;
    async fn draft(&self, id: &DraftId) -> Result<Option<DraftRecord>, StoreError>;
    /// Drafts of an inspection, newest first.
    async fn drafts(&self, inspection: &InspectionId) -> Result<Vec<DraftSummary>, StoreError>;
    /// A state that undo or redo goes to.
    async fn draft_state(&self, id: &DraftId, step: i64) -> Result<Option<DraftState>, StoreError>;
    /// Saves a draft whose version in the store is one less.
    async fn save_draft(&self, draft: &DraftRecord, saved: DraftSave) -> Result<(), StoreError>;
    async fn record(&self, event: Event) -> Result<(), StoreError>;
    async fn column_names(&self) -> Result<HashMap<String, String>, StoreError>;
    async fn remember_columns(&self, names: &[(String, String)]) -> Result<(), StoreError>;

    async fn last_serial(&self, inspection: &InspectionId) -> Result<i64, StoreError>;
    /// Confirms a draft in a new step: everything or nothing.
    async fn confirm(&self, draft: &DraftRecord, outcome: &DraftOutcome) -> Result<(), StoreError>;
    /// A page of the findings within `reach`; files and texts of other findings make a warning within `seen` only.
    async fn findings(
        &self,
        reach: &Reach,
        inspection: &InspectionId,
        filter: &FindingFilter,
        seen: &Reach,
        today: Date,
        rule: &LampRule,
    ) -> Result<Page, StoreError>;
    /// Findings of an inspection in groups, in the order of their first finding.
    async fn finding_groups(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingGroup>, StoreError>;
    /// What responsibility lacks among the findings within reach.
    async fn gaps(&self, reach: &Reach, inspection: &Inspection, today: Date) -> Result<GapCounts, StoreError>;
    /// Findings of an inspection in order, with measure counts.
    async fn all_findings(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingRecord>, StoreError>;
    async fn finding(&self, reach: &Reach, key: &str) -> Result<Option<Found>, StoreError>;
    async fn neighbours(
        &self,
        reach: &Reach,
        finding: &Finding,
    ) -> Result<(Option<String>, Option<String>), StoreError>;
    async fn sources(&self, finding: &FindingId) -> Result<Vec<SourceRecord>, StoreError>;
    /// Sources of the measures of a finding, with the measure's identifier.
    async fn measure_sources(&self, finding: &FindingId) -> Result<Vec<(String, SourceRecord)>, StoreError>;
    /// Sources of all findings of an inspection, with the finding's identifier.
    async fn all_sources(&self, inspection: &InspectionId) -> Result<Vec<(String, SourceRecord)>, StoreError>;
    async fn measures(&self, finding: &FindingId) -> Result<Vec<Measure>, StoreError>;
    async fn all_measures(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<Measure>, StoreError>;
    async fn measure(&self, key: &str) -> Result<Option<Measure>, StoreError>;
    async fn events(&self, subject: &str) -> Result<Vec<Event>, StoreError>;
    async fn update_findings(&self, findings: &[Finding], now: i64, events: Vec<Event>) -> Result<(), StoreError>;
    async fn insert_finding(&self, finding: &Finding, now: i64, event: Event) -> Result<(), StoreError>;
    /// Inserts a measure and brings its finding up to date.
    async fn insert_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    async fn update_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    async fn delete_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    /// Adds evidence and brings its finding up to date.
    /// A step of the closed loop with the finding as it is after it; a conflict when somebody was faster.
    async fn add_step(
        &self,
        finding: &Finding,
        step: &Step,
        moved: &[Measure],
        now: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    /// The steps of a finding, oldest first.
    /// By the identifier of their finding, oldest first.
    async fn all_steps(
        &self,
        reach: &Reach,
        inspection: &InspectionId,
    ) -> Result<HashMap<String, Vec<Step>>, StoreError>;
    async fn steps(&self, finding: &FindingId) -> Result<Vec<Step>, StoreError>;
    /// `earlier` is the version it stands for; a conflict when that counts no more already. The upload that it came by
    /// ends with it.
    async fn add_evidence(
        &self,
        evidence: &Evidence,
        earlier: Option<&Evidence>,
        finding: &Finding,
        upload: Option<&str>,
        event: Event,
    ) -> Result<(), StoreError>;
    /// A conflict when it is withdrawn already.
    async fn withdraw_evidence(&self, evidence: &Evidence, finding: &Finding, event: Event) -> Result<(), StoreError>;
    async fn evidence(&self, key: &str) -> Result<Option<Evidence>, StoreError>;
    async fn all_evidence(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<Evidence>, StoreError>;
    async fn evidence_of(&self, finding: &FindingId) -> Result<Vec<Evidence>, StoreError>;
    /// Digests of a finding's files and the keys of other findings that they prove too.
    async fn reused_evidence(&self, reach: &Reach, finding: &FindingId) -> Result<Vec<(String, String)>, StoreError>;
    /// Texts of measures of other findings that have one of these prints.
    async fn texts_with_prints(
        &self,
        reach: &Reach,
        finding: &FindingId,
        prints: &[i64],
    ) -> Result<Vec<OtherText>, StoreError>;
    /// The mark of a finding, lifted or not.
    async fn restriction(&self, finding: &FindingId) -> Result<Option<Restriction>, StoreError>;
    /// A conflict when somebody else marked it meanwhile.
    async fn set_restriction(&self, restriction: &Restriction, event: Event) -> Result<(), StoreError>;
    async fn unit_names(&self, ids: &[String]) -> Result<Names, StoreError>;
    /// Names of units and of people, in one statement.
    async fn names(&self, units: &[String], people: &[String]) -> Result<(Names, Names), StoreError>;
    async fn person_names(&self, ids: &[String]) -> Result<Names, StoreError>;

    /// Whether there is an account in use with the role.
    async fn anybody_is(&self, role: Role) -> Result<bool, StoreError>;
    /// A page of the log, newest first.
    async fn log_page(&self, filter: &LogFilter) -> Result<LogPage, StoreError>;
    /// Entries after a number up to another, oldest first.
    async fn log_entries(&self, after: i64, last: i64, limit: u64) -> Result<Vec<LogEntry>, StoreError>;
    /// Where the log ends.
    async fn log_end(&self) -> Result<Checkpoint, StoreError>;
    /// Checks log and record as of one moment; `known` are checkpoints that were kept elsewhere.
    async fn verify_log(&self, known: &[Checkpoint]) -> Result<Verification, StoreError>;

    async fn add_change_set(&self, set: &ChangeSet) -> Result<(), StoreError>;
    async fn change_set(&self, id: &str) -> Result<Option<ChangeSet>, StoreError>;
}
