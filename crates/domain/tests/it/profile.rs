//! Rule profiles: those that come with the program are sound, and each offence is found by itself.

use domain::calendar::{Period, Roll};
use domain::profile::{
    ColourStep, CountFrom, Criterion, Letter, NamedPeriod, Need, PeriodName, ProfileOffence, Repeat, Reviewer,
    RuleProfile, StartDay, StepStart,
};
use domain::{Closure, Completion, Lamp, LampRule, Role, SourceKind};

fn profile(id: &str) -> RuleProfile {
    RuleProfile::built_in().into_iter().find(|profile| profile.id == id).unwrap()
}

#[test]
fn the_built_in_profiles_are_sound_and_serve_every_source() {
    let all = RuleProfile::built_in();
    let names: Vec<&str> = all.iter().map(|profile| profile.name.as_str()).collect();
    assert_eq!(names, ["巡视", "巡察（市）", "巡察（县）", "审计", "督查", "考核", "自查"]);
    for profile in &all {
        assert_eq!(profile.offences(), [], "{}", profile.name);
        assert_eq!(all.iter().filter(|other| other.id == profile.id).count(), 1);
    }
    for source in SourceKind::ALL {
        assert!(all.iter().any(|profile| profile.sources.contains(source)), "{}", source.word());
    }
}

#[test]
fn every_basis_says_whether_it_is_rule_or_practice() {
    for profile in RuleProfile::built_in() {
        let route = &profile.route;
        let single = [
            &profile.start.basis,
            &profile.roll.basis,
            &route.first.basis,
            &route.second.basis,
            &route.filing.basis,
            &profile.words.basis,
        ];
        let bases = single
            .into_iter()
            .chain(profile.periods.iter().map(|period| &period.basis))
            .chain(profile.steps.iter().map(|step| &step.basis))
            .chain(profile.criteria.iter().map(|rule| &rule.basis));
        for basis in bases {
            let known = ["规定：", "地方规定：", "通行做法："].iter().any(|start| basis.starts_with(start));
            assert!(known, "{}: {basis}", profile.name);
        }
    }
}

/// The figures of process-rules §1.1 and §2, written down a second time.
#[test]
fn the_periods_are_those_of_the_process_rules() {
    let length = |id: &str, name| profile(id).period(name).map(|period| period.length);
    for (id, name, expected) in [
        ("inspection", PeriodName::Plan, Some(Period::Months(1))),
        ("inspection", PeriodName::Concentrated, Some(Period::Months(6))),
        ("patrol_city", PeriodName::Plan, Some(Period::Months(1))),
        ("patrol_city", PeriodName::Concentrated, Some(Period::Months(3))),
        ("patrol_city", PeriodName::QuarterlyProgress, Some(Period::Months(3))),
        ("patrol_county", PeriodName::Plan, Some(Period::WorkingDays(15))),
        ("patrol_county", PeriodName::Concentrated, Some(Period::Months(3))),
        ("patrol_county", PeriodName::Report, Some(Period::Months(3))),
        ("patrol_county", PeriodName::Leads, Some(Period::Months(6))),
        ("patrol_county", PeriodName::Evaluation, Some(Period::Months(1))),
        ("audit", PeriodName::Plan, Some(Period::Days(30))),
        ("audit", PeriodName::FixImmediate, Some(Period::Days(60))),
        ("audit", PeriodName::FixDeadline, Some(Period::Years(1))),
        ("audit", PeriodName::FixStanding, Some(Period::Years(5))),
        ("audit", PeriodName::FilingReview, Some(Period::Days(10))),
        ("audit", PeriodName::Concentrated, None),
        ("supervision", PeriodName::Report, Some(Period::Days(30))),
        ("self", PeriodName::FilingReview, None),
    ] {
        assert_eq!(length(id, name), expected, "{id} {name:?}");
    }
    let starts = RuleProfile::built_in().into_iter().map(|profile| profile.start.value).collect::<Vec<_>>();
    let (feedback, receipt) = (StartDay::Feedback, StartDay::Receipt);
    assert_eq!(starts, [feedback, feedback, feedback, StartDay::Delivery, receipt, receipt, feedback]);
}

