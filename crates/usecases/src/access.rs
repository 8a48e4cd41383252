//! Who reaches what: rows by subtree of units, and the roles that count there.

use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Found;
use domain::family::{FamilyRefusal, set_aside};
use domain::{Finding, Inspection, Measure, Person, PersonId, Role, UnitId};

/// The rows that a person reaches (design §4). The store turns it into a condition of its statements, the same
/// for lists, counts, searches, exports and single objects; what is out of reach is not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of the installation: the person stands at the top of its only tree of units.
    Everything,
    /// The units from this one downwards, and what the person answers for himself.
    Below { unit: UnitId, person: PersonId },
    /// Only what the person answers for.
    Own(PersonId),
    /// No business content at all: 三员.
    Nothing,
}

/// Where a row within reach lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the units of the person: all of his roles count.
    Inside,
    /// Elsewhere; the person answers for it or works on it with others.
    Assigned,
}

/// Where a person stands in the tree of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// At the top of the only tree.
    Top,
    Elsewhere,
}

impl Reach {
    /// What a person reaches.
    pub fn of(person: &Person, standing: Standing) -> Self {
        let watches = person.is(Role::SecurityOfficer) || person.is(Role::Auditor);
        let business = person.roles.is_empty() || person.roles.iter().any(|role| role.is_business());
        match (&person.unit, standing) {
            _ if watches || !business => Self::Nothing,
            (Some(_), Standing::Top) => Self::Everything,
            (Some(unit), Standing::Elsewhere) => Self::Below { unit: unit.clone(), person: person.id.clone() },
            (None, _) => Self::Own(person.id.clone()),
        }
    }
}

/// An inspection, the rows of it that the person reaches, and the person with the roles that count there.
pub(crate) struct Seen {
    pub(crate) inspection: Inspection,
    pub(crate) rows: Reach,
    pub(crate) actor: Actor,
}

/// An inspection within reach.
pub(crate) async fn inspection(app: &App, actor: &Actor, key: &str) -> Result<Seen, Error> {
    let found = app.store.inspection(&actor.reach, key).await?;
    let (inspection, place) = found.ok_or(Error::NotFound("检查轮次"))?;
    let rows = match place {
        Place::Inside => Reach::Everything,
        Place::Assigned => actor.reach.clone(),
    };
    Ok(Seen { inspection, rows, actor: with_roles(actor, place, |role| role == Role::Leader) })
}

/// A finding within reach, and the person with the roles that count for it.
pub(crate) async fn finding(app: &App, actor: &Actor, key: &str) -> Result<(Finding, Actor), Error> {
    let Found { finding, place, .. } = look_up(app, actor, key).await?;
    let actor = with_roles_for(actor, place, &finding);
    Ok((finding, actor))
}

/// A finding within reach with what the row tells of its surroundings.
pub(crate) async fn look_up(app: &App, actor: &Actor, key: &str) -> Result<Found, Error> {
    app.store.finding(&actor.reach, key).await?.ok_or(Error::NotFound("事项"))
}

/// As [`finding`], to work on it: refused where another finding is worked on in its place.
pub(crate) async fn finding_to_work_on(app: &App, actor: &Actor, key: &str) -> Result<(Finding, Actor), Error> {
    let Found { finding, place, ties, .. } = look_up(app, actor, key).await?;
    if ties > 0 {
        let ties = app.store.family(&finding.inspection).await?;
        if let Some(why) = set_aside(&ties, &finding.id) {
            return Err(FamilyRefusal::SetAside(why).into());
        }
    }
    let actor = with_roles_for(actor, place, &finding);
    Ok((finding, actor))
}

/// The person with the roles that count for a finding.
pub(crate) fn with_roles_for(actor: &Actor, place: Place, finding: &Finding) -> Actor {
    let leads = finding.leader.as_ref() == Some(&actor.person.id);
    with_roles(actor, place, |role| role == Role::Leader && leads)
}

/// Outside his units a person is nobody's liaison or secretary; he keeps what the assignment gives.
fn with_roles(actor: &Actor, place: Place, also: impl Fn(Role) -> bool) -> Actor {
    let mut actor = actor.clone();
    if place == Place::Assigned {
        actor.person.roles.retain(|role| matches!(role, Role::Owner | Role::Head) || also(*role));
    }
    actor
}

/// Units and people: those who keep the accounts see all of them.
pub(crate) fn directory_reach(actor: &Actor) -> Reach {
    let keeps_accounts = actor.person.roles.iter().any(|role| !role.is_business());
    if keeps_accounts { Reach::Everything } else { actor.reach.clone() }
}

/// Whether the person may read the log: the auditor; the administrator as long as there is no auditor.
pub async fn may_read_log(app: &App, person: &Person) -> Result<bool, Error> {
    Ok(person.is(Role::Auditor) || (person.is(Role::Administrator) && !app.store.anybody_is(Role::Auditor).await?))
}

/// Refuses who may not read the log.
pub(crate) async fn require_log(app: &App, actor: &Actor) -> Result<(), Error> {
    if may_read_log(app, &actor.person).await? { Ok(()) } else { Err(Error::Forbidden(Role::Auditor)) }
}

/// Whether the person may report progress and bring evidence.
pub(crate) fn may_report(actor: &Actor, finding: &Finding, measure: Option<&Measure>) -> Result<(), Error> {
    let person = &actor.person;
    if person.is(Role::Liaison) {
        return Ok(());
    }
    let own = Some(&person.id);
    let answers_for = finding.owner.as_ref() == own || measure.is_some_and(|m| m.owner.as_ref() == own);
    let unit = person.unit.as_ref().filter(|_| person.is(Role::Head));
    let heads = unit.is_some_and(|unit| {
        finding.unit.as_ref() == Some(unit)
            || finding.co_units.contains(unit)
            || measure.is_some_and(|m| m.lead_unit.as_ref() == Some(unit))
    });
    if answers_for || heads { Ok(()) } else { Err(Error::NotYours) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(roles: &[Role], unit: Option<&str>) -> Person {
        Person {
            id: PersonId("p".into()),
            name: "甲".into(),
            username: None,
            unit: unit.map(|u| UnitId(u.into())),
            duty: None,
            roles: roles.to_vec(),
            active: true,
            version: 1,
        }
    }

    #[test]
    fn a_keeper_of_accounts_reaches_no_business_content() {
        assert_eq!(Reach::of(&person(&[Role::Administrator], Some("u")), Standing::Top), Reach::Nothing);
        // Even beside a business role, as a database from elsewhere may have it.
        for watcher in [Role::Auditor, Role::SecurityOfficer] {
            assert_eq!(Reach::of(&person(&[watcher, Role::Liaison], Some("u")), Standing::Top), Reach::Nothing);
        }
        let both = person(&[Role::Administrator, Role::Liaison], Some("u"));
        assert_eq!(Reach::of(&both, Standing::Top), Reach::Everything);
    }

    #[test]
    fn the_reach_follows_the_unit() {
        let liaison = person(&[Role::Liaison], Some("u"));
        let below = Reach::Below { unit: UnitId("u".into()), person: PersonId("p".into()) };
        assert_eq!(Reach::of(&liaison, Standing::Elsewhere), below);
        assert_eq!(Reach::of(&person(&[Role::Owner], None), Standing::Elsewhere), Reach::Own(PersonId("p".into())));
    }
}
