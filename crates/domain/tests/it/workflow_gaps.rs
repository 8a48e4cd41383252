//! The closed loop: ways round its rules that need more than one round, or more than one duty in one hand.

use super::workflow::{Run, at, person, request};
use domain::profile::{Criterion, Filing, Reviewer};
use domain::workflow::{Action, Answer, Doer, Request, Stage, decide};
use domain::{Completion, FixType, Person, PersonId, Role};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 2, 3);

fn all(id: &str) -> Person {
    person(id, super::workflow::ROLES.to_vec())
}

fn id(id: &str) -> PersonId {
    PersonId(id.to_owned())
}

/// Takes these steps one after the other.
fn go(run: &mut Run, way: &[(Action, &str)]) {
    for (action, who) in way {
        let wanted = request(*action, &run.situation(), id("x"), DAY);
        assert!(run.ask(&wanted, &Doer::himself(&all(who)), DAY), "{action:?} by {who}");
    }
}

/// The code of the refusal, or `accepted`.
fn answer(run: &Run, wanted: &Request, who: &Person, acting_for: Option<&PersonId>) -> &'static str {
    let doer = Doer { acting_for, ..Doer::himself(who) };
    decide(&run.situation(), wanted, &doer, DAY).map_or_else(|refusal| refusal.code(), |_| "accepted")
}

fn asked(run: &Run, action: Action, who: &str) -> &'static str {
    answer(run, &request(action, &run.situation(), id("x"), DAY), &all(who), None)
}

fn reopening(run: &Run, reviewer: &str) -> &'static str {
    let wanted = Request::Reopen { reason: "反弹".to_owned(), reviewer: id(reviewer) };
    answer(run, &wanted, &person("overseer", vec![Role::Overseer]), None)
}

#[test]
fn whoever_reviewed_an_earlier_submission_is_no_new_reviewer() {
    let mut run = at(Stage::FirstReview);
    go(&mut run, &[(Action::PassFirst, "l1"), (Action::Return, "c"), (Action::Submit, "a")]);
    go(&mut run, &[(Action::PassFirst, "l2"), (Action::PassSecond, "s2"), (Action::AcceptFiling, "d")]);
    assert_eq!((reopening(&run, "l1"), reopening(&run, "fresh")), ("reviewer_involved", "accepted"));
}

#[test]
fn whoever_only_returned_a_submission_is_no_new_reviewer() {
    let mut run = at(Stage::FirstReview);
    go(&mut run, &[(Action::Return, "l1"), (Action::Submit, "a"), (Action::PassFirst, "l2")]);
    go(&mut run, &[(Action::PassSecond, "s2"), (Action::AcceptFiling, "d")]);
    assert_eq!(reopening(&run, "l1"), "reviewer_involved");
}

#[test]
fn whoever_submitted_before_the_return_does_not_review_what_follows() {
    let mut run = at(Stage::FirstReview);
    go(&mut run, &[(Action::Return, "l1"), (Action::Submit, "e")]);
    assert_eq!(asked(&run, Action::PassFirst, "a"), "own_submission");
    assert_eq!(asked(&run, Action::Withdraw, "a"), "not_the_submitter");
}

#[test]
fn whoever_submitted_the_plan_before_its_return_does_not_approve_it() {
    let mut run = at(Stage::PlanReview);
    go(&mut run, &[(Action::ReturnPlan, "l1"), (Action::SubmitPlan, "e")]);
    assert_eq!(asked(&run, Action::ApprovePlan, "a"), "own_plan");
}

/// Closed, reopened with `r` as the reviewer, and submitted again.
fn reopened() -> Run {
    let mut run = at(Stage::Closed);
    let wanted = Request::Reopen { reason: "反弹".to_owned(), reviewer: id("r") };
    assert!(run.ask(&wanted, &Doer::himself(&all("o")), DAY));
    assert_eq!(asked(&run, Action::Submit, "e"), "nothing_new");
    run.work.anew = true;
    go(&mut run, &[(Action::Submit, "e")]);
    run
}