#[test]
fn lamps_criteria_and_words_come_from_the_profile() {
    let audit = profile("audit");
    assert_eq!(LampRule::of(&audit).yellow_days, 10);
    let letters: Vec<&str> =
        audit.steps.iter().filter_map(|step| step.letter.as_ref()).map(|letter| letter.name.as_str()).collect();
    assert_eq!(letters, ["绿色提示函", "黄色提示函", "红色提示函"]);
    let mandatory: Vec<Criterion> = audit.mandatory_criteria().collect();
    assert_eq!(mandatory, [Criterion::Solved, Criterion::MeasuresDone, Criterion::Evidence]);
    assert_eq!(audit.words.completion.word(Completion::NotStarted), "尚未整改");
    assert_eq!(audit.words.completion.word(Completion::Standing), "长期整改");
    assert_eq!(audit.words.closure.word(Closure::Closed), "已对账销号");
    assert_eq!(audit.words.closure.word(Closure::FirstReview), "初审中");
}

/// The only offence of the county profile after a change.
fn check(change: impl Fn(&mut RuleProfile), expected: ProfileOffence) {
    let mut profile = profile("patrol_county");
    change(&mut profile);
    assert_eq!(profile.offences(), [expected]);
}

#[test]
fn a_profile_needs_a_name_and_a_source() {
    check(|profile| profile.id = "巡察".to_owned(), ProfileOffence::Id("巡察".to_owned()));
    check(|profile| profile.id.clear(), ProfileOffence::Id(String::new()));
    check(|profile| profile.name = " ".to_owned(), ProfileOffence::NoName);
    check(|profile| profile.sources.clear(), ProfileOffence::NoSource);
}

#[test]
fn everything_needs_a_basis() {
    let missing = |place: &str| ProfileOffence::NoBasis { place: place.to_owned() };
    check(|profile| profile.start.basis.clear(), missing("起算日"));
    check(|profile| profile.roll.basis.clear(), missing("到期日遇放假的处理"));
    check(|profile| profile.periods[0].basis = " ".to_owned(), missing("时限“整改方案报送”"));
    check(|profile| profile.steps[1].basis.clear(), missing("颜色步骤“剩余10天”"));
    check(|profile| profile.steps[2].basis.clear(), missing("颜色步骤“逾期”"));
    check(|profile| profile.route.first.basis.clear(), missing("初审"));
    check(|profile| profile.route.second.basis.clear(), missing("复审"));
    check(|profile| profile.route.filing.basis.clear(), missing("报备"));
    check(|profile| profile.criteria[0].basis.clear(), missing("销号标准“问题已解决”"));
    check(|profile| profile.words.basis.clear(), missing("印刷用词"));
}

#[test]
fn periods_are_known_single_and_of_a_likely_length() {
    let plan = || "整改方案报送".to_owned();
    let length = |length| move |profile: &mut RuleProfile| profile.periods[0].length = length;
    check(|profile| profile.periods[0].name = "xyz".to_owned(), ProfileOffence::PeriodUnknown("xyz".to_owned()));
    check(|profile| profile.periods.push(profile.periods[0].clone()), ProfileOffence::PeriodTwice(plan()));
    check(length(Period::Days(0)), ProfileOffence::PeriodZero(plan()));
    for long in [Period::Years(11), Period::Months(121), Period::Days(3661), Period::WorkingDays(2621)] {
        check(length(long), ProfileOffence::PeriodTooLong { name: plan(), years_max: 10 });
    }
    for fits in [Period::Years(10), Period::Months(120), Period::Days(3660), Period::WorkingDays(2620)] {
        let mut profile = profile("patrol_county");
        length(fits)(&mut profile);
        assert_eq!(profile.offences(), []);
    }
}

#[test]
fn periods_count_from_something_that_is_there() {
    let mut profile = profile("patrol_county");
    profile.periods.retain(|period| period.name != PeriodName::Concentrated.name());
    let missing = |name: PeriodName| ProfileOffence::AnchorMissing {
        name: name.word().to_owned(),
        anchor: "集中整改期".to_owned(),
    };
    assert_eq!(profile.offences(), [missing(PeriodName::QuarterlyProgress), missing(PeriodName::Evaluation)]);
    check(
        |profile| profile.periods[0].from = CountFrom::EndOf("plan".to_owned()),
        ProfileOffence::PeriodCircular("整改方案报送".to_owned()),
    );
}

