//! 工作纪实 of a round.

use crate::patch::present;
use crate::time::Day;
use crate::words::ChroniclePart;
use serde::{Deserialize, Serialize};
use usecases::{ChronicleChange, NewChronicleEntry};
use utoipa::ToSchema;

/// A piece of work for the round as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChronicleEntry {
    /// `XC-2026-01-J001`
    pub key: String,
    pub part: ChroniclePart,
    /// The heading that it stands under.
    pub category: String,
    pub date: Option<Day>,
    /// Whole sentences.
    pub text: String,
    /// Taken out; it can be brought back.
    pub removed: bool,
    pub version: i64,
}

impl From<domain::ChronicleEntry> for ChronicleEntry {
    fn from(entry: domain::ChronicleEntry) -> Self {
        Self {
            key: entry.key,
            part: ChroniclePart(entry.part),
            category: entry.category,
            date: entry.date.map(Day),
            text: entry.text,
            removed: entry.removed,
            version: entry.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ChronicleBody {
    pub part: ChroniclePart,
    pub category: String,
    #[serde(default)]
    pub date: Option<Day>,
    pub text: String,
}

impl From<ChronicleBody> for NewChronicleEntry {
    fn from(b: ChronicleBody) -> Self {
        Self { part: b.part.into(), category: b.category, date: b.date.map(|d| d.0), text: b.text }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ChroniclePatch {
    pub version: i64,
    #[serde(default)]
    pub part: Option<ChroniclePart>,
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub date: Option<Option<Day>>,
    #[serde(default)]
    pub text: Option<String>,
    /// Takes the entry out, or brings it back.
    #[serde(default)]
    pub removed: Option<bool>,
}

impl From<ChroniclePatch> for ChronicleChange {
    fn from(p: ChroniclePatch) -> Self {
        Self {
            part: p.part.map(Into::into),
            category: p.category,
            date: p.date.map(|date| date.map(|d| d.0)),
            text: p.text,
            removed: p.removed,
        }
    }
}
