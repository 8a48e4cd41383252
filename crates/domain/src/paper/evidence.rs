//! Doubts about a file, as warnings of its finding.

use super::{PaperCode, PaperPart, Warning};
use crate::{Evidence, EvidenceDoubt};

pub(super) fn warnings(evidence: &Evidence, doubts: &[EvidenceDoubt]) -> Vec<Warning> {
    doubts.iter().map(|doubt| warning(evidence, doubt)).collect()
}

fn warning(evidence: &Evidence, doubt: &EvidenceDoubt) -> Warning {
    let key = &evidence.key;
    let (code, message, others) = match doubt {
        EvidenceDoubt::BeforeFeedback => {
            let text = format!("佐证 {key} 的事实发生在反馈之前。请补充反馈之后的整改材料，或说明它证明什么。");
            (PaperCode::EvidenceBeforeFeedback, text, Vec::new())
        }
        EvidenceDoubt::Reused(keys) => {
            let text = format!("佐证 {key} 同时用于 {}。请核实它对每一条都有证明作用。", keys.join("、"));
            (PaperCode::EvidenceReused, text, keys.clone())
        }
    };
    Warning { code, part: PaperPart::Evidence, subject: key.clone(), message, others }
}
