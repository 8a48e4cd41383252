//! People.

use crate::patch::{blank, present};
use crate::words::Role;
use domain::UnitId;
use serde::{Deserialize, Serialize};
use usecases::{NewPerson, PersonChange};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    pub id: String,
    pub name: String,
    pub username: Option<String>,
    pub unit_id: Option<String>,
    pub duty: Option<String>,
    pub roles: Vec<Role>,
    pub active: bool,
    pub version: i64,
}

impl From<domain::Person> for Person {
    fn from(p: domain::Person) -> Self {
        Self {
            id: p.id.0,
            name: p.name,
            username: p.username,
            unit_id: p.unit.map(|u| u.0),
            duty: p.duty,
            roles: p.roles.into_iter().map(Role).collect(),
            active: p.active,
            version: p.version,
        }
    }
}

fn roles(names: Vec<Role>) -> Vec<domain::Role> {
    names.into_iter().map(Into::into).collect()
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PersonQuery {
    /// Part of a name.
    #[serde(default, deserialize_with = "blank")]
    pub q: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PersonBody {
    pub name: String,
    #[serde(default)]
    pub unit_id: Option<String>,
    #[serde(default)]
    pub duty: Option<String>,
    #[serde(default)]
    pub username: Option<String>,
    #[serde(default)]
    pub password: Option<String>,
    #[serde(default)]
    pub roles: Vec<Role>,
}

impl From<PersonBody> for NewPerson {
    fn from(b: PersonBody) -> Self {
        Self {
            name: b.name,
            unit: b.unit_id.map(UnitId),
            duty: b.duty,
            username: b.username,
            password: b.password,
            roles: roles(b.roles),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PersonPatch {
    pub version: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub duty: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub username: Option<Option<String>>,
    #[serde(default)]
    pub password: Option<String>,
    #[serde(default)]
    pub roles: Option<Vec<Role>>,
    #[serde(default)]
    pub active: Option<bool>,
}

impl From<PersonPatch> for PersonChange {
    fn from(p: PersonPatch) -> Self {
        Self {
            name: p.name,
            unit: p.unit_id.map(|id| id.map(UnitId)),
            duty: p.duty,
            username: p.username,
            password: p.password,
            roles: p.roles.map(roles),
            active: p.active,
        }
    }
}
