//! The end of the log, and what a check of it found.

use crate::time::instant;
use audit::Checkpoint;
use serde::{Deserialize, Serialize};
use usecases::LogVerification as Found;
use utoipa::ToSchema;

/// Where the log ends: to be copied out and kept elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogCheckpoint {
    /// The printed form, as `rectify verify --checkpoint` takes it.
    pub checkpoint: String,
    pub algorithm: String,
    pub seq: i64,
    pub hash: String,
}

impl From<Checkpoint> for LogCheckpoint {
    fn from(end: Checkpoint) -> Self {
        Self {
            checkpoint: end.to_string(),
            algorithm: end.algorithm.name().to_owned(),
            seq: end.seq,
            hash: end.hash.to_string(),
        }
    }
}

/// What the check is to be made against, beside the checkpoints that the service noted.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct VerificationBody {
    /// A checkpoint that was kept elsewhere.
    #[serde(default)]
    pub checkpoint: Option<String>,
}

/// Something that is wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogOffence {
    /// The first entry that is concerned; `null` for the log as a whole and for rows of the record.
    pub seq: Option<i64>,
    pub words: String,
}

/// Offences that are named; more are only counted.
const NAMED_MAX: usize = 200;

/// What a check found.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogVerification {
    pub sound: bool,
    /// UTC.
    pub at: String,
    pub took_ms: i64,
    pub entries: i64,
    pub rows: u64,
    /// What is wrong, in words, the log first.
    pub offences: Vec<LogOffence>,
    /// All of them, also those that are not named.
    pub offences_total: usize,
    /// Where the log ended when it was read.
    pub end: LogCheckpoint,
}

impl From<Found> for LogVerification {
    fn from(checked: Found) -> Self {
        let Found { at, took_ms, found } = checked;
        let log = found.log.offences.iter().map(|o| LogOffence { seq: o.seq(), words: o.to_string() });
        let all = log.chain(found.rows.iter().map(|o| LogOffence { seq: None, words: o.to_string() }));
        Self {
            sound: found.is_sound(),
            at: instant(at),
            took_ms,
            entries: found.log.entries,
            rows: found.rows_checked,
            offences: all.take(NAMED_MAX).collect(),
            offences_total: found.log.offences.len() + found.rows.len(),
            end: found.log.head.into(),
        }
    }
}
