//! Several findings become one.

use super::loaded;
use super::split::{Holdings, Taking, entry, moved, said, tie};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::inspection_of;
use crate::records::FamilyChange;
use domain::family::{FamilyKind, FamilyRefusal, FamilyTie, MergePlan, decide_merge, merged_finding};
use domain::{EventKind, Finding, FindingId};

/// One of the findings that are put together, as the person saw it.
#[derive(Debug, Clone)]
pub struct Member {
    pub key: String,
    pub version: i64,
}

/// A merge as it is asked for.
#[derive(Debug, Clone)]
pub struct MergeOrder {
    pub version: i64,
    /// Beside the finding itself, which gives the new one its fields.
    pub others: Vec<Member>,
    pub title: String,
    pub reason: Option<String>,
}

/// Puts findings together: the new one is worked on and has the measures and the evidence of all.
pub async fn merge_findings(app: &App, actor: &Actor, key: &str, order: &MergeOrder) -> Result<(), Error> {
    let (first, doer) = loaded(app, actor, key, order.version).await?;
    let inspection = inspection_of(app, &first).await?;
    let mut members = vec![first];
    for other in &order.others {
        members.push(loaded(app, actor, &other.key, other.version).await?.0);
    }
    let plan = MergePlan { members: &members, title: &order.title, reason: order.reason.as_deref() };
    decide_merge(&plan)?;
    let (act, reason) = (new_id(), said(order.reason.as_deref()));
    let serial = app.store.last_serial(&inspection.id).await? + 1;
    let id = FindingId(new_id());
    let made = merged_finding(&inspection, &members, &order.title, id, serial).ok_or(FamilyRefusal::OneOnly)?;
    let mut taking: Option<Taking> = None;
    for member in &members {
        let holdings = Holdings::of(app, &member.id).await?;
        let taking = taking.get_or_insert_with(|| Taking::new(made.clone(), holdings.steps.clone()));
        taking.take(&holdings, &|_| true);
    }
    let made = taking.ok_or(FamilyRefusal::OneOnly)?.made;
    let tied = members.iter().enumerate().map(|(at, member)| {
        let tie = tie(&inspection, &act, FamilyKind::Merge, (member, &made.finding), at);
        FamilyTie { reason: reason.clone(), ..tie }
    });
    let tied: Vec<FamilyTie> = tied.collect();
    let kind = EventKind::FindingsMerged;
    let keys: Vec<&str> = members.iter().map(|member| member.key.as_str()).collect();
    let mut events = vec![entry(
        app,
        &doer,
        &made.finding.key,
        kind,
        &format!("由 {} 合并：{}", keys.join("、"), made.finding.title),
        reason.as_deref(),
    )];
    let what = format!("合并到 {}", made.finding.key);
    events.extend(keys.iter().map(|key| entry(app, &doer, key, kind, &what, reason.as_deref())));
    let moved: Vec<Finding> = members.iter().map(moved).collect();
    let change = FamilyChange { moved, made: vec![made], tied, untied: Vec::new() };
    Ok(app.store.save_family(&change, app.clock.now(), events).await?)
}
