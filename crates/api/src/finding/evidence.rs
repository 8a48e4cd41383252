//! Evidence of a finding.

use crate::account::Named;
use crate::time::{Day, instant};
use crate::words::EvidenceKind;
use domain::EvidenceDoubt;
use serde::{Deserialize, Serialize};
use usecases::{EvidenceView, Names};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Serialize, ToSchema)]
pub struct Evidence {
    /// `XC-2026-01-014-E02`
    pub key: String,
    /// Key of the measure it proves.
    pub measure_key: Option<String>,
    pub name: String,
    /// SHA-256.
    pub digest: String,
    /// SM3 (GB/T 32905-2016).
    pub sm3: String,
    pub kind: EvidenceKind,
    pub bytes: i64,
    /// When that happened which the file proves.
    pub fact_date: Option<Day>,
    pub note: Option<String>,
    /// UTC.
    pub uploaded_at: String,
    pub uploader: Named,
    /// Withdrawn or replaced.
    pub withdrawn: bool,
    /// Key of the earlier version that it stands for, and why.
    pub replaces: Option<String>,
    pub replace_reason: Option<String>,
    /// Key of the newer version.
    pub replaced_by: Option<String>,
    /// The fact is older than the feedback.
    pub before_feedback: bool,
    /// Keys of other findings that the same file proves.
    pub reused_in: Vec<String>,
}

impl Evidence {
    pub(super) fn new(view: &EvidenceView, people: &Names) -> Self {
        let e = &view.evidence;
        let reused = view.doubts.iter().find_map(|doubt| match doubt {
            EvidenceDoubt::Reused(keys) => Some(keys.clone()),
            EvidenceDoubt::BeforeFeedback => None,
        });
        Self {
            key: e.key.clone(),
            measure_key: view.measure.clone(),
            name: e.name.clone(),
            digest: e.digest.clone(),
            sm3: e.sm3.clone(),
            kind: EvidenceKind(e.kind),
            bytes: e.bytes,
            fact_date: e.fact_date.map(Day),
            note: e.note.clone(),
            uploaded_at: instant(e.uploaded_at),
            uploader: evidence_named(e, people),
            withdrawn: e.withdrawn,
            replaces: e.replaces.as_ref().map(|r| r.key.clone()),
            replace_reason: e.replaces.as_ref().map(|r| r.reason.clone()),
            replaced_by: view.replaced_by.clone(),
            before_feedback: view.doubts.contains(&EvidenceDoubt::BeforeFeedback),
            reused_in: reused.unwrap_or_default(),
        }
    }
}

/// Who brought it.
pub(super) fn evidence_named(e: &domain::Evidence, people: &Names) -> Named {
    Named { id: e.uploader.0.clone(), name: people.get(e.uploader.as_str()).cloned().unwrap_or_default() }
}

/// Why evidence is withdrawn.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReasonQuery {
    pub reason: String,
}
