//! The entries of the log about an inspection, as a record of origin: read, carried on, never continued.

use super::export::Package;
use super::manifest::Origin;
use super::refusal::Result;
use crate::chain::{changes_text, head, rows_text};
use crate::connection::{failed, get};
use crate::verify::lenient;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use serde_json::json;
use usecases::StoreError;

/// Entries read at a time.
const CHUNK: usize = 1000;

/// The part that holds the entries of an origin.
pub(super) fn part(position: usize) -> String {
    format!("origin/{position}.jsonl")
}

/// Writes the excerpts that came with the inspection, then that of this installation.
pub(super) async fn write(
    transaction: &DatabaseTransaction,
    package: &mut Package,
    key: &str,
    id: &str,
) -> Result<Vec<Origin>> {
    let mut origins = Vec::new();
    let sql = "SELECT position, checkpoint, package FROM origins WHERE inspection_id = $1 ORDER BY position";
    for row in &query(transaction, sql, vec![id.into()]).await? {
        let position: i64 = get(row, "position")?;
        let mut lines = package.lines()?;
        let mut after = -1i64;
        loop {
            let sql = format!(
                "SELECT line, body FROM origin_entries WHERE inspection_id = $1 AND position = $2 AND line > $3 ORDER BY line LIMIT {CHUNK}"
            );
            let found = query(transaction, &sql, vec![id.into(), position.into(), after.into()]).await?;
            for row in &found {
                after = get(row, "line")?;
                package.write_line(&mut lines, &get::<String>(row, "body")?)?;
            }
            if found.len() < CHUNK {
                break;
            }
        }
        package.add_lines(&part(origins.len()), lines)?;
        origins.push(Origin { checkpoint: get(row, "checkpoint")?, package: get(row, "package")? });
    }
    own(transaction, package, key, origins.len()).await?;
    let end = head(transaction, "").await?.ok_or_else(|| StoreError::Corrupt("audit_head".to_owned()))?.end;
    origins.push(Origin { checkpoint: end.to_string(), package: None });
    Ok(origins)
}

async fn own(transaction: &DatabaseTransaction, package: &mut Package, key: &str, position: usize) -> Result<()> {
    let mut lines = package.lines()?;
    let escaped = key.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    let mut after = 0i64;
    loop {
        let sql = format!(
            "SELECT * FROM audit WHERE seq > $1 AND (subject = $2 OR subject LIKE $3 ESCAPE '!') ORDER BY seq LIMIT {CHUNK}"
        );
        let values = vec![after.into(), key.into(), format!("{escaped}-%").into()];
        let found = query(transaction, &sql, values).await?;
        for row in &found {
            let entry = lenient(row)?;
            after = entry.seq;
            let line = json!({
                "seq": entry.seq, "id": entry.id, "at": entry.at, "actor": entry.actor, "subject": entry.subject,
                "kind": entry.kind, "summary": entry.summary, "changes": changes_text(&entry),
                "rows": rows_text(&entry), "hash": get::<String>(row, "hash")?,
            });
            package.write_line(&mut lines, &line.to_string())?;
        }
        if found.len() < CHUNK {
            break;
        }
    }
    package.add_lines(&part(position), lines)
}

async fn query(transaction: &DatabaseTransaction, sql: &str, values: Vec<Value>) -> Result<Vec<sea_orm::QueryResult>> {
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
    Ok(transaction.query_all_raw(statement).await.map_err(failed)?)
}
