//! 长效职责: rules and duties that keep a finding solved, and their confirmations.

use crate::access::{self, reporting};
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use domain::workflow::Stage;
use domain::{
    Confirmation, EventKind, FieldChange, Finding, PersonId, Recurrence, Role, Standing, StandingId, StandingKind,
    standing_summary,
};
use jiff::civil::Date;

const NOTE_MAX: usize = 1000;

/// A rule or duty to be added.
#[derive(Debug, Clone)]
pub struct NewStanding {
    pub kind: StandingKind,
    pub name: String,
    pub number: Option<String>,
    pub issued: Option<Date>,
    pub recurrence: Recurrence,
    pub next: Date,
    pub owner: Option<PersonId>,
}

/// What changes of one; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct StandingChange {
    pub name: Option<String>,
    pub number: Option<Option<String>>,
    pub issued: Option<Option<Date>>,
    pub recurrence: Option<Recurrence>,
    pub next: Option<Date>,
    pub owner: Option<Option<PersonId>>,
    /// Why it counts no more.
    pub end: Option<String>,
}

/// That a duty was done, or a rule looked at.
#[derive(Debug, Clone)]
pub struct NewConfirmation {
    pub note: String,
    /// Key of evidence of the same finding.
    pub evidence: Option<String>,
}

/// One of a finding with its confirmations, newest first, and what the person may do about it.
pub struct StandingView {
    pub standing: Standing,
    pub confirmations: Vec<Confirmation>,
    pub may_change: bool,
    pub may_confirm: bool,
}

impl StandingView {
    /// Everybody that it mentions.
    pub(crate) fn people(&self) -> impl Iterator<Item = &PersonId> {
        let confirming = self.confirmations.iter().flat_map(|c| std::iter::once(&c.person).chain(&c.acting_for));
        self.standing.owner.iter().chain(confirming)
    }
}

/// Those of a finding, also those that ended.
pub(crate) async fn of_finding(app: &App, actor: &Actor, finding: &Finding) -> Result<Vec<StandingView>, Error> {
    let all = app.store.standing_of(&finding.id).await?;
    let confirmations = match all.is_empty() {
        true => Vec::new(),
        false => app.store.confirmations(&finding.id).await?,
    };
    let view = |standing: Standing| StandingView {
        may_change: standing.ended.is_none() && is_open(finding) && actor.holding(Role::Liaison).is_ok(),
        may_confirm: standing.ended.is_none() && confirming(actor, finding, &standing).is_ok(),
        confirmations: confirmations.iter().filter(|c| c.standing == standing.id).cloned().collect(),
        standing,
    };
    Ok(all.into_iter().map(view).collect())
}

/// What lies before a reviewer stays as it was submitted; lasting care goes on after closing.
fn is_open(finding: &Finding) -> bool {
    finding.stage.is_open_to_work() || finding.stage == Stage::Closed
}

fn open(finding: &Finding) -> Result<(), Error> {
    if is_open(finding) { Ok(()) } else { Err(Error::Submitted(finding.stage)) }
}

/// The person in the place from which he confirms: the one responsible, who answers for the finding, or the liaison.
fn confirming(actor: &Actor, finding: &Finding, standing: &Standing) -> Result<Actor, Error> {
    if standing.owner.as_ref() == Some(&actor.person.id) {
        return Ok(actor.clone());
    }
    let lent = actor.principals.iter().find(|principal| standing.owner.as_ref() == Some(&principal.id));
    let lends_owner = |principal: &PersonId| {
        let mut seats = actor.seats.iter().filter(|seat| seat.principal.as_ref() == Some(principal));
        seats.any(|seat| seat.roles.contains(&Role::Owner))
    };
    match lent.filter(|principal| lends_owner(&principal.id)) {
        Some(principal) => Ok(Actor { acting_for: Some(principal.clone()), ..actor.clone() }),
        None => reporting(actor, finding, None),
    }
}

/// The finding as its standing rules and duties leave it.
fn brought_up(finding: Finding, all: &[Standing]) -> Finding {
    let (standing_rule, standing_review) = standing_summary(all);
    Finding { standing_rule, standing_review, version: finding.version + 1, ..finding }
}

