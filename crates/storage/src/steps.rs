//! Steps of the closed loop: added, never changed.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use crate::{findings, measures, reach};
use domain::workflow::{Action, Stage, Step};
use domain::{Event, Finding, FindingId, InspectionId, Measure, PersonId};
use sea_orm::QueryResult;
use std::collections::HashMap;
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO finding_steps (finding_id, position, action, actor_id, acting_for, date, reason, until_date, reviewer_id, answers, stage) VALUES ($1, (SELECT COUNT(*) FROM finding_steps WHERE finding_id = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// The next step of a finding.
pub(crate) fn insert(finding: &FindingId, step: &Step) -> Write {
    let values = vec![
        finding.as_str().into(),
        step.action.name().into(),
        step.actor.as_str().into(),
        step.acting_for.as_ref().map(|p| p.0.clone()).into(),
        step.date.to_string().into(),
        step.reason.clone().into(),
        step.until.map(|d| d.to_string()).into(),
        step.reviewer.as_ref().map(|p| p.0.clone()).into(),
        step.answers.clone().into(),
        step.stage.name().into(),
    ];
    Write::new(INSERT, values).on(Sealed::Findings, finding.as_str())
}

/// The finding after the step, the step, and the measures that it moved: all or nothing.
pub(crate) async fn add(
    db: &Database,
    finding: &Finding,
    step: &Step,
    moved: &[Measure],
    now: i64,
    event: Event,
) -> Result<()> {
    let mut writes = findings::update(finding, now);
    writes.push(insert(&finding.id, step));
    writes.extend(moved.iter().flat_map(measures::update_writes));
    if !moved.is_empty() {
        writes.push(findings::count_measures(&finding.id));
    }
    writes.push(Write::event(event));
    db.write(writes).await
}

pub(crate) fn step(row: &QueryResult) -> Result<Step> {
    let date: String = get(row, "date")?;
    Ok(Step {
        action: named(row, "action", Action::from_name)?,
        actor: PersonId(get(row, "actor_id")?),
        acting_for: get::<Option<String>>(row, "acting_for")?.map(PersonId),
        date: date.parse().map_err(|_| StoreError::Corrupt(format!("date: {date}")))?,
        reason: get(row, "reason")?,
        until: optional_date(row, "until_date")?,
        reviewer: get::<Option<String>>(row, "reviewer_id")?.map(PersonId),
        answers: get(row, "answers")?,
        stage: named(row, "stage", Stage::from_name)?,
    })
}

/// The steps of a finding, oldest first.
pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Vec<Step>> {
    let sql = "SELECT * FROM finding_steps WHERE finding_id = $1 ORDER BY position";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(step).collect()
}

/// The steps of an inspection within reach by their finding, oldest first.
pub(crate) async fn of_inspection(
    db: &Database,
    reach: &Reach,
    id: &InspectionId,
) -> Result<HashMap<String, Vec<Step>>> {
    let within = reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT finding_steps.* FROM {} JOIN finding_steps ON finding_steps.finding_id = findings.id WHERE findings.inspection_id = $1 AND {} ORDER BY findings.serial, finding_steps.position",
        within.with, within.from, within.rows
    );
    let mut steps: HashMap<String, Vec<Step>> = HashMap::new();
    for row in &db.all(&sql, findings::behind(id.as_str(), within.values)).await? {
        steps.entry(get(row, "finding_id")?).or_default().push(step(row)?);
    }
    Ok(steps)
}
