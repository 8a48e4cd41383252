//! A confirmed publication as a file that carries nothing but its text.

use super::stored::{corrupt, end_of, ends, found};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::operator;
use crate::reports::ReportFormat;
use crate::reports::output::set;
use crate::rules::Rules;
use document::{Official, write_html};
use domain::EventKind;
use domain::publication::{Notice, PublicationStanding};
use jiff::civil::Date;
use report::{public_from_text, with_notice};

/// What a publication is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublicationFormat {
    Html,
    Docx,
    Pdf,
}

/// The file; only what a second person confirmed goes out.
pub async fn publication_file(
    app: &App,
    actor: &Actor,
    key: &str,
    format: PublicationFormat,
) -> Result<Vec<u8>, Error> {
    let found = found(app, actor, key).await?;
    if found.publication.standing != PublicationStanding::Confirmed {
        return Err(Error::Done("公开稿须由另一人核对确认后才能下载。".to_owned()));
    }
    let text = found.made(app).await?.text.official;
    let end = ends(app, &found.actor, &found.publication.notice).await?;
    let bytes = written(app, &text, &found.publication.notice, end.map(|end| end.value), format).await?;
    let event = app.event(Some(&found.actor), key, EventKind::Exported, format!("下载公开稿 {key}"));
    app.store.record(event).await?;
    Ok(bytes)
}

/// The public version of an inspection that was confirmed last, for who runs the program on the data itself.
pub async fn publication_by_operator(app: &App, inspection: &str, format: PublicationFormat) -> Result<Vec<u8>, Error> {
    let inspection = operator::inspection(app, inspection).await?;
    let all = app.store.publications(&inspection.id).await?;
    let last = all.into_iter().find(|one| one.standing == PublicationStanding::Confirmed).ok_or_else(unconfirmed)?;
    let stored = app.store.publication(&last.key).await?;
    let text = stored.and_then(|(_, body)| body.text).ok_or_else(unconfirmed)?;
    let text = public_from_text(&text).map_err(corrupt)?;
    let rules = Rules::of(app.store.rules().await?);
    let end = end_of(&rules.calendar, &last.notice).map(|end| end.value);
    let bytes = written(app, &text.official, &last.notice, end, format).await?;
    let event = app.event(None, &last.key, EventKind::Exported, format!("生成公开稿 {}", last.key));
    app.store.record(event).await?;
    Ok(bytes)
}

fn unconfirmed() -> Error {
    Error::Done("还没有经另一人核对确认的公开稿：请先锁定报告、编制公开稿，由另一人确认后再生成。".to_owned())
}

async fn written(
    app: &App,
    text: &Official,
    notice: &Notice,
    end: Option<Date>,
    format: PublicationFormat,
) -> Result<Vec<u8>, Error> {
    let notice = lines(notice, end);
    match format {
        PublicationFormat::Html => Ok(write_html(text, &notice).into_bytes()),
        PublicationFormat::Docx => set(app, with_notice(text, &notice), ReportFormat::Docx).await,
        PublicationFormat::Pdf => set(app, with_notice(text, &notice), ReportFormat::Pdf).await,
    }
}

fn lines(notice: &Notice, end: Option<Date>) -> Vec<(&'static str, String)> {
    let day = |date: Date| format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let mut out = Vec::new();
    if let (Some(from), Some(end)) = (notice.from, end) {
        let days = notice.days;
        out.push(("公示期", format!("自{}起{days}个工作日（公布当日不计），至{}止", day(from), day(end))));
    }
    let contact = [("联系电话", &notice.phone), ("通信地址", &notice.postal), ("电子邮箱", &notice.email)];
    out.extend(contact.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name, text.clone())));
    out
}
