//! Units and people.

use crate::access::{Reach, directory_reach};
use crate::account::hash_password;
use crate::context::{Actor, App, new_id};
use crate::directory_changes::{self, Password};
use crate::error::Error;
use crate::positions::{past_position, with_further};
use domain::{EventKind, Person, PersonId, Role, Unit, UnitId, UnitKind, password_offence, roles_offence};

/// A unit to be added.
#[derive(Debug, Clone)]
pub struct NewUnit {
    pub parent: Option<UnitId>,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: UnitKind,
}

/// What changes of a unit; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct UnitChange {
    pub parent: Option<Option<UnitId>>,
    pub name: Option<String>,
    pub short_name: Option<Option<String>>,
    pub kind: Option<UnitKind>,
    pub position: Option<i64>,
}

/// A person to be added; an account only with user name and password.
#[derive(Debug, Clone)]
pub struct NewPerson {
    pub name: String,
    pub unit: Option<UnitId>,
    pub duty: Option<String>,
    pub username: Option<String>,
    pub password: Option<String>,
    pub roles: Vec<Role>,
}

/// What changes of a person; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    pub name: Option<String>,
    pub unit: Option<Option<UnitId>>,
    pub duty: Option<Option<String>>,
    pub username: Option<Option<String>>,
    pub password: Option<String>,
    pub roles: Option<Vec<Role>>,
    pub active: Option<bool>,
}

/// Units within reach.
pub async fn units(app: &App, actor: &Actor) -> Result<Vec<Unit>, Error> {
    Ok(app.store.units(&directory_reach(actor)).await?)
}

/// Name of the unit a person belongs to; empty without one.
pub async fn own_unit_name(app: &App, person: &Person) -> Result<String, Error> {
    let id: Vec<String> = person.unit.iter().map(|unit| unit.0.clone()).collect();
    Ok(app.store.unit_names(&id).await?.into_values().next().unwrap_or_default())
}

pub async fn add_unit(app: &App, actor: &Actor, new: NewUnit) -> Result<Unit, Error> {
    actor.require(Role::Administrator)?;
    let units = app.store.units(&Reach::Everything).await?;
    check_unit_name(&units, &new.name, new.parent.as_ref(), None)?;
    // Behind the last one: a deleted unit leaves a gap, and two units in one place could not change places.
    let last = units.iter().filter(|u| u.parent == new.parent).map(|u| u.position).max();
    let unit = Unit {
        id: UnitId(new_id()),
        parent: new.parent,
        name: new.name.trim().to_owned(),
        short_name: new.short_name.filter(|s| !s.trim().is_empty()),
        kind: new.kind,
        position: last.unwrap_or(-1) + 1,
        version: 1,
    };
    let created = app.event(Some(actor), unit.id.as_str(), EventKind::Created, format!("新增单位 {}", unit.name));
    app.store.insert_unit(&unit, created).await?;
    Ok(unit)
}

fn check_unit_name(units: &[Unit], name: &str, parent: Option<&UnitId>, own: Option<&UnitId>) -> Result<(), Error> {
    if name.trim().is_empty() {
        return Err(Error::invalid("name", "请填写单位名称"));
    }
    if parent.is_some_and(|p| !units.iter().any(|u| u.id == *p)) {
        return Err(Error::invalid("parent_id", "上级单位不存在"));
    }
    let twin = units.iter().any(|u| u.parent.as_ref() == parent && u.name == name.trim() && Some(&u.id) != own);
    if twin { Err(Error::invalid("name", format!("同一上级下已有“{}”", name.trim()))) } else { Ok(()) }
}

pub async fn change_unit(app: &App, actor: &Actor, id: &str, version: i64, change: UnitChange) -> Result<Unit, Error> {
    actor.require(Role::Administrator)?;
    let units = app.store.units(&Reach::Everything).await?;
    let mut unit = units.iter().find(|u| u.id.as_str() == id).cloned().ok_or(Error::NotFound("单位"))?;
    if unit.version != version {
        return Err(Error::Changed("该单位"));
    }
    let before = unit.clone();
    if let Some(parent) = change.parent {
        if parent.as_ref().is_some_and(|p| is_below(&units, p, &unit.id)) {
            return Err(Error::invalid("parent_id", "不能把单位移到它自己的下级"));
        }
        unit.parent = parent;
    }
    unit.name = change.name.map_or(unit.name, |name| name.trim().to_owned());
    unit.short_name = change.short_name.unwrap_or(unit.short_name);
    unit.kind = change.kind.unwrap_or(unit.kind);
    unit.position = change.position.unwrap_or(unit.position);
    check_unit_name(&units, &unit.name, unit.parent.as_ref(), Some(&unit.id))?;
    unit.version += 1;
    let mut changed = app.event(Some(actor), unit.id.as_str(), EventKind::Changed, format!("修改单位 {}", unit.name));
    let names = units.iter().map(|u| (u.id.0.clone(), u.name.clone())).collect();
    changed.changes = directory_changes::of_unit(&before, &unit, &names);
    app.store.update_unit(&unit, changed).await?;
    Ok(unit)
}

/// True when `unit` is `root` or below it.
fn is_below(units: &[Unit], unit: &UnitId, root: &UnitId) -> bool {
    let mut next = Some(unit.clone());
    for _ in 0..=units.len() {
        match next {
            Some(current) if current == *root => return true,
            Some(current) => next = units.iter().find(|u| u.id == current).and_then(|u| u.parent.clone()),
            None => return false,
        }
    }
    true
}

