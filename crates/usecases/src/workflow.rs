//! Steps of the closed loop: what can be done, and doing it.

use crate::access::{self, Reach};
use crate::context::{Actor, App, changed};
use crate::error::Error;
use crate::findings::inspection_of;
use crate::records::FindingRecord;
use crate::restriction::may_restrict;
use crate::rules::Rules;
use domain::profile::{Criterion, KeyDates, Need, PeriodName, RuleProfile, deadline};
use domain::workflow::{
    Action, Doer, History, MeasureFacts, Offer, Outcome, Request, Situation, Stage, Step, Work, decide, offers_in_turn,
};
use domain::{
    Completion, Event, EventKind, Finding, Inspection, Measure, PersonId, PositionKind, Role, completion,
    taken_up_again,
};
use jiff::civil::Date;

/// Where a finding stands, for the person who asks.
pub struct Loop {
    pub steps: Vec<Step>,
    pub history: History,
    pub offers: Vec<Offer>,
    pub may: May,
    /// What the submitter has to answer.
    pub criteria: Vec<(Criterion, Need)>,
}

/// What work on the finding is open to the person who asks.
pub struct May {
    /// Fields, measures and who answers for them.
    pub plan: bool,
    /// Progress and evidence of the whole finding.
    pub report: bool,
    /// What was submitted stays as it is until somebody returns it.
    pub locked: bool,
    /// A date that is set moves only by a granted extension.
    pub due_locked: bool,
    /// Mark it as restricted, or lift that.
    pub restrict: bool,
    /// Keys of the measures on which the person may report.
    pub measures: Vec<String>,
}

impl Loop {
    /// Nothing is open on a finding that others stand for.
    pub(crate) fn close(&mut self) {
        self.offers.clear();
        self.may.plan = false;
        self.may.report = false;
        self.may.measures.clear();
    }
}

impl May {
    fn of(actor: &Actor, finding: &Finding, measures: &[Measure]) -> Self {
        let open = open_to_work(finding).is_ok();
        let reports = |measure: Option<&Measure>| open && access::reporting(actor, finding, measure).is_ok();
        Self {
            plan: open && actor.holding(Role::Liaison).is_ok(),
            report: reports(None),
            locked: !open,
            restrict: may_restrict(actor),
            due_locked: !finding.stage.is_open_to_planning(),
            measures: measures.iter().filter(|m| reports(Some(m))).map(|m| m.key.clone()).collect(),
        }
    }
}

fn criteria(profile: &RuleProfile) -> Vec<(Criterion, Need)> {
    let known = |name: &str| Criterion::from_name(name);
    profile.criteria.iter().filter_map(|rule| Some((known(&rule.criterion)?, rule.need))).collect()
}

/// What surrounds a finding, as far as a decision looks at it.
pub(crate) struct Parts {
    history: History,
    measures: Vec<MeasureFacts>,
    /// Evidence that was not withdrawn.
    evidence: i64,
    work: Work,
}

impl Parts {
    fn new(steps: &[Step], measures: &[Measure], evidence: i64, work: Work) -> Self {
        let facts = |m: &Measure| MeasureFacts { key: m.key.clone(), due: m.due, completion: m.completion };
        Self { history: History::of(steps), measures: measures.iter().map(facts).collect(), evidence, work }
    }

    /// From the counts of a row. Tells nothing of a plan, but whether closing can be asked for and what a reviewer
    /// may decide.
    pub(crate) fn counted(record: &FindingRecord, steps: &[Step], work: Work) -> Self {
        let fact = |n: i64| MeasureFacts {
            key: n.to_string(),
            due: None,
            completion: if n < record.measures_done { Completion::Done } else { Completion::InProgress },
        };
        let measures = (0..record.measures_all).map(fact).collect();
        Self { history: History::of(steps), measures, evidence: record.evidence, work }
    }
}

pub(crate) fn situation<'a>(finding: &'a Finding, parts: Parts, profile: &RuleProfile) -> Situation<'a> {
    let needed = |need: Need| criteria(profile).into_iter().filter(|(_, n)| *n == need).map(|(c, _)| c).collect();
    Situation {
        finding,
        stage: finding.stage,
        history: parts.history,
        measures: parts.measures,
        evidence: parts.evidence,
        work: parts.work,
        first_review: profile.route.first.value,
        filing: profile.route.filing.value,
        always: needed(Need::Always),
        when_called_for: needed(Need::WhenCalledFor),
    }
}

