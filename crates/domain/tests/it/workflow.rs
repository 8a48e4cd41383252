//! The closed loop: what no sequence of requests can bring about, whoever asks.

use domain::profile::{Criterion, Filing, Reviewer};
use domain::workflow::{
    Action, Answer, Doer, History, MeasureFacts, Request, Situation, Stage, Step, Work, decide, offers, replay,
};
use domain::{Completion, Finding, FixType, Inspection, InspectionId, Person, PersonId, Role, SourceKind, UnitId};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;

pub(crate) const ROLES: [Role; 6] =
    [Role::Liaison, Role::Owner, Role::Head, Role::Leader, Role::Secretary, Role::Overseer];

pub(crate) fn person(id: &str, roles: Vec<Role>) -> Person {
    Person {
        id: PersonId(id.to_owned()),
        name: id.to_owned(),
        username: None,
        unit: None,
        duty: None,
        roles,
        active: true,
        version: 1,
    }
}

fn finding() -> Finding {
    let inspection = Inspection {
        id: InspectionId("i".to_owned()),
        key: "XC-2026-01".to_owned(),
        source: SourceKind::Patrol,
        title: "巡察".to_owned(),
        issuing_body: "巡察组".to_owned(),
        document_number: None,
        unit: UnitId("u".to_owned()),
        feedback_date: None,
        receipt_date: None,
        profile: "patrol_county".to_owned(),
        version: 1,
    };
    Finding {
        unit: Some(UnitId("u".to_owned())),
        leader: Some(PersonId("p1".to_owned())),
        owner: Some(PersonId("p0".to_owned())),
        due: Some(date(2026, 6, 30)),
        ..Finding::blank(&inspection, domain::FindingId("f".to_owned()), 1, "采购不规范")
    }
}

/// The loop of one finding as it runs.
pub(crate) struct Run {
    pub(crate) finding: Finding,
    pub(crate) steps: Vec<Step>,
    pub(crate) measures: Vec<MeasureFacts>,
    pub(crate) evidence: i64,
    pub(crate) work: Work,
    pub(crate) first_review: Reviewer,
    pub(crate) filing: Filing,
}

impl Run {
    pub(crate) fn new(first_review: Reviewer, filing: Filing) -> Self {
        let measure = MeasureFacts { key: "m".to_owned(), due: None, completion: Completion::NotStarted };
        let work = Work::default();
        Self { finding: finding(), steps: Vec::new(), measures: vec![measure], evidence: 0, work, first_review, filing }
    }

    pub(crate) fn situation(&self) -> Situation<'_> {
        Situation {
            finding: &self.finding,
            stage: self.finding.stage,
            history: History::of(&self.steps),
            measures: self.measures.clone(),
            evidence: self.evidence,
            work: self.work.clone(),
            first_review: self.first_review,
            filing: self.filing,
            always: vec![Criterion::Solved, Criterion::Evidence],
            when_called_for: vec![Criterion::Policy],
        }
    }

    /// Takes the step if it is possible.
    pub(crate) fn ask(&mut self, request: &Request, doer: &Doer, today: Date) -> bool {
        let Ok(outcome) = decide(&self.situation(), request, doer, today) else { return false };
        self.steps.push(Step {
            action: request.action(),
            actor: doer.person.id.clone(),
            acting_for: doer.acting_for.cloned(),
            date: today,
            reason: request.reason().map(str::to_owned),
            until: match request {
                Request::AskExtension { until, .. } => Some(*until),
                Request::PassSecond { .. } => today.checked_add(10.days()).ok(),
                _ => None,
            },
            reviewer: match request {
                Request::Reopen { reviewer, .. } => Some(reviewer.clone()),
                _ => None,
            },
            answers: None,
            stage: outcome.stage,
        });
        self.finding.stage = outcome.stage;
        self.finding.due = outcome.due.or(self.finding.due);
        true
    }
}

