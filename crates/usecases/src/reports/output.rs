//! A document as a file.

use super::material::{composed, load};
use super::stored;
use crate::access::{self, Reach};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::operator;
use crate::ports::ReplacedFont;
use document::{Official, write_docx, write_html};
use domain::{EventKind, Inspection};
use report::{Issue, ReportKind, Shape, list_workbook};
use std::sync::Arc;

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    Docx,
    Pdf,
    /// Lists only.
    Xlsx,
    /// One page that needs nothing else.
    Html,
}

/// A document that somebody wants.
#[derive(Debug, Clone, Copy)]
pub struct ReportOrder<'a> {
    /// Key of the inspection.
    pub inspection: &'a str,
    pub kind: &'static ReportKind,
    pub format: ReportFormat,
    /// Keys of findings; without, those that the kind is for.
    pub findings: Option<&'a [String]>,
    /// How it is issued, where that is not left to its template.
    pub issue: &'a Issue,
}

/// The document for somebody who is signed in: what is out of reach is left out.
pub async fn report_of(app: &App, actor: &Actor, order: &ReportOrder<'_>) -> Result<Vec<u8>, Error> {
    let seen = access::inspection(app, actor, order.inspection).await?;
    made(app, Some(actor), &seen.inspection, &seen.rows, order).await
}

/// The document for who runs the program on the data itself.
pub async fn report_by_operator(app: &App, order: &ReportOrder<'_>) -> Result<Vec<u8>, Error> {
    let inspection = operator::inspection(app, order.inspection).await?;
    made(app, None, &inspection, &Reach::Everything, order).await
}

/// A report as it stands, locked or not.
pub async fn report_file(app: &App, actor: &Actor, key: &str, format: ReportFormat) -> Result<Vec<u8>, Error> {
    let found = stored::found(app, actor, key).await?;
    let bytes = written(app, found.kind, found.official, format).await?;
    let event = app.event(Some(actor), key, EventKind::Exported, format!("下载{} {key}", found.kind.title));
    app.store.record(event).await?;
    Ok(bytes)
}

async fn made(
    app: &App,
    actor: Option<&Actor>,
    inspection: &Inspection,
    rows: &Reach,
    order: &ReportOrder<'_>,
) -> Result<Vec<u8>, Error> {
    let loaded = load(app, inspection, rows).await?;
    loaded.refuse_unknown(order.findings)?;
    refuse_part(order)?;
    let as_of = app.clock.today();
    let mut official = composed(order.kind, &loaded.snapshot(order.kind, order.findings, as_of))?;
    loaded.issued(&mut official, order.kind, order.issue, as_of)?;
    let bytes = written(app, order.kind, official, order.format).await?;
    let summary = format!("生成{}", order.kind.title);
    app.store.record(app.event(actor, &inspection.key, EventKind::Exported, summary)).await?;
    Ok(bytes)
}

/// A text or a list is about the whole round: a part of it would be called the whole.
fn refuse_part(order: &ReportOrder<'_>) -> Result<(), Error> {
    let whole = matches!(order.kind.shape, Shape::Text | Shape::List);
    if whole && order.findings.is_some_and(|chosen| !chosen.is_empty()) {
        let why = format!(
            "{}写全部事项，不能只选其中几项；只写几项的，请用函件、销号单一类的文件，或自己的模板",
            order.kind.title
        );
        return Err(Error::invalid("findings", why));
    }
    Ok(())
}

async fn written(app: &App, kind: &ReportKind, official: Official, format: ReportFormat) -> Result<Vec<u8>, Error> {
    if format == ReportFormat::Xlsx && kind.shape != Shape::List {
        return Err(Error::invalid("format", "只有清单和台账可以生成 xlsx，请改用 docx、pdf 或 html"));
    }
    set(app, official, format).await
}

/// The document in a format that it can be written in.
pub(crate) async fn set(app: &App, official: Official, format: ReportFormat) -> Result<Vec<u8>, Error> {
    let typesetter = Arc::clone(&app.typesetter);
    let bytes = tokio::task::spawn_blocking(move || match format {
        ReportFormat::Pdf => typesetter.pdf(&official).map_err(Error::Typeset),
        ReportFormat::Docx => write_docx(&official).map_err(|cause| Error::Internal(cause.to_string())),
        ReportFormat::Xlsx => Ok(list_workbook(&official)?),
        ReportFormat::Html => Ok(write_html(&official, &[]).into_bytes()),
    });
    bytes.await.map_err(|cause| Error::Internal(cause.to_string()))?
}

/// Faces that PDFs of this installation do not have, and what stands in for them.
pub async fn replaced_fonts(app: &App) -> Result<Vec<ReplacedFont>, Error> {
    let typesetter = Arc::clone(&app.typesetter);
    let found = tokio::task::spawn_blocking(move || typesetter.replaced()).await;
    found.map_err(|cause| Error::Internal(cause.to_string()))?.map_err(Error::Typeset)
}
