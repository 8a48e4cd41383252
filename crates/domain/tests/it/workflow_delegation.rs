//! What a delegation binds, and what it gives.

use crate::workflow::{ROLES, at, person, request};
use domain::workflow::{Action, Doer, Request, Stage, decide, offers_in_turn};
use domain::{PersonId, Role};
use jiff::civil::date;

/// 乙 may act for 甲: what 甲 submitted or reviewed 乙 does not decide, in whoever's place he stands.
#[test]
fn a_delegate_of_one_who_took_part_decides_for_nobody() {
    let today = date(2026, 2, 3);
    let delegate = person("乙", ROLES.to_vec());
    let other = PersonId("丙".to_owned());
    let rows = [
        (Stage::PlanReview, Action::ApprovePlan, "a", "own_plan"),
        (Stage::FirstReview, Action::PassFirst, "a", "own_submission"),
        (Stage::FirstReview, Action::Return, "a", "own_submission"),
        (Stage::SecondReview, Action::PassSecond, "b", "both_reviews"),
        (Stage::Filing, Action::AcceptFiling, "c", "own_review"),
    ];
    for (stage, action, principal, code) in rows {
        let run = at(stage);
        let wanted = request(action, &run.situation(), other.clone(), today);
        let free = Doer::himself(&delegate);
        assert!(decide(&run.situation(), &wanted, &free, today).is_ok(), "{action:?}");
        let ties = [PersonId(principal.to_owned())];
        for acting_for in [None, Some(&other)] {
            let tied = Doer { acting_for, ties: &ties, ..free };
            let refusal = decide(&run.situation(), &wanted, &tied, today).unwrap_err();
            assert_eq!(refusal.code(), code, "{action:?} for {acting_for:?}");
        }
    }
}

/// A delegation gives no way round: withdrawing is for the submitter and who stands in his place, not for any delegate.
#[test]
fn a_tie_alone_gives_no_right() {
    let run = at(Stage::FirstReview);
    let (delegate, submitter) = (person("乙", ROLES.to_vec()), PersonId("a".to_owned()));
    let today = date(2026, 2, 3);
    let ties = [submitter.clone()];
    let tied = Doer { ties: &ties, ..Doer::himself(&delegate) };
    let refusal = decide(&run.situation(), &Request::Withdraw, &tied, today).unwrap_err();
    assert_eq!(refusal.code(), "not_the_submitter");
    let in_his_place = Doer { acting_for: Some(&submitter), ..tied };
    assert!(decide(&run.situation(), &Request::Withdraw, &in_his_place, today).is_ok());
}

#[test]
fn who_stands_in_two_places_is_offered_what_is_possible_in_either() {
    let run = at(Stage::FirstReview);
    let today = date(2026, 2, 3);
    let (own, lent) = (person("乙", vec![Role::Owner]), person("乙", vec![Role::Leader]));
    let principal = PersonId("甲".to_owned());
    let doers = [Doer::himself(&own), Doer { acting_for: Some(&principal), ..Doer::himself(&lent) }];
    let found = offers_in_turn(&run.situation(), &doers, today);
    let of = |action| found.iter().find(|offer| offer.action == action).unwrap();
    assert_eq!(of(Action::PassFirst).acting_for, Some(principal));
    assert_eq!(of(Action::PassFirst).refusal, None);
    // Refused in both: the reason is that of the person himself.
    assert_eq!(of(Action::Withdraw).refusal.as_ref().unwrap().code(), "not_the_submitter");
    assert_eq!(of(Action::Withdraw).acting_for, None);
}
