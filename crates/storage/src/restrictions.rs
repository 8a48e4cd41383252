//! Marks of restricted findings.

use crate::connection::{Database, Write, get};
use crate::sealed::Sealed;
use domain::{Event, FindingId, PersonId};
use usecases::{Restriction, StoreError};

const INSERT: &str =
    "INSERT INTO restrictions (id, reason, actor_id, set_at, lifted, version) VALUES ($1, $2, $3, $4, $5, $6)";
const UPDATE: &str = "UPDATE restrictions SET reason = $2, actor_id = $3, set_at = $4, lifted = $5, version = $6 WHERE id = $1 AND version = $6 - 1";

pub(crate) async fn of_finding(db: &Database, id: &FindingId) -> Result<Option<Restriction>, StoreError> {
    let sql = "SELECT * FROM restrictions WHERE id = $1";
    let Some(row) = db.one(sql, vec![id.as_str().into()]).await? else { return Ok(None) };
    Ok(Some(Restriction {
        finding: FindingId(get(&row, "id")?),
        reason: get(&row, "reason")?,
        person: PersonId(get(&row, "actor_id")?),
        at: get(&row, "set_at")?,
        lifted: get::<i64>(&row, "lifted")? != 0,
        version: get(&row, "version")?,
    }))
}

pub(crate) async fn set(db: &Database, r: &Restriction, event: Event) -> Result<(), StoreError> {
    let values = vec![
        r.finding.as_str().into(),
        r.reason.clone().into(),
        r.person.as_str().into(),
        r.at.into(),
        i64::from(r.lifted).into(),
        r.version.into(),
    ];
    let sql = if r.version == 1 { INSERT } else { UPDATE };
    let write = Write::guarded(sql, values).on(Sealed::Restrictions, r.finding.as_str());
    db.write(vec![write, Write::event(event)]).await
}
