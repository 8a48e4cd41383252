//! Delegations 委托代办: given by the person himself or set by the administrator, ended by either side.

use crate::access::{Reach, directory_reach};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::positions::with_further;
use crate::records::Names;
use domain::{Delegation, DelegationId, EventKind, FieldChange, Person, PersonId, Role, delegation_offence};
use jiff::civil::Date;

/// Delegations of one list.
const LIST_MAX: u64 = 500;

/// A delegation to be given.
#[derive(Debug, Clone)]
pub struct NewDelegation {
    /// Himself when absent.
    pub principal: Option<PersonId>,
    pub delegate: PersonId,
    pub roles: Vec<Role>,
    pub from: Date,
    pub until: Date,
    pub reason: String,
}

/// Delegations with the names of those they are about.
pub struct DelegationView {
    pub delegations: Vec<Delegation>,
    pub people: Names,
    pub today: Date,
}

/// Those that the person gave or was given; all for who keeps the accounts. Newest first.
pub async fn delegations(app: &App, actor: &Actor) -> Result<DelegationView, Error> {
    let of = (!actor.person.is(Role::Administrator)).then_some(&actor.person.id);
    view(app, app.store.delegations(of, LIST_MAX).await?).await
}

async fn view(app: &App, delegations: Vec<Delegation>) -> Result<DelegationView, Error> {
    let mut ids: Vec<String> = delegations.iter().flat_map(|d| [d.principal.0.clone(), d.delegate.0.clone()]).collect();
    ids.sort_unstable();
    ids.dedup();
    let (_, people) = app.store.names(&[], &ids).await?;
    Ok(DelegationView { delegations, people, today: app.clock.today() })
}

/// Lets somebody act in the place of the person, or of somebody whose account the administrator keeps.
pub async fn add_delegation(app: &App, actor: &Actor, new: NewDelegation) -> Result<DelegationView, Error> {
    let principal = principal(app, actor, new.principal).await?;
    let today = app.clock.today();
    let near = app.store.people(&directory_reach(actor), None).await?;
    let delegate = near.into_iter().find(|p| p.id == new.delegate);
    let delegate = delegate.ok_or_else(|| Error::invalid("delegate_id", "请选择代办人"))?;
    let delegation = Delegation {
        id: DelegationId(new_id()),
        principal: principal.id.clone(),
        delegate: new.delegate,
        roles: new.roles,
        from: new.from,
        until: new.until,
        reason: new.reason.trim().to_owned(),
        ended: None,
        version: 1,
    };
    if principal.id != actor.person.id && delegation.delegate == actor.person.id {
        return Err(Error::invalid("delegate_id", "不能替他人委托自己代办，请由委托人本人办理"));
    }
    let further = app.store.positions(&principal.id).await?;
    let held = with_further(&principal.roles, &further, today);
    if let Some((field, why)) = delegation_offence(&delegation, &held, &delegate, today) {
        return Err(Error::invalid(field, why));
    }
    let words: Vec<&str> = delegation.roles.iter().map(|role| role.word()).collect();
    let summary = format!(
        "{}委托{}代办（{}，{} 至 {}）：{}",
        principal.name,
        delegate.name,
        words.join("、"),
        delegation.from,
        delegation.until,
        delegation.reason
    );
    let event = app.event(Some(actor), principal.id.as_str(), EventKind::Delegated, summary);
    app.store.insert_delegation(&delegation, event).await?;
    view(app, vec![delegation]).await
}

/// Whose place is lent: one's own, or that of somebody whose account the administrator keeps.
async fn principal(app: &App, actor: &Actor, named: Option<PersonId>) -> Result<Person, Error> {
    let id = named.unwrap_or_else(|| actor.person.id.clone());
    if id != actor.person.id {
        actor.require(Role::Administrator)?;
    }
    let people = app.store.people(&Reach::Everything, None).await?;
    people.into_iter().find(|p| p.id == id && p.active).ok_or(Error::NotFound("人员"))
}

/// Ends a delegation before its time.
pub async fn end_delegation(app: &App, actor: &Actor, id: &str, version: i64) -> Result<DelegationView, Error> {
    let missing = || Error::NotFound("委托");
    let before = app.store.delegation(id).await?.ok_or_else(missing)?;
    let concerns = [&before.principal, &before.delegate].contains(&&actor.person.id);
    if !concerns && !actor.person.is(Role::Administrator) {
        return Err(missing());
    }
    if before.ended.is_some() || before.until < app.clock.today() {
        return Err(Error::Done("该委托已终止或已到期。".to_owned()));
    }
    if before.version != version {
        return Err(Error::Changed("该委托"));
    }
    let after = Delegation { ended: Some(app.clock.today()), version: before.version + 1, ..before };
    let ended = view(app, vec![after.clone()]).await?;
    let name = |id: &PersonId| ended.people.get(id.as_str()).cloned().unwrap_or_default();
    let summary = format!("终止{}委托{}代办", name(&after.principal), name(&after.delegate));
    let mut event = app.event(Some(actor), after.principal.as_str(), EventKind::DelegationEnded, summary);
    event.changes = vec![FieldChange {
        field: "until".to_owned(),
        before: Some(after.until.to_string()),
        after: after.ended.map(|day| day.to_string()),
    }];
    app.store.update_delegation(&after, event).await?;
    Ok(ended)
}
