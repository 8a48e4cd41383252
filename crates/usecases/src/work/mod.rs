//! What a person has to do: 我的事项 and 审核工作台.

mod mine;
mod port;
mod records;
mod reviews;

pub use mine::{Mine, MineRow, mine};
pub use port::WorkStore;
pub use records::{
    Charge, Decided, Desk, Duty, DutyRows, MineQuery, ReviewQuery, ReviewRows, ReviewStage, WorkMeasure, WorkRecord,
};
pub use reviews::{ReviewFilter, ReviewRow, Reviews, reviews};

use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::posts::Seat;
use crate::records::Names;
use crate::rules::Rules;
use crate::workflow::{Parts, offered_in, situation};
use domain::workflow::{Action, Offer, Step};
use domain::{Finding, PersonId, Role, Standing};
use jiff::civil::Date;

/// The bits of the seats that hold one of the roles.
fn seats_of(actor: &Actor, roles: &[Role]) -> i64 {
    let holds = |seat: &&Seat| seat.roles.iter().any(|role| roles.contains(role));
    actor.seats.iter().filter(holds).map(|seat| seat.bit).sum()
}

/// The person himself, and those who lend him one of the roles.
fn people_as(actor: &Actor, roles: &[Role]) -> Vec<PersonId> {
    let lends = |id: &PersonId| actor.seats.iter().any(|seat| is_lent(seat, id, roles));
    let lending = actor.principals.iter().map(|principal| &principal.id).filter(|id| lends(id));
    std::iter::once(&actor.person.id).chain(lending).cloned().collect()
}

fn is_lent(seat: &Seat, principal: &PersonId, roles: &[Role]) -> bool {
    seat.principal.as_ref() == Some(principal) && seat.roles.iter().any(|role| roles.contains(role))
}

/// What of these actions the person could do with the finding now, and why not the others.
fn offered(
    rules: &Rules,
    actor: &Actor,
    work: &WorkRecord,
    wanted: &[Action],
    today: Date,
) -> Result<Vec<Offer>, Error> {
    let finding = &work.record.finding;
    let actor = access::with_roles_for(actor, work.place, finding);
    let parts = Parts::counted(&work.record, &work.steps, work.work.clone());
    let now = situation(finding, parts, rules.named(&work.profile)?);
    Ok(offered_in(&actor, &now, today).into_iter().filter(|offer| wanted.contains(&offer.action)).collect())
}

/// The names of everybody that the rows mention.
async fn names_of<'a>(app: &App, actor: &Actor, rows: impl Iterator<Item = &'a WorkRecord>) -> Result<Names, Error> {
    let people = |finding: &Finding, steps: &[Step], standing: &[Standing]| -> Vec<String> {
        let held = finding.leaders().chain(finding.owners());
        let taking = steps.iter().flat_map(|step| std::iter::once(&step.actor).chain(&step.acting_for));
        let confirming = standing.iter().filter_map(|standing| standing.owner.as_ref());
        held.chain(taking).chain(confirming).map(|person: &PersonId| person.0.clone()).collect()
    };
    let mut ids: Vec<String> = rows.flat_map(|row| people(&row.record.finding, &row.steps, &row.standing)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut names = app.store.person_names(&ids).await?;
    names.extend(actor.principals.iter().map(|principal| (principal.id.0.clone(), principal.name.clone())));
    Ok(names)
}
