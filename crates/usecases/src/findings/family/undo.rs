//! A split or a merge is taken back, as long as nothing else happened to what it made.

use super::split::{entry, moved, said};
use super::{of_results, relatives};
use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::FamilyChange;
use domain::family::{FamilyKind, FamilyTie, decide_undo};
use domain::{EventKind, Finding};

/// Counts the findings as before; those that were made stay on record and count for nothing.
pub async fn undo_family(app: &App, actor: &Actor, key: &str, version: i64, reason: Option<&str>) -> Result<(), Error> {
    let (finding, actor) = access::finding(app, actor, key).await?;
    let ties = app.store.family(&finding.inspection).await?;
    let relatives = relatives(app, &ties).await?;
    let results = of_results(app, &ties, &finding, &relatives).await?;
    let act = decide_undo(&ties, &finding, &actor.person, &results)?;
    if finding.version != version {
        return Err(Error::Changed("该事项"));
    }
    let part = |f: &&Finding| act.iter().any(|tie| tie.source == f.id || tie.result == f.id);
    let touched: Vec<&Finding> = relatives.iter().filter(part).collect();
    let what = match act.first().map(|tie| tie.kind) {
        Some(FamilyKind::Merge) => "撤销合并",
        _ => "撤销拆分",
    };
    let why = said(reason);
    let events = touched.iter().map(|f| entry(app, &actor, &f.key, EventKind::FamilyUndone, what, why.as_deref()));
    let change = FamilyChange {
        moved: touched.iter().map(|f| moved(f)).collect(),
        untied: act.iter().map(|tie| FamilyTie { undone: true, version: tie.version + 1, ..(*tie).clone() }).collect(),
        ..FamilyChange::default()
    };
    Ok(app.store.save_family(&change, app.clock.now(), events.collect()).await?)
}
