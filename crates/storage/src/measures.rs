//! Measures; each change brings the finding up to date in the same transaction.

use crate::connection::{Database, Write};
use crate::sealed::Sealed;
use crate::{findings, prints, reach, rows, shared, signs};
use domain::{Event, Finding, FindingId, InspectionId, Measure};
use sea_orm::{QueryResult, Value};
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO measures (id, finding_id, measure_key, serial, body, target, deliverable, leader_id, unit_id, owner_id, due, completion, progress_note, version, stated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
const UPDATE: &str = "UPDATE measures SET finding_id = $2, measure_key = $3, serial = $4, body = $5, target = $6, deliverable = $7, leader_id = $8, unit_id = $9, owner_id = $10, due = $11, completion = $12, progress_note = $13, version = $14, stated = $15 WHERE id = $1 AND version = $14 - 1";

fn values(m: &Measure) -> Vec<Value> {
    vec![
        m.id.as_str().into(),
        m.finding.as_str().into(),
        m.key.clone().into(),
        m.serial.into(),
        m.text.clone().into(),
        m.target.clone().into(),
        m.deliverable.clone().into(),
        m.leader.as_ref().map(|p| p.0.clone()).into(),
        m.lead_unit.as_ref().map(|u| u.0.clone()).into(),
        m.owner.as_ref().map(|p| p.0.clone()).into(),
        m.due.map(|d| d.to_string()).into(),
        m.completion.name().into(),
        m.progress_note.clone().into(),
        m.version.into(),
        m.stated.clone().into(),
    ]
}

/// A changed measure; its version in the store must be one less.
pub(crate) fn update_writes(m: &Measure) -> Vec<Write> {
    let mut writes = vec![Write::guarded(UPDATE, values(m)).on(Sealed::Measures, m.id.as_str()), signs::remove(m)];
    writes.extend(signs::of_measure(m));
    writes
}

pub(crate) fn insert(m: &Measure) -> Vec<Write> {
    let mut writes = vec![Write::new(INSERT, values(m)).on(Sealed::Measures, m.id.as_str())];
    writes.extend(shared::insert_of_measure(m));
    writes.extend(prints::insert(m));
    writes.extend(signs::of_measure(m));
    writes
}

/// The finding after its measures changed.
fn brought_up(finding: &Finding, now: i64, event: Event) -> Vec<Write> {
    let mut writes = findings::update(finding, now);
    writes.push(findings::count_measures(&finding.id));
    writes.push(Write::event(event));
    writes
}

pub(crate) async fn add(db: &Database, m: &Measure, finding: &Finding, now: i64, event: Event) -> Result<()> {
    let mut writes = insert(m);
    writes.extend(brought_up(finding, now, event));
    db.write(writes).await
}

pub(crate) async fn update(db: &Database, m: &Measure, finding: &Finding, now: i64, event: Event) -> Result<()> {
    let mut writes = update_writes(m);
    writes.push(prints::remove(m));
    writes.extend(shared::remove_of_measure(m));
    writes.extend(shared::insert_of_measure(m));
    writes.extend(prints::insert(m));
    writes.extend(brought_up(finding, now, event));
    db.write(writes).await
}

pub(crate) async fn delete(db: &Database, m: &Measure, finding: &Finding, now: i64, event: Event) -> Result<()> {
    let [unshared, unmanned] = shared::remove_of_measure(m);
    let mut writes = vec![
        prints::remove(m),
        signs::remove(m),
        unshared,
        unmanned,
        Write::new("DELETE FROM measure_sources WHERE measure_id = $1", vec![m.id.as_str().into()]),
        Write::guarded(
            "DELETE FROM measures WHERE id = $1 AND version = $2",
            vec![m.id.as_str().into(), m.version.into()],
        )
        .on(Sealed::Measures, m.id.as_str()),
    ];
    writes.extend(brought_up(finding, now, event));
    db.write(writes).await
}

pub(crate) async fn with_shared(db: &Database, found: Vec<QueryResult>) -> Result<Vec<Measure>> {
    let mut measures = found.iter().map(rows::measure).collect::<Result<Vec<_>>>()?;
    shared::of_measures(db, &mut measures).await?;
    Ok(measures)
}

pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Vec<Measure>> {
    let sql = "SELECT * FROM measures WHERE finding_id = $1 ORDER BY serial";
    with_shared(db, db.all(sql, vec![id.as_str().into()]).await?).await
}

/// Measures of the findings within reach.
pub(crate) async fn of_inspection(db: &Database, reach: &Reach, id: &InspectionId) -> Result<Vec<Measure>> {
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT measures.* FROM {} JOIN measures ON measures.finding_id = findings.id WHERE findings.inspection_id = $1 AND {} ORDER BY findings.serial, measures.serial",
        within.with, within.from, within.rows
    );
    with_shared(db, db.all(&sql, findings::behind(id.as_str(), within.values)).await?).await
}

pub(crate) async fn by_key(db: &Database, key: &str) -> Result<Option<Measure>> {
    let row = db.one("SELECT * FROM measures WHERE measure_key = $1", vec![key.into()]).await?;
    Ok(with_shared(db, row.into_iter().collect()).await?.pop())
}
