//! How the mailing of checkpoints stands.

use crate::time::instant;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct CheckpointMail {
    /// Where they go; `null`: nobody configured it.
    pub to: Option<String>,
    /// When the last one went. UTC.
    pub last_at: Option<String>,
    /// Why the last attempt failed.
    pub failure: Option<String>,
}

impl From<usecases::CheckpointMail> for CheckpointMail {
    fn from(m: usecases::CheckpointMail) -> Self {
        Self { to: m.to, last_at: m.last_at.map(instant), failure: m.failure }
    }
}