/// A request with everything that it needs to be told.
pub(crate) fn request(action: Action, now: &Situation, reviewer: PersonId, today: Date) -> Request {
    let reason = || "因故".to_owned();
    let met = |c| (c, Answer::Met);
    match action {
        Action::Assign => Request::Assign,
        Action::SubmitPlan => Request::SubmitPlan,
        Action::ApprovePlan => Request::ApprovePlan,
        Action::ReturnPlan => Request::ReturnPlan { reason: reason() },
        Action::Submit => Request::Submit { note: None, answers: Criterion::ALL.iter().copied().map(met).collect() },
        Action::Withdraw => Request::Withdraw,
        Action::PassFirst => Request::PassFirst { note: None, answers: Vec::new() },
        Action::PassSecond => Request::PassSecond { note: None, answers: Vec::new() },
        Action::Return => Request::Return { reason: reason() },
        Action::AcceptFiling => Request::AcceptFiling,
        Action::RejectFiling => Request::RejectFiling { reason: reason() },
        Action::CloseUnopposed => Request::CloseUnopposed,
        Action::Reopen => Request::Reopen { reason: reason(), reviewer },
        Action::AskExtension => {
            let after = now.finding.due.unwrap_or(today).max(today);
            Request::AskExtension { until: after.checked_add(30.days()).unwrap_or(after), reason: reason() }
        }
        Action::GrantExtension => Request::GrantExtension,
        Action::RefuseExtension => Request::RefuseExtension { reason: reason() },
    }
}

/// One thing that happens: somebody asks, work is done, a day passes.
#[derive(Debug, Clone)]
enum Event {
    Ask {
        action: usize,
        who: usize,
        stands_in_for: Option<usize>,
    },
    Evidence(bool),
    Measure(bool),
    Fix(usize),
    Standing(bool),
    /// Somebody lets somebody act for him, or no longer.
    Delegation {
        principal: usize,
        delegate: usize,
    },
    CoOwner(usize),
    MeasureOwner(usize),
    /// Somebody says how far it is or brings evidence.
    Works(usize),
    Anew(bool),
    Days(i64),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        8 => (0..Action::ALL.len(), 0..4usize, proptest::option::weighted(0.2, 0..6usize))
            .prop_map(|(action, who, stands_in_for)| Event::Ask { action, who, stands_in_for }),
        2 => any::<bool>().prop_map(Event::Evidence),
        2 => any::<bool>().prop_map(Event::Measure),
        1 => (0..3usize).prop_map(Event::Fix),
        1 => any::<bool>().prop_map(Event::Standing),
        2 => (0..6usize, 0..6usize).prop_map(|(principal, delegate)| Event::Delegation { principal, delegate }),
        1 => (0..6usize).prop_map(Event::CoOwner),
        1 => (0..6usize).prop_map(Event::MeasureOwner),
        1 => (0..6usize).prop_map(Event::Works),
        1 => any::<bool>().prop_map(Event::Anew),
        1 => (1..40i64).prop_map(Event::Days),
    ]
}

fn people(step: &Step) -> Vec<&PersonId> {
    std::iter::once(&step.actor).chain(&step.acting_for).collect()
}

fn last(steps: &[Step], action: Action) -> Option<&Step> {
    steps.iter().rev().find(|step| step.action == action)
}

/// Who lets whom act for him: principal, delegate.
type Delegations = BTreeSet<(usize, usize)>;

/// Everybody in whose place somebody may stand, directly or through others.
fn principals(delegations: &Delegations, who: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![who];
    while let Some(one) = waiting.pop() {
        let next = delegations.iter().filter(|(_, delegate)| *delegate == one).map(|(principal, _)| *principal);
        waiting.extend(next.filter(|principal| found.insert(*principal)));
    }
    found
}

fn named(n: usize) -> PersonId {
    PersonId(format!("p{n}"))
}

