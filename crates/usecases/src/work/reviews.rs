//! The queue of a reviewer: what waits for his decision, first what is due first.

use super::records::{Decided, ReviewQuery, ReviewStage, WorkRecord};
use super::{names_of, offered};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Names;
use crate::rules::Rules;
use domain::profile::Reviewer;
use domain::workflow::{Action, Offer, Stage, Step};
use domain::{LampRule, Role};
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

/// Stages at which the roles of the person decide. Whether he may in a given case is the domain's decision.
pub(super) fn stages(rules: &Rules, actor: &Actor) -> Vec<ReviewStage> {
    let is = |role| actor.person.is(role);
    let stage = |stage| ReviewStage { stage, profiles: None, leading: is(Role::Leader) };
    let mut found = Vec::new();
    if is(Role::Leader) || is(Role::Secretary) {
        found.extend([stage(Stage::PlanReview), stage(Stage::Rectifying)]);
    }
    if is(Role::Leader) {
        found.push(stage(Stage::FirstReview));
    } else if is(Role::Liaison) {
        let office = rules.profiles.iter().filter(|profile| profile.route.first.value == Reviewer::Office);
        let office = office.map(|profile| profile.id.clone()).collect();
        found.push(ReviewStage { profiles: Some(office), ..stage(Stage::FirstReview) });
    }
    if is(Role::Secretary) {
        found.push(ReviewStage { leading: false, ..stage(Stage::SecondReview) });
    }
    if is(Role::Overseer) {
        found.push(ReviewStage { leading: false, ..stage(Stage::Filing) });
    }
    found
}

/// A page of the queue.
pub async fn reviews(app: &App, actor: &Actor, filter: &ReviewFilter) -> Result<Reviews, Error> {
    let today = app.clock.today();
    let rules = app.rules(actor).await?;
    let query = ReviewQuery {
        reach: actor.reach.clone(),
        person: actor.person.id.clone(),
        stages: stages(&rules, actor),
        only: filter.stage,
        after: filter.after.clone(),
        limit: filter.limit,
    };
    let counts = app.store.review_counts(&query).await?;
    let found = app.store.review_rows(&query).await?;
    let mut people = names_of(app, found.rows.iter()).await?;
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
