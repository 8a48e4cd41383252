//! Units and people.

use crate::connection::{Database, Write, get};
use crate::sealed::Sealed;
use crate::{posts, reach, rows};
use domain::{Event, Person, Position, Unit, UnitId};
use sea_orm::Value;
use std::collections::HashMap;
use usecases::{Names, Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) async fn units(db: &Database, reach: &Reach) -> Result<Vec<Unit>> {
    let within = reach::units(reach, 1);
    let sql = format!("{}SELECT * FROM units WHERE {} ORDER BY position, name", within.with, within.rows);
    db.all(&sql, within.values).await?.iter().map(rows::unit).collect()
}

fn unit_values(unit: &Unit) -> Vec<Value> {
    vec![
        unit.id.as_str().into(),
        unit.parent.as_ref().map(|p| p.0.clone()).into(),
        unit.name.clone().into(),
        unit.short_name.clone().into(),
        unit.kind.name().into(),
        unit.position.into(),
        unit.version.into(),
    ]
}

pub(crate) fn insert_unit_write(unit: &Unit) -> Write {
    let sql = "INSERT INTO units (id, parent_id, name, short_name, kind, position, version) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    Write::new(sql, unit_values(unit)).on(Sealed::Units, unit.id.as_str())
}

pub(crate) async fn insert_unit(db: &Database, unit: &Unit, event: Event) -> Result<()> {
    db.write(vec![insert_unit_write(unit), Write::event(event)]).await
}

pub(crate) async fn update_unit(db: &Database, unit: &Unit, event: Event) -> Result<()> {
    let sql = "UPDATE units SET parent_id = $2, name = $3, short_name = $4, kind = $5, position = $6, version = $7 WHERE id = $1 AND version = $7 - 1";
    let shift = "UPDATE units SET position = position + 1 WHERE COALESCE(parent_id, '') = COALESCE($1, '') AND position >= $2 AND id <> $3 AND EXISTS (SELECT 1 FROM units own WHERE own.id = $3 AND (own.position <> $2 OR COALESCE(own.parent_id, '') <> COALESCE($1, '')))";
    let place = vec![unit.parent.as_ref().map(|p| p.0.clone()).into(), unit.position.into(), unit.id.as_str().into()];
    let change = Write::guarded(sql, unit_values(unit)).on(Sealed::Units, unit.id.as_str());
    db.write(vec![Write::new(shift, place), change, Write::event(event)]).await
}

pub(crate) async fn delete_unit(db: &Database, id: &UnitId, event: Event) -> Result<()> {
    let removal = Write::guarded("DELETE FROM units WHERE id = $1", vec![id.as_str().into()]);
    db.write(vec![removal.on(Sealed::Units, id.as_str()), Write::event(event)]).await
}

pub(crate) async fn unit_uses(db: &Database, id: &UnitId) -> Result<Vec<(&'static str, i64)>> {
    let mut uses = Vec::new();
    for (what, sql) in [
        ("下级单位", "SELECT COUNT(*) AS n FROM units WHERE parent_id = $1"),
        ("人员", "SELECT COUNT(*) AS n FROM people WHERE unit_id = $1"),
        ("任职", "SELECT COUNT(*) AS n FROM positions WHERE unit_id = $1"),
        ("检查轮次", "SELECT COUNT(*) AS n FROM inspections WHERE unit_id = $1"),
        ("事项", "SELECT COUNT(*) AS n FROM findings WHERE unit_id = $1"),
        ("模板", "SELECT COUNT(*) AS n FROM templates WHERE unit_id = $1"),
        ("配合事项", "SELECT COUNT(*) AS n FROM finding_units WHERE unit_id = $1"),
        ("措施", "SELECT COUNT(*) AS n FROM measures WHERE unit_id = $1"),
        ("配合措施", "SELECT COUNT(*) AS n FROM measure_units WHERE unit_id = $1"),
    ] {
        if let Some(row) = db.one(sql, vec![id.as_str().into()]).await? {
            uses.push((what, get(&row, "n")?));
        }
    }
    Ok(uses)
}

/// People whose name, user name or duty holds the text.
pub(crate) async fn people(db: &Database, reach: &Reach, text: Option<&str>) -> Result<Vec<Person>> {
    let mut within = reach::people(reach, 1);
    if let Some(text) = text {
        within.values.push(format!("%{}%", text.trim()).into());
        let mark = format!("${}", within.values.len());
        within.rows.push_str(&format!(" AND (name LIKE {mark} OR username LIKE {mark} OR duty LIKE {mark})"));
    }
    let sql = format!("{}SELECT * FROM people WHERE {} ORDER BY name", within.with, within.rows);
    db.all(&sql, within.values).await?.iter().map(rows::person).collect()
}

