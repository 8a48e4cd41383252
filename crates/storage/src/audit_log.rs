//! The log as people look at it: a page that fits a filter, newest first, and runs of entries for an export.

use crate::chain::head;
use crate::connection::{Database, get};
use crate::verify::lenient;
use audit::Hash;
use domain::Role;
use sea_orm::{QueryResult, Value};
use usecases::{LogEntry, LogFilter, LogPage, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Largest page.
const ROWS_MAX: u64 = 500;

/// Conditions with their values.
#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn new(filter: &LogFilter) -> Self {
        let mut all = Self::default();
        all.add("at >= #", filter.from);
        all.add("at < #", filter.before);
        all.add("actor_id = #", filter.person.as_ref().map(|p| p.as_str().to_owned()));
        all.add("kind = #", filter.kind.map(|kind| kind.name().to_owned()));
        all.add("subject LIKE # ESCAPE '!'", filter.subject.as_deref().map(|s| format!("{}%", escaped(s))));
        all.add(
            "(summary LIKE # ESCAPE '!' OR subject LIKE # ESCAPE '!' OR changes LIKE # ESCAPE '!')",
            filter.text.as_deref().map(|t| format!("%{}%", escaped(t))),
        );
        all
    }

    /// Adds a condition if there is a value; each `#` stands for it.
    fn add(&mut self, condition: &str, value: Option<impl Into<Value>>) {
        let Some(value) = value else { return };
        self.values.push(value.into());
        self.sql.push(condition.replace('#', &format!("${}", self.values.len())));
    }

    fn text(&self) -> String {
        if self.sql.is_empty() { String::new() } else { format!(" WHERE {}", self.sql.join(" AND ")) }
    }
}

/// The words as they stand, whatever signs are in them.
fn escaped(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

pub(crate) async fn page(db: &Database, filter: &LogFilter) -> Result<LogPage> {
    let mut conditions = Conditions::new(filter);
    let total = total(db, &conditions).await?;
    conditions.add("seq < #", filter.after);
    let limit = filter.limit.clamp(1, ROWS_MAX);
    let sql = format!("SELECT * FROM audit{} ORDER BY seq DESC LIMIT {}", conditions.text(), limit + 1);
    let rows = db.all(&sql, conditions.values).await?;
    let entries: Vec<LogEntry> = rows.iter().take(limit as usize).map(entry).collect::<Result<_>>()?;
    let more = rows.len() as u64 > limit;
    Ok(LogPage { next: entries.last().filter(|_| more).map(|last| last.entry.seq), entries, total })
}

async fn total(db: &Database, conditions: &Conditions) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) AS n FROM audit{}", conditions.text());
    let row = db.one(&sql, conditions.values.clone()).await?;
    row.map_or(Ok(0), |row| get(&row, "n"))
}

pub(crate) async fn entries(db: &Database, after: i64, last: i64, limit: u64) -> Result<Vec<LogEntry>> {
    let sql = format!("SELECT * FROM audit WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT {limit}");
    db.all(&sql, vec![after.into(), last.into()]).await?.iter().map(entry).collect()
}

/// As it is stored: what was damaged is shown and exported too, and found by a check.
fn entry(row: &QueryResult) -> Result<LogEntry> {
    let hash = Hash::from_hex(&get::<String>(row, "hash")?).unwrap_or(Hash([0; 32]));
    Ok(LogEntry { entry: lenient(row)?, hash })
}

pub(crate) async fn end(db: &Database) -> Result<audit::Checkpoint> {
    let head = head(&db.connection, "").await?;
    head.map(|head| head.end).ok_or_else(|| StoreError::Corrupt("audit_head".to_owned()))
}

/// Roles are stored as names with commas between.
pub(crate) async fn anybody_is(db: &Database, role: Role) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM people WHERE active = 1 AND username IS NOT NULL AND (',' || roles || ',') LIKE $1 LIMIT 1";
    Ok(db.one(sql, vec![format!("%,{},%", role.name()).into()]).await?.is_some())
}
