//! Publications and what was decided for findings and diagnostics: their rows. A confirmed or discarded
//! publication is never written again.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use domain::publication::{
    Notice, Publication, PublicationStanding, Publish, Publishing, Remark, RemarkAct, WithholdReason,
};
use domain::{Event, FindingId, InspectionId, PersonId, PublicationId, ReportId};
use sea_orm::{QueryResult, Value};
use usecases::{PublicationBody, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO publications (id, inspection_id, publication_key, serial, report_id, standing, display_from, display_days, phone, postal, email, maker_id, reviewer_id, confirmed_at, digest, updated_at, version, redactions, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
const UPDATE: &str = "UPDATE publications SET inspection_id = $2, publication_key = $3, serial = $4, report_id = $5, standing = $6, display_from = $7, display_days = $8, phone = $9, postal = $10, email = $11, maker_id = $12, reviewer_id = $13, confirmed_at = $14, digest = $15, updated_at = $16, version = $17, redactions = $18, body = $19 WHERE id = $1 AND version = $17 - 1 AND standing = 'draft'";
const INSERT_PUBLISHING: &str =
    "INSERT INTO publishing (id, finding_id, publish, reason, wording, version) VALUES ($1, $2, $3, $4, $5, $6)";
const UPDATE_PUBLISHING: &str = "UPDATE publishing SET finding_id = $2, publish = $3, reason = $4, wording = $5, version = $6 WHERE id = $1 AND version = $6 - 1";
const INSERT_REMARK: &str = "INSERT INTO remarks (id, inspection_id, subject, rule, print, message, body, act, reason, actor_id, made_at, withdrawn, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
const WITHDRAW_REMARK: &str =
    "UPDATE remarks SET withdrawn = 1, version = $2 WHERE id = $1 AND version = $2 - 1 AND withdrawn = 0";

fn publication(row: &QueryResult) -> Result<Publication> {
    let days: i64 = get(row, "display_days")?;
    let notice = Notice {
        from: optional_date(row, "display_from")?,
        days: u16::try_from(days).map_err(|_| StoreError::Corrupt(format!("display_days: {days}")))?,
        phone: get(row, "phone")?,
        postal: get(row, "postal")?,
        email: get(row, "email")?,
    };
    Ok(Publication {
        id: PublicationId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        key: get(row, "publication_key")?,
        serial: get(row, "serial")?,
        report: ReportId(get(row, "report_id")?),
        standing: named(row, "standing", PublicationStanding::from_name)?,
        notice,
        maker: PersonId(get(row, "maker_id")?),
        reviewer: get::<Option<String>>(row, "reviewer_id")?.map(PersonId),
        confirmed_at: get(row, "confirmed_at")?,
        digest: get(row, "digest")?,
        updated_at: get(row, "updated_at")?,
        version: get(row, "version")?,
    })
}

fn values(p: &Publication, body: &PublicationBody) -> Vec<Value> {
    vec![
        p.id.as_str().into(),
        p.inspection.as_str().into(),
        p.key.clone().into(),
        p.serial.into(),
        p.report.as_str().into(),
        p.standing.name().into(),
        p.notice.from.map(|date| date.to_string()).into(),
        i64::from(p.notice.days).into(),
        p.notice.phone.clone().into(),
        p.notice.postal.clone().into(),
        p.notice.email.clone().into(),
        p.maker.as_str().into(),
        p.reviewer.as_ref().map(|id| id.0.clone()).into(),
        p.confirmed_at.into(),
        p.digest.clone().into(),
        p.updated_at.into(),
        p.version.into(),
        body.redactions.clone().into(),
        body.text.clone().into(),
    ]
}

pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<Publication>> {
    let sql = "SELECT * FROM publications WHERE inspection_id = $1 ORDER BY serial DESC";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(publication).collect()
}

pub(crate) async fn by_key(db: &Database, key: &str) -> Result<Option<(Publication, PublicationBody)>> {
    let row = db.one("SELECT * FROM publications WHERE publication_key = $1", vec![key.into()]).await?;
    let read = |row: QueryResult| {
        let body = PublicationBody { redactions: get(&row, "redactions")?, text: get(&row, "body")? };
        Ok((publication(&row)?, body))
    };
    row.map(read).transpose()
}

pub(crate) async fn insert(db: &Database, one: &Publication, body: &PublicationBody, event: Event) -> Result<()> {
    let write = Write::new(INSERT, values(one, body)).on(Sealed::Publications, one.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn update(db: &Database, one: &Publication, body: &PublicationBody, event: Event) -> Result<()> {
    let write = Write::guarded(UPDATE, values(one, body)).on(Sealed::Publications, one.id.as_str());
    db.write(vec![write, Write::event(event)]).await
}

fn publishing(row: &QueryResult) -> Result<Publishing> {
    let reason: Option<String> = get(row, "reason")?;
    let known = |name: String| WithholdReason::from_name(&name).ok_or(StoreError::Corrupt(format!("reason: {name}")));
    Ok(Publishing {
        id: get(row, "id")?,
        finding: FindingId(get(row, "finding_id")?),
        publish: named(row, "publish", Publish::from_name)?,
        reason: reason.map(known).transpose()?,
        wording: get(row, "wording")?,
        version: get(row, "version")?,
    })
}

pub(crate) async fn all_publishing(db: &Database, id: &InspectionId) -> Result<Vec<Publishing>> {
    let sql = "SELECT p.* FROM publishing p JOIN findings f ON f.id = p.finding_id WHERE f.inspection_id = $1 ORDER BY f.serial";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(publishing).collect()
}

/// A first decision is a new row: of two at once the second finds the finding taken.
pub(crate) async fn save_publishing(db: &Database, all: &[Publishing], events: Vec<Event>) -> Result<()> {
    let write = |p: &Publishing| {
        let values: Vec<Value> = vec![
            p.id.as_str().into(),
            p.finding.as_str().into(),
            p.publish.name().into(),
            p.reason.map(WithholdReason::name).into(),
            p.wording.clone().into(),
            p.version.into(),
        ];
        let first = p.version == 1;
        let write =
            if first { Write::new(INSERT_PUBLISHING, values) } else { Write::guarded(UPDATE_PUBLISHING, values) };
        write.on(Sealed::Publishing, &p.id)
    };
    db.write(all.iter().map(write).chain(events.into_iter().map(Write::event)).collect()).await
}

fn remark(row: &QueryResult) -> Result<Remark> {
    Ok(Remark {
        id: get(row, "id")?,
        inspection: InspectionId(get(row, "inspection_id")?),
        subject: get(row, "subject")?,
        rule: get(row, "rule")?,
        print: get(row, "print")?,
        message: get(row, "message")?,
        text: get(row, "body")?,
        act: named(row, "act", RemarkAct::from_name)?,
        reason: get(row, "reason")?,
        actor: PersonId(get(row, "actor_id")?),
        made_at: get(row, "made_at")?,
        withdrawn: get::<i64>(row, "withdrawn")? != 0,
        version: get(row, "version")?,
    })
}

pub(crate) async fn remarks_on(db: &Database, subject: &str) -> Result<Vec<Remark>> {
    let sql = "SELECT * FROM remarks WHERE subject = $1 ORDER BY made_at, id";
    db.all(sql, vec![subject.into()]).await?.iter().map(remark).collect()
}

pub(crate) async fn insert_remark(db: &Database, r: &Remark, event: Event) -> Result<()> {
    let values: Vec<Value> = vec![
        r.id.as_str().into(),
        r.inspection.as_str().into(),
        r.subject.clone().into(),
        r.rule.clone().into(),
        r.print.clone().into(),
        r.message.clone().into(),
        r.text.clone().into(),
        r.act.name().into(),
        r.reason.clone().into(),
        r.actor.as_str().into(),
        r.made_at.into(),
        i64::from(r.withdrawn).into(),
        r.version.into(),
    ];
    let write = Write::new(INSERT_REMARK, values).on(Sealed::Remarks, &r.id);
    db.write(vec![write, Write::event(event)]).await
}

pub(crate) async fn withdraw_remark(db: &Database, id: &str, version: i64, event: Event) -> Result<()> {
    let write = Write::guarded(WITHDRAW_REMARK, vec![id.into(), version.into()]).on(Sealed::Remarks, id);
    db.write(vec![write, Write::event(event)]).await
}
