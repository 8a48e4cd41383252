//! Reports that are worked on, locked and compared.

use super::super::workbook::{File, file};
use super::media;
use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::publication::RemarkBody;
use api::report::ReportFormatQuery;
use api::report::diagnostic::ReportDiagnostic;
use api::report::stored::{
    RefreshBody, Report, ReportBody, ReportCompareQuery, ReportLine, ReportPatch, ReportSummary, ReportVersionBody,
};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use usecases::{CompareWith, Error};

/// The reports of an inspection, newest first
#[utoipa::path(get, path = "/inspections/{key}/reports", tag = "report", params(("key" = String, Path)), responses((status = 200, body = List<ReportSummary>)))]
pub(in crate::routes) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<ReportSummary>>, Problem> {
    let all = usecases::reports(&state.app, &actor, &key).await?;
    Ok(Json(List::new(all.into_iter().map(Into::into).collect())))
}

/// Make a report with the figures of today
#[utoipa::path(post, path = "/inspections/{key}/reports", tag = "report", params(("key" = String, Path)), request_body = ReportBody, responses((status = 201, body = Report)))]
pub(in crate::routes) async fn make(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ReportBody>,
) -> Result<(StatusCode, Json<Report>), Problem> {
    let kind = report::ReportKind::from_name(&body.kind).ok_or(Error::NotFound("这种文件"))?;
    let issue = body.issue.map(Into::into).unwrap_or_default();
    let made = usecases::make_report(&state.app, &actor, &key, kind, body.findings, &issue).await?;
    Ok((StatusCode::CREATED, Json(usecases::report(&state.app, &actor, &made).await?.into())))
}

/// A report with what the ledger says now
#[utoipa::path(get, path = "/reports/{key}", tag = "report", params(("key" = String, Path)), responses((status = 200, body = Report)))]
pub(in crate::routes) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Report>, Problem> {
    Ok(Json(usecases::report(&state.app, &actor, &key).await?.into()))
}

/// Change the words of a draft
#[utoipa::path(patch, path = "/reports/{key}", tag = "report", params(("key" = String, Path)), request_body = ReportPatch, responses((status = 200, body = Report)))]
pub(in crate::routes) async fn edit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ReportPatch>,
) -> Result<Json<Report>, Problem> {
    Ok(Json(usecases::edit_report(&state.app, &actor, &key, body.version, body.edit.into()).await?.into()))
}

/// Write what the ledger says now into bound places
#[utoipa::path(post, path = "/reports/{key}/refreshment", tag = "report", params(("key" = String, Path)), request_body = RefreshBody, responses((status = 200, body = Report)))]
pub(in crate::routes) async fn refresh(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RefreshBody>,
) -> Result<Json<Report>, Problem> {
    Ok(Json(usecases::refresh_report(&state.app, &actor, &key, body.version, body.places).await?.into()))
}

/// Lock a draft: it gets its check code and never changes again
#[utoipa::path(post, path = "/reports/{key}/locking", tag = "report", params(("key" = String, Path)), request_body = ReportVersionBody, responses((status = 200, body = Report)))]
pub(in crate::routes) async fn lock(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ReportVersionBody>,
) -> Result<Json<Report>, Problem> {
    Ok(Json(usecases::lock_report(&state.app, &actor, &key, body.version).await?.into()))
}

/// Put a draft aside; it stays on record
#[utoipa::path(post, path = "/reports/{key}/discarding", tag = "report", params(("key" = String, Path)), request_body = ReportVersionBody, responses((status = 204)))]
pub(in crate::routes) async fn discard(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ReportVersionBody>,
) -> Result<StatusCode, Problem> {
    usecases::discard_report(&state.app, &actor, &key, body.version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A report as a file
#[utoipa::path(get, path = "/reports/{key}/file", tag = "report", params(("key" = String, Path), ReportFormatQuery), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))]
pub(in crate::routes) async fn download(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<ReportFormatQuery>,
) -> Result<File, Problem> {
    let bytes = usecases::report_file(&state.app, &actor, &key, query.format.into()).await?;
    let (media, ending) = media(query.format);
    Ok(file(media, &format!("{key}.{ending}"), bytes))
}

/// A report beside an earlier one, or beside what the ledger would say today
#[utoipa::path(get, path = "/reports/{key}/comparison", tag = "report", params(("key" = String, Path), ReportCompareQuery), responses((status = 200, body = List<ReportLine>)))]
pub(in crate::routes) async fn compare(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<ReportCompareQuery>,
) -> Result<Json<List<ReportLine>>, Problem> {
    let with = query.with.as_deref().map_or(CompareWith::Today, CompareWith::Report);
    let lines = usecases::compare_report(&state.app, &actor, &key, with).await?;
    Ok(Json(List::new(lines.into_iter().map(Into::into).collect())))
}

/// What the checker finds in a report
#[utoipa::path(get, path = "/reports/{key}/checks", tag = "report", params(("key" = String, Path)), responses((status = 200, body = List<ReportDiagnostic>)))]
pub(in crate::routes) async fn checks(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<ReportDiagnostic>>, Problem> {
    let found = usecases::check_report(&state.app, &actor, &key).await?;
    Ok(Json(List::new(found.into_iter().map(Into::into).collect())))
}

/// Leave a diagnostic as it is, with a reason
#[utoipa::path(post, path = "/reports/{key}/remarks", tag = "report", params(("key" = String, Path)), request_body = RemarkBody, responses((status = 200, body = List<ReportDiagnostic>)))]
pub(in crate::routes) async fn remark(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RemarkBody>,
) -> Result<Json<List<ReportDiagnostic>>, Problem> {
    usecases::add_remark(&state.app, &actor, &key, body.into()).await?;
    let found = usecases::check_report(&state.app, &actor, &key).await?;
    Ok(Json(List::new(found.into_iter().map(Into::into).collect())))
}

/// Take a remark back
#[utoipa::path(post, path = "/reports/{key}/remarks/{id}/withdrawal", tag = "report", params(("key" = String, Path), ("id" = String, Path)), responses((status = 200, body = List<ReportDiagnostic>)))]
pub(in crate::routes) async fn withdraw_remark(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path((key, id)): Path<(String, String)>,
) -> Result<Json<List<ReportDiagnostic>>, Problem> {
    usecases::withdraw_remark(&state.app, &actor, &key, &id).await?;
    let found = usecases::check_report(&state.app, &actor, &key).await?;
    Ok(Json(List::new(found.into_iter().map(Into::into).collect())))
}
