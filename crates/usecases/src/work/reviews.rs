//! The queue of a reviewer: what waits for his decision, first what is due first.

use super::records::{Decided, Desk, ReviewQuery, ReviewStage, WorkRecord};
use super::{names_of, offered, people_as, seats_of};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Names;
use crate::rules::Rules;
use domain::profile::Reviewer;
use domain::workflow::{Action, Offer, Stage, Step};
use domain::{LampRule, PersonId, Role};
use jiff::civil::Date;

/// Decisions shown when nothing waits.
const RECENT: u64 = 5;

/// What of the queue is asked for.
#[derive(Debug, Clone, Default)]
pub struct ReviewFilter {
    pub stage: Option<Stage>,
    pub after: Option<String>,
    pub limit: u64,
}

/// A finding that waits, and the decisions there are about it.
pub struct ReviewRow {
    pub work: WorkRecord,
    /// With the reason where this person may not.
    pub offers: Vec<Offer>,
    /// The step that brought it here.
    pub asked: Option<Step>,
    pub rule: LampRule,
}

/// A page of the queue.
pub struct Reviews {
    pub rows: Vec<ReviewRow>,
    /// How many wait at each stage; requests for more time are at 整改中.
    pub counts: Vec<(Stage, i64)>,
    pub next: Option<String>,
    /// The person's last decisions, when nothing waits.
    pub recent: Vec<Decided>,
    pub people: Names,
    pub today: Date,
}

/// Decisions of a reviewer at a stage.
fn decisions(stage: Stage) -> &'static [Action] {
    match stage {
        Stage::PlanReview => &[Action::ApprovePlan, Action::ReturnPlan],
        Stage::Rectifying => &[Action::GrantExtension, Action::RefuseExtension],
        Stage::FirstReview => &[Action::PassFirst, Action::Return],
        Stage::SecondReview => &[Action::PassSecond, Action::Return],
        Stage::Filing => &[Action::AcceptFiling, Action::RejectFiling],
        Stage::Registered | Stage::Planning | Stage::Closed => &[],
    }
}

/// Stages at which the roles of the person decide, those that others lent him too. Whether he may in a given case is
/// the domain's decision.
pub(super) fn stages(rules: &Rules, actor: &Actor) -> Vec<ReviewStage> {
    let desk = |roles: &[Role]| {
        let leads = roles.contains(&Role::Leader) && seats_of(actor, &[Role::Leader]) != 0;
        let leaders = if leads { leading(actor) } else { Vec::new() };
        Desk { seats: seats_of(actor, roles), leaders, profiles: None }
    };
    let office = rules.profiles.iter().filter(|profile| profile.route.first.value == Reviewer::Office);
    let office = Desk { profiles: Some(office.map(|profile| profile.id.clone()).collect()), ..desk(&[Role::Liaison]) };
    let (leader, both) = (desk(&[Role::Leader]), desk(&[Role::Leader, Role::Secretary]));
    let stages = [
        (Stage::PlanReview, vec![both.clone()]),
        (Stage::Rectifying, vec![both]),
        (Stage::FirstReview, vec![leader, office]),
        (Stage::SecondReview, vec![desk(&[Role::Secretary])]),
        (Stage::Filing, vec![desk(&[Role::Overseer])]),
    ];
    let used = |(stage, mut desks): (Stage, Vec<Desk>)| {
        desks.retain(|desk| desk.seats != 0);
        (!desks.is_empty()).then_some(ReviewStage { stage, desks })
    };
    stages.into_iter().filter_map(used).collect()
}

/// Who leads: the person if he is a leader himself, and those who lend him that.
pub(super) fn leading(actor: &Actor) -> Vec<PersonId> {
    let mut people = people_as(actor, &[Role::Leader]);
    people.retain(|id| *id != actor.person.id || actor.person.is(Role::Leader));
    people
}

/// A page of the queue.
pub async fn reviews(app: &App, actor: &Actor, filter: &ReviewFilter) -> Result<Reviews, Error> {
    let today = app.clock.today();
    let rules = app.rules(actor).await?;
    let query = ReviewQuery {
        reach: actor.reach.clone(),
        stages: stages(&rules, actor),
        only: filter.stage,
        after: filter.after.clone(),
        limit: filter.limit,
    };
    let counts = app.store.review_counts(&query).await?;
    let found = app.store.review_rows(&query).await?;
    let mut people = names_of(app, actor, found.rows.iter()).await?;
    people.insert(actor.person.id.0.clone(), actor.person.name.clone());
    let recent = match counts.is_empty() {
        true => app.store.decided(&actor.reach, &actor.person.id, RECENT).await?,
        false => Vec::new(),
    };
    let rows = found.rows.into_iter().map(|work| row(&rules, actor, work, today)).collect::<Result<_, _>>()?;
    Ok(Reviews { rows, counts, next: found.next, recent, people, today })
}

fn row(rules: &Rules, actor: &Actor, work: WorkRecord, today: Date) -> Result<ReviewRow, Error> {
    let stage = work.record.finding.stage;
    Ok(ReviewRow {
        offers: offered(rules, actor, &work, decisions(stage), today)?,
        asked: work.steps.iter().rfind(|step| step.stage == stage).cloned(),
        rule: LampRule::of(rules.named(&work.profile)?),
        work,
    })
}
