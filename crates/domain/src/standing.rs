//! Standing duties 长效职责: a rule, or a duty that comes again, which keeps a finding solved.

use crate::words::words;
use crate::{FindingId, PersonId, StandingId};
use jiff::ToSpan;
use jiff::civil::Date;

words!(
    /// What keeps the finding solved.
    StandingKind {
        Rule => "rule" "长效制度",
        Duty => "duty" "长效任务",
    }
);

words!(
    /// How often it is looked at, or done.
    Recurrence {
        Month => "month" "每月",
        Quarter => "quarter" "每季度",
        HalfYear => "half_year" "每半年",
        Year => "year" "每年",
    }
);

impl Recurrence {
    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// The last day on which it may be due next, seen from `today`: one period on.
    pub fn latest(self, today: Date) -> Date {
        today.checked_add(self.months().months()).unwrap_or(Date::MAX)
    }

    /// The first date of the series from `first` on that is later than `due`. Each is counted from the first, so that
    /// the 31st comes back after a short month.
    pub fn after(self, first: Date, due: Date) -> Date {
        let mut times = 0i32;
        let mut next = first;
        while next <= due {
            times += 1;
            match times.checked_mul(self.months()).and_then(|months| first.checked_add(months.months()).ok()) {
                Some(date) => next = date,
                None => return Date::MAX,
            }
        }
        next
    }
}

/// A rule or a duty with the date on which it is looked at or done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub id: StandingId,
    pub finding: FindingId,
    pub kind: StandingKind,
    /// Name of the rule, or what is to be done.
    pub name: String,
    /// 文号 of a rule.
    pub number: Option<String>,
    /// When a rule was issued.
    pub issued: Option<Date>,
    pub recurrence: Recurrence,
    /// The first date of the series.
    pub first: Date,
    /// The date that is due now.
    pub next: Date,
    /// Who confirms it.
    pub owner: Option<PersonId>,
    /// The day on which it ceased to count.
    pub ended: Option<Date>,
    pub version: i64,
}

/// That it was looked at, or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    pub standing: StandingId,
    /// The date that was due.
    pub due: Date,
    pub date: Date,
    pub person: PersonId,
    /// In whose place the person stood.
    pub acting_for: Option<PersonId>,
    pub note: String,
    /// Key of the evidence that proves it.
    pub evidence: Option<String>,
}

impl Standing {
    /// 《采购管理办法》（水发〔2026〕3号） or the duty with its rhythm.
    pub fn title(&self) -> String {
        match (self.kind, &self.number) {
            (StandingKind::Rule, Some(number)) => format!("《{}》（{number}）", bare(&self.name)),
            (StandingKind::Rule, None) => format!("《{}》", bare(&self.name)),
            (StandingKind::Duty, _) => format!("{}：{}", self.recurrence.word(), self.name),
        }
    }

    /// It after the date that is due was confirmed. Dates that passed unconfirmed meanwhile are passed over: what
    /// comes next lies after the day of the confirmation.
    pub fn confirmed(&self, today: Date) -> Self {
        let past = self.next.max(today.checked_sub(1.day()).unwrap_or(today));
        Self { next: self.recurrence.after(self.first, past), version: self.version + 1, ..self.clone() }
    }

    /// The date after which the one that is due may be confirmed: the one before it in the series.
    pub fn opens_after(&self) -> Option<Date> {
        let mut before = None;
        let mut date = self.first;
        while date < self.next {
            before = Some(date);
            date = self.recurrence.after(self.first, date);
        }
        before
    }

    /// The last day to which its next date may be moved, where it lies beyond. A date that a confirmation led to stays;
    /// `before` is what it was.
    pub fn beyond(&self, before: Option<&Self>, today: Date) -> Option<Date> {
        let latest = self.recurrence.latest(today);
        let kept = before.is_some_and(|b| b.recurrence == self.recurrence && self.next <= b.next);
        (self.next > latest && !kept).then_some(latest)
    }

    /// What is wrong with it: the field and why.
    pub fn offence(&self, today: Date) -> Option<(&'static str, &'static str)> {
        if self.name.trim().is_empty() {
            return Some(("name", "请填写制度名称或长效任务内容"));
        }
        if self.kind == StandingKind::Rule && self.number.as_deref().is_none_or(|number| number.trim().is_empty()) {
            return Some(("number", "制度须有文号，没有文号的请登记为长效任务"));
        }
        if self.kind == StandingKind::Rule && self.issued.is_none_or(|issued| issued > today) {
            return Some(("issued", "请填写制度的印发日期，且不能晚于今天"));
        }
        if self.next < self.first {
            return Some(("next", "下次日期不能早于首次日期"));
        }
        self.owner.is_none().then_some(("owner_id", "请指定负责确认的责任人"))
    }
}

fn bare(name: &str) -> &str {
    name.trim().trim_start_matches('《').trim_end_matches('》')
}

