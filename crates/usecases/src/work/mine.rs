//! 我的事项: what the person has to do, by kind of duty.

use super::records::{Charge, Duty, DutyRows, MineQuery, ReviewQuery, WorkMeasure, WorkRecord};
use super::{names_of, offered, reviews};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Names;
use crate::rules::Rules;
use domain::workflow::{Action, Offer, Step, last_return};
use domain::{LampRule, Role};
use jiff::civil::Date;

/// A finding that the person has to do something about.
pub struct MineRow {
    pub work: WorkRecord,
    /// Why it came back, and from whom.
    pub returned: Option<Step>,
    /// The step that is due now, where the record tells whether it is possible.
    pub offers: Vec<Offer>,
    pub rule: LampRule,
}

/// The page.
pub struct Mine {
    pub duties: Vec<(Duty, i64, Vec<MineRow>)>,
    pub measures: Vec<(WorkMeasure, LampRule)>,
    pub measures_total: i64,
    /// What waits on the desk of the reviewer; absent for who never reviews.
    pub reviews: Option<i64>,
    pub people: Names,
    pub today: Date,
}

fn query(actor: &Actor, limit: u64, today: Date) -> MineQuery {
    let person = &actor.person;
    let is = |role| person.is(role);
    let charge = match (is(Role::Liaison), is(Role::Head), &person.unit) {
        (true, _, _) => Charge::Units,
        (false, true, Some(unit)) => Charge::Department(unit.clone()),
        _ => Charge::Own,
    };
    let duties = Duty::ALL.into_iter().filter(|duty| match duty {
        Duty::Plan => is(Role::Liaison),
        Duty::Extension => is(Role::Leader) || is(Role::Secretary),
        Duty::Returned | Duty::Answer | Duty::Submit | Duty::Standing => true,
    });
    MineQuery {
        reach: actor.reach.clone(),
        person: person.id.clone(),
        charge,
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
    let people = names_of(app, found.iter().flat_map(|duty| &duty.rows)).await?;
    let duties = found.into_iter().map(|duty| rows(&rules, actor, duty, today)).collect::<Result<_, _>>()?;
    let with_rule = |m: WorkMeasure| rules.named(&m.profile).map(LampRule::of).map(|rule| (m, rule));
    let measures = measures.into_iter().map(with_rule).collect::<Result<_, _>>()?;
    Ok(Mine { duties, measures, measures_total, reviews: waiting(app, &rules, actor).await?, people, today })
}

async fn waiting(app: &App, rules: &Rules, actor: &Actor) -> Result<Option<i64>, Error> {
    let stages = reviews::stages(rules, actor);
    if stages.is_empty() {
        return Ok(None);
    }
    let (reach, person) = (actor.reach.clone(), actor.person.id.clone());
    let query = ReviewQuery { reach, person, stages, only: None, after: None, limit: 0 };
    Ok(Some(app.store.review_counts(&query).await?.iter().map(|(_, n)| n).sum()))
}

fn rows(rules: &Rules, actor: &Actor, duty: DutyRows, today: Date) -> Result<(Duty, i64, Vec<MineRow>), Error> {
    let row = |work: WorkRecord| {
        let offers = match duty.duty {
            Duty::Submit => offered(rules, actor, &work, &[Action::Submit], today)?,
            _ => Vec::new(),
        };
        let returned = last_return(&work.steps).cloned();
        Ok::<_, Error>(MineRow { returned, offers, rule: LampRule::of(rules.named(&work.profile)?), work })
    };
    Ok((duty.duty, duty.total, duty.rows.into_iter().map(row).collect::<Result<_, _>>()?))
}