/// Invariants 6 and 7 of the design, looked at after an accepted step; `delegations` as they were at that moment.
fn hold(run: &Run, before: &Finding, evidence: i64, delegations: &Delegations) -> Result<(), TestCaseError> {
    let Some(step) = run.steps.last() else { return Ok(()) };
    let submitted = last(&run.steps, Action::Submit);
    let taking: BTreeSet<PersonId> = (0..6usize)
        .filter(|n| people(step).contains(&&named(*n)))
        .flat_map(|n| principals(delegations, n).into_iter().chain([n]))
        .map(named)
        .collect();
    let apart = |other: Option<&Step>| other.is_none_or(|o| people(o).iter().all(|p| !taking.contains(*p)));
    let answers = run.finding.owners().any(|owner| taking.contains(owner));
    let worked = run.work.owners.iter().chain(&run.work.people).any(|one| taking.contains(one));
    match step.action {
        Action::PassFirst => {
            prop_assert!(apart(submitted), "reviewed his own");
            prop_assert!(!answers, "reviewed what he answers for");
            prop_assert!(!worked, "reviewed his own work");
        }
        Action::PassSecond => {
            prop_assert!(apart(submitted), "reviewed his own");
            prop_assert!(!answers, "reviewed what he answers for");
            prop_assert!(!worked, "reviewed his own work");
            prop_assert!(apart(last(&run.steps, Action::PassFirst)), "one person reviewed twice");
        }
        Action::ApprovePlan => prop_assert!(apart(last(&run.steps, Action::SubmitPlan)), "approved his own plan"),
        Action::Return | Action::ReturnPlan | Action::Reopen | Action::RejectFiling => {
            prop_assert!(step.reason.as_deref().is_some_and(|r| !r.trim().is_empty()), "no reason");
        }
        Action::Submit => prop_assert!(evidence > 0, "closing without evidence"),
        _ => {}
    }
    if run.finding.due != before.due {
        prop_assert_eq!(step.action, Action::GrantExtension);
        prop_assert!(apart(last(&run.steps, Action::AskExtension)), "granted his own");
    }
    let passed = [Action::PassFirst, Action::PassSecond, Action::AcceptFiling, Action::CloseUnopposed];
    prop_assert!(evidence > 0 || !passed.contains(&step.action), "passed without evidence");
    if step.action == Action::AcceptFiling {
        let checked = [submitted, last(&run.steps, Action::PassFirst), last(&run.steps, Action::PassSecond)];
        prop_assert!(checked.into_iter().all(apart), "the overseer took part");
    }
    if step.stage == Stage::Closed {
        prop_assert!(last(&run.steps, Action::PassSecond).is_some(), "closed without two reviews");
    }
    prop_assert_eq!(replay(&run.steps), Ok(run.finding.stage));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_requests_breaks_the_invariants(
        roles in proptest::collection::vec(proptest::sample::subsequence(ROLES.to_vec(), 1..=6), 6),
        events in proptest::collection::vec(event(), 1..120),
        office in any::<bool>(),
        filed in any::<bool>(),
    ) {
        let people: Vec<Person> = roles.into_iter().enumerate().map(|(n, roles)| person(&format!("p{n}"), roles)).collect();
        let first = if office { Reviewer::Office } else { Reviewer::Leader };
        let mut run = Run::new(first, if filed { Filing::Required } else { Filing::NotRequired });
        let mut today = date(2026, 1, 5);
        let mut delegations = Delegations::new();
        for event in events {
            match event {
                Event::Delegation { principal, delegate } => {
                    let pair = (principal, delegate);
                    if principal != delegate && !delegations.remove(&pair) {
                        delegations.insert(pair);
                    }
                }
                Event::CoOwner(n) => run.finding.co_owners = vec![named(n)],
                Event::MeasureOwner(n) => run.work.owners = vec![named(n)],
                Event::Anew(anew) => run.work.anew = anew,
                Event::Works(n) => run.work.people = vec![named(n)],
                Event::Evidence(more) => run.evidence = (run.evidence + if more { 1 } else { -1 }).max(0),
                Event::Measure(done) => {
                    run.measures[0].completion = if done { Completion::Done } else { Completion::InProgress };
                }
                Event::Fix(n) => run.finding.fix_type = Some(FixType::ALL[n]),
                Event::Standing(set) => {
                    run.finding.standing_rule = set.then(|| "采购办法".to_owned());
                    run.finding.standing_review = set.then(|| date(2030, 1, 1));
                }
                Event::Days(n) => today = today.checked_add(n.days()).unwrap(),
                Event::Ask { action, who, stands_in_for } => {
                    let other = stands_in_for.map(|n| people[n].id.clone());
                    let mut ties: Vec<PersonId> = principals(&delegations, who).into_iter().map(named).collect();
                    ties.extend(stands_in_for.into_iter().flat_map(|n| principals(&delegations, n)).map(named));
                    let doer = Doer { person: &people[who], acting_for: other.as_ref(), ties: &ties };
                    let reviewer = people[(who + 1) % people.len()].id.clone();
                    // Mostly something of the present stage, so that the loop is gone through; sometimes anything.
                    let here = offers(&run.situation(), &doer, today);
                    let action = match action % 4 {
                        0 => Action::ALL[action],
                        _ => here[action % here.len()].action,
                    };
                    let wanted = request(action, &run.situation(), reviewer, today);
                    let offered = offers(&run.situation(), &doer, today).into_iter().find(|o| o.action == wanted.action());
                    let (before, evidence) = (run.finding.clone(), run.evidence);
                    let accepted = run.ask(&wanted, &doer, today);
                    // A button that is open leads to an accepted request; only the reviewer named may still be wrong.
                    let open = offered.is_some_and(|offer| offer.refusal.is_none());
                    prop_assert!(open || !accepted, "accepted what was not offered: {:?}", wanted);
                    prop_assert!(accepted || !open || wanted.action() == Action::Reopen, "offered but refused: {:?}", wanted);
                    if accepted {
                        hold(&run, &before, evidence, &delegations)?;
                    }
                }
            }
        }
    }
}

