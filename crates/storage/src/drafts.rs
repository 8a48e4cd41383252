//! Drafts, their files, remembered columns, and differences of workbooks.

use crate::connection::{Database, Write, get};
use crate::draft_json::{history, history_text, mapping, mapping_text};
use crate::events::{changes_from, changes_json};
use crate::{findings, measures};
use domain::{DraftId, Event, Finding, InspectionId, Measure};
use sea_orm::QueryResult;
use serde_json::{Value as Json, json};
use std::collections::HashMap;
use usecases::{ChangeRow, ChangeRowKind, ChangeSet, DraftRecord, DraftStanding, SourceRecord, StoreError};

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

pub(crate) async fn add(db: &Database, draft: &DraftRecord, bytes: &[u8], event: Event) -> Result<()> {
    let sql = "INSERT INTO drafts (id, inspection_id, digest, name, kind, standing, version, created_at, history, history_at, mapping) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    db.write(vec![
        Write::new(
            "INSERT INTO documents (digest, bytes) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
            vec![draft.digest.clone().into(), bytes.to_vec().into()],
        ),
        Write::new(
            sql,
            vec![
                draft.id.as_str().into(),
                draft.inspection.as_str().into(),
                draft.digest.clone().into(),
                draft.name.clone().into(),
                draft.kind.clone().into(),
                standing_name(draft.standing).into(),
                draft.version.into(),
                draft.created_at.into(),
                history_text(&draft.history).into(),
                (draft.cursor as i64).into(),
                draft.mapping.as_ref().map(mapping_text).into(),
            ],
        ),
        Write::event(event),
    ])
    .await
}

fn record(row: &QueryResult) -> Result<DraftRecord> {
    let stored: String = get(row, "history")?;
    let history = history(&stored).ok_or_else(|| StoreError::Corrupt("draft history".to_owned()))?;
    let cursor = usize::try_from(get::<i64>(row, "history_at")?).unwrap_or(0).min(history.len() - 1);
    Ok(DraftRecord {
        id: DraftId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        digest: get(row, "digest")?,
        name: get(row, "name")?,
        kind: get(row, "kind")?,
        standing: standing(&get::<String>(row, "standing")?),
        version: get(row, "version")?,
        created_at: get(row, "created_at")?,
        history,
        cursor,
        mapping: get::<Option<String>>(row, "mapping")?.as_deref().and_then(mapping),
    })
}

pub(crate) async fn by_id(db: &Database, id: &DraftId) -> Result<Option<DraftRecord>> {
    db.one("SELECT * FROM drafts WHERE id = $1", vec![id.as_str().into()]).await?.as_ref().map(record).transpose()
}

pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<DraftRecord>> {
    let sql = "SELECT * FROM drafts WHERE inspection_id = $1 ORDER BY created_at DESC";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(record).collect()
}

fn save_write(draft: &DraftRecord) -> Write {
    let sql = "UPDATE drafts SET standing = $2, version = $3, history = $4, history_at = $5, mapping = $6 WHERE id = $1 AND version = $3 - 1";
    Write::guarded(
        sql,
        vec![
            draft.id.as_str().into(),
            standing_name(draft.standing).into(),
            draft.version.into(),
            history_text(&draft.history).into(),
            (draft.cursor as i64).into(),
            draft.mapping.as_ref().map(mapping_text).into(),
        ],
    )
}

pub(crate) async fn save(db: &Database, draft: &DraftRecord) -> Result<()> {
    db.write(vec![save_write(draft)]).await
}

/// The confirmed draft, its findings, measures and events: all or nothing.
pub(crate) async fn confirm(
    db: &Database,
    draft: &DraftRecord,
    new: &[(Finding, Vec<SourceRecord>)],
    changed: &[Finding],
    added: &[Measure],
    events: Vec<Event>,
) -> Result<()> {
    let now = events.iter().map(|e| e.at).max().unwrap_or(draft.created_at);
    let mut writes = vec![save_write(draft)];
    writes.extend(new.iter().flat_map(|(finding, sources)| findings::insert(finding, sources, now)));
    writes.extend(changed.iter().flat_map(|finding| findings::update(finding, now)));
    writes.extend(added.iter().map(measures::insert));
    writes.extend(
        new.iter().map(|(finding, _)| finding).chain(changed).map(|finding| findings::count_measures(&finding.id)),
    );
    writes.extend(events.into_iter().map(Write::event));
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

fn kind_name(kind: ChangeRowKind) -> &'static str {
    match kind {
        ChangeRowKind::Change => "change",
        ChangeRowKind::Same => "same",
        ChangeRowKind::New => "new",
        ChangeRowKind::Unknown => "unknown",
        ChangeRowKind::Error => "error",
    }
}

fn kind(name: &str) -> ChangeRowKind {
    match name {
        "change" => ChangeRowKind::Change,
        "same" => ChangeRowKind::Same,
        "new" => ChangeRowKind::New,
        "unknown" => ChangeRowKind::Unknown,
        _ => ChangeRowKind::Error,
    }
}

pub(crate) async fn add_change_set(db: &Database, set: &ChangeSet) -> Result<()> {
    let rows: Vec<Json> = set
        .rows
        .iter()
        .map(|r| json!([r.row, r.key, kind_name(r.kind), changes_json(&r.changes), r.message, r.version]))
        .collect();
    let sql = "INSERT INTO change_sets (id, inspection_id, body) VALUES ($1, $2, $3)";
    db.write(vec![Write::new(
        sql,
        vec![set.id.clone().into(), set.inspection.as_str().into(), Json::Array(rows).to_string().into()],
    )])
    .await
}

pub(crate) async fn change_set(db: &Database, id: &str) -> Result<Option<ChangeSet>> {
    let Some(row) = db.one("SELECT * FROM change_sets WHERE id = $1", vec![id.into()]).await? else { return Ok(None) };
    let body: String = get(&row, "body")?;
    let json: Json = serde_json::from_str(&body).map_err(|cause| StoreError::Corrupt(cause.to_string()))?;
    let rows = json.as_array().map(Vec::as_slice).unwrap_or_default().iter().map(|r| ChangeRow {
        row: r[0].as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        key: r[1].as_str().map(str::to_owned),
        kind: kind(r[2].as_str().unwrap_or_default()),
        changes: changes_from(&r[3]),
        message: r[4].as_str().map(str::to_owned),
        version: r[5].as_i64(),
    });
    Ok(Some(ChangeSet {
        id: get(&row, "id")?,
        inspection: InspectionId(get(&row, "inspection_id")?),
        rows: rows.collect(),
    }))
}
