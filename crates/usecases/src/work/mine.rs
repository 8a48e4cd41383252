//! 我的事项: what the person has to do, by kind of duty.

use super::records::{Charge, Duty, DutyRows, MineQuery, ReviewQuery, WorkMeasure, WorkRecord};
use super::reviews::leading;
use super::{names_of, offered, people_as, reviews, seats_of};
use crate::access;
use crate::context::{Actor, App, Principal};
use crate::error::Error;
use crate::records::Names;
use crate::rules::Rules;
use domain::workflow::{Action, Offer, Step, last_return};
use domain::{LampRule, PersonId, Role, UnitId};
use jiff::civil::Date;

/// A finding that the person has to do something about.
pub struct MineRow {
    pub work: WorkRecord,
    /// Why it came back, and from whom.
    pub returned: Option<Step>,
    /// The step that is due now, where the record tells whether it is possible.
    pub offers: Vec<Offer>,
    pub rule: LampRule,
    /// Whose work it is, where it is not the person's own.
    pub acting_for: Option<Principal>,
}

/// The page.
pub struct Mine {
    pub duties: Vec<(Duty, i64, Vec<MineRow>)>,
    pub measures: Vec<(WorkMeasure, LampRule, Option<Principal>)>,
    pub measures_total: i64,
    /// What waits on the desk of the reviewer; absent for who never reviews.
    pub reviews: Option<i64>,
    pub people: Names,
    pub today: Date,
}

fn query(actor: &Actor, limit: u64, today: Date) -> MineQuery {
    let heads = actor.seats.iter().filter(|seat| seat.roles.contains(&Role::Head));
    let charge = Charge {
        seats: seats_of(actor, &[Role::Liaison]),
        departments: heads.filter_map(|seat| seat.unit.clone()).collect(),
    };
    let deciding = seats_of(actor, &[Role::Leader, Role::Secretary]);
    let duties = Duty::ALL.into_iter().filter(|duty| match duty {
        Duty::Plan => charge.seats != 0,
        Duty::Extension => deciding != 0,
        Duty::Returned | Duty::Answer | Duty::Submit | Duty::Standing => true,
    });
    MineQuery {
        reach: actor.reach.clone(),
        owners: people_as(actor, &[Role::Owner]),
        deciding,
        leaders: leading(actor),
        charge: charge.clone(),
        duties: duties.collect(),
        standing_until: LampRule::PRACTICE.yellow_until(today),
        limit,
    }
}

/// What the signed-in person has to do; `limit` rows of each duty.
pub async fn mine(app: &App, actor: &Actor, limit: u64) -> Result<Mine, Error> {
    let today = app.clock.today();
    let rules = app.rules(actor).await?;
    let query = query(actor, limit, today);
    let found = app.store.duties(&query).await?;
    let (measures, measures_total) = app.store.work_measures(&query).await?;
    let people = names_of(app, actor, found.iter().flat_map(|duty| &duty.rows)).await?;
    let duties = found.into_iter().map(|duty| rows(&rules, actor, duty, today)).collect::<Result<_, _>>()?;
    let with_rule = |m: WorkMeasure| {
        let rule = LampRule::of(rules.named(&m.profile)?);
        let lent = whose(actor, &m.measure.owners().collect::<Vec<_>>(), &m.measure.units().collect::<Vec<_>>());
        Ok::<_, Error>((m, rule, lent))
    };
    let measures = measures.into_iter().map(with_rule).collect::<Result<_, _>>()?;
    Ok(Mine { duties, measures, measures_total, reviews: waiting(app, &rules, actor).await?, people, today })
}

async fn waiting(app: &App, rules: &Rules, actor: &Actor) -> Result<Option<i64>, Error> {
    let stages = reviews::stages(rules, actor);
    if stages.is_empty() {
        return Ok(None);
    }
    let query = ReviewQuery { reach: actor.reach.clone(), stages, only: None, after: None, limit: 0 };
    Ok(Some(app.store.review_counts(&query).await?.iter().map(|(_, n)| n).sum()))
}

fn rows(rules: &Rules, actor: &Actor, duty: DutyRows, today: Date) -> Result<(Duty, i64, Vec<MineRow>), Error> {
    let row = |work: WorkRecord| {
        let offers = match duty.duty {
            Duty::Submit => offered(rules, actor, &work, &[Action::Submit], today)?,
            _ => Vec::new(),
        };
        let returned = last_return(&work.steps).cloned();
        let rule = LampRule::of(rules.named(&work.profile)?);
        let acting_for = lent(actor, duty.duty, &work);
        Ok::<_, Error>(MineRow { returned, offers, rule, work, acting_for })
    };
    Ok((duty.duty, duty.total, duty.rows.into_iter().map(row).collect::<Result<_, _>>()?))
}

/// In whose place the person has this duty; absent where it is his own as well.
fn lent(actor: &Actor, duty: Duty, work: &WorkRecord) -> Option<Principal> {
    let finding = &work.record.finding;
    let here = access::with_roles_for(actor, work.place, finding);
    let charged: &[Role] = match duty {
        Duty::Extension => &[Role::Leader, Role::Secretary],
        Duty::Returned | Duty::Plan | Duty::Answer | Duty::Submit | Duty::Standing => &[Role::Liaison],
    };
    let holds = |roles: &[Role]| roles.iter().any(|role| charged.contains(role));
    if holds(&here.person.roles) {
        return None;
    }
    let responsible = work.standing.iter().filter_map(|standing| standing.owner.as_ref());
    let owners: Vec<&PersonId> = match duty {
        Duty::Extension => finding.leaders().collect(),
        _ => finding.owners().chain(responsible).collect(),
    };
    let units: Vec<&UnitId> = finding.unit.iter().collect();
    if owners.contains(&&actor.person.id) || heads(actor, None, &units) {
        return None;
    }
    let stand_in = here.stand_ins.into_iter().find(|stand_in| holds(&stand_in.roles));
    stand_in.map(|stand_in| stand_in.principal).or_else(|| whose(actor, &owners, &units))
}

/// Who of those that let the person act owns it or heads the department; absent where the person does himself.
fn whose(actor: &Actor, owners: &[&PersonId], units: &[&UnitId]) -> Option<Principal> {
    if owners.contains(&&actor.person.id) || heads(actor, None, units) {
        return None;
    }
    let lends = |principal: &&Principal| owners.contains(&&principal.id) || heads(actor, Some(&principal.id), units);
    actor.principals.iter().find(lends).cloned()
}

fn heads(actor: &Actor, principal: Option<&PersonId>, units: &[&UnitId]) -> bool {
    let seats = actor.seats.iter().filter(|s| s.principal.as_ref() == principal && s.roles.contains(&Role::Head));
    seats.filter_map(|seat| seat.unit.as_ref()).any(|unit| units.contains(&unit))
}
