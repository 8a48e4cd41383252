//! What waits for a person: picked by stage here, decided by the domain.

use crate::connection::{Database, get};
use crate::reach;
use crate::work_near::{Near, Values, near};
use crate::{family, hands, rows, shared, standing, steps};
use domain::workflow::{Action, Stage, Work};
use domain::{FindingId, Measure, PersonId, UnitId};
use sea_orm::QueryResult;
use std::collections::HashMap;
use usecases::{
    Decided, Desk, Duty, DutyRows, MineQuery, Reach, ReviewQuery, ReviewRows, ReviewStage, StoreError, WorkMeasure,
    WorkRecord,
};

type Result<T> = std::result::Result<T, StoreError>;

/// The same words as in the index of the queue.
const DUE: &str = "COALESCE(findings.due, '9999-12-31')";

/// Findings with a request for more time that nobody answered.
const ASKED: &str = "asked(asked_id) AS MATERIALIZED (SELECT finding_id FROM finding_steps a WHERE a.action = 'ask_extension' AND NOT EXISTS (SELECT 1 FROM finding_steps b WHERE b.finding_id = a.finding_id AND b.position > a.position AND b.action IN ('grant_extension', 'refuse_extension', 'reopen')))";

/// Findings whose last move was back; a request for more time is no move.
const RETURNED: &str = "returned(returned_id) AS MATERIALIZED (SELECT finding_id FROM finding_steps a WHERE a.action IN ('return', 'return_plan', 'reject_filing', 'reopen') AND NOT EXISTS (SELECT 1 FROM finding_steps b WHERE b.finding_id = a.finding_id AND b.position > a.position AND b.action NOT IN ('ask_extension', 'grant_extension', 'refuse_extension')))";

/// Findings with a note that nobody answered.
const NOTED: &str = "noted(noted_id) AS MATERIALIZED (SELECT finding_id FROM finding_notes a WHERE a.answer_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM finding_notes b WHERE b.about = a.id))";

/// What a decision needs beside the finding itself.
const ROW: &str = "findings.*, inspections.profile_id AS profile, units.name AS unit_name FROM queue JOIN findings ON findings.id = queue.queue_id JOIN inspections ON inspections.id = findings.inspection_id LEFT JOIN units ON units.id = findings.unit_id";

/// The findings that one of the people leads; nothing where there are none.
fn led_by(people: &[PersonId], values: &mut Values) -> Option<String> {
    let marks: Vec<String> = people.iter().map(|id| values.mark(id.as_str())).collect();
    let marks = marks.join(", ");
    (!people.is_empty()).then(|| {
        format!(
            "findings.leader_id IN ({marks}) OR findings.id IN (SELECT finding_id FROM finding_people WHERE part = 'leader' AND person_id IN ({marks}))"
        )
    })
}

/// What comes to a reviewer's desk.
fn on_desk(desk: &Desk, reach: &Near, values: &mut Values) -> String {
    let mut place = reach.below(desk.seats);
    if let Some(led) = led_by(&desk.leaders, values) {
        place = format!("({place} OR {led})");
    }
    let Some(profiles) = &desk.profiles else { return place };
    // Identifiers of profiles are the program's own words.
    let names: Vec<String> = profiles.iter().map(|id| format!("'{}'", id.replace('\'', "''"))).collect();
    let names = if names.is_empty() { "''".to_owned() } else { names.join(", ") };
    format!("({place} AND findings.inspection_id IN (SELECT id FROM inspections WHERE profile_id IN ({names})))")
}

/// The findings at one stage of a reviewer.
fn at_stage(stage: &ReviewStage, reach: &Near, values: &mut Values) -> String {
    let mut condition = format!("findings.stage = '{}'", stage.stage.name());
    if stage.stage == Stage::Rectifying {
        condition.push_str(" AND findings.id IN (SELECT asked_id FROM asked)");
    }
    let desks: Vec<String> = stage.desks.iter().map(|desk| on_desk(desk, reach, values)).collect();
    let place = if desks.is_empty() { reach::NONE.to_owned() } else { format!("({})", desks.join(" OR ")) };
    format!(
        "SELECT findings.id AS queue_id, findings.stage AS stage, {DUE} AS queue_due FROM {} WHERE {} AND {place} AND {condition}",
        reach.from, reach.rows
    )
}

/// All that waits for the reviewer; nothing where no role reviews.
fn queue(query: &ReviewQuery) -> Option<(String, Values, Near)> {
    let (near, mut values) = near(&query.reach);
    let wanted = query.stages.iter().filter(|s| query.only.is_none_or(|only| only == s.stage));
    let parts: Vec<String> = wanted.map(|stage| at_stage(stage, &near, &mut values)).collect();
    if parts.is_empty() {
        return None;
    }
    let queue = format!("queue AS ({})", parts.join(" UNION ALL "));
    Some((near.with(&[ASKED.to_owned(), queue]), values, near))
}

