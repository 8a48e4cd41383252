//! Where a person stands today: his main position, further ones, and the places of those who let him act for them.

use crate::access::Reach;
use crate::context::{Actor, Principal};
use crate::records::Session;
use domain::{Person, PersonId, Role, UnitId};

/// Seats of one person that are looked at; each is a bit of a row's place.
const SEATS_MAX: usize = 24;

/// A further position that holds today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub person: PersonId,
    pub unit: UnitId,
    pub roles: Vec<Role>,
}

/// Somebody who lets the person act for him today, in these duties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub person: Person,
    pub roles: Vec<Role>,
}

/// What is known of a person's places beside his own row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posts {
    /// The top of the only tree of units; none where there are several.
    pub root: Option<UnitId>,
    /// Further positions of the person and of those who let him act.
    pub posts: Vec<Post>,
    pub grants: Vec<Grant>,
    /// Everybody in whose place he may stand, directly or through others.
    pub ties: Vec<PersonId>,
}

/// A place from which roles count downwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub bit: i64,
    pub unit: Option<UnitId>,
    pub roles: Vec<Role>,
    /// In whose place; his own without.
    pub principal: Option<PersonId>,
}

impl Actor {
    /// The person of a session, with everything that follows from his places.
    pub(crate) fn of(session: Session) -> Self {
        let Session { mut person, posts, rules, .. } = session;
        let watches = person.is(Role::SecurityOfficer) || person.is(Role::Auditor);
        let seats = if watches { Vec::new() } else { seats(&person, &posts) };
        let lent = |grant: &&Grant| seats.iter().any(|seat| seat.principal.as_ref() == Some(&grant.person.id));
        let mut principals: Vec<Principal> = Vec::new();
        for Grant { person, .. } in posts.grants.iter().filter(lent) {
            if !principals.iter().any(|known| known.id == person.id) {
                principals.push(Principal { id: person.id.clone(), name: person.name.clone() });
            }
        }
        let people = std::iter::once(person.id.clone()).chain(principals.iter().map(|p| p.id.clone())).collect();
        let reach = Reach::of(&seats, people, posts.root.as_ref());
        if !watches {
            person.roles.extend(seats.iter().filter(|seat| seat.principal.is_none()).flat_map(|seat| &seat.roles));
            person.roles.sort_unstable();
            person.roles.dedup();
        }
        let stand_ins = Vec::new();
        Self {
            person,
            reach,
            rules,
            root: posts.root,
            seats,
            principals,
            stand_ins,
            ties: posts.ties,
            acting_for: None,
        }
    }

    /// What the person reaches from the places of his own that hold a role.
    pub(crate) fn reach_as(&self, role: Role) -> Reach {
        let holds = |seat: &&Seat| seat.principal.is_none() && seat.roles.contains(&role);
        let seats: Vec<Seat> = self.seats.iter().filter(holds).cloned().collect();
        Reach::of(&seats, vec![self.person.id.clone()], self.root.as_ref())
    }
}