/// What happened between the last two times that closing was asked for; absent when it was asked for once at most.
/// Every step has its own entry in the log, in the same order.
pub fn since_submission<'a>(steps: &[Step], events: &'a [Event]) -> Option<Vec<&'a Event>> {
    let stepped: Vec<(usize, &Event)> =
        events.iter().enumerate().filter(|(_, event)| event.kind == EventKind::Stepped).collect();
    // Steps that a part has from the finding it was split from have their entries there.
    let own = steps.get(steps.len().saturating_sub(stepped.len())..)?;
    let asked = own.iter().zip(stepped).filter(|(step, _)| step.action == Action::Submit);
    let at: Vec<usize> = asked.map(|(_, (at, _))| at).collect();
    let [.., before, last] = at.as_slice() else { return None };
    Some(events.get(before + 1..*last)?.iter().filter(|event| event.kind != EventKind::Stepped).collect())
}

/// The loop of a finding whose parts are at hand.
pub(crate) async fn of_finding(
    app: &App,
    actor: &Actor,
    finding: &Finding,
    inspection: &Inspection,
    measures: &[Measure],
    evidence: i64,
) -> Result<Loop, Error> {
    let rules = app.rules(actor).await?;
    let profile = rules.profile(inspection)?;
    let steps = app.store.steps(&finding.id).await?;
    let work = work_on(app, finding).await?;
    let now = situation(finding, Parts::new(&steps, measures, evidence, work), profile);
    let offers = offered_in(actor, &now, app.clock.today());
    let may = May::of(actor, finding, measures);
    Ok(Loop { history: now.history, steps, offers, may, criteria: criteria(profile) })
}

/// Who had a hand in the finding.
async fn work_on(app: &App, finding: &Finding) -> Result<Work, Error> {
    Ok(app.store.hands(&[finding]).await?.remove(finding.id.as_str()).unwrap_or_default())
}

/// What the person can do in his own place or in somebody else's.
pub(crate) fn offered_in(actor: &Actor, now: &Situation, today: Date) -> Vec<Offer> {
    let places = actor.places();
    let doers: Vec<Doer> = places.iter().map(Actor::doer).collect();
    offers_in_turn(now, &doers, today)
}

/// The person in somebody's place, who lets him act today.
fn in_place(actor: Actor, principal: Option<&PersonId>) -> Result<Actor, Error> {
    let Some(principal) = principal else { return Ok(actor) };
    let stand_in = actor.stand_ins.iter().find(|stand_in| stand_in.principal.id == *principal);
    stand_in.map(|stand_in| actor.in_place_of(stand_in)).ok_or(Error::NoDelegation)
}

/// A step that is asked for, and in whose place.
#[derive(Debug, Clone)]
pub struct Asked {
    pub request: Request,
    pub acting_for: Option<PersonId>,
}

/// Does it, or says why not. The version must be the one the person saw.
pub async fn act(app: &App, actor: &Actor, key: &str, version: i64, asked: Asked) -> Result<(), Error> {
    let Asked { request, acting_for } = asked;
    let (before, actor) = access::finding_to_work_on(app, actor, key).await?;
    let actor = in_place(actor, acting_for.as_ref())?;
    if before.version != version {
        return Err(Error::Changed("该事项"));
    }
    let inspection = inspection_of(app, &before).await?;
    let rules = app.rules(&actor).await?;
    let profile = rules.profile(&inspection)?;
    let measures = app.store.measures(&before.id).await?;
    let steps = app.store.steps(&before.id).await?;
    let live = app.store.evidence_of(&before.id).await?.iter().filter(|e| !e.withdrawn).count() as i64;
    let work = work_on(app, &before).await?;
    let now = situation(&before, Parts::new(&steps, &measures, live, work), profile);
    let today = app.clock.today();
    let outcome = decide(&now, &request, &actor.doer(), today)?;
    if let Request::Reopen { reviewer, .. } = &request {
        may_review(app, reviewer).await?;
    }
    let step = step(&request, &outcome, &actor, &rules, &inspection, today);
    let moved = match &request {
        Request::Reopen { .. } => taken_up_again(&measures),
        _ => moved(&before, outcome.due, &measures),
    };
    let after = Finding {
        completion: completion_after(&measures, &moved),
        stage: outcome.stage,
        closure: outcome.stage.closure(),
        due: outcome.due.or(before.due),
        version: before.version + 1,
        ..before.clone()
    };
    let event = event(app, &actor, &before, &after, &request);
    Ok(app.store.add_step(&after, &step, &moved, app.clock.now(), event).await?)
}

