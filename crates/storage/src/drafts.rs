//! Drafts, their files and remembered columns.

use crate::connection::{Database, Write, get};
use crate::draft_json::{mapping, mapping_text, state, state_text};
use crate::sources::{SourcesOf, add_sources};
use crate::{directory, findings, measures};
use domain::draft::DraftState;
use domain::{DraftId, Event, InspectionId};
use sea_orm::Value;
use std::collections::HashMap;
use usecases::{
    DraftCounts, DraftOutcome, DraftRecord, DraftSave, DraftStanding, DraftSteps, DraftSummary, StoreError,
};

type Result<T> = std::result::Result<T, StoreError>;

fn standing_name(standing: DraftStanding) -> &'static str {
    match standing {
        DraftStanding::Open => "open",
        DraftStanding::Confirmed => "confirmed",
        DraftStanding::Discarded => "discarded",
    }
}

fn standing(name: &str) -> DraftStanding {
    match name {
        "confirmed" => DraftStanding::Confirmed,
        "discarded" => DraftStanding::Discarded,
        _ => DraftStanding::Open,
    }
}

pub(crate) async fn document(db: &Database, digest: &str) -> Result<Option<Vec<u8>>> {
    db.one("SELECT bytes FROM documents WHERE digest = $1", vec![digest.into()])
        .await?
        .map(|row| get(&row, "bytes"))
        .transpose()
}

const INSERT: &str = "INSERT INTO drafts (id, inspection_id, digest, name, kind, standing, version, created_at, oldest, step, newest, items, measures, mapping) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
const UPDATE: &str = "UPDATE drafts SET standing = $2, version = $3, oldest = $4, step = $5, newest = $6, items = $7, measures = $8, mapping = $9 WHERE id = $1 AND version = $3 - 1";

pub(crate) async fn add(db: &Database, draft: &DraftRecord, bytes: &[u8], event: Event) -> Result<()> {
    let mut values = vec![
        draft.id.as_str().into(),
        draft.inspection.as_str().into(),
        draft.digest.clone().into(),
        draft.name.clone().into(),
        draft.kind.clone().into(),
        standing_name(draft.standing).into(),
        draft.version.into(),
        draft.created_at.into(),
    ];
    values.extend(state_values(draft));
    db.write(vec![
        Write::new(
            "INSERT INTO documents (digest, bytes) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
            vec![draft.digest.clone().into(), bytes.to_vec().into()],
        ),
        Write::new(INSERT, values),
        insert_state(draft),
        Write::event(event),
    ])
    .await
}

/// Steps, counts and mapping, in the order of both statements.
fn state_values(draft: &DraftRecord) -> [Value; 6] {
    let counts = draft.counts();
    [
        draft.steps.oldest.into(),
        draft.steps.current.into(),
        draft.steps.newest.into(),
        counts.items.into(),
        counts.measures.into(),
        draft.mapping.as_ref().map(mapping_text).into(),
    ]
}

fn insert_state(draft: &DraftRecord) -> Write {
    Write::new(
        "INSERT INTO draft_states (draft_id, step, state) VALUES ($1, $2, $3)",
        vec![draft.id.as_str().into(), draft.steps.current.into(), state_text(&draft.state).into()],
    )
}

pub(crate) async fn by_id(db: &Database, id: &DraftId) -> Result<Option<DraftRecord>> {
    let sql = "SELECT d.*, s.state FROM drafts d JOIN draft_states s ON s.draft_id = d.id AND s.step = d.step WHERE d.id = $1";
    let Some(row) = db.one(sql, vec![id.as_str().into()]).await? else { return Ok(None) };
    Ok(Some(DraftRecord {
        id: DraftId(get(&row, "id")?),
        inspection: InspectionId(get(&row, "inspection_id")?),
        digest: get(&row, "digest")?,
        name: get(&row, "name")?,
        kind: get(&row, "kind")?,
        standing: standing(&get::<String>(&row, "standing")?),
        version: get(&row, "version")?,
        created_at: get(&row, "created_at")?,
        state: stored_state(&get::<String>(&row, "state")?)?,
        steps: DraftSteps { oldest: get(&row, "oldest")?, current: get(&row, "step")?, newest: get(&row, "newest")? },
        mapping: get::<Option<String>>(&row, "mapping")?.as_deref().and_then(mapping),
    }))
}

