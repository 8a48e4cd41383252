//! The whole log for a check away from the system, piece by piece.

use super::SUBJECT;
use crate::access::require_log;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::LogEntry;
use audit::Checkpoint;
use domain::EventKind;

/// An export that has been noted in the log: it goes up to its own entry.
pub struct LogExport {
    pub end: Checkpoint,
}

/// Entries read at a time.
const CHUNK: u64 = 1000;

/// Notes the export in the log and says how far it goes.
pub async fn export_log(app: &App, actor: &Actor) -> Result<LogExport, Error> {
    require_log(app, actor).await?;
    app.store.record(app.event(Some(actor), SUBJECT, EventKind::Exported, "导出审计日志")).await?;
    Ok(LogExport { end: app.store.log_end().await? })
}

/// The next entries of an export; none when it is complete. Later entries do not change earlier ones.
pub async fn exported_entries(app: &App, export: &LogExport, after: i64) -> Result<Vec<LogEntry>, Error> {
    Ok(app.store.log_entries(after, export.end.seq, CHUNK).await?)
}
