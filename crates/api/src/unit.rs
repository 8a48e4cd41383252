//! Units.

use crate::patch::present;
use crate::words::UnitKind;
use domain::UnitId;
use serde::{Deserialize, Serialize};
use usecases::{NewUnit, UnitChange};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct Unit {
    pub id: String,
    pub parent_id: Option<String>,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: UnitKind,
    /// Order among its siblings.
    pub position: i64,
    pub version: i64,
}

impl From<domain::Unit> for Unit {
    fn from(u: domain::Unit) -> Self {
        Self {
            id: u.id.0,
            parent_id: u.parent.map(|p| p.0),
            name: u.name,
            short_name: u.short_name,
            kind: UnitKind(u.kind),
            position: u.position,
            version: u.version,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct UnitBody {
    #[serde(default)]
    pub parent_id: Option<String>,
    pub name: String,
    #[serde(default)]
    pub short_name: Option<String>,
    pub kind: UnitKind,
}

impl From<UnitBody> for NewUnit {
    fn from(b: UnitBody) -> Self {
        Self { parent: b.parent_id.map(UnitId), name: b.name, short_name: b.short_name, kind: b.kind.into() }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct UnitPatch {
    pub version: i64,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub parent_id: Option<Option<String>>,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub short_name: Option<Option<String>>,
    #[serde(default)]
    pub kind: Option<UnitKind>,
    #[serde(default)]
    pub position: Option<i64>,
}

impl From<UnitPatch> for UnitChange {
    fn from(p: UnitPatch) -> Self {
        Self {
            parent: p.parent_id.map(|id| id.map(UnitId)),
            name: p.name,
            short_name: p.short_name,
            kind: p.kind.map(Into::into),
            position: p.position,
        }
    }
}
