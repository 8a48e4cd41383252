//! Reports: their rows. A locked or discarded one is never written again.

use crate::connection::{Database, Write, get};
use crate::rows::named;
use crate::sealed::Sealed;
use domain::{Event, InspectionId, PersonId, Report, ReportId, ReportStanding};
use sea_orm::{QueryResult, Value};
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

const HEAD: &str =
    "id, inspection_id, report_key, serial, kind, title, chosen, as_of, standing, code, maker_id, updated_at, version";
const INSERT: &str = "INSERT INTO reports (id, inspection_id, report_key, serial, kind, title, chosen, as_of, standing, code, maker_id, updated_at, version, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
const UPDATE: &str = "UPDATE reports SET inspection_id = $2, report_key = $3, serial = $4, kind = $5, title = $6, chosen = $7, as_of = $8, standing = $9, code = $10, maker_id = $11, updated_at = $12, version = $13, body = $14 WHERE id = $1 AND version = $13 - 1 AND standing = 'draft'";

fn report(row: &QueryResult) -> Result<Report> {
    let as_of: String = get(row, "as_of")?;
    let chosen: Option<String> = get(row, "chosen")?;
    Ok(Report {
        id: ReportId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        key: get(row, "report_key")?,
        serial: get(row, "serial")?,
        kind: get(row, "kind")?,
        title: get(row, "title")?,
        chosen: chosen.map(|keys| keys.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()),
        as_of: as_of.parse().map_err(|_| StoreError::Corrupt(format!("as_of: {as_of}")))?,
        standing: named(row, "standing", ReportStanding::from_name)?,
        code: get(row, "code")?,
        maker: PersonId(get(row, "maker_id")?),
        updated_at: get(row, "updated_at")?,
        version: get(row, "version")?,
    })
}

fn values(r: &Report, body: &str) -> Vec<Value> {
    vec![
        r.id.as_str().into(),
        r.inspection.as_str().into(),
        r.key.clone().into(),
        r.serial.into(),
        r.kind.clone().into(),
        r.title.clone().into(),
        r.chosen.as_ref().map(|keys| keys.join(",")).into(),
        r.as_of.to_string().into(),
        r.standing.name().into(),
        r.code.clone().into(),
        r.maker.as_str().into(),
        r.updated_at.into(),
        r.version.into(),
        body.into(),
    ]
}

pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<Report>> {
    let sql = format!("SELECT {HEAD} FROM reports WHERE inspection_id = $1 ORDER BY serial DESC");
    db.all(&sql, vec![id.as_str().into()]).await?.iter().map(report).collect()
}

pub(crate) async fn by_key(db: &Database, key: &str) -> Result<Option<(Report, String)>> {
    let row = db.one("SELECT * FROM reports WHERE report_key = $1", vec![key.into()]).await?;
    row.map(|row| Ok((report(&row)?, get(&row, "body")?))).transpose()
}

pub(crate) async fn insert(db: &Database, report: &Report, body: &str, event: Event) -> Result<()> {
    let write = Write::new(INSERT, values(report, body)).on(Sealed::Reports, report.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn update(db: &Database, report: &Report, body: &str, event: Event) -> Result<()> {
    let write = Write::guarded(UPDATE, values(report, body)).on(Sealed::Reports, report.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}
