//! An entry and its link to the one before.

use crate::algorithm::{Algorithm, Hash};
use crate::encoding::Encoder;
use crate::key::Key;
use crate::row::RowSeal;

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// From 1, without gaps.
    pub seq: i64,
    pub id: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub actor: Option<String>,
    pub subject: String,
    pub kind: String,
    pub summary: String,
    pub changes: Vec<Change>,
    /// The rows that the transaction of this entry wrote.
    pub rows: Vec<RowSeal>,
}

/// What ties an entry to the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub hash: Hash,
    pub seal: Hash,
}

/// The hash before the first entry: no two installations begin alike.
pub(crate) fn origin(algorithm: Algorithm, installation: &str) -> Hash {
    let mut encoder = Encoder::new("rectify/audit/1/origin");
    encoder.text(algorithm.name()).text(installation);
    algorithm.hash(&encoder)
}

/// The seal of a hash; `what` tells entries from the head.
fn seal(algorithm: Algorithm, key: &Key, what: &str, seq: i64, hash: Hash) -> Hash {
    let mut encoder = Encoder::new(what);
    encoder.number(seq).part(&hash.0);
    algorithm.mac(key, &encoder)
}

pub(crate) fn entry_seal(algorithm: Algorithm, key: &Key, seq: i64, hash: Hash) -> Hash {
    seal(algorithm, key, "rectify/audit/1/entry-seal", seq, hash)
}

/// The seal of the end of the chain.
pub(crate) fn head_seal(algorithm: Algorithm, key: &Key, seq: i64, hash: Hash) -> Hash {
    seal(algorithm, key, "rectify/audit/1/head-seal", seq, hash)
}

impl Entry {
    /// The hash of this entry after the one before.
    pub fn hash(&self, algorithm: Algorithm, before: Hash) -> Hash {
        let mut encoder = Encoder::new("rectify/audit/1/entry");
        encoder.part(&before.0).number(self.seq).text(&self.id).number(self.at).optional(self.actor.as_deref());
        encoder.text(&self.subject).text(&self.kind).text(&self.summary);
        encoder.number(self.changes.len() as i64);
        for change in &self.changes {
            encoder.text(&change.field).optional(change.before.as_deref()).optional(change.after.as_deref());
        }
        encoder.number(self.rows.len() as i64);
        for row in &self.rows {
            let digest = row.digest.map(|d| d.to_string());
            encoder.text(&row.table).text(&row.id).optional(digest.as_deref());
        }
        algorithm.hash(&encoder)
    }

    /// Hash and seal.
    pub fn link(&self, algorithm: Algorithm, key: &Key, before: Hash) -> Link {
        let hash = self.hash(algorithm, before);
        Link { hash, seal: entry_seal(algorithm, key, self.seq, hash) }
    }
}
