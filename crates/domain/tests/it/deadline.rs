//! Deadlines, chases and previews by profile.

use domain::calendar::{Certainty, Period, Roll, WorkCalendar};
use domain::profile::{
    CountFrom, DeadlineRefusal, DueFinding, KeyDates, LampChange, PeriodName, RuleProfile, StartDay, StepStart,
    chase_dates, deadline, lamp_changes, next_deadline,
};
use domain::{Completion, FixType, Inspection, InspectionId, Lamp, Role, SourceKind, UnitId};
use jiff::civil::{Date, date};

fn profile(id: &str) -> RuleProfile {
    RuleProfile::built_in().into_iter().find(|profile| profile.id == id).unwrap()
}

fn feedback(date: Date) -> KeyDates {
    KeyDates { feedback: Some(date), ..KeyDates::default() }
}

/// The date of a period by the built-in calendar; it must be certain.
fn due(profile: &RuleProfile, period: PeriodName, dates: &KeyDates) -> Date {
    let found = deadline(profile, period, dates, &WorkCalendar::built_in()).unwrap();
    assert_eq!(found.certainty, Certainty::Certain, "{}", found.reason);
    found.date
}

#[test]
fn a_deadline_counts_from_the_day_the_profile_names() {
    let inspection = Inspection {
        id: InspectionId("i".to_owned()),
        key: "SJ-2025-01".to_owned(),
        source: SourceKind::Audit,
        title: String::new(),
        issuing_body: String::new(),
        document_number: None,
        unit: UnitId("u".to_owned()),
        feedback_date: Some(date(2025, 6, 2)),
        receipt_date: Some(date(2025, 6, 10)),
        profile: "patrol_county".to_owned(),
        version: 1,
    };
    let dates = KeyDates::of(&inspection);
    assert_eq!(due(&profile("patrol_county"), PeriodName::Concentrated, &dates), date(2025, 9, 2));
    assert_eq!(due(&profile("supervision"), PeriodName::Report, &dates), date(2025, 7, 10));
    let audit = profile("audit");
    assert_eq!(due(&audit, PeriodName::of_fix(FixType::Immediate), &dates), date(2025, 8, 11));
    assert_eq!(due(&audit, PeriodName::of_fix(FixType::Deadline), &dates), date(2026, 6, 10));
    let standing = deadline(&audit, PeriodName::of_fix(FixType::Standing), &dates, &WorkCalendar::built_in()).unwrap();
    assert_eq!((standing.date, standing.certainty.missing_years()), (date(2030, 6, 10), [2030].as_slice()));
}

#[test]
fn a_moved_deadline_gives_its_reason_and_both_bases() {
    let county = profile("patrol_county");
    let calendar = WorkCalendar::built_in();
    let found = deadline(&county, PeriodName::Report, &feedback(date(2026, 7, 3)), &calendar).unwrap();
    assert_eq!((found.counted, found.date), (date(2026, 10, 3), date(2026, 10, 8)));
    assert_eq!(found.reason, "自2026-07-03（反馈会议日期）起3个月，至2026-10-03，该日为国庆节放假，顺延至2026-10-08");
    let report = county.period(PeriodName::Report).unwrap();
    assert_eq!(found.basis, format!("{}；{}", report.basis, county.roll.basis));

    let plain = deadline(&county, PeriodName::Report, &feedback(date(2026, 7, 9)), &calendar).unwrap();
    assert_eq!((plain.counted, plain.date), (date(2026, 10, 9), date(2026, 10, 9)));
    assert_eq!(plain.basis, report.basis);
    assert_eq!(plain.reason, "自2026-07-09（反馈会议日期）起3个月，至2026-10-09");
}

#[test]
fn the_roll_is_the_profile_s() {
    let mut county = profile("patrol_county");
    let dates = feedback(date(2026, 7, 3));
    county.roll.value = Roll::None;
    assert_eq!(due(&county, PeriodName::Report, &dates), date(2026, 10, 3));
    county.roll.value = Roll::PreviousWorkday;
    assert_eq!(due(&county, PeriodName::Report, &dates), date(2026, 9, 30));
    let early = deadline(&county, PeriodName::Report, &dates, &WorkCalendar::built_in()).unwrap();
    assert!(early.reason.ends_with("提前至2026-09-30"), "{}", early.reason);
}