/// How many wait at each stage, whatever part of the queue is looked at.
pub(crate) async fn review_counts(db: &Database, query: &ReviewQuery) -> Result<Vec<(Stage, i64)>> {
    let all = ReviewQuery { only: None, ..query.clone() };
    let Some((with, values, _)) = queue(&all) else { return Ok(Vec::new()) };
    let sql = format!("{with} SELECT stage, COUNT(*) AS n FROM queue GROUP BY stage");
    let count = |row: &QueryResult| Ok((rows::named(row, "stage", Stage::from_name)?, get(row, "n")?));
    db.all(&sql, values.0).await?.iter().map(count).collect()
}

/// A page of the queue: one statement for the rows, one for their steps.
pub(crate) async fn review_rows(db: &Database, query: &ReviewQuery) -> Result<ReviewRows> {
    let Some((with, mut values, near)) = queue(query) else { return Ok(ReviewRows::default()) };
    let after = match query.after.as_deref().map(|after| after.split_once('|')) {
        None => String::new(),
        Some(Some((due, id))) => {
            let (due, id) = (values.mark(due), values.mark(id));
            format!(" WHERE (queue_due > {due} OR (queue_due = {due} AND queue_id > {id}))")
        }
        Some(None) => return Err(StoreError::Cursor),
    };
    let limit = query.limit.clamp(1, 200);
    // The rows are cut before the wide columns are read.
    let sql = format!(
        "{with}, page AS (SELECT queue_id, queue_due FROM queue{after} ORDER BY queue_due, queue_id LIMIT {}) SELECT queue_due, {}, {} ORDER BY queue_due, queue_id",
        limit + 1,
        near.seats_column,
        ROW.replace("FROM queue", "FROM page AS queue")
    );
    let found = db.all(&sql, values.0).await?;
    let more = found.len() as u64 > limit;
    let mut page = Vec::new();
    let mut last = None;
    for row in found.iter().take(limit as usize) {
        page.push(record(row)?);
        last = Some(format!("{}|{}", get::<String>(row, "queue_due")?, get::<String>(row, "id")?));
    }
    add_steps(db, page.iter_mut()).await?;
    add_hands(db, page.iter_mut()).await?;
    Ok(ReviewRows { rows: page, next: last.filter(|_| more) })
}

fn record(row: &QueryResult) -> Result<WorkRecord> {
    Ok(WorkRecord {
        record: rows::finding(row)?,
        place: reach::place(row)?,
        profile: get(row, "profile")?,
        unit_name: get(row, "unit_name")?,
        steps: Vec::new(),
        work: Work::default(),
        standing: Vec::new(),
    })
}

/// The steps of all of them, and who shares them, in one statement: of the latter the stage is empty.
async fn add_steps(db: &Database, found: impl Iterator<Item = &mut WorkRecord>) -> Result<()> {
    let mut found: Vec<&mut WorkRecord> = found.collect();
    if found.is_empty() {
        return Ok(());
    }
    let marks: Vec<String> = (1..=found.len()).map(|n| format!("${n}")).collect();
    let marks = marks.join(", ");
    let sql = format!(
        "SELECT finding_id, position, action, actor_id, acting_for, date, reason, until_date, reviewer_id, answers, stage, '' AS part, '' AS shared_id FROM finding_steps WHERE finding_id IN ({marks}) UNION ALL SELECT finding_id, position, '', '', NULL, '', NULL, NULL, NULL, NULL, '', 'unit', unit_id FROM finding_units WHERE finding_id IN ({marks}) UNION ALL SELECT finding_id, position, '', '', NULL, '', NULL, NULL, NULL, NULL, '', part, person_id FROM finding_people WHERE finding_id IN ({marks}) ORDER BY 1, 2"
    );
    let values = found.iter().map(|work| work.record.finding.id.as_str().into()).collect();
    let mut by_finding: HashMap<String, Vec<domain::workflow::Step>> = HashMap::new();
    for row in &db.all(&sql, values).await? {
        let id: String = get(row, "finding_id")?;
        if !get::<String>(row, "stage")?.is_empty() {
            by_finding.entry(id).or_default().push(steps::step(row)?);
            continue;
        }
        for work in found.iter_mut().filter(|work| work.record.finding.id.as_str() == id) {
            shared::add_to(&mut work.record.finding, row)?;
        }
    }
    for work in &mut found {
        // A finding may stand under two duties.
        work.steps = by_finding.get(work.record.finding.id.as_str()).cloned().unwrap_or_default();
    }
    Ok(())
}

