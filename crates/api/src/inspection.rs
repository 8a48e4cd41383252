//! Inspections and their lamp counts.

use crate::patch::present;
use crate::time::Day;
use crate::words::Source;
use domain::{Lamp, UnitId};
use serde::{Deserialize, Serialize};
use usecases::{InspectionChange, NewInspection};
use utoipa::ToSchema;

/// Findings by lamp.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct LampCounts {
    pub green: i64,
    pub yellow: i64,
    pub red: i64,
    pub done: i64,
    pub none: i64,
}

impl From<&usecases::LampCounts> for LampCounts {
    fn from(counts: &usecases::LampCounts) -> Self {
        let mut out = Self::default();
        for (lamp, n) in Lamp::ALL.iter().zip(counts.0) {
            match lamp {
                Lamp::Green => out.green = n,
                Lamp::Yellow => out.yellow = n,
                Lamp::Red => out.red = n,
                Lamp::Done => out.done = n,
                Lamp::None => out.none = n,
            }
        }
        out
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct InspectionCounts {
    pub findings: i64,
    pub by_lamp: LampCounts,
}

/// A round of inspection or audit.
#[derive(Debug, Serialize, ToSchema)]
pub struct InspectionSummary {
    pub id: String,
    pub key: String,
    pub source: Source,
    pub title: String,
    pub issuing_body: String,
    pub document_number: Option<String>,
    pub unit_id: String,
    pub feedback_date: Option<Day>,
    pub receipt_date: Option<Day>,
    /// Identifier of the rule profile it follows.
    pub profile: String,
    pub counts: InspectionCounts,
    pub version: i64,
}

impl InspectionSummary {
    pub fn new(i: domain::Inspection, counts: usecases::InspectionCounts) -> Self {
        Self {
            id: i.id.0,
            key: i.key,
            source: Source(i.source),
            title: i.title,
            issuing_body: i.issuing_body,
            document_number: i.document_number,
            unit_id: i.unit.0,
            feedback_date: i.feedback_date.map(Day),
            receipt_date: i.receipt_date.map(Day),
            profile: i.profile,
            counts: InspectionCounts { findings: counts.findings, by_lamp: (&counts.lamps).into() },
            version: i.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct InspectionBody {
    pub source: Source,
    pub title: String,
    pub issuing_body: String,
    #[serde(default)]
    pub document_number: Option<String>,
    pub unit_id: String,
    #[serde(default)]
    pub feedback_date: Option<Day>,
    #[serde(default)]
    pub receipt_date: Option<Day>,
    /// Identifier of a rule profile; none is the first that suits the source.
    #[serde(default)]
    pub profile: Option<String>,
}

impl From<InspectionBody> for NewInspection {
    fn from(b: InspectionBody) -> Self {
        Self {
            source: b.source.into(),
            title: b.title,
            issuing_body: b.issuing_body,
            document_number: b.document_number,
            unit: UnitId(b.unit_id),
            feedback_date: b.feedback_date.map(|d| d.0),
            receipt_date: b.receipt_date.map(|d| d.0),
            profile: b.profile,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct InspectionPatch {
    pub version: i64,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub issuing_body: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub document_number: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub feedback_date: Option<Option<Day>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub receipt_date: Option<Option<Day>>,
    #[serde(default)]
    pub profile: Option<String>,
}

impl From<InspectionPatch> for InspectionChange {
    fn from(p: InspectionPatch) -> Self {
        let day = |d: Option<Day>| d.map(|d| d.0);
        Self {
            title: p.title,
            issuing_body: p.issuing_body,
            document_number: p.document_number,
            feedback_date: p.feedback_date.map(day),
            receipt_date: p.receipt_date.map(day),
            profile: p.profile,
        }
    }
}
