//! The check of a profile: all offences at once, so that an editor shows them beside their fields.

use super::{
    ColourStep, CountFrom, Criterion, Filing, NamedPeriod, Need, PeriodName, ProfileOffence, RuleProfile, StepStart,
};
use crate::calendar::{Period, Roll};
use crate::{Closure, Completion, Lamp};
use std::collections::BTreeSet;

/// Longer periods are slips of a number or unit: the longest known are the five years of 持续整改.
const YEARS_MAX: u16 = 10;

pub(super) fn offences(profile: &RuleProfile) -> Vec<ProfileOffence> {
    let mut found = Vec::new();
    head(profile, &mut found);
    periods(profile, &mut found);
    steps(&profile.steps, &mut found);
    route(profile, &mut found);
    criteria(profile, &mut found);
    status_words(profile, &mut found);
    found
}

fn head(profile: &RuleProfile, found: &mut Vec<ProfileOffence>) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if profile.id.is_empty() || !profile.id.chars().all(fits) {
        found.push(ProfileOffence::Id(profile.id.clone()));
    }
    if profile.name.trim().is_empty() {
        found.push(ProfileOffence::NoName);
    }
    if profile.sources.is_empty() {
        found.push(ProfileOffence::NoSource);
    }
    basis(&profile.start.basis, "起算日", found);
    basis(&profile.roll.basis, "到期日遇放假的处理", found);
}

fn periods(profile: &RuleProfile, found: &mut Vec<ProfileOffence>) {
    let mut seen = BTreeSet::new();
    for period in &profile.periods {
        let Some(name) = PeriodName::from_name(&period.name) else {
            found.push(ProfileOffence::PeriodUnknown(period.name.clone()));
            continue;
        };
        let word = name.word().to_owned();
        if !seen.insert(name) {
            found.push(ProfileOffence::PeriodTwice(word.clone()));
        }
        if period.length.count() == 0 {
            found.push(ProfileOffence::PeriodZero(word.clone()));
        }
        if is_too_long(period.length) {
            found.push(ProfileOffence::PeriodTooLong { name: word.clone(), years_max: YEARS_MAX });
        }
        anchor(profile, period, &word, found);
        basis(&period.basis, &format!("时限“{word}”"), found);
    }
}

fn is_too_long(period: Period) -> bool {
    let in_a_year = match period {
        Period::Days(_) => 366,
        Period::WorkingDays(_) => 262,
        Period::Months(_) => 12,
        Period::Years(_) => 1,
    };
    period.count() > in_a_year * YEARS_MAX
}

/// Follows what a period counts from. The number of periods bounds the walk: a longer one goes round.
fn anchor(profile: &RuleProfile, period: &NamedPeriod, word: &str, found: &mut Vec<ProfileOffence>) {
    let mut at = period;
    for _ in 0..=profile.periods.len() {
        let CountFrom::EndOf(name) = &at.from else { return };
        let Some(next) = profile.periods.iter().find(|other| other.name == *name) else {
            // Said once, of the period that lacks it, not of each that counts from that one.
            if std::ptr::eq(at, period) {
                let anchor = PeriodName::from_name(name).map_or(name.clone(), |known| known.word().to_owned());
                found.push(ProfileOffence::AnchorMissing { name: word.to_owned(), anchor });
            }
            return;
        };
        at = next;
    }
    found.push(ProfileOffence::PeriodCircular(word.to_owned()));
}

fn steps(steps: &[ColourStep], found: &mut Vec<ProfileOffence>) {
    for step in steps {
        one_step(step, found);
    }
    for pair in steps.windows(2) {
        if let (StepStart::DaysLeft(days), StepStart::DaysLeft(next_days)) = (pair[0].start, pair[1].start)
            && next_days >= days
        {
            found.push(ProfileOffence::StepsNotDescending { days, next_days });
        }
        if pair[1].lamp < pair[0].lamp {
            found.push(ProfileOffence::LampEases { before: pair[0].lamp, after: pair[1].lamp });
        }
    }
    let overdue = steps.iter().filter(|step| step.start == StepStart::Overdue).count();
    if overdue != 1 || steps.last().is_none_or(|step| step.start != StepStart::Overdue) {
        found.push(ProfileOffence::OverdueNotLast);
    }
}

