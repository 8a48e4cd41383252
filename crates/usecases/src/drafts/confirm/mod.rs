//! Confirmation: the tree becomes findings and measures; what the ledger has already is added to.

mod directory;
mod known;
mod plan;
mod stated;

pub use directory::{Missing, MissingOwners};

use super::{Draft, open, step, view};
use crate::access;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::DraftStanding;
use directory::Directory;
use domain::Role;
use domain::draft::{DraftState, SentenceState, coverage};
use known::KnownFindings;
use plan::Plan;

/// What a confirmation did.
#[derive(Debug, Clone, Default)]
pub struct Confirmation {
    pub findings_created: usize,
    pub measures_created: usize,
    pub findings_updated: usize,
    pub units_created: usize,
    pub people_created: usize,
    pub keys: Vec<String>,
}

/// What to do with sentences that nobody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenSentences {
    Refuse,
    Skip,
}

impl From<bool> for OpenSentences {
    fn from(skip: bool) -> Self {
        if skip { Self::Skip } else { Self::Refuse }
    }
}

/// Confirms a draft.
pub async fn confirm_draft(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    rest: OpenSentences,
    missing: MissingOwners,
) -> Result<Confirmation, Error> {
    let (record, key, parsed) = open(app, actor, id, version).await?;
    let draft = view(record, key.clone(), parsed);
    let state = settled(&draft, rest)?;
    if let Some(alone) = state.lonely_measures().next() {
        return Err(Error::Edit(domain::draft::EditRefusal::MeasureAlone(alone.caption().to_owned())));
    }
    let seen = access::inspection(app, actor, &key).await?;
    let (inspection, actor) = (seen.inspection, &seen.actor.holding(Role::Liaison)?);
    let known = KnownFindings::load(app, &inspection.id).await?;
    let mut directory = Directory::load(app, actor).await?;
    if missing == MissingOwners::Create {
        directory.create(&state, &inspection.unit);
    }
    let last = app.store.last_serial(&inspection.id).await?;
    let mut plan = Plan::new(app, actor, &inspection, &draft.record, &state, known, directory, last);
    plan.walk();
    plan.in_time()?;
    let (outcome, result) = plan.finish();
    let mut record = step(draft.record, state);
    record.standing = DraftStanding::Confirmed;
    app.store.confirm(&record, &outcome).await?;
    Ok(result)
}

/// The state in which every sentence is accounted for.
fn settled(draft: &Draft, rest: OpenSentences) -> Result<DraftState, Error> {
    let states: Vec<SentenceState> = draft.sentences.iter().map(|(_, state)| state.clone()).collect();
    let open_sentences = coverage(&states).open;
    if open_sentences > 0 && rest == OpenSentences::Refuse {
        return Err(Error::CoverageIncomplete(open_sentences));
    }
    let mut state = draft.state().clone();
    let open = draft.sentences.iter().filter(|(_, s)| *s == SentenceState::Open).map(|(stretch, _)| *stretch);
    state.skipped.extend(open);
    Ok(state)
}

/// Units and people that the draft names and the directory does not know.
pub async fn missing_owners(app: &App, actor: &Actor, draft: &Draft) -> Result<Missing, Error> {
    Ok(Directory::load(app, actor).await?.missing(draft.state()))
}
