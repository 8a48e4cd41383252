//! Inspections and their lamp counts.

use crate::connection::{Database, Write, get};
use crate::sealed::Sealed;
use crate::{family, reach, rows};
use domain::{Completion, Event, Inspection, InspectionId, Lamp, LampRule, lamp};
use jiff::civil::Date;
use sea_orm::{QueryResult, Value};
use std::collections::HashMap;
use usecases::{InspectionCounts, LampCounts, Place, Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) async fn all(db: &Database, reach: &Reach) -> Result<Vec<Inspection>> {
    let within = reach::inspections(reach, 1);
    let sql = format!("{}SELECT * FROM inspections WHERE {} ORDER BY id DESC", within.with, within.rows);
    db.all(&sql, within.values).await?.iter().map(rows::inspection).collect()
}

pub(crate) async fn by_key(db: &Database, reach: &Reach, key: &str) -> Result<Option<(Inspection, Place)>> {
    let within = reach::inspection(reach, 2);
    let sql = format!(
        "{}SELECT inspections.*, {} FROM inspections WHERE inspection_key = $1 AND {}",
        within.with,
        within.seats_column(),
        within.rows
    );
    let mut values = vec![Value::from(key)];
    values.extend(within.values);
    let row = db.one(&sql, values).await?;
    row.map(|row| Ok((rows::inspection(&row)?, reach::place(&row)?))).transpose()
}

pub(crate) async fn by_id(db: &Database, id: &InspectionId) -> Result<Option<Inspection>> {
    let row = db.one("SELECT * FROM inspections WHERE id = $1", vec![id.as_str().into()]).await?;
    row.as_ref().map(rows::inspection).transpose()
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
        i.profile.clone().into(),
    ]
}

pub(crate) async fn insert(db: &Database, inspection: &Inspection, event: Event) -> Result<()> {
    let sql = "INSERT INTO inspections (id, inspection_key, source, title, issuing_body, document_number, unit_id, feedback_date, receipt_date, version, profile_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let write = Write::new(sql, values(inspection)).on(Sealed::Inspections, inspection.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn update(db: &Database, inspection: &Inspection, event: Event) -> Result<()> {
    let sql = "UPDATE inspections SET inspection_key = $2, source = $3, title = $4, issuing_body = $5, document_number = $6, unit_id = $7, feedback_date = $8, receipt_date = $9, version = $10, profile_id = $11 WHERE id = $1 AND version = $10 - 1";
    let write = Write::guarded(sql, values(inspection)).on(Sealed::Inspections, inspection.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

/// Counts by inspection; each has its own rule for lamps, by identifier.
pub(crate) async fn counts(
    db: &Database,
    reach: &Reach,
    today: Date,
    rules: &HashMap<String, LampRule>,
) -> Result<HashMap<String, InspectionCounts>> {
    let within = reach::findings(reach, 1);
    let sql = format!(
        "{}SELECT inspection_id, completion, due, COUNT(*) AS n FROM {} WHERE {} GROUP BY inspection_id, completion, due",
        within.with, within.from, within.rows
    );
    // What is set aside is a few of many: taken off again, so that the index alone is read for the rest.
    let aside = format!(
        "{}SELECT inspection_id, completion, due, -COUNT(*) AS n FROM {} WHERE {} AND findings.id IN {} GROUP BY inspection_id, completion, due",
        within.with,
        within.from,
        within.rows,
        family::ASIDE
    );
    let mut counts: HashMap<String, InspectionCounts> = HashMap::new();
    let mut found = db.all(&sql, within.values.clone()).await?;
    found.extend(db.all(&aside, within.values).await?);
    for row in &found {
        let id: String = get(row, "inspection_id")?;
        let rule = rules.get(&id).unwrap_or(&LampRule::PRACTICE);
        let of_inspection = counts.entry(id).or_default();
        of_inspection.findings += get::<i64>(row, "n")?;
        add_group(row, today, rule, &mut of_inspection.lamps)?;
    }
    Ok(counts)
}

/// Adds `n` findings of one completion and due date to their lamp.
pub(crate) fn add_group(row: &QueryResult, today: Date, rule: &LampRule, counts: &mut LampCounts) -> Result<()> {
    let completion = rows::named(row, "completion", Completion::from_name)?;
    let now = lamp(rows::optional_date(row, "due")?, completion, today, rule);
    let slot = Lamp::ALL.iter().zip(&mut counts.0).find(|(lamp, _)| **lamp == now);
    if let Some((_, count)) = slot {
        *count += get::<i64>(row, "n")?;
    }
    Ok(())
}
