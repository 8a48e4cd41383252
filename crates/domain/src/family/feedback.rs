//! The ledger as the feedback document counts it: each problem of the document once, as far as that which is worked
//! on in its place. Reports, lists and the checker speak of these, so that their totals agree with the document.

use super::{FamilyTie, leaves};
use crate::workflow::Step;
use crate::{Completion, Evidence, Finding, FindingId, Measure, completion};
use jiff::civil::Date;
use std::collections::HashMap;

/// Findings of the document with what stands under them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Feedback {
    pub findings: Vec<Finding>,
    /// What was put together with another problem stands under each of them, with the same key.
    pub measures: Vec<Measure>,
    pub evidence: Vec<Evidence>,
    /// By the identifier of their finding, oldest first.
    pub steps: HashMap<String, Vec<Step>>,
}

/// Brings all of a round under the findings of its document; what is set aside gives way to what stands for it.
pub fn feedback(ties: &[FamilyTie], all: Feedback) -> Feedback {
    if ties.is_empty() {
        return all;
    }
    let by_id: HashMap<&FindingId, &Finding> = all.findings.iter().map(|f| (&f.id, f)).collect();
    let mut out = Feedback::default();
    for root in all.findings.iter().filter(|f| !ties.iter().any(|tie| tie.result == f.id)) {
        let own = leaves(ties, &root.id);
        let worked: Vec<&Finding> = own.iter().filter_map(|id| by_id.get(id).copied()).collect();
        out.findings.push(as_far_as(root, &worked));
        for leaf in &worked {
            let under = |m: &Measure| Measure { finding: root.id.clone(), ..m.clone() };
            out.measures.extend(all.measures.iter().filter(|m| m.finding == leaf.id).map(under));
            let under = |e: &Evidence| Evidence { finding: root.id.clone(), ..e.clone() };
            out.evidence.extend(all.evidence.iter().filter(|e| e.finding == leaf.id).map(under));
        }
        let told = worked.iter().min_by_key(|leaf| leaf.stage).map_or(&root.id, |leaf| &leaf.id);
        if let Some(steps) = all.steps.get(told.as_str()) {
            out.steps.insert(root.id.0.clone(), steps.clone());
        }
    }
    out
}

/// The problem of the document, with the state of what is worked on in its place.
fn as_far_as(root: &Finding, worked: &[&Finding]) -> Finding {
    let [first, ..] = worked else { return root.clone() };
    if worked.len() == 1 && first.id == root.id {
        return root.clone();
    }
    let stage = worked.iter().map(|f| f.stage).min().unwrap_or(root.stage);
    let open = |f: &&&Finding| !matches!(f.completion, Completion::Done | Completion::Standing);
    // It is late as soon as one part is, and finished with the last.
    let next: Option<Date> = worked.iter().filter(open).filter_map(|f| f.due).min();
    Finding {
        completion: completion(&worked.iter().map(|f| f.completion).collect::<Vec<_>>()),
        closure: stage.closure(),
        stage,
        due: next.or_else(|| worked.iter().filter_map(|f| f.due).max()),
        unit: first.unit.clone(),
        leader: first.leader.clone(),
        owner: first.owner.clone(),
        standing_rule: first.standing_rule.clone(),
        standing_review: first.standing_review,
        ..root.clone()
    }
}
