//! Accepted rows of a workbook change the ledger.

use super::names::Directory;
use crate::access;
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::{FindingChange, changed_finding, differences, ends_last};
use crate::records::{ChangeRowKind, ChangeSet, Found};
use crate::workflow::open_to_work;
use domain::{Event, EventKind, Finding, FindingId, FindingKind, Inspection, Role};
use report::RECOMMENDATIONS;

/// What an applied workbook did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    pub applied: usize,
    /// New findings.
    pub created: usize,
    /// Rows that somebody else changed meanwhile.
    pub conflicts: Vec<u32>,
}

/// Applies the accepted rows; a row changed meanwhile is a conflict and stays as it is.
pub async fn apply_changes(app: &App, actor: &Actor, id: &str, rows: &[u32]) -> Result<Applied, Error> {
    let (set, inspection, actor) = load(app, actor, id).await?;
    let actor = &actor.holding(Role::Liaison)?;
    let directory = Directory::load(app, actor).await?;
    let mut result = Applied::default();
    for row in set.rows.iter().filter(|r| r.kind == ChangeRowKind::Change && rows.contains(&r.row)) {
        let Some(key) = &row.key else { continue };
        let found = app.store.finding(&actor.reach, key).await?;
        let is_as_seen = |f: &Finding| f.inspection == set.inspection && Some(f.version) == row.version;
        // What was split or put together meanwhile has another version too.
        let Some(Found { finding: before, .. }) = found.filter(|found| is_as_seen(&found.finding)) else {
            result.conflicts.push(row.row);
            continue;
        };
        open_to_work(&before)?;
        let after = changed_finding(&before, directory.change(row)?)?;
        ends_last(app, &before, &after).await?;
        let event = Event {
            changes: differences(app, &before, &after).await?,
            ..app.event(Some(actor), key, EventKind::WorkbookApplied, "导回台账")
        };
        match app.store.update_findings(&[after], app.clock.now(), vec![event]).await {
            Ok(()) => result.applied += 1,
            Err(crate::ports::StoreError::Conflict) => result.conflicts.push(row.row),
            Err(other) => return Err(other.into()),
        }
    }
    for row in set.rows.iter().filter(|r| r.kind == ChangeRowKind::New && rows.contains(&r.row)) {
        add(app, actor, &inspection, directory.change(row)?).await?;
        result.created += 1;
    }
    Ok(result)
}

/// Differences of an inspection in the person's units.
async fn load(app: &App, actor: &Actor, id: &str) -> Result<(ChangeSet, Inspection, Actor), Error> {
    let missing = || Error::NotFound("差异清单");
    let set = app.store.change_set(id).await?.ok_or_else(missing)?;
    let inspection = app.store.inspection_of(&set.inspection).await?.ok_or_else(missing)?;
    match app.store.inspection(&actor.reach, &inspection.key).await? {
        Some((inspection, place)) if place.is_inside() => Ok((set, inspection, access::at_inspection(actor, place))),
        _ => Err(missing()),
    }
}

/// A new finding at the end of the ledger.
async fn add(app: &App, actor: &Actor, inspection: &Inspection, change: FindingChange) -> Result<(), Error> {
    let serial = app.store.last_serial(&inspection.id).await? + 1;
    let title = change.title.clone().unwrap_or_default();
    let recommendation = change.category.as_ref().is_some_and(|c| c.as_deref() == Some(RECOMMENDATIONS));
    let blank = Finding {
        kind: if recommendation { FindingKind::Recommendation } else { FindingKind::Problem },
        ..Finding::blank(inspection, FindingId(new_id()), serial, &title)
    };
    let finding = Finding { version: 1, ..changed_finding(&blank, change)? };
    let event = app.event(Some(actor), &finding.key, EventKind::WorkbookApplied, "导回台账时新增");
    Ok(app.store.insert_finding(&finding, app.clock.now(), event).await?)
}