fn person_values(person: &Person) -> Vec<Value> {
    let roles: Vec<&str> = person.roles.iter().map(|r| r.name()).collect();
    vec![
        person.id.as_str().into(),
        person.name.clone().into(),
        person.username.clone().into(),
        person.unit.as_ref().map(|u| u.0.clone()).into(),
        person.duty.clone().into(),
        roles.join(",").into(),
        i64::from(person.active).into(),
        person.version.into(),
    ]
}

pub(crate) fn insert_person_write(person: &Person, hash: &str) -> Write {
    let sql = "INSERT INTO people (id, name, username, unit_id, duty, roles, active, version, password_hash, failures, locked_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0)";
    let mut values = person_values(person);
    values.push(hash.into());
    Write::new(sql, values).on(Sealed::People, person.id.as_str())
}

pub(crate) async fn insert_person(db: &Database, person: &Person, hash: Option<&str>, event: Event) -> Result<()> {
    db.write(vec![insert_person_write(person, hash.unwrap_or_default()), Write::event(event)]).await
}

/// A changed password or a person who is no longer active loses all sessions; the tokens of the latter are withdrawn.
pub(crate) async fn update_person(
    db: &Database,
    person: &Person,
    hash: Option<&str>,
    past: Option<&Position>,
    event: Event,
) -> Result<()> {
    let sql = "UPDATE people SET name = $2, username = $3, unit_id = $4, duty = $5, roles = $6, active = $7, version = $8 WHERE id = $1 AND version = $8 - 1";
    let change = Write::guarded(sql, person_values(person)).on(Sealed::People, person.id.as_str());
    let mut writes = vec![change, Write::event(event)];
    writes.extend(past.map(posts::insert_position));
    if let Some(hash) = hash {
        let sql = "UPDATE people SET password_hash = $1, failures = 0, locked_until = 0 WHERE id = $2";
        writes.push(Write::new(sql, vec![hash.into(), person.id.as_str().into()]));
    }
    if hash.is_some() || !person.active {
        writes.push(Write::new("DELETE FROM sessions WHERE person_id = $1", vec![person.id.as_str().into()]));
    }
    if !person.active {
        let sql = "UPDATE tokens SET withdrawn = 1 WHERE person_id = $1";
        writes.push(Write::new(sql, vec![person.id.as_str().into()]));
    }
    db.write(writes).await
}

/// Which table holds the names.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Named {
    Units,
    People,
}

/// Names by identifier, in one statement.
pub(crate) async fn names(db: &Database, of: Named, ids: &[String]) -> Result<Names> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let table = match of {
        Named::Units => "units",
        Named::People => "people",
    };
    let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!("SELECT id, name FROM {table} WHERE id IN ({})", marks.join(", "));
    let found = db.all(&sql, ids.iter().map(|id| id.as_str().into()).collect()).await?;
    found.iter().map(|row| Ok((get(row, "id")?, get(row, "name")?))).collect()
}

/// Names of units and of people, in one statement.
pub(crate) async fn all_names(db: &Database, units: &[String], people: &[String]) -> Result<(Names, Names)> {
    let mut values: Vec<Value> = Vec::new();
    let mut part = |what: &str, ids: &[String]| {
        let marks: Vec<String> = ids
            .iter()
            .map(|id| {
                values.push(id.as_str().into());
                format!("${}", values.len())
            })
            .collect();
        let select = format!("SELECT '{what}' AS what, id, name FROM {what} WHERE id IN ({})", marks.join(", "));
        (!ids.is_empty()).then_some(select)
    };
    let parts: Vec<String> = [part("units", units), part("people", people)].into_iter().flatten().collect();
    let (mut of_units, mut of_people) = (HashMap::new(), HashMap::new());
    if parts.is_empty() {
        return Ok((of_units, of_people));
    }
    for row in &db.all(&parts.join(" UNION ALL "), values).await? {
        let names = if get::<String>(row, "what")? == "units" { &mut of_units } else { &mut of_people };
        names.insert(get(row, "id")?, get(row, "name")?);
    }
    Ok((of_units, of_people))
}
