//! What changes of a finding.

use crate::patch::present;
use crate::time::Day;
use crate::words::FixType;
use domain::{PersonId, UnitId};
use serde::Deserialize;
use usecases::FindingChange;
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
pub struct FindingPatch {
    pub version: i64,
    #[serde(default)]
    pub title: Option<String>,
    /// The original wording; needs a reason.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub leader_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub owner_id: Option<Option<String>>,
    #[serde(default)]
    pub co_unit_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_leader_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_owner_ids: Option<Vec<String>>,
    /// Once the plan is approved it changes with a reason, and neither to `standing` nor from it.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<FixType>)]
    pub fix_type: Option<Option<FixType>>,
    /// A date that is set changes only with a reason.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub due: Option<Option<Day>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub category: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub target: Option<Option<String>>,
    /// Yuan, exact decimal.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub amount: Option<Option<String>>,
    #[serde(default)]
    pub reason: Option<String>,
}

impl From<FindingPatch> for FindingChange {
    fn from(p: FindingPatch) -> Self {
        Self {
            title: p.title,
            text: p.text,
            unit: p.unit_id.map(|id| id.map(UnitId)),
            leader: p.leader_id.map(|id| id.map(PersonId)),
            owner: p.owner_id.map(|id| id.map(PersonId)),
            co_units: p.co_unit_ids.map(|ids| ids.into_iter().map(UnitId).collect()),
            co_leaders: p.co_leader_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
            co_owners: p.co_owner_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
            fix_type: p.fix_type.map(|t| t.map(Into::into)),
            due: p.due.map(|d| d.map(|d| d.0)),
            category: p.category,
            target: p.target,
            amount: p.amount,
            reason: p.reason,
        }
    }
}
