//! 责任空白: findings that lack a leader, a department, a person or a date, and leaders who have none of them.

use crate::access::{self, Seen};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::{Gap, Person};

/// What responsibility lacks in an inspection.
pub struct Gaps {
    pub findings: i64,
    pub missing: Vec<(Gap, i64)>,
    /// Members of the leading group of the unit without any item; known only to who sees all of the round.
    pub without_items: Vec<Person>,
}

pub async fn gaps(app: &App, actor: &Actor, key: &str) -> Result<Gaps, Error> {
    let Seen { inspection, rows, .. } = access::inspection(app, actor, key).await?;
    let found = app.store.gaps(&rows, &inspection, app.clock.today()).await?;
    Ok(Gaps {
        findings: found.findings,
        missing: Gap::ALL.iter().copied().zip(found.missing).collect(),
        without_items: found.without_items,
    })
}
