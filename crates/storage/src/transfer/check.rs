//! What a package brought in must be readable, and its stages must follow from its steps.

use super::refusal::{Result, TransferError};
use crate::connection::{failed, get};
use crate::{evidence, rows, standing, steps};
use domain::workflow::{Step, replay};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use usecases::StoreError;

/// Findings read at a time.
const CHUNK: usize = 500;

/// Reads every row as the service will.
pub(super) async fn readable<C: ConnectionTrait>(connection: &C, inspection: &str) -> Result<()> {
    let sql = "SELECT * FROM inspections WHERE id = $1";
    for row in &query(connection, sql, inspection).await? {
        rows::inspection(row).map_err(inconsistent)?;
    }
    let mut after = 0;
    loop {
        let sql = format!("SELECT * FROM findings WHERE inspection_id = $1 ORDER BY id LIMIT {CHUNK} OFFSET {after}");
        let page = query(connection, &sql, inspection).await?;
        for row in &page {
            finding(connection, row).await?;
        }
        after += page.len();
        if page.len() < CHUNK {
            return Ok(());
        }
    }
}

async fn finding<C: ConnectionTrait>(connection: &C, row: &QueryResult) -> Result<()> {
    let finding = rows::finding(row).map_err(inconsistent)?.finding;
    let (id, key) = (finding.id.as_str(), &finding.key);
    for row in &query(connection, "SELECT * FROM measures WHERE finding_id = $1", id).await? {
        rows::measure(row).map_err(inconsistent)?;
    }
    for row in &query(connection, "SELECT * FROM evidence WHERE finding_id = $1", id).await? {
        evidence::evidence(row).map_err(inconsistent)?;
    }
    for row in &query(connection, "SELECT * FROM standing_duties WHERE finding_id = $1", id).await? {
        standing::standing(row).map_err(inconsistent)?;
    }
    for row in &query(connection, "SELECT * FROM standing_confirmations WHERE finding_id = $1", id).await? {
        standing::confirmation(row).map_err(inconsistent)?;
    }
    for table in ["finding_people", "measure_people"] {
        let sql = format!("SELECT part FROM {table} WHERE finding_id = $1 AND part NOT IN ('leader', 'owner')");
        if let Some(row) = query(connection, &sql, id).await?.first() {
            return Err(TransferError::Inconsistent(format!("part: {}", get::<String>(row, "part")?)));
        }
    }
    let sql = "SELECT * FROM finding_steps WHERE finding_id = $1 ORDER BY position";
    let read = query(connection, sql, id).await?;
    let steps: Vec<Step> = read.iter().map(steps::step).collect::<std::result::Result<_, _>>().map_err(inconsistent)?;
    match replay(&steps) {
        Err(error) => Err(TransferError::Inconsistent(format!("{key}：{error}"))),
        Ok(stage) if stage != finding.stage || stage.closure() != finding.closure => {
            Err(TransferError::Inconsistent(format!("{key} 的阶段与流程记录不符")))
        }
        Ok(_) => Ok(()),
    }
}

fn inconsistent(cause: StoreError) -> TransferError {
    match cause {
        StoreError::Corrupt(what) => TransferError::Inconsistent(what),
        other => TransferError::Store(other),
    }
}

async fn query<C: ConnectionTrait>(connection: &C, sql: &str, value: &str) -> Result<Vec<QueryResult>> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, vec![value.into()]);
    Ok(connection.query_all_raw(statement).await.map_err(failed)?)
}
