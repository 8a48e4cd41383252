//! Splitting a finding, putting findings together, and taking it back.

mod merge;
mod split;
mod undo;

pub use merge::{Member, MergeOrder, merge_findings};
pub use split::{SplitOrder, split_finding};
pub use undo::undo_family;

use super::Guidance;
use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Found;
use domain::Finding;
use domain::family::{
    FamilyKind, FamilyRefusal, FamilyTie, SetAside, Untouched, decide_undo, last_act, may_split, ordinal, set_aside,
};
use domain::workflow::History;
use std::collections::HashMap;

/// A finding that this one came from, or that stands for it.
pub struct Relative {
    pub key: String,
    pub title: String,
    pub ordinal: String,
    pub kind: FamilyKind,
}

/// How a finding belongs with others, and what may be done.
pub struct Family {
    pub ordinal: String,
    pub aside: Option<SetAside>,
    pub from: Vec<Relative>,
    pub into: Vec<Relative>,
    /// Splitting and putting together are held back by the same.
    pub may_split: Result<(), FamilyRefusal>,
    pub may_undo: Result<(), FamilyRefusal>,
    /// The plan is approved: a split or a merge must say why.
    pub needs_reason: bool,
}

impl Family {
    pub(super) async fn of(
        app: &App,
        actor: &Actor,
        finding: &Finding,
        ties: i64,
        history: &History,
        guidance: &Guidance,
    ) -> Result<Self, Error> {
        let (ties, relatives) = match ties {
            0 => (Vec::new(), Vec::new()),
            _ => {
                let ties = app.store.family(&finding.inspection).await?;
                let relatives = relatives(app, &ties).await?;
                (ties, relatives)
            }
        };
        let aside = set_aside(&ties, &finding.id);
        let serials = serials(&relatives, finding);
        let of = |id: &domain::FindingId, kind| {
            relatives.iter().find(|f| f.id == *id).map(|f| Relative {
                key: f.key.clone(),
                title: f.title.clone(),
                ordinal: ordinal(&ties, &|id| serials.get(id.as_str()).copied(), id),
                kind,
            })
        };
        let results = of_results(app, &ties, finding, &relatives).await?;
        let person = &actor.person;
        Ok(Self {
            ordinal: ordinal(&ties, &|id| serials.get(id.as_str()).copied(), &finding.id),
            aside,
            from: ties.iter().filter(|t| t.result == finding.id).filter_map(|t| of(&t.source, t.kind)).collect(),
            into: ties
                .iter()
                .filter(|t| t.source == finding.id && !t.undone)
                .filter_map(|t| of(&t.result, t.kind))
                .collect(),
            may_split: may_split(finding, aside, person, history.extension.is_some(), guidance.open()),
            may_undo: decide_undo(&ties, finding, person, &results).map(drop),
            needs_reason: !finding.stage.is_open_to_planning(),
        })
    }
}

/// All findings that the ties name.
pub(in crate::findings) async fn relatives(app: &App, ties: &[FamilyTie]) -> Result<Vec<Finding>, Error> {
    let mut ids: Vec<String> = ties.iter().flat_map(|t| [t.source.0.clone(), t.result.0.clone()]).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(app.store.findings_named(&ids).await?)
}

fn serials<'a>(relatives: &'a [Finding], own: &'a Finding) -> HashMap<&'a str, i64> {
    relatives.iter().chain([own]).map(|f| (f.id.as_str(), f.serial)).collect()
}

/// The results of the last split or merge of the finding, and whether they stand as they were made.
pub(super) async fn of_results(
    app: &App,
    ties: &[FamilyTie],
    finding: &Finding,
    relatives: &[Finding],
) -> Result<Vec<(Finding, Untouched)>, Error> {
    let Some(act) = last_act(ties, finding) else { return Ok(Vec::new()) };
    let mut results: Vec<(Finding, Untouched)> = Vec::new();
    for result in relatives.iter().filter(|f| act.iter().any(|tie| tie.result == f.id)) {
        let noted = !app.store.notes(&result.id).await?.is_empty();
        let state = if result.version == 1 && !noted { Untouched::Yes } else { Untouched::No };
        results.push((result.clone(), state));
    }
    Ok(results)
}

/// A finding that is to be split or put together, when nothing holds it back.
async fn loaded(app: &App, actor: &Actor, key: &str, version: i64) -> Result<(Finding, Actor), Error> {
    let Found { finding, place, beside } = access::look_up(app, actor, key).await?;
    let actor = access::with_roles_for(actor, place, &finding);
    let ties = if beside.ties > 0 { app.store.family(&finding.inspection).await? } else { Vec::new() };
    let history = History::of(&app.store.steps(&finding.id).await?);
    let lines = if beside.notes > 0 { app.store.notes(&finding.id).await? } else { Vec::new() };
    let open = Guidance::of(&actor, &finding, lines).open();
    may_split(&finding, set_aside(&ties, &finding.id), &actor.person, history.extension.is_some(), open)?;
    if finding.version != version {
        return Err(Error::Changed("该事项"));
    }
    Ok((finding, actor))
}
