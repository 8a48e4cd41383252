//! The ledger as the checker compares a document with it.

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use crate::reports::facts_of;
use checker::Facts;

/// What the ledger of an inspection says today.
pub async fn facts_for_operator(app: &App, key: &str) -> Result<Facts, Error> {
    let inspection = super::inspection(app, key).await?;
    facts_of(app, &inspection, &Reach::Everything).await
}
