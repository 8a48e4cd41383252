//! One connection pool; every change is a list of statements in one transaction, with its entries in the log.

use crate::chain::{self, Chain};
use crate::migrations::{MIGRATIONS, beside, dialect};
use crate::sealed::Sealed;
use crate::{private, search};
use audit::Algorithm;
use domain::Event;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, IsolationLevel, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use usecases::StoreError;

/// Connections to an embedded file: readers do not wait for the writer.
const CONNECTIONS_MAX: u32 = 4;
/// Connections of one replica to a database server.
const SERVER_CONNECTIONS_MAX: u32 = 10;
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// The database.
#[derive(Clone)]
pub struct Database {
    pub(crate) connection: DatabaseConnection,
    pub(crate) chain: Arc<Chain>,
    statements: Arc<AtomicU64>,
}

/// The database in its folder.
pub(crate) const FILE: &str = "rectify.sqlite";

/// Rows of the largest page.
const ROWS_BUFFERED: usize = 512;

/// Memory for pages of the file, of each connection, in KiB below zero: a ledger of 20,000 items stays there.
const PAGES_KEPT: &str = "-16384";

/// A part of a change.
pub(crate) struct Write {
    act: Act,
    /// Rows of the record that this leaves otherwise than it found them.
    touched: Vec<(Sealed, String)>,
}

enum Act {
    Run {
        sql: &'static str,
        values: Vec<Value>,
        /// Without an affected row the whole change is a conflict.
        must_change: bool,
    },
    Record(Event),
}

impl Write {
    pub(crate) fn new(sql: &'static str, values: Vec<Value>) -> Self {
        Self { act: Act::Run { sql, values, must_change: false }, touched: Vec::new() }
    }

    /// A compare-and-set: no row affected means that somebody else was faster.
    pub(crate) fn guarded(sql: &'static str, values: Vec<Value>) -> Self {
        Self { act: Act::Run { sql, values, must_change: true }, touched: Vec::new() }
    }

    /// The event of a change: an entry in the log.
    pub(crate) fn event(event: Event) -> Self {
        Self { act: Act::Record(event), touched: Vec::new() }
    }

    /// Names a row of the record that is written: the log will hold its digest.
    pub(crate) fn on(mut self, table: Sealed, id: &str) -> Self {
        self.touched.push((table, id.to_owned()));
        self
    }
}

impl Database {
    /// Opens the file `rectify.sqlite` in a folder, creating both, and brings the schema up to date.
    pub async fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with(folder, None).await
    }

    /// As [`Database::open`]; the log of a new installation is hashed with this function, another one must have it.
    pub async fn open_with(folder: &Path, algorithm: Option<Algorithm>) -> Result<Self, StoreError> {
        private::folder(folder)
            .and_then(|()| private::file(&folder.join(FILE)))
            .map_err(|cause| StoreError::Database(format!("无法创建数据目录 {}：{cause}", folder.display())))?;
        Self::ready(options_of(folder), folder, algorithm).await
    }

    /// Connects to a PostgreSQL database and brings its schema up to date; the folder holds the key of the log.
    pub async fn connect(url: &str, folder: &Path) -> Result<Self, StoreError> {
        Self::connect_with(url, folder, None).await
    }

    /// As [`Database::connect`], and as [`Database::open_with`].
    pub async fn connect_with(url: &str, folder: &Path, algorithm: Option<Algorithm>) -> Result<Self, StoreError> {
        private::folder(folder)
            .map_err(|cause| StoreError::Database(format!("无法创建数据目录 {}：{cause}", folder.display())))?;
        Self::ready(server_options(url), folder, algorithm).await
    }

    async fn ready(options: ConnectOptions, folder: &Path, algorithm: Option<Algorithm>) -> Result<Self, StoreError> {
        let connection = sea_orm::Database::connect(options).await.map_err(failed)?;
        migrate(&connection, MIGRATIONS.len()).await?;
        search::complete(&connection).await?;
        let chain = Arc::new(chain::open(&connection, folder, algorithm).await?);
        let database = Self { connection, chain, statements: Arc::default() };
        database.refresh_signs().await?;
        Ok(database)
    }

    /// Gives all connections back; what is under way is finished first.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.connection.clone().close().await.map_err(failed)
    }

    /// Statements run so far, for benchmarks and their gates.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// PostgreSQL takes no NUL in a text; a record that SQLite took with one could not move there.
    fn statement(&self, sql: &str, values: Vec<Value>) -> Result<Statement, StoreError> {
        let holds_nul = |value: &Value| matches!(value, Value::String(Some(text)) if text.contains('\0'));
        if values.iter().any(holds_nul) {
            return Err(StoreError::Nul);
        }
        self.statements.fetch_add(1, Ordering::Relaxed);
        Ok(Statement::from_sql_and_values(self.backend(), sql, values))
    }

    pub(crate) fn backend(&self) -> DatabaseBackend {
        self.connection.get_database_backend()
    }

    pub(crate) async fn all(&self, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>, StoreError> {
        self.connection.query_all_raw(self.statement(sql, values)?).await.map_err(failed)
    }

    pub(crate) async fn one(&self, sql: &str, values: Vec<Value>) -> Result<Option<QueryResult>, StoreError> {
        self.connection.query_one_raw(self.statement(sql, values)?).await.map_err(failed)
    }

    /// Runs the statements in one transaction: all of them or none. Entries come last, with the digests of the
    /// rows as the transaction leaves them.
    pub(crate) async fn write(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        let transaction = self.connection.begin_with_options(immediate()).await.map_err(failed)?;
        let (mut events, mut touched) = (Vec::new(), Vec::new());
        let head = match writes.iter().any(|write| matches!(write.act, Act::Record(_))) {
            true => Some(chain::lock_head(&transaction).await?),
            false => None,
        };
        for write in writes {
            touched.extend(write.touched);
            match write.act {
                Act::Record(event) => events.push(event),
                Act::Run { sql, values, must_change } => {
                    let result = transaction.execute_raw(self.statement(sql, values)?).await.map_err(failed)?;
                    if must_change && result.rows_affected() == 0 {
                        transaction.rollback().await.map_err(failed)?;
                        return Err(StoreError::Conflict);
                    }
                }
            }
        }
        match head {
            Some(head) => {
                let indexed = search::refresh(&transaction, &touched).await?;
                self.statements.fetch_add(indexed, Ordering::Relaxed);
                let added = self.chain.append(&transaction, head, events, touched).await?;
                self.statements.fetch_add(added, Ordering::Relaxed);
            }
            None if touched.is_empty() => {}
            None => return Err(StoreError::Corrupt("a change of the record without an entry".to_owned())),
        }
        transaction.commit().await.map_err(failed)
    }
}

