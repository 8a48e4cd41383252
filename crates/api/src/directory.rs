//! Session, units, people, inspections.

use crate::patch::present;
use domain::{Inspection, Lamp, Person, Role, SourceKind, Unit, UnitId, UnitKind};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use usecases::{
    InspectionChange, InspectionCounts, LampCounts, NewAdministrator, NewInspection, NewPerson, NewUnit, PersonChange,
    UnitChange,
};

/// A list with its exact total.
#[derive(Debug, Serialize)]
pub struct List<T> {
    pub total: usize,
    pub items: Vec<T>,
}

impl<T> List<T> {
    pub fn new(items: Vec<T>) -> Self {
        Self { total: items.len(), items }
    }
}

#[derive(Debug, Serialize)]
pub struct SetupJson {
    pub needed: bool,
    pub demo: bool,
}

#[derive(Debug, Deserialize)]
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

#[derive(Debug, Deserialize)]
pub struct SignInBody {
    pub username: String,
    pub password: String,
}

#[derive(Debug, Deserialize)]
pub struct PasswordBody {
    pub old: String,
    pub new: String,
}

#[derive(Debug, Serialize)]
pub struct NamedJson {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Serialize)]
pub struct SessionPerson {
    pub id: String,
    pub username: String,
    pub name: String,
    pub roles: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
pub struct SessionJson {
    pub person: SessionPerson,
    pub unit: NamedJson,
    pub today: String,
    pub version: &'static str,
}

impl SessionJson {
    pub fn new(person: &Person, units: &[Unit], today: String, version: &'static str) -> Self {
        let unit = person.unit.as_ref().and_then(|id| units.iter().find(|u| u.id == *id)).or(units.first());
        Self {
            person: SessionPerson {
                id: person.id.0.clone(),
                username: person.username.clone().unwrap_or_default(),
                name: person.name.clone(),
                roles: person.roles.iter().map(|r| r.name()).collect(),
            },
            unit: NamedJson {
                id: unit.map(|u| u.id.0.clone()).unwrap_or_default(),
                name: unit.map(|u| u.name.clone()).unwrap_or_default(),
            },
            today,
            version,
        }
    }
}

#[derive(Debug, Serialize)]
pub struct UnitJson {
    pub id: String,
    pub parent_id: Option<String>,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: &'static str,
    pub position: i64,
    pub version: i64,
}

impl From<Unit> for UnitJson {
    fn from(u: Unit) -> Self {
        Self {
            id: u.id.0,
            parent_id: u.parent.map(|p| p.0),
            name: u.name,
            short_name: u.short_name,
            kind: u.kind.name(),
            position: u.position,
            version: u.version,
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct UnitBody {
    #[serde(default)]
    pub parent_id: Option<String>,
    pub name: String,
    #[serde(default)]
    pub short_name: Option<String>,
    pub kind: String,
}

impl From<UnitBody> for NewUnit {
    fn from(b: UnitBody) -> Self {
        Self {
            parent: b.parent_id.map(UnitId),
            name: b.name,
            short_name: b.short_name,
            kind: UnitKind::from_name(&b.kind).unwrap_or(UnitKind::Department),
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct UnitPatch {
    pub version: i64,
    #[serde(default, deserialize_with = "present")]
    pub parent_id: Option<Option<String>>,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub short_name: Option<Option<String>>,
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default)]
    pub position: Option<i64>,
}

impl From<UnitPatch> for UnitChange {
    fn from(p: UnitPatch) -> Self {
        Self {
            parent: p.parent_id.map(|id| id.map(UnitId)),
            name: p.name,
            short_name: p.short_name,
            kind: p.kind.as_deref().and_then(UnitKind::from_name),
            position: p.position,
        }
    }
}

#[derive(Debug, Serialize)]
pub struct PersonJson {
    pub id: String,
    pub name: String,
    pub username: Option<String>,
    pub unit_id: Option<String>,
    pub duty: Option<String>,
    pub roles: Vec<&'static str>,
    pub active: bool,
    pub version: i64,
}

impl From<Person> for PersonJson {
    fn from(p: Person) -> Self {
        Self {
            id: p.id.0,
            name: p.name,
            username: p.username,
            unit_id: p.unit.map(|u| u.0),
            duty: p.duty,
            roles: p.roles.iter().map(|r| r.name()).collect(),
            active: p.active,
            version: p.version,
        }
    }
}

fn roles(names: &[String]) -> Vec<Role> {
    names.iter().filter_map(|n| Role::from_name(n)).collect()
}

#[derive(Debug, Deserialize)]
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
    pub roles: Vec<String>,
}

impl From<PersonBody> for NewPerson {
    fn from(b: PersonBody) -> Self {
        Self {
            name: b.name,
            unit: b.unit_id.map(UnitId),
            duty: b.duty,
            username: b.username,
            password: b.password,
            roles: roles(&b.roles),
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct PersonPatch {
    pub version: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub duty: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub username: Option<Option<String>>,
    #[serde(default)]
    pub password: Option<String>,
    #[serde(default)]
    pub roles: Option<Vec<String>>,
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
            roles: p.roles.map(|r| roles(&r)),
            active: p.active,
        }
    }
}

/// Lamp counts as an object.
pub fn lamps(counts: &LampCounts) -> Value {
    Value::Object(
        Lamp::ALL.iter().zip(counts.0).map(|(lamp, n)| (lamp.name().to_owned(), n.into())).collect::<Map<_, _>>(),
    )
}

#[derive(Debug, Serialize)]
pub struct InspectionCountsJson {
    pub findings: i64,
    pub by_lamp: Value,
}

#[derive(Debug, Serialize)]
pub struct InspectionJson {
    pub id: String,
    pub key: String,
    pub source: &'static str,
    pub title: String,
    pub issuing_body: String,
    pub document_number: Option<String>,
    pub unit_id: String,
    pub feedback_date: Option<String>,
    pub receipt_date: Option<String>,
    pub counts: InspectionCountsJson,
    pub version: i64,
}

impl InspectionJson {
    pub fn new(i: Inspection, counts: InspectionCounts) -> Self {
        Self {
            id: i.id.0,
            key: i.key,
            source: i.source.name(),
            title: i.title,
            issuing_body: i.issuing_body,
            document_number: i.document_number,
            unit_id: i.unit.0,
            feedback_date: i.feedback_date.map(|d| d.to_string()),
            receipt_date: i.receipt_date.map(|d| d.to_string()),
            counts: InspectionCountsJson { findings: counts.findings, by_lamp: lamps(&counts.lamps) },
            version: i.version,
        }
    }
}

/// A date of the wire; text that is no date counts as none.
pub(crate) fn date(text: Option<String>) -> Option<jiff::civil::Date> {
    text.and_then(|t| t.parse().ok())
}

#[derive(Debug, Deserialize)]
pub struct InspectionBody {
    pub source: String,
    pub title: String,
    pub issuing_body: String,
    #[serde(default)]
    pub document_number: Option<String>,
    pub unit_id: String,
    #[serde(default)]
    pub feedback_date: Option<String>,
    #[serde(default)]
    pub receipt_date: Option<String>,
}

impl From<InspectionBody> for NewInspection {
    fn from(b: InspectionBody) -> Self {
        Self {
            source: SourceKind::from_name(&b.source).unwrap_or(SourceKind::Patrol),
            title: b.title,
            issuing_body: b.issuing_body,
            document_number: b.document_number,
            unit: UnitId(b.unit_id),
            feedback_date: date(b.feedback_date),
            receipt_date: date(b.receipt_date),
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct InspectionPatch {
    pub version: i64,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub issuing_body: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub document_number: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub feedback_date: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub receipt_date: Option<Option<String>>,
}

impl From<InspectionPatch> for InspectionChange {
    fn from(p: InspectionPatch) -> Self {
        Self {
            title: p.title,
            issuing_body: p.issuing_body,
            document_number: p.document_number,
            feedback_date: p.feedback_date.map(date),
            receipt_date: p.receipt_date.map(date),
        }
    }
}
