//! A profile as a list of settings: what an organisation may change of it, one value with its basis at a time.
//! What was changed is kept as settings too, so that a newer built-in profile loses none of it.

use super::{
    Based, Criterion, Filing, Need, PeriodName, ProfileOffence, Repeat, Reviewer, RuleProfile, StartDay, StepStart,
};
use crate::calendar::{Period, Roll};
use crate::words::words;

words!(
    /// The part of a profile that a setting belongs to.
    SettingPart {
        Periods => "periods" "时限",
        Steps => "steps" "灯色与提示",
        Route => "route" "审核与报备",
        Criteria => "criteria" "销号标准",
        Words => "words" "状态用词",
    }
);

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingKind {
    /// One of these, by wire name and word.
    Choice(Vec<(&'static str, &'static str)>),
    /// `months:3`; units are days, working_days, months, years.
    Period,
    /// A number of days.
    Days,
    Text,
}

/// A setting as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// `period.plan`
    pub key: String,
    pub part: SettingPart,
    pub label: String,
    pub kind: SettingKind,
    pub value: String,
    /// The value in words: `3个月`.
    pub words: String,
    pub basis: String,
}

/// A setting as somebody wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingChange {
    pub key: String,
    pub value: String,
    pub basis: String,
}

/// Why a changed profile may not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefusal {
    #[error("规则中没有“{0}”这一项，请刷新页面。")]
    Unknown(String),
    #[error("“{label}”不能是“{value}”，请改为{expected}。")]
    Value { label: String, value: String, expected: &'static str },
    #[error(transparent)]
    Profile(ProfileOffence),
}

fn period_value(period: Period) -> String {
    let unit = match period {
        Period::Days(_) => "days",
        Period::WorkingDays(_) => "working_days",
        Period::Months(_) => "months",
        Period::Years(_) => "years",
    };
    format!("{unit}:{}", period.count())
}

fn period_of(text: &str) -> Option<Period> {
    let (unit, count) = text.split_once(':')?;
    let count = count.trim().parse().ok()?;
    Some(match unit {
        "days" => Period::Days(count),
        "working_days" => Period::WorkingDays(count),
        "months" => Period::Months(count),
        "years" => Period::Years(count),
        _ => return None,
    })
}

/// A value of a closed list: all names with their words, and the way back.
macro_rules! choice {
    ($type:ty) => {
        SettingKind::Choice(<$type>::ALL.iter().map(|one| (one.name(), one.word())).collect())
    };
}