/// Deletes a unit that nothing uses.
pub async fn delete_unit(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.require(Role::Administrator)?;
    let id = UnitId(id.to_owned());
    let unit =
        app.store.units(&Reach::Everything).await?.into_iter().find(|u| u.id == id).ok_or(Error::NotFound("单位"))?;
    let uses: Vec<String> = app
        .store
        .unit_uses(&id)
        .await?
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(what, n)| format!("{what} {n}"))
        .collect();
    if !uses.is_empty() {
        return Err(Error::Done(format!("单位“{}”仍在使用（{}），请先调整后再删除。", unit.name, uses.join("、"))));
    }
    let removed = app.event(Some(actor), id.as_str(), EventKind::Changed, format!("删除单位 {}", unit.name));
    Ok(app.store.delete_unit(&id, removed).await?)
}

/// People within reach whose name, user name or duty holds the text.
pub async fn people(app: &App, actor: &Actor, text: Option<&str>) -> Result<Vec<Person>, Error> {
    Ok(app.store.people(&directory_reach(actor), text.filter(|t| !t.trim().is_empty())).await?)
}

pub async fn add_person(app: &App, actor: &Actor, new: NewPerson) -> Result<Person, Error> {
    actor.require(Role::Administrator)?;
    let username = new.username.map(|u| u.trim().to_owned()).filter(|u| !u.is_empty());
    let person = Person {
        id: PersonId(new_id()),
        name: new.name.trim().to_owned(),
        username,
        // Without a unit a person reaches nothing but his own work.
        unit: new.unit.or_else(|| actor.person.unit.clone()),
        duty: new.duty.filter(|d| !d.trim().is_empty()),
        roles: new.roles,
        active: true,
        version: 1,
    };
    let hash = check_person(app, &person, new.password, None).await?;
    if person.username.is_some() && hash.is_none() {
        return Err(Error::invalid("password", "有用户名时须设置初始口令"));
    }
    let mut created =
        app.event(Some(actor), person.id.as_str(), EventKind::Created, format!("新增人员 {}", person.name));
    let units = app.store.unit_names(&unit_ids(&[&person])).await?;
    created.changes = directory_changes::of_person(None, &person, Password::Kept, &units);
    app.store.insert_person(&person, hash.as_deref(), created).await?;
    Ok(person)
}

fn unit_ids(people: &[&Person]) -> Vec<String> {
    people.iter().filter_map(|p| p.unit.as_ref()).map(|unit| unit.0.clone()).collect()
}

/// Checks names and password; the hash of a given password.
pub(crate) async fn check_person(
    app: &App,
    person: &Person,
    password: Option<String>,
    own: Option<&PersonId>,
) -> Result<Option<String>, Error> {
    if person.name.is_empty() {
        return Err(Error::invalid("name", "请填写姓名"));
    }
    if let Some(why) = roles_offence(&person.roles) {
        return Err(Error::invalid("roles", why));
    }
    if let Some(username) = &person.username
        && app.store.account(username).await?.is_some_and(|a| Some(&a.person.id) != own)
    {
        return Err(Error::invalid("username", format!("用户名“{username}”已被使用")));
    }
    let Some(password) = password.filter(|p| !p.is_empty()) else { return Ok(None) };
    if let Some(why) = password_offence(&password, person.username.as_deref().unwrap_or_default()) {
        return Err(Error::invalid("password", why));
    }
    Ok(Some(hash_password(password).await?.0))
}

pub async fn change_person(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    change: PersonChange,
) -> Result<Person, Error> {
    actor.require(Role::Administrator)?;
    let people = app.store.people(&Reach::Everything, None).await?;
    let mut person = people.into_iter().find(|p| p.id.as_str() == id).ok_or(Error::NotFound("人员"))?;
    if person.version != version {
        return Err(Error::Changed("该人员"));
    }
    if person.id == actor.person.id
        && (change.active == Some(false) || change.roles.as_ref().is_some_and(|r| !r.contains(&Role::Administrator)))
    {
        return Err(Error::invalid("roles", "不能停用自己或取消自己的系统管理员角色"));
    }
    let before = person.clone();
    let positions = app.store.positions(&person.id).await?;
    person.name = change.name.map_or(person.name, |name| name.trim().to_owned());
    person.unit = change.unit.unwrap_or(person.unit);
    person.duty = change.duty.unwrap_or(person.duty);
    person.username = change.username.unwrap_or(person.username).filter(|u| !u.trim().is_empty());
    person.roles = change.roles.unwrap_or(person.roles);
    person.active = change.active.unwrap_or(person.active);
    let own = person.id.clone();
    let hash = check_person(app, &person, change.password, Some(&own)).await?;
    if let Some(why) = roles_offence(&with_further(&person.roles, &positions, app.clock.today())) {
        return Err(Error::invalid("roles", why));
    }
    let past = past_position(app, &before, &person, &positions);
    person.version += 1;
    let mut changed =
        app.event(Some(actor), person.id.as_str(), EventKind::Changed, format!("修改人员 {}", person.name));
    let units = app.store.unit_names(&unit_ids(&[&before, &person])).await?;
    let password = if hash.is_some() { Password::Set } else { Password::Kept };
    changed.changes = directory_changes::of_person(Some(&before), &person, password, &units);
    app.store.update_person(&person, hash.as_deref(), past.as_ref(), changed).await?;
    Ok(person)
}