#[test]
fn all_periods_of_a_circle_are_named() {
    let mut profile = profile("self");
    let period = |name: PeriodName, from: PeriodName| NamedPeriod {
        name: name.name().to_owned(),
        from: CountFrom::EndOf(from.name().to_owned()),
        length: Period::Days(1),
        repeat: Repeat::Once,
        basis: "通行做法：示例".to_owned(),
    };
    profile.periods = vec![
        period(PeriodName::Plan, PeriodName::Report),
        period(PeriodName::Report, PeriodName::Plan),
        period(PeriodName::Evaluation, PeriodName::Plan),
    ];
    let circular = |name: PeriodName| ProfileOffence::PeriodCircular(name.word().to_owned());
    assert_eq!(profile.offences(), [PeriodName::Plan, PeriodName::Report, PeriodName::Evaluation].map(circular));
}

#[test]
fn colour_steps_come_nearer_and_grow_graver() {
    check(
        |profile| profile.steps[0].start = StepStart::DaysLeft(10),
        ProfileOffence::StepsNotDescending { days: 10, next_days: 10 },
    );
    check(|profile| profile.steps[1].lamp = Lamp::Red, ProfileOffence::RedBeforeDue { days: 10 });
    check(
        |profile| profile.steps.insert(2, ColourStep { start: StepStart::DaysLeft(5), ..profile.steps[0].clone() }),
        ProfileOffence::LampEases { before: Lamp::Yellow, after: Lamp::Green },
    );
    check(|profile| profile.steps[2].lamp = Lamp::Yellow, ProfileOffence::OverdueNotRed);
    check(|profile| profile.steps[2].lamp = Lamp::Done, ProfileOffence::StepLamp(Lamp::Done));
    check(|profile| drop(profile.steps.pop()), ProfileOffence::OverdueNotLast);
    check(|profile| profile.steps.clear(), ProfileOffence::OverdueNotLast);
    check(|profile| profile.steps.push(profile.steps[2].clone()), ProfileOffence::OverdueNotLast);
    check(|profile| profile.steps[2].roll = Roll::PreviousWorkday, ProfileOffence::OverdueRollsBack);
}

#[test]
fn letters_have_a_name_and_an_addressee() {
    let letter = |name: &str, to: &[Role]| Some(Letter { name: name.to_owned(), to: to.to_vec() });
    check(
        |profile| profile.steps[0].letter = letter("", &[Role::Owner]),
        ProfileOffence::LetterWithoutName { place: "颜色步骤“剩余20天”".to_owned() },
    );
    check(
        |profile| profile.steps[0].letter = letter("提示函", &[]),
        ProfileOffence::LetterWithoutAddressee("提示函".to_owned()),
    );
}

#[test]
fn two_reviews_are_by_two_and_a_filing_has_its_period() {
    check(|profile| profile.route.first.value = Reviewer::Secretary, ProfileOffence::SameReviewer("主要负责人"));
    check(
        |profile| profile.periods.retain(|period| period.name != PeriodName::FilingReview.name()),
        ProfileOffence::FilingWithoutPeriod,
    );
}

#[test]
fn the_six_criteria_are_stated_once_and_evidence_is_always_needed() {
    check(
        |profile| profile.criteria.push(profile.criteria[0].clone()),
        ProfileOffence::CriterionTwice("问题已解决".to_owned()),
    );
    check(|profile| drop(profile.criteria.pop()), ProfileOffence::CriterionMissing("群众认可"));
    check(|profile| profile.criteria[2].need = Need::WhenCalledFor, ProfileOffence::EvidenceNotMandatory);
    let mut unknown = profile("self");
    unknown.criteria[5].criterion = "xyz".to_owned();
    let expected = [ProfileOffence::CriterionUnknown("xyz".to_owned()), ProfileOffence::CriterionMissing("群众认可")];
    assert_eq!(unknown.offences(), expected);
}

#[test]
fn every_status_has_a_word() {
    check(|profile| profile.words.completion.standing.clear(), ProfileOffence::NoWord("长期坚持"));
    check(|profile| profile.words.closure.closed = " ".to_owned(), ProfileOffence::NoWord("已销号"));
}

#[test]
fn all_offences_are_told_at_once() {
    let mut profile = profile("self");
    profile.name.clear();
    profile.periods[0].length = Period::Months(0);
    profile.criteria[2].need = Need::Advisory;
    let expected = [
        ProfileOffence::NoName,
        ProfileOffence::PeriodZero("整改情况报告".to_owned()),
        ProfileOffence::EvidenceNotMandatory,
    ];
    assert_eq!(profile.offences(), expected);
    assert_eq!(expected[1].to_string(), "时限“整改情况报告”为零，请填写大于零的数，或删去这一条。");
}
