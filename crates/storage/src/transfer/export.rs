//! One inspection with all that belongs to it becomes a file: one moment of the database, streamed.

use super::excerpt;
use super::manifest::{MANIFEST, Manifest, Origin, Part};
use super::refusal::{Result, TransferError};
use super::row::{People, Row, read_row, select};
use super::tables::{CONTENT, page, part, shape};
use crate::connection::{Database, Write as Change, failed, get, snapshot};
use crate::hashing::copy;
use domain::{Event, EventKind};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use usecases::Files;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a package holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TransferSummary {
    pub rows: u64,
    pub files: u64,
    /// SHA-256 of the whole file.
    pub digest: String,
}

/// The package under way.
pub(super) struct Package {
    zip: ZipWriter<File>,
    path: PathBuf,
    parts: BTreeMap<String, Part>,
    summary: TransferSummary,
}

impl Package {
    fn failed(&self, cause: impl Into<std::io::Error>) -> TransferError {
        TransferError::File { path: self.path.clone(), cause: cause.into() }
    }

    /// Adds a part from a stream.
    fn add(&mut self, name: &str, from: &mut dyn Read) -> Result<Part> {
        let options = SimpleFileOptions::default().large_file(true);
        self.zip.start_file(name, options).map_err(|cause| self.failed(cause))?;
        let digests = copy(from, &mut self.zip, u64::MAX).map_err(|cause| self.failed(cause))?;
        let part = Part { bytes: digests.bytes, sha256: digests.sha256 };
        self.parts.insert(name.to_owned(), part.clone());
        Ok(part)
    }

    /// Adds the lines of a temporary file.
    pub(super) fn add_lines(&mut self, name: &str, mut lines: File) -> Result<()> {
        lines.rewind().map_err(|cause| self.failed(cause))?;
        self.add(name, &mut lines).map(|_| ())
    }

    /// A temporary file for lines.
    pub(super) fn lines(&self) -> Result<File> {
        tempfile::tempfile().map_err(|cause| self.failed(cause))
    }

    pub(super) fn write_line(&self, lines: &mut impl Write, line: &str) -> Result<()> {
        writeln!(lines, "{line}").map_err(|cause| self.failed(cause))
    }
}

impl Database {
    /// Writes one inspection to a file, while the service runs, and notes it in the log.
    pub async fn export_inspection(
        &self,
        key: &str,
        files: &dyn Files,
        to: &Path,
        now: i64,
    ) -> Result<TransferSummary> {
        let file = |cause| TransferError::File { path: to.to_owned(), cause };
        let parent = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let temporary = tempfile::NamedTempFile::new_in(parent).map_err(file)?;
        let zip = ZipWriter::new(temporary.reopen().map_err(file)?);
        let mut package =
            Package { zip, path: to.to_owned(), parts: BTreeMap::new(), summary: TransferSummary::default() };
        let transaction = self.connection.begin_with_options(snapshot(self.backend())).await.map_err(failed)?;
        let id = id_of(&transaction, key).await?;
        let origins = write_all(&transaction, &mut package, key, &id, files).await?;
        transaction.commit().await.map_err(failed)?;
        let manifest = Manifest { inspection: key.to_owned(), origins, parts: package.parts.clone() };
        package.add(MANIFEST, &mut manifest.text().as_bytes())?;
        let mut summary = package.summary;
        package.zip.finish().map_err(|cause| file(cause.into()))?.sync_all().map_err(file)?;
        summary.digest =
            copy(&mut temporary.reopen().map_err(file)?, &mut std::io::sink(), u64::MAX).map_err(file)?.sha256;
        let said = format!("导出整个检查，检查包 SHA-256 {}", summary.digest);
        self.write(vec![Change::event(event(key, EventKind::Exported, said, now))]).await?;
        temporary.persist(to).map_err(|cause| file(cause.error))?;
        Ok(summary)
    }
}

/// An entry that no person of this installation made: the command line did.
pub(super) fn event(key: &str, kind: EventKind, summary: String, now: i64) -> Event {
    let id = uuid::Uuid::now_v7().to_string();
    Event { id, at: now, actor: None, subject: key.to_owned(), kind, summary, changes: Vec::new() }
}

async fn id_of<C: ConnectionTrait>(connection: &C, key: &str) -> Result<String> {
    let sql = "SELECT id FROM inspections WHERE inspection_key = $1";
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, vec![key.into()]);
    let row = connection.query_one_raw(statement).await.map_err(failed)?;
    Ok(get(&row.ok_or_else(|| TransferError::NoInspection(key.to_owned()))?, "id")?)
}

