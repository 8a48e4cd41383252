//! Signs of paper rectification by row: what the ledger is narrowed by. They follow from measures and evidence and are
//! no part of the record; when the rules they come from change, they are worked out anew.

use crate::connection::{Database, Write, failed, get, immediate};
use crate::evidence::evidence;
use crate::rows;
use domain::paper::{SIGNS, Sign, evidence_signs, measure_signs};
use domain::{Evidence, Measure};
use sea_orm::{ConnectionTrait, Statement, TransactionTrait, Value};
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

const OF_MEASURE: &str = "INSERT INTO measure_signs (measure_id, sign, finding_id) VALUES ($1, $2, $3)";
const OF_EVIDENCE: &str = "INSERT INTO evidence_signs (evidence_id, sign, finding_id) VALUES ($1, $2, $3)";
/// Rows read at a time.
const CHUNK: usize = 1000;

pub(crate) fn remove(m: &Measure) -> Write {
    Write::new("DELETE FROM measure_signs WHERE measure_id = $1", vec![m.id.as_str().into()])
}

fn values(id: &str, sign: Sign, finding: &str) -> Vec<Value> {
    vec![id.into(), sign.name().into(), finding.into()]
}

pub(crate) fn of_measure(m: &Measure) -> Vec<Write> {
    let row = |sign| Write::new(OF_MEASURE, values(m.id.as_str(), sign, m.finding.as_str()));
    measure_signs(m).into_iter().map(row).collect()
}

pub(crate) fn of_evidence(e: &Evidence) -> Vec<Write> {
    let row = |sign| Write::new(OF_EVIDENCE, values(e.id.as_str(), sign, e.finding.as_str()));
    evidence_signs(e).into_iter().map(row).collect()
}

impl Database {
    /// Works the signs out anew when they are of another version of the rules, once, whoever comes first.
    pub(crate) async fn refresh_signs(&self) -> Result<()> {
        let now = "SELECT 1 AS now FROM sign_versions WHERE version = $1";
        if self.one(now, vec![SIGNS.into()]).await?.is_some() {
            return Ok(());
        }
        let transaction = self.connection.begin_with_options(immediate()).await.map_err(failed)?;
        for sql in ["DELETE FROM measure_signs", "DELETE FROM evidence_signs", "DELETE FROM sign_versions"] {
            run(&transaction, sql, vec![]).await?;
        }
        fill(&transaction, "1 = 1").await?;
        let done = "INSERT INTO sign_versions (version, made) VALUES ($1, 1)";
        run(&transaction, done, vec![SIGNS.into()]).await?;
        match transaction.commit().await.map_err(failed) {
            // Another replica was faster.
            Err(StoreError::Conflict) => Ok(()),
            other => other,
        }
    }
}

async fn run<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<()> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.execute_raw(statement).await.map(drop).map_err(failed)
}

/// Puts in the signs of the rows whose findings a condition on `finding_id` names; the condition is our own text.
pub(crate) async fn fill<C: ConnectionTrait>(connection: &C, condition: &str) -> Result<()> {
    for table in ["measures", "evidence"] {
        let mut after = String::new();
        loop {
            let sql = format!("SELECT * FROM {table} WHERE {condition} AND id > $1 ORDER BY id LIMIT {CHUNK}");
            let backend = connection.get_database_backend();
            let statement = Statement::from_sql_and_values(backend, sql, vec![after.as_str().into()]);
            let found = connection.query_all_raw(statement).await.map_err(failed)?;
            for row in &found {
                after = get(row, "id")?;
                let (sql, rows): (&str, Vec<Vec<Value>>) = if table == "measures" {
                    let m = rows::measure(row)?;
                    let row = |sign| values(m.id.as_str(), sign, m.finding.as_str());
                    (OF_MEASURE, measure_signs(&m).into_iter().map(row).collect())
                } else {
                    let e = evidence(row)?;
                    let row = |sign| values(e.id.as_str(), sign, e.finding.as_str());
                    (OF_EVIDENCE, evidence_signs(&e).into_iter().map(row).collect())
                };
                for values in rows {
                    run(connection, sql, values).await?;
                }
            }
            if found.len() < CHUNK {
                break;
            }
        }
    }
    Ok(())
}
