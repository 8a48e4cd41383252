//! Uploads under way, and the material that is stored already.

use crate::connection::{Database, Write, get};
use crate::evidence::evidence;
use crate::{findings, reach};
use async_trait::async_trait;
use domain::{Evidence, PersonId, Replacement};
use sea_orm::{QueryResult, Value};
use usecases::{MaterialQuery, MaterialRow, Proof, Reach, StoreError, UploadLimits, UploadRecord, UploadStore};

type Result<T> = std::result::Result<T, StoreError>;

/// Values of `$14`, `$15` and `$16` are the limits: two requests at once do not both take the last place.
const INSERT: &str = "INSERT INTO uploads (id, person_id, finding_key, name, bytes, digest, measure_key, fact_date, note, replaces, replace_reason, created_at, touched_at) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 WHERE (SELECT COUNT(*) FROM uploads WHERE person_id = $2) < $14 AND (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM uploads WHERE person_id = $2) + $5 <= $15 AND (SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM uploads) + $5 <= $16";
const REMOVE: &str = "DELETE FROM uploads WHERE id = $1";

/// The upload is over; a conflict when it was over before.
pub(crate) fn ended(id: &str) -> Write {
    Write::guarded(REMOVE, vec![id.into()])
}

fn record(row: &QueryResult) -> Result<UploadRecord> {
    let fact: Option<String> = get(row, "fact_date")?;
    let fact = fact.map(|t| t.parse().map_err(|_| StoreError::Corrupt(format!("fact_date: {t}")))).transpose()?;
    let reason: Option<String> = get(row, "replace_reason")?;
    Ok(UploadRecord {
        id: get(row, "id")?,
        person: PersonId(get(row, "person_id")?),
        finding: get(row, "finding_key")?,
        name: get(row, "name")?,
        bytes: get(row, "bytes")?,
        digest: get(row, "digest")?,
        proof: Proof {
            measure: get(row, "measure_key")?,
            fact_date: fact,
            note: get(row, "note")?,
            replaces: get::<Option<String>>(row, "replaces")?
                .map(|key| Replacement { key, reason: reason.unwrap_or_default() }),
        },
        created_at: get(row, "created_at")?,
        touched_at: get(row, "touched_at")?,
    })
}

#[async_trait]
impl UploadStore for Database {
    async fn insert_upload(&self, u: &UploadRecord, limits: UploadLimits) -> Result<()> {
        let values = vec![
            u.id.as_str().into(),
            u.person.as_str().into(),
            u.finding.as_str().into(),
            u.name.as_str().into(),
            u.bytes.into(),
            u.digest.clone().into(),
            u.proof.measure.clone().into(),
            u.proof.fact_date.map(|d| d.to_string()).into(),
            u.proof.note.clone().into(),
            u.proof.replaces.as_ref().map(|r| r.key.clone()).into(),
            u.proof.replaces.as_ref().map(|r| r.reason.clone()).into(),
            u.created_at.into(),
            u.touched_at.into(),
            limits.files.into(),
            limits.bytes.into(),
            limits.all_bytes.into(),
        ];
        self.write(vec![Write::guarded(INSERT, values)]).await
    }

    async fn upload(&self, id: &str) -> Result<Option<UploadRecord>> {
        self.one("SELECT * FROM uploads WHERE id = $1", vec![id.into()]).await?.as_ref().map(record).transpose()
    }

    async fn uploads(&self, person: &PersonId) -> Result<Vec<UploadRecord>> {
        let sql = "SELECT * FROM uploads WHERE person_id = $1 ORDER BY created_at, id";
        self.all(sql, vec![person.as_str().into()]).await?.iter().map(record).collect()
    }

    async fn update_upload(&self, u: &UploadRecord) -> Result<()> {
        let date = u.proof.fact_date.map(|d| d.to_string());
        let values = vec![u.id.as_str().into(), date.into(), u.proof.note.clone().into()];
        self.write(vec![Write::new("UPDATE uploads SET fact_date = $2, note = $3 WHERE id = $1", values)]).await
    }

    async fn touch_upload(&self, id: &str, now: i64) -> Result<()> {
        self.write(vec![Write::new("UPDATE uploads SET touched_at = $2 WHERE id = $1", vec![id.into(), now.into()])])
            .await
    }

    async fn remove_upload(&self, id: &str) -> Result<()> {
        self.write(vec![Write::new(REMOVE, vec![id.into()])]).await
    }