/// The places that count; three keepers have none, whatever they are beside it.
fn seats(person: &Person, posts: &Posts) -> Vec<Seat> {
    let mut found: Vec<Seat> = Vec::new();
    let mut add = |unit: Option<UnitId>, roles: Vec<Role>, principal: Option<PersonId>| {
        if found.len() < SEATS_MAX {
            found.push(Seat { bit: 1 << found.len(), unit, roles, principal });
        }
    };
    if person.roles.is_empty() || person.roles.iter().any(|role| role.is_business()) {
        add(person.unit.clone(), person.roles.clone(), None);
    }
    for post in posts.posts.iter().filter(|post| post.person == person.id) {
        add(Some(post.unit.clone()), post.roles.clone(), None);
    }
    for grant in &posts.grants {
        let id = &grant.person.id;
        let lent = |roles: &[Role]| -> Vec<Role> {
            roles.iter().copied().filter(|role| role.is_business() && grant.roles.contains(role)).collect()
        };
        let further = posts.posts.iter().filter(|post| post.person == *id);
        let main = (grant.person.unit.clone(), lent(&grant.person.roles));
        let all = std::iter::once(main).chain(further.map(|post| (Some(post.unit.clone()), lent(&post.roles))));
        for (unit, roles) in all.filter(|(_, roles)| !roles.is_empty()) {
            add(unit, roles, Some(id.clone()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Extent, Scope};

    fn person(id: &str, roles: &[Role], unit: Option<&str>) -> Person {
        Person {
            id: PersonId(id.into()),
            name: id.into(),
            username: None,
            unit: unit.map(|u| UnitId(u.into())),
            duty: None,
            roles: roles.to_vec(),
            active: true,
            version: 1,
        }
    }

    fn actor(person: Person, posts: Posts) -> Actor {
        Actor::of(Session { person, posts, rules: 0, created_at: 0, seen_at: 0 })
    }

    fn top() -> Posts {
        Posts { root: Some(UnitId("top".into())), ..Posts::default() }
    }

    fn post(person: &str, unit: &str, roles: &[Role]) -> Post {
        Post { person: PersonId(person.into()), unit: UnitId(unit.into()), roles: roles.to_vec() }
    }

    fn within(extent: Extent, seats: &[(i64, &str)], people: &[&str]) -> Reach {
        Reach::Within(Scope {
            extent,
            seats: seats.iter().map(|(bit, unit)| (*bit, UnitId((*unit).into()))).collect(),
            people: people.iter().map(|id| PersonId((*id).into())).collect(),
        })
    }

    #[test]
    fn a_keeper_of_accounts_reaches_no_business_content() {
        assert_eq!(actor(person("p", &[Role::Administrator], Some("top")), top()).reach, Reach::Nothing);
        // Even beside a business role or position, as a database from elsewhere may have it.
        for watcher in [Role::Auditor, Role::SecurityOfficer] {
            let grants = vec![Grant { person: person("q", &[Role::Leader], Some("u")), roles: vec![Role::Leader] }];
            let posts = Posts { posts: vec![post("p", "u", &[Role::Leader])], grants, ..top() };
            let watching = actor(person("p", &[watcher, Role::Liaison], Some("top")), posts);
            assert_eq!((watching.reach, watching.principals.len()), (Reach::Nothing, 0));
        }
        let both = person("p", &[Role::Administrator, Role::Liaison], Some("top"));
        assert_eq!(actor(both, top()).reach, Reach::Everything);
    }

    #[test]
    fn the_reach_follows_the_units_of_all_positions() {
        let liaison = || person("p", &[Role::Liaison], Some("u"));
        assert_eq!(actor(liaison(), top()).reach, within(Extent::Units, &[(1, "u")], &["p"]));
        let posts = Posts { posts: vec![post("p", "v", &[Role::Owner])], ..top() };
        let two = actor(liaison(), posts);
        assert_eq!(two.reach, within(Extent::Units, &[(1, "u"), (2, "v")], &["p"]));
        assert_eq!(two.person.roles, [Role::Liaison, Role::Owner]);
        assert_eq!(actor(person("p", &[Role::Owner], None), top()).reach, within(Extent::Units, &[], &["p"]));
        // At the top and in a department: all rows, and in the department more roles.
        let posts = Posts { posts: vec![post("p", "v", &[Role::Leader])], ..top() };
        let high = actor(person("p", &[Role::Liaison], Some("top")), posts);
        assert_eq!(high.reach, within(Extent::All, &[(1, "top"), (2, "v")], &["p"]));
    }

    #[test]
    fn a_delegate_stands_where_the_principal_stands_in_the_duties_that_were_lent() {
        let principal = person("q", &[Role::Leader, Role::Liaison], Some("v"));
        let grants = vec![Grant { person: principal, roles: vec![Role::Leader] }];
        let further = vec![post("q", "w", &[Role::Leader, Role::Owner]), post("q", "x", &[Role::Owner])];
        let delegate = actor(person("p", &[Role::Owner], Some("u")), Posts { grants, posts: further, ..top() });
        assert_eq!(delegate.reach, within(Extent::Units, &[(1, "u"), (2, "v"), (4, "w")], &["p", "q"]));
        assert!(delegate.seats[1..].iter().all(|seat| seat.roles == [Role::Leader]));
        assert_eq!(delegate.person.roles, [Role::Owner], "lent roles are nobody's own");
    }
}
