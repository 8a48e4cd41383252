//! The table of one year: the days that a notice moves. The caller makes it from a file; nothing is read here.

use crate::words::words;
use jiff::civil::Date;

words!(
    /// Whether a listed day is off or worked.
    EntryKind {
        Off => "off" "放假",
        Worked => "worked" "上班",
    }
);

/// A listed day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEntry {
    /// The holiday, also of the days that make up for it.
    pub name: String,
    pub date: Date,
    pub kind: EntryKind,
}

/// What a notice orders for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTable {
    pub year: i16,
    /// The notice: title, number, date.
    pub source: String,
    pub days: Vec<DayEntry>,
}
