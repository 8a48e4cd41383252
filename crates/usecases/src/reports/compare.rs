//! Two versions of a report, or a report and what the ledger would make of it today.

use super::material::composed;
use super::stored::found;
use crate::context::{Actor, App};
use crate::error::Error;
use report::{ChangedLine, differences};

/// What a report is compared with.
#[derive(Debug, Clone, Copy)]
pub enum CompareWith<'a> {
    /// The same kind of document, made anew.
    Today,
    /// An earlier report, by its key.
    Report(&'a str),
}

/// The lines of both; `before` is the other version, or this one where it is compared with today's.
pub async fn compare_report(
    app: &App,
    actor: &Actor,
    key: &str,
    with: CompareWith<'_>,
) -> Result<Vec<ChangedLine>, Error> {
    let this = found(app, actor, key).await?;
    match with {
        CompareWith::Report(other) => {
            let other = found(app, actor, other).await?;
            Ok(differences(&other.official, &this.official))
        }
        CompareWith::Today => {
            let loaded = this.loaded(app).await?;
            let snapshot = loaded.snapshot(this.kind, this.report.chosen.as_deref(), app.clock.today());
            Ok(differences(&this.official, &composed(this.kind, &snapshot)?))
        }
    }
}
