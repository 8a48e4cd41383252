//! Templates: tried, kept, replaced, withdrawn, filled in.

use super::workbook::DOCX;
use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use crate::template_upload::{self, TemplateForm, TemplateTrialForm, TemplateVersionForm};
use api::envelope::List;
use api::template::{Template, TemplateFillQuery, TemplateTrial, TemplateTrialQuery, TemplateWithdrawalBody};
use axum::Json;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderName, StatusCode, header};
use usecases::Error;

type File = ([(HeaderName, String); 2], Vec<u8>);

/// Templates that the person may use
#[utoipa::path(get, path = "/templates", tag = "template", responses((status = 200, body = List<Template>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<List<Template>>, Problem> {
    let all = usecases::templates(&state.app, &actor).await?;
    Ok(Json(List::new(all.into_iter().map(Into::into).collect())))
}

/// Keep a template; it is filled in from the ledger first, and refused with every fault named
#[utoipa::path(post, path = "/templates", tag = "template", request_body(content = TemplateForm, content_type = "multipart/form-data"), responses((status = 201, body = Template)))]
pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    form: Multipart,
) -> Result<(StatusCode, Json<Template>), Problem> {
    let new = template_upload::read(form).await?.template()?;
    let key = usecases::add_template(&state.app, &actor, new).await?;
    Ok((StatusCode::CREATED, Json(usecases::template(&state.app, &actor, &key).await?.into())))
}

/// Try a file on a ledger; nothing is kept
#[utoipa::path(post, path = "/template-trials", tag = "template", request_body(content = TemplateTrialForm, content_type = "multipart/form-data"), responses((status = 200, body = TemplateTrial)))]
pub(super) async fn try_file(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    form: Multipart,
) -> Result<Json<TemplateTrial>, Problem> {
    let order = template_upload::read(form).await?.order()?;
    Ok(Json(usecases::trial(&state.app, &actor, order).await?.into()))
}

/// The filled file of a trial; nothing is kept
#[utoipa::path(post, path = "/template-trials/file", tag = "template", request_body(content = TemplateTrialForm, content_type = "multipart/form-data"), responses((status = 200, content_type = "application/octet-stream")))]
pub(super) async fn trial_file(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    form: Multipart,
) -> Result<File, Problem> {
    let order = template_upload::read(form).await?.order()?;
    let name = format!("试填-{}", order.name);
    Ok(file(&name, usecases::trial_file(&state.app, &actor, order).await?))
}

/// A template with its versions
#[utoipa::path(get, path = "/templates/{key}", tag = "template", params(("key" = String, Path)), responses((status = 200, body = Template)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Template>, Problem> {
    Ok(Json(usecases::template(&state.app, &actor, &key).await?.into()))
}

/// A newer version of a template; without a file the columns of the form are corrected
#[utoipa::path(post, path = "/templates/{key}/versions", tag = "template", params(("key" = String, Path)), request_body(content = TemplateVersionForm, content_type = "multipart/form-data"), responses((status = 201, body = Template)))]
pub(super) async fn add_version(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    form: Multipart,
) -> Result<(StatusCode, Json<Template>), Problem> {
    let new = template_upload::read(form).await?.version();
    usecases::add_template_file(&state.app, &actor, &key, new).await?;
    Ok((StatusCode::CREATED, Json(usecases::template(&state.app, &actor, &key).await?.into())))
}

/// Take a template out of use; it stays on record
#[utoipa::path(post, path = "/templates/{key}/withdrawal", tag = "template", params(("key" = String, Path)), request_body = TemplateWithdrawalBody, responses((status = 200, body = Template)))]
pub(super) async fn withdraw(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<TemplateWithdrawalBody>,
) -> Result<Json<Template>, Problem> {
    usecases::withdraw_template(&state.app, &actor, &key, body.version, &body.reason).await?;
    Ok(Json(usecases::template(&state.app, &actor, &key).await?.into()))
}

/// A version's own file, placeholders and all
#[utoipa::path(get, path = "/templates/{key}/versions/{number}/file", tag = "template", params(("key" = String, Path), ("number" = i64, Path)), responses((status = 200, content_type = "application/octet-stream")))]
pub(super) async fn version_file(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path((key, number)): Path<(String, i64)>,
) -> Result<File, Problem> {
    let (name, bytes) = usecases::stored_file(&state.app, &actor, &key, number).await?;
    Ok(file(&name, bytes))
}

/// What a template's placeholders give on a ledger
#[utoipa::path(get, path = "/templates/{key}/trial", tag = "template", params(("key" = String, Path), TemplateTrialQuery), responses((status = 200, body = TemplateTrial)))]
pub(super) async fn try_stored(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<TemplateTrialQuery>,
) -> Result<Json<TemplateTrial>, Problem> {
    Ok(Json(usecases::template_trial(&state.app, &actor, &key, &query.inspection).await?.into()))
}

/// A template filled in from the ledger of today
#[utoipa::path(get, path = "/inspections/{key}/templates/{template}", tag = "template", params(("key" = String, Path), ("template" = String, Path), TemplateFillQuery), responses((status = 200, content_type = "application/octet-stream")))]
pub(super) async fn fill(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path((key, template)): Path<(String, String)>,
    Params(query): Params<TemplateFillQuery>,
) -> Result<File, Problem> {
    let chosen = query.keys();
    let filled = usecases::fill_template(&state.app, &actor, &key, &template, chosen.as_deref()).await?;
    Ok(file(&filled.name, filled.bytes))
}

/// A built-in document with its placeholders, to begin a template from
#[utoipa::path(get, path = "/report-kinds/{kind}/template", tag = "template", params(("kind" = String, Path)), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))]
pub(super) async fn built_in(_who: SignedIn, Path(kind): Path<String>) -> Result<File, Problem> {
    let kind = report::ReportKind::from_name(&kind).ok_or(Error::NotFound("这种文件"))?;
    let bytes = usecases::built_in_template(kind).await?;
    let (_, name) = disposition(&format!("模板-{}.docx", kind.title));
    Ok(([(header::CONTENT_TYPE, DOCX.to_owned()), (header::CONTENT_DISPOSITION, name)], bytes))
}

/// A file to take away: what others uploaded never runs in this page's name.
fn file(name: &str, bytes: Vec<u8>) -> File {
    ([(header::CONTENT_TYPE, "application/octet-stream".to_owned()), disposition(name)], bytes)
}

/// RFC 5987: letters and digits stay, every other byte is escaped.
fn disposition(name: &str) -> (HeaderName, String) {
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'.' | b'-' | b'_' => char::from(byte).to_string(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{escaped}"))
}
