//! The closed loop: who had a hand in the work leaves the review to others, and so does who is bound to him.

use super::workflow::{ROLES, Run, at, person, request};
use domain::PersonId;
use domain::workflow::{Action, Doer, Stage, decide};
use jiff::civil::date;

fn id(id: &str) -> PersonId {
    PersonId(id.to_owned())
}

/// The code of the refusal, or `accepted`, for somebody with every role who is bound to these people.
fn asked(run: &Run, action: Action, who: &str, ties: &[PersonId]) -> &'static str {
    let (all, today) = (person(who, ROLES.to_vec()), date(2026, 2, 3));
    let doer = Doer { person: &all, acting_for: None, ties };
    let wanted = request(action, &run.situation(), id("x"), today);
    decide(&run.situation(), &wanted, &doer, today).map_or_else(|refusal| refusal.code(), |_| "accepted")
}

#[test]
fn neither_the_worker_nor_who_is_bound_to_him_reviews() {
    for (stage, action) in [(Stage::FirstReview, Action::PassFirst), (Stage::SecondReview, Action::PassSecond)] {
        let mut run = at(stage);
        for answers_for_a_measure in [false, true] {
            let hands = vec![id("w")];
            if answers_for_a_measure {
                run.work.owners = hands;
            } else {
                run.work.people = hands;
            }
            assert_eq!(asked(&run, action, "w", &[]), "own_work", "{action:?}");
            assert_eq!(asked(&run, action, "r", &[id("w")]), "own_work", "{action:?}");
            assert_eq!(asked(&run, action, "r", &[id("z")]), "accepted", "{action:?}");
            run.work = domain::workflow::Work::default();
        }
    }
}

#[test]
fn who_answers_for_a_measure_is_no_new_reviewer() {
    let mut run = at(Stage::Closed);
    assert_eq!(asked(&run, Action::Reopen, "o", &[]), "accepted");
    run.work.owners = vec![id("x")];
    assert_eq!(asked(&run, Action::Reopen, "o", &[]), "reviewer_involved");
}
