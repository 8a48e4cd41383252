//! Events of a subject: its entries in the log, read back.

use crate::connection::{Database, get};
use domain::{Event, EventKind, FieldChange, PersonId};
use sea_orm::QueryResult;
use serde_json::{Value as Json, json};
use usecases::StoreError;

pub(crate) fn changes_json(changes: &[FieldChange]) -> Json {
    changes.iter().map(|c| json!([c.field, c.before, c.after])).collect()
}

pub(crate) fn changes_from(json: &Json) -> Vec<FieldChange> {
    let text = |value: &Json| value.as_str().map(str::to_owned);
    let list = json.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .filter_map(|c| Some(FieldChange { field: text(&c[0])?, before: text(&c[1]), after: text(&c[2]) }))
        .collect()
}

/// Who read a restricted finding is for the log, and no step of its process.
pub(crate) async fn of_subject(database: &Database, subject: &str) -> Result<Vec<Event>, StoreError> {
    let sql = "SELECT id, at, actor_id, subject, kind, summary, changes FROM audit WHERE subject = $1 AND kind <> 'read' ORDER BY seq";
    let rows = database.all(sql, vec![subject.into()]).await?;
    rows.iter().map(event).collect()
}

pub(crate) fn event(row: &QueryResult) -> Result<Event, StoreError> {
    let kind: String = get(row, "kind")?;
    let changes: String = get(row, "changes")?;
    Ok(Event {
        id: get(row, "id")?,
        at: get(row, "at")?,
        actor: get::<Option<String>>(row, "actor_id")?.map(PersonId),
        subject: get(row, "subject")?,
        kind: EventKind::from_name(&kind).ok_or_else(|| StoreError::Corrupt(format!("event kind {kind}")))?,
        summary: get(row, "summary")?,
        changes: changes_from(&serde_json::from_str(&changes).unwrap_or(Json::Null)),
    })
}
