//! The date a period of a profile ends on, with its reason and how sure it is.

use super::{CountFrom, KeyDates, NamedPeriod, PeriodName, Repeat, RuleProfile, StartDay};
use crate::calendar::{Certainty, Roll, WorkCalendar};
use jiff::civil::Date;

/// A date by which something is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub date: Date,
    /// The date before it was moved to a working day.
    pub counted: Date,
    /// How it was counted: `自2026-07-03（反馈会议日期）起3个月，至2026-10-03，该日放假，顺延至2026-10-08`.
    pub reason: String,
    /// What the period rests on, and the moving if it was moved.
    pub basis: String,
    pub certainty: Certainty,
}

/// Why there is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineRefusal {
    #[error("规则“{profile}”没有规定“{}”，请在规则中补充，或直接填写日期。", .period.word())]
    NotStated { profile: String, period: PeriodName },
    #[error("尚未填写{}，无法计算“{}”，请先在检查轮次中填写。", .day.word(), .period.word())]
    StartMissing { period: PeriodName, day: StartDay },
    #[error("尚未报备，无法计算“{}”，请在报备后再查看。", .period.word())]
    NotFiled { period: PeriodName },
    #[error("规则“{profile}”中“{}”的起算点无效或互相引用，请修改规则。", .period.word())]
    NoAnchor { profile: String, period: PeriodName },
}

/// When a period ends; of a period that repeats, the first time.
pub fn deadline(
    profile: &RuleProfile,
    period: PeriodName,
    dates: &KeyDates,
    calendar: &WorkCalendar,
) -> Result<Deadline, DeadlineRefusal> {
    Search { profile, dates, calendar }.find(period, Turn::First, &mut Vec::new())
}

/// When a period ends on a day or later; a period that does not repeat ends when it ends.
pub fn next_deadline(
    profile: &RuleProfile,
    period: PeriodName,
    dates: &KeyDates,
    calendar: &WorkCalendar,
    today: Date,
) -> Result<Deadline, DeadlineRefusal> {
    Search { profile, dates, calendar }.find(period, Turn::From(today), &mut Vec::new())
}

/// Which end of a period that repeats is wanted.
#[derive(Debug, Clone, Copy)]
enum Turn {
    First,
    From(Date),
}

/// The day a period counts from.
struct Anchor {
    date: Date,
    words: &'static str,
    certainty: Certainty,
}

struct Search<'a> {
    profile: &'a RuleProfile,
    dates: &'a KeyDates,
    calendar: &'a WorkCalendar,
}

impl Search<'_> {
    /// `above` are the periods whose anchor is being looked for; a period among them counts from itself.
    fn find(&self, name: PeriodName, turn: Turn, above: &mut Vec<PeriodName>) -> Result<Deadline, DeadlineRefusal> {
        let Some(period) = self.profile.period(name) else {
            return Err(DeadlineRefusal::NotStated { profile: self.profile.name.clone(), period: name });
        };
        let anchor = self.anchor(name, period, above)?;
        let mut times = 1;
        let mut found = self.end(period, &anchor, times);
        if let (Turn::From(today), Repeat::Every) = (turn, period.repeat) {
            while found.date < today && times < u16::MAX {
                times += 1;
                let next = self.end(period, &anchor, times);
                // A period of length zero or at the end of the calendar would never get there.
                if next.counted == found.counted {
                    break;
                }
                found = next;
            }
        }
        Ok(found)
    }

    fn anchor(
        &self,
        name: PeriodName,
        period: &NamedPeriod,
        above: &mut Vec<PeriodName>,
    ) -> Result<Anchor, DeadlineRefusal> {
        let known = |date, words| Anchor { date, words, certainty: Certainty::Certain };
        match &period.from {
            CountFrom::Start => {
                let day = self.profile.start.value;
                let date = self.dates.of_day(day).ok_or(DeadlineRefusal::StartMissing { period: name, day })?;
                Ok(known(date, day.word()))
            }
            CountFrom::Filing => {
                let date = self.dates.filing.ok_or(DeadlineRefusal::NotFiled { period: name })?;
                Ok(known(date, "报备日期"))
            }
            CountFrom::EndOf(other) => {
                above.push(name);
                let other = PeriodName::from_name(other)
                    .filter(|other| !above.contains(other) && self.profile.period(*other).is_some())
                    .ok_or(DeadlineRefusal::NoAnchor { profile: self.profile.name.clone(), period: name })?;
                // A period that was moved to a working day ends there (民法典第二百零三条), and the next begins.
                let end = self.find(other, Turn::First, above)?;
                Ok(Anchor { date: end.date, words: other.word(), certainty: end.certainty })
            }
        }
    }

    /// The end of a period taken so many times. It is counted from the anchor each time: chained months would
    /// lose the day of a long month for good.
    fn end(&self, period: &NamedPeriod, anchor: &Anchor, times: u16) -> Deadline {
        let length = period.length.times(times);
        let counted = self.calendar.end_of(anchor.date, length, Roll::None);
        let rolled = self.calendar.end_of(anchor.date, length, self.profile.roll.value);
        let certainty = anchor.certainty.and(&rolled.certainty);
        let mut reason = format!("自{}（{}）起{}，至{}", anchor.date, anchor.words, length.words(), counted.value);
        let mut basis = period.basis.clone();
        if rolled.value != counted.value {
            let kind = self.calendar.day(counted.value).value.words();
            let way = if rolled.value > counted.value { "顺延" } else { "提前" };
            reason.push_str(&format!("，该日为{kind}，{way}至{}", rolled.value));
            basis.push_str(&format!("；{}", self.profile.roll.basis));
        }
        Deadline { date: rolled.value, counted: counted.value, reason, basis, certainty }
    }
}