impl RuleProfile {
    /// Everything that may be changed, in the order people look for it.
    pub fn settings(&self) -> Vec<Setting> {
        let mut all = vec![
            setting(
                "start",
                SettingPart::Periods,
                "起算日",
                choice!(StartDay),
                self.start.value.name(),
                self.start.value.word(),
                &self.start.basis,
            ),
            setting(
                "roll",
                SettingPart::Periods,
                "末日遇休息日",
                choice!(Roll),
                self.roll.value.name(),
                self.roll.value.word(),
                &self.roll.basis,
            ),
        ];
        for period in &self.periods {
            let label = PeriodName::from_name(&period.name).map_or(period.name.as_str(), |name| name.word());
            let every = if period.repeat == Repeat::Every { "每" } else { "" };
            let words = format!("{every}{}", period.length.words());
            let key = format!("period.{}", period.name);
            all.push(setting(
                &key,
                SettingPart::Periods,
                label,
                SettingKind::Period,
                &period_value(period.length),
                &words,
                &period.basis,
            ));
        }
        for (at, step) in self.steps.iter().enumerate() {
            let StepStart::DaysLeft(days) = step.start else { continue };
            let letter = step.letter.as_ref().map_or(String::new(), |letter| format!("，{}", letter.name));
            let label = format!("亮“{}”灯{letter}：剩余天数不超过", step.lamp.word());
            all.push(setting(
                &format!("step.{at}"),
                SettingPart::Steps,
                &label,
                SettingKind::Days,
                &days.to_string(),
                &format!("{days}日"),
                &step.basis,
            ));
        }
        for (key, label, value) in
            [("route.first", "初审", &self.route.first), ("route.second", "复审", &self.route.second)]
        {
            all.push(setting(
                key,
                SettingPart::Route,
                label,
                choice!(Reviewer),
                value.value.name(),
                value.value.word(),
                &value.basis,
            ));
        }
        let filing = &self.route.filing;
        all.push(setting(
            "route.filing",
            SettingPart::Route,
            "销号报备",
            choice!(Filing),
            filing.value.name(),
            filing.value.word(),
            &filing.basis,
        ));
        for rule in &self.criteria {
            let label =
                Criterion::from_name(&rule.criterion).map_or(rule.criterion.as_str(), |criterion| criterion.word());
            all.push(setting(
                &format!("criterion.{}", rule.criterion),
                SettingPart::Criteria,
                label,
                choice!(Need),
                rule.need.name(),
                rule.need.word(),
                &rule.basis,
            ));
        }
        for completion in crate::Completion::ALL {
            let word = self.words.completion.word(*completion);
            all.push(setting(
                &format!("completion.{}", completion.name()),
                SettingPart::Words,
                completion.word(),
                SettingKind::Text,
                word,
                word,
                &self.words.basis,
            ));
        }
        for closure in crate::Closure::ALL {
            let word = self.words.closure.word(*closure);
            all.push(setting(
                &format!("closure.{}", closure.name()),
                SettingPart::Words,
                closure.word(),
                SettingKind::Text,
                word,
                word,
                &self.words.basis,
            ));
        }
        all
    }

    /// The profile with changed settings, or everything that is wrong with it.
    pub fn with(&self, changes: &[SettingChange]) -> Result<Self, Vec<SettingRefusal>> {
        let mut profile = self.clone();
        let known = self.settings();
        let mut refusals = Vec::new();
        for change in changes {
            let Some(setting) = known.iter().find(|one| one.key == change.key) else {
                refusals.push(SettingRefusal::Unknown(change.key.clone()));
                continue;
            };
            if profile.set(change).is_none() {
                let (label, value) = (setting.label.clone(), change.value.clone());
                refusals.push(SettingRefusal::Value { label, value, expected: expected(&setting.kind) });
            }
        }
        if refusals.is_empty() {
            refusals.extend(profile.offences().into_iter().map(SettingRefusal::Profile));
        }
        if refusals.is_empty() { Ok(profile) } else { Err(refusals) }
    }

    /// Sets one value; `None` when it is no value of the setting.
    fn set(&mut self, change: &SettingChange) -> Option<()> {
        let (value, basis) = (change.value.trim(), change.basis.trim().to_owned());
        let (part, name) = change.key.split_once('.').unwrap_or((change.key.as_str(), ""));
        match part {
            "start" => self.start = Based { value: StartDay::from_name(value)?, basis },
            "roll" => self.roll = Based { value: Roll::from_name(value)?, basis },
            "period" => {
                let period = self.periods.iter_mut().find(|period| period.name == name)?;
                (period.length, period.basis) = (period_of(value)?, basis);
            }
            "step" => {
                let step = self.steps.get_mut(name.parse::<usize>().ok()?)?;
                (step.start, step.basis) = (StepStart::DaysLeft(value.parse().ok()?), basis);
            }
            "route" => {
                let reviewer = || Some(Based { value: Reviewer::from_name(value)?, basis: basis.clone() });
                match name {
                    "first" => self.route.first = reviewer()?,
                    "second" => self.route.second = reviewer()?,
                    _ => self.route.filing = Based { value: Filing::from_name(value)?, basis },
                }
            }
            "criterion" => {
                let rule = self.criteria.iter_mut().find(|rule| rule.criterion == name)?;
                (rule.need, rule.basis) = (Need::from_name(value)?, basis);
            }
            "completion" | "closure" => {
                *self.word_mut(part, name)? = value.to_owned();
                self.words.basis = basis;
            }
            _ => return None,
        }
        Some(())
    }

