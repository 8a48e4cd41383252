//! Differences of workbooks, kept until somebody confirms them.

use crate::connection::{Database, Write, get};
use crate::events::{changes_from, changes_json};
use domain::InspectionId;
use serde_json::{Value as Json, json};
use usecases::{ChangeRow, ChangeRowKind, ChangeSet, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

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

pub(crate) async fn add(db: &Database, set: &ChangeSet) -> Result<()> {
    let rows: Vec<Json> = set
        .rows
        .iter()
        .map(|r| json!([r.row, r.key, kind_name(r.kind), changes_json(&r.changes), r.message, r.version]))
        .collect();
    let sql = "INSERT INTO change_sets (id, inspection_id, body) VALUES ($1, $2, $3)";
    db.write(vec![Write::new(
        sql,
        vec![
            set.id.clone().into(),
            set.inspection.as_str().into(),
            json!({"rows": rows, "ignored": set.ignored}).to_string().into(),
        ],
    )])
    .await
}

pub(crate) async fn by_id(db: &Database, id: &str) -> Result<Option<ChangeSet>> {
    let Some(row) = db.one("SELECT * FROM change_sets WHERE id = $1", vec![id.into()]).await? else { return Ok(None) };
    let body: String = get(&row, "body")?;
    let json: Json = serde_json::from_str(&body).map_err(|cause| StoreError::Corrupt(cause.to_string()))?;
    let rows = json["rows"].as_array().map(Vec::as_slice).unwrap_or_default().iter().map(|r| ChangeRow {
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
        ignored: json["ignored"].as_array().into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect(),
    }))
}
