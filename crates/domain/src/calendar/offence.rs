//! What is wrong with a table of days before it may be used. A table that is half there is worse than none:
//! without one, results say that they are provisional.

use super::{DayEntry, EntryKind, YearTable};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// Something wrong with a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarOffence {
    #[error("{year}年的放假安排没有写来源，请填写通知的名称、文号和日期。")]
    NoSource { year: i16 },
    #[error("{year}年的放假安排缺少{name}（{date}），数据不完整，请核对通知原文后重新导入。")]
    HolidayMissing { year: i16, name: &'static str, date: Date },
    #[error("{date} 不属于{year}年的放假安排，请改正日期，或导入到对应的年份。")]
    OutsideYear { year: i16, date: Date },
    #[error("{date} 没有写节日名称，请补上。")]
    NoName { date: Date },
    #[error("{date} 列了不止一次，请只保留一条。")]
    Doubled { date: Date },
    #[error("{date} 不是周六、周日，本来就上班，不能列为调休上班，请核对日期。")]
    WorkedWeekday { date: Date },
}

/// Holidays on a fixed day of the solar year (全国年节及纪念日放假办法): a table without them is incomplete.
const FIXED_HOLIDAYS: [(&str, i8, i8); 3] = [("元旦", 1, 1), ("劳动节", 5, 1), ("国庆节", 10, 1)];

/// What is wrong with the table of a year; nothing if it may be used.
pub fn year_offences(table: &YearTable) -> Vec<CalendarOffence> {
    let year = table.year;
    let mut offences = Vec::new();
    if table.source.trim().is_empty() {
        offences.push(CalendarOffence::NoSource { year });
    }
    for (name, month, day) in FIXED_HOLIDAYS {
        // A year that the calendar cannot hold has no such day; each of its days is outside the year anyway.
        let Ok(date) = Date::new(year, month, day) else { continue };
        if !table.days.iter().any(|entry| entry.date == date && entry.kind == EntryKind::Off) {
            offences.push(CalendarOffence::HolidayMissing { year, name, date });
        }
    }
    let outside = table.days.iter().map(|entry| entry.date).filter(|date| !belongs(*date, year));
    offences.extend(outside.map(|date| CalendarOffence::OutsideYear { year, date }));
    offences.extend(local_offences(&table.days));
    offences
}

/// What is wrong with the extra days of an organisation.
pub fn local_offences(days: &[DayEntry]) -> Vec<CalendarOffence> {
    let mut offences = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in days {
        let date = entry.date;
        if entry.name.trim().is_empty() {
            offences.push(CalendarOffence::NoName { date });
        }
        if !seen.insert(date) {
            offences.push(CalendarOffence::Doubled { date });
        }
        if entry.kind == EntryKind::Worked && !is_weekend(date) {
            offences.push(CalendarOffence::WorkedWeekday { date });
        }
    }
    offences
}

pub(super) fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A notice may move the last days of the December before: that for 2019 made 2018-12-29 a working day.
fn belongs(date: Date, year: i16) -> bool {
    date.year() == year || (date.year() == year.saturating_sub(1) && date.month() == 12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(name: &str, date: Date, kind: EntryKind) -> DayEntry {
        DayEntry { name: name.to_owned(), date, kind }
    }

    fn table(extra: &[DayEntry]) -> YearTable {
        let fixed = FIXED_HOLIDAYS.map(|(name, month, day)| entry(name, date(2030, month, day), EntryKind::Off));
        YearTable { year: 2030, source: "示例通知".to_owned(), days: [&fixed, extra].concat() }
    }

    #[test]
    fn a_sound_table_has_no_offence() {
        let extra = [
            entry("元旦", date(2029, 12, 31), EntryKind::Off),
            entry("元旦", date(2029, 12, 29), EntryKind::Worked),
            entry("劳动节", date(2030, 5, 4), EntryKind::Off),
            entry("劳动节", date(2030, 4, 28), EntryKind::Worked),
        ];
        assert_eq!(year_offences(&table(&extra)), []);
    }

    #[test]
    fn each_fault_of_a_table_is_named() {
        let extra = [
            entry("国庆节", date(2031, 10, 1), EntryKind::Off),
            entry("元旦", date(2029, 11, 30), EntryKind::Off),
            entry("国庆节", date(2030, 10, 1), EntryKind::Off),
            entry(" ", date(2030, 10, 2), EntryKind::Off),
            entry("国庆节", date(2030, 10, 8), EntryKind::Worked),
        ];
        assert_eq!(
            year_offences(&YearTable { source: " ".to_owned(), ..table(&extra) }),
            [
                CalendarOffence::NoSource { year: 2030 },
                CalendarOffence::OutsideYear { year: 2030, date: date(2031, 10, 1) },
                CalendarOffence::OutsideYear { year: 2030, date: date(2029, 11, 30) },
                CalendarOffence::Doubled { date: date(2030, 10, 1) },
                CalendarOffence::NoName { date: date(2030, 10, 2) },
                CalendarOffence::WorkedWeekday { date: date(2030, 10, 8) },
            ]
        );
    }

    #[test]
    fn a_table_that_is_cut_short_is_refused() {
        let cut = YearTable { days: Vec::new(), ..table(&[]) };
        assert_eq!(year_offences(&cut).len(), 3);
        let worked = YearTable { days: vec![entry("元旦", date(2030, 1, 1), EntryKind::Worked)], ..table(&[]) };
        assert!(year_offences(&worked).contains(&CalendarOffence::HolidayMissing {
            year: 2030,
            name: "元旦",
            date: date(2030, 1, 1)
        }));
    }

    #[test]
    fn a_year_beyond_the_calendar_is_outside_and_breaks_nothing() {
        let far = YearTable { year: i16::MAX, ..table(&[]) };
        assert_eq!(year_offences(&far).len(), 3);
        let first = YearTable { year: i16::MIN, ..table(&[]) };
        assert_eq!(year_offences(&first).len(), 3);
    }

    #[test]
    fn messages_say_where_and_what_to_do() {
        let offence = CalendarOffence::WorkedWeekday { date: date(2030, 10, 8) };
        assert_eq!(offence.to_string(), "2030-10-08 不是周六、周日，本来就上班，不能列为调休上班，请核对日期。");
    }
}
