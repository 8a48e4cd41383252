//! 核稿 of a report: the rules, the ledger of now, and what people said of their findings.

use super::diagnose::{ReportDiagnostic, diagnose};
use super::stored::found;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::publications::with_remarks;
use checker::Profile;

/// Checks a report against the rules and against the ledger of now.
pub async fn check_report(app: &App, actor: &Actor, key: &str) -> Result<Vec<ReportDiagnostic>, Error> {
    let found = found(app, actor, key).await?;
    let facts = found.loaded(app).await?.facts(found.report.as_of);
    let diagnostics = diagnose(found.official, facts, Profile::Report).await?;
    with_remarks(app, key, diagnostics).await
}