fn one_step(step: &ColourStep, found: &mut Vec<ProfileOffence>) {
    let place = match step.start {
        StepStart::DaysLeft(days) => format!("颜色步骤“剩余{days}天”"),
        StepStart::Overdue => "颜色步骤“逾期”".to_owned(),
    };
    match (step.start, step.lamp) {
        (_, Lamp::Done | Lamp::None) => found.push(ProfileOffence::StepLamp(step.lamp)),
        (StepStart::DaysLeft(days), Lamp::Red) => found.push(ProfileOffence::RedBeforeDue { days }),
        (StepStart::Overdue, Lamp::Green | Lamp::Yellow) => found.push(ProfileOffence::OverdueNotRed),
        (StepStart::DaysLeft(_), _) | (StepStart::Overdue, Lamp::Red) => {}
    }
    if step.start == StepStart::Overdue && step.roll == Roll::PreviousWorkday {
        found.push(ProfileOffence::OverdueRollsBack);
    }
    if let Some(letter) = &step.letter {
        if letter.name.trim().is_empty() {
            found.push(ProfileOffence::LetterWithoutName { place: place.clone() });
        }
        if letter.to.is_empty() {
            found.push(ProfileOffence::LetterWithoutAddressee(letter.name.clone()));
        }
    }
    basis(&step.basis, &place, found);
}

fn route(profile: &RuleProfile, found: &mut Vec<ProfileOffence>) {
    let route = &profile.route;
    if route.first.value == route.second.value {
        found.push(ProfileOffence::SameReviewer(route.first.value.word()));
    }
    if route.filing.value == Filing::Required && profile.period(PeriodName::FilingReview).is_none() {
        found.push(ProfileOffence::FilingWithoutPeriod);
    }
    basis(&route.first.basis, "初审", found);
    basis(&route.second.basis, "复审", found);
    basis(&route.filing.basis, "报备", found);
}

fn criteria(profile: &RuleProfile, found: &mut Vec<ProfileOffence>) {
    let mut seen = BTreeSet::new();
    for rule in &profile.criteria {
        let Some(criterion) = Criterion::from_name(&rule.criterion) else {
            found.push(ProfileOffence::CriterionUnknown(rule.criterion.clone()));
            continue;
        };
        if !seen.insert(criterion) {
            found.push(ProfileOffence::CriterionTwice(criterion.word().to_owned()));
        }
        // Closing needs evidence whatever a profile says (design §2.6).
        if criterion == Criterion::Evidence && rule.need != Need::Always {
            found.push(ProfileOffence::EvidenceNotMandatory);
        }
        basis(&rule.basis, &format!("销号标准“{}”", criterion.word()), found);
    }
    let missing = Criterion::ALL.iter().filter(|criterion| !seen.contains(criterion));
    found.extend(missing.map(|criterion| ProfileOffence::CriterionMissing(criterion.word())));
}

fn status_words(profile: &RuleProfile, found: &mut Vec<ProfileOffence>) {
    let words = &profile.words;
    let completion = Completion::ALL.iter().map(|value| (value.word(), words.completion.word(*value)));
    let closure = Closure::ALL.iter().map(|value| (value.word(), words.closure.word(*value)));
    let empty = completion.chain(closure).filter(|(_, word)| word.trim().is_empty());
    found.extend(empty.map(|(value, _)| ProfileOffence::NoWord(value)));
    basis(&words.basis, "印刷用词", found);
}

fn basis(text: &str, place: &str, found: &mut Vec<ProfileOffence>) {
    if text.trim().is_empty() {
        found.push(ProfileOffence::NoBasis { place: place.to_owned() });
    }
}