#[test]
fn a_former_reviewer_does_not_stand_in_for_the_named_one() {
    let run = reopened();
    let pass = Request::PassFirst { note: None, answers: Vec::new() };
    assert_eq!(answer(&run, &pass, &all("r"), None), "accepted");
    assert_eq!(answer(&run, &pass, &all("fresh"), Some(&id("r"))), "accepted");
    assert_ne!(answer(&run, &pass, &all("b"), Some(&id("r"))), "accepted");
}

#[test]
fn only_who_may_pass_may_return() {
    assert_eq!(asked(&reopened(), Action::Return, "b"), "not_named_reviewer");
    assert_eq!(asked(&at(Stage::SecondReview), Action::Return, "b"), "both_reviews");
}

#[test]
fn without_a_filing_period_nothing_closes_by_silence() {
    let mut run = at(Stage::Filing);
    run.steps.last_mut().unwrap().until = None;
    assert_ne!(asked(&run, Action::CloseUnopposed, "e"), "accepted");
    assert_eq!(asked(&run, Action::AcceptFiling, "d"), "accepted");
}

#[test]
fn a_standing_measure_needs_its_rule_on_the_short_way_too() {
    let mut run = Run::new(Reviewer::Office, Filing::Required);
    run.evidence = 1;
    run.finding.fix_type = Some(FixType::Immediate);
    run.measures[0].completion = Completion::Standing;
    run.finding.completion = Completion::Standing;
    assert_eq!(asked(&run, Action::Submit, "a"), "no_standing_duty");
}

#[test]
fn an_overseer_does_not_decide_what_he_submitted_or_reviewed() {
    let run = at(Stage::Filing);
    for action in [Action::AcceptFiling, Action::RejectFiling] {
        for who in ["a", "b", "c", "p0"] {
            assert_ne!(asked(&run, action, who), "accepted", "{action:?} by {who}");
        }
        assert_eq!(asked(&run, action, "d"), "accepted");
    }
}

/// Evidence may be withdrawn in the same moment as it is submitted.
#[test]
fn nothing_passes_or_closes_without_evidence() {
    for (stage, action, who) in [
        (Stage::FirstReview, Action::PassFirst, "b"),
        (Stage::SecondReview, Action::PassSecond, "c"),
        (Stage::Filing, Action::AcceptFiling, "d"),
    ] {
        let mut run = at(stage);
        assert_eq!(asked(&run, action, who), "accepted");
        run.evidence = 0;
        assert_eq!(asked(&run, action, who), "no_evidence");
    }
}

#[test]
fn an_extension_asked_for_before_a_reopening_is_void() {
    let mut run = at(Stage::Rectifying);
    go(&mut run, &[(Action::AskExtension, "a"), (Action::Submit, "a"), (Action::PassFirst, "b")]);
    go(&mut run, &[(Action::PassSecond, "c"), (Action::AcceptFiling, "d")]);
    let wanted = Request::Reopen { reason: "反弹".to_owned(), reviewer: id("r") };
    assert!(run.ask(&wanted, &Doer::himself(&all("o")), DAY));
    assert_eq!(asked(&run, Action::GrantExtension, "l1"), "no_extension");
}

#[test]
fn an_answer_that_contradicts_another_does_not_count() {
    let run = at(Stage::Rectifying);
    let met = Criterion::ALL.iter().map(|criterion| (*criterion, Answer::Met));
    let answers = met.chain([(Criterion::Solved, Answer::Unmet)]).collect();
    assert_eq!(answer(&run, &Request::Submit { note: None, answers }, &all("a"), None), "criteria_open");
}

/// Who answers for it is known before anything is closed, on the short way too.
#[test]
fn the_short_way_needs_who_answers_for_it() {
    let mut run = at(Stage::Registered);
    run.finding.fix_type = Some(FixType::Immediate);
    assert_eq!(asked(&run, Action::Submit, "z"), "accepted");
    let whole = run.finding.clone();
    for part in ["unit", "leader", "owner"] {
        run.finding = whole.clone();
        match part {
            "unit" => run.finding.unit = None,
            "leader" => run.finding.leader = None,
            _ => run.finding.owner = None,
        }
        assert_eq!(asked(&run, Action::Submit, "z"), "unassigned", "{part}");
    }
}
