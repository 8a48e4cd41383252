//! The notices that come with the program, one file a year. A further year is a new file and a line in [`ALL`],
//! or an import.

mod y2024;
mod y2025;
mod y2026;

use super::{DayEntry, EntryKind, YearTable};
use jiff::ToSpan;
use jiff::civil::Date;

/// A notice as it is written: holidays as stretches, make-up days one by one.
pub(super) struct Notice {
    year: i16,
    source: &'static str,
    off: &'static [(&'static str, Date, Date)],
    /// The holiday that the day makes up for, and the day.
    worked: &'static [(&'static str, Date)],
}

pub(super) const ALL: [&Notice; 3] = [&y2024::NOTICE, &y2025::NOTICE, &y2026::NOTICE];

impl Notice {
    /// The notice day by day.
    pub(super) fn table(&self) -> YearTable {
        let entry = |name: &str, date, kind| DayEntry { name: name.to_owned(), date, kind };
        let off = self.off.iter().flat_map(|&(name, first, last)| {
            let days = first.series(1.day()).take_while(move |date| *date <= last);
            days.map(move |date| entry(name, date, EntryKind::Off))
        });
        let worked = self.worked.iter().map(|&(name, date)| entry(name, date, EntryKind::Worked));
        YearTable { year: self.year, source: self.source.to_owned(), days: off.chain(worked).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::year_offences;
    use super::*;

    #[test]
    fn the_notices_are_sound() {
        for notice in ALL {
            assert_eq!(year_offences(&notice.table()), [], "{}", notice.year);
            assert!(notice.source.contains(&format!("国办发明电〔{}〕", notice.year - 1)), "{}", notice.source);
        }
    }

    #[test]
    fn days_off_and_worked_are_as_many_as_the_notices_say() {
        let counts = ALL.map(|notice| {
            let days = notice.table().days;
            let off = days.iter().filter(|entry| entry.kind == EntryKind::Off).count();
            (notice.year, off, days.len() - off)
        });
        assert_eq!(counts, [(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)]);
    }
}
