//! What of each finding is published: in full, in part, or not.

use crate::access;
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use crate::reports::stored::whole;
use domain::publication::{Publish, Publishing, WithholdReason};
use domain::{EventKind, Finding, Inspection, Role};
use std::collections::HashMap;

/// Findings that one request decides over.
const CHANGED_MAX: usize = 500;

/// A finding with what was decided for it.
#[derive(Debug, Clone)]
pub struct PublishingRow {
    pub finding: Finding,
    pub publishing: Publishing,
}

/// A decision for several findings.
#[derive(Debug, Clone)]
pub struct PublishingChange {
    /// Keys, each with the version of its decision.
    pub findings: Vec<(String, i64)>,
    pub publish: Publish,
    pub reason: Option<WithholdReason>,
    pub wording: Option<String>,
}

/// Decisions by the identifier of their finding.
pub(super) async fn decisions(app: &App, inspection: &Inspection) -> Result<HashMap<String, Publishing>, Error> {
    let all = app.store.publishing(&inspection.id).await?;
    Ok(all.into_iter().map(|one| (one.finding.0.clone(), one)).collect())
}

fn row(finding: Finding, decided: &mut HashMap<String, Publishing>) -> PublishingRow {
    let default = || Publishing::default_of(finding.id.clone());
    let publishing = decided.remove(finding.id.as_str()).unwrap_or_else(default);
    PublishingRow { finding, publishing }
}

/// All findings of a round, for who sees all of it.
pub async fn publishing_of(app: &App, actor: &Actor, key: &str) -> Result<Vec<PublishingRow>, Error> {
    let seen = whole(app, actor, key).await?;
    let mut decided = decisions(app, &seen.inspection).await?;
    let findings = app.store.all_findings(&seen.rows, &seen.inspection.id).await?;
    Ok(findings.into_iter().map(|record| row(record.finding, &mut decided)).collect())
}

/// One finding within reach.
pub async fn publishing_of_finding(app: &App, actor: &Actor, key: &str) -> Result<PublishingRow, Error> {
    let (finding, _) = access::finding(app, actor, key).await?;
    let inspection = crate::findings::inspection_of(app, &finding).await?;
    Ok(row(finding, &mut decisions(app, &inspection).await?))
}

/// Decides for several findings at once: all of them or none.
pub async fn change_publishing(
    app: &App,
    actor: &Actor,
    key: &str,
    change: PublishingChange,
) -> Result<Vec<PublishingRow>, Error> {
    let seen = whole(app, actor, key).await?;
    seen.actor.require(Role::Liaison)?;
    if change.findings.is_empty() || change.findings.len() > CHANGED_MAX {
        return Err(Error::invalid("findings", format!("请选择 1 至 {CHANGED_MAX} 个事项")));
    }
    let rows = publishing_of(app, actor, key).await?;
    let (mut all, mut events) = (Vec::new(), Vec::new());
    for (finding, version) in &change.findings {
        let row = rows.iter().find(|row| row.finding.key == *finding).ok_or(Error::NotFound("事项"))?;
        if row.publishing.version != *version {
            return Err(Error::Changed("公开范围"));
        }
        let before = &row.publishing;
        let id = if before.version == 0 { new_id() } else { before.id.clone() };
        let (publish, reason, wording) = (change.publish, change.reason, change.wording.clone());
        let after = Publishing { id, publish, reason, wording, version: before.version + 1, ..before.clone() };
        let after = after.checked().map_err(|offence| Error::invalid("publish", offence.to_string()))?;
        let mut event = app.event(
            Some(&seen.actor),
            finding,
            EventKind::Changed,
            format!("公开范围 {finding}：{}", after.publish.word()),
        );
        let word = |reason: Option<WithholdReason>| reason.map(|reason| reason.word().to_owned());
        event.changes = [
            changed("publish", Some(before.publish.word().to_owned()), Some(after.publish.word().to_owned())),
            changed("reason", word(before.reason), word(after.reason)),
            changed("wording", before.wording.clone(), after.wording.clone()),
        ]
        .into_iter()
        .flatten()
        .collect();
        all.push(after);
        events.push(event);
    }
    app.store.save_publishing(&all, events).await?;
    publishing_of(app, actor, key).await
}
