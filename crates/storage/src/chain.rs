//! The chain in the database: its key, its end, and how entries are added.

use crate::connection::{failed, get, immediate};
use crate::events::changes_json;
use crate::sealed::{Sealed, digests};
use audit::{Algorithm, Change, Checkpoint, Entry, Hash, Key, RowSeal};
use domain::Event;
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement, TransactionTrait, Value};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::path::Path;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// The file in the data folder that holds the key.
pub(crate) const KEY_FILE: &str = "audit.key";

/// What entries are sealed with.
pub(crate) struct Chain {
    pub(crate) key: Key,
}

/// The end of the chain, or its origin when nothing was written yet.
pub(crate) struct Head {
    pub(crate) end: Checkpoint,
    pub(crate) seal: String,
}

fn run(backend: DatabaseBackend, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(backend, sql, values)
}

/// The end as it is stored.
pub(crate) async fn head<C: ConnectionTrait>(connection: &C, lock: &str) -> Result<Option<Head>> {
    let backend = connection.get_database_backend();
    let sql = format!("SELECT installation, algorithm, seq, hash, seal FROM audit_head WHERE id = 1{lock}");
    let Some(row) = connection.query_one_raw(run(backend, &sql, vec![])).await.map_err(failed)? else {
        return Ok(None);
    };
    let (algorithm, hash): (String, String) = (get(&row, "algorithm")?, get(&row, "hash")?);
    let corrupt = |what: &str| StoreError::Corrupt(format!("audit_head.{what}"));
    let end = Checkpoint {
        installation: get(&row, "installation")?,
        algorithm: Algorithm::from_name(&algorithm).ok_or_else(|| corrupt("algorithm"))?,
        seq: get(&row, "seq")?,
        hash: Hash::from_hex(&hash).ok_or_else(|| corrupt("hash"))?,
    };
    Ok(Some(Head { end, seal: get(&row, "seal")? }))
}

/// The end, held until the transaction is over: writers append one after the other.
pub(crate) async fn lock_head<C: ConnectionTrait>(connection: &C) -> Result<Checkpoint> {
    let lock = match connection.get_database_backend() {
        DatabaseBackend::Postgres => " FOR UPDATE",
        // The transaction holds the only write lock of the file already.
        _ => "",
    };
    let found = head(connection, lock).await?;
    found.map(|head| head.end).ok_or_else(|| StoreError::Corrupt("audit_head".to_owned()))
}

/// Opens the chain of an installation, or begins one; the key is made with it. Which function it is hashed with is
/// said at its beginning and never changes.
pub(crate) async fn open(
    connection: &DatabaseConnection,
    folder: &Path,
    algorithm: Option<Algorithm>,
) -> Result<Chain> {
    let file = folder.join(KEY_FILE);
    let kept = read_key(&file)?;
    let transaction = connection.begin_with_options(immediate()).await.map_err(failed)?;
    let key = match (head(&transaction, "").await?, kept) {
        (Some(Head { end, .. }), _) if algorithm.is_some_and(|wanted| wanted != end.algorithm) => {
            return Err(StoreError::AuditAlgorithm { kept: end.algorithm });
        }
        (Some(_), Some(key)) => key,
        (Some(_), None) => return Err(StoreError::AuditKey(file)),
        (None, kept) => {
            let key = match kept {
                Some(key) => key,
                None => new_key(&file)?,
            };
            let algorithm = algorithm.unwrap_or(Algorithm::Sm3);
            let origin = Checkpoint::origin(&uuid::Uuid::new_v4().simple().to_string(), algorithm);
            let values = vec![
                origin.installation.clone().into(),
                origin.algorithm.name().into(),
                origin.seq.into(),
                origin.hash.to_string().into(),
                origin.seal(&key).to_string().into(),
            ];
            let sql =
                "INSERT INTO audit_head (id, installation, algorithm, seq, hash, seal) VALUES (1, $1, $2, $3, $4, $5)";
            transaction.execute_raw(run(transaction.get_database_backend(), sql, values)).await.map_err(failed)?;
            key
        }
    };
    transaction.commit().await.map_err(failed)?;
    Ok(Chain { key })
}

pub(crate) fn read_key(file: &Path) -> Result<Option<Key>> {
    let unusable = |why: String| StoreError::Database(format!("无法使用审计密钥 {}：{why}", file.display()));
    match std::fs::read_to_string(file) {
        Ok(text) => Key::from_hex(&text).map(Some).map_err(|cause| unusable(cause.to_string())),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(unusable(cause.to_string())),
    }
}

