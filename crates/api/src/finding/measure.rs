//! Measures.

use super::{SourceSpan, named, sources};
use crate::account::Named;
use crate::patch::present;
use crate::time::Day;
use crate::words::Completion;
use domain::{PersonId, UnitId};
use serde::{Deserialize, Serialize};
use usecases::{FindingDetail, MeasureChange, NewMeasure};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Serialize, ToSchema)]
pub struct Measure {
    pub id: String,
    /// `XC-2026-01-014-03`; never used again.
    pub key: String,
    pub text: String,
    pub target: Option<String>,
    pub deliverable: Option<String>,
    pub leader: Option<Named>,
    pub lead_unit: Option<Named>,
    pub owner: Option<Named>,
    pub co_units: Vec<Named>,
    pub co_leaders: Vec<Named>,
    pub co_owners: Vec<Named>,
    pub due: Option<Day>,
    pub completion: Completion,
    pub progress_note: Option<String>,
    /// As of a finding.
    pub stated: Option<String>,
    pub sources: Vec<SourceSpan>,
    pub version: i64,
}

impl Measure {
    pub(super) fn new(m: &domain::Measure, d: &FindingDetail) -> Self {
        let own = d.measure_sources.iter().filter(|(id, _)| *id == m.id.0).map(|(_, source)| source);
        Self {
            id: m.id.0.clone(),
            key: m.key.clone(),
            text: m.text.clone(),
            target: m.target.clone(),
            deliverable: m.deliverable.clone(),
            leader: named(&d.people, m.leader.as_ref().map(PersonId::as_str)),
            lead_unit: named(&d.units, m.lead_unit.as_ref().map(UnitId::as_str)),
            owner: named(&d.people, m.owner.as_ref().map(PersonId::as_str)),
            co_units: m.co_units.iter().filter_map(|u| named(&d.units, Some(u.as_str()))).collect(),
            co_leaders: m.co_leaders.iter().filter_map(|p| named(&d.people, Some(p.as_str()))).collect(),
            co_owners: m.co_owners.iter().filter_map(|p| named(&d.people, Some(p.as_str()))).collect(),
            due: m.due.map(Day),
            completion: Completion(m.completion),
            progress_note: m.progress_note.clone(),
            stated: m.stated.clone(),
            sources: sources(own),
            version: m.version,
        }
    }
}

/// A new measure, or what changes of one.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct MeasureBody {
    /// Needed for a change.
    #[serde(default)]
    pub version: Option<i64>,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub leader_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub lead_unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub owner_id: Option<Option<String>>,
    #[serde(default)]
    pub co_unit_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_leader_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_owner_ids: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub due: Option<Option<Day>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub target: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub deliverable: Option<Option<String>>,
    #[serde(default)]
    pub completion: Option<Completion>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub progress_note: Option<Option<String>>,
    /// Needed to change text, target or deliverable once the plan is approved.
    #[serde(default)]
    pub reason: Option<String>,
}

impl From<MeasureBody> for MeasureChange {
    fn from(b: MeasureBody) -> Self {
        Self {
            text: b.text,
            leader: b.leader_id.map(|id| id.map(PersonId)),
            lead_unit: b.lead_unit_id.map(|id| id.map(UnitId)),
            owner: b.owner_id.map(|id| id.map(PersonId)),
            co_units: b.co_unit_ids.map(|ids| ids.into_iter().map(UnitId).collect()),
            co_leaders: b.co_leader_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
            co_owners: b.co_owner_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
            due: b.due.map(|d| d.map(|d| d.0)),
            target: b.target,
            deliverable: b.deliverable,
            completion: b.completion.map(Into::into),
            progress_note: b.progress_note,
            reason: b.reason,
        }
    }
}

impl From<MeasureBody> for NewMeasure {
    fn from(b: MeasureBody) -> Self {
        Self { text: b.text.clone().unwrap_or_default(), change: b.into() }
    }
}

/// The version that the person saw, and why it goes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RemovalQuery {
    pub version: i64,
    /// Needed once the plan is approved.
    pub reason: Option<String>,
}
