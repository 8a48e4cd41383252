//! Further people and units of findings and measures, in tables beside theirs.

use crate::connection::{Database, Write, get};
use domain::{Finding, Measure, PersonId, UnitId};
use sea_orm::QueryResult;
use usecases::{FindingRecord, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Identifiers in one statement; SQLite and PostgreSQL both take this many.
pub(crate) const CHUNK: usize = 500;

const LEADER: &str = "leader";
const OWNER: &str = "owner";
const UNIT: &str = "unit";

/// Somebody or something that shares.
struct Part<'a> {
    units: &'a mut Vec<UnitId>,
    leaders: &'a mut Vec<PersonId>,
    owners: &'a mut Vec<PersonId>,
}

impl Part<'_> {
    fn add(&mut self, part: &str, id: String) -> Result<()> {
        match part {
            UNIT => self.units.push(UnitId(id)),
            LEADER => self.leaders.push(PersonId(id)),
            OWNER => self.owners.push(PersonId(id)),
            other => return Err(StoreError::Corrupt(format!("part: {other}"))),
        }
        Ok(())
    }
}

/// Adds a row with `part` and `shared_id` to a finding.
pub(crate) fn add_to(finding: &mut Finding, row: &QueryResult) -> Result<()> {
    let (units, leaders) = (&mut finding.co_units, &mut finding.co_leaders);
    Part { units, leaders, owners: &mut finding.co_owners }.add(&get::<String>(row, "part")?, get(row, "shared_id")?)
}

/// Fills in who and which units share the findings.
pub(crate) async fn of_findings(db: &Database, records: &mut [FindingRecord]) -> Result<()> {
    for chunk in records.chunks_mut(CHUNK).filter(|chunk| !chunk.is_empty()) {
        let ids: Vec<&str> = chunk.iter().map(|record| record.finding.id.as_str()).collect();
        let rows = read(db, "finding", &ids).await?;
        for row in &rows {
            let id: String = get(row, "of_id")?;
            if let Some(record) = chunk.iter_mut().find(|record| record.finding.id.as_str() == id) {
                add_to(&mut record.finding, row)?;
            }
        }
    }
    Ok(())
}

/// Fills in who and which units share the measures.
pub(crate) async fn of_measures(db: &Database, measures: &mut [Measure]) -> Result<()> {
    for chunk in measures.chunks_mut(CHUNK).filter(|chunk| !chunk.is_empty()) {
        let ids: Vec<&str> = chunk.iter().map(|measure| measure.id.as_str()).collect();
        let rows = read(db, "measure", &ids).await?;
        for row in &rows {
            let id: String = get(row, "of_id")?;
            if let Some(m) = chunk.iter_mut().find(|measure| measure.id.as_str() == id) {
                let (units, leaders) = (&mut m.co_units, &mut m.co_leaders);
                let mut part = Part { units, leaders, owners: &mut m.co_owners };
                part.add(&get::<String>(row, "part")?, get(row, "shared_id")?)?;
            }
        }
    }
    Ok(())
}

/// Units and people in one statement; `of` is `finding` or `measure`.
async fn read(db: &Database, of: &str, ids: &[&str]) -> Result<Vec<QueryResult>> {
    let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let marks = marks.join(", ");
    let sql = format!(
        "SELECT {of}_id AS of_id, '{UNIT}' AS part, position, unit_id AS shared_id FROM {of}_units WHERE {of}_id IN ({marks}) UNION ALL SELECT {of}_id, part, position, person_id FROM {of}_people WHERE {of}_id IN ({marks}) ORDER BY 1, 2, 3"
    );
    db.all(&sql, ids.iter().map(|id| (*id).into()).collect()).await
}

/// People beside the first ones, leaders before owners.
fn others<'a>(leaders: &'a [PersonId], owners: &'a [PersonId]) -> impl Iterator<Item = (i64, &'static str, &'a str)> {
    let leaders = leaders.iter().map(|id| (LEADER, id.as_str()));
    let all = leaders.chain(owners.iter().map(|id| (OWNER, id.as_str())));
    all.enumerate().map(|(at, (part, id))| (at as i64, part, id))
}

pub(crate) fn insert_of_finding(f: &Finding) -> Vec<Write> {
    let units = f.co_units.iter().enumerate().map(|(at, unit)| {
        let sql = "INSERT INTO finding_units (finding_id, position, unit_id) VALUES ($1, $2, $3)";
        Write::new(sql, vec![f.id.as_str().into(), (at as i64).into(), unit.as_str().into()])
    });
    let people = others(&f.co_leaders, &f.co_owners).map(|(at, part, id)| {
        let sql = "INSERT INTO finding_people (finding_id, position, part, person_id) VALUES ($1, $2, $3, $4)";
        Write::new(sql, vec![f.id.as_str().into(), at.into(), part.into(), id.into()])
    });
    units.chain(people).collect()
}

pub(crate) fn remove_of_finding(f: &Finding) -> [Write; 2] {
    ["DELETE FROM finding_units WHERE finding_id = $1", "DELETE FROM finding_people WHERE finding_id = $1"]
        .map(|sql| Write::new(sql, vec![f.id.as_str().into()]))
}

pub(crate) fn insert_of_measure(m: &Measure) -> Vec<Write> {
    let (id, finding) = (m.id.as_str(), m.finding.as_str());
    let units = m.co_units.iter().enumerate().map(|(at, unit)| {
        let sql = "INSERT INTO measure_units (measure_id, position, finding_id, unit_id) VALUES ($1, $2, $3, $4)";
        Write::new(sql, vec![id.into(), (at as i64).into(), finding.into(), unit.as_str().into()])
    });
    let people = others(&m.co_leaders, &m.co_owners).map(|(at, part, person)| {
        let sql = "INSERT INTO measure_people (measure_id, position, finding_id, part, person_id) VALUES ($1, $2, $3, $4, $5)";
        Write::new(sql, vec![id.into(), at.into(), finding.into(), part.into(), person.into()])
    });
    units.chain(people).collect()
}

pub(crate) fn remove_of_measure(m: &Measure) -> [Write; 2] {
    ["DELETE FROM measure_units WHERE measure_id = $1", "DELETE FROM measure_people WHERE measure_id = $1"]
        .map(|sql| Write::new(sql, vec![m.id.as_str().into()]))
}