/// A run that has come to a stage by the straight way.
pub(crate) fn at(stage: Stage) -> Run {
    let mut run = Run::new(Reviewer::Office, Filing::Required);
    run.evidence = 1;
    run.measures[0].completion = Completion::Done;
    let all = |id| person(id, ROLES.to_vec());
    let way = [
        (Action::Assign, all("a")),
        (Action::SubmitPlan, all("a")),
        (Action::ApprovePlan, all("b")),
        (Action::Submit, all("a")),
        (Action::PassFirst, all("b")),
        (Action::PassSecond, all("c")),
        (Action::AcceptFiling, all("d")),
    ];
    for (action, person) in way {
        if run.finding.stage == stage {
            break;
        }
        let wanted = request(action, &run.situation(), PersonId("x".to_owned()), date(2026, 2, 2));
        assert!(run.ask(&wanted, &Doer::himself(&person), date(2026, 2, 2)), "{action:?}");
    }
    assert_eq!(run.finding.stage, stage);
    run
}

#[test]
fn stage_by_action_by_role() {
    let mut matrix = String::new();
    for stage in Stage::ALL {
        let run = at(*stage);
        for action in Action::ALL {
            write!(matrix, "{:14} {:17}", stage.name(), action.name()).unwrap();
            for role in ROLES {
                let person = person("somebody", vec![role]);
                let wanted = request(*action, &run.situation(), PersonId("x".to_owned()), date(2026, 2, 3));
                let doer = Doer::himself(&person);
                let answer = match decide(&run.situation(), &wanted, &doer, date(2026, 2, 3)) {
                    Ok(outcome) => outcome.stage.name().to_owned(),
                    Err(refusal) => format!("-{}", refusal.code()),
                };
                write!(matrix, " {}={answer}", role.name()).unwrap();
            }
            matrix.push('\n');
        }
    }
    insta::assert_snapshot!(matrix);
}

#[test]
fn a_stand_in_is_bound_by_what_binds_the_one_he_stands_in_for() {
    let run = at(Stage::FirstReview);
    let (stranger, submitter) = (person("stranger", vec![Role::Leader]), PersonId("a".to_owned()));
    let today = date(2026, 2, 3);
    let pass = Request::PassFirst { note: None, answers: Vec::new() };
    assert!(decide(&run.situation(), &pass, &Doer::himself(&stranger), today).is_ok());
    let for_submitter = Doer { acting_for: Some(&submitter), ..Doer::himself(&stranger) };
    assert_eq!(decide(&run.situation(), &pass, &for_submitter, today).unwrap_err().code(), "own_submission");
}

#[test]
fn steps_that_do_not_follow_are_named() {
    let mut run = at(Stage::SecondReview);
    run.steps.remove(3);
    let error = replay(&run.steps).unwrap_err();
    assert_eq!((error.step, error.action), (3, Action::PassFirst));
    assert_eq!(error.to_string(), "第 4 步“初审通过”不能发生在“整改中”阶段");
}
