//! Documents out of the ledger.

pub(super) mod stored;

use super::workbook::{DOCX, File, XLSX, file};
use crate::error::Problem;
use crate::extract::Params;
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::report::{FontReplacement, ReportFormat, ReportKind, ReportQuery, ReportShape};
use axum::Json;
use axum::extract::{Path, State};
use report::Shape;
use usecases::{Error, ReportOrder};

/// The kinds of documents
#[utoipa::path(get, path = "/report-kinds", tag = "report", responses((status = 200, body = Vec<ReportKind>)))]
pub(super) async fn kinds(_who: SignedIn) -> Json<Vec<ReportKind>> {
    let kinds = report::KINDS.iter().map(|kind| ReportKind {
        name: kind.name.to_owned(),
        title: kind.title.to_owned(),
        shape: match kind.shape {
            Shape::Text => ReportShape::Text,
            Shape::List => ReportShape::List,
            Shape::Sheet => ReportShape::Sheet,
            Shape::Letter => ReportShape::Letter,
        },
    });
    Json(kinds.collect())
}

/// Faces that are not installed where PDFs are set
#[utoipa::path(get, path = "/font-replacements", tag = "report", responses((status = 200, body = List<FontReplacement>)))]
pub(super) async fn fonts(
    State(state): State<AppState>,
    _who: SignedIn,
) -> Result<Json<List<FontReplacement>>, Problem> {
    let replaced = usecases::replaced_fonts(&state.app).await?.into_iter();
    let faces = replaced.map(|one| FontReplacement { wanted: one.wanted.to_owned(), used: one.used });
    Ok(Json(List::new(faces.collect())))
}

/// A document with the figures of today
#[utoipa::path(get, path = "/inspections/{key}/reports/{kind}", tag = "report", params(("key" = String, Path), ("kind" = String, Path), ReportQuery), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))]
pub(super) async fn report(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path((key, kind)): Path<(String, String)>,
    Params(query): Params<ReportQuery>,
) -> Result<File, Problem> {
    let kind = report::ReportKind::from_name(&kind).ok_or(Error::NotFound("这种文件"))?;
    let chosen = query.keys();
    let format = query.format.into();
    let issue = query.issue();
    let order = ReportOrder { inspection: &key, kind, format, findings: chosen.as_deref(), issue: &issue };
    let bytes = usecases::report_of(&state.app, &actor, &order).await?;
    let (media, ending) = media(query.format);
    Ok(file(media, &format!("{key}-{}.{ending}", kind.name), bytes))
}

/// Media type and ending of the name.
pub(super) fn media(format: ReportFormat) -> (&'static str, &'static str) {
    match format {
        ReportFormat::Docx => (DOCX, "docx"),
        ReportFormat::Pdf => ("application/pdf", "pdf"),
        ReportFormat::Xlsx => (XLSX, "xlsx"),
        ReportFormat::Html => ("text/html; charset=utf-8", "html"),
    }
}
