//! Notes of guidance: their lines, added and never changed.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use domain::guidance::{NoteKind, NoteLine};
use domain::{Event, FindingId, InspectionId, NoteId, PersonId};
use sea_orm::QueryResult;
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO finding_notes (id, finding_id, position, kind, about, actor_id, at, date, body, answer_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

fn line(row: &QueryResult) -> Result<NoteLine> {
    let date: String = get(row, "date")?;
    Ok(NoteLine {
        id: NoteId(get(row, "id")?),
        finding: FindingId(get(row, "finding_id")?),
        position: get(row, "position")?,
        kind: named(row, "kind", NoteKind::from_name)?,
        about: get::<Option<String>>(row, "about")?.map(NoteId),
        actor: PersonId(get(row, "actor_id")?),
        at: get(row, "at")?,
        date: date.parse().map_err(|_| StoreError::Corrupt(format!("date: {date}")))?,
        text: get(row, "body")?,
        answer_by: optional_date(row, "answer_by")?,
    })
}

pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Vec<NoteLine>> {
    let sql = "SELECT * FROM finding_notes WHERE finding_id = $1 ORDER BY position";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(line).collect()
}

/// All lines of a round within reach, in the order of its findings.
pub(crate) async fn of_inspection(db: &Database, reach: &Reach, id: &InspectionId) -> Result<Vec<NoteLine>> {
    let within = crate::reach::findings(reach, 2);
    let sql = format!(
        "{}SELECT finding_notes.* FROM {} JOIN finding_notes ON finding_notes.finding_id = findings.id WHERE findings.inspection_id = $1 AND {} ORDER BY findings.serial, finding_notes.position",
        within.with, within.from, within.rows
    );
    db.all(&sql, crate::findings::behind(id.as_str(), within.values)).await?.iter().map(line).collect()
}

/// A conflict when somebody took the position meanwhile.
pub(crate) async fn add(db: &Database, line: &NoteLine, event: Event) -> Result<()> {
    let values = vec![
        line.id.as_str().into(),
        line.finding.as_str().into(),
        line.position.into(),
        line.kind.name().into(),
        line.about.as_ref().map(|id| id.0.clone()).into(),
        line.actor.as_str().into(),
        line.at.into(),
        line.date.to_string().into(),
        line.text.clone().into(),
        line.answer_by.map(|d| d.to_string()).into(),
    ];
    db.write(vec![Write::new(INSERT, values).on(Sealed::Notes, line.id.as_str()), Write::event(event)]).await
}