/// The file in a folder.
pub(crate) fn options_of(folder: &Path) -> ConnectOptions {
    let file = folder.join(FILE);
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
            .pragma("cache_size", PAGES_KEPT)
            .busy_timeout(BUSY_TIMEOUT)
    });
    options
}

/// A database server.
pub(crate) fn server_options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(SERVER_CONNECTIONS_MAX).sqlx_logging(false);
    options
}

pub(crate) fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

/// Reads that all see the same moment.
pub(crate) fn snapshot(backend: DatabaseBackend) -> TransactionOptions {
    TransactionOptions {
        isolation_level: (backend == DatabaseBackend::Postgres).then_some(IsolationLevel::RepeatableRead),
        ..TransactionOptions::default()
    }
}

/// Migrations go forward only, each in a transaction of its own, up to a version.
pub(crate) async fn migrate(connection: &DatabaseConnection, last: usize) -> Result<(), StoreError> {
    let backend = connection.get_database_backend();
    let run = |sql: &str| Statement::from_string(backend, dialect(backend, sql));
    let table = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)";
    connection.execute_raw(run(table)).await.map_err(failed)?;
    for (at, statements) in MIGRATIONS.iter().enumerate().take(last) {
        let transaction = connection.begin_with_options(immediate()).await.map_err(failed)?;
        if backend == DatabaseBackend::Postgres {
            // Replicas that start together wait for each other here.
            transaction.execute_raw(run("LOCK TABLE schema_version IN EXCLUSIVE MODE")).await.map_err(failed)?;
        }
        let version = at as i64 + 1;
        let done = format!("SELECT 1 AS done FROM schema_version WHERE version = {version}");
        if transaction.query_one_raw(run(&done)).await.map_err(failed)?.is_none() {
            for sql in *statements {
                transaction.execute_raw(run(sql)).await.map_err(failed)?;
            }
            for sql in beside(backend, statements) {
                transaction.execute_raw(run(sql)).await.map_err(failed)?;
            }
            let mark = format!("INSERT INTO schema_version (version) VALUES ({version})");
            transaction.execute_raw(run(&mark)).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)?;
    }
    Ok(())
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
            ("chronicle", "category || body"),
            ("reports", "title || body"),
            ("publishing", "COALESCE(wording, '')"),
            ("publications", "redactions || COALESCE(body, '')"),
            ("remarks", "message || body || reason"),
            ("uploads", "name || COALESCE(note, '')"),
            ("restrictions", "reason"),
            ("standing_duties", "name || COALESCE(number, '')"),
            ("standing_confirmations", "note"),
            ("delegations", "reason"),
            ("templates", "name"),
            ("template_files", "name || reason || COALESCE(mapping, '')"),
            ("change_sets", "body"),
            ("finding_family", "COALESCE(reason, '')"),
            ("finding_notes", "body"),
            ("column_names", "header"),
            ("audit", "subject || summary || changes"),
        ] {
            let sql = format!("SELECT COUNT(*) AS n FROM {table} WHERE {columns} LIKE $1");
            if let Some(row) = self.one(&sql, vec![format!("%{text}%").into()]).await? {
                total += get::<i64>(&row, "n")?;
            }
        }
        Ok(total)
    }
}
