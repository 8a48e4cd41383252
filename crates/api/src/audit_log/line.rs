//! The log as JSON Lines: a first line that names the installation, then an entry a line. The text of a line is
//! fixed to the byte, so that nothing can be put in beside what the hash covers.

use audit::{Change, Checkpoint, Entry, Hash, RowSeal};
use serde::{Deserialize, Serialize};
use usecases::LogEntry;

/// Media type of the file.
pub const KIND: &str = "application/x-ndjson";

const FORMAT: &str = "rectify-audit-log/1";

#[derive(Serialize)]
struct First<'a> {
    format: &'static str,
    algorithm: &'static str,
    installation: &'a str,
}

#[derive(Serialize, Deserialize)]
struct Line {
    seq: i64,
    id: String,
    /// Milliseconds since 1970, UTC.
    at: i64,
    actor: Option<String>,
    subject: String,
    kind: String,
    summary: String,
    /// Field, before, after.
    changes: Vec<(String, Option<String>, Option<String>)>,
    /// Table, identifier, digest.
    rows: Vec<(String, String, Option<String>)>,
    hash: String,
}

/// The first line of an export of this installation, without its end.
pub fn first_line(end: &Checkpoint) -> String {
    text(&First { format: FORMAT, algorithm: end.algorithm.name(), installation: &end.installation })
}

/// The line of an entry, without its end.
pub fn line(stored: &LogEntry) -> String {
    let LogEntry { entry: e, hash } = stored;
    text(&Line {
        seq: e.seq,
        id: e.id.clone(),
        at: e.at,
        actor: e.actor.clone(),
        subject: e.subject.clone(),
        kind: e.kind.clone(),
        summary: e.summary.clone(),
        changes: e.changes.iter().map(|c| (c.field.clone(), c.before.clone(), c.after.clone())).collect(),
        rows: e.rows.iter().map(|r| (r.table.clone(), r.id.clone(), r.digest.map(|d| d.to_string()))).collect(),
        hash: hash.to_string(),
    })
}

// Strings, numbers and lists of them always have a text.
fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The entry of a line; `None` unless it is written exactly as [`line()`] writes it.
pub fn read(written: &str) -> Option<LogEntry> {
    let found: Line = serde_json::from_str(written).ok()?;
    let seal = |(table, id, digest): (String, String, Option<String>)| {
        let digest = digest.map(|hex| Hash::from_hex(&hex).ok_or(())).transpose().ok()?;
        Some(RowSeal { table, id, digest })
    };
    let stored = LogEntry {
        hash: Hash::from_hex(&found.hash)?,
        entry: Entry {
            seq: found.seq,
            id: found.id,
            at: found.at,
            actor: found.actor,
            subject: found.subject,
            kind: found.kind,
            summary: found.summary,
            changes: found.changes.into_iter().map(|(field, before, after)| Change { field, before, after }).collect(),
            rows: found.rows.into_iter().map(seal).collect::<Option<_>>()?,
        },
    };
    (line(&stored) == written).then_some(stored)
}
