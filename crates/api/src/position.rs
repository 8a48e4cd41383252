//! Positions of a person.

use crate::patch::present;
use crate::time::Day;
use crate::words::{PositionKind, Role};
use domain::UnitId;
use serde::{Deserialize, Serialize};
use usecases::{NewPosition, PositionChange};
use utoipa::ToSchema;

/// A further position, or a main one that is over.
#[derive(Debug, Serialize, ToSchema)]
pub struct Position {
    pub id: String,
    pub kind: PositionKind,
    pub unit_id: String,
    pub duty: Option<String>,
    pub roles: Vec<Role>,
    pub from: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
    pub version: i64,
}

impl From<domain::Position> for Position {
    fn from(p: domain::Position) -> Self {
        Self {
            id: p.id.0,
            kind: PositionKind(p.kind),
            unit_id: p.unit.0,
            duty: p.duty,
            roles: p.roles.into_iter().map(Role).collect(),
            from: p.from.map(Day),
            until: p.until.map(Day),
            version: p.version,
        }
    }
}

fn roles(names: Vec<Role>) -> Vec<domain::Role> {
    names.into_iter().map(Into::into).collect()
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PositionBody {
    pub unit_id: String,
    #[serde(default)]
    pub duty: Option<String>,
    pub roles: Vec<Role>,
    /// Today when absent.
    #[serde(default)]
    pub from: Option<Day>,
    #[serde(default)]
    pub until: Option<Day>,
}

impl From<PositionBody> for NewPosition {
    fn from(b: PositionBody) -> Self {
        Self {
            unit: UnitId(b.unit_id),
            duty: b.duty,
            roles: roles(b.roles),
            from: b.from.map(|d| d.0),
            until: b.until.map(|d| d.0),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PositionPatch {
    pub version: i64,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub duty: Option<Option<String>>,
    #[serde(default)]
    pub roles: Option<Vec<Role>>,
    #[serde(default)]
    pub from: Option<Day>,
    /// The last day; null for a position without an end.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub until: Option<Option<Day>>,
}

impl From<PositionPatch> for PositionChange {
    fn from(p: PositionPatch) -> Self {
        Self {
            duty: p.duty,
            roles: p.roles.map(roles),
            from: p.from.map(|d| d.0),
            until: p.until.map(|d| d.map(|d| d.0)),
        }
    }
}