fn stored_state(stored: &str) -> Result<DraftState> {
    state(stored).ok_or_else(|| StoreError::Corrupt("draft state".to_owned()))
}

/// An earlier state, or one that was undone.
pub(crate) async fn state_at(db: &Database, id: &DraftId, step: i64) -> Result<Option<DraftState>> {
    let sql = "SELECT state FROM draft_states WHERE draft_id = $1 AND step = $2";
    let row = db.one(sql, vec![id.as_str().into(), step.into()]).await?;
    row.map(|row| stored_state(&get::<String>(&row, "state")?)).transpose()
}

pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<DraftSummary>> {
    let sql = "SELECT * FROM drafts WHERE inspection_id = $1 ORDER BY created_at DESC, id DESC";
    let found = db.all(sql, vec![id.as_str().into()]).await?;
    found
        .iter()
        .map(|row| {
            Ok(DraftSummary {
                id: DraftId(get(row, "id")?),
                digest: get(row, "digest")?,
                name: get(row, "name")?,
                kind: get(row, "kind")?,
                standing: standing(&get::<String>(row, "standing")?),
                created_at: get(row, "created_at")?,
                counts: DraftCounts { items: get(row, "items")?, measures: get(row, "measures")? },
            })
        })
        .collect()
}

fn save_write(draft: &DraftRecord) -> Write {
    let mut values = vec![draft.id.as_str().into(), standing_name(draft.standing).into(), draft.version.into()];
    values.extend(state_values(draft));
    Write::guarded(UPDATE, values)
}

/// The row, and its state where the step is a new one; states that no undo reaches any more go.
fn save_writes(draft: &DraftRecord, saved: DraftSave) -> Vec<Write> {
    let mut writes = vec![save_write(draft)];
    if saved == DraftSave::NewStep {
        writes.push(Write::new(
            "DELETE FROM draft_states WHERE draft_id = $1 AND (step >= $2 OR step < $3)",
            vec![draft.id.as_str().into(), draft.steps.current.into(), draft.steps.oldest.into()],
        ));
        writes.push(insert_state(draft));
    }
    writes
}

pub(crate) async fn save(db: &Database, draft: &DraftRecord, saved: DraftSave) -> Result<()> {
    db.write(save_writes(draft, saved)).await
}

/// The confirmed draft, its findings, measures and events: all or nothing.
pub(crate) async fn confirm(db: &Database, draft: &DraftRecord, outcome: &DraftOutcome) -> Result<()> {
    let now = outcome.events.iter().map(|e| e.at).max().unwrap_or(draft.created_at);
    let mut writes = save_writes(draft, DraftSave::NewStep);
    writes.extend(outcome.units.iter().map(directory::insert_unit_write));
    writes.extend(outcome.people.iter().map(|person| directory::insert_person_write(person, "")));
    writes.extend(outcome.new.iter().flat_map(|(finding, sources)| findings::insert(finding, sources, now)));
    for changed in &outcome.changed {
        writes.extend(findings::update(&changed.finding, now));
        let id = changed.finding.id.as_str();
        writes.extend(add_sources(SourcesOf::Finding, id, changed.known_sources, &changed.new_sources));
    }
    for (measure, sources) in &outcome.measures {
        writes.extend(measures::insert(measure));
        writes.extend(add_sources(SourcesOf::Measure, measure.id.as_str(), 0, sources));
    }
    let touched = outcome.new.iter().map(|(finding, _)| finding).chain(outcome.changed.iter().map(|c| &c.finding));
    writes.extend(touched.map(|finding| findings::count_measures(&finding.id)));
    writes.extend(outcome.events.iter().cloned().map(Write::event));
    db.write(writes).await
}

pub(crate) async fn column_names(db: &Database) -> Result<HashMap<String, String>> {
    let found = db.all("SELECT header, field FROM column_names", vec![]).await?;
    found.iter().map(|row| Ok((get(row, "header")?, get(row, "field")?))).collect()
}

pub(crate) async fn remember_columns(db: &Database, names: &[(String, String)]) -> Result<()> {
    let sql = "INSERT INTO column_names (header, field) VALUES ($1, $2) ON CONFLICT (header) DO UPDATE SET field = excluded.field";
    db.write(
        names
            .iter()
            .map(|(header, field)| Write::new(sql, vec![header.clone().into(), field.clone().into()]))
            .collect(),
    )
    .await
}
