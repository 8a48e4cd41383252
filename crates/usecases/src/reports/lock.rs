//! Locking: the report becomes a file that proves by itself that nothing of it was changed.

use super::stored::{ReportView, found};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::{EventKind, ReportStanding};
use report::{LockTerms, Locked, lock, to_text};

/// Locks a draft. The log says its check code and digests, so that the log vouches for the file.
pub async fn lock_report(app: &App, actor: &Actor, key: &str, version: i64) -> Result<ReportView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let terms = LockTerms {
        report: key.to_owned(),
        as_of: found.report.as_of.to_string(),
        checkpoint: app.store.log_end().await?.to_string(),
    };
    let official = found.official.clone();
    let sealed = tokio::task::spawn_blocking(move || lock(&official, terms));
    let sealed = sealed.await.map_err(|cause| Error::Internal(cause.to_string()))?;
    let (official, locked) = sealed.map_err(|cause| Error::Internal(cause.to_string()))?;
    found.official = official;
    found.report.standing = ReportStanding::Locked;
    found.report.version += 1;
    found.report.updated_at = app.clock.now();
    let event = app.event(Some(&found.actor), key, EventKind::Locked, summary(&locked));
    found.report.code = Some(locked.code);
    app.store.update_report(&found.report, &to_text(&found.official), event).await?;
    found.view(app).await
}

fn summary(locked: &Locked) -> String {
    let Locked { terms, text, places, code, bound } = locked;
    format!(
        "锁定报告 {}：数据截至 {}，绑定 {bound} 处，校验码 {code}（正文 sm3:{text}，绑定 sm3:{places}）",
        terms.report, terms.as_of
    )
}
