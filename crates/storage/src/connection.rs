//! One connection pool; every change is a list of statements in one transaction.

use crate::migrations::MIGRATIONS;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, QueryResult, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait, Value,
};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use usecases::StoreError;

/// Connections to an embedded file: readers do not wait for the writer.
const CONNECTIONS_MAX: u32 = 4;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The database.
#[derive(Clone)]
pub struct Database {
    connection: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

/// Rows of the largest page.
const ROWS_BUFFERED: usize = 512;

/// A statement of a change.
pub(crate) struct Write {
    sql: &'static str,
    values: Vec<Value>,
    /// Without an affected row the whole change is a conflict.
    must_change: bool,
}

impl Write {
    pub(crate) fn new(sql: &'static str, values: Vec<Value>) -> Self {
        Self { sql, values, must_change: false }
    }

    /// A compare-and-set: no row affected means that somebody else was faster.
    pub(crate) fn guarded(sql: &'static str, values: Vec<Value>) -> Self {
        Self { sql, values, must_change: true }
    }
}

impl Database {
    /// Opens the file `rectify.sqlite` in a folder, creating both, and brings the schema up to date.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder)
            .map_err(|cause| StoreError::Database(format!("无法创建数据目录 {}：{cause}", folder.display())))?;
        let file = folder.join("rectify.sqlite");
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.max_connections(CONNECTIONS_MAX).sqlx_logging(false);
        options.map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                // The record must survive a power cut: every commit reaches the disk.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                // A page of rows passes between the threads at once, not in small parts.
                .row_buffer_size(ROWS_BUFFERED)
                .busy_timeout(BUSY_TIMEOUT)
        });
        let connection = sea_orm::Database::connect(options).await.map_err(failed)?;
        let database = Self { connection, statements: Arc::default() };
        database.migrate().await?;
        Ok(database)
    }

    /// Statements run so far, for benchmarks and their gates.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Migrations go forward only, each in a transaction of its own.
    async fn migrate(&self) -> Result<(), StoreError> {
        let table = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)";
        self.write(vec![Write::new(table, vec![])]).await?;
        let done: i64 =
            match self.one("SELECT COALESCE(MAX(version), 0) AS version FROM schema_version", vec![]).await? {
                Some(row) => get(&row, "version")?,
                None => 0,
            };
        for (at, statements) in MIGRATIONS.iter().enumerate().skip(done.max(0) as usize) {
            let mut writes: Vec<Write> = statements.iter().map(|sql| Write::new(sql, vec![])).collect();
            writes.push(Write::new("INSERT INTO schema_version (version) VALUES ($1)", vec![(at as i64 + 1).into()]));
            self.write(writes).await?;
        }
        Ok(())
    }

    fn statement(&self, sql: &str, values: Vec<Value>) -> Statement {
        self.statements.fetch_add(1, Ordering::Relaxed);
        Statement::from_sql_and_values(self.backend(), sql, values)
    }

    fn backend(&self) -> DatabaseBackend {
        self.connection.get_database_backend()
    }

    pub(crate) async fn all(&self, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>, StoreError> {
        self.connection.query_all_raw(self.statement(sql, values)).await.map_err(failed)
    }

    pub(crate) async fn one(&self, sql: &str, values: Vec<Value>) -> Result<Option<QueryResult>, StoreError> {
        self.connection.query_one_raw(self.statement(sql, values)).await.map_err(failed)
    }

    /// Runs the statements in one transaction: all of them or none.
    pub(crate) async fn write(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.connection.begin_with_options(options).await.map_err(failed)?;
        for write in writes {
            let result = transaction.execute_raw(self.statement(write.sql, write.values)).await.map_err(failed)?;
            if write.must_change && result.rows_affected() == 0 {
                transaction.rollback().await.map_err(failed)?;
                return Err(StoreError::Conflict);
            }
        }
        transaction.commit().await.map_err(failed)
    }
}

pub(crate) fn failed(cause: DbErr) -> StoreError {
    let text = cause.to_string();
    if text.contains("UNIQUE constraint") || text.contains("duplicate key") {
        StoreError::Conflict
    } else if text.contains("FOREIGN KEY constraint") || text.contains("foreign key constraint") {
        StoreError::Reference
    } else {
        StoreError::Database(text)
    }
}

/// A column of a row.
pub(crate) fn get<T: sea_orm::TryGetable>(row: &QueryResult, column: &str) -> Result<T, StoreError> {
    row.try_get("", column).map_err(|cause| StoreError::Corrupt(format!("{column}: {cause}")))
}

impl Database {
    /// How many rows of any table hold this text: proof that something was or was not stored.
    pub async fn search_all_text(&self, text: &str) -> Result<i64, StoreError> {
        let mut total = 0;
        for (table, columns) in [
            ("documents", "CAST(bytes AS TEXT)"),
            ("drafts", "name || COALESCE(mapping, '')"),
            ("draft_states", "state"),
            ("findings", "title || body || COALESCE(stated, '')"),
            ("measures", "body || COALESCE(stated, '')"),
            ("finding_sources", "name"),
            ("measure_sources", "name"),
            ("evidence", "name || COALESCE(note, '')"),
            ("change_sets", "body"),
            ("column_names", "header"),
            ("events", "subject || summary || changes"),
        ] {
            let sql = format!("SELECT COUNT(*) AS n FROM {table} WHERE {columns} LIKE $1");
            if let Some(row) = self.one(&sql, vec![format!("%{text}%").into()]).await? {
                total += get::<i64>(&row, "n")?;
            }
        }
        Ok(total)
    }
}
