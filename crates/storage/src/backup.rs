//! The whole installation in one file, and back: rows as text, so that it goes from one database to the other.

use crate::chain::KEY_FILE;
use crate::connection::{Database, FILE, failed, get, immediate, migrate, options_of, server_options, snapshot};
use crate::files::is_digest;
use crate::hashing::copy;
use crate::migrations::MIGRATIONS;
use crate::private;
use crate::schema::{ColumnType, Table, tables};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait, Value};
use serde_json::{Value as Json, json};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use usecases::{Files, StoreError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Result<T> = std::result::Result<T, StoreError>;

const FORMAT: &str = "rectify-backup/1";
/// Rows read at a time.
const CHUNK: usize = 2000;
/// What only matters while the service runs.
const LEFT_OUT: [&str; 3] = ["sessions", "idempotency_keys", "uploads"];

/// What a backup holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BackupSummary {
    pub rows: u64,
    pub files: u64,
}

fn unusable(what: impl std::fmt::Display) -> StoreError {
    StoreError::Database(format!("备份文件不能使用：{what}"))
}

fn written(cause: impl std::fmt::Display) -> StoreError {
    StoreError::Database(format!("备份没有写成：{cause}"))
}

impl Database {
    /// Writes a backup while the service runs: one moment of the database, and all its files.
    pub async fn backup(&self, folder: &Path, files: &dyn Files, to: &Path) -> Result<BackupSummary> {
        let parent = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let part = tempfile::NamedTempFile::new_in(parent).map_err(written)?;
        let mut zip = ZipWriter::new(part.reopen().map_err(written)?);
        let version = MIGRATIONS.len();
        entry(&mut zip, "manifest.json", json!({"format": FORMAT, "schema": version}).to_string().as_bytes())?;
        let mut summary = BackupSummary::default();
        let transaction = self.connection.begin_with_options(snapshot(self.backend())).await.map_err(failed)?;
        for table in tables(version).iter().filter(|t| !LEFT_OUT.contains(&t.name)) {
            summary.rows += dump(&transaction, table, &mut zip).await?;
        }
        transaction.commit().await.map_err(failed)?;
        let key = std::fs::read(folder.join(KEY_FILE)).map_err(written)?;
        entry(&mut zip, KEY_FILE, &key)?;
        // Files are never changed and are there before the rows that name them.
        summary.files = add_files(&mut zip, files).await?;
        zip.finish().and_then(|file| Ok(file.sync_all()?)).map_err(written)?;
        part.persist(to).map_err(|cause| written(cause.error))?;
        Ok(summary)
    }
}

fn entry(zip: &mut ZipWriter<File>, name: &str, bytes: &[u8]) -> Result<()> {
    let options = SimpleFileOptions::default().large_file(true);
    zip.start_file(name, options).map_err(written)?;
    zip.write_all(bytes).map_err(written)
}

/// Rows as arrays, one a line; bytes are files of their own.
async fn dump(transaction: &DatabaseTransaction, table: &Table, zip: &mut ZipWriter<File>) -> Result<u64> {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    let (names, key) = (names.join(", "), table.key.join(", "));
    let (mut lines, mut blobs, mut count) = (tempfile::tempfile().map_err(written)?, Vec::new(), 0u64);
    loop {
        let sql = format!("SELECT {names} FROM {} ORDER BY {key} LIMIT {CHUNK} OFFSET {count}", table.name);
        let statement = Statement::from_string(transaction.get_database_backend(), sql);
        let rows = transaction.query_all_raw(statement).await.map_err(failed)?;
        for row in &rows {
            let mut values = Vec::with_capacity(table.columns.len());
            for (name, kind) in &table.columns {
                values.push(match kind {
                    ColumnType::Text => json!(get::<Option<String>>(row, name)?),
                    ColumnType::Integer => json!(get::<Option<i64>>(row, name)?),
                    ColumnType::Bytes => {
                        let file = format!("blobs/{}/{}", table.name, count + blobs.len() as u64);
                        entry(zip, &file, &get::<Vec<u8>>(row, name)?)?;
                        blobs.push(());
                        json!(file)
                    }
                });
            }
            writeln!(lines, "{}", Json::Array(values)).map_err(written)?;
        }
        count += rows.len() as u64;
        blobs.clear();
        if rows.len() < CHUNK {
            break;
        }
    }
    use std::io::Seek;
    lines.rewind().map_err(written)?;
    zip.start_file(format!("tables/{}.jsonl", table.name), SimpleFileOptions::default().large_file(true))
        .map_err(written)?;
    std::io::copy(&mut lines, zip).map_err(written)?;
    Ok(count)
}

async fn add_files(zip: &mut ZipWriter<File>, files: &dyn Files) -> Result<u64> {
    let mut count = 0;
    for digest in files.digests().await? {
        let Some(mut file) = files.open(&digest).await? else { continue };
        zip.start_file(format!("files/{digest}"), SimpleFileOptions::default().large_file(true)).map_err(written)?;
        std::io::copy(&mut file, zip).map_err(written)?;
        count += 1;
    }
    Ok(count)
}

