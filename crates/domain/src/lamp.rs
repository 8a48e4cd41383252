//! Lamps: whether a finding is in time. The steps are data with a basis (design §2.8).

use crate::Completion;
use crate::profile::{RuleProfile, StepStart};
use crate::words::words;
use jiff::civil::Date;
use std::borrow::Cow;

words!(
    /// The lamps of the ledger.
    Lamp {
        Green => "green" "正常",
        Yellow => "yellow" "临期",
        Red => "red" "逾期",
        Done => "done" "已完成",
        None => "none" "无时限",
    }
);

/// When a lamp changes, and on what basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LampRule {
    /// Days before the due date from which the lamp is yellow; -1 if it never is.
    pub yellow_days: i32,
    pub basis: Cow<'static, str>,
}

impl LampRule {
    /// The step used until a rule profile says otherwise.
    pub const PRACTICE: Self =
        Self { yellow_days: 10, basis: Cow::Borrowed("通行做法：剩余 10 日内提醒，逾期警示") };

    /// The steps of a profile: yellow from the first step that shows it. Red is always the first day overdue,
    /// a profile that says otherwise is refused when it is checked.
    pub fn of(profile: &RuleProfile) -> Self {
        let yellow = profile.steps.iter().find_map(|step| match (step.start, step.lamp) {
            (StepStart::DaysLeft(days), Lamp::Yellow) => Some((i32::from(days), step)),
            _ => None,
        });
        match yellow {
            Some((yellow_days, step)) => Self { yellow_days, basis: Cow::Owned(step.basis.clone()) },
            None => Self { yellow_days: -1, basis: Cow::Borrowed("规则没有规定临期提醒，逾期警示") },
        }
    }

    /// The last due date that is yellow today.
    pub fn yellow_until(&self, today: Date) -> Date {
        today.saturating_add(jiff::Span::new().days(self.yellow_days))
    }
}

/// Whole days from `today` to `due`; negative when past.
fn days_left(due: Date, today: Date) -> i32 {
    (due - today).get_days()
}

/// The lamp of a finding today.
pub fn lamp(due: Option<Date>, completion: Completion, today: Date, rule: &LampRule) -> Lamp {
    if matches!(completion, Completion::Done | Completion::Standing) {
        return Lamp::Done;
    }
    let Some(due) = due else { return Lamp::None };
    match days_left(due, today) {
        left if left < 0 => Lamp::Red,
        left if left <= rule.yellow_days => Lamp::Yellow,
        _ => Lamp::Green,
    }
}

/// Why the lamp is what it is, in words.
pub fn lamp_reason(due: Option<Date>, completion: Completion, today: Date) -> String {
    match (completion, due) {
        (Completion::Done | Completion::Standing, _) => completion.word().to_owned(),
        (_, None) => "未设整改时限".to_owned(),
        (_, Some(due)) => match days_left(due, today) {
            left if left < 0 => format!("已逾期 {} 天", -left),
            0 => "今天到期".to_owned(),
            left => format!("还有 {left} 天"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn lamps_follow_the_days_left() {
        let today = date(2026, 11, 23);
        let check = |due, completion| lamp(due, completion, today, &LampRule::PRACTICE);
        assert_eq!(check(Some(date(2026, 11, 22)), Completion::InProgress), Lamp::Red);
        assert_eq!(check(Some(date(2026, 11, 23)), Completion::InProgress), Lamp::Yellow);
        assert_eq!(check(Some(date(2026, 12, 3)), Completion::InProgress), Lamp::Yellow);
        assert_eq!(check(Some(date(2026, 12, 4)), Completion::InProgress), Lamp::Green);
        assert_eq!(check(Some(date(2026, 1, 1)), Completion::Done), Lamp::Done);
        assert_eq!(check(None, Completion::NotStarted), Lamp::None);
        assert_eq!(lamp_reason(Some(date(2026, 10, 23)), Completion::InProgress, today), "已逾期 31 天");
    }

    #[test]
    fn thresholds_come_from_the_profile() {
        let mut profile = RuleProfile::built_in().remove(0);
        let rule = LampRule::of(&profile);
        assert_eq!(rule.yellow_days, LampRule::PRACTICE.yellow_days);
        assert_eq!(Some(rule.basis.as_ref()), profile.steps.get(1).map(|step| step.basis.as_str()));

        let today = date(2026, 11, 23);
        profile.steps[1].start = StepStart::DaysLeft(15);
        let check = |profile: &RuleProfile, due| lamp(Some(due), Completion::InProgress, today, &LampRule::of(profile));
        assert_eq!(check(&profile, date(2026, 12, 8)), Lamp::Yellow);
        assert_eq!(check(&profile, date(2026, 12, 9)), Lamp::Green);

        profile.steps.retain(|step| step.lamp != Lamp::Yellow);
        assert_eq!(check(&profile, today), Lamp::Green);
        assert_eq!(check(&profile, date(2026, 11, 22)), Lamp::Red);
        assert!(LampRule::of(&profile).yellow_until(today) < today);
    }
}
