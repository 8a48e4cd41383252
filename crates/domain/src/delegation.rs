//! Delegations 委托代办: somebody acts in somebody else's place for a time.

use crate::person::{Person, Role};
use crate::{DelegationId, PersonId};
use jiff::civil::Date;

/// Longest time of one delegation in days (practice: who is away for longer is replaced, not stood in for).
pub const DELEGATION_DAYS_MAX: i64 = 366;

/// Who lets whom act for him, in which duties, from when to when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub principal: PersonId,
    pub delegate: PersonId,
    /// Of the principal's roles those in which he is stood in for.
    pub roles: Vec<Role>,
    pub from: Date,
    /// The last day; after it nobody needs to end it.
    pub until: Date,
    pub reason: String,
    /// The day on which somebody ended it before its time.
    pub ended: Option<Date>,
    pub version: i64,
}

impl Delegation {
    /// True while the delegate may act.
    pub fn in_force(&self, day: Date) -> bool {
        self.ended.is_none() && self.from <= day && day <= self.until
    }
}

/// What is wrong with a new delegation: the field and why. `held` are the roles of the principal in all positions.
pub fn delegation_offence(
    new: &Delegation,
    held: &[Role],
    delegate: &Person,
    today: Date,
) -> Option<(&'static str, &'static str)> {
    if new.principal == new.delegate {
        return Some(("delegate_id", "不能委托本人，请选择另一位代办人"));
    }
    if !delegate.active || delegate.username.is_none() {
        return Some(("delegate_id", "代办人须有在用的账号，请另选一人或先为其开通账号"));
    }
    if delegate.is(Role::SecurityOfficer) || delegate.is(Role::Auditor) {
        return Some(("delegate_id", "安全管理员、审计管理员不接触业务内容，不能代办，请另选一人"));
    }
    if new.roles.is_empty() {
        return Some(("roles", "请选择委托哪些职责"));
    }
    if new.roles.iter().any(|role| !role.is_business() || !held.contains(role)) {
        return Some(("roles", "只能委托本人现有的业务职责，请重新选择"));
    }
    if new.reason.trim().is_empty() {
        return Some(("reason", "请填写委托事由，例如“外出学习”"));
    }
    if new.until < new.from || new.until < today {
        return Some(("until", "止期不能早于起期，也不能早于今天"));
    }
    let days = new.until.since(new.from).map_or(i64::MAX, |span| i64::from(span.get_days()));
    (days >= DELEGATION_DAYS_MAX).then_some(("until", "一次委托最长一年，期满仍需代办的请重新委托"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 5, 10);

    fn delegation() -> Delegation {
        Delegation {
            id: DelegationId("d".into()),
            principal: PersonId("甲".into()),
            delegate: PersonId("乙".into()),
            roles: vec![Role::Leader],
            from: date(2026, 5, 10),
            until: date(2026, 5, 31),
            reason: "外出学习".into(),
            ended: None,
            version: 1,
        }
    }

    fn delegate(roles: &[Role]) -> Person {
        Person {
            id: PersonId("乙".into()),
            name: "乙".into(),
            username: Some("yi".into()),
            unit: None,
            duty: None,
            roles: roles.to_vec(),
            active: true,
            version: 1,
        }
    }

    fn field(new: &Delegation, of: &Person) -> Option<&'static str> {
        delegation_offence(new, &[Role::Leader, Role::Administrator], of, TODAY).map(|(field, _)| field)
    }

    #[test]
    fn a_delegation_ends_by_itself_at_its_date_or_when_somebody_ends_it() {
        let given = delegation();
        for (day, holds) in
            [(date(2026, 5, 9), false), (date(2026, 5, 10), true), (date(2026, 5, 31), true), (date(2026, 6, 1), false)]
        {
            assert_eq!(given.in_force(day), holds, "{day}");
        }
        let ended = Delegation { ended: Some(date(2026, 5, 12)), ..given };
        assert!(!ended.in_force(date(2026, 5, 12)));
    }

    #[test]
    fn only_own_duties_go_to_somebody_who_can_work() {
        let able = delegate(&[Role::Owner]);
        assert_eq!(field(&delegation(), &able), None);
        assert_eq!(field(&Delegation { delegate: PersonId("甲".into()), ..delegation() }, &able), Some("delegate_id"));
        for unable in [
            delegate(&[Role::Auditor]),
            delegate(&[Role::SecurityOfficer]),
            Person { username: None, ..delegate(&[]) },
            Person { active: false, ..delegate(&[]) },
        ] {
            assert_eq!(field(&delegation(), &unable), Some("delegate_id"), "{unable:?}");
        }
        for roles in [vec![], vec![Role::Secretary], vec![Role::Administrator]] {
            assert_eq!(field(&Delegation { roles, ..delegation() }, &able), Some("roles"));
        }
        assert_eq!(field(&Delegation { reason: " ".into(), ..delegation() }, &able), Some("reason"));
        for (from, until) in [
            (date(2026, 5, 10), date(2026, 5, 9)),
            (date(2026, 1, 1), date(2026, 5, 9)),
            (date(2026, 5, 10), date(2027, 5, 11)),
        ] {
            assert_eq!(field(&Delegation { from, until, ..delegation() }, &able), Some("until"), "{from} {until}");
        }
    }
}
