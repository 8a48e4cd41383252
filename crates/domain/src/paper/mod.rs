//! Warnings of paper rectification 纸面整改: what was written but proves nothing (process-rules §7). They stop
//! nobody; they are shown to whoever reports and to whoever reviews.

mod evidence;
mod hollow;
mod pasted;
mod signs;
mod unnumbered;

pub use hollow::is_hollow;
pub use pasted::{is_nearly, prints};
pub use signs::{SIGNS, Sign, evidence_signs, measure_signs};
pub use unnumbered::{has_number, unnumbered_rule};

use crate::words::words;
use crate::{Completion, Evidence, EvidenceDoubt, Measure};

words!(
    /// What is doubtful.
    PaperCode {
        HollowMeasure => "hollow_measure" "措施空泛",
        PastedText => "pasted_text" "雷同文字",
        RuleWithoutNumber => "rule_without_number" "制度缺文号",
        EvidenceBeforeFeedback => "evidence_before_feedback" "佐证早于反馈",
        EvidenceReused => "evidence_reused" "佐证重复使用",
    }
);

impl PaperCode {
    /// Why that is looked at.
    pub fn basis(self) -> &'static str {
        match self {
            Self::HollowMeasure => "整改措施应当具体、可核查；只有表态、没有对象和标志的措施无法验收",
            Self::PastedText => "整改应当逐条对应反馈问题；多条问题使用同一段文字，须核实是否逐条整改",
            Self::RuleWithoutNumber => {
                "《党政机关公文处理工作条例》第九条：发文字号是公文格式要素，正式印发的制度以发文字号核对"
            }
            Self::EvidenceBeforeFeedback => "佐证应当反映反馈之后的整改行为；反馈之前的事实不能单独证明整改",
            Self::EvidenceReused => "一份材料证明多条问题时，须核实其内容确实覆盖每一条",
        }
    }
}

words!(
    /// Where it stands.
    PaperPart {
        Measure => "measure" "措施",
        Progress => "progress" "进展",
        Evidence => "evidence" "佐证",
    }
);

/// Something doubtful about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub code: PaperCode,
    pub part: PaperPart,
    /// Key of the measure or the evidence.
    pub subject: String,
    /// What was done where: a sentence for the reader.
    pub message: String,
    /// Keys of other findings with the same text or file.
    pub others: Vec<String>,
}

/// A text of another finding that looks like one of this finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherText {
    pub finding: String,
    pub text: String,
}

/// What is known of a finding.
pub struct Material<'a> {
    pub measures: &'a [Measure],
    pub evidence: &'a [(Evidence, Vec<EvidenceDoubt>)],
    /// Texts that share a print with a text of this finding.
    pub others: &'a [OtherText],
}

/// All warnings, measures first.
pub fn warnings(material: &Material) -> Vec<Warning> {
    let mut found = Vec::new();
    for measure in material.measures {
        found.extend(hollow::warning(measure));
        found.extend(pasted::warnings(measure, material.others));
        let files: Vec<&Evidence> = live(material).map(|(e, _)| e).filter(|e| proves(e, measure)).collect();
        found.extend(unnumbered::of_measure(measure, &files));
    }
    for (evidence, doubts) in live(material) {
        found.extend(evidence::warnings(evidence, doubts));
        let measure = material.measures.iter().find(|m| proves(evidence, m));
        found.extend(unnumbered::of_evidence(evidence, measure));
    }
    found
}

fn live<'a>(material: &'a Material) -> impl Iterator<Item = &'a (Evidence, Vec<EvidenceDoubt>)> {
    material.evidence.iter().filter(|(evidence, _)| !evidence.withdrawn)
}

fn proves(evidence: &Evidence, measure: &Measure) -> bool {
    evidence.measure.as_ref() == Some(&measure.id)
}

fn is_done(measure: &Measure) -> bool {
    matches!(measure.completion, Completion::Done | Completion::Standing)
}
