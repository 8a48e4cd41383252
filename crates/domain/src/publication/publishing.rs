//! What of a finding is published, and how a publication says what it leaves out.

use crate::words::words;
use crate::{FindingId, SourceKind};

words!(
    /// What of a finding goes out.
    Publish {
        Full => "full" "全文公开",
        Redacted => "redacted" "部分公开",
        Withheld => "withheld" "不予公开",
    }
);

words!(
    /// Why a finding is not published (process-rules §1.8: five cases, each agreed by the leading group).
    WithholdReason {
        Secret => "secret" "涉及党和国家秘密",
        OpenCase => "open_case" "涉及初步核实或已立案、尚未公布的案件",
        Publicity => "publicity" "公开后可能造成重大负面影响",
        Petition => "petition" "公开后可能引发群体性信访",
        Sensitive => "sensitive" "涉及重大敏感事项",
    }
);

/// What was decided for a finding; without one it goes out in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publishing {
    pub id: String,
    pub finding: FindingId,
    pub publish: Publish,
    pub reason: Option<WithholdReason>,
    /// What stands in place of the title and the wording of a finding that is published in part.
    pub wording: Option<String>,
    pub version: i64,
}

/// What is wrong with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublishingOffence {
    #[error("不予公开的，请选择理由（五类之一）")]
    NoReason,
    #[error("部分公开的，请填写公开表述，用来代替问题名称和原文")]
    NoWording,
    #[error("公开表述不超过 200 字")]
    LongWording,
}

/// Characters of a wording.
const WORDING_MAX: usize = 200;

impl Publishing {
    /// Finding without a decision: in full.
    pub fn default_of(finding: FindingId) -> Self {
        Self { id: String::new(), finding, publish: Publish::Full, reason: None, wording: None, version: 0 }
    }

    /// A decision without what does not belong to it, or what is wrong with it.
    pub fn checked(mut self) -> Result<Self, PublishingOffence> {
        self.wording = self.wording.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        match self.publish {
            Publish::Full => (self.reason, self.wording) = (None, None),
            Publish::Redacted => {
                self.reason = None;
                let wording = self.wording.as_ref().ok_or(PublishingOffence::NoWording)?;
                if wording.chars().count() > WORDING_MAX {
                    return Err(PublishingOffence::LongWording);
                }
            }
            Publish::Withheld => {
                self.wording = None;
                self.reason.ok_or(PublishingOffence::NoReason)?;
            }
        }
        Ok(self)
    }
}

/// How many items are left out and why: figures of both versions agree because the text says so.
pub fn withheld_statement(source: SourceKind, reasons: &[WithholdReason]) -> Option<String> {
    if reasons.is_empty() {
        return None;
    }
    let noun = match source {
        SourceKind::Inspection | SourceKind::Patrol => "反馈事项",
        SourceKind::Audit => "审计查出事项",
        SourceKind::Supervision => "督查发现事项",
        SourceKind::Appraisal | SourceKind::Special => "检查发现事项",
        SourceKind::Own => "自查发现事项",
    };
    let of = |reason: WithholdReason| reasons.iter().filter(|one| **one == reason).count();
    let parts: Vec<String> = WithholdReason::ALL
        .iter()
        .map(|reason| (reason, of(*reason)))
        .filter(|(_, count)| *count > 0)
        .map(|(reason, count)| format!("{}的{count}项", reason.word()))
        .collect();
    let count = reasons.len();
    Some(format!("上述{noun}中，有{count}项按规定不予公开内容，仍计入各项总数，其中{}。", parts.join("，")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(publish: Publish, reason: Option<WithholdReason>, wording: Option<&str>) -> Publishing {
        let wording = wording.map(str::to_owned);
        Publishing { publish, reason, wording, ..Publishing::default_of(FindingId("f".into())) }
    }

    #[test]
    fn withheld_needs_a_reason_and_redacted_a_wording() {
        let secret = Some(WithholdReason::Secret);
        assert_eq!(decided(Publish::Withheld, None, None).checked(), Err(PublishingOffence::NoReason));
        assert_eq!(decided(Publish::Redacted, None, Some("  ")).checked(), Err(PublishingOffence::NoWording));
        let long = "长".repeat(201);
        assert_eq!(decided(Publish::Redacted, None, Some(&long)).checked(), Err(PublishingOffence::LongWording));
        let full = decided(Publish::Full, secret, Some("甲")).checked().unwrap();
        assert_eq!((full.reason, full.wording), (None, None));
        let withheld = decided(Publish::Withheld, secret, Some("甲")).checked().unwrap();
        assert_eq!((withheld.reason, withheld.wording), (secret, None));
        let redacted = decided(Publish::Redacted, secret, Some(" 某类问题 ")).checked().unwrap();
        assert_eq!((redacted.reason, redacted.wording.as_deref()), (None, Some("某类问题")));
    }

    #[test]
    fn a_statement_counts_by_reason_in_the_words_of_the_source() {
        use WithholdReason::{OpenCase, Secret};
        assert_eq!(withheld_statement(SourceKind::Patrol, &[]), None);
        let patrol = withheld_statement(SourceKind::Patrol, &[OpenCase, Secret, OpenCase]).unwrap();
        assert_eq!(
            patrol,
            "上述反馈事项中，有3项按规定不予公开内容，仍计入各项总数，其中涉及党和国家秘密的1项，涉及初步核实或已立案、尚未公布的案件的2项。"
        );
        assert!(withheld_statement(SourceKind::Audit, &[Secret]).unwrap().starts_with("上述审计查出事项中，有1项"));
    }
}
