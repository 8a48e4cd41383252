//! The mark of a restricted finding.

use crate::account::Named;
use crate::time::instant;
use serde::{Deserialize, Serialize};
use usecases::Names;
use utoipa::ToSchema;

/// 工作秘密: who opens the finding is noted in the log.
#[derive(Debug, Serialize, ToSchema)]
pub struct Restriction {
    pub reason: String,
    pub by: Named,
    /// UTC.
    pub at: String,
}

impl Restriction {
    pub(super) fn new(r: &usecases::Restriction, people: &Names) -> Self {
        let name = people.get(r.person.as_str()).cloned().unwrap_or_default();
        Self { reason: r.reason.clone(), by: Named { id: r.person.0.clone(), name }, at: instant(r.at) }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct RestrictionBody {
    pub reason: String,
}
