//! A confirmed publication as a file that carries nothing but its text.

use super::stored::{ends, found};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::reports::ReportFormat;
use crate::reports::output::set;
use domain::EventKind;
use domain::publication::{Notice, PublicationStanding};
use jiff::civil::Date;
use report::{public_html, with_notice};

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
    let notice = lines(&found.publication.notice, end.map(|end| end.value));
    let bytes = match format {
        PublicationFormat::Html => public_html(&text, &notice).into_bytes(),
        PublicationFormat::Docx => set(app, with_notice(&text, &notice), ReportFormat::Docx).await?,
        PublicationFormat::Pdf => set(app, with_notice(&text, &notice), ReportFormat::Pdf).await?,
    };
    let event = app.event(Some(&found.actor), key, EventKind::Exported, format!("下载公开稿 {key}"));
    app.store.record(event).await?;
    Ok(bytes)
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
