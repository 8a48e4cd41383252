//! Standing rules and duties; each change brings the finding up to date in the same transaction.

use crate::connection::{Database, Write, get};
use crate::findings;
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use domain::{Confirmation, Event, Finding, FindingId, PersonId, Recurrence, Standing, StandingId, StandingKind};
use jiff::civil::Date;
use sea_orm::{QueryResult, Value};
use usecases::{StoreError, WorkRecord};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO standing_duties (id, finding_id, kind, name, number, issued, recurrence, first_date, next_date, owner_id, ended, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const UPDATE: &str = "UPDATE standing_duties SET finding_id = $2, kind = $3, name = $4, number = $5, issued = $6, recurrence = $7, first_date = $8, next_date = $9, owner_id = $10, ended = $11, version = $12 WHERE id = $1 AND version = $12 - 1";
const CONFIRM: &str = "INSERT INTO standing_confirmations (standing_id, position, finding_id, due, date, person_id, acting_for, note, evidence_key) VALUES ($1, (SELECT COUNT(*) FROM standing_confirmations WHERE standing_id = $1), $2, $3, $4, $5, $6, $7, $8)";

fn date(row: &QueryResult, column: &str) -> Result<Date> {
    optional_date(row, column)?.ok_or_else(|| StoreError::Corrupt(column.to_owned()))
}

pub(crate) fn standing(row: &QueryResult) -> Result<Standing> {
    Ok(Standing {
        id: StandingId(get(row, "id")?),
        finding: FindingId(get(row, "finding_id")?),
        kind: named(row, "kind", StandingKind::from_name)?,
        name: get(row, "name")?,
        number: get(row, "number")?,
        issued: optional_date(row, "issued")?,
        recurrence: named(row, "recurrence", Recurrence::from_name)?,
        first: date(row, "first_date")?,
        next: date(row, "next_date")?,
        owner: get::<Option<String>>(row, "owner_id")?.map(PersonId),
        ended: optional_date(row, "ended")?,
        version: get(row, "version")?,
    })
}

pub(crate) fn confirmation(row: &QueryResult) -> Result<Confirmation> {
    Ok(Confirmation {
        standing: StandingId(get(row, "standing_id")?),
        due: date(row, "due")?,
        date: date(row, "date")?,
        person: PersonId(get(row, "person_id")?),
        acting_for: get::<Option<String>>(row, "acting_for")?.map(PersonId),
        note: get(row, "note")?,
        evidence: get(row, "evidence_key")?,
    })
}

fn values(s: &Standing) -> Vec<Value> {
    vec![
        s.id.as_str().into(),
        s.finding.as_str().into(),
        s.kind.name().into(),
        s.name.clone().into(),
        s.number.clone().into(),
        s.issued.map(|d| d.to_string()).into(),
        s.recurrence.name().into(),
        s.first.to_string().into(),
        s.next.to_string().into(),
        s.owner.as_ref().map(|p| p.0.clone()).into(),
        s.ended.map(|d| d.to_string()).into(),
        s.version.into(),
    ]
}

pub(crate) async fn add(db: &Database, s: &Standing, finding: &Finding, now: i64, event: Event) -> Result<()> {
    let mut writes = findings::update(finding, now);
    writes.push(Write::new(INSERT, values(s)).on(Sealed::Standing, s.id.as_str()));
    writes.push(Write::event(event));
    db.write(writes).await
}

pub(crate) async fn update(
    db: &Database,
    s: &Standing,
    confirmation: Option<&Confirmation>,
    finding: &Finding,
    now: i64,
    event: Event,
) -> Result<()> {
    let mut writes = findings::update(finding, now);
    writes.push(Write::guarded(UPDATE, values(s)).on(Sealed::Standing, s.id.as_str()));
    writes.extend(confirmation.map(|c| {
        let values = vec![
            c.standing.as_str().into(),
            s.finding.as_str().into(),
            c.due.to_string().into(),
            c.date.to_string().into(),
            c.person.as_str().into(),
            c.acting_for.as_ref().map(|p| p.0.clone()).into(),
            c.note.clone().into(),
            c.evidence.clone().into(),
        ];
        Write::new(CONFIRM, values)
    }));
    writes.push(Write::event(event));
    db.write(writes).await
}

pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Vec<Standing>> {
    let sql = "SELECT * FROM standing_duties WHERE finding_id = $1 ORDER BY id";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(standing).collect()
}

/// Those of several findings that count.
pub(crate) async fn of_findings(db: &Database, ids: &[&str]) -> Result<Vec<Standing>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT * FROM standing_duties WHERE ended IS NULL AND finding_id IN ({}) ORDER BY next_date, id",
        marks.join(", ")
    );
    db.all(&sql, ids.iter().map(|id| (*id).into()).collect()).await?.iter().map(standing).collect()
}

pub(crate) async fn confirmations(db: &Database, id: &FindingId) -> Result<Vec<Confirmation>> {
    let sql =
        "SELECT * FROM standing_confirmations WHERE finding_id = $1 ORDER BY date DESC, standing_id, position DESC";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(confirmation).collect()
}

/// One with the key of its finding.
pub(crate) async fn by_id(db: &Database, id: &str) -> Result<Option<(Standing, String)>> {
    let sql = "SELECT standing_duties.*, findings.finding_key AS finding_key FROM standing_duties JOIN findings ON findings.id = standing_duties.finding_id WHERE standing_duties.id = $1";
    let row = db.one(sql, vec![id.into()]).await?;
    row.map(|row| Ok((standing(&row)?, get(&row, "finding_key")?))).transpose()
}

/// The standing rules and duties of the rows; nothing is asked where there are no rows.
pub(crate) async fn add_to(db: &Database, rows: impl Iterator<Item = &mut WorkRecord>) -> Result<()> {
    let mut rows: Vec<&mut WorkRecord> = rows.collect();
    let ids: Vec<&str> = rows.iter().map(|work| work.record.finding.id.as_str()).collect();
    let all = of_findings(db, &ids).await?;
    for work in &mut rows {
        work.standing = all.iter().filter(|one| one.finding == work.record.finding.id).cloned().collect();
    }
    Ok(())
}
