//! 责任空白 of an inspection.

use crate::words::Gap;
use serde::Serialize;
use utoipa::ToSchema;

/// How many findings lack something.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapCount {
    pub gap: Gap,
    pub total: i64,
}

/// A leader without any item.
#[derive(Debug, Serialize, ToSchema)]
pub struct IdleLeader {
    pub id: String,
    pub name: String,
    pub duty: Option<String>,
}

/// What responsibility lacks.
#[derive(Debug, Serialize, ToSchema)]
pub struct Gaps {
    pub findings: i64,
    pub missing: Vec<GapCount>,
    /// Members of the leading group of the inspected unit who lead and own nothing; for who sees all of the round.
    pub leaders_without_items: Vec<IdleLeader>,
}

impl From<usecases::Gaps> for Gaps {
    fn from(g: usecases::Gaps) -> Self {
        let idle = |p: domain::Person| IdleLeader { id: p.id.0, name: p.name, duty: p.duty };
        Self {
            findings: g.findings,
            missing: g.missing.into_iter().map(|(gap, total)| GapCount { gap: Gap(gap), total }).collect(),
            leaders_without_items: g.without_items.into_iter().map(idle).collect(),
        }
    }
}
