//! Inspections and their lamp counts.

use crate::connection::{Database, Write, get};
use crate::list::LAMP_SUMS;
use crate::rows;
use domain::{Event, Inspection};
use jiff::civil::Date;
use sea_orm::Value;
use std::collections::HashMap;
use usecases::{InspectionCounts, LampCounts, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) async fn all(db: &Database) -> Result<Vec<Inspection>> {
    db.all("SELECT * FROM inspections ORDER BY id DESC", vec![]).await?.iter().map(rows::inspection).collect()
}

pub(crate) async fn by_key(db: &Database, key: &str) -> Result<Option<Inspection>> {
    db.one("SELECT * FROM inspections WHERE inspection_key = $1", vec![key.into()])
        .await?
        .as_ref()
        .map(rows::inspection)
        .transpose()
}

fn values(i: &Inspection) -> Vec<Value> {
    let date = |d: Option<Date>| Value::from(d.map(|d| d.to_string()));
    vec![
        i.id.as_str().into(),
        i.key.clone().into(),
        i.source.name().into(),
        i.title.clone().into(),
        i.issuing_body.clone().into(),
        i.document_number.clone().into(),
        i.unit.as_str().into(),
        date(i.feedback_date),
        date(i.receipt_date),
        i.version.into(),
    ]
}

pub(crate) async fn insert(db: &Database, inspection: &Inspection, event: Event) -> Result<()> {
    let sql = "INSERT INTO inspections (id, inspection_key, source, title, issuing_body, document_number, unit_id, feedback_date, receipt_date, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    db.write(vec![Write::new(sql, values(inspection)), Write::event(event)]).await
}

pub(crate) async fn update(db: &Database, inspection: &Inspection, event: Event) -> Result<()> {
    let sql = "UPDATE inspections SET inspection_key = $2, source = $3, title = $4, issuing_body = $5, document_number = $6, unit_id = $7, feedback_date = $8, receipt_date = $9, version = $10 WHERE id = $1 AND version = $10 - 1";
    db.write(vec![Write::guarded(sql, values(inspection)), Write::event(event)]).await
}

pub(crate) async fn counts(
    db: &Database,
    today: Date,
    yellow_until: Date,
) -> Result<HashMap<String, InspectionCounts>> {
    let sql = format!("SELECT inspection_id, COUNT(*) AS findings, {LAMP_SUMS} FROM findings GROUP BY inspection_id");
    let found = db.all(&sql, vec![today.to_string().into(), yellow_until.to_string().into()]).await?;
    found
        .iter()
        .map(|row| {
            Ok((get(row, "inspection_id")?, InspectionCounts { findings: get(row, "findings")?, lamps: lamps(row)? }))
        })
        .collect()
}

/// The sums of [`LAMP_SUMS`].
pub(crate) fn lamps(row: &sea_orm::QueryResult) -> Result<LampCounts> {
    let sum = |column: &str| -> Result<i64> { Ok(get::<Option<i64>>(row, column)?.unwrap_or(0)) };
    Ok(LampCounts([sum("green")?, sum("yellow")?, sum("red")?, sum("done")?, sum("unset")?]))
}
