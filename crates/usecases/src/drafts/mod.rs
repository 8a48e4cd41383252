//! Drafts: upload, edit with undo, correct the columns, confirm.

mod build;
mod confirm;

pub use confirm::{Confirmation, OpenSentences, confirm_draft};

use crate::context::{Actor, App, Parsed, new_id};
use crate::error::Error;
use crate::inspections::inspection;
use crate::ports::{DraftRecord, DraftStanding};
use document::ledger::{self, Mapping};
use domain::draft::{DraftState, Edit, SentenceState, Stretch, apply, sentence_states};
use domain::{DraftId, EventKind, Role};
use std::sync::Arc;

/// States kept for undo.
const HISTORY_MAX: usize = 60;

/// A draft with its source and the state of every sentence.
#[derive(Debug, Clone)]
pub struct Draft {
    pub record: DraftRecord,
    pub inspection_key: String,
    pub parsed: Arc<Parsed>,
    pub sentences: Vec<(Stretch, SentenceState)>,
    /// An earlier draft of the same file in this inspection.
    pub duplicate_of: Option<DraftId>,
}

impl Draft {
    /// The current state.
    pub fn state(&self) -> &DraftState {
        &self.record.history[self.record.cursor]
    }
}

/// Uploads a file. A refused file leaves nothing but an event.
pub async fn upload(app: &App, actor: &Actor, key: &str, name: &str, bytes: Vec<u8>) -> Result<Draft, Error> {
    actor.require(Role::Liaison)?;
    let inspection = inspection(app, key).await?;
    let digest = digest(&bytes);
    let parsed = match app.parse(bytes.clone(), name.to_owned()).await {
        Ok(parsed) => parsed,
        Err(Error::Refused(refusal)) => {
            // Nothing of a refused file is kept, not even its name: it may tell what must not be told.
            let event = app.event(Some(actor), key, EventKind::Refused, format!("{} sha256:{digest}", refusal.code()));
            app.store.record(event).await?;
            return Err(Error::Refused(refusal));
        }
        Err(other) => return Err(other),
    };
    let duplicate_of = app
        .store
        .drafts(&inspection.id)
        .await?
        .into_iter()
        .find(|d| d.digest == parsed.document.digest && d.standing != DraftStanding::Discarded)
        .map(|d| d.id);
    let names = app.store.column_names().await?;
    let mapping = remembered(ledger::recognise(&parsed.document), &names);
    let state = build::state(&parsed, mapping.as_ref());
    let record = DraftRecord {
        id: DraftId(new_id()),
        inspection: inspection.id.clone(),
        digest: parsed.document.digest.clone(),
        name: name.to_owned(),
        kind: parsed.structure.kind.name().to_owned(),
        standing: DraftStanding::Open,
        version: 1,
        created_at: app.clock.now(),
        history: vec![state],
        cursor: 0,
        mapping,
    };
    let event = app.event(Some(actor), key, EventKind::Imported, format!("上传 {name}"));
    app.store.add_draft(&record, &bytes, event).await?;
    Ok(Draft { duplicate_of, ..view(record, inspection.key, parsed) })
}

