//! The calendar itself: what each day is, by the notices that are known and an organisation's own days.

use super::offence::is_weekend;
use super::{
    CalendarOffence, Certainty, Computed, DayEntry, DayKind, EntryKind, YearTable, local_offences, year_offences, years,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days with what is listed for them.
type Listed = BTreeMap<Date, (EntryKind, String)>;

/// Holidays and make-up days of the years that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    years: BTreeMap<i16, Year>,
    local: Listed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Year {
    source: String,
    days: Listed,
}

impl WorkCalendar {
    /// The years that come with the program.
    pub fn built_in() -> Self {
        let years = years::ALL.iter().map(|notice| notice.table()).map(|table| (table.year, Year::of(&table)));
        Self { years: years.collect(), local: Listed::new() }
    }

    /// Adds a year, or replaces it: notices are sometimes changed during the year (2015, 2020).
    pub fn put_year(&mut self, table: &YearTable) -> Result<(), Vec<CalendarOffence>> {
        let offences = year_offences(table);
        if !offences.is_empty() {
            return Err(offences);
        }
        self.years.insert(table.year, Year::of(table));
        Ok(())
    }

    /// Replaces the days that an organisation has besides the national ones: 民族节日, local leave and what makes
    /// up for it.
    pub fn set_local(&mut self, days: &[DayEntry]) -> Result<(), Vec<CalendarOffence>> {
        let offences = local_offences(days);
        if !offences.is_empty() {
            return Err(offences);
        }
        self.local = listed(days);
        Ok(())
    }

    /// The known years with the notices they rest on.
    pub fn sources(&self) -> impl Iterator<Item = (i16, &str)> {
        self.years.iter().map(|(year, known)| (*year, known.source.as_str()))
    }

    /// What is listed for a year that is known.
    pub fn year(&self, year: i16) -> Option<YearTable> {
        let known = self.years.get(&year)?;
        let entry = |(date, (kind, name)): (&Date, &(EntryKind, String))| DayEntry {
            name: name.clone(),
            date: *date,
            kind: *kind,
        };
        Some(YearTable { year, source: known.source.clone(), days: known.days.iter().map(entry).collect() })
    }

    /// What a day is.
    pub fn day(&self, date: Date) -> Computed<DayKind> {
        let missing: BTreeSet<i16> = self.missing_year(date).into_iter().collect();
        Computed { value: self.kind(date), certainty: Certainty::without(missing) }
    }

    /// The kind by what is listed. A national holiday is nobody's to work away, own leave counts against a
    /// national make-up day.
    pub(super) fn kind(&self, date: Date) -> DayKind {
        let named = |(kind, name): &(EntryKind, String)| (*kind, name.clone());
        match (self.national(date).map(named), self.local.get(&date).map(named)) {
            (Some((EntryKind::Off, name)), _) => DayKind::Holiday(name),
            (_, Some((EntryKind::Off, name))) => DayKind::LocalLeave(name),
            (Some((EntryKind::Worked, name)), _) | (None, Some((EntryKind::Worked, name))) => DayKind::MakeUp(name),
            (None, None) if is_weekend(date) => DayKind::Weekend,
            (None, None) => DayKind::Working,
        }
    }

    /// The year whose notice is needed to be sure of the day and is not known.
    pub(super) fn missing_year(&self, date: Date) -> Option<i16> {
        let needed = [Some(date.year()), next_notice(date)];
        needed.into_iter().flatten().find(|year| !self.years.contains_key(year))
    }

    /// What the notices say of the day; of two, the later notice holds.
    fn national(&self, date: Date) -> Option<&(EntryKind, String)> {
        let by = |year: i16| self.years.get(&year).and_then(|known| known.days.get(&date));
        by(date.year().saturating_add(1)).or_else(|| by(date.year()))
    }
}

impl Year {
    fn of(table: &YearTable) -> Self {
        Self { source: table.source.clone(), days: listed(&table.days) }
    }
}

fn listed(days: &[DayEntry]) -> Listed {
    days.iter().map(|entry| (entry.date, (entry.kind, entry.name.trim().to_owned()))).collect()
}

/// The first day of December that the notice for the next year has ever moved (2007 and 2018 for 元旦).
const FIRST_MOVED_DECEMBER_DAY: i8 = 29;

/// The year whose notice may still move the day.
fn next_notice(date: Date) -> Option<i16> {
    (date.month() == 12 && date.day() >= FIRST_MOVED_DECEMBER_DAY).then(|| date.year().saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(name: &str, date: Date, kind: EntryKind) -> DayEntry {
        DayEntry { name: name.to_owned(), date, kind }
    }

    fn words(calendar: &WorkCalendar, date: Date) -> String {
        calendar.day(date).value.words()
    }

    #[test]
    fn days_are_known_by_name() {
        let calendar = WorkCalendar::built_in();
        for (day, expected) in [
            (date(2026, 1, 4), "元旦调休上班"),
            (date(2026, 2, 16), "春节放假"),
            (date(2026, 10, 3), "国庆节放假"),
            (date(2026, 10, 8), "工作日"),
            (date(2026, 10, 11), "周末"),
            (date(2025, 10, 6), "国庆节、中秋节放假"),
            (date(2024, 2, 9), "工作日"),
        ] {
            assert_eq!(words(&calendar, day), expected, "{day}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_provisional() {
        let calendar = WorkCalendar::built_in();
        let missing = |day| calendar.day(day).certainty.missing_years().to_vec();
        assert_eq!(missing(date(2026, 10, 1)), []);
        assert_eq!(missing(date(2027, 10, 1)), [2027]);
        assert_eq!(words(&calendar, date(2027, 10, 1)), "工作日");
        assert_eq!(missing(date(2023, 12, 31)), [2023]);
        assert_eq!(missing(date(2026, 12, 28)), []);
        assert_eq!(missing(date(2026, 12, 29)), [2027]);
        assert_eq!(missing(date(2025, 12, 31)), []);
    }

    #[test]
    fn a_further_year_makes_its_days_certain_and_may_move_the_december_before() {
        let mut calendar = WorkCalendar::built_in();
        let off = |name, day| entry(name, day, EntryKind::Off);
        let mut table = YearTable {
            year: 2027,
            source: "示例".to_owned(),
            days: vec![
                off("元旦", date(2026, 12, 31)),
                off("元旦", date(2027, 1, 1)),
                off("劳动节", date(2027, 5, 1)),
                off("国庆节", date(2027, 10, 1)),
            ],
        };
        calendar.put_year(&table).unwrap();
        assert_eq!(words(&calendar, date(2027, 10, 1)), "国庆节放假");
        assert!(calendar.day(date(2027, 10, 1)).certainty.is_certain());
        assert_eq!(words(&calendar, date(2026, 12, 31)), "元旦放假");
        assert!(calendar.day(date(2026, 12, 31)).certainty.is_certain());
        assert_eq!(calendar.sources().last(), Some((2027, "示例")));

        table.days.remove(0);
        calendar.put_year(&table).unwrap();
        assert_eq!(words(&calendar, date(2026, 12, 31)), "工作日");

        table.days.pop();
        assert_eq!(calendar.put_year(&table).unwrap_err().len(), 1);
        assert_eq!(words(&calendar, date(2027, 10, 1)), "国庆节放假");
    }

    #[test]
    fn own_days_come_after_public_holidays_and_before_make_up_days() {
        let mut calendar = WorkCalendar::built_in();
        let days = [
            entry("古尔邦节", date(2026, 5, 27), EntryKind::Off),
            entry("古尔邦节", date(2026, 5, 31), EntryKind::Worked),
            entry("本单位轮休", date(2026, 10, 10), EntryKind::Off),
            entry("本单位加班", date(2026, 10, 3), EntryKind::Worked),
        ];
        calendar.set_local(&days).unwrap();
        for (day, expected) in [
            (days[0].date, "古尔邦节放假"),
            (days[1].date, "古尔邦节调休上班"),
            (days[2].date, "本单位轮休放假"),
            (days[3].date, "国庆节放假"),
        ] {
            assert_eq!(words(&calendar, day), expected, "{day}");
        }
        let wrong = [entry("古尔邦节", date(2026, 5, 27), EntryKind::Worked)];
        assert_eq!(calendar.set_local(&wrong), Err(vec![CalendarOffence::WorkedWeekday { date: wrong[0].date }]));
        calendar.set_local(&[]).unwrap();
        assert_eq!(calendar, WorkCalendar::built_in());
    }
}
