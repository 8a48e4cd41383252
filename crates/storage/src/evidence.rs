//! Evidence: its rows. The files are in the file store.

use crate::connection::{Database, Write, get};
use crate::findings::{self, behind};
use crate::sealed::Sealed;
use crate::{reach, signs, uploads};
use domain::{
    Event, Evidence, EvidenceId, EvidenceKind, Finding, FindingId, InspectionId, MeasureId, PersonId, Replacement,
};
use sea_orm::QueryResult;
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO evidence (id, finding_id, measure_id, evidence_key, name, digest, kind, bytes, fact_date, note, uploaded_at, uploader_id, sm3, replaces, replace_reason, withdrawn) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)";
const COUNT: &str = "UPDATE findings SET evidence_count = (SELECT COUNT(*) FROM evidence WHERE finding_id = $1 AND withdrawn = 0) WHERE id = $1";

pub(crate) fn evidence(row: &QueryResult) -> Result<Evidence> {
    let kind: String = get(row, "kind")?;
    let fact: Option<String> = get(row, "fact_date")?;
    Ok(Evidence {
        id: EvidenceId(get(row, "id")?),
        finding: FindingId(get(row, "finding_id")?),
        measure: get::<Option<String>>(row, "measure_id")?.map(MeasureId),
        key: get(row, "evidence_key")?,
        name: get(row, "name")?,
        digest: get(row, "digest")?,
        sm3: get(row, "sm3")?,
        kind: EvidenceKind::from_name(&kind).ok_or_else(|| StoreError::Corrupt(format!("kind: {kind}")))?,
        bytes: get(row, "bytes")?,
        fact_date: fact.map(|t| t.parse().map_err(|_| StoreError::Corrupt(format!("fact_date: {t}")))).transpose()?,
        note: get(row, "note")?,
        uploaded_at: get(row, "uploaded_at")?,
        uploader: PersonId(get(row, "uploader_id")?),
        replaces: get::<Option<String>>(row, "replaces")?
            .zip(get::<Option<String>>(row, "replace_reason")?)
            .map(|(key, reason)| Replacement { key, reason }),
        withdrawn: get::<i64>(row, "withdrawn")? != 0,
    })
}

/// A new row; the file is in the store already.
pub(crate) fn insert(e: &Evidence) -> Write {
    let values = vec![
        e.id.as_str().into(),
        e.finding.as_str().into(),
        e.measure.as_ref().map(|m| m.0.clone()).into(),
        e.key.clone().into(),
        e.name.clone().into(),
        e.digest.clone().into(),
        e.kind.name().into(),
        e.bytes.into(),
        e.fact_date.map(|d| d.to_string()).into(),
        e.note.clone().into(),
        e.uploaded_at.into(),
        e.uploader.as_str().into(),
        e.sm3.clone().into(),
        e.replaces.as_ref().map(|r| r.key.clone()).into(),
        e.replaces.as_ref().map(|r| r.reason.clone()).into(),
    ];
    Write::new(INSERT, values).on(Sealed::Evidence, e.id.as_str())
}

/// Counts the evidence anew.
pub(crate) fn count(finding: &FindingId) -> Write {
    Write::new(COUNT, vec![finding.as_str().into()]).on(Sealed::Findings, finding.as_str())
}

/// Adds evidence; an earlier version that it stands for no longer counts.
pub(crate) async fn add(
    db: &Database,
    e: &Evidence,
    earlier: Option<&Evidence>,
    finding: &Finding,
    upload: Option<&str>,
    event: Event,
) -> Result<()> {
    let mut writes = findings::update(finding, e.uploaded_at);
    writes.extend(earlier.map(counts_no_more));
    writes.push(insert(e));
    writes.extend(signs::of_evidence(e));
    writes.push(count(&finding.id));
    writes.extend(upload.map(uploads::ended));
    writes.push(Write::event(event));
    db.write(writes).await
}

fn counts_no_more(e: &Evidence) -> Write {
    let sql = "UPDATE evidence SET withdrawn = 1 WHERE id = $1 AND withdrawn = 0";
    Write::guarded(sql, vec![e.id.as_str().into()]).on(Sealed::Evidence, e.id.as_str())
}

pub(crate) async fn withdraw(db: &Database, e: &Evidence, finding: &Finding, event: Event) -> Result<()> {
    let mut writes = findings::update(finding, event.at);
    writes.push(counts_no_more(e));
    writes.push(count(&finding.id));
    writes.push(Write::event(event));
    db.write(writes).await
}

pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Vec<Evidence>> {
    let sql = "SELECT * FROM evidence WHERE finding_id = $1 ORDER BY evidence_key";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(evidence).collect()
}

/// All evidence of an inspection within reach, in the order of the findings.
pub(crate) async fn of_inspection(db: &Database, reach: &Reach, id: &InspectionId) -> Result<Vec<Evidence>> {
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT evidence.* FROM {} JOIN evidence ON evidence.finding_id = findings.id WHERE findings.inspection_id = $1 AND {} ORDER BY findings.serial, evidence.evidence_key",
        within.with, within.from, within.rows
    );
    db.all(&sql, findings::behind(id.as_str(), within.values)).await?.iter().map(evidence).collect()
}

pub(crate) async fn by_key(db: &Database, key: &str) -> Result<Option<Evidence>> {
    let sql = "SELECT * FROM evidence WHERE evidence_key = $1";
    db.one(sql, vec![key.into()]).await?.as_ref().map(evidence).transpose()
}

/// Digest and key of other findings within reach that the files of this one prove too.
pub(crate) async fn reused(db: &Database, reach: &Reach, id: &FindingId) -> Result<Vec<(String, String)>> {
    let within = reach::finding(reach, 2);
    let sql = format!(
        "{}SELECT DISTINCT other.digest AS digest, findings.finding_key AS finding_key FROM evidence own JOIN evidence other ON other.digest = own.digest AND other.finding_id <> own.finding_id AND other.withdrawn = 0 JOIN findings ON findings.id = other.finding_id WHERE own.finding_id = $1 AND {} AND findings.id NOT IN {} ORDER BY findings.finding_key",
        within.with,
        within.rows,
        crate::family::ASIDE
    );
    let found = db.all(&sql, behind(id.as_str(), within.values)).await?;
    found.iter().map(|row| Ok((get(row, "digest")?, get(row, "finding_key")?))).collect()
}
