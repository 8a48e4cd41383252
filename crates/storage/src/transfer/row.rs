//! A row as a canonical line, and whom it refers to.

use super::refusal::Result;
use super::tables::{Column, PERSON_COLUMNS, UNIT_COLUMNS};
use crate::connection::{failed, get};
use crate::draft_json::{state, state_text};
use crate::schema::ColumnType;
use sea_orm::{ConnectionTrait, DatabaseBackend, QueryResult, Statement, Value};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Columns by name; in a line they stand in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row(pub(super) BTreeMap<String, Json>);

/// New identifiers of units and people by the old ones.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) units: HashMap<String, String>,
    pub(super) people: HashMap<String, String>,
}

impl Row {
    pub(super) fn line(&self) -> String {
        json!(self.0).to_string()
    }

    pub(super) fn text(&self, column: &str) -> Option<&str> {
        self.0.get(column).and_then(Json::as_str)
    }

    /// The row of a line; says what is wrong with it.
    pub(super) fn read(line: &str, columns: &[Column]) -> std::result::Result<Self, String> {
        let row: BTreeMap<String, Json> = serde_json::from_str(line).map_err(|_| "不是一行记录".to_owned())?;
        for (name, kind) in columns {
            let right = match (kind, row.get(*name)) {
                (_, Some(Json::Null)) => true,
                (ColumnType::Text, Some(Json::String(text))) => !text.contains('\0'),
                (ColumnType::Integer, Some(Json::Number(number))) => number.is_i64(),
                _ => false,
            };
            if !right {
                return Err(format!("缺少“{name}”或类型不对"));
            }
        }
        match row.keys().find(|name| !columns.iter().any(|(column, _)| column == name)) {
            Some(stray) => Err(format!("有不认识的列“{}”", stray.chars().take(40).collect::<String>())),
            None => Ok(Self(row)),
        }
    }

    /// The values in the order of the columns.
    pub(super) fn values(&self, columns: &[Column]) -> Vec<Value> {
        let value = |(name, kind): &Column| match (kind, self.0.get(*name)) {
            (ColumnType::Integer, cell) => Value::from(cell.and_then(Json::as_i64)),
            (_, cell) => Value::from(cell.and_then(Json::as_str).map(str::to_owned)),
        };
        columns.iter().map(value).collect()
    }

    /// The row with the units and people of this place; the column that names nobody known, if there is one.
    pub(super) fn renamed(mut self, names: &Names) -> std::result::Result<Self, String> {
        for (columns, names) in [(&UNIT_COLUMNS[..], &names.units), (&PERSON_COLUMNS[..], &names.people)] {
            for column in columns {
                let Some(Json::String(id)) = self.0.get_mut(*column) else { continue };
                *id = names.get(id).cloned().ok_or_else(|| format!("“{column}”所指的单位或人员不在包里"))?;
            }
        }
        if let Some(Json::String(text)) = self.0.get_mut("state") {
            let mut draft = state(text).ok_or("导入核对的内容无法识别")?;
            for owner in draft.nodes.iter_mut().flat_map(|node| &mut node.owners) {
                // Who was removed since stays named as before.
                owner.unit = owner.unit.take().map(|id| names.units.get(&id).cloned().unwrap_or(id));
                owner.person = owner.person.take().map(|id| names.people.get(&id).cloned().unwrap_or(id));
            }
            *text = state_text(&draft);
        }
        Ok(self)
    }
}

/// Units and people that rows refer to.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) units: BTreeSet<String>,
    pub(super) people: BTreeSet<String>,
}

impl People {
    pub(super) fn note(&mut self, table: &str, row: &Row) {
        self.units.extend(UNIT_COLUMNS.iter().filter_map(|c| row.text(c)).map(str::to_owned));
        self.people.extend(PERSON_COLUMNS.iter().filter_map(|c| row.text(c)).map(str::to_owned));
        let draft = row.text("state").filter(|_| table == "draft_states").and_then(state);
        for owner in draft.into_iter().flat_map(|draft| draft.nodes).flat_map(|node| node.owners) {
            self.units.extend(owner.unit);
            self.people.extend(owner.person);
        }
    }

    /// Adds the units of the people, and the units above.
    pub(super) async fn complete<C: ConnectionTrait>(&mut self, connection: &C) -> Result<()> {
        let backend = connection.get_database_backend();
        let all = |sql: &str| Statement::from_string(backend, sql);
        for row in &connection.query_all_raw(all("SELECT id, unit_id FROM people")).await.map_err(failed)? {
            if self.people.contains(&get::<String>(row, "id")?) {
                self.units.extend(get::<Option<String>>(row, "unit_id")?);
            }
        }
        let mut above = HashMap::new();
        for row in &connection.query_all_raw(all("SELECT id, parent_id FROM units")).await.map_err(failed)? {
            above.insert(get::<String>(row, "id")?, get::<Option<String>>(row, "parent_id")?);
        }
        let mut waiting: Vec<String> = self.units.iter().cloned().collect();
        while let Some(id) = waiting.pop() {
            if let Some(Some(parent)) = above.get(&id)
                && self.units.insert(parent.clone())
            {
                waiting.push(parent.clone());
            }
        }
        Ok(())
    }
}

/// Rows in the order of their key, alike on both databases.
pub(super) async fn select<C: ConnectionTrait>(
    connection: &C,
    table: &str,
    columns: &[Column],
    key: &[&'static str],
    condition: &str,
    values: Vec<Value>,
    page: Option<(usize, usize)>,
) -> Result<Vec<QueryResult>> {
    let backend = connection.get_database_backend();
    let is_text = |name: &str| columns.iter().any(|(n, kind)| *n == name && *kind == ColumnType::Text);
    let order = |name: &&'static str| match backend {
        DatabaseBackend::Postgres if is_text(name) => format!("{name} COLLATE \"C\""),
        _ => (*name).to_owned(),
    };
    let order: Vec<String> = key.iter().map(order).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let (names, order) = (names.join(", "), order.join(", "));
    let page = page.map_or_else(String::new, |(limit, offset)| format!(" LIMIT {limit} OFFSET {offset}"));
    let sql = format!("SELECT {names} FROM {table} WHERE {condition} ORDER BY {order}{page}");
    let statement = Statement::from_sql_and_values(backend, sql, values);
    Ok(connection.query_all_raw(statement).await.map_err(failed)?)
}

pub(super) fn read_row(row: &QueryResult, columns: &[Column]) -> Result<Row> {
    let mut cells = BTreeMap::new();
    for (name, kind) in columns {
        let cell = match kind {
            ColumnType::Integer => json!(get::<Option<i64>>(row, name)?),
            _ => json!(get::<Option<String>>(row, name)?),
        };
        cells.insert((*name).to_owned(), cell);
    }
    Ok(Row(cells))
}
