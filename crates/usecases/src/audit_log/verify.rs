//! The check of log and record while the service runs.

use super::SUBJECT;
use crate::access::require_log;
use crate::context::{Actor, App};
use crate::error::Error;
use audit::{Checkpoint, Verification};
use domain::EventKind;

/// What a check found, and when it was made.
pub struct LogVerification {
    /// Milliseconds since 1970.
    pub at: i64,
    pub took_ms: i64,
    pub found: Verification,
}

/// Checks log and record against each other and against checkpoints that were kept elsewhere, one check at a time.
pub async fn verify_log(app: &App, actor: &Actor, known: Vec<Checkpoint>) -> Result<LogVerification, Error> {
    require_log(app, actor).await?;
    let Ok(_turn) = app.verifying.try_lock() else {
        return Err(Error::Done("正在核验，请等待本次核验完成后再试。".to_owned()));
    };
    let at = app.clock.now();
    // Hashing a long log would keep other requests waiting: it runs away from the async threads.
    let (store, runtime) = (app.store.clone(), tokio::runtime::Handle::current());
    let work = tokio::task::spawn_blocking(move || runtime.block_on(async { store.verify_log(&known).await }));
    let found = work.await.map_err(|cause| Error::Internal(cause.to_string()))??;
    let took_ms = app.clock.now() - at;
    app.store.record(app.event(Some(actor), SUBJECT, EventKind::Verified, summary(&found))).await?;
    Ok(LogVerification { at, took_ms, found })
}

fn summary(found: &Verification) -> String {
    let verdict = if found.is_sound() {
        "未发现改动".to_owned()
    } else {
        format!("发现 {} 处改动", found.log.offences.len() + found.rows.len())
    };
    format!("核验审计日志：{verdict}，日志 {} 条，记录 {} 条", found.log.entries, found.rows_checked)
}
