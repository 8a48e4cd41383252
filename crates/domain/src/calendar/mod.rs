//! The working-day calendar: public holidays, make-up days, counting of periods. Not here: which period applies
//! (that is a rule profile's).

mod certainty;
mod count;
mod day;
mod offence;
mod period;
mod text;
mod work_calendar;
mod year_table;
mod years;

pub use certainty::{Certainty, Computed};
pub use day::DayKind;
pub use offence::{CalendarOffence, local_offences, year_offences};
pub use period::{Period, Roll};
pub use text::{LineRefusal, days_of_text, text_of_days};
pub use work_calendar::WorkCalendar;
pub use year_table::{DayEntry, EntryKind, YearTable};