/// Makes a key and keeps it where only the owner of the process can read it.
fn new_key(file: &Path) -> Result<Key> {
    use std::io::Write;
    let unusable =
        |cause: std::io::Error| StoreError::Database(format!("无法写入审计密钥 {}：{cause}", file.display()));
    let mut bytes = vec![0; 32];
    getrandom::fill(&mut bytes).map_err(|cause| StoreError::Database(format!("没有随机数来源：{cause}")))?;
    let key = Key::new(bytes);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(file).map_err(unusable)?;
    writeln!(open, "{}", key.to_hex()).and_then(|()| open.sync_all()).map_err(unusable)?;
    Ok(key)
}

impl Chain {
    /// Adds entries after the end; the last of them holds the digests of the rows. Returns the statements run.
    pub(crate) async fn append<C: ConnectionTrait>(
        &self,
        transaction: &C,
        mut end: Checkpoint,
        events: Vec<Event>,
        touched: Vec<(Sealed, String)>,
    ) -> Result<u64> {
        let backend = transaction.get_database_backend();
        let mut statements = 2;
        let mut rows = seals(transaction, end.algorithm, touched).await?;
        let last = events.len().saturating_sub(1);
        for (at, event) in events.into_iter().enumerate() {
            let rows = if at == last { std::mem::take(&mut rows) } else { Vec::new() };
            let entry = entry(event, end.seq + 1, rows);
            let link = entry.link(end.algorithm, &self.key, end.hash);
            let sql = "INSERT INTO audit (seq, id, at, actor_id, subject, kind, summary, changes, row_digests, hash, seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
            let statement = run(backend, sql, values(&entry, link.hash, link.seal));
            transaction.execute_raw(statement).await.map_err(failed)?;
            statements += 1;
            end = Checkpoint { seq: entry.seq, hash: link.hash, ..end };
        }
        let sql = "UPDATE audit_head SET seq = $1, hash = $2, seal = $3 WHERE id = 1";
        let values = vec![end.seq.into(), end.hash.to_string().into(), end.seal(&self.key).to_string().into()];
        transaction.execute_raw(run(backend, sql, values)).await.map_err(failed)?;
        Ok(statements)
    }
}

/// Digests of the rows as they stand, each row once, in order.
async fn seals<C: ConnectionTrait>(
    transaction: &C,
    algorithm: Algorithm,
    touched: Vec<(Sealed, String)>,
) -> Result<Vec<RowSeal>> {
    let mut by_table: BTreeMap<Sealed, Vec<String>> = BTreeMap::new();
    for (table, id) in touched {
        by_table.entry(table).or_default().push(id);
    }
    let mut out = Vec::new();
    for (table, mut ids) in by_table {
        ids.sort_unstable();
        ids.dedup();
        let found = digests(transaction, algorithm, table, &ids).await?;
        out.extend(ids.into_iter().map(|id| RowSeal {
            table: table.table().to_owned(),
            digest: found.get(&id).copied(),
            id,
        }));
    }
    Ok(out)
}

/// A change as the log knows it.
pub(crate) fn to_change(c: domain::FieldChange) -> Change {
    Change { field: c.field, before: c.before, after: c.after }
}

fn entry(event: Event, seq: i64, rows: Vec<RowSeal>) -> Entry {
    Entry {
        seq,
        id: event.id,
        at: event.at,
        actor: event.actor.map(|p| p.0),
        subject: event.subject,
        kind: event.kind.name().to_owned(),
        summary: event.summary,
        changes: event.changes.into_iter().map(to_change).collect(),
        rows,
    }
}

fn values(entry: &Entry, hash: Hash, seal: Hash) -> Vec<Value> {
    vec![
        entry.seq.into(),
        entry.id.clone().into(),
        entry.at.into(),
        entry.actor.clone().into(),
        entry.subject.clone().into(),
        entry.kind.clone().into(),
        entry.summary.clone().into(),
        changes_text(entry).into(),
        rows_text(entry).into(),
        hash.to_string().into(),
        seal.to_string().into(),
    ]
}

/// The changes as they are stored.
pub(crate) fn changes_text(entry: &Entry) -> String {
    let change =
        |c: &Change| domain::FieldChange { field: c.field.clone(), before: c.before.clone(), after: c.after.clone() };
    changes_json(&entry.changes.iter().map(change).collect::<Vec<_>>()).to_string()
}

/// The digests of rows as they are stored.
pub(crate) fn rows_text(entry: &Entry) -> String {
    let rows: Json = entry.rows.iter().map(|r| json!([r.table, r.id, r.digest.map(|d| d.to_string())])).collect();
    rows.to_string()
}
