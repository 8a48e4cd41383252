//! The Store port: what use cases ask of a database. Writes carry their events in the same transaction.

use async_trait::async_trait;
use document::ledger::Mapping;
use domain::draft::DraftState;
use domain::{
    DraftId, Event, FieldChange, Finding, FindingId, Inspection, InspectionId, Lamp, Measure, Person, PersonId,
    SourceSpan, Unit, UnitId,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// Failures of a store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row is not as it was when it was read.
    #[error("记录已被他人修改")]
    Conflict,
    /// Stored data that cannot be understood.
    #[error("存储的数据不合法：{0}")]
    Corrupt(String),
    #[error("{0}")]
    Database(String),
}

/// A person's account.
#[derive(Debug, Clone)]
pub struct Account {
    pub person: Person,
    pub password_hash: String,
    pub failures: i64,
    /// Milliseconds since 1970.
    pub locked_until: i64,
}

/// A signed-in session.
#[derive(Debug, Clone)]
pub struct Session {
    pub person: Person,
    pub created_at: i64,
    pub seen_at: i64,
}

/// Number of findings by lamp, in the order of [`Lamp::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LampCounts(pub [i64; 5]);

/// Findings of an inspection, and their lamps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InspectionCounts {
    pub findings: i64,
    pub lamps: LampCounts,
}

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftStanding {
    Open,
    Confirmed,
    Discarded,
}

/// A stored draft with its undo history.
#[derive(Debug, Clone)]
pub struct DraftRecord {
    pub id: DraftId,
    pub inspection: InspectionId,
    pub digest: String,
    pub name: String,
    /// Wire name of the document's kind.
    pub kind: String,
    pub standing: DraftStanding,
    pub version: i64,
    pub created_at: i64,
    /// Earlier states, the current one, and states that were undone.
    pub history: Vec<DraftState>,
    /// Index of the current state.
    pub cursor: usize,
    pub mapping: Option<Mapping>,
}

/// How a list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Serial,
    Due,
    Updated,
}

/// Filters of the ledger.
#[derive(Debug, Clone, Default)]
pub struct FindingFilter {
    /// Any of these; none means all.
    pub lamps: Vec<Lamp>,
    pub completion: Option<String>,
    pub closure: Option<String>,
    pub kind: Option<String>,
    pub fix_type: Option<String>,
    pub unit: Option<String>,
    pub person: Option<String>,
    pub area: Option<String>,
    pub due_from: Option<String>,
    pub due_to: Option<String>,
    pub text: Option<String>,
    pub sort: Sort,
    pub after: Option<String>,
    pub limit: u64,
}

/// A finding with what the list shows of its measures.
#[derive(Debug, Clone)]
pub struct FindingRecord {
    pub finding: Finding,
    pub measures_done: i64,
    pub measures_all: i64,
}

/// A page of the ledger.
#[derive(Debug, Clone)]
pub struct Page {
    pub rows: Vec<FindingRecord>,
    pub next: Option<String>,
    /// Counts under all filters but the lamp.
    pub lamps: LampCounts,
}

/// Names by identifier.
pub type Names = HashMap<String, String>;

/// A source span with the name of its file.
#[derive(Debug, Clone)]
pub struct SourceRecord {
    pub span: SourceSpan,
    pub name: String,
}

/// What a row of a returning workbook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeRowKind {
    Change,
    Same,
    New,
    Unknown,
    Error,
}

/// A row of a returning workbook.
#[derive(Debug, Clone)]
pub struct ChangeRow {
    pub row: u32,
    pub key: Option<String>,
    pub kind: ChangeRowKind,
    pub changes: Vec<FieldChange>,
    pub message: Option<String>,
    pub version: Option<i64>,
}

/// The differences of a returning workbook, kept until somebody confirms them.
#[derive(Debug, Clone)]
pub struct ChangeSet {
    pub id: String,
    pub inspection: InspectionId,
    pub rows: Vec<ChangeRow>,
}

