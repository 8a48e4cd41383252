//! Printing is noted: paper leaves the system as a file does.

use super::SUBJECT;
use crate::access::{finding, inspection, require_log};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::EventKind;

/// Pages made for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintedPage {
    /// The ledger of an inspection, by its key.
    Ledger(String),
    /// The draft of an import, by the key of its inspection.
    Import(String),
    /// An excerpt of the log.
    AuditLog,
    /// The review sheet of a finding.
    Review(String),
    /// The card of a finding.
    Card(String),
}

/// Notes that a page within reach is printed.
pub async fn record_print(app: &App, actor: &Actor, page: PrintedPage) -> Result<(), Error> {
    let (subject, summary) = match page {
        PrintedPage::Ledger(key) => (inspection(app, actor, &key).await?.inspection.key, "打印整改台账"),
        PrintedPage::Import(key) => (inspection(app, actor, &key).await?.inspection.key, "打印导入核对稿"),
        PrintedPage::Review(key) => (finding(app, actor, &key).await?.0.key, "打印审核意见单"),
        PrintedPage::Card(key) => (finding(app, actor, &key).await?.0.key, "打印事项卡"),
        PrintedPage::AuditLog => {
            require_log(app, actor).await?;
            (SUBJECT.to_owned(), "打印审计摘录")
        }
    };
    Ok(app.store.record(app.event(Some(actor), &subject, EventKind::Printed, summary)).await?)
}
