//! Findings marked as 工作秘密 or internal: who opens one is noted in the log.

use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use domain::{Event, EventKind, FieldChange, Finding, FindingId, PersonId, Role};

/// A mark on a finding; when it is lifted it stays in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    pub finding: FindingId,
    pub reason: String,
    pub person: PersonId,
    /// Milliseconds since 1970.
    pub at: i64,
    pub lifted: bool,
    pub version: i64,
}

/// Whether the person may restrict a finding within his reach, and lift that.
pub(crate) fn may_restrict(actor: &Actor) -> bool {
    [Role::Liaison, Role::Leader, Role::Secretary].into_iter().any(|role| actor.person.is(role))
}

/// The mark that counts.
pub(crate) async fn of_finding(app: &App, finding: &Finding) -> Result<Option<Restriction>, Error> {
    Ok(app.store.restriction(&finding.id).await?.filter(|mark| !mark.lifted))
}

/// Marks a finding as restricted, with a reason.
pub async fn restrict_finding(app: &App, actor: &Actor, key: &str, reason: &str) -> Result<(), Error> {
    mark(app, actor, key, reason, Mark::Set).await
}

/// Takes the mark away, with a reason.
pub async fn lift_restriction(app: &App, actor: &Actor, key: &str, reason: &str) -> Result<(), Error> {
    mark(app, actor, key, reason, Mark::Lifted).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Set,
    Lifted,
}

async fn mark(app: &App, actor: &Actor, key: &str, reason: &str, mark: Mark) -> Result<(), Error> {
    let (finding, actor) = access::finding(app, actor, key).await?;
    if !may_restrict(&actor) {
        return Err(Error::Forbidden(Role::Liaison));
    }
    let before = app.store.restriction(&finding.id).await?;
    let restricted = before.as_ref().is_some_and(|before| !before.lifted);
    if restricted == (mark == Mark::Set) {
        let what =
            if restricted { "该事项已标为工作秘密。" } else { "该事项没有标为工作秘密。" };
        return Err(Error::Done(what.to_owned()));
    }
    if reason.trim().is_empty() {
        return Err(Error::invalid("reason", "请说明理由"));
    }
    let restriction = Restriction {
        finding: finding.id.clone(),
        reason: reason.trim().to_owned(),
        person: actor.person.id.clone(),
        at: app.clock.now(),
        lifted: mark == Mark::Lifted,
        version: before.map_or(1, |before| before.version + 1),
    };
    let word = |set| Some(if set { "是" } else { "否" }.to_owned());
    let change = FieldChange { field: "restricted".into(), before: word(restricted), after: word(!restricted) };
    let what = if restricted { "取消工作秘密标记" } else { "标为工作秘密" };
    let event = app.event(Some(&actor), key, EventKind::Changed, format!("{what}：{}", restriction.reason));
    Ok(app.store.set_restriction(&restriction, Event { changes: vec![change], ..event }).await?)
}
