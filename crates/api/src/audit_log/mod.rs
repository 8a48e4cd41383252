//! The log on the wire: entries for people, its end, what a check found.

pub mod line;
mod mail;
pub mod query;
mod verification;

pub use mail::CheckpointMail;
pub use verification::{LogCheckpoint, LogOffence, LogVerification, VerificationBody};

use crate::account::Named;
use crate::finding::timeline::{FieldChange, word};
use crate::time::instant;
use domain::EventKind;
use serde::Serialize;
use usecases::{LogEntry as Stored, LogView, Names};
use utoipa::ToSchema;

/// What an entry is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogSubject {
    /// Key of a finding or an inspection, or identifier of a person or unit.
    pub key: String,
    /// Its name, of a person or unit.
    pub name: Option<String>,
}

/// An entry of the log; fields are named in words.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogEntry {
    pub seq: i64,
    /// UTC.
    pub at: String,
    /// `null`: the system, or somebody who was not signed in.
    pub actor: Option<Named>,
    pub kind: String,
    /// The kind in words.
    pub act: String,
    pub subject: LogSubject,
    pub summary: String,
    pub changes: Vec<FieldChange>,
    /// Rows of the record that the entry holds digests of.
    pub rows: usize,
    /// Hash over the entry and the one before, lower-case hex.
    pub hash: String,
}

/// A page of the log, newest first, with its exact total.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogPage {
    pub total: i64,
    pub items: Vec<LogEntry>,
    /// `after` of the next page.
    pub next: Option<i64>,
}

impl From<LogView> for LogPage {
    fn from(view: LogView) -> Self {
        let LogView { page, people, units } = view;
        let items = page.entries.into_iter().map(|one| LogEntry::new(one, &people, &units)).collect();
        Self { total: page.total, items, next: page.next }
    }
}

impl LogEntry {
    fn new(stored: Stored, people: &Names, units: &Names) -> Self {
        let Stored { entry: e, hash } = stored;
        let named = |id: String| Named { name: people.get(&id).cloned().unwrap_or_else(|| id.clone()), id };
        let change =
            |c: audit::Change| FieldChange { field: word(&c.field).to_owned(), before: c.before, after: c.after };
        Self {
            seq: e.seq,
            at: instant(e.at),
            actor: e.actor.map(named),
            act: EventKind::from_name(&e.kind).map_or_else(|| e.kind.clone(), |kind| kind.word().to_owned()),
            kind: e.kind,
            subject: LogSubject {
                name: people.get(&e.subject).or_else(|| units.get(&e.subject)).cloned(),
                key: e.subject,
            },
            summary: e.summary,
            changes: e.changes.into_iter().map(change).collect(),
            rows: e.rows.len(),
            hash: hash.to_string(),
        }
    }
}
