//! Drafts: upload, edit with undo, correct the columns, confirm.

mod build;
mod confirm;

pub use confirm::{Confirmation, Missing, MissingOwners, OpenSentences, confirm_draft, missing_owners};

use crate::access::{self, Seen};
use crate::context::{Actor, App, Parsed, new_id};
use crate::error::Error;
use crate::operator;
use crate::records::{DraftRecord, DraftSave, DraftStanding, DraftSteps, DraftSummary};
use document::ledger::{self, Mapping};
use domain::draft::{DraftState, Edit, NodeOwner, SentenceState, Stretch, apply, sentence_states};
use domain::{DraftId, EventKind, Inspection, Role};
use std::sync::Arc;

/// States kept for undo.
const STEPS_MAX: i64 = 60;

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
        &self.record.state
    }
}

/// Uploads a file. A refused file leaves nothing but an event.
pub async fn upload(app: &App, actor: &Actor, key: &str, name: &str, bytes: Vec<u8>) -> Result<Draft, Error> {
    let Seen { inspection, actor, .. } = access::inspection(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    uploaded(app, Some(&actor), &inspection, name, bytes).await
}

/// As [`upload`], by who runs the program on the data itself.
pub async fn upload_by_operator(app: &App, key: &str, name: &str, bytes: Vec<u8>) -> Result<Draft, Error> {
    let inspection = operator::inspection(app, key).await?;
    uploaded(app, None, &inspection, name, bytes).await
}

async fn uploaded(
    app: &App,
    actor: Option<&Actor>,
    inspection: &Inspection,
    name: &str,
    bytes: Vec<u8>,
) -> Result<Draft, Error> {
    let parsed = app.parse_upload(actor, &inspection.key, bytes.clone(), name).await?;
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
        state,
        steps: DraftSteps { oldest: 0, current: 0, newest: 0 },
        mapping,
    };
    let event = app.event(actor, &inspection.key, EventKind::Imported, format!("上传 {name}"));
    app.store.add_draft(&record, &bytes, event).await?;
    Ok(Draft { duplicate_of, ..view(record, inspection.key.clone(), parsed) })
}

/// The remembered meaning of a column that a person left out; the name of no field.
const LEFT_OUT: &str = "";

/// Columns that a person once corrected keep their meaning.
pub(crate) fn remembered(
    mapping: Option<Mapping>,
    names: &std::collections::HashMap<String, String>,
) -> Option<Mapping> {
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
    let states = sentence_states(&record.state, &stretches);
    let sentences = stretches.into_iter().zip(states).collect();
    Draft { record, inspection_key, parsed, sentences, duplicate_of: None }
}

/// A draft of an inspection in the person's units: the whole source is in it, also what others answer for.
async fn load(app: &App, actor: &Actor, id: &str) -> Result<(DraftRecord, String, Actor), Error> {
    let missing = || Error::NotFound("导入草稿");
    let record = app.store.draft(&DraftId(id.to_owned())).await?.ok_or_else(missing)?;
    let inspection = app.store.inspection_of(&record.inspection).await?.ok_or_else(missing)?;
    match app.store.inspection(&actor.reach, &inspection.key).await? {
        Some((_, place)) if place.is_inside() => Ok((record, inspection.key, access::at_inspection(actor, place))),
        _ => Err(missing()),
    }
}

/// A draft.
pub async fn draft(app: &App, actor: &Actor, id: &str) -> Result<Draft, Error> {
    let (record, key, _) = load(app, actor, id).await?;
    let parsed = app.parsed(&record.digest, &record.name).await?;
    Ok(view(record, key, parsed))
}

/// Drafts of an inspection, newest first.
pub async fn drafts(app: &App, actor: &Actor, key: &str) -> Result<Vec<DraftSummary>, Error> {
    let found = app.store.inspection(&actor.reach, key).await?;
    let (inspection, place) = found.ok_or(Error::NotFound("检查轮次"))?;
    if !place.is_inside() {
        return Ok(Vec::new());
    }
    Ok(app.store.drafts(&inspection.id).await?)
}

/// An open draft in the version that the person saw.
async fn open(app: &App, actor: &Actor, id: &str, version: i64) -> Result<(DraftRecord, String, Arc<Parsed>), Error> {
    let (record, key, actor) = load(app, actor, id).await?;
    actor.holding(Role::Liaison)?;
    if record.standing != DraftStanding::Open {
        return Err(Error::Done("该草稿已确认或已放弃，不能再修改。".to_owned()));
    }
    if record.version != version {
        return Err(Error::Changed("该草稿"));
    }
    let parsed = app.parsed(&record.digest, &record.name).await?;
    Ok((record, key, parsed))
}

/// The step after the current one; what was undone before is gone.
fn step(mut record: DraftRecord, state: DraftState) -> DraftRecord {
    let current = record.steps.current + 1;
    record.steps = DraftSteps { oldest: record.steps.oldest.max(current - STEPS_MAX + 1), current, newest: current };
    record.state = state;
    record.version += 1;
    record
}