#[test]
fn a_period_after_another_counts_from_its_moved_end() {
    let county = profile("patrol_county");
    let dates = feedback(date(2026, 7, 3));
    assert_eq!(due(&county, PeriodName::Evaluation, &dates), date(2026, 11, 9));
    let found = deadline(&county, PeriodName::Evaluation, &dates, &WorkCalendar::built_in()).unwrap();
    assert!(found.reason.starts_with("自2026-10-08（集中整改期）起1个月，至2026-11-08"), "{}", found.reason);
}

#[test]
fn the_doubt_of_an_anchor_stays_with_what_counts_from_it() {
    let mut county = profile("patrol_county");
    county.periods.iter_mut().for_each(|period| {
        if period.name == PeriodName::Concentrated.name() {
            period.length = Period::WorkingDays(30);
        }
    });
    let dates = feedback(date(2026, 12, 1));
    let found = deadline(&county, PeriodName::Evaluation, &dates, &WorkCalendar::built_in()).unwrap();
    assert_eq!(found.certainty.missing_years(), [2027]);
    county.roll.value = Roll::None;
    let found = deadline(&county, PeriodName::Evaluation, &dates, &WorkCalendar::built_in()).unwrap();
    assert_eq!(found.certainty.missing_years(), [2027]);
}

#[test]
fn quarters_count_from_their_anchor_and_keep_the_day() {
    let city = profile("patrol_city");
    let calendar = WorkCalendar::built_in();
    let dates = feedback(date(2024, 5, 31));
    let next = |today| next_deadline(&city, PeriodName::QuarterlyProgress, &dates, &calendar, today).unwrap();
    assert_eq!(due(&city, PeriodName::Concentrated, &dates), date(2024, 9, 2));
    assert_eq!(due(&city, PeriodName::QuarterlyProgress, &dates), date(2024, 12, 2));
    assert_eq!(next(date(2024, 6, 1)).date, date(2024, 12, 2));
    assert_eq!(next(date(2024, 12, 2)).date, date(2024, 12, 2));
    assert_eq!(next(date(2024, 12, 3)).date, date(2025, 3, 3));
    assert_eq!(next(date(2025, 3, 4)).date, date(2025, 6, 3));
    assert!(next(date(2025, 3, 4)).reason.starts_with("自2024-09-02（集中整改期）起9个月，至2025-06-02"));
    let once = next_deadline(&city, PeriodName::Concentrated, &dates, &calendar, date(2030, 1, 1)).unwrap();
    assert_eq!(once.date, date(2024, 9, 2));
}

#[test]
fn a_repeated_period_of_length_zero_ends_the_search() {
    let mut city = profile("patrol_city");
    city.periods.iter_mut().for_each(|period| period.length = Period::Days(0));
    let dates = feedback(date(2024, 5, 31));
    let calendar = WorkCalendar::built_in();
    let found = next_deadline(&city, PeriodName::QuarterlyProgress, &dates, &calendar, date(2026, 1, 1)).unwrap();
    assert_eq!(found.date, date(2024, 5, 31));
}

#[test]
fn what_is_missing_is_said_and_not_guessed() {
    let calendar = WorkCalendar::built_in();
    let refusal = |profile: &RuleProfile, period, dates| deadline(profile, period, &dates, &calendar).unwrap_err();
    let receipt = KeyDates { receipt: Some(date(2026, 7, 3)), ..KeyDates::default() };
    let county = profile("patrol_county");
    let missing = refusal(&county, PeriodName::Plan, receipt);
    assert_eq!(missing, DeadlineRefusal::StartMissing { period: PeriodName::Plan, day: StartDay::Feedback });
    assert_eq!(missing.to_string(), "尚未填写反馈会议日期，无法计算“整改方案报送”，请先在检查轮次中填写。");
    assert_eq!(
        refusal(&county, PeriodName::FilingReview, feedback(date(2026, 7, 3))),
        DeadlineRefusal::NotFiled { period: PeriodName::FilingReview }
    );
    assert_eq!(
        refusal(&profile("audit"), PeriodName::Concentrated, receipt),
        DeadlineRefusal::NotStated { profile: "审计".to_owned(), period: PeriodName::Concentrated }
    );
    assert_eq!(
        refusal(&county, PeriodName::Evaluation, receipt),
        DeadlineRefusal::StartMissing { period: PeriodName::Concentrated, day: StartDay::Feedback }
    );
}

