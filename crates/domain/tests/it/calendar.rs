//! Counting of periods: the cases of the process rules, their boundaries, and what holds for every count.

use domain::calendar::{Certainty, DayEntry, DayKind, EntryKind, Period, Roll, WorkCalendar, YearTable};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// The end of a period by the calendar that comes with the program; it must be certain.
fn end(start: Date, period: Period, roll: Roll) -> Date {
    let end = WorkCalendar::built_in().end_of(start, period, roll);
    assert_eq!(end.certainty, Certainty::Certain, "{start} {period:?}");
    end.value
}

#[test]
fn working_days_pass_over_holidays_and_count_make_up_days() {
    let check = |start, days, expected| assert_eq!(end(start, Period::WorkingDays(days), Roll::None), expected);
    check(date(2026, 2, 12), 5, date(2026, 2, 26));
    check(date(2026, 9, 18), 10, date(2026, 10, 9));
    check(date(2026, 4, 24), 15, date(2026, 5, 19));
    check(date(2026, 10, 9), 1, date(2026, 10, 10));
    check(date(2026, 10, 3), 0, date(2026, 10, 3));
}

#[test]
fn months_end_on_the_same_day_or_the_last_of_the_month() {
    let check = |start, months, expected| assert_eq!(end(start, Period::Months(months), Roll::None), expected);
    check(date(2026, 7, 3), 3, date(2026, 10, 3));
    check(date(2025, 8, 31), 6, date(2026, 2, 28));
    check(date(2023, 8, 31), 6, date(2024, 2, 29));
    check(date(2026, 1, 30), 1, date(2026, 2, 28));
    check(date(2026, 2, 28), 1, date(2026, 3, 28));
    assert_eq!(end(date(2024, 2, 29), Period::Years(1), Roll::None), date(2025, 2, 28));
    assert_eq!(end(date(2026, 7, 3), Period::Years(5), Roll::None), date(2031, 7, 3));
}

#[test]
fn a_last_day_off_moves_on_and_a_worked_saturday_does_not() {
    let check = |start, period, expected| assert_eq!(end(start, period, Roll::NextWorkday), expected);
    check(date(2026, 7, 3), Period::Months(3), date(2026, 10, 8));
    check(date(2025, 8, 31), Period::Months(6), date(2026, 2, 28));
    check(date(2026, 8, 3), Period::Days(60), date(2026, 10, 8));
    check(date(2025, 12, 17), Period::Days(60), date(2026, 2, 24));
    check(date(2026, 2, 9), Period::Months(3), date(2026, 5, 9));
    assert_eq!(end(date(2026, 8, 3), Period::Days(60), Roll::None), date(2026, 10, 2));
    assert_eq!(end(date(2025, 12, 17), Period::Days(60), Roll::None), date(2026, 2, 15));
    assert_eq!(end(date(2026, 8, 3), Period::Days(60), Roll::PreviousWorkday), date(2026, 9, 30));
}

#[test]
fn chases_go_back_to_a_working_day() {
    let calendar = WorkCalendar::built_in();
    let check = |due, period, expected| {
        let day = calendar.days_before(due, period, Roll::PreviousWorkday);
        assert_eq!((day.value, day.certainty), (expected, Certainty::Certain));
    };
    check(date(2026, 10, 15), Period::Days(10), date(2026, 9, 30));
    check(date(2026, 10, 20), Period::Days(10), date(2026, 10, 10));
    check(date(2026, 10, 9), Period::WorkingDays(3), date(2026, 9, 29));
    check(date(2026, 5, 31), Period::Months(3), date(2026, 2, 28));
}

#[test]
fn working_days_of_a_year_are_as_many_as_the_notices_leave() {
    let calendar = WorkCalendar::built_in();
    let of = |year: i16| calendar.working_days_left(date(year - 1, 12, 31), date(year, 12, 31));
    assert_eq!([2024, 2025, 2026].map(|year| of(year).value), [251, 248, 248]);
    assert!(of(2024).certainty.is_certain() && of(2025).certainty.is_certain());
    assert_eq!(of(2026).certainty.missing_years(), [2027]);
}

#[test]
fn days_left_count_from_tomorrow_and_turn_negative_when_past() {
    let calendar = WorkCalendar::built_in();
    let left = |today, due| calendar.working_days_left(today, due).value;
    assert_eq!(left(date(2026, 9, 30), date(2026, 10, 9)), 2);
    assert_eq!(left(date(2026, 10, 3), date(2026, 10, 3)), 0);
    assert_eq!(left(date(2026, 10, 9), date(2026, 9, 30)), -2);
    assert_eq!(left(date(2026, 10, 1), date(2026, 10, 7)), 0);
}

#[test]
fn a_result_that_needs_an_unknown_year_says_so() {
    let calendar = WorkCalendar::built_in();
    let missing = |start, period, roll| calendar.end_of(start, period, roll).certainty.missing_years().to_vec();
    assert_eq!(missing(date(2026, 11, 23), Period::Months(3), Roll::NextWorkday), [2027]);
    assert_eq!(missing(date(2026, 11, 23), Period::Months(3), Roll::None), []);
    assert_eq!(missing(date(2026, 11, 23), Period::WorkingDays(20), Roll::None), []);
    assert_eq!(missing(date(2026, 11, 23), Period::WorkingDays(30), Roll::None), [2027]);
    assert_eq!(missing(date(2026, 12, 1), Period::WorkingDays(300), Roll::None), [2027, 2028]);
    assert_eq!(missing(date(2022, 12, 1), Period::Days(31), Roll::NextWorkday), [2023]);
}

