//! Set-up, sign-in, session.

use crate::words::Role;
use domain::Person;
use serde::{Deserialize, Serialize};
use usecases::NewAdministrator;
use utoipa::ToSchema;

/// Whether the installation has an administrator yet.
#[derive(Debug, Serialize, ToSchema)]
pub struct Setup {
    pub needed: bool,
    /// The installation shows the example.
    pub demo: bool,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct SetupBody {
    pub unit_name: String,
    pub username: String,
    pub name: String,
    pub password: String,
}

impl From<SetupBody> for NewAdministrator {
    fn from(b: SetupBody) -> Self {
        Self { unit_name: b.unit_name, username: b.username, name: b.name, password: b.password }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct SignInBody {
    pub username: String,
    pub password: String,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct PasswordBody {
    pub old: String,
    pub new: String,
}

/// A unit or person by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct Named {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SessionPerson {
    pub id: String,
    pub username: String,
    pub name: String,
    pub roles: Vec<Role>,
}

/// Who is signed in, and what day it is for the installation.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    pub person: SessionPerson,
    pub unit: Named,
    pub today: String,
    pub version: &'static str,
    /// The person may read the log.
    pub reads_log: bool,
}

impl Session {
    /// `unit` is the name of the person's unit.
    pub fn new(person: &Person, unit: String, today: String, reads_log: bool) -> Self {
        Self {
            person: SessionPerson {
                id: person.id.0.clone(),
                username: person.username.clone().unwrap_or_default(),
                name: person.name.clone(),
                roles: person.roles.iter().copied().map(Role).collect(),
            },
            unit: Named { id: person.unit.as_ref().map(|id| id.0.clone()).unwrap_or_default(), name: unit },
            today,
            version: env!("CARGO_PKG_VERSION"),
            reads_log,
        }
    }
}
