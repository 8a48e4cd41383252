//! The new findings: what a part has of the whole, what a merged finding has of its members.

use super::PartPlan;
use crate::{
    Completion, Evidence, EvidenceId, Finding, FindingId, Inspection, Measure, MeasureId, completion, decimal_sum,
};

/// A part. It stands where the whole stood: who answers for it and until when does not change by a split.
pub fn part_finding(inspection: &Inspection, whole: &Finding, part: &PartPlan, id: FindingId, serial: i64) -> Finding {
    let text = part.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    Finding {
        title: part.title.trim().to_owned(),
        text: text.unwrap_or(&whole.text).to_owned(),
        amount: part.amount.as_deref().map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned),
        ..anew(inspection, whole, id, serial)
    }
}

/// The finding that stands for its members: fields of the first, units of all, the earliest date, the sum of amounts.
/// A merge moves no date to a later day.
pub fn merged_finding(
    inspection: &Inspection,
    members: &[Finding],
    title: &str,
    id: FindingId,
    serial: i64,
) -> Option<Finding> {
    let first = members.first()?;
    let mut co_units = first.co_units.clone();
    for unit in members.iter().flat_map(|m| m.unit.iter().chain(&m.co_units)) {
        if first.unit.as_ref() != Some(unit) && !co_units.contains(unit) {
            co_units.push(unit.clone());
        }
    }
    let amounts: Vec<&str> = members.iter().filter_map(|m| m.amount.as_deref()).collect();
    let mut texts: Vec<&str> = Vec::new();
    for member in members {
        if !texts.contains(&member.text.as_str()) {
            texts.push(&member.text);
        }
    }
    Some(Finding {
        title: title.trim().to_owned(),
        text: texts.join("\n"),
        due: members.iter().filter_map(|m| m.due).min(),
        amount: if amounts.is_empty() { None } else { decimal_sum(&amounts) },
        co_units,
        ..anew(inspection, first, id, serial)
    })
}

fn anew(inspection: &Inspection, from: &Finding, id: FindingId, serial: i64) -> Finding {
    Finding {
        id,
        serial,
        key: inspection.finding_key(serial),
        completion: Completion::NotStarted,
        last_measure: 0,
        last_evidence: 0,
        version: 1,
        ..from.clone()
    }
}

/// A measure that a new finding takes over; it brings the finding up to date.
pub fn copied_measure(to: &mut Finding, taken: &mut Vec<Measure>, from: &Measure, id: MeasureId) {
    to.last_measure += 1;
    taken.push(Measure {
        id,
        finding: to.id.clone(),
        key: format!("{}-{:02}", to.key, to.last_measure),
        serial: to.last_measure,
        version: 1,
        ..from.clone()
    });
    to.completion = completion(&taken.iter().map(|m| m.completion).collect::<Vec<_>>());
}

/// Evidence that a new finding takes over: the same file, with who brought it and when.
pub fn copied_evidence(to: &mut Finding, from: &Evidence, measure: Option<MeasureId>, id: EvidenceId) -> Evidence {
    to.last_evidence += 1;
    Evidence {
        id,
        finding: to.id.clone(),
        measure,
        key: format!("{}-E{:02}", to.key, to.last_evidence),
        replaces: None,
        ..from.clone()
    }
}
