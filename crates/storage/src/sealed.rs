//! The tables of the record, and the digests of their rows. What is only work in progress is not among them.

use crate::connection::{failed, get};
use crate::sealed_columns::Columns;
use audit::{Algorithm, Cell, Hash, row_digest};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use std::collections::HashMap;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// A table of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sealed {
    Units,
    People,
    Inspections,
    Findings,
    Measures,
    Evidence,
    RuleProfiles,
    CalendarDays,
    Chronicle,
    Reports,
    Publishing,
    Publications,
    Remarks,
    Restrictions,
    Positions,
    Delegations,
    Standing,
    Family,
    Notes,
    Templates,
    TemplateFiles,
}

/// Rows read at a time.
const CHUNK: usize = 400;

impl Sealed {
    pub(crate) const ALL: [Self; 21] = [
        Self::Units,
        Self::People,
        Self::Inspections,
        Self::Findings,
        Self::Measures,
        Self::Evidence,
        Self::RuleProfiles,
        Self::CalendarDays,
        Self::Chronicle,
        Self::Reports,
        Self::Publishing,
        Self::Publications,
        Self::Remarks,
        Self::Restrictions,
        Self::Positions,
        Self::Delegations,
        Self::Standing,
        Self::Family,
        Self::Notes,
        Self::Templates,
        Self::TemplateFiles,
    ];

    pub(crate) fn table(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::People => "people",
            Self::Inspections => "inspections",
            Self::Findings => "findings",
            Self::Measures => "measures",
            Self::Evidence => "evidence",
            Self::RuleProfiles => "rule_profiles",
            Self::CalendarDays => "calendar_days",
            Self::Chronicle => "chronicle",
            Self::Reports => "reports",
            Self::Publishing => "publishing",
            Self::Publications => "publications",
            Self::Remarks => "remarks",
            Self::Restrictions => "restrictions",
            Self::Positions => "positions",
            Self::Delegations => "delegations",
            Self::Standing => "standing_duties",
            Self::Family => "finding_family",
            Self::Notes => "finding_notes",
            Self::Templates => "templates",
            Self::TemplateFiles => "template_files",
        }
    }
}

fn cells(row: &QueryResult, columns: &Columns) -> Result<Vec<Cell>> {
    let text = |name: &&str| Ok(get::<Option<String>>(row, name)?.map_or(Cell::Null, Cell::Text));
    let number = |name: &&str| Ok(get::<Option<i64>>(row, name)?.map_or(Cell::Null, Cell::Integer));
    columns.texts.iter().map(text).chain(columns.numbers.iter().map(number)).collect()
}

async fn select<C: ConnectionTrait>(
    connection: &C,
    table: &str,
    key: &str,
    columns: &Columns,
    ids: &[String],
) -> Result<Vec<QueryResult>> {
    let names: Vec<&str> = columns.texts.iter().chain(columns.numbers).copied().collect();
    let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let order = if columns.numbers.contains(&"position") { format!("{key}, position") } else { key.to_owned() };
    let names = names.join(", ");
    let sql = format!("SELECT {key}, {names} FROM {table} WHERE {key} IN ({}) ORDER BY {order}", marks.join(", "));
    let values: Vec<sea_orm::Value> = ids.iter().map(|id| id.as_str().into()).collect();
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(failed)
}

/// Digests of the rows that are there, by identifier.
pub(crate) async fn digests<C: ConnectionTrait>(
    connection: &C,
    algorithm: Algorithm,
    table: Sealed,
    ids: &[String],
) -> Result<HashMap<String, Hash>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(CHUNK) {
        let mut rows: HashMap<String, Vec<Cell>> = HashMap::new();
        for row in select(connection, table.table(), "id", &table.columns(), ids).await? {
            rows.insert(get(&row, "id")?, cells(&row, &table.columns())?);
        }
        for part in table.parts() {
            for row in select(connection, part.table, part.owner, &part.columns, ids).await? {
                let owner: String = get(&row, part.owner)?;
                if let Some(own) = rows.get_mut(&owner) {
                    own.push(Cell::Text(part.table.to_owned()));
                    own.extend(cells(&row, &part.columns)?);
                }
            }
        }
        for (id, cells) in rows {
            let digest = row_digest(algorithm, table.table(), &id, &cells);
            found.insert(id, digest);
        }
    }
    Ok(found)
}

/// Identifiers of a table after one of them, in order; at most a chunk.
pub(crate) async fn ids_after<C: ConnectionTrait>(connection: &C, table: Sealed, after: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM {} WHERE id > $1 ORDER BY id LIMIT {CHUNK}", table.table());
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, vec![after.into()]);
    let rows = connection.query_all_raw(statement).await.map_err(failed)?;
    rows.iter().map(|row| get(row, "id")).collect()
}