/// What the finding says of its standing rules and duties: their titles, and the date that comes first.
pub fn standing_summary(all: &[Standing]) -> (Option<String>, Option<Date>) {
    let live: Vec<&Standing> = all.iter().filter(|standing| standing.ended.is_none()).collect();
    let titles: Vec<String> = live.iter().map(|standing| standing.title()).collect();
    ((!titles.is_empty()).then(|| titles.join("；")), live.iter().map(|standing| standing.next).min())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn standing(kind: StandingKind, recurrence: Recurrence, first: Date) -> Standing {
        Standing {
            id: StandingId("s".into()),
            finding: FindingId("f".into()),
            kind,
            name: "《采购管理办法》".into(),
            number: Some("水发〔2026〕3号".into()),
            issued: Some(date(2026, 1, 5)),
            recurrence,
            first,
            next: first,
            owner: Some(PersonId("p".into())),
            ended: None,
            version: 1,
        }
    }

    #[test]
    fn the_last_day_of_a_month_comes_back_after_a_short_month() {
        let first = date(2026, 1, 31);
        assert_eq!(Recurrence::Month.after(first, first), date(2026, 2, 28));
        assert_eq!(Recurrence::Month.after(first, date(2026, 2, 28)), date(2026, 3, 31));
        assert_eq!(Recurrence::Quarter.after(first, first), date(2026, 4, 30));
        assert_eq!(Recurrence::HalfYear.after(first, first), date(2026, 7, 31));
        assert_eq!(Recurrence::Year.after(date(2024, 2, 29), date(2024, 2, 29)), date(2025, 2, 28));
        assert_eq!(Recurrence::Year.after(date(2024, 2, 29), date(2027, 2, 28)), date(2028, 2, 29));
    }

    #[test]
    fn a_confirmation_rolls_on_to_a_date_that_is_not_past() {
        let monthly = standing(StandingKind::Duty, Recurrence::Month, date(2026, 1, 31));
        assert_eq!(monthly.confirmed(date(2026, 1, 20)).next, date(2026, 2, 28), "early");
        assert_eq!(monthly.confirmed(date(2026, 2, 3)).next, date(2026, 2, 28), "a little late");
        assert_eq!(monthly.confirmed(date(2026, 5, 1)).next, date(2026, 5, 31), "long overdue");
        assert_eq!(monthly.opens_after(), None);
        assert_eq!(monthly.confirmed(date(2026, 2, 3)).opens_after(), Some(date(2026, 1, 31)));
    }

    #[test]
    fn the_next_date_lies_one_period_ahead_at_most() {
        let today = date(2026, 11, 30);
        let on = |recurrence, next| standing(StandingKind::Duty, recurrence, next);
        for (recurrence, latest) in [
            (Recurrence::Month, date(2026, 12, 30)),
            (Recurrence::Quarter, date(2027, 2, 28)),
            (Recurrence::HalfYear, date(2027, 5, 30)),
            (Recurrence::Year, date(2027, 11, 30)),
        ] {
            assert_eq!(on(recurrence, latest).beyond(None, today), None);
            assert_eq!(on(recurrence, latest.tomorrow().unwrap()).beyond(None, today), Some(latest));
        }
        // Confirmed early, it may be due later than that; from there it moves no further, and no rhythm gets closer.
        let rolled = on(Recurrence::Month, date(2027, 1, 31));
        assert_eq!(rolled.beyond(Some(&rolled), today), None);
        let later = Standing { next: date(2027, 2, 1), ..rolled.clone() };
        assert_eq!(later.beyond(Some(&rolled), today), Some(date(2026, 12, 30)));
        let yearly = on(Recurrence::Year, date(2027, 11, 30));
        let monthly = Standing { recurrence: Recurrence::Month, ..yearly.clone() };
        assert_eq!(monthly.beyond(Some(&yearly), today), Some(date(2026, 12, 30)));
    }

    #[test]
    fn a_rule_has_a_number_and_a_date_of_issue() {
        let today = date(2026, 3, 1);
        let rule = standing(StandingKind::Rule, Recurrence::Year, date(2026, 12, 31));
        assert_eq!(rule.offence(today), None);
        assert_eq!(rule.title(), "《采购管理办法》（水发〔2026〕3号）");
        let wrong = [
            (Standing { number: None, ..rule.clone() }, "number"),
            (Standing { issued: Some(date(2026, 3, 2)), ..rule.clone() }, "issued"),
            (Standing { name: " ".into(), ..rule.clone() }, "name"),
            (Standing { owner: None, ..rule.clone() }, "owner_id"),
            (Standing { next: date(2026, 1, 1), ..rule.clone() }, "next"),
        ];
        for (standing, field) in wrong {
            assert_eq!(standing.offence(today).map(|(field, _)| field), Some(field));
        }
        let duty = Standing { number: None, issued: None, name: "抽查采购合同".into(), ..rule };
        let duty = Standing { kind: StandingKind::Duty, ..duty };
        assert_eq!((duty.offence(today), duty.title()), (None, "每年：抽查采购合同".to_owned()));
    }

    #[test]
    fn the_summary_leaves_out_what_ended() {
        let (first, second) = (date(2026, 6, 30), date(2026, 3, 31));
        let rule = standing(StandingKind::Rule, Recurrence::Year, first);
        let ended = Standing { ended: Some(second), ..standing(StandingKind::Duty, Recurrence::Month, second) };
        assert_eq!(standing_summary(&[rule.clone(), ended.clone()]), (Some(rule.title()), Some(first)));
        assert_eq!(standing_summary(&[ended]), (None, None));
    }

    proptest! {
        #[test]
        fn the_next_date_is_later_and_on_the_day_of_the_first(
            year in 2000i16..2100, day in 1i16..366, days in 0i32..4000, which in 0usize..4,
        ) {
            let first = date(year, 1, 1).checked_add(i32::from(day - 1).days()).unwrap();
            let due = first.checked_add(days.days()).unwrap();
            let next = Recurrence::ALL[which].after(first, due);
            prop_assert!(next > due);
            prop_assert!(next.day() == first.day() || (next.day() < first.day() && next == next.last_of_month()));
        }
    }
}
