//! Positions 任职 of a person beside the main one, and the main ones that are over.

use crate::access::{Reach, directory_reach};
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use domain::{
    EventKind, FieldChange, Person, PersonId, Position, PositionId, PositionKind, Role, UnitId, position_offence,
};
use jiff::civil::Date;

/// A further position to be added.
#[derive(Debug, Clone)]
pub struct NewPosition {
    pub unit: UnitId,
    pub duty: Option<String>,
    pub roles: Vec<Role>,
    /// Today when absent.
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// What changes of a position; `None` stays as it is. The unit does not: that is another position.
#[derive(Debug, Clone, Default)]
pub struct PositionChange {
    pub duty: Option<Option<String>>,
    pub roles: Option<Vec<Role>>,
    pub from: Option<Date>,
    pub until: Option<Option<Date>>,
}

/// All positions of a person within reach, newest first; the main one that holds now stands with the person.
pub async fn positions(app: &App, actor: &Actor, person: &str) -> Result<Vec<Position>, Error> {
    let people = app.store.people(&directory_reach(actor), None).await?;
    let person = people.into_iter().find(|p| p.id.as_str() == person).ok_or(Error::NotFound("人员"))?;
    Ok(app.store.positions(&person.id).await?)
}

async fn by_id(app: &App, id: &PersonId) -> Result<Person, Error> {
    let people = app.store.people(&Reach::Everything, None).await?;
    people.into_iter().find(|p| p.id == *id).ok_or(Error::NotFound("人员"))
}

pub async fn add_position(app: &App, actor: &Actor, person: &str, new: NewPosition) -> Result<Position, Error> {
    actor.require(Role::Administrator)?;
    let person = by_id(app, &PersonId(person.to_owned())).await?;
    let position = Position {
        id: PositionId(new_id()),
        person: person.id.clone(),
        kind: PositionKind::Further,
        unit: new.unit,
        duty: new.duty.filter(|duty| !duty.trim().is_empty()),
        roles: new.roles,
        from: Some(new.from.unwrap_or_else(|| app.clock.today())),
        until: new.until,
        version: 1,
    };
    let unit = check(app, &person, &position).await?;
    let mut event =
        app.event(Some(actor), person.id.as_str(), EventKind::Positioned, format!("新增任职：{}，{unit}", person.name));
    event.changes = differences(None, &position);
    app.store.insert_position(&position, event).await?;
    Ok(position)
}

/// Changes a further position; what is over stays as it was.
pub async fn change_position(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    change: PositionChange,
) -> Result<Position, Error> {
    actor.require(Role::Administrator)?;
    let before = app.store.position(id).await?.ok_or(Error::NotFound("任职"))?;
    if before.version != version {
        return Err(Error::Changed("该任职"));
    }
    let is_over = before.until.is_some_and(|until| until < app.clock.today());
    if before.kind == PositionKind::Main || is_over {
        return Err(Error::Done("已结束的任职作为历史保留，不能修改。需要恢复的，请新增一条任职。".to_owned()));
    }
    let mut after = before.clone();
    after.duty = change.duty.unwrap_or(after.duty).filter(|duty| !duty.trim().is_empty());
    after.roles = change.roles.unwrap_or(after.roles);
    after.from = change.from.or(after.from);
    after.until = change.until.unwrap_or(after.until);
    after.version += 1;
    let person = by_id(app, &after.person).await?;
    let unit = check(app, &person, &after).await?;
    let summary = format!("修改任职：{}，{unit}", person.name);
    let mut event = app.event(Some(actor), person.id.as_str(), EventKind::Positioned, summary);
    event.changes = differences(Some(&before), &after);
    app.store.update_position(&after, event).await?;
    Ok(after)
}

/// Refuses what does not go together; the name of the unit.
async fn check(app: &App, person: &Person, position: &Position) -> Result<String, Error> {
    let units = app.store.units(&Reach::Everything).await?;
    let unit = units.into_iter().find(|unit| unit.id == position.unit);
    let unit = unit.ok_or_else(|| Error::invalid("unit_id", "请选择任职单位"))?;
    let mut others = app.store.positions(&person.id).await?;
    others.retain(|other| other.id != position.id);
    let twin = |other: &Position| {
        let apart = |a: Option<Date>, b: Option<Date>| a.is_some_and(|a| b.is_some_and(|b| a < b));
        let meets = !apart(other.until, position.from) && !apart(position.until, other.from);
        other.kind == PositionKind::Further && other.unit == position.unit && other.duty == position.duty && meets
    };
    if others.iter().any(twin) {
        return Err(Error::invalid("unit_id", format!("{}在“{}”已有同一时段的同一任职", person.name, unit.name)));
    }
    let held = with_further(&person.roles, &others, app.clock.today());
    match position_offence(position, &held) {
        Some((field, why)) => Err(Error::invalid(field, why)),
        None => Ok(unit.name),
    }
}

/// The roles of the main position with those of further ones that hold or will hold.
pub(crate) fn with_further(roles: &[Role], positions: &[Position], today: Date) -> Vec<Role> {
    let counts = |p: &&Position| p.kind == PositionKind::Further && p.until.is_none_or(|until| until >= today);
    let further = positions.iter().filter(counts).flat_map(|p| &p.roles);
    roles.iter().chain(further).copied().collect()
}

/// The main position that is over when unit, duty or roles change: who held it when stays known.
pub(crate) fn past_position(app: &App, before: &Person, after: &Person, known: &[Position]) -> Option<Position> {
    let same = before.unit == after.unit && before.duty == after.duty && before.roles == after.roles;
    let unit = before.unit.clone().filter(|_| !same)?;
    let last = known.iter().filter(|p| p.kind == PositionKind::Main).filter_map(|p| p.until).max();
    Some(Position {
        id: PositionId(new_id()),
        person: before.id.clone(),
        kind: PositionKind::Main,
        unit,
        duty: before.duty.clone(),
        roles: before.roles.clone(),
        from: last,
        until: Some(app.clock.today()),
        version: 1,
    })
}

fn differences(before: Option<&Position>, after: &Position) -> Vec<FieldChange> {
    let field = |name, value: fn(&Position) -> Option<String>| changed(name, before.and_then(value), value(after));
    let roles = |p: &Position| {
        let words: Vec<&str> = p.roles.iter().map(|role| role.word()).collect();
        (!words.is_empty()).then(|| words.join("、"))
    };
    [
        field("duty", |p| p.duty.clone()),
        changed("roles", before.and_then(roles), roles(after)),
        field("from", |p| p.from.map(|day| day.to_string())),
        field("until", |p| p.until.map(|day| day.to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
