//! A total that waits for its parts until the next statement begins.

use super::Weight;
use super::counts::Count;
use super::role::Role;
use super::sums::{Summand, consistent};
use super::words::{Family, Sign, Subject};
use crate::extract::span;
use crate::{Part, Total};

pub(super) struct Open {
    pub(super) subject: Subject,
    pub(super) unit: String,
    pub(super) total: String,
    pub(super) sentence: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) parts: Vec<Summand>,
    pub(super) weight: Weight,
    /// The sentence in which 其中 opened a list of parts.
    pub(super) listing: Option<usize>,
    /// 要求立行立改的41个: parts that follow are parts of this one.
    pub(super) group: Option<Group>,
    pub(super) groups: Vec<Group>,
}

/// A part with parts of its own.
pub(super) struct Group {
    value: String,
    start: usize,
    end: usize,
    parts: Vec<Summand>,
}

impl Open {
    pub(super) fn new(count: &Count<'_>, subject: Subject, weight: Weight) -> Self {
        Self {
            subject,
            unit: count.unit.to_owned(),
            total: count.value.clone(),
            sentence: count.sentence,
            start: count.start,
            end: count.end,
            parts: Vec::new(),
            weight,
            // 已整改的7931.4万元中，收回2310.6万元: the sum is divided at once.
            listing: (subject.family == Family::Money && count.clause_after.starts_with('中'))
                .then_some(count.sentence),
            group: None,
            groups: Vec::new(),
        }
    }

    /// A part follows in the same or the next sentence, in a unit that fits, about the same things.
    pub(super) fn takes(&self, count: &Count<'_>, role: Role) -> bool {
        let money = self.subject.family == Family::Money;
        let same = |s: &Subject| s.name == self.subject.name || money && s.family == Family::Money;
        let other = count.subject.filter(|s| !same(s));
        let same_unit = count.unit == self.unit;
        let grouping = other.is_some_and(|s| s.family == Family::Grouping) && count.named_after;
        if grouping && self.subject.family != Family::Grouping {
            return false;
        }
        let listed = self.listing == Some(count.sentence)
            && same_unit
            && !count.gap.contains(['；', '。'])
            && !count.before.has(Sign::Gathering)
            && (other.is_none() || count.gap.starts_with('、'));
        if listed {
            return true;
        }
        let near = count.sentence == self.sentence || count.sentence == self.sentence + 1 && leads_on(count);
        let unit_fits = same_unit || count.unit == "%" || interchangeable(count.unit, &self.unit);
        near && role == Role::Part
            && unit_fits
            && (other.is_none() || same_unit)
            && !(other.is_some() && !self.parts.is_empty() && !leads_on(count) && count.named_after)
    }

    pub(super) fn add(&mut self, count: &Count<'_>) {
        self.end = count.end;
        let within = count.lead.has(Sign::Within);
        if count.sentence > self.sentence || count.gap.contains(['。', '；', ';']) || count.gap.contains(". ") {
            // What 其中 named before was a part of the whole, but not of this division of it.
            if self.listing.is_some() && !within {
                self.parts.iter_mut().filter(|p| p.within).for_each(|p| p.nested = true);
            }
            self.listing = None;
            self.groups.extend(self.group.take());
        }
        self.sentence = self.sentence.max(count.sentence);
        let listed = self.listing == Some(count.sentence);
        let summand = Summand {
            label: label(count),
            value: count.value.clone(),
            rate: count.unit == "%",
            nested: within && !self.parts.is_empty(),
            within: within || listed,
            approximate: count.approximate,
            status: count.before.has(Sign::Status) || count.after.has(Sign::Status),
            remainder: count.before.has(Sign::Remainder),
        };
        if within {
            self.listing = Some(count.sentence);
        }
        if count.clause_before.ends_with('的') && summand.status {
            self.groups.extend(self.group.take());
            let parts = Vec::new();
            self.group = Some(Group { value: count.value.clone(), start: count.start, end: count.end, parts });
        } else if let Some(group) = &mut self.group {
            group.end = count.end;
            group.parts.push(summand);
            return;
        }
        self.parts.push(summand);
    }
}

/// Units that documents use for the same things.
fn interchangeable(a: &str, b: &str) -> bool {
    const LOOSE: [&str; 8] = ["个", "项", "条", "件", "处", "家", "份", "宗"];
    LOOSE.contains(&a) && LOOSE.contains(&b)
}

/// The clause carries on from the sentence before (其中, 目前, 已…).
fn leads_on(count: &Count<'_>) -> bool {
    let starts = ["其中", "目前", "截至", "截止", "现", "已", "完成", "未", "其余"];
    starts.iter().any(|word| count.clause_before.starts_with(word))
        || count.lead.has(Sign::Within)
        || count.before.has(Sign::Remainder)
        || count.before.has(Sign::Status)
}

/// What the part is called in the text.
fn label(count: &Count<'_>) -> String {
    const CHARACTERS_MAX: usize = 16;
    let trimmed = count
        .clause_before
        .trim_start_matches(['，', '、'])
        .trim_start_matches("截至")
        .trim_start_matches("目前")
        .trim_start_matches("其中")
        .trim_end_matches(['为', '了', '有', '共', '是', '达', '到'])
        .trim();
    let before = count.before.has(Sign::Status) || count.clause_after.is_empty();
    let source = if before { trimmed } else { count.clause_after.trim() };
    let source = if source.is_empty() { trimmed } else { source };
    let characters = source.chars().count();
    source.chars().skip(characters.saturating_sub(CHARACTERS_MAX)).collect()
}

/// Writes the total and those of its groups.
pub(super) fn finish(open: &mut Option<Open>, index: u32, out: &mut Vec<(Total, Weight)>) {
    let Some(mut done) = open.take() else { return };
    done.groups.extend(done.group.take());
    // A statement that is divided into parts counts anywhere.
    let weight = if done.parts.iter().any(|p| !p.rate) { Weight::Strong } else { done.weight };
    let total = |value: String, parts: Vec<Summand>, start: usize, end: usize| Total {
        subject: done.subject.name.to_owned(),
        unit: done.unit.clone(),
        consistent: consistent(&value, &parts),
        total: value,
        // What is a part of a part would be counted twice.
        parts: parts.into_iter().filter(|p| !p.nested).map(part).collect(),
        span: span(index, start, end),
    };
    out.push((total(done.total, done.parts, done.start, done.end), weight));
    for group in done.groups.into_iter().filter(|g| !g.parts.is_empty()) {
        out.push((total(group.value, group.parts, group.start, group.end), weight));
    }
}

fn part(summand: Summand) -> Part {
    let count = if summand.rate { format!("{}%", summand.value) } else { summand.value };
    Part { label: summand.label, count }
}