/// Makes an edit.
pub async fn edit_draft(app: &App, actor: &Actor, id: &str, version: i64, edit: Edit) -> Result<Draft, Error> {
    let (mut record, key, parsed) = open(app, actor, id, version).await?;
    let texts: Vec<&str> = parsed.document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    if let Edit::Assign { owners, .. } = &edit {
        known_owners(app, owners).await?;
    }
    let mut state = record.state.clone();
    apply(&mut state, edit, &texts)?;
    record = step(record, state);
    app.store.save_draft(&record, DraftSave::NewStep).await?;
    Ok(view(record, key, parsed))
}

/// The units and people that were chosen must exist.
async fn known_owners(app: &App, owners: &[NodeOwner]) -> Result<(), Error> {
    let units: Vec<String> = owners.iter().filter_map(|o| o.unit.clone()).collect();
    let people: Vec<String> = owners.iter().filter_map(|o| o.person.clone()).collect();
    let (known_units, known_people) = (app.store.unit_names(&units).await?, app.store.person_names(&people).await?);
    if units.iter().any(|id| !known_units.contains_key(id)) {
        return Err(Error::invalid("unit_id", "所选单位已不存在，请重新选择"));
    }
    if people.iter().any(|id| !known_people.contains_key(id)) {
        return Err(Error::invalid("person_id", "所选人员已不存在，请重新选择"));
    }
    Ok(())
}

pub async fn undo_draft(app: &App, actor: &Actor, id: &str, version: i64) -> Result<Draft, Error> {
    let (record, key, parsed) = open(app, actor, id, version).await?;
    if record.steps.current <= record.steps.oldest {
        return Err(Error::Done("没有可撤销的操作。".to_owned()));
    }
    let to = record.steps.current - 1;
    go_to(app, record, to, key, parsed).await
}

pub async fn redo_draft(app: &App, actor: &Actor, id: &str, version: i64) -> Result<Draft, Error> {
    let (record, key, parsed) = open(app, actor, id, version).await?;
    if record.steps.current >= record.steps.newest {
        return Err(Error::Done("没有可重做的操作。".to_owned()));
    }
    let to = record.steps.current + 1;
    go_to(app, record, to, key, parsed).await
}

async fn go_to(
    app: &App,
    mut record: DraftRecord,
    step: i64,
    key: String,
    parsed: Arc<Parsed>,
) -> Result<Draft, Error> {
    record.state = app.store.draft_state(&record.id, step).await?.ok_or(Error::NotFound("该步骤"))?;
    record.steps.current = step;
    record.version += 1;
    app.store.save_draft(&record, DraftSave::Row).await?;
    Ok(view(record, key, parsed))
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
    if let Some(rows) = header_rows.filter(|rows| *rows != mapping.header_rows) {
        let names = app.store.column_names().await?;
        let elsewhere = remembered(ledger::under_header(&parsed.document, &mapping.sheet, rows), &names);
        mapping = elsewhere.filter(|m| !m.columns.is_empty()).unwrap_or(Mapping { header_rows: rows, ..mapping });
    }
    for column in &mut mapping.columns {
        if let Some((_, field)) = fields.iter().find(|(index, _)| *index == column.index) {
            column.field = field.as_deref().map(known_field).transpose()?;
        }
    }
    record = step(record, build::state(&parsed, Some(&mapping)));
    record.mapping = Some(mapping);
    app.store.save_draft(&record, DraftSave::NewStep).await?;
    Ok(view(record, key, parsed))
}

fn known_field(name: &str) -> Result<ledger::Field, Error> {
    ledger::Field::from_name(name).ok_or_else(|| Error::invalid("field", format!("没有名为“{name}”的台账列")))
}

/// Gives a draft up; the file stays for the record.
pub async fn discard_draft(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    let (mut record, _, actor) = load(app, actor, id).await?;
    actor.holding(Role::Liaison)?;
    if record.standing == DraftStanding::Confirmed {
        return Err(Error::Done("该草稿已确认，不能放弃。".to_owned()));
    }
    record.standing = DraftStanding::Discarded;
    record.version += 1;
    Ok(app.store.save_draft(&record, DraftSave::Row).await?)
}

/// Keeps the meaning of the columns for the next workbook, also that a column known by name is to be left out.
pub async fn remember_mapping(app: &App, draft: &Draft) -> Result<(), Error> {
    let has_field = |mapping: Option<&Mapping>, header: &str| {
        mapping.into_iter().flat_map(|m| &m.columns).any(|c| c.header == header && c.field.is_some())
    };
    let recognised = ledger::recognise(&draft.parsed.document);
    let before = app.store.column_names().await?;
    let chosen = draft.record.mapping.as_ref();
    let mut names = Vec::new();
    for column in chosen.into_iter().flat_map(|m| &m.columns).filter(|c| !c.header.trim().is_empty()) {
        let header = column.header.as_str();
        let known = before.contains_key(header) || has_field(recognised.as_ref(), header);
        match column.field {
            Some(field) => names.push((header.to_owned(), field.name().to_owned())),
            None if known && !has_field(chosen, header) => names.push((header.to_owned(), LEFT_OUT.to_owned())),
            None => {}
        }
    }
    Ok(app.store.remember_columns(&names).await?)
}
