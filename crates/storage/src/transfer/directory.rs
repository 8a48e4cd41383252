//! Units and people of a package find their like at this place, by identifier or by name; who is missing is made.

use super::open::Opened;
use super::refusal::{Result, TransferError};
use super::row::{Names, Row};
use super::tables::{part, shape};
use crate::connection::{failed, get};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use std::collections::HashSet;

/// Who is who.
#[derive(Debug, Default)]
pub(super) struct Matched {
    pub(super) names: Names,
    /// Units that are not here yet, those above first.
    pub(super) new_units: Vec<Row>,
    pub(super) new_people: Vec<Row>,
}

/// Somebody or something of this place.
struct Known {
    id: String,
    name: String,
    above: Option<String>,
}

/// The rows of a small part.
pub(super) fn rows(opened: &Opened, table: &'static str) -> Result<Vec<Row>> {
    let (part, (columns, _)) = (part(table), shape(table));
    let mut seen = HashSet::new();
    let mut out = Vec::new();
    for line in opened.lines(&part)? {
        let (line, text) = line?;
        let wrong = |why| TransferError::Row { part: part.clone(), line, why };
        let row = Row::read(&text, &columns).map_err(wrong)?;
        if !seen.insert(row.text("id").unwrap_or_default().to_owned()) {
            return Err(wrong("与前面的一行标识相同".to_owned()));
        }
        out.push(row);
    }
    Ok(out)
}

async fn known<C: ConnectionTrait>(connection: &C, sql: &str) -> Result<Vec<Known>> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let read =
        |row: &QueryResult| Ok(Known { id: get(row, "id")?, name: get(row, "name")?, above: get(row, "above")? });
    connection.query_all_raw(statement).await.map_err(failed)?.iter().map(read).collect()
}

/// The one that is meant, if there is one.
fn find(known: &[Known], what: &'static str, row: &Row, fits: impl Fn(&Known) -> bool) -> Result<Option<String>> {
    let (id, name) = (row.text("id").unwrap_or_default(), row.text("name").unwrap_or_default());
    if let Some(same) = known.iter().find(|k| k.id == id) {
        return Ok(Some(same.id.clone()));
    }
    let mut like = known.iter().filter(|k| k.name == name && fits(k));
    match (like.next(), like.next()) {
        (None, _) => Ok(None),
        (Some(one), None) => Ok(Some(one.id.clone())),
        (Some(_), Some(_)) => Err(TransferError::Ambiguous { what, name: name.to_owned() }),
    }
}

/// Finds everybody and says who is new.
pub(super) async fn matched<C: ConnectionTrait>(connection: &C, opened: &Opened) -> Result<Matched> {
    let mut out = Matched::default();
    match_units(connection, rows(opened, "units")?, &mut out).await?;
    let people = known(connection, "SELECT id, name, unit_id AS above FROM people").await?;
    let mut taken = HashSet::new();
    for row in rows(opened, "people")? {
        let (id, name) =
            (row.text("id").unwrap_or_default().to_owned(), row.text("name").unwrap_or_default().to_owned());
        let row = row.renamed(&out.names).map_err(TransferError::Inconsistent)?;
        let unit = row.text("unit_id").map(str::to_owned);
        let here = find(&people, "人员", &row, |k| k.above == unit)?;
        let own = here.clone().unwrap_or_else(|| id.clone());
        if !taken.insert(own.clone()) {
            return Err(TransferError::Ambiguous { what: "人员", name });
        }
        if here.is_none() {
            out.new_people.push(row);
        }
        out.names.people.insert(id, own);
    }
    Ok(out)
}

async fn match_units<C: ConnectionTrait>(connection: &C, mut waiting: Vec<Row>, out: &mut Matched) -> Result<()> {
    let units = known(connection, "SELECT id, name, parent_id AS above FROM units").await?;
    let mut taken = HashSet::new();
    while !waiting.is_empty() {
        let is_ready = |row: &Row| row.text("parent_id").is_none_or(|above| out.names.units.contains_key(above));
        let (ready, later): (Vec<Row>, Vec<Row>) = waiting.into_iter().partition(is_ready);
        if ready.is_empty() {
            return Err(TransferError::Inconsistent("单位的上级不在包里".to_owned()));
        }
        for row in ready {
            let (id, name) =
                (row.text("id").unwrap_or_default().to_owned(), row.text("name").unwrap_or_default().to_owned());
            let row = row.renamed(&out.names).map_err(TransferError::Inconsistent)?;
            let above = row.text("parent_id").map(str::to_owned);
            // The uppermost unit of a package may stand lower here.
            let here = find(&units, "单位", &row, |k| above.is_none() || k.above == above)?;
            let own = here.clone().unwrap_or_else(|| id.clone());
            if !taken.insert(own.clone()) {
                return Err(TransferError::Ambiguous { what: "单位", name });
            }
            if here.is_none() {
                out.new_units.push(row);
            }
            out.names.units.insert(id, own);
        }
        waiting = later;
    }
    Ok(())
}
