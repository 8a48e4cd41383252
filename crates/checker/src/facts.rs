//! What the ledger says: plain data that a document is compared with.

use document::{DeadlineKind, DutyRole, Finding, FindingKind, Status, Structure};

/// A ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    pub items: Vec<FactItem>,
}

/// A problem of the ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactItem {
    /// What people call it: the number of its row.
    pub key: String,
    pub title: String,
    pub status: Option<Status>,
    /// Last day, `2025-06-30`.
    pub due: Option<String>,
    /// Units and persons who are responsible.
    pub owners: Vec<String>,
    /// Wording of problem and measures.
    pub text: String,
    /// Pieces of evidence; `None` where the ledger does not keep them.
    pub evidence: Option<usize>,
}

impl FactItem {
    /// `第3项“……”`
    pub(crate) fn words(&self) -> String {
        let short: String = self.title.chars().take(18).collect();
        let dots = if short.len() < self.title.len() { "…" } else { "" };
        format!("台账第{}项“{short}{dots}”", self.key)
    }
}

impl Facts {
    /// A ledger or a feedback document as facts.
    pub fn of(structure: &Structure) -> Self {
        let problems = structure.findings.iter().filter(|finding| finding.kind == FindingKind::Problem);
        Self { items: problems.zip(1..).map(|(finding, row)| item(finding, row)).collect() }
    }
}

fn item(finding: &Finding, row: u32) -> FactItem {
    let due = finding
        .deadlines
        .iter()
        .filter(|one| one.kind == DeadlineKind::Absolute)
        .filter_map(|one| one.date.clone())
        .max();
    let owners = finding.owners.iter().filter(|duty| duty.role != DutyRole::Leader).flat_map(|duty| duty.names.clone());
    let measures = finding.measures.iter().map(|measure| measure.text.as_str());
    FactItem {
        key: row.to_string(),
        title: finding.title.clone(),
        status: finding.status,
        due,
        owners: owners.collect(),
        text: std::iter::once(finding.text.as_str()).chain(measures).collect::<Vec<_>>().join("\n"),
        evidence: None,
    }
}