/// The database.
#[async_trait]
pub trait Store: Send + Sync {
    async fn has_accounts(&self) -> Result<bool, StoreError>;
    async fn account(&self, username: &str) -> Result<Option<Account>, StoreError>;
    async fn set_failures(
        &self,
        person: &PersonId,
        failures: i64,
        locked_until: i64,
        event: Event,
    ) -> Result<(), StoreError>;
    async fn set_password(&self, person: &PersonId, hash: &str, event: Event) -> Result<(), StoreError>;
    async fn add_session(&self, token_hash: &str, person: &PersonId, now: i64, event: Event) -> Result<(), StoreError>;
    async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError>;
    async fn touch_session(&self, token_hash: &str, now: i64) -> Result<(), StoreError>;
    async fn remove_session(&self, token_hash: &str) -> Result<(), StoreError>;

    async fn units(&self) -> Result<Vec<Unit>, StoreError>;
    async fn insert_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError>;
    async fn update_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError>;
    async fn delete_unit(&self, unit: &UnitId, event: Event) -> Result<(), StoreError>;
    /// What uses the unit, in words and numbers.
    async fn unit_uses(&self, unit: &UnitId) -> Result<Vec<(&'static str, i64)>, StoreError>;
    async fn people(&self, text: Option<&str>) -> Result<Vec<Person>, StoreError>;
    async fn insert_person(&self, person: &Person, hash: Option<&str>, event: Event) -> Result<(), StoreError>;
    async fn update_person(&self, person: &Person, hash: Option<&str>, event: Event) -> Result<(), StoreError>;

    async fn inspections(&self) -> Result<Vec<Inspection>, StoreError>;
    async fn inspection(&self, key: &str) -> Result<Option<Inspection>, StoreError>;
    async fn insert_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError>;
    async fn update_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError>;
    async fn inspection_counts(
        &self,
        today: Date,
        yellow_until: Date,
    ) -> Result<HashMap<String, InspectionCounts>, StoreError>;

    async fn document(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError>;
    async fn add_draft(&self, draft: &DraftRecord, bytes: &[u8], event: Event) -> Result<(), StoreError>;
    async fn draft(&self, id: &DraftId) -> Result<Option<DraftRecord>, StoreError>;
    async fn drafts(&self, inspection: &InspectionId) -> Result<Vec<DraftRecord>, StoreError>;
    /// Saves a draft whose version in the store is one less.
    async fn save_draft(&self, draft: &DraftRecord) -> Result<(), StoreError>;
    async fn record(&self, event: Event) -> Result<(), StoreError>;
    async fn column_names(&self) -> Result<HashMap<String, String>, StoreError>;
    async fn remember_columns(&self, names: &[(String, String)]) -> Result<(), StoreError>;

    async fn last_serial(&self, inspection: &InspectionId) -> Result<i64, StoreError>;
    /// Confirms a draft: new findings with sources and measures, changed findings, all or nothing.
    async fn confirm(
        &self,
        draft: &DraftRecord,
        new: &[(Finding, Vec<SourceRecord>)],
        changed: &[Finding],
        measures: &[Measure],
        events: Vec<Event>,
    ) -> Result<(), StoreError>;
    async fn findings(
        &self,
        inspection: &InspectionId,
        filter: &FindingFilter,
        today: Date,
        yellow_until: Date,
    ) -> Result<Page, StoreError>;
    /// All findings of an inspection in order, with measure counts.
    async fn all_findings(&self, inspection: &InspectionId) -> Result<Vec<FindingRecord>, StoreError>;
    async fn finding(&self, key: &str) -> Result<Option<Finding>, StoreError>;
    async fn neighbours(&self, finding: &Finding) -> Result<(Option<String>, Option<String>), StoreError>;
    async fn sources(&self, finding: &FindingId) -> Result<Vec<SourceRecord>, StoreError>;
    async fn measures(&self, finding: &FindingId) -> Result<Vec<Measure>, StoreError>;
    async fn all_measures(&self, inspection: &InspectionId) -> Result<Vec<Measure>, StoreError>;
    async fn measure(&self, key: &str) -> Result<Option<Measure>, StoreError>;
    async fn events(&self, subject: &str) -> Result<Vec<Event>, StoreError>;
    async fn update_findings(&self, findings: &[Finding], now: i64, events: Vec<Event>) -> Result<(), StoreError>;
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
    async fn unit_names(&self, ids: &[String]) -> Result<Names, StoreError>;
    async fn person_names(&self, ids: &[String]) -> Result<Names, StoreError>;

    async fn add_change_set(&self, set: &ChangeSet) -> Result<(), StoreError>;
    async fn change_set(&self, id: &str) -> Result<Option<ChangeSet>, StoreError>;
}