/// Who had a hand in them, in one statement.
async fn add_hands(db: &Database, found: impl Iterator<Item = &mut WorkRecord>) -> Result<()> {
    let found: Vec<&mut WorkRecord> = found.collect();
    let findings: Vec<&domain::Finding> = found.iter().map(|work| &work.record.finding).collect();
    let hands = hands::of_findings(db, &findings).await?;
    for work in found {
        work.work = hands.get(work.record.finding.id.as_str()).cloned().unwrap_or_default();
    }
    Ok(())
}

/// Which findings a duty is about.
fn duty_condition(duty: Duty, standing_until: &str) -> String {
    let back = "findings.id NOT IN (SELECT returned_id FROM returned)";
    let ready = "findings.evidence_count > 0 AND findings.measures_done = findings.measures_all";
    match duty {
        Duty::Returned => {
            "findings.stage IN ('planning', 'rectifying') AND findings.id IN (SELECT returned_id FROM returned)"
                .to_owned()
        }
        Duty::Plan => format!("findings.stage IN ('registered', 'planning') AND {back}"),
        Duty::Submit => format!(
            "{ready} AND {back} AND ((findings.stage = 'rectifying' AND findings.measures_all > 0) OR (findings.stage IN ('registered', 'planning') AND findings.fix_type = 'immediate'))"
        ),
        Duty::Answer => "findings.id IN (SELECT noted_id FROM noted)".to_owned(),
        Duty::Extension => "findings.stage = 'rectifying' AND findings.id IN (SELECT asked_id FROM asked)".to_owned(),
        Duty::Standing => {
            format!("findings.standing_review IS NOT NULL AND findings.standing_review <= {standing_until}")
        }
    }
}

/// Rows of every duty and their totals: one statement, and one for the steps.
pub(crate) async fn duties(db: &Database, query: &MineQuery) -> Result<Vec<DutyRows>> {
    let (near, mut values) = near(&query.reach);
    let until = values.mark(query.standing_until.to_string());
    let owners = values.marks(query.owners.iter().map(PersonId::as_str));
    let mut whose = format!(
        "{} OR findings.owner_id IN ({owners}) OR findings.id IN (SELECT finding_id FROM finding_people WHERE part = 'owner' AND person_id IN ({owners}))",
        near.below(query.charge.seats)
    );
    if !query.charge.departments.is_empty() {
        let units = values.marks(query.charge.departments.iter().map(UnitId::as_str));
        whose.push_str(&format!(" OR findings.unit_id IN ({units})"));
    }
    let confirms = format!(
        "({whose} OR findings.id IN (SELECT finding_id FROM standing_duties WHERE ended IS NULL AND owner_id IN ({owners}) AND next_date <= {until}))"
    );
    let whose = format!("({whose})");
    // Nobody is asked whom he leads where nothing of it is a duty of his.
    let decides = query.duties.contains(&Duty::Extension);
    let led = if decides { led_by(&query.leaders, &mut values) } else { None };
    let leads = format!("({} OR {})", near.below(query.deciding), led.as_deref().unwrap_or(reach::NONE));
    let limit = query.limit.clamp(1, 200);
    // Counted and read apart: neither makes a table of all that waits.
    let part = |duty: &Duty| {
        let whose = match duty {
            Duty::Extension => &leads,
            Duty::Standing => &confirms,
            Duty::Returned | Duty::Plan | Duty::Answer | Duty::Submit => &whose,
        };
        let of = duty.name();
        let rows = format!("{} WHERE {} AND {whose} AND {}", near.from, near.rows, duty_condition(*duty, &until));
        format!(
            "SELECT * FROM (SELECT '{of}' AS duty, findings.id AS queue_id, {DUE} AS queue_due, (SELECT COUNT(*) FROM {rows}) AS n FROM {rows} ORDER BY queue_due, queue_id LIMIT {limit}) AS part_{of}"
        )
    };
    let mut tables = vec![ASKED.to_owned(), RETURNED.to_owned(), NOTED.to_owned()];
    let parts: Vec<String> = query.duties.iter().map(part).collect();
    // SQLite counts parameters: the date is named even where no part does.
    tables.push(format!("queue AS ({} UNION ALL SELECT '', '', '', 0 WHERE {until} = '')", parts.join(" UNION ALL ")));
    let sql =
        format!("{} SELECT duty, n, {}, {ROW} ORDER BY queue_due, queue_id", near.with(&tables), near.seats_column);
    let mut found: Vec<DutyRows> =
        query.duties.iter().map(|duty| DutyRows { duty: *duty, total: 0, rows: Vec::new() }).collect();
    for row in &db.all(&sql, values.0).await? {
        let duty = rows::named(row, "duty", Duty::from_name)?;
        if let Some(of) = found.iter_mut().find(|of| of.duty == duty) {
            of.total = get(row, "n")?;
            of.rows.push(record(row)?);
        }
    }
    add_steps(db, found.iter_mut().flat_map(|of| &mut of.rows)).await?;
    // What was opened again is submitted only with something new.
    let submitting = found.iter_mut().filter(|of| of.duty == Duty::Submit).flat_map(|of| &mut of.rows);
    let reopened = |work: &&mut WorkRecord| work.steps.iter().any(|step| step.action == Action::Reopen);
    add_hands(db, submitting.filter(reopened)).await?;
    let standing = found.iter_mut().filter(|of| of.duty == Duty::Standing).flat_map(|of| &mut of.rows);
    standing::add_to(db, standing).await?;
    Ok(found)
}