fn digest(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Columns that a person once corrected keep their meaning.
fn remembered(mapping: Option<Mapping>, names: &std::collections::HashMap<String, String>) -> Option<Mapping> {
    let mut mapping = mapping?;
    for column in &mut mapping.columns {
        if let Some(field) = names.get(&column.header) {
            column.field = ledger::Field::from_name(field);
        }
    }
    Some(mapping)
}

fn view(record: DraftRecord, inspection_key: String, parsed: Arc<Parsed>) -> Draft {
    let stretches = build::sentences(&parsed.document);
    let states = sentence_states(&record.history[record.cursor], &stretches);
    let sentences = stretches.into_iter().zip(states).collect();
    Draft { record, inspection_key, parsed, sentences, duplicate_of: None }
}

async fn load(app: &App, id: &str) -> Result<(DraftRecord, String), Error> {
    let record = app.store.draft(&DraftId(id.to_owned())).await?.ok_or(Error::NotFound("导入草稿"))?;
    let all = app.store.inspections().await?;
    let key = all.into_iter().find(|i| i.id == record.inspection).map(|i| i.key).ok_or(Error::NotFound("检查轮次"))?;
    Ok((record, key))
}

/// A draft.
pub async fn draft(app: &App, id: &str) -> Result<Draft, Error> {
    let (record, key) = load(app, id).await?;
    let parsed = app.parsed(&record.digest, &record.name).await?;
    Ok(view(record, key, parsed))
}

/// Drafts of an inspection, newest first.
pub async fn drafts(app: &App, key: &str) -> Result<Vec<DraftRecord>, Error> {
    let inspection = inspection(app, key).await?;
    Ok(app.store.drafts(&inspection.id).await?)
}

/// An open draft in the version that the person saw.
async fn open(app: &App, actor: &Actor, id: &str, version: i64) -> Result<(DraftRecord, String, Arc<Parsed>), Error> {
    actor.require(Role::Liaison)?;
    let (record, key) = load(app, id).await?;
    if record.standing != DraftStanding::Open {
        return Err(Error::Done("该草稿已确认或已放弃，不能再修改。".to_owned()));
    }
    if record.version != version {
        return Err(Error::Changed("该草稿"));
    }
    let parsed = app.parsed(&record.digest, &record.name).await?;
    Ok((record, key, parsed))
}

async fn save(app: &App, mut record: DraftRecord, key: String, parsed: Arc<Parsed>) -> Result<Draft, Error> {
    record.version += 1;
    app.store.save_draft(&record).await?;
    Ok(view(record, key, parsed))
}

/// Makes an edit.
pub async fn edit_draft(app: &App, actor: &Actor, id: &str, version: i64, edit: Edit) -> Result<Draft, Error> {
    let (mut record, key, parsed) = open(app, actor, id, version).await?;
    let mut state = record.history[record.cursor].clone();
    let texts: Vec<&str> = parsed.document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    apply(&mut state, edit, &texts)?;
    push(&mut record, state);
    save(app, record, key, parsed).await
}

/// Adds a state; what was undone before is gone.
fn push(record: &mut DraftRecord, state: DraftState) {
    record.history.truncate(record.cursor + 1);
    record.history.push(state);
    if record.history.len() > HISTORY_MAX {
        record.history.remove(0);
    }
    record.cursor = record.history.len() - 1;
}

pub async fn undo_draft(app: &App, actor: &Actor, id: &str, version: i64) -> Result<Draft, Error> {
    let (mut record, key, parsed) = open(app, actor, id, version).await?;
    let Some(cursor) = record.cursor.checked_sub(1) else {
        return Err(Error::Done("没有可撤销的操作。".to_owned()));
    };
    record.cursor = cursor;
    save(app, record, key, parsed).await
}

pub async fn redo_draft(app: &App, actor: &Actor, id: &str, version: i64) -> Result<Draft, Error> {
    let (mut record, key, parsed) = open(app, actor, id, version).await?;
    if record.cursor + 1 >= record.history.len() {
        return Err(Error::Done("没有可重做的操作。".to_owned()));
    }
    record.cursor += 1;
    save(app, record, key, parsed).await
}

/// Reads the table again with corrected columns.
pub async fn correct_mapping(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    fields: &[(u32, Option<String>)],
    header_rows: Option<u32>,
) -> Result<Draft, Error> {
    let (mut record, key, parsed) = open(app, actor, id, version).await?;
    let mut mapping = record.mapping.clone().ok_or(Error::NotFound("列对应关系"))?;
    for column in &mut mapping.columns {
        if let Some((_, field)) = fields.iter().find(|(index, _)| *index == column.index) {
            column.field = field.as_deref().and_then(ledger::Field::from_name);
        }
    }
    mapping.header_rows = header_rows.unwrap_or(mapping.header_rows);
    push(&mut record, build::state(&parsed, Some(&mapping)));
    record.mapping = Some(mapping);
    save(app, record, key, parsed).await
}

/// Gives a draft up; the file stays for the record.
pub async fn discard_draft(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.require(Role::Liaison)?;
    let (mut record, _) = load(app, id).await?;
    if record.standing == DraftStanding::Confirmed {
        return Err(Error::Done("该草稿已确认，不能放弃。".to_owned()));
    }
    record.standing = DraftStanding::Discarded;
    record.version += 1;
    Ok(app.store.save_draft(&record).await?)
}

/// Keeps the meaning of the columns for the next workbook.
pub async fn remember_mapping(app: &App, draft: &Draft) -> Result<(), Error> {
    let columns = draft.record.mapping.iter().flat_map(|m| &m.columns);
    let names: Vec<(String, String)> =
        columns.filter_map(|c| c.field.map(|f| (c.header.clone(), f.name().to_owned()))).collect();
    Ok(app.store.remember_columns(&names).await?)
}
