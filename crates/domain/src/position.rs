//! Positions 任职: what a person is elsewhere than in his main unit, and since when.

use crate::person::{Role, roles_offence};
use crate::words::words;
use crate::{PersonId, PositionId, UnitId};
use jiff::civil::Date;

words!(
    /// Whether a position is the main one of a person.
    PositionKind {
        Main => "main" "主职",
        Further => "further" "兼职",
    }
);

/// A duty in a unit for a time. The main one that holds now stands with the person; here it is kept once it is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    pub id: PositionId,
    pub person: PersonId,
    pub kind: PositionKind,
    pub unit: UnitId,
    pub duty: Option<String>,
    /// Roles that count in this unit and below it.
    pub roles: Vec<Role>,
    /// Absent where nobody noted it.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    pub version: i64,
}

impl Position {
    /// True on the days between, both included.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

/// What is wrong with a further position, in words: with its dates, its roles, and with them beside the others.
pub fn position_offence(position: &Position, others: &[Role]) -> Option<(&'static str, &'static str)> {
    if let (Some(from), Some(until)) = (position.from, position.until)
        && until < from
    {
        return Some(("until", "任职止期不能早于起期，请核对日期"));
    }
    if position.roles.is_empty() {
        return Some(("roles", "请至少选择一个角色，任职才在该单位生效"));
    }
    if position.roles.iter().any(|role| !role.is_business()) {
        return Some(("roles", "系统管理员、安全管理员、审计管理员只能在主职中担任，兼职请选择业务角色"));
    }
    let all: Vec<Role> = others.iter().chain(&position.roles).copied().collect();
    roles_offence(&all).map(|why| ("roles", why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn position(roles: &[Role]) -> Position {
        Position {
            id: PositionId("q".into()),
            person: PersonId("p".into()),
            kind: PositionKind::Further,
            unit: UnitId("u".into()),
            duty: None,
            roles: roles.to_vec(),
            from: Some(date(2026, 3, 1)),
            until: Some(date(2026, 6, 30)),
            version: 1,
        }
    }

    #[test]
    fn a_position_holds_from_its_first_to_its_last_day() {
        let held = position(&[Role::Owner]);
        for (day, holds) in
            [(date(2026, 2, 28), false), (date(2026, 3, 1), true), (date(2026, 6, 30), true), (date(2026, 7, 1), false)]
        {
            assert_eq!(held.holds_on(day), holds, "{day}");
        }
        let open = Position { from: None, until: None, ..held };
        assert!(open.holds_on(date(1999, 1, 1)) && open.holds_on(date(2099, 1, 1)));
    }

    #[test]
    fn three_keepers_stay_apart_over_all_positions() {
        assert_eq!(position_offence(&position(&[Role::Leader]), &[Role::Owner]), None);
        for watcher in [Role::Auditor, Role::SecurityOfficer] {
            assert!(position_offence(&position(&[Role::Leader]), &[watcher]).is_some());
            assert!(position_offence(&position(&[watcher]), &[]).is_some());
        }
        assert!(position_offence(&position(&[Role::Administrator]), &[]).is_some());
        assert!(position_offence(&position(&[]), &[]).is_some());
        let backwards = Position { until: Some(date(2026, 2, 1)), ..position(&[Role::Owner]) };
        assert_eq!(position_offence(&backwards, &[]).map(|(field, _)| field), Some("until"));
    }
}
