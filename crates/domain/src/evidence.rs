//! Evidence 佐证材料: files that prove a measure or a finding (process-rules §2).

use crate::words::words;
use crate::{EvidenceId, FindingId, MeasureId, PersonId};
use jiff::civil::Date;

words!(
    /// What a file is, by its content.
    EvidenceKind {
        Document => "document" "文档",
        Sheet => "sheet" "表格",
        Pdf => "pdf" "PDF",
        Image => "image" "图片",
        Text => "text" "文本",
        Other => "other" "其他",
    }
);

/// Which evidence a newer version stands for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Key of the earlier version; it stays in the record.
    pub key: String,
    pub reason: String,
}

/// A file that proves something. The file itself is stored by its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub id: EvidenceId,
    pub finding: FindingId,
    pub measure: Option<MeasureId>,
    /// `XC-2026-01-014-E02`; never used again.
    pub key: String,
    pub name: String,
    /// SHA-256, lower-case hex.
    pub digest: String,
    /// SM3 (GB/T 32905-2016), lower-case hex.
    pub sm3: String,
    pub kind: EvidenceKind,
    pub bytes: i64,
    /// When that happened which the file proves; the upload is later.
    pub fact_date: Option<Date>,
    pub note: Option<String>,
    /// Milliseconds since 1970.
    pub uploaded_at: i64,
    pub uploader: PersonId,
    pub replaces: Option<Replacement>,
    /// Withdrawn or replaced evidence stays in the record and counts for nothing.
    pub withdrawn: bool,
}

/// What makes evidence doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceDoubt {
    /// The fact is older than the feedback that it is to answer.
    BeforeFeedback,
    /// The same file proves these findings too.
    Reused(Vec<String>),
}

/// Doubts about evidence of a finding whose feedback came on that day; `others` are keys of findings with the file.
pub fn doubts(evidence: &Evidence, feedback: Option<Date>, others: &[String]) -> Vec<EvidenceDoubt> {
    let mut found = Vec::new();
    if evidence.fact_date.zip(feedback).is_some_and(|(fact, feedback)| fact < feedback) {
        found.push(EvidenceDoubt::BeforeFeedback);
    }
    if !others.is_empty() {
        found.push(EvidenceDoubt::Reused(others.to_vec()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn old_and_reused_evidence_is_doubtful() {
        let evidence = Evidence {
            id: EvidenceId("e".to_owned()),
            finding: FindingId("f".to_owned()),
            measure: None,
            key: "XC-2026-01-001-E01".to_owned(),
            name: "会议记录.txt".to_owned(),
            digest: String::new(),
            sm3: String::new(),
            kind: EvidenceKind::Text,
            bytes: 1,
            fact_date: Some(date(2026, 10, 1)),
            note: None,
            uploaded_at: 0,
            uploader: PersonId("p".to_owned()),
            replaces: None,
            withdrawn: false,
        };
        let others = ["XC-2026-01-002".to_owned()];
        assert_eq!(
            doubts(&evidence, Some(date(2026, 10, 15)), &others),
            [EvidenceDoubt::BeforeFeedback, EvidenceDoubt::Reused(others.to_vec())]
        );
        assert_eq!(doubts(&evidence, Some(date(2026, 10, 1)), &[]), []);
        assert_eq!(doubts(&evidence, None, &[]), []);
    }
}
