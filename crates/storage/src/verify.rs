//! Checks the log and the rows of the record against it.

use crate::chain::{changes_text, head, rows_text, to_change};
use crate::connection::{Database, failed, get, snapshot};
use crate::events::changes_from;
use crate::sealed::{Sealed, digests, ids_after};
use audit::{Checker, Checkpoint, Entry, Hash, RowOffence, RowSeal, Verification};
use sea_orm::{ConnectionTrait, QueryResult, Statement, TransactionTrait};
use serde_json::Value as Json;
use std::collections::HashSet;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Entries read at a time.
const CHUNK: i64 = 1000;

impl Database {
    /// The end of the log, to be printed and kept elsewhere.
    pub async fn checkpoint(&self) -> Result<Checkpoint> {
        crate::audit_log::end(self).await
    }

    /// Reads the whole log and all rows of the record as of one moment, so that others may go on writing.
    /// `known` are checkpoints that were kept elsewhere.
    pub async fn verify(&self, known: &[Checkpoint]) -> Result<Verification> {
        let transaction = self.connection.begin_with_options(snapshot(self.backend())).await.map_err(failed)?;
        let head = head(&transaction, "").await?.ok_or_else(|| StoreError::Corrupt("audit_head".to_owned()))?;
        let mut checker = Checker::new(head.end.clone(), Some(&self.chain.key));
        known.iter().for_each(|checkpoint| checker.expect(checkpoint));
        check_entries(&transaction, &mut checker).await?;
        let (rows, rows_checked) = check_rows(&transaction, &checker, &head.end).await?;
        transaction.commit().await.map_err(failed)?;
        // A damaged seal of the end is as bad as a wrong one.
        let seal = Hash::from_hex(&head.seal).unwrap_or(Hash([0; 32]));
        Ok(Verification { log: checker.finish(Some((&head.end, Some(seal)))), rows, rows_checked })
    }
}

async fn check_entries<C: ConnectionTrait>(connection: &C, checker: &mut Checker<'_>) -> Result<()> {
    let mut after = i64::MIN;
    loop {
        let sql = format!("SELECT * FROM audit WHERE seq > $1 ORDER BY seq LIMIT {CHUNK}");
        let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, vec![after.into()]);
        let rows = connection.query_all_raw(statement).await.map_err(failed)?;
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
            return Ok(());
        }
    }
}

async fn check_rows<C: ConnectionTrait>(
    connection: &C,
    checker: &Checker<'_>,
    end: &Checkpoint,
) -> Result<(Vec<RowOffence>, u64)> {
    let (mut offences, mut seen) = (Vec::new(), HashSet::new());
    for table in Sealed::ALL {
        let mut after = String::new();
        loop {
            let ids = ids_after(connection, table, &after).await?;
            let Some(last) = ids.last() else { break };
            after = last.clone();
            let digests = digests(connection, end.algorithm, table, &ids).await?;
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
    offences.extend(gone(checker, &seen));
    Ok((offences, seen.len() as u64))
}

/// Rows that the log knows and nobody has seen.
fn gone(checker: &Checker<'_>, seen: &HashSet<(&'static str, String)>) -> Vec<RowOffence> {
    let is_seen = |table: &str, id: &str| {
        Sealed::ALL.iter().any(|s| s.table() == table && seen.contains(&(s.table(), id.to_owned())))
    };
    let mut gone: Vec<RowOffence> = checker
        .rows()
        .filter(|(table, id, _)| !is_seen(table, id))
        .map(|(table, id, _)| RowOffence::Removed { table: table.to_owned(), id: id.to_owned() })
        .collect();
    gone.sort_by_key(ToString::to_string);
    gone
}

/// The entry of a row; `None` when its lists are not written as this program writes them.
fn read(row: &QueryResult) -> Result<Option<Entry>> {
    let entry = lenient(row)?;
    let (changes, digests): (String, String) = (get(row, "changes")?, get(row, "row_digests")?);
    Ok((changes_text(&entry) == changes && rows_text(&entry) == digests).then_some(entry))
}

/// The entry of a row, as far as it can be read.
pub(crate) fn lenient(row: &QueryResult) -> Result<Entry> {
    let list = |column: &str| Ok(serde_json::from_str(&get::<String>(row, column)?).unwrap_or(Json::Null));
    let seal = |r: &Json| {
        let digest = r[2].as_str().map(|text| Hash::from_hex(text).unwrap_or(Hash([0; 32])));
        Some(RowSeal { table: r[0].as_str()?.to_owned(), id: r[1].as_str()?.to_owned(), digest })
    };
    Ok(Entry {
        seq: get(row, "seq")?,
        id: get(row, "id")?,
        at: get(row, "at")?,
        actor: get(row, "actor_id")?,
        subject: get(row, "subject")?,
        kind: get(row, "kind")?,
        summary: get(row, "summary")?,
        changes: changes_from(&list("changes")?).into_iter().map(to_change).collect(),
        rows: list("row_digests")?.as_array().into_iter().flatten().filter_map(seal).collect(),
    })
}