/// Who is named to review must be able to.
async fn may_review(app: &App, reviewer: &PersonId) -> Result<(), Error> {
    let people = app.store.people(&Reach::Everything, None).await?;
    let named = people.iter().find(|person| person.id == *reviewer && person.active && person.username.is_some());
    let Some(named) = named else { return Err(not_able()) };
    let today = app.clock.today();
    let further = app.store.positions(reviewer).await?;
    let further =
        further.iter().filter(|p| p.kind == PositionKind::Further && p.holds_on(today)).flat_map(|p| &p.roles);
    let able = named.roles.iter().chain(further).any(|role| matches!(role, Role::Leader | Role::Liaison));
    if able {
        return Ok(());
    }
    Err(not_able())
}

fn not_able() -> Error {
    Error::invalid("reviewer_id", "新的审核人须有账号，且为分管领导或联络员（整改办），请重新选择")
}

fn step(
    request: &Request,
    outcome: &Outcome,
    actor: &Actor,
    rules: &Rules,
    inspection: &Inspection,
    today: Date,
) -> Step {
    let filed = || {
        let dates = KeyDates { filing: Some(today), ..KeyDates::of(inspection) };
        let profile = rules.profile(inspection).ok()?;
        deadline(profile, PeriodName::FilingReview, &dates, &rules.calendar).ok().map(|d| d.date)
    };
    let said: Vec<String> = request.answers().iter().map(|(c, a)| format!("{}={}", c.name(), a.name())).collect();
    let answers = (!said.is_empty()).then(|| said.join(","));
    Step {
        action: request.action(),
        actor: actor.person.id.clone(),
        acting_for: actor.acting_for.as_ref().map(|principal| principal.id.clone()),
        date: today,
        reason: request.reason().map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
        until: match request {
            Request::AskExtension { until, .. } => Some(*until),
            Request::PassSecond { .. } if outcome.stage == Stage::Filing => filed(),
            Request::GrantExtension => outcome.due,
            _ => None,
        },
        reviewer: match request {
            Request::Reopen { reviewer, .. } => Some(reviewer.clone()),
            _ => None,
        },
        answers,
        stage: outcome.stage,
    }
}

/// How far the finding is once the measures that the step moves are as they will be.
fn completion_after(measures: &[Measure], moved: &[Measure]) -> Completion {
    let now = |m: &Measure| moved.iter().find(|other| other.id == m.id).map_or(m.completion, |other| other.completion);
    completion(&measures.iter().map(now).collect::<Vec<_>>())
}

/// Unfinished measures that were due with the finding stay due with it.
fn moved(before: &Finding, due: Option<Date>, measures: &[Measure]) -> Vec<Measure> {
    use domain::Completion::{Done, Standing};
    if due.is_none() || due == before.due {
        return Vec::new();
    }
    let with_it = |m: &&Measure| m.due.is_some() && m.due == before.due && !matches!(m.completion, Done | Standing);
    let later = |m: &Measure| Measure { due, version: m.version + 1, ..m.clone() };
    measures.iter().filter(with_it).map(later).collect()
}

fn event(app: &App, actor: &Actor, before: &Finding, after: &Finding, request: &Request) -> Event {
    let word = request.action().word();
    let reason = request.reason().map(str::trim).filter(|reason| !reason.is_empty());
    let until = match request {
        Request::AskExtension { until, .. } => format!("至 {until}"),
        _ => String::new(),
    };
    let summary = reason.map_or_else(|| format!("{word}{until}"), |reason| format!("{word}{until}：{reason}"));
    let stage = |f: &Finding| Some(f.stage.word().to_owned());
    let due = |f: &Finding| f.due.map(|d| d.to_string());
    let far = |f: &Finding| Some(f.completion.word().to_owned());
    let changes = [
        changed("stage", stage(before), stage(after)),
        changed("due", due(before), due(after)),
        changed("completion", far(before), far(after)),
    ];
    Event {
        changes: changes.into_iter().flatten().collect(),
        ..app.event(Some(actor), &before.key, EventKind::Stepped, summary)
    }
}

/// Refuses work on what was submitted or closed.
pub(crate) fn open_to_work(finding: &Finding) -> Result<(), Error> {
    if finding.stage.is_open_to_work() { Ok(()) } else { Err(Error::Submitted(finding.stage)) }
}
