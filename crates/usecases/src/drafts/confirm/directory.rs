//! Names of a document become units and people of the directory.

use crate::context::{Actor, App, new_id};
use crate::error::Error;
use domain::draft::{DraftState, NodeOwner};
use domain::{Person, PersonId, Role, Unit, UnitId, UnitKind, is_person_name, is_unit_name};

/// What to do with names that the directory does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingOwners {
    /// They are kept as the document words them.
    Keep,
    /// Departments and people without an account are made of them.
    Create,
}

impl From<bool> for MissingOwners {
    fn from(create: bool) -> Self {
        if create { Self::Create } else { Self::Keep }
    }
}

/// Names that the directory does not know and that could be made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missing {
    pub units: Vec<String>,
    pub people: Vec<String>,
}

pub(super) struct Directory {
    units: Vec<Unit>,
    people: Vec<Person>,
    /// How many of each the store knows already.
    stored: (usize, usize),
}

/// One that is alone; two of the same name are nobody.
fn only<'a, T>(mut found: impl Iterator<Item = &'a T>) -> Option<&'a T> {
    found.next().filter(|_| found.next().is_none())
}

impl Directory {
    /// The units and people that the person reaches.
    pub(super) async fn load(app: &App, actor: &Actor) -> Result<Self, Error> {
        let (units, people) = (app.store.units(&actor.reach).await?, app.store.people(&actor.reach, None).await?);
        let stored = (units.len(), people.len());
        Ok(Self { units, people, stored })
    }

    pub(super) fn unit_of(&self, owner: &NodeOwner) -> Option<UnitId> {
        let named = |unit: &&Unit| unit.name == owner.text || unit.short_name.as_deref() == Some(&owner.text);
        owner.unit.clone().map(UnitId).or_else(|| only(self.units.iter().filter(named)).map(|u| u.id.clone()))
    }

    pub(super) fn person_of(&self, owner: &NodeOwner) -> Option<PersonId> {
        let named = |person: &&Person| person.name == owner.text && person.active;
        owner.person.clone().map(PersonId).or_else(|| only(self.people.iter().filter(named)).map(|p| p.id.clone()))
    }

    /// Names that look like a unit or a person and are unknown; each once, in order.
    pub(super) fn missing(&self, state: &DraftState) -> Missing {
        let mut missing = Missing::default();
        let nodes = state.nodes.iter().filter(|n| !n.skipped);
        for owner in nodes.flat_map(|n| &n.owners) {
            let (list, unknown) = match owner.role.as_str() {
                "lead_unit" | "co_unit" => (
                    &mut missing.units,
                    is_unit_name(&owner.text)
                        && owner.unit.is_none()
                        && !self
                            .units
                            .iter()
                            .any(|u| u.name == owner.text || u.short_name.as_deref() == Some(&owner.text)),
                ),
                "leader" | "owner" => (
                    &mut missing.people,
                    is_person_name(&owner.text)
                        && owner.person.is_none()
                        && !self.people.iter().any(|p| p.name == owner.text),
                ),
                _ => continue,
            };
            if unknown && !list.contains(&owner.text) {
                list.push(owner.text.clone());
            }
        }
        missing
    }

    /// Makes what is missing: departments of the inspected unit, people without an account.
    pub(super) fn create(&mut self, state: &DraftState, below: &UnitId) {
        let missing = self.missing(state);
        let last = self.units.iter().filter(|u| u.parent.as_ref() == Some(below)).map(|u| u.position).max();
        for (position, name) in (last.unwrap_or(-1) + 1..).zip(missing.units) {
            self.units.push(Unit {
                id: UnitId(new_id()),
                parent: Some(below.clone()),
                kind: UnitKind::of_name(&name),
                name,
                short_name: None,
                position,
                version: 1,
            });
        }
        self.people.extend(missing.people.into_iter().map(|name| Person {
            id: PersonId(new_id()),
            name,
            username: None,
            unit: Some(below.clone()),
            duty: None,
            roles: vec![Role::Owner],
            active: true,
            version: 1,
        }));
    }

    /// What [`Directory::create`] made.
    pub(super) fn created(self) -> (Vec<Unit>, Vec<Person>) {
        let Self { mut units, mut people, stored } = self;
        (units.split_off(stored.0), people.split_off(stored.1))
    }
}
