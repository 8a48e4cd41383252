//! Findings: read, insert, compare-and-set.

use crate::connection::{Database, Write, get};
use crate::reach::Side;
use crate::sealed::Sealed;
use crate::shared::CHUNK;
use crate::sources::{SourcesOf, add_sources};
use crate::{family, reach, rows, shared};
use domain::{Completion, Event, Finding, FindingId, FindingKind, InspectionId, UnitId};
use sea_orm::{QueryResult, Value};
use usecases::{Beside, FindingGroup, FindingRecord, Found, Reach, SourceRecord, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) fn values(f: &Finding, now: i64) -> Vec<Value> {
    vec![
        f.id.as_str().into(),
        f.inspection.as_str().into(),
        f.key.clone().into(),
        f.serial.into(),
        f.kind.name().into(),
        f.area.clone().into(),
        f.title.clone().into(),
        f.text.clone().into(),
        f.category.clone().into(),
        f.target.clone().into(),
        f.amount.clone().into(),
        f.unit.as_ref().map(|u| u.0.clone()).into(),
        f.leader.as_ref().map(|p| p.0.clone()).into(),
        f.owner.as_ref().map(|p| p.0.clone()).into(),
        f.due.map(|d| d.to_string()).into(),
        f.fix_type.map(|t| t.name().to_owned()).into(),
        f.completion.name().into(),
        f.closure.name().into(),
        now.into(),
        f.version.into(),
        f.last_measure.into(),
        f.stated.clone().into(),
        f.last_evidence.into(),
        f.stage.name().into(),
        f.standing_rule.clone().into(),
        f.standing_review.map(|d| d.to_string()).into(),
    ]
}

const INSERT: &str = "INSERT INTO findings (id, inspection_id, finding_key, serial, kind, area, title, body, category, target, amount, unit_id, leader_id, owner_id, due, fix_type, completion, closure, updated_at, version, measures_last, stated, evidence_last, stage, standing_rule, standing_review, measures_done, measures_all, evidence_count) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, 0, 0, 0)";
const UPDATE: &str = "UPDATE findings SET inspection_id = $2, finding_key = $3, serial = $4, kind = $5, area = $6, title = $7, body = $8, category = $9, target = $10, amount = $11, unit_id = $12, leader_id = $13, owner_id = $14, due = $15, fix_type = $16, completion = $17, closure = $18, updated_at = $19, version = $20, measures_last = $21, stated = $22, evidence_last = $23, stage = $24, standing_rule = $25, standing_review = $26 WHERE id = $1 AND version = $20 - 1";
const COUNT_MEASURES: &str = "UPDATE findings SET measures_all = (SELECT COUNT(*) FROM measures WHERE finding_id = $1), measures_done = (SELECT COUNT(*) FROM measures WHERE finding_id = $1 AND completion IN ('done', 'standing')) WHERE id = $1";

/// A new finding with those who share it, and its sources.
pub(crate) fn insert(f: &Finding, sources: &[SourceRecord], now: i64) -> Vec<Write> {
    let mut writes = vec![Write::new(INSERT, values(f, now)).on(Sealed::Findings, f.id.as_str())];
    writes.extend(shared::insert_of_finding(f));
    writes.extend(add_sources(SourcesOf::Finding, f.id.as_str(), 0, sources));
    writes
}

/// A changed finding; its version in the store must be one less.
pub(crate) fn update(f: &Finding, now: i64) -> Vec<Write> {
    let mut writes = vec![Write::guarded(UPDATE, values(f, now)).on(Sealed::Findings, f.id.as_str())];
    writes.extend(shared::remove_of_finding(f));
    writes.extend(shared::insert_of_finding(f));
    writes
}

/// Counts the measures anew.
pub(crate) fn count_measures(id: &FindingId) -> Write {
    Write::new(COUNT_MEASURES, vec![id.as_str().into()]).on(Sealed::Findings, id.as_str())
}

pub(crate) async fn last_serial(db: &Database, inspection: &InspectionId) -> Result<i64> {
    let row = db
        .one(
            "SELECT COALESCE(MAX(serial), 0) AS last FROM findings WHERE inspection_id = $1",
            vec![inspection.as_str().into()],
        )
        .await?;
    row.map_or(Ok(0), |row| get(&row, "last"))
}

/// Findings alike in what the figures count; an index holds all that is read.
pub(crate) async fn groups(db: &Database, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingGroup>> {
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT kind, completion, area, unit_id, due, COUNT(*) AS n, CAST(SUM(measures_all) AS BIGINT) AS measures FROM {} WHERE inspection_id = $1 AND {} GROUP BY kind, completion, area, unit_id, due ORDER BY MIN(serial)",
        within.with, within.from, within.rows
    );
    let found = db.all(&sql, behind(inspection.as_str(), within.values)).await?;
    let mut groups = found.iter().map(group).collect::<Result<Vec<_>>>()?;
    // What is set aside is a few of many: taken off again, so that the index alone is read for the rest. What is
    // joined to nothing is no column of an index: the few are looked up, and the round is not walked for them.
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT kind, completion, area, unit_id, due, COUNT(*) AS n, CAST(SUM(measures_all) AS BIGINT) AS measures FROM {} WHERE inspection_id || '' = $1 AND {} AND findings.id IN {} GROUP BY kind, completion, area, unit_id, due",
        within.with,
        within.from,
        within.rows,
        family::ASIDE
    );
    for row in &db.all(&sql, behind(inspection.as_str(), within.values)).await? {
        let aside = group(row)?;
        let alike = |g: &&mut FindingGroup| {
            let (own, other) = ((&g.kind, &g.completion, &g.area), (&aside.kind, &aside.completion, &aside.area));
            own == other && g.unit == aside.unit && g.due == aside.due
        };
        if let Some(g) = groups.iter_mut().find(alike) {
            g.findings -= aside.findings;
            g.measures -= aside.measures;
        }
    }
    groups.retain(|g| g.findings > 0);
    Ok(groups)
}

