//! Warnings of paper rectification.

use crate::words::{PaperCode, PaperPart};
use serde::Serialize;
use utoipa::ToSchema;

/// Something doubtful about a finding; it stops nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperWarning {
    pub code: PaperCode,
    pub part: PaperPart,
    /// Key of the measure or the evidence.
    pub subject: String,
    pub message: String,
    /// Why that is looked at.
    pub basis: String,
    /// Keys of other findings with the same text or file.
    pub others: Vec<String>,
}

impl From<&domain::paper::Warning> for PaperWarning {
    fn from(w: &domain::paper::Warning) -> Self {
        Self {
            code: PaperCode(w.code),
            part: PaperPart(w.part),
            subject: w.subject.clone(),
            message: w.message.clone(),
            basis: w.code.basis().to_owned(),
            others: w.others.clone(),
        }
    }
}
