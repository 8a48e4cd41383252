//! What another profile would do to the lamps, before it is chosen.

use super::RuleProfile;
use crate::{Completion, Lamp, LampRule, lamp};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What the lamp of a finding rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueFinding {
    pub due: Option<Date>,
    pub completion: Completion,
}

/// Findings whose lamp changes in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LampChange {
    pub before: Lamp,
    pub after: Lamp,
    pub findings: usize,
}

impl LampChange {
    /// The change in words: `将使 37 项由绿灯变为黄灯`.
    pub fn words(&self) -> String {
        format!("将使 {} 项由{}变为{}", self.findings, light(self.before), light(self.after))
    }
}

/// The lamps that change today when one profile takes the place of another, by lamp before and after.
pub fn lamp_changes(
    findings: &[DueFinding],
    before: &RuleProfile,
    after: &RuleProfile,
    today: Date,
) -> Vec<LampChange> {
    let rules = [LampRule::of(before), LampRule::of(after)];
    let mut counts: BTreeMap<(Lamp, Lamp), usize> = BTreeMap::new();
    for finding in findings {
        let [before, after] = rules.each_ref().map(|rule| lamp(finding.due, finding.completion, today, rule));
        if before != after {
            *counts.entry((before, after)).or_default() += 1;
        }
    }
    counts.into_iter().map(|((before, after), findings)| LampChange { before, after, findings }).collect()
}

/// The lamp by its colour, as people speak of it.
fn light(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Green => "绿灯",
        Lamp::Yellow => "黄灯",
        Lamp::Red => "红灯",
        Lamp::Done | Lamp::None => lamp.word(),
    }
}