fn group(row: &QueryResult) -> Result<FindingGroup> {
    Ok(FindingGroup {
        kind: rows::named(row, "kind", FindingKind::from_name)?,
        completion: rows::named(row, "completion", Completion::from_name)?,
        area: get(row, "area")?,
        unit: get::<Option<String>>(row, "unit_id")?.map(UnitId),
        due: rows::optional_date(row, "due")?,
        findings: get(row, "n")?,
        measures: get(row, "measures")?,
    })
}

/// The first value and those that keep the statement within reach.
pub(crate) fn behind(first: &str, within: Vec<Value>) -> Vec<Value> {
    std::iter::once(first.into()).chain(within).collect()
}

pub(crate) async fn all(db: &Database, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingRecord>> {
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT * FROM {} WHERE inspection_id = $1 AND {} ORDER BY serial",
        within.with, within.from, within.rows
    );
    let found = db.all(&sql, behind(inspection.as_str(), within.values)).await?;
    let mut records = found.iter().map(rows::finding).collect::<Result<Vec<_>>>()?;
    shared::of_findings(db, &mut records).await?;
    Ok(records)
}

pub(crate) async fn by_key(db: &Database, reach: &Reach, key: &str) -> Result<Option<Found>> {
    let within = reach::finding(reach, 2);
    let sql = format!(
        "{}SELECT findings.*, {}, CAST((SELECT COUNT(*) FROM finding_family WHERE source_id = findings.id OR result_id = findings.id) AS BIGINT) AS ties, CAST((SELECT COUNT(*) FROM finding_notes WHERE finding_id = findings.id) AS BIGINT) AS notes, CAST((SELECT COUNT(*) FROM restrictions WHERE id = findings.id AND lifted = 0) AS BIGINT) AS marks, CAST((SELECT COUNT(*) FROM standing_duties WHERE finding_id = findings.id) AS BIGINT) AS duties, CAST((SELECT COUNT(*) FROM finding_units WHERE finding_id = findings.id) + (SELECT COUNT(*) FROM finding_people WHERE finding_id = findings.id) AS BIGINT) AS shared FROM findings WHERE finding_key = $1 AND {}",
        within.with,
        within.seats_column(),
        within.rows
    );
    let Some(row) = db.one(&sql, behind(key, within.values)).await? else { return Ok(None) };
    let mut records = [rows::finding(&row)?];
    if get::<i64>(&row, "shared")? > 0 {
        shared::of_findings(db, &mut records).await?;
    }
    let [record] = records;
    let n = |column| get(&row, column);
    let beside = Beside { ties: n("ties")?, notes: n("notes")?, marks: n("marks")?, duties: n("duties")? };
    Ok(Some(Found { finding: record.finding, place: reach::place(&row)?, beside }))
}

/// Findings that are at hand by their identifiers.
pub(crate) async fn by_ids(db: &Database, ids: &[String]) -> Result<Vec<Finding>> {
    let mut records = Vec::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
        let sql = format!("SELECT * FROM findings WHERE id IN ({}) ORDER BY serial", marks.join(", "));
        for row in &db.all(&sql, ids.iter().map(|id| id.as_str().into()).collect()).await? {
            records.push(rows::finding(row)?);
        }
    }
    shared::of_findings(db, &mut records).await?;
    Ok(records.into_iter().map(|record| record.finding).collect())
}

/// Keys of the findings before and after that count.
pub(crate) async fn neighbours(db: &Database, reach: &Reach, f: &Finding) -> Result<(Option<String>, Option<String>)> {
    let (with, before, values) = reach::nearest(reach, 3, Side::Before);
    let (_, after, _) = reach::nearest(reach, 3, Side::After);
    let sql = format!(
        "{with}SELECT serial, finding_key FROM findings WHERE inspection_id = $1 AND serial IN ({before}, {after})"
    );
    let mut all: Vec<Value> = vec![f.inspection.as_str().into(), f.serial.into()];
    all.extend(values);
    let (mut previous, mut next) = (None, None);
    for row in &db.all(&sql, all).await? {
        let serial: i64 = get(row, "serial")?;
        let side = if serial < f.serial { &mut previous } else { &mut next };
        *side = Some(get(row, "finding_key")?);
    }
    Ok((previous, next))
}

pub(crate) async fn update_many(db: &Database, findings: &[Finding], now: i64, events: Vec<Event>) -> Result<()> {
    let mut writes: Vec<Write> = findings.iter().flat_map(|f| update(f, now)).collect();
    writes.extend(events.into_iter().map(Write::event));
    db.write(writes).await
}

pub(crate) async fn add(db: &Database, finding: &Finding, now: i64, event: Event) -> Result<()> {
    let mut writes = insert(finding, &[], now);
    writes.push(Write::event(event));
    db.write(writes).await
}
