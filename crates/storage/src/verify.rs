//! Checks the log and the rows of the record against it.

use crate::chain::{Head, changes_text, head, rows_text, to_change};
use crate::connection::{Database, get};
use crate::events::changes_from;
use crate::sealed::{Sealed, digests, ids_after};
use audit::{Checker, Checkpoint, Entry, Hash, Report, RowSeal};
use sea_orm::QueryResult;
use serde_json::Value as Json;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Entries read at a time.
const CHUNK: i64 = 1000;

/// A row that is not as the log says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowOffence {
    #[error("表 {table} 的记录 {id} 在系统之外被修改")]
    Changed { table: &'static str, id: String },
    #[error("表 {table} 的记录 {id} 在系统之外被添加")]
    Added { table: &'static str, id: String },
    #[error("表 {table} 的记录 {id} 在系统之外被删除")]
    Removed { table: String, id: String },
}

/// What is wrong with the log, and with the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    pub log: Report,
    pub rows: Vec<RowOffence>,
    pub rows_checked: u64,
}

impl Verification {
    /// Nothing was found.
    pub fn is_sound(&self) -> bool {
        self.log.offences.is_empty() && self.rows.is_empty()
    }
}

impl Database {
    /// The end of the log, to be printed and kept elsewhere.
    pub async fn checkpoint(&self) -> Result<Checkpoint> {
        Ok(self.head().await?.end)
    }

    async fn head(&self) -> Result<Head> {
        head(&self.connection, "").await?.ok_or_else(|| StoreError::Corrupt("audit_head".to_owned()))
    }

    /// Reads the whole log and all rows of the record. `known` are checkpoints that were kept elsewhere.
    pub async fn verify(&self, known: &[Checkpoint]) -> Result<Verification> {
        let head = self.head().await?;
        let mut checker = Checker::new(head.end.clone(), Some(&self.chain.key));
        known.iter().for_each(|checkpoint| checker.expect(checkpoint));
        let mut after = i64::MIN;
        loop {
            let sql = format!("SELECT * FROM audit WHERE seq > $1 ORDER BY seq LIMIT {CHUNK}");
            let rows = self.all(&sql, vec![after.into()]).await?;
            for row in &rows {
                after = get(row, "seq")?;
                let hash: Option<Hash> = Hash::from_hex(&get::<String>(row, "hash")?);
                let seal = Hash::from_hex(&get::<String>(row, "seal")?).unwrap_or(Hash([0; 32]));
                match (read(row)?, hash) {
                    (Some(entry), Some(hash)) => checker.entry(&entry, hash, Some(seal)),
                    (_, hash) => checker.unreadable(after, hash),
                }
            }
            if (rows.len() as i64) < CHUNK {
                break;
            }
        }
        let (rows, rows_checked) = self.rows(&checker, &head.end).await?;
        // A damaged seal of the end is as bad as a wrong one.
        let seal = Hash::from_hex(&head.seal).unwrap_or(Hash([0; 32]));
        Ok(Verification { log: checker.finish(Some((&head.end, Some(seal)))), rows, rows_checked })
    }

    async fn rows(&self, checker: &Checker<'_>, end: &Checkpoint) -> Result<(Vec<RowOffence>, u64)> {
        let (mut offences, mut seen) = (Vec::new(), std::collections::HashSet::new());
        for table in Sealed::ALL {
            let mut after = String::new();
            loop {
                let ids = ids_after(&self.connection, table, &after).await?;
                let Some(last) = ids.last() else { break };
                after = last.clone();
                let digests = digests(&self.connection, end.algorithm, table, &ids).await?;
                for id in ids {
                    let offence = match (checker.row(table.table(), &id).flatten(), digests.get(&id)) {
                        (Some(known), Some(found)) if known == *found => None,
                        (Some(_), _) => Some(RowOffence::Changed { table: table.table(), id: id.clone() }),
                        (None, _) => Some(RowOffence::Added { table: table.table(), id: id.clone() }),
                    };
                    offences.extend(offence);
                    seen.insert((table.table(), id));
                }
            }
        }
        let checked = seen.len() as u64;
        let mut gone: Vec<RowOffence> = checker
            .rows()
            .filter(|(table, id, _)| {
                !Sealed::ALL.iter().any(|s| s.table() == *table && seen.contains(&(s.table(), (*id).to_owned())))
            })
            .map(|(table, id, _)| RowOffence::Removed { table: table.to_owned(), id: id.to_owned() })
            .collect();
        gone.sort_by_key(ToString::to_string);
        offences.extend(gone);
        Ok((offences, checked))
    }
}

/// The entry of a row; `None` when its lists are not written as this program writes them.
fn read(row: &QueryResult) -> Result<Option<Entry>> {
    let (changes, digests): (String, String) = (get(row, "changes")?, get(row, "row_digests")?);
    let (Ok(changed), Ok(listed)) = (serde_json::from_str::<Json>(&changes), serde_json::from_str::<Json>(&digests))
    else {
        return Ok(None);
    };
    let seal = |r: &Json| {
        let digest = r[2].as_str().map(|text| Hash::from_hex(text).unwrap_or(Hash([0; 32])));
        Some(RowSeal { table: r[0].as_str()?.to_owned(), id: r[1].as_str()?.to_owned(), digest })
    };
    let entry = Entry {
        seq: get(row, "seq")?,
        id: get(row, "id")?,
        at: get(row, "at")?,
        actor: get(row, "actor_id")?,
        subject: get(row, "subject")?,
        kind: get(row, "kind")?,
        summary: get(row, "summary")?,
        changes: changes_from(&changed).into_iter().map(to_change).collect(),
        rows: listed.as_array().into_iter().flatten().filter_map(seal).collect(),
    };
    Ok((changes_text(&entry) == changes && rows_text(&entry) == digests).then_some(entry))
}
