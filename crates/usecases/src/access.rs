//! Who may work on a finding: the liaison on all, those who answer for it on what they answer for.

use crate::context::Actor;
use crate::error::Error;
use domain::{Finding, Measure, Role};

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