    fn word_mut(&mut self, part: &str, name: &str) -> Option<&mut String> {
        let (completion, closure) = (&mut self.words.completion, &mut self.words.closure);
        Some(match (part, name) {
            ("completion", "not_started") => &mut completion.not_started,
            ("completion", "in_progress") => &mut completion.in_progress,
            ("completion", "mostly_done") => &mut completion.mostly_done,
            ("completion", "done") => &mut completion.done,
            ("completion", "standing") => &mut completion.standing,
            ("closure", "none") => &mut closure.none,
            ("closure", "first_review") => &mut closure.first_review,
            ("closure", "second_review") => &mut closure.second_review,
            ("closure", "filing") => &mut closure.filing,
            ("closure", "closed") => &mut closure.closed,
            _ => return None,
        })
    }
}

fn setting(
    key: &str,
    part: SettingPart,
    label: &str,
    kind: SettingKind,
    value: &str,
    words: &str,
    basis: &str,
) -> Setting {
    Setting {
        key: key.to_owned(),
        part,
        label: label.to_owned(),
        kind,
        value: value.to_owned(),
        words: words.to_owned(),
        basis: basis.to_owned(),
    }
}

fn expected(kind: &SettingKind) -> &'static str {
    match kind {
        SettingKind::Choice(_) => "列表中的一项",
        SettingKind::Period => "数字加单位（日、工作日、月、年）",
        SettingKind::Days => "0 到 65535 的整数",
        SettingKind::Text => "文字",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(key: &str, value: &str) -> SettingChange {
        SettingChange { key: key.to_owned(), value: value.to_owned(), basis: "本单位规定".to_owned() }
    }

    #[test]
    fn every_setting_of_every_profile_can_be_set_to_what_it_is() {
        for profile in RuleProfile::built_in() {
            let same: Vec<SettingChange> = profile
                .settings()
                .into_iter()
                .map(|s| SettingChange { key: s.key, value: s.value, basis: s.basis })
                .collect();
            assert!(same.len() > 20);
            assert_eq!(profile.with(&same), Ok(profile.clone()), "{}", profile.id);
        }
    }

    #[test]
    fn a_changed_setting_changes_that_and_its_basis_only() {
        let before = RuleProfile::built_in().remove(0);
        let after = before.with(&[change("period.plan", "working_days:15")]).unwrap_or_else(|r| panic!("{r:?}"));
        assert_eq!(after.period(PeriodName::Plan).map(|p| p.length), Some(Period::WorkingDays(15)));
        let differ: Vec<_> =
            before.settings().into_iter().zip(after.settings()).filter(|(a, b)| a != b).map(|(_, b)| b).collect();
        assert_eq!(differ.len(), 1);
        assert_eq!((differ[0].words.as_str(), differ[0].basis.as_str()), ("15个工作日", "本单位规定"));
    }

    #[test]
    fn what_cannot_be_is_refused_with_a_reason() {
        let profile = RuleProfile::built_in().remove(0);
        for (key, value) in [
            ("period.plan", "months:-1"),
            ("period.plan", "weeks:1"),
            ("period.plan", "days:0"),
            ("period.nothing", "days:1"),
            ("start", "birthday"),
            ("step.1", "many"),
            ("step.1", "60"),
            ("route.second", "leader"),
            ("criterion.evidence", "advisory"),
            ("completion.done", " "),
        ] {
            let refused = profile.with(&[change(key, value)]);
            assert!(refused.is_err(), "{key} {value}");
        }
        let without = SettingChange { basis: " ".to_owned(), ..change("period.plan", "days:20") };
        assert!(profile.with(&[without]).is_err(), "a value needs a basis");
    }
}
