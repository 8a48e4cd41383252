//! Positions, delegations, and what follows from both for the person who asks.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date, person, roles};
use crate::sealed::Sealed;
use domain::{Delegation, DelegationId, Event, Person, PersonId, Position, PositionId, PositionKind, Role, UnitId};
use jiff::civil::Date;
use sea_orm::{QueryResult, Value};
use usecases::{Grant, Post, Posts, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Columns about a person `p` that tell what to look for: the top of the only tree, the version of the rules, and
/// whether he has positions or delegations at all.
pub(crate) const BESIDE: &str = "(SELECT MIN(id) FROM units WHERE parent_id IS NULL HAVING COUNT(*) = 1) AS root, (SELECT COALESCE(MAX(version), 0) FROM rule_versions) AS rules, CAST(CASE WHEN EXISTS (SELECT 1 FROM positions WHERE person_id = p.id AND kind = 'further') OR EXISTS (SELECT 1 FROM delegations WHERE delegate_id = p.id AND ended IS NULL) THEN 1 ELSE 0 END AS BIGINT) AS beside";

/// All of it in one statement: $1 is the person, $2 today.
const POSTS: &str = "WITH RECURSIVE live(principal_id, delegate_id, roles) AS (SELECT d.principal_id, d.delegate_id, d.roles FROM delegations d JOIN people ON people.id = d.principal_id AND people.active = 1 WHERE d.ended IS NULL AND d.begins <= $2 AND d.ends >= $2), ties(id) AS (SELECT principal_id FROM live WHERE delegate_id = $1 UNION SELECT live.principal_id FROM live JOIN ties ON live.delegate_id = ties.id) SELECT 'post' AS what, person_id, unit_id, roles, '' AS lent, '' AS name FROM positions WHERE kind = 'further' AND (begins IS NULL OR begins <= $2) AND (ends IS NULL OR ends >= $2) AND (person_id = $1 OR person_id IN (SELECT principal_id FROM live WHERE delegate_id = $1)) UNION ALL SELECT 'grant', people.id, people.unit_id, people.roles, live.roles, people.name FROM live JOIN people ON people.id = live.principal_id WHERE live.delegate_id = $1 UNION ALL SELECT 'tie', id, NULL, '', '', '' FROM ties ORDER BY 1, 2, 3, 4";

/// The places of a person whose row was read with [`BESIDE`].
pub(crate) async fn of(db: &Database, row: &QueryResult, who: &Person, today: Date) -> Result<Posts> {
    let root = get::<Option<String>>(row, "root")?.map(UnitId);
    let mut posts = Posts { root, ..Posts::default() };
    if get::<i64>(row, "beside")? == 0 {
        return Ok(posts);
    }
    for row in &db.all(POSTS, vec![who.id.as_str().into(), today.to_string().into()]).await? {
        let id = PersonId(get(row, "person_id")?);
        let unit = get::<Option<String>>(row, "unit_id")?.map(UnitId);
        match (get::<String>(row, "what")?.as_str(), unit) {
            ("post", Some(unit)) => posts.posts.push(Post { person: id, unit, roles: roles(row, "roles")? }),
            ("grant", unit) => {
                let person = Person {
                    id,
                    name: get(row, "name")?,
                    username: None,
                    unit,
                    duty: None,
                    roles: roles(row, "roles")?,
                    active: true,
                    version: 0,
                };
                grant(&mut posts, person, roles(row, "lent")?);
            }
            _ => posts.ties.push(id),
        }
    }
    // Somebody at the end of a ring of delegations is not bound to himself.
    posts.ties.retain(|id| *id != who.id);
    Ok(posts)
}

/// Two delegations of one person are one, with the duties of both.
fn grant(posts: &mut Posts, person: Person, lent: Vec<Role>) {
    match posts.grants.iter_mut().find(|known| known.person.id == person.id) {
        Some(known) => known.roles.extend(lent),
        None => posts.grants.push(Grant { person, roles: lent }),
    }
}

fn names(roles: &[Role]) -> Value {
    roles.iter().map(|role| role.name()).collect::<Vec<_>>().join(",").into()
}

fn position(row: &QueryResult) -> Result<Position> {
    Ok(Position {
        id: PositionId(get(row, "id")?),
        person: PersonId(get(row, "person_id")?),
        kind: named(row, "kind", PositionKind::from_name)?,
        unit: UnitId(get(row, "unit_id")?),
        duty: get(row, "duty")?,
        roles: roles(row, "roles")?,
        from: optional_date(row, "begins")?,
        until: optional_date(row, "ends")?,
        version: get(row, "version")?,
    })
}

pub(crate) async fn positions(db: &Database, who: &PersonId) -> Result<Vec<Position>> {
    let sql = "SELECT * FROM positions WHERE person_id = $1 ORDER BY COALESCE(ends, '9999-12-31') DESC, id DESC";
    db.all(sql, vec![who.as_str().into()]).await?.iter().map(position).collect()
}

pub(crate) async fn position_by_id(db: &Database, id: &str) -> Result<Option<Position>> {
    db.one("SELECT * FROM positions WHERE id = $1", vec![id.into()]).await?.as_ref().map(position).transpose()
}

fn position_values(p: &Position) -> Vec<Value> {
    vec![
        p.id.as_str().into(),
        p.person.as_str().into(),
        p.kind.name().into(),
        p.unit.as_str().into(),
        p.duty.clone().into(),
        names(&p.roles),
        p.from.map(|d| d.to_string()).into(),
        p.until.map(|d| d.to_string()).into(),
        p.version.into(),
    ]
}

pub(crate) fn insert_position(p: &Position) -> Write {
    let sql = "INSERT INTO positions (id, person_id, kind, unit_id, duty, roles, begins, ends, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    Write::new(sql, position_values(p)).on(Sealed::Positions, p.id.as_str())
}

pub(crate) async fn add_position(db: &Database, p: &Position, event: Event) -> Result<()> {
    db.write(vec![insert_position(p), Write::event(event)]).await
}

pub(crate) async fn update_position(db: &Database, p: &Position, event: Event) -> Result<()> {
    let sql = "UPDATE positions SET person_id = $2, kind = $3, unit_id = $4, duty = $5, roles = $6, begins = $7, ends = $8, version = $9 WHERE id = $1 AND version = $9 - 1";
    let change = Write::guarded(sql, position_values(p)).on(Sealed::Positions, p.id.as_str());
    db.write(vec![change, Write::event(event)]).await
}

fn date(row: &QueryResult, column: &str) -> Result<Date> {
    optional_date(row, column)?.ok_or_else(|| StoreError::Corrupt(column.to_owned()))
}

fn delegation(row: &QueryResult) -> Result<Delegation> {
    Ok(Delegation {
        id: DelegationId(get(row, "id")?),
        principal: PersonId(get(row, "principal_id")?),
        delegate: PersonId(get(row, "delegate_id")?),
        roles: roles(row, "roles")?,
        from: date(row, "begins")?,
        until: date(row, "ends")?,
        reason: get(row, "reason")?,
        ended: optional_date(row, "ended")?,
        version: get(row, "version")?,
    })
}

pub(crate) async fn delegations(db: &Database, of: Option<&PersonId>, limit: u64) -> Result<Vec<Delegation>> {
    let (condition, values) = match of {
        Some(who) => ("WHERE principal_id = $1 OR delegate_id = $1", vec![who.as_str().into()]),
        None => ("", vec![]),
    };
    let sql = format!("SELECT * FROM delegations {condition} ORDER BY id DESC LIMIT {limit}");
    db.all(&sql, values).await?.iter().map(delegation).collect()
}

pub(crate) async fn delegation_by_id(db: &Database, id: &str) -> Result<Option<Delegation>> {
    db.one("SELECT * FROM delegations WHERE id = $1", vec![id.into()]).await?.as_ref().map(delegation).transpose()
}

fn delegation_values(d: &Delegation) -> Vec<Value> {
    vec![
        d.id.as_str().into(),
        d.principal.as_str().into(),
        d.delegate.as_str().into(),
        names(&d.roles),
        d.from.to_string().into(),
        d.until.to_string().into(),
        d.reason.clone().into(),
        d.ended.map(|day| day.to_string()).into(),
        d.version.into(),
    ]
}

pub(crate) async fn add_delegation(db: &Database, d: &Delegation, event: Event) -> Result<()> {
    let sql = "INSERT INTO delegations (id, principal_id, delegate_id, roles, begins, ends, reason, ended, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let write = Write::new(sql, delegation_values(d)).on(Sealed::Delegations, d.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn update_delegation(db: &Database, d: &Delegation, event: Event) -> Result<()> {
    let sql = "UPDATE delegations SET principal_id = $2, delegate_id = $3, roles = $4, begins = $5, ends = $6, reason = $7, ended = $8, version = $9 WHERE id = $1 AND version = $9 - 1";
    let change = Write::guarded(sql, delegation_values(d)).on(Sealed::Delegations, d.id.as_str());
    db.write(vec![change, Write::event(event)]).await
}

/// Leaders of the inspected unit and below, main or further, who have no item of the inspection.
pub(crate) async fn leaders_without_items(
    db: &Database,
    unit: &UnitId,
    inspection: &str,
    today: Date,
) -> Result<Vec<Person>> {
    let is_leader = "(',' || roles || ',' LIKE '%,leader,%' OR ',' || roles || ',' LIKE '%,secretary,%')";
    let sql = format!(
        "WITH RECURSIVE below(id) AS (SELECT id FROM units WHERE id = $1 UNION SELECT units.id FROM units JOIN below ON units.parent_id = below.id), own(id) AS (SELECT id FROM findings WHERE inspection_id = $2), busy(id) AS (SELECT leader_id FROM findings WHERE inspection_id = $2 UNION SELECT owner_id FROM findings WHERE inspection_id = $2 UNION SELECT person_id FROM finding_people WHERE finding_id IN (SELECT id FROM own) UNION SELECT leader_id FROM measures WHERE finding_id IN (SELECT id FROM own) UNION SELECT owner_id FROM measures WHERE finding_id IN (SELECT id FROM own) UNION SELECT person_id FROM measure_people WHERE finding_id IN (SELECT id FROM own)) SELECT * FROM people WHERE active = 1 AND ((unit_id IN (SELECT id FROM below) AND {is_leader}) OR id IN (SELECT person_id FROM positions WHERE kind = 'further' AND unit_id IN (SELECT id FROM below) AND (begins IS NULL OR begins <= $3) AND (ends IS NULL OR ends >= $3) AND {is_leader})) AND id NOT IN (SELECT id FROM busy WHERE id IS NOT NULL) ORDER BY name, id"
    );
    let values = vec![unit.as_str().into(), inspection.into(), today.to_string().into()];
    db.all(&sql, values).await?.iter().map(person).collect()
}
