//! 工作纪实: its rows. An entry that is taken out keeps its row.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use domain::{ChronicleEntry, ChronicleEntryId, ChroniclePart, Event, InspectionId};
use sea_orm::{QueryResult, Value};
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO chronicle (id, inspection_id, entry_key, serial, part, category, date, body, removed, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const UPDATE: &str = "UPDATE chronicle SET inspection_id = $2, entry_key = $3, serial = $4, part = $5, category = $6, date = $7, body = $8, removed = $9, version = $10 WHERE id = $1 AND version = $10 - 1";

fn entry(row: &QueryResult) -> Result<ChronicleEntry> {
    Ok(ChronicleEntry {
        id: ChronicleEntryId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        key: get(row, "entry_key")?,
        serial: get(row, "serial")?,
        part: named(row, "part", ChroniclePart::from_name)?,
        category: get(row, "category")?,
        date: optional_date(row, "date")?,
        text: get(row, "body")?,
        removed: get::<i64>(row, "removed")? != 0,
        version: get(row, "version")?,
    })
}

fn values(e: &ChronicleEntry) -> Vec<Value> {
    vec![
        e.id.as_str().into(),
        e.inspection.as_str().into(),
        e.key.clone().into(),
        e.serial.into(),
        e.part.name().into(),
        e.category.clone().into(),
        e.date.map(|d| d.to_string()).into(),
        e.text.clone().into(),
        i64::from(e.removed).into(),
        e.version.into(),
    ]
}

pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<ChronicleEntry>> {
    let sql = "SELECT * FROM chronicle WHERE inspection_id = $1 ORDER BY serial";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(entry).collect()
}

pub(crate) async fn insert(db: &Database, entry: &ChronicleEntry, event: Event) -> Result<()> {
    let write = Write::new(INSERT, values(entry)).on(Sealed::Chronicle, entry.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn update(db: &Database, entry: &ChronicleEntry, event: Event) -> Result<()> {
    let write = Write::guarded(UPDATE, values(entry)).on(Sealed::Chronicle, entry.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}
