//! Counting periods by 民法典第二百零一条至第二百零三条: the first day is not counted, a period of months ends on
//! the day of the same number or the month's last.

use super::{Certainty, Computed, Period, Roll, WorkCalendar};
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The way a count goes.
#[derive(Debug, Clone, Copy)]
enum Way {
    Later,
    Earlier,
}

impl WorkCalendar {
    /// The last day of a period that starts on this day.
    pub fn end_of(&self, start: Date, period: Period, roll: Roll) -> Computed<Date> {
        Count::on(self).run(start, period, roll, Way::Later)
    }

    /// The day so long before another, as a chase before the due date.
    pub fn days_before(&self, due: Date, period: Period, roll: Roll) -> Computed<Date> {
        Count::on(self).run(due, period, roll, Way::Earlier)
    }

    /// The day itself, moved if it is not a working day.
    pub fn rolled(&self, date: Date, roll: Roll) -> Computed<Date> {
        self.end_of(date, Period::Days(0), roll)
    }

    /// Working days from today to the due date, today not counted; negative when past.
    pub fn working_days_left(&self, today: Date, due: Date) -> Computed<i32> {
        let (first, last, sign) = if today <= due { (today, due, 1) } else { (due, today, -1) };
        let mut count = Count::on(self);
        let mut days = 0;
        let mut at = first;
        while at < last {
            at = at.tomorrow().unwrap_or(last);
            days += i32::from(count.is_working(at));
        }
        count.computed(sign * days)
    }
}

/// A count under way: the years it needed and did not find.
struct Count<'a> {
    calendar: &'a WorkCalendar,
    missing: BTreeSet<i16>,
}

impl<'a> Count<'a> {
    fn on(calendar: &'a WorkCalendar) -> Self {
        Self { calendar, missing: BTreeSet::new() }
    }

    fn run(mut self, from: Date, period: Period, roll: Roll, way: Way) -> Computed<Date> {
        let end = match period {
            Period::Days(days) => moved(from, Span::new().days(days), way),
            Period::WorkingDays(days) => self.work(from, days, way),
            Period::Months(months) => moved(from, Span::new().months(months), way),
            Period::Years(years) => moved(from, Span::new().months(i64::from(years.min(YEARS_MAX)) * 12), way),
        };
        let end = match roll {
            Roll::None => end,
            Roll::NextWorkday => self.nearest(end, Way::Later),
            Roll::PreviousWorkday => self.nearest(end, Way::Earlier),
        };
        self.computed(end)
    }

    /// Goes on until so many working days are passed.
    fn work(&mut self, from: Date, days: u16, way: Way) -> Date {
        let mut at = from;
        for _ in 0..days {
            let Some(next) = neighbour(at, way) else { break };
            at = self.nearest(next, way);
        }
        at
    }

    /// The day if it is worked, else the nearest that is.
    fn nearest(&mut self, from: Date, way: Way) -> Date {
        let mut at = from;
        while !self.is_working(at) {
            let Some(next) = neighbour(at, way) else { break };
            at = next;
        }
        at
    }

    fn is_working(&mut self, date: Date) -> bool {
        self.missing.extend(self.calendar.missing_year(date));
        self.calendar.kind(date).is_working()
    }

    fn computed<T>(self, value: T) -> Computed<T> {
        Computed { value, certainty: Certainty::without(self.missing) }
    }
}

/// More years than the calendar has; keeps the months within what a span can hold.
const YEARS_MAX: u16 = 9_999;

/// The date moved by a span, held at the ends of the calendar.
fn moved(from: Date, span: Span, way: Way) -> Date {
    match way {
        Way::Later => from.saturating_add(span),
        Way::Earlier => from.saturating_sub(span),
    }
}

/// The next day that way; none at the ends of the calendar.
fn neighbour(date: Date, way: Way) -> Option<Date> {
    match way {
        Way::Later => date.tomorrow().ok(),
        Way::Earlier => date.yesterday().ok(),
    }
}
