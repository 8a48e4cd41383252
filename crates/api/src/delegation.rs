//! Delegations.

use crate::account::Named;
use crate::finding::named;
use crate::time::Day;
use crate::words::Role;
use domain::PersonId;
use serde::{Deserialize, Serialize};
use usecases::{DelegationView, NewDelegation};
use utoipa::ToSchema;

/// Who lets whom act for him.
#[derive(Debug, Serialize, ToSchema)]
pub struct Delegation {
    pub id: String,
    pub principal: Named,
    pub delegate: Named,
    /// The duties in which he is stood in for.
    pub roles: Vec<Role>,
    pub from: Day,
    /// The last day.
    pub until: Day,
    pub reason: String,
    /// The day on which it was ended before its time.
    pub ended: Option<Day>,
    /// The delegate may act today.
    pub in_force: bool,
    pub version: i64,
}

impl Delegation {
    /// All of a view.
    pub fn all(view: &DelegationView) -> Vec<Self> {
        let person = |id: &PersonId| Named {
            id: id.0.clone(),
            name: named(&view.people, Some(id.as_str())).map(|person| person.name).unwrap_or_default(),
        };
        let one = |d: &domain::Delegation| Self {
            id: d.id.0.clone(),
            principal: person(&d.principal),
            delegate: person(&d.delegate),
            roles: d.roles.iter().copied().map(Role).collect(),
            from: Day(d.from),
            until: Day(d.until),
            reason: d.reason.clone(),
            ended: d.ended.map(Day),
            in_force: d.in_force(view.today),
            version: d.version,
        };
        view.delegations.iter().map(one).collect()
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct DelegationBody {
    /// Whose place is lent; the own one when absent. Somebody else's is lent by the administrator.
    #[serde(default)]
    pub principal_id: Option<String>,
    pub delegate_id: String,
    pub roles: Vec<Role>,
    pub from: Day,
    pub until: Day,
    pub reason: String,
}

impl From<DelegationBody> for NewDelegation {
    fn from(b: DelegationBody) -> Self {
        Self {
            principal: b.principal_id.map(PersonId),
            delegate: PersonId(b.delegate_id),
            roles: b.roles.into_iter().map(Into::into).collect(),
            from: b.from.0,
            until: b.until.0,
            reason: b.reason,
        }
    }
}

/// Ends a delegation as the person saw it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EndDelegationBody {
    pub version: i64,
}
