//! What a person has to do: 我的事项 and 审核工作台.

mod mine;
mod port;
mod records;
mod reviews;

pub use mine::{Mine, MineRow, mine};
pub use port::WorkStore;
pub use records::{
    Charge, Decided, Duty, DutyRows, MineQuery, ReviewQuery, ReviewRows, ReviewStage, WorkMeasure, WorkRecord,
};
pub use reviews::{ReviewFilter, ReviewRow, Reviews, reviews};

use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Names;
use crate::rules::Rules;
use crate::workflow::{Parts, situation};
use domain::workflow::{Action, Doer, Offer, Step, offers};
use domain::{Finding, PersonId};
use jiff::civil::Date;

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
    let parts = Parts::counted(&work.record, &work.steps);
    let now = situation(finding, parts, rules.named(&work.profile)?);
    let doer = Doer { person: &actor.person, acting_for: None };
    Ok(offers(&now, &doer, today).into_iter().filter(|offer| wanted.contains(&offer.action)).collect())
}

/// The names of everybody that the rows mention.
async fn names_of<'a>(app: &App, rows: impl Iterator<Item = &'a WorkRecord>) -> Result<Names, Error> {
    let people = |finding: &Finding, steps: &[Step]| -> Vec<String> {
        let held = finding.leader.iter().chain(&finding.owner);
        held.chain(steps.iter().map(|step| &step.actor)).map(|person: &PersonId| person.0.clone()).collect()
    };
    let mut ids: Vec<String> = rows.flat_map(|row| people(&row.record.finding, &row.steps)).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(app.store.person_names(&ids).await?)
}