async fn write_all(
    transaction: &DatabaseTransaction,
    package: &mut Package,
    key: &str,
    id: &str,
    files: &dyn Files,
) -> Result<Vec<Origin>> {
    let (mut people, mut documents, mut evidence) = (People::default(), BTreeSet::new(), BTreeSet::new());
    let mut profile = String::new();
    for table in &CONTENT {
        let mut look = |row: &Row| {
            people.note(table.name, row);
            let digest = row.text("digest").unwrap_or_default().to_owned();
            match table.name {
                "evidence" => drop(evidence.insert(digest)),
                "drafts" | "finding_sources" | "measure_sources" => drop(documents.insert(digest)),
                "inspections" => profile = row.text("profile_id").unwrap_or_default().to_owned(),
                _ => {}
            }
        };
        dump(transaction, package, table.name, table.rows, id, &mut look).await?;
    }
    people.complete(transaction).await?;
    for (table, ids) in [("people", &people.people), ("units", &people.units)] {
        dump_some(transaction, package, table, ids).await?;
    }
    dump(transaction, package, "rule_profiles", "id = $1", &profile, &mut |_| {}).await?;
    for digest in documents {
        add_document(transaction, package, &digest).await?;
    }
    for digest in evidence {
        add_evidence(package, files, &digest).await?;
    }
    excerpt::write(transaction, package, key, id).await
}

/// The rows of a table that a condition names, one a line.
async fn dump(
    transaction: &DatabaseTransaction,
    package: &mut Package,
    table: &'static str,
    condition: &str,
    value: &str,
    look: &mut dyn FnMut(&Row),
) -> Result<()> {
    let (columns, key) = shape(table);
    let mut lines = std::io::BufWriter::new(package.lines()?);
    let (mut count, chunk) = (0, page(table));
    loop {
        let found =
            select(transaction, table, &columns, &key, condition, vec![value.into()], Some((chunk, count))).await?;
        for row in &found {
            let row = read_row(row, &columns)?;
            look(&row);
            package.write_line(&mut lines, &row.line())?;
        }
        count += found.len();
        if found.len() < chunk {
            break;
        }
    }
    package.summary.rows += count as u64;
    let lines = lines.into_inner().map_err(|cause| package.failed(cause.into_error()))?;
    package.add_lines(&part(table), lines)
}

/// The rows with these identifiers.
async fn dump_some(
    transaction: &DatabaseTransaction,
    package: &mut Package,
    table: &'static str,
    ids: &BTreeSet<String>,
) -> Result<()> {
    let (columns, key) = shape(table);
    let mut lines = package.lines()?;
    let ids: Vec<Value> = ids.iter().map(|id| id.as_str().into()).collect();
    for ids in ids.chunks(400) {
        let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
        let condition = format!("id IN ({})", marks.join(", "));
        for row in select(transaction, table, &columns, &key, &condition, ids.to_vec(), None).await? {
            package.write_line(&mut lines, &read_row(&row, &columns)?.line())?;
            package.summary.rows += 1;
        }
    }
    package.add_lines(&part(table), lines)
}

async fn add_document(transaction: &DatabaseTransaction, package: &mut Package, digest: &str) -> Result<()> {
    let sql = "SELECT bytes FROM documents WHERE digest = $1";
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, vec![digest.into()]);
    // A file with a mark of secrecy leaves its digest only.
    let Some(row) = transaction.query_one_raw(statement).await.map_err(failed)? else { return Ok(()) };
    let bytes: Vec<u8> = get(&row, "bytes")?;
    let added = package.add(&format!("documents/{digest}"), &mut bytes.as_slice())?;
    found_whole(package, digest, &added)
}

async fn add_evidence(package: &mut Package, files: &dyn Files, digest: &str) -> Result<()> {
    let found = files.open(digest).await?;
    let mut file = found.ok_or_else(|| TransferError::Damaged(digest.to_owned()))?;
    let added = package.add(&format!("evidence/{digest}"), &mut file)?;
    found_whole(package, digest, &added)
}

fn found_whole(package: &mut Package, digest: &str, added: &Part) -> Result<()> {
    package.summary.files += 1;
    if added.sha256 == digest { Ok(()) } else { Err(TransferError::Damaged(digest.to_owned())) }
}
