//! What goes in and out of the Store port, beside the entities of the domain.

use crate::access::Place;
use crate::posts::Posts;
use document::ledger::Mapping;
use domain::calendar::{DayEntry, YearTable};
use domain::draft::{DraftState, NodeKind};
use domain::family::FamilyTie;
use domain::paper::PaperCode;
use domain::profile::SettingChange;
use domain::workflow::Step;
use domain::{
    Completion, DraftId, Event, EventKind, Evidence, FieldChange, Finding, FindingKind, Gap, InspectionId, Lamp,
    Measure, Person, PersonId, SourceSpan, TokenScope, Unit, UnitId,
};
use jiff::civil::Date;
use std::collections::HashMap;

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
    /// His places beside his own row.
    pub posts: Posts,
    /// Version of the rules.
    pub rules: i64,
    pub created_at: i64,
    pub seen_at: i64,
}

/// What was changed of the built-in rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredRules {
    /// 0 until something is changed.
    pub version: i64,
    /// By identifier of the profile.
    pub changes: Vec<(String, Vec<SettingChange>)>,
    pub years: Vec<YearTable>,
    pub local: Vec<DayEntry>,
}

/// An API token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: String,
    pub person: PersonId,
    pub name: String,
    pub scope: TokenScope,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// The last day.
    pub expires: Date,
    /// Milliseconds since 1970, to the minute.
    pub used_at: Option<i64>,
    pub withdrawn: bool,
}

/// What is looked for in the log.
#[derive(Debug, Clone, Default)]
pub struct LogFilter {
    /// Milliseconds since 1970: from this one on, and before that one.
    pub from: Option<i64>,
    pub before: Option<i64>,
    pub person: Option<PersonId>,
    pub kind: Option<EventKind>,
    /// How the subject begins: `XC-2026-01` finds the inspection and all its findings.
    pub subject: Option<String>,
    /// Words of the summary, of the subject or of the changes.
    pub text: Option<String>,
    /// Number of the last entry of the page before.
    pub after: Option<i64>,
    pub limit: u64,
}

/// An entry of the log with its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    pub entry: audit::Entry,
    pub hash: audit::Hash,
}

/// A page of the log.
#[derive(Debug, Clone)]
pub struct LogPage {
    pub entries: Vec<LogEntry>,
    pub total: i64,
    /// Number that the next page comes after.
    pub next: Option<i64>,
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

/// Numbers of the states that undo and redo reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftSteps {
    pub oldest: i64,
    pub current: i64,
    pub newest: i64,
}

/// Items and measures of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftCounts {
    pub items: i64,
    pub measures: i64,
}

/// A draft in a list.
#[derive(Debug, Clone)]
pub struct DraftSummary {
    pub id: DraftId,
    pub digest: String,
    pub name: String,
    /// Wire name of the document's kind.
    pub kind: String,
    pub standing: DraftStanding,
    /// Milliseconds since 1970.
    pub created_at: i64,
    pub counts: DraftCounts,
}

/// Whether the state of a saved draft is a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftSave {
    /// The current step is new: its state is stored, later ones are dropped.
    NewStep,
    /// Only the row: the current step is stored already.
    Row,
}

/// A stored draft in its current state.
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
    pub state: DraftState,
    pub steps: DraftSteps,
    pub mapping: Option<Mapping>,
}

impl DraftRecord {
    /// Items and measures of the current state.
    pub fn counts(&self) -> DraftCounts {
        let count = |wanted: fn(NodeKind) -> bool| self.state.nodes.iter().filter(|n| wanted(n.kind)).count() as i64;
        DraftCounts { items: count(NodeKind::is_item), measures: count(|kind| kind == NodeKind::Measure) }
    }
}

/// A finding of the ledger that a draft adds to.
#[derive(Debug, Clone)]
pub struct ChangedFinding {
    pub finding: Finding,
    /// Sources that the ledger has already.
    pub known_sources: usize,
    pub new_sources: Vec<SourceRecord>,
}

/// What the confirmation of a draft writes.
#[derive(Debug, Clone, Default)]
pub struct DraftOutcome {
    pub units: Vec<Unit>,
    pub people: Vec<Person>,
    pub new: Vec<(Finding, Vec<SourceRecord>)>,
    pub changed: Vec<ChangedFinding>,
    pub measures: Vec<(Measure, Vec<SourceRecord>)>,
    pub events: Vec<Event>,
}

/// How a list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Serial,
    Due,
    Updated,
}

/// Which findings a list is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LedgerPart {
    /// Those that are worked on.
    #[default]
    Counted,
    /// Those that were split or put together, and those of a split or merge that was taken back.
    SetAside,
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
    /// What nobody was named for; all of these.
    pub gaps: Vec<Gap>,
    pub text: Option<String>,
    /// With any of these warnings of paper rectification; none means all.
    pub paper: Vec<PaperCode>,
    pub part: LedgerPart,
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
    /// Evidence that was not withdrawn.
    pub evidence: i64,
}

/// A finding that was looked for by its key.
#[derive(Debug, Clone)]
pub struct Found {
    pub finding: Finding,
    pub place: Place,
    pub beside: Beside,
}

/// How much of a rare kind there is about a finding: what is not there need not be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// Ties to other findings.
    pub ties: i64,
    /// Lines of guidance.
    pub notes: i64,
    /// Marks of restriction that count: one or none.
    pub marks: i64,
    /// Standing duties, ended ones too.
    pub duties: i64,
}

/// A finding that a split or a merge makes, with what it takes over.
#[derive(Debug, Clone)]
pub struct MadeFinding {
    pub finding: Finding,
    pub sources: Vec<SourceRecord>,
    pub steps: Vec<Step>,
    pub measures: Vec<(Measure, Vec<SourceRecord>)>,
    pub evidence: Vec<Evidence>,
}

/// What a split, a merge or its undoing writes.
#[derive(Debug, Clone, Default)]
pub struct FamilyChange {
    /// Findings that are set aside or count again, with their next version.
    pub moved: Vec<Finding>,
    pub made: Vec<MadeFinding>,
    pub tied: Vec<FamilyTie>,
    pub untied: Vec<FamilyTie>,
}

/// Findings that are alike in what the figures count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingGroup {
    pub kind: FindingKind,
    pub completion: Completion,
    pub area: Option<String>,
    pub unit: Option<UnitId>,
    pub due: Option<Date>,
    pub findings: i64,
    pub measures: i64,
}

/// How many findings lack what, and the leaders of the unit who have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GapCounts {
    pub findings: i64,
    /// In the order of [`Gap::ALL`].
    pub missing: Vec<i64>,
    pub without_items: Vec<Person>,
}

/// A page of the ledger.
#[derive(Debug, Clone)]
pub struct Page {
    pub rows: Vec<FindingRecord>,
    pub next: Option<String>,
    /// Counts under all filters but the lamp.
    pub lamps: LampCounts,
    /// A row was made by a split or a merge.
    pub made: bool,
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
    /// Columns with entries that are not taken over.
    pub ignored: Vec<String>,
}