/// A closed finding that needs lasting care keeps something in force that says how it stays solved.
fn not_the_last(finding: &Finding, all: &[Standing], ending: &Standing) -> Result<(), Error> {
    let others = all.iter().any(|standing| standing.id != ending.id && standing.ended.is_none());
    if finding.stage != Stage::Closed || !finding.is_lasting() || others {
        return Ok(());
    }
    let why =
        "事项已按长期坚持销号，须至少有一项长效职责在执行。请先登记另一项，再终止本项；不再坚持的，请办理回头看重启";
    Err(Error::invalid("end", why))
}

async fn check(app: &App, actor: &Actor, standing: &Standing, before: Option<&Standing>) -> Result<(), Error> {
    if let Some((field, why)) = standing.offence(app.clock.today()) {
        return Err(Error::invalid(field, why));
    }
    if standing.next < app.clock.today() {
        return Err(Error::invalid("next", "下次日期不能早于今天"));
    }
    if let Some(latest) = standing.beyond(before, app.clock.today()) {
        let every = standing.recurrence.word();
        return Err(Error::invalid("next", format!("{every}一次的，下次日期不能晚于 {latest}")));
    }
    let near = app.store.people(&actor.reach, None).await?;
    if near.iter().any(|person| standing.owner.as_ref() == Some(&person.id)) {
        return Ok(());
    }
    Err(Error::invalid("owner_id", "责任人不存在或不在您的单位范围内，请重新选择"))
}

