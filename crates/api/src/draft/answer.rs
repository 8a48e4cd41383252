//! Edits and the confirmation: what is asked and what is answered.

use super::Draft;
use serde::{Deserialize, Serialize};
use usecases::Confirmation;
use utoipa::ToSchema;

/// The draft after an edit.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftAnswer {
    pub draft: Draft,
}

/// The version that the person saw.
#[derive(Debug, Deserialize, ToSchema)]
pub struct VersionBody {
    pub version: i64,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ConfirmBody {
    pub version: i64,
    /// Put aside what nobody looked at.
    #[serde(default)]
    pub skip_open: bool,
    /// Make units and people of names that the directory does not know.
    #[serde(default)]
    pub create_missing: bool,
}

/// Names that the directory does not know.
#[derive(Debug, Serialize, ToSchema)]
pub struct MissingOwners {
    pub units: Vec<String>,
    pub people: Vec<String>,
}

impl From<usecases::Missing> for MissingOwners {
    fn from(m: usecases::Missing) -> Self {
        Self { units: m.units, people: m.people }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Created {
    pub findings: usize,
    pub measures: usize,
    pub units: usize,
    pub people: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Updated {
    pub findings: usize,
}

/// What a confirmation did.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConfirmationAnswer {
    pub created: Created,
    pub updated: Updated,
    pub keys: Vec<String>,
}

impl From<Confirmation> for ConfirmationAnswer {
    fn from(c: Confirmation) -> Self {
        Self {
            created: Created {
                findings: c.findings_created,
                measures: c.measures_created,
                units: c.units_created,
                people: c.people_created,
            },
            updated: Updated { findings: c.findings_updated },
            keys: c.keys,
        }
    }
}
