//! Material that is stored already proves something else too: looked up and referred to, never sent again.

use super::{Content, Found, From, Proof, enter, of_evidence, place};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::Names;
use domain::{Evidence, EvidenceKind};
use jiff::civil::Date;

/// Stored material to be referred to from another finding or measure.
#[derive(Debug, Clone, Default)]
pub struct Reuse {
    /// Key of the evidence whose file it is.
    pub source: String,
    pub proof: Proof,
}

/// What a person looks for among the stored material.
#[derive(Debug, Clone, Default)]
pub struct MaterialQuery {
    /// Words of the file's name or note, of the finding's title, or of a key.
    pub text: Option<String>,
    pub kind: Option<EvidenceKind>,
    /// Fact date, or the day of the upload where none is known.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// `next` of the page before.
    pub after: Option<String>,
    pub limit: u64,
}

/// Stored material with the finding that it proves.
#[derive(Debug, Clone)]
pub struct MaterialRow {
    pub evidence: Evidence,
    pub finding: String,
    pub title: String,
}

/// A page of stored material, newest first.
pub struct MaterialPage {
    pub rows: Vec<MaterialRow>,
    pub next: Option<String>,
    pub people: Names,
}

const ROWS_MAX: u64 = 100;

/// Material within reach that counts.
pub async fn material(app: &App, actor: &Actor, mut query: MaterialQuery) -> Result<MaterialPage, Error> {
    query.limit = query.limit.clamp(1, ROWS_MAX);
    let (rows, next) = app.store.material(&actor.reach, &query).await?;
    let mut ids: Vec<String> = rows.iter().map(|row| row.evidence.uploader.0.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(MaterialPage { people: app.store.person_names(&ids).await?, rows, next })
}

/// Refers to the file of other evidence from a finding; returns the key of the new evidence.
pub async fn reuse_evidence(app: &App, actor: &Actor, key: &str, reuse: &Reuse) -> Result<String, Error> {
    let (source, ..) = of_evidence(app, actor, &reuse.source).await?;
    if source.withdrawn {
        return Err(Error::Done("所选材料已撤回或已被替换，请另选。".to_owned()));
    }
    let target = place(app, actor, key, &reuse.proof).await?;
    let measure = target.measure.as_ref().map(|m| &m.id);
    let mut own = app.store.evidence_of(&target.finding.id).await?.into_iter();
    if let Some(same) = own.find(|e| !e.withdrawn && e.digest == source.digest && e.measure.as_ref() == measure) {
        return Err(Error::Done(format!("这份材料已是本处的佐证（{}），不必再次引用。", same.key)));
    }
    let content =
        Content { digest: source.digest.clone(), sm3: source.sm3.clone(), kind: source.kind, bytes: source.bytes };
    let found = Found { name: &source.name, proof: &reuse.proof, content: &content, from: From::Reused(&source.key) };
    enter(app, target, found).await
}
