//! What a search for words means as a condition: a text of the finding or of its measures holds these characters in a
//! row. The index narrows the rows down; the condition itself decides wherever the index cannot.

use crate::search::{bigrams, folded};
use sea_orm::DatabaseBackend;

/// Pairs that the index is asked for at once: its expressions are not deep without end.
pub(crate) const PAIRS_MAX: usize = 64;

/// A search for words.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    /// With the signs of a pattern.
    pub(crate) pattern: String,
    /// As the index asks; one character alone is not in it.
    pub(crate) indexed: Option<String>,
    /// The index alone decides: there is one pair.
    pub(crate) exact: bool,
}

impl Words {
    /// Nothing is asked for by an empty text.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let text = folded(text.trim());
        if text.is_empty() {
            return None;
        }
        let pairs: Vec<String> = bigrams(std::iter::once(text.as_str())).into_iter().collect();
        let escaped = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        Some(Self {
            pattern: format!("%{escaped}%"),
            exact: text.chars().count() == 2,
            indexed: (!pairs.is_empty()).then(|| pairs.iter().take(PAIRS_MAX).cloned().collect::<Vec<_>>().join(" ")),
        })
    }
}

/// One of the texts holds the words; `mark` is the pattern.
pub(crate) fn substring(backend: DatabaseBackend, mark: &str) -> String {
    let like = |column: &str| match backend {
        // In this collation only Latin letters have two sizes, as in SQLite.
        DatabaseBackend::Postgres => format!("LOWER({column} COLLATE \"C\") LIKE {mark} ESCAPE '!'"),
        _ => format!("{column} LIKE {mark} ESCAPE '!'"),
    };
    format!(
        "({} OR {} OR {} OR EXISTS (SELECT 1 FROM measures said WHERE said.finding_id = findings.id AND {}))",
        like("findings.title"),
        like("findings.body"),
        like("findings.finding_key"),
        like("said.body")
    )
}

/// The rows of the index that have all the pairs, as a table beside `findings`.
pub(crate) fn table(backend: DatabaseBackend) -> &'static str {
    match backend {
        DatabaseBackend::Postgres => "finding_search",
        _ => "finding_bigrams CROSS JOIN finding_search ON finding_search.number = finding_bigrams.rowid",
    }
}

/// The condition on [`table`]; `mark` stands for the pairs.
pub(crate) fn holds(backend: DatabaseBackend, mark: &str) -> String {
    match backend {
        DatabaseBackend::Postgres => format!("finding_search.bigrams @> string_to_array({mark}, ' ')"),
        _ => format!("finding_bigrams MATCH {mark}"),
    }
}