#[test]
fn a_filing_may_be_rejected_until_its_period_ends() {
    let dates = KeyDates { filing: Some(date(2026, 9, 18)), ..KeyDates::default() };
    assert_eq!(due(&profile("patrol_county"), PeriodName::FilingReview, &dates), date(2026, 10, 9));
    assert_eq!(due(&profile("audit"), PeriodName::FilingReview, &dates), date(2026, 9, 28));
}

#[test]
fn periods_that_count_from_each_other_are_refused() {
    let mut county = profile("patrol_county");
    let dates = feedback(date(2026, 7, 3));
    let calendar = WorkCalendar::built_in();
    for (name, from) in [(0, "concentrated"), (1, "report"), (2, "plan")] {
        county.periods[name].from = CountFrom::EndOf(from.to_owned());
    }
    let circular = |period| Err(DeadlineRefusal::NoAnchor { profile: "巡察（县）".to_owned(), period });
    assert_eq!(deadline(&county, PeriodName::Plan, &dates, &calendar), circular(PeriodName::Report));
    county.periods[1].from = CountFrom::EndOf("xyz".to_owned());
    assert_eq!(deadline(&county, PeriodName::Plan, &dates, &calendar), circular(PeriodName::Concentrated));
}

#[test]
fn chases_go_back_before_the_due_date_and_on_after_it() {
    let county = profile("patrol_county");
    let chases = |due| {
        let found = chase_dates(&county, due, &WorkCalendar::built_in());
        found.into_iter().map(|chase| (chase.date, chase.lamp, chase.letter.to)).collect::<Vec<_>>()
    };
    assert_eq!(
        chases(date(2026, 10, 23)),
        [
            (date(2026, 9, 30), Lamp::Green, vec![Role::Owner]),
            (date(2026, 10, 13), Lamp::Yellow, vec![Role::Owner, Role::Leader]),
            (date(2026, 10, 26), Lamp::Red, vec![Role::Head, Role::Secretary]),
        ]
    );
    let late = chase_dates(&county, date(2027, 1, 5), &WorkCalendar::built_in());
    let missing: Vec<&[i16]> = late.iter().map(|chase| chase.certainty.missing_years()).collect();
    assert_eq!(missing, [&[][..], &[], &[2027]]);
}

#[test]
fn a_step_without_a_letter_chases_nobody() {
    let mut county = profile("patrol_county");
    county.steps[0].letter = None;
    let lamps: Vec<Lamp> =
        chase_dates(&county, date(2026, 9, 1), &WorkCalendar::built_in()).iter().map(|chase| chase.lamp).collect();
    assert_eq!(lamps, [Lamp::Yellow, Lamp::Red]);
}

#[test]
fn a_preview_counts_the_lamps_that_change() {
    let today = date(2026, 11, 23);
    let before = profile("patrol_county");
    let mut after = before.clone();
    after.steps[1].start = StepStart::DaysLeft(15);
    let finding = |due, completion| DueFinding { due, completion };
    let open = |due| finding(Some(due), Completion::InProgress);
    let mut findings = vec![
        open(date(2026, 12, 3)),
        open(date(2026, 11, 22)),
        open(date(2026, 12, 9)),
        finding(Some(date(2026, 12, 5)), Completion::Done),
        finding(None, Completion::NotStarted),
    ];
    findings.extend([open(date(2026, 12, 4)); 36]);
    findings.push(open(date(2026, 12, 8)));

    let changes = lamp_changes(&findings, &before, &after, today);
    assert_eq!(changes, [LampChange { before: Lamp::Green, after: Lamp::Yellow, findings: 37 }]);
    assert_eq!(changes[0].words(), "将使 37 项由绿灯变为黄灯");
    let back = lamp_changes(&findings, &after, &before, today);
    assert_eq!(back, [LampChange { before: Lamp::Yellow, after: Lamp::Green, findings: 37 }]);
    assert_eq!(lamp_changes(&findings, &before, &before, today), []);
}
