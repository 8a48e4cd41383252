//! Who reaches what: rows by subtree of units, and the roles that count there.

use crate::context::{Actor, App, StandIn};
use crate::error::Error;
use crate::posts::Seat;
use crate::records::Found;
use domain::family::{FamilyRefusal, set_aside};
use domain::{Finding, Inspection, Measure, Person, PersonId, Role, UnitId};

/// The rows that a person reaches (design §4). The store turns it into a condition of its statements, the same
/// for lists, counts, searches, exports and single objects; what is out of reach is not found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All of the installation, where every role counts.
    Everything,
    /// What lies below his places or is somebody's work whose place he takes, his own among them.
    Within(Scope),
    /// No business content at all: 三员.
    Nothing,
}

/// The places of a person, and whose work he reaches wherever it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    pub extent: Extent,
    /// The bit of a seat, and the unit from which it counts downwards.
    pub seats: Vec<(i64, UnitId)>,
    pub people: Vec<PersonId>,
}

/// Which rows a scope holds; the seats tell in any case which roles count for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All: one of the places is the top of the only tree of units.
    All,
    Units,
}

/// The seats of a person that lie above a row, one bit each; none where he answers for it or works on it with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(pub i64);

impl Place {
    pub const EVERYWHERE: Self = Self(i64::MAX);

    /// True where some role of the person counts because of a unit.
    pub fn is_inside(self) -> bool {
        self.0 != 0
    }

    fn is_below(self, seat: i64) -> bool {
        self.0 & seat != 0
    }
}

impl Reach {
    /// What is reached from these seats; `root` is the top of the only tree.
    pub(crate) fn of(seats: &[Seat], people: Vec<PersonId>, root: Option<&UnitId>) -> Self {
        if seats.is_empty() {
            return Self::Nothing;
        }
        let is_top = |seat: &Seat| root.is_some() && seat.unit.as_ref() == root;
        if seats.iter().all(is_top) {
            return Self::Everything;
        }
        let extent = if seats.iter().any(is_top) { Extent::All } else { Extent::Units };
        let placed = seats.iter().filter_map(|seat| Some((seat.bit, seat.unit.clone()?)));
        Self::Within(Scope { extent, seats: placed.collect(), people })
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
    let rows = if place.is_inside() { Reach::Everything } else { actor.reach.clone() };
    Ok(Seen { inspection, rows, actor: at_inspection(actor, place) })
}

/// The person with the roles that count for an inspection.
pub(crate) fn at_inspection(actor: &Actor, place: Place) -> Actor {
    let work = |_: &PersonId, role: Role| matches!(role, Role::Owner | Role::Head | Role::Leader);
    at(actor, place, work, |_| true)
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
    let Found { finding, place, beside } = look_up(app, actor, key).await?;
    if beside.ties > 0 {
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
    let leads = |who: &PersonId| finding.leaders().any(|leader| leader == who);
    let owns = |who: &PersonId| finding.owners().any(|owner| owner == who);
    let by_assignment = |who: &PersonId, role: Role| match role {
        Role::Leader => leads(who),
        Role::Owner => owns(who),
        _ => false,
    };
    at(actor, place, by_assignment, |who| leads(who) || owns(who))
}

/// The person, and everybody in whose place he may stand, with the roles that count at a place. From a seat above it
/// all of its roles count. Elsewhere a person is nobody's liaison or secretary; he keeps what the assignment gives.
fn at(
    actor: &Actor,
    place: Place,
    by_assignment: impl Fn(&PersonId, Role) -> bool,
    is_assigned: impl Fn(&PersonId) -> bool,
) -> Actor {
    let roles_of = |who: &PersonId, principal: Option<&PersonId>| -> Vec<Role> {
        let seats: Vec<&Seat> = actor.seats.iter().filter(|seat| seat.principal.as_ref() == principal).collect();
        let inside = seats.iter().any(|seat| place.is_below(seat.bit));
        // Who reaches it otherwise works on it with others; of a principal that must be known.
        let works = !inside && (principal.is_none() || is_assigned(who));
        let counts = |seat: &Seat, role: Role| {
            place.is_below(seat.bit) || by_assignment(who, role) || (works && matches!(role, Role::Owner | Role::Head))
        };
        let mut roles = Vec::new();
        for seat in seats {
            roles.extend(seat.roles.iter().copied().filter(|role| counts(seat, *role)));
        }
        roles.sort_unstable();
        roles.dedup();
        roles
    };
    let mut here = actor.clone();
    here.person.roles = roles_of(&actor.person.id, None);
    here.stand_ins = actor
        .principals
        .iter()
        .map(|principal| StandIn { principal: principal.clone(), roles: roles_of(&principal.id, Some(&principal.id)) })
        .filter(|stand_in| !stand_in.roles.is_empty())
        .collect();
    here
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

/// The person in the place from which he may report progress and bring evidence: his own, or that of somebody who
/// lets him act.
pub(crate) fn reporting(actor: &Actor, finding: &Finding, measure: Option<&Measure>) -> Result<Actor, Error> {
    let can = |who: &PersonId, roles: &[Role], principal: Option<&PersonId>| {
        if roles.contains(&Role::Liaison) {
            return true;
        }
        let owns = finding.owners().any(|p| p == who) || measure.is_some_and(|m| m.owners().any(|p| p == who));
        // Who lets somebody act for him lends the duties that he named, and no others.
        let lent = principal.is_none() || roles.contains(&Role::Owner);
        (owns && lent) || (roles.contains(&Role::Head) && heads(actor, principal, finding, measure))
    };
    if can(&actor.person.id, &actor.person.roles, None) {
        return Ok(actor.clone());
    }
    let lent = actor.stand_ins.iter().find(|s| can(&s.principal.id, &s.roles, Some(&s.principal.id)));
    lent.map(|stand_in| actor.in_place_of(stand_in)).ok_or(Error::NotYours)
}

/// Whether one of the units in charge is one that the person heads.
fn heads(actor: &Actor, principal: Option<&PersonId>, finding: &Finding, measure: Option<&Measure>) -> bool {
    let seats = actor.seats.iter().filter(|s| s.principal.as_ref() == principal && s.roles.contains(&Role::Head));
    let in_charge =
        |unit: &UnitId| finding.units().any(|u| u == unit) || measure.is_some_and(|m| m.units().any(|u| u == unit));
    seats.filter_map(|seat| seat.unit.as_ref()).any(in_charge)
}
