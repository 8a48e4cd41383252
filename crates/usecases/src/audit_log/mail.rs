//! The end of the log goes away by e-mail, so that it is kept where nobody of this installation can change it.

use super::SUBJECT;
use crate::access::require_log;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::LogFilter;
use async_trait::async_trait;
use audit::Checkpoint;
use domain::EventKind;
use jiff::Timestamp;
use jiff::tz::offset;

/// Sends letters to the one address that an administrator named; failures are words for people.
#[async_trait]
pub trait Mailer: Send + Sync {
    fn to(&self) -> String;
    async fn send(&self, subject: &str, body: &str) -> Result<(), String>;
}

/// How the mailing of checkpoints stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckpointMail {
    /// Where they go; `None`: nobody configured it.
    pub to: Option<String>,
    /// Milliseconds since 1970.
    pub last_at: Option<i64>,
    /// Why the last attempt failed.
    pub failure: Option<String>,
}

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// How the mailing of checkpoints stands.
pub async fn checkpoint_mail(app: &App, actor: &Actor) -> Result<CheckpointMail, Error> {
    require_log(app, actor).await?;
    state(app).await
}

async fn state(app: &App) -> Result<CheckpointMail, Error> {
    let Some(mailer) = &app.mailer else { return Ok(CheckpointMail::default()) };
    let filter = LogFilter { kind: Some(EventKind::CheckpointSent), limit: 1, ..LogFilter::default() };
    let last = app.store.log_page(&filter).await?.entries.into_iter().next();
    Ok(CheckpointMail {
        to: Some(mailer.to()),
        last_at: last.map(|one| one.entry.at),
        failure: app.mail_failure.lock().await.clone(),
    })
}

/// Mails the end of the log now.
pub async fn mail_checkpoint(app: &App, actor: &Actor) -> Result<CheckpointMail, Error> {
    require_log(app, actor).await?;
    send(app, Some(actor)).await?;
    state(app).await
}

/// Mails the end of the log when the last time was a day ago; says whether it did.
pub async fn mail_checkpoint_if_due(app: &App) -> Result<bool, Error> {
    let now = state(app).await?;
    let due = now.last_at.is_none_or(|at| app.clock.now() - at >= DAY_MS);
    if now.to.is_none() || !due {
        return Ok(false);
    }
    send(app, None).await.map(|()| true)
}

/// The entry follows the letter: what the log says was sent was sent.
async fn send(app: &App, actor: Option<&Actor>) -> Result<(), Error> {
    let not_set_up = "没有配置发送校验点的邮件。请系统管理员在启动服务时设置 --mail-server 等选项。";
    let mailer = app.mailer.as_ref().ok_or_else(|| Error::Done(not_set_up.to_owned()))?;
    let mut failure = app.mail_failure.lock().await;
    let end = app.store.log_end().await?;
    let (subject, body) = letter(&end, app.clock.now());
    *failure = mailer.send(&subject, &body).await.err();
    if let Some(why) = failure.clone() {
        return Err(Error::Mail(why));
    }
    let summary = format!("校验点（第 {} 条）发送至 {}", end.seq, mailer.to());
    Ok(app.store.record(app.event(actor, SUBJECT, EventKind::CheckpointSent, summary)).await?)
}

fn letter(end: &Checkpoint, now: i64) -> (String, String) {
    let at = offset(8).to_datetime(Timestamp::from_millisecond(now).unwrap_or_default());
    let (day, time) = (at.date(), at.strftime("%H:%M"));
    let subject = format!("审计日志校验点 第{}条 {day}", end.seq);
    let body = format!(
        "整改系统的审计日志在 {day} {time}（北京时间）共有 {} 条，校验点如下：\n\n{end}\n\n请原样保存本邮件，不要删除。需要核对时，在系统所在的机器上运行：\n\nrectify verify --checkpoint \"{end}\"\n\n或在网页“审计日志”的“核验”中填入校验点。若提示末尾被截断或校验点不符，说明日志在此之后被改动过。\n",
        end.seq
    );
    (subject, body)
}
