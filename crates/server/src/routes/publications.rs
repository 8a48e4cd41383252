//! What goes out to the public.

use super::workbook::{DOCX, File, file};
use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::publication::{
    NoticeBody, Publication, PublicationConfirmationBody, PublicationFormat, PublicationFormatQuery,
    PublicationSummary, PublicationVersionBody, Publishing, PublishingBody, RedactionBody, RedactionRemovalBody,
    RemarkBody,
};
use api::report::diagnostic::ReportDiagnostic;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

type Diagnostics = Result<Json<List<ReportDiagnostic>>, Problem>;

/// What of each finding of a round is published
#[utoipa::path(get, path = "/inspections/{key}/publishing", tag = "publication", params(("key" = String, Path)), responses((status = 200, body = List<Publishing>)))]
pub(super) async fn publishing(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<Publishing>>, Problem> {
    let rows = usecases::publishing_of(&state.app, &actor, &key).await?;
    Ok(Json(List::new(rows.into_iter().map(Into::into).collect())))
}

/// Decide for several findings: all of them or none
#[utoipa::path(put, path = "/inspections/{key}/publishing", tag = "publication", params(("key" = String, Path)), request_body = PublishingBody, responses((status = 200, body = List<Publishing>)))]
pub(super) async fn change_publishing(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<PublishingBody>,
) -> Result<Json<List<Publishing>>, Problem> {
    let rows = usecases::change_publishing(&state.app, &actor, &key, body.into()).await?;
    Ok(Json(List::new(rows.into_iter().map(Into::into).collect())))
}

/// What of a finding is published
#[utoipa::path(get, path = "/findings/{key}/publishing", tag = "publication", params(("key" = String, Path)), responses((status = 200, body = Publishing)))]
pub(super) async fn publishing_of_finding(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Publishing>, Problem> {
    Ok(Json(usecases::publishing_of_finding(&state.app, &actor, &key).await?.into()))
}

/// Publications of a round, newest first
#[utoipa::path(get, path = "/inspections/{key}/publications", tag = "publication", params(("key" = String, Path)), responses((status = 200, body = List<PublicationSummary>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<PublicationSummary>>, Problem> {
    let all = usecases::publications(&state.app, &actor, &key).await?;
    Ok(Json(List::new(all.into_iter().map(Into::into).collect())))
}

/// Make the public version of a locked report
#[utoipa::path(post, path = "/reports/{key}/publications", tag = "publication", params(("key" = String, Path)), responses((status = 201, body = Publication)))]
pub(super) async fn make(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<(StatusCode, Json<Publication>), Problem> {
    let made = usecases::make_publication(&state.app, &actor, &key).await?;
    Ok((StatusCode::CREATED, Json(usecases::publication(&state.app, &actor, &made).await?.into())))
}

/// A publication beside the internal version
#[utoipa::path(get, path = "/publications/{key}", tag = "publication", params(("key" = String, Path)), responses((status = 200, body = Publication)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Publication>, Problem> {
    Ok(Json(usecases::publication(&state.app, &actor, &key).await?.into()))
}

/// Set the period and where the public may turn
#[utoipa::path(put, path = "/publications/{key}/notice", tag = "publication", params(("key" = String, Path)), request_body = NoticeBody, responses((status = 200, body = Publication)))]
pub(super) async fn notice(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<NoticeBody>,
) -> Result<Json<Publication>, Problem> {
    let version = body.version;
    Ok(Json(usecases::change_notice(&state.app, &actor, &key, version, body.into()).await?.into()))
}

/// Redact words by hand, or leave them open
#[utoipa::path(post, path = "/publications/{key}/redactions", tag = "publication", params(("key" = String, Path)), request_body = RedactionBody, responses((status = 200, body = Publication)))]
pub(super) async fn redact(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RedactionBody>,
) -> Result<Json<Publication>, Problem> {
    let version = body.version;
    Ok(Json(usecases::add_redaction(&state.app, &actor, &key, version, body.into()).await?.into()))
}

/// Take a redaction back
#[utoipa::path(post, path = "/publications/{key}/redactions/removal", tag = "publication", params(("key" = String, Path)), request_body = RedactionRemovalBody, responses((status = 200, body = Publication)))]
pub(super) async fn unredact(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RedactionRemovalBody>,
) -> Result<Json<Publication>, Problem> {
    Ok(Json(usecases::remove_redaction(&state.app, &actor, &key, body.version, body.number).await?.into()))
}

async fn checked(state: &AppState, actor: &usecases::Actor, key: &str) -> Diagnostics {
    let found = usecases::check_publication(&state.app, actor, key).await?;
    Ok(Json(List::new(found.into_iter().map(Into::into).collect())))
}

/// What the checker finds in the public version
#[utoipa::path(get, path = "/publications/{key}/checks", tag = "publication", params(("key" = String, Path)), responses((status = 200, body = List<ReportDiagnostic>)))]
pub(super) async fn checks(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Diagnostics {
    checked(&state, &actor, &key).await
}

/// Leave a diagnostic as it is, or overrule it as a second person
#[utoipa::path(post, path = "/publications/{key}/remarks", tag = "publication", params(("key" = String, Path)), request_body = RemarkBody, responses((status = 200, body = List<ReportDiagnostic>)))]
pub(super) async fn remark(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RemarkBody>,
) -> Diagnostics {
    usecases::add_remark(&state.app, &actor, &key, body.into()).await?;
    checked(&state, &actor, &key).await
}

/// Take a remark back
#[utoipa::path(post, path = "/publications/{key}/remarks/{id}/withdrawal", tag = "publication", params(("key" = String, Path), ("id" = String, Path)), responses((status = 200, body = List<ReportDiagnostic>)))]
pub(super) async fn withdraw_remark(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path((key, id)): Path<(String, String)>,
) -> Diagnostics {
    usecases::withdraw_remark(&state.app, &actor, &key, &id).await?;
    checked(&state, &actor, &key).await
}

/// Confirm as a second person: from then on the text never changes
#[utoipa::path(post, path = "/publications/{key}/confirmation", tag = "publication", params(("key" = String, Path)), request_body = PublicationConfirmationBody, responses((status = 200, body = Publication)))]
pub(super) async fn confirm(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<PublicationConfirmationBody>,
) -> Result<Json<Publication>, Problem> {
    Ok(Json(usecases::confirm_publication(&state.app, &actor, &key, body.version, &body.digest).await?.into()))
}

/// Put a draft aside; it stays on record
#[utoipa::path(post, path = "/publications/{key}/discarding", tag = "publication", params(("key" = String, Path)), request_body = PublicationVersionBody, responses((status = 204)))]
pub(super) async fn discard(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<PublicationVersionBody>,
) -> Result<StatusCode, Problem> {
    usecases::discard_publication(&state.app, &actor, &key, body.version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A confirmed publication as a file
#[utoipa::path(get, path = "/publications/{key}/file", tag = "publication", params(("key" = String, Path), PublicationFormatQuery), responses((status = 200, content_type = "text/html")))]
pub(super) async fn download(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<PublicationFormatQuery>,
) -> Result<File, Problem> {
    let bytes = usecases::publication_file(&state.app, &actor, &key, query.format.into()).await?;
    let (media, ending) = match query.format {
        PublicationFormat::Html => ("text/html; charset=utf-8", "html"),
        PublicationFormat::Docx => (DOCX, "docx"),
        PublicationFormat::Pdf => ("application/pdf", "pdf"),
    };
    Ok(file(media, &format!("{key}.{ending}"), bytes))
}