    async fn remaining_uploads(&self, oldest: i64) -> Result<Vec<String>> {
        let old = "SELECT 1 AS old FROM uploads WHERE touched_at < $1 LIMIT 1";
        if self.one(old, vec![oldest.into()]).await?.is_some() {
            self.write(vec![Write::new("DELETE FROM uploads WHERE touched_at < $1", vec![oldest.into()])]).await?;
        }
        self.all("SELECT id FROM uploads", vec![]).await?.iter().map(|row| get(row, "id")).collect()
    }

    async fn stored_file(&self, reach: &Reach, digest: &str) -> Result<Option<Evidence>> {
        let within = reach::finding(reach, 2);
        let sql = format!(
            "{}SELECT evidence.* FROM evidence JOIN findings ON findings.id = evidence.finding_id WHERE evidence.digest = $1 AND {} ORDER BY evidence.uploaded_at, evidence.id LIMIT 1",
            within.with, within.rows
        );
        self.one(&sql, findings::behind(digest, within.values)).await?.as_ref().map(evidence).transpose()
    }

    async fn material(&self, reach: &Reach, query: &MaterialQuery) -> Result<(Vec<MaterialRow>, Option<String>)> {
        let within = reach::findings(reach, 1);
        let mut values = within.values;
        let mut sql = format!(
            "{}SELECT evidence.*, findings.finding_key AS finding_key, findings.title AS title FROM {} JOIN evidence ON evidence.finding_id = findings.id WHERE {} AND evidence.withdrawn = 0",
            within.with, within.from, within.rows
        );
        narrow(&mut sql, &mut values, query)?;
        let limit = query.limit;
        sql.push_str(&format!(" ORDER BY evidence.uploaded_at DESC, evidence.id DESC LIMIT {}", limit + 1));
        let found = self.all(&sql, values).await?;
        let more = found.len() as u64 > limit;
        let row = |row: &QueryResult| {
            Ok(MaterialRow { evidence: evidence(row)?, finding: get(row, "finding_key")?, title: get(row, "title")? })
        };
        let rows: Vec<MaterialRow> = found.iter().take(limit as usize).map(row).collect::<Result<_>>()?;
        let place = |last: &MaterialRow| format!("{}|{}", last.evidence.uploaded_at, last.evidence.id.as_str());
        let next = rows.last().filter(|_| more).map(place);
        Ok((rows, next))
    }
}

/// A day in Beijing begins this long before the day of UTC.
const BEIJING_MS: i64 = 8 * 60 * 60 * 1000;

fn narrow(sql: &mut String, values: &mut Vec<Value>, query: &MaterialQuery) -> Result<()> {
    let mut add = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(" AND ");
        sql.push_str(&condition.replace('#', &format!("${}", values.len())));
    };
    for word in query.text.as_deref().unwrap_or_default().split_whitespace().take(8) {
        let escaped = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let any = ["evidence.name", "COALESCE(evidence.note, '')", "evidence.evidence_key", "findings.title"];
        let any: Vec<String> = any.iter().map(|column| format!("{column} LIKE # ESCAPE '!'")).collect();
        add(&format!("({})", any.join(" OR ")), format!("%{escaped}%").into());
    }
    if let Some(kind) = query.kind {
        add("evidence.kind = #", kind.name().into());
    }
    // Where no date is known, the day of the upload stands for it.
    let midnight = |day: jiff::civil::Date| {
        let begin = jiff::tz::TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).map_err(|_| StoreError::Cursor)?;
        Ok(begin.as_millisecond() - BEIJING_MS)
    };
    if let Some(from) = query.from {
        add("(evidence.fact_date IS NULL OR evidence.fact_date >= #)", from.to_string().into());
        add("(evidence.fact_date IS NOT NULL OR evidence.uploaded_at >= #)", midnight(from)?.into());
    }
    if let Some(to) = query.to {
        let after = to.tomorrow().map_err(|_| StoreError::Cursor)?;
        add("(evidence.fact_date IS NULL OR evidence.fact_date <= #)", to.to_string().into());
        add("(evidence.fact_date IS NOT NULL OR evidence.uploaded_at < #)", midnight(after)?.into());
    }
    if let Some(after) = &query.after {
        let (at, id) = after.split_once('|').ok_or(StoreError::Cursor)?;
        let at: i64 = at.parse().map_err(|_| StoreError::Cursor)?;
        values.push(at.into());
        values.push(id.into());
        let (at, id) = (values.len() - 1, values.len());
        sql.push_str(&format!(
            " AND (evidence.uploaded_at < ${at} OR (evidence.uploaded_at = ${at} AND evidence.id < ${id}))"
        ));
    }
    Ok(())
}