/// Open measures that the person answers for, first what is due first, and how many there are.
pub(crate) async fn measures(db: &Database, query: &MineQuery) -> Result<(Vec<WorkMeasure>, i64)> {
    if query.reach == Reach::Nothing {
        return Ok((Vec::new(), 0));
    }
    let mut values = Values(Vec::new());
    let owners = values.marks(query.owners.iter().map(PersonId::as_str));
    let mut any = vec![
        format!("measures.owner_id IN ({owners})"),
        format!(
            "measures.id IN (SELECT measure_id FROM measure_people WHERE part = 'owner' AND person_id IN ({owners}))"
        ),
    ];
    if !query.charge.departments.is_empty() {
        let units = values.marks(query.charge.departments.iter().map(UnitId::as_str));
        any.push(format!("(measures.unit_id IN ({units}) AND measures.owner_id IS NULL)"));
    }
    let whose = format!("({})", any.join(" OR "));
    let condition = format!(
        "FROM measures JOIN findings ON findings.id = measures.finding_id JOIN inspections ON inspections.id = findings.inspection_id WHERE {whose} AND measures.completion NOT IN ('done', 'standing') AND findings.stage IN ('registered', 'planning', 'rectifying') AND findings.id NOT IN {}",
        family::ASIDE
    );
    let sql = format!(
        "SELECT measures.*, findings.finding_key AS finding_key, findings.title AS finding_title, inspections.profile_id AS profile, (SELECT COUNT(*) {condition}) AS n {condition} ORDER BY COALESCE(measures.due, '9999-12-31'), measures.id LIMIT {}",
        query.limit.clamp(1, 200)
    );
    let found = db.all(&sql, values.0).await?;
    let total = found.first().map_or(Ok(0), |row| get(row, "n"))?;
    let mut measures = found.iter().map(rows::measure).collect::<Result<Vec<_>>>()?;
    // Whose a measure is has to be known only where it may be somebody else's.
    if query.owners.len() > 1 {
        shared::of_measures(db, &mut measures).await?;
    }
    let measure = |(row, measure): (&QueryResult, Measure)| {
        Ok(WorkMeasure {
            measure,
            finding_key: get(row, "finding_key")?,
            finding_title: get(row, "finding_title")?,
            profile: get(row, "profile")?,
        })
    };
    Ok((found.iter().zip(measures).map(measure).collect::<Result<_>>()?, total))
}

/// The last decisions of a person on what he reaches, newest first.
pub(crate) async fn decided(db: &Database, reach: &Reach, person: &PersonId, limit: u64) -> Result<Vec<Decided>> {
    let within = reach::findings(reach, 1);
    let mut values = Values(within.values);
    let me = values.mark(person.as_str());
    let decisions = [
        Action::ApprovePlan,
        Action::ReturnPlan,
        Action::PassFirst,
        Action::PassSecond,
        Action::Return,
        Action::AcceptFiling,
        Action::RejectFiling,
        Action::GrantExtension,
        Action::RefuseExtension,
    ]
    .map(|action| format!("'{}'", action.name()))
    .join(", ");
    let sql = format!(
        "{}SELECT finding_steps.*, findings.finding_key AS finding_key, findings.title AS finding_title FROM {} JOIN finding_steps ON finding_steps.finding_id = findings.id WHERE {} AND finding_steps.actor_id = {me} AND finding_steps.action IN ({decisions}) ORDER BY finding_steps.date DESC, findings.updated_at DESC LIMIT {limit}",
        within.with, within.from, within.rows
    );
    let decided = |row: &QueryResult| {
        Ok(Decided {
            finding: FindingId(get(row, "finding_id")?),
            key: get(row, "finding_key")?,
            title: get(row, "finding_title")?,
            step: steps::step(row)?,
        })
    };
    db.all(&sql, values.0).await?.iter().map(decided).collect()
}