#[test]
fn counts_stop_at_the_ends_of_the_calendar() {
    let calendar = WorkCalendar::built_in();
    for period in [Period::Days(9), Period::WorkingDays(9), Period::Months(u16::MAX), Period::Years(u16::MAX)] {
        assert_eq!(calendar.end_of(Date::MAX, period, Roll::NextWorkday).value, Date::MAX);
        assert_eq!(calendar.days_before(Date::MIN, period, Roll::PreviousWorkday).value, Date::MIN);
    }
}

fn day() -> impl Strategy<Value = Date> {
    (0i32..1096).prop_map(|days| date(2024, 1, 1).saturating_add(days.days()))
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (0u16..900).prop_map(Period::Days),
        (0u16..600).prop_map(Period::WorkingDays),
        (0u16..30).prop_map(Period::Months),
        (0u16..4).prop_map(Period::Years),
    ]
}

fn roll() -> impl Strategy<Value = Roll> {
    prop::sample::select(Roll::ALL)
}

/// Some notice for a year: the fixed holidays and days off and worked at random.
fn notice(year: i16) -> impl Strategy<Value = YearTable> {
    let first = date(year - 1, 12, 29);
    prop::collection::btree_set(0i32..360, 0..30).prop_map(move |days| {
        let fixed = [date(year, 1, 1), date(year, 5, 1), date(year, 10, 1)];
        let moved = days.into_iter().map(|days| first.saturating_add(days.days())).filter(|day| !fixed.contains(day));
        let entry = |date: Date, kind| DayEntry { name: "节日".to_owned(), date, kind };
        let kind = |date: Date| {
            if date.weekday().to_monday_one_offset() > 5 { EntryKind::Worked } else { EntryKind::Off }
        };
        let days = fixed.map(|date| entry(date, EntryKind::Off)).into_iter();
        let days = days.chain(moved.map(|date| entry(date, kind(date)))).collect();
        YearTable { year, source: "示例通知".to_owned(), days }
    })
}

proptest! {
    #[test]
    fn working_days_counted_are_the_days_left(start in day(), days in 0u16..600) {
        let calendar = WorkCalendar::built_in();
        let end = calendar.end_of(start, Period::WorkingDays(days), Roll::None).value;
        prop_assert_eq!(calendar.working_days_left(start, end).value, i32::from(days));
        prop_assert_eq!(calendar.working_days_left(end, start).value, -i32::from(days));
    }

    #[test]
    fn days_left_add_up(mut days in prop::array::uniform3(day())) {
        let calendar = WorkCalendar::built_in();
        let left = |from, to| calendar.working_days_left(from, to).value;
        days.sort();
        prop_assert_eq!(left(days[0], days[1]) + left(days[1], days[2]), left(days[0], days[2]));
    }

    #[test]
    fn a_rolled_end_is_the_nearest_working_day_that_way(start in day(), period in period()) {
        let calendar = WorkCalendar::built_in();
        let end = |roll| calendar.end_of(start, period, roll).value;
        let works = |day| calendar.day(day).value.is_working();
        let (before, plain, after) = (end(Roll::PreviousWorkday), end(Roll::None), end(Roll::NextWorkday));
        prop_assert!(before <= plain && plain <= after);
        prop_assert!(works(before) && works(after));
        prop_assert_eq!(calendar.working_days_left(before, after).value, i32::from(before < after));
        prop_assert_eq!(before == after, works(plain));
    }

    #[test]
    fn a_later_start_or_a_longer_period_never_ends_earlier(start in day(), period in period(), roll in roll()) {
        let calendar = WorkCalendar::built_in();
        let end = |start, period| calendar.end_of(start, period, roll).value;
        prop_assert!(end(start, period) <= end(start.tomorrow().unwrap(), period));
        prop_assert!(end(start, period) <= end(start, period.times(2)));
    }

    #[test]
    fn months_keep_the_day_or_take_the_last(start in day(), months in 0u16..60) {
        let end = WorkCalendar::built_in().end_of(start, Period::Months(months), Roll::None).value;
        let passed = (end.year() - start.year()) * 12 + i16::from(end.month() - start.month());
        prop_assert_eq!(passed, months as i16);
        prop_assert!(end.day() == start.day() || (end.day() < start.day() && end == end.last_of_month()));
    }

    #[test]
    fn what_is_certain_stays_whatever_the_next_notices_say(
        start in day(), period in period(), roll in roll(), tables in (notice(2023), notice(2027), notice(2028)),
    ) {
        let known = WorkCalendar::built_in();
        let mut later = known.clone();
        for table in [tables.0, tables.1, tables.2] {
            prop_assert_eq!(later.put_year(&table), Ok(()));
        }
        for (then, now) in [
            (known.end_of(start, period, roll), later.end_of(start, period, roll)),
            (known.days_before(start, period, roll), later.days_before(start, period, roll)),
        ] {
            if then.certainty.is_certain() {
                prop_assert_eq!(then, now);
            }
        }
    }

    #[test]
    fn every_day_of_a_known_year_has_one_kind(day in day()) {
        let calendar = WorkCalendar::built_in();
        let kind = calendar.day(day).value;
        let weekend = day.weekday().to_monday_one_offset() > 5;
        let fits = match kind {
            DayKind::Working => !weekend,
            DayKind::Weekend | DayKind::MakeUp(_) => weekend,
            DayKind::Holiday(_) => true,
            DayKind::LocalLeave(_) => false,
        };
        prop_assert!(fits);
    }
}