/// Makes an installation from a backup; there must be none yet.
pub async fn restore(from: &Path, folder: &Path, files: &dyn Files, url: Option<&str>) -> Result<BackupSummary> {
    let mut zip = ZipArchive::new(File::open(from).map_err(unusable)?).map_err(unusable)?;
    let mut manifest = String::new();
    zip.by_name("manifest.json").map_err(unusable)?.read_to_string(&mut manifest).map_err(unusable)?;
    let manifest: Json = serde_json::from_str(&manifest).map_err(unusable)?;
    let version = manifest["schema"].as_u64().map_or(0, |v| v as usize);
    if manifest["format"] != FORMAT || version == 0 || version > MIGRATIONS.len() {
        return Err(unusable("由更新的版本生成，请先升级程序"));
    }
    private::folder(folder).map_err(unusable)?;
    if folder.join(KEY_FILE).exists() || folder.join(FILE).exists() {
        let why = format!("{} 里已有数据，请恢复到一个空目录", folder.display());
        return Err(StoreError::Database(why));
    }
    if url.is_none() {
        private::file(&folder.join(FILE)).map_err(unusable)?;
    }
    let options = url.map_or_else(|| options_of(folder), server_options);
    let connection = sea_orm::Database::connect(options).await.map_err(failed)?;
    migrate(&connection, version).await?;
    let mut summary = BackupSummary::default();
    let transaction = connection.begin_with_options(immediate()).await.map_err(failed)?;
    let there = Statement::from_string(transaction.get_database_backend(), "SELECT 1 AS there FROM audit_head");
    if transaction.query_one_raw(there).await.map_err(failed)?.is_some() {
        return Err(StoreError::Database("目标数据库里已有数据，请恢复到一个空数据库".to_owned()));
    }
    for table in tables(version).iter().filter(|t| !LEFT_OUT.contains(&t.name)) {
        summary.rows += load(&transaction, table, &mut zip).await?;
    }
    summary.files = unpack(&mut zip, folder, files).await?;
    transaction.commit().await.map_err(failed)?;
    migrate(&connection, MIGRATIONS.len()).await?;
    connection.close().await.map_err(failed)?;
    Ok(summary)
}

async fn load(transaction: &DatabaseTransaction, table: &Table, zip: &mut ZipArchive<File>) -> Result<u64> {
    let mut spooled = tempfile::tempfile().map_err(unusable)?;
    {
        let mut lines = zip.by_name(&format!("tables/{}.jsonl", table.name)).map_err(unusable)?;
        std::io::copy(&mut lines, &mut spooled).map_err(unusable)?;
    }
    use std::io::Seek;
    spooled.rewind().map_err(unusable)?;
    let mut count = 0;
    let mut waiting = Vec::new();
    for line in BufReader::new(spooled).lines() {
        let row: Json = serde_json::from_str(&line.map_err(unusable)?).map_err(unusable)?;
        // Units name their parents; those that come later are put in afterwards.
        if table.name == "units" {
            waiting.push(row);
        } else {
            insert(transaction, table, &row, zip).await?;
        }
        count += 1;
    }
    let parent = table.columns.iter().position(|(name, _)| *name == "parent_id").unwrap_or(0);
    let mut known: std::collections::HashSet<String> = std::collections::HashSet::new();
    while !waiting.is_empty() {
        let ready = |row: &Json| row[parent].as_str().is_none_or(|above| known.contains(above));
        let (now, later): (Vec<Json>, Vec<Json>) = waiting.into_iter().partition(ready);
        if now.is_empty() {
            return Err(unusable("单位的上级不在备份中"));
        }
        for row in &now {
            insert(transaction, table, row, zip).await?;
        }
        known.extend(now.iter().filter_map(|row| row[0].as_str().map(str::to_owned)));
        waiting = later;
    }
    Ok(count)
}

async fn insert(
    transaction: &DatabaseTransaction,
    table: &Table,
    row: &Json,
    zip: &mut ZipArchive<File>,
) -> Result<()> {
    let mut values: Vec<Value> = Vec::with_capacity(table.columns.len());
    for ((_, kind), cell) in table.columns.iter().zip(row.as_array().into_iter().flatten()) {
        values.push(match kind {
            ColumnType::Text => cell.as_str().map(str::to_owned).into(),
            ColumnType::Integer => cell.as_i64().into(),
            ColumnType::Bytes => {
                let mut bytes = Vec::new();
                let name = cell.as_str().unwrap_or_default();
                zip.by_name(name).map_err(unusable)?.read_to_end(&mut bytes).map_err(unusable)?;
                bytes.into()
            }
        });
    }
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
    let marks: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
    let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), marks.join(", "));
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, values);
    transaction.execute_raw(statement).await.map_err(failed)?;
    Ok(())
}

/// Writes the key and the files; names are digests, nothing else becomes part of a path.
async fn unpack(zip: &mut ZipArchive<File>, folder: &Path, files: &dyn Files) -> Result<u64> {
    let names: Vec<String> = zip.file_names().filter_map(std::result::Result::ok).map(|n| n.to_string()).collect();
    let mut count = 0;
    for name in names {
        if let Some(digest) = name.strip_prefix("files/").filter(|digest| is_digest(digest)) {
            let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unusable)?;
            let found = copy(&mut zip.by_name(&name).map_err(unusable)?, &mut file, u64::MAX).map_err(unusable)?;
            if found.sha256 != digest {
                return Err(unusable(format!("佐证文件 {digest} 的内容被改动")));
            }
            files.take(digest, file.path()).await?;
            count += 1;
        }
    }
    // The key comes last: a place without it is not yet an installation.
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut key = options.open(folder.join(KEY_FILE)).map_err(unusable)?;
    std::io::copy(&mut zip.by_name(KEY_FILE).map_err(unusable)?, &mut key).map_err(unusable)?;
    key.sync_all().map_err(unusable)?;
    Ok(count)
}