/// Adds a rule or duty to a finding.
pub async fn add_standing(app: &App, actor: &Actor, key: &str, new: NewStanding) -> Result<(), Error> {
    let (finding, actor) = access::finding(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    open(&finding)?;
    let is_rule = new.kind == StandingKind::Rule;
    let standing = Standing {
        id: StandingId(new_id()),
        finding: finding.id.clone(),
        kind: new.kind,
        name: new.name.trim().to_owned(),
        number: new.number.map(|n| n.trim().to_owned()).filter(|n| is_rule && !n.is_empty()),
        issued: new.issued.filter(|_| is_rule),
        recurrence: new.recurrence,
        first: new.next,
        next: new.next,
        owner: new.owner,
        ended: None,
        version: 1,
    };
    check(app, &actor, &standing, None).await?;
    let mut all = app.store.standing_of(&finding.id).await?;
    all.push(standing.clone());
    let summary = format!("登记{}：{}，下次 {}", standing.kind.word(), standing.title(), standing.next);
    let event = app.event(Some(&actor), key, EventKind::StandingAdded, summary);
    Ok(app.store.insert_standing(&standing, &brought_up(finding, &all), app.clock.now(), event).await?)
}

/// One with the finding that it belongs to.
async fn of_standing(app: &App, actor: &Actor, id: &str) -> Result<(Standing, Finding, Actor), Error> {
    let missing = || Error::NotFound("长效职责");
    let (standing, key) = app.store.standing(id).await?.ok_or_else(missing)?;
    let (finding, actor) = access::finding(app, actor, &key).await.map_err(|error| match error {
        Error::NotFound(_) => missing(),
        other => other,
    })?;
    if standing.ended.is_some() {
        return Err(Error::Done("该长效职责已终止。".to_owned()));
    }
    Ok((standing, finding, actor))
}

/// Changes or ends one; answers the key of its finding.
pub async fn change_standing(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    change: StandingChange,
) -> Result<String, Error> {
    let (before, finding, actor) = of_standing(app, actor, id).await?;
    let actor = actor.holding(Role::Liaison)?;
    open(&finding)?;
    if before.version != version {
        return Err(Error::Changed("该长效职责"));
    }
    let mut after = Standing { version: before.version + 1, ..before.clone() };
    let mut all = app.store.standing_of(&finding.id).await?;
    let summary = match &change.end {
        Some(reason) if reason.trim().is_empty() => return Err(Error::invalid("end", "请说明终止理由")),
        Some(reason) => {
            not_the_last(&finding, &all, &before)?;
            after.ended = Some(app.clock.today());
            format!("终止{}：{}（{}）", before.kind.word(), before.title(), reason.trim())
        }
        None => {
            apply(&mut after, change);
            check(app, &actor, &after, Some(&before)).await?;
            format!("修改{}：{}", after.kind.word(), after.title())
        }
    };
    all.iter_mut().filter(|s| s.id == after.id).for_each(|s| *s = after.clone());
    let changes = differences(app, &before, &after).await?;
    let event = domain::Event { changes, ..app.event(Some(&actor), &finding.key, EventKind::StandingChanged, summary) };
    let key = finding.key.clone();
    app.store.update_standing(&after, None, &brought_up(finding, &all), app.clock.now(), event).await?;
    Ok(key)
}

fn apply(standing: &mut Standing, change: StandingChange) {
    let is_rule = standing.kind == StandingKind::Rule;
    standing.name = change.name.map_or_else(|| standing.name.clone(), |name| name.trim().to_owned());
    standing.number = change.number.unwrap_or(standing.number.take()).filter(|_| is_rule);
    standing.issued = change.issued.unwrap_or(standing.issued).filter(|_| is_rule);
    standing.owner = change.owner.unwrap_or(standing.owner.take());
    let recurrence = change.recurrence.unwrap_or(standing.recurrence);
    let next = change.next.unwrap_or(standing.next);
    if next != standing.next || recurrence != standing.recurrence {
        // Another rhythm or date is a series of its own.
        standing.first = next;
    }
    (standing.recurrence, standing.next) = (recurrence, next);
}

async fn differences(app: &App, before: &Standing, after: &Standing) -> Result<Vec<FieldChange>, Error> {
    let ids: Vec<String> = [before, after].into_iter().flat_map(|s| &s.owner).map(|p| p.0.clone()).collect();
    let (_, people) = app.store.names(&[], &ids).await?;
    let owner = |s: &Standing| s.owner.as_ref().and_then(|p| people.get(p.as_str()).cloned());
    let field = |name, value: fn(&Standing) -> Option<String>| changed(name, value(before), value(after));
    Ok([
        field("name", |s| Some(s.name.clone())),
        field("document_number", |s| s.number.clone()),
        field("issued", |s| s.issued.map(|d| d.to_string())),
        field("recurrence", |s| Some(s.recurrence.word().to_owned())),
        field("next", |s| Some(s.next.to_string())),
        changed("owner", owner(before), owner(after)),
    ]
    .into_iter()
    .flatten()
    .collect())
}

/// Says that it was done or looked at; the next date follows from the rhythm. Answers the key of the finding.
pub async fn confirm_standing(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    new: NewConfirmation,
) -> Result<String, Error> {
    let (before, finding, actor) = of_standing(app, actor, id).await?;
    let actor = confirming(&actor, &finding, &before)?;
    if before.version != version {
        return Err(Error::Changed("该长效职责"));
    }
    let today = app.clock.today();
    if let Some(opens) = before.opens_after()
        && today <= opens
    {
        let why = format!("本期（{}）须在 {opens} 之后确认，上一期已确认。", before.next);
        return Err(Error::Done(why));
    }
    let note = new.note.trim();
    if note.is_empty() || note.chars().count() > NOTE_MAX {
        return Err(Error::invalid("note", format!("请填写落实情况，不超过 {NOTE_MAX} 字")));
    }
    let evidence = new.evidence.filter(|key| !key.trim().is_empty());
    if let Some(key) = &evidence {
        let found = app.store.evidence(key).await?.filter(|e| e.finding == finding.id && !e.withdrawn);
        found.ok_or_else(|| Error::invalid("evidence", "所选佐证不属于本事项或已撤回，请重新选择"))?;
    }
    let after = before.confirmed(today);
    let confirmation = Confirmation {
        standing: before.id.clone(),
        due: before.next,
        date: today,
        person: actor.person.id.clone(),
        acting_for: actor.acting_for.as_ref().map(|principal| principal.id.clone()),
        note: note.to_owned(),
        evidence,
    };
    let mut all = app.store.standing_of(&finding.id).await?;
    all.iter_mut().filter(|s| s.id == after.id).for_each(|s| *s = after.clone());
    let summary = format!("确认{}：{}（应于 {}）：{note}", before.kind.word(), before.title(), before.next);
    let mut event = app.event(Some(&actor), &finding.key, EventKind::StandingConfirmed, summary);
    event.changes = changed("next", Some(before.next.to_string()), Some(after.next.to_string())).into_iter().collect();
    let key = finding.key.clone();
    app.store.update_standing(&after, Some(&confirmation), &brought_up(finding, &all), app.clock.now(), event).await?;
    Ok(key)
}
