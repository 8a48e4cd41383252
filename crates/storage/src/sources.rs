//! Where findings and measures come from: stretches of stored documents.

use crate::connection::{Database, Write, get};
use domain::SourceSpan;
use sea_orm::QueryResult;
use usecases::{SourceRecord, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Whose sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourcesOf {
    Finding,
    Measure,
}

impl SourcesOf {
    fn insert(self) -> &'static str {
        match self {
            Self::Finding => {
                "INSERT INTO finding_sources (finding_id, position, digest, name, paragraph, start_byte, end_byte) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            }
            Self::Measure => {
                "INSERT INTO measure_sources (measure_id, position, digest, name, paragraph, start_byte, end_byte) VALUES ($1, $2, $3, $4, $5, $6, $7)"
            }
        }
    }
}

/// Adds sources after the first `known` ones.
pub(crate) fn add_sources<'a>(
    of: SourcesOf,
    id: &'a str,
    known: usize,
    sources: &'a [SourceRecord],
) -> impl Iterator<Item = Write> + 'a {
    sources.iter().enumerate().map(move |(at, source)| {
        let span = &source.span;
        Write::new(
            of.insert(),
            vec![
                id.into(),
                ((known + at) as i64).into(),
                span.document.clone().into(),
                source.name.clone().into(),
                i64::from(span.paragraph).into(),
                i64::from(span.start).into(),
                i64::from(span.end).into(),
            ],
        )
    })
}

fn record(row: &QueryResult) -> Result<SourceRecord> {
    let number = |column: &str| -> Result<u32> {
        let value: i64 = get(row, column)?;
        u32::try_from(value).map_err(|_| StoreError::Corrupt(format!("{column}: {value}")))
    };
    let span = SourceSpan {
        document: get(row, "digest")?,
        paragraph: number("paragraph")?,
        start: number("start_byte")?,
        end: number("end_byte")?,
    };
    Ok(SourceRecord { span, name: get(row, "name")? })
}

pub(crate) async fn of_finding(db: &Database, id: &str) -> Result<Vec<SourceRecord>> {
    let sql = "SELECT * FROM finding_sources WHERE finding_id = $1 ORDER BY position";
    db.all(sql, vec![id.into()]).await?.iter().map(record).collect()
}

/// Sources of all measures of a finding, with the measure's identifier.
pub(crate) async fn of_measures(db: &Database, finding: &str) -> Result<Vec<(String, SourceRecord)>> {
    let sql = "SELECT s.* FROM measure_sources s JOIN measures m ON m.id = s.measure_id WHERE m.finding_id = $1 ORDER BY s.measure_id, s.position";
    let found = db.all(sql, vec![finding.into()]).await?;
    found.iter().map(|row| Ok((get(row, "measure_id")?, record(row)?))).collect()
}

/// Sources of all findings of an inspection, with the finding's identifier.
pub(crate) async fn of_inspection(db: &Database, inspection: &str) -> Result<Vec<(String, SourceRecord)>> {
    let sql = "SELECT s.* FROM finding_sources s JOIN findings f ON f.id = s.finding_id WHERE f.inspection_id = $1 ORDER BY s.finding_id, s.position";
    let found = db.all(sql, vec![inspection.into()]).await?;
    found.iter().map(|row| Ok((get(row, "finding_id")?, record(row)?))).collect()
}
