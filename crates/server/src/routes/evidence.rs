//! Evidence: upload, withdraw, fetch, look at.

use crate::error::Problem;
use crate::extract::Params;
use crate::state::{AppState, SignedIn};
use crate::upload::{self, EvidenceForm};
use api::finding::Finding;
use api::finding::evidence::ReasonQuery;
use axum::Json;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderName, StatusCode, header};
use usecases::Shown;

/// Add evidence to a finding; answers the finding with it
#[utoipa::path(post, path = "/findings/{key}/evidence", tag = "evidence", params(("key" = String, Path)), request_body(content = EvidenceForm, content_type = "multipart/form-data"), responses((status = 201, body = Finding)))]
pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    form: Multipart,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let new = upload::read_evidence(form).await?;
    usecases::add_evidence(&state.app, &actor, &key, new).await?;
    Ok((StatusCode::CREATED, Json((&usecases::finding(&state.app, &actor, &key).await?).into())))
}

/// Withdraw evidence; answers its finding
#[utoipa::path(delete, path = "/evidence/{key}", tag = "evidence", params(("key" = String, Path), ReasonQuery), responses((status = 200, body = Finding)))]
pub(super) async fn withdraw(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<ReasonQuery>,
) -> Result<Json<Finding>, Problem> {
    let finding = usecases::withdraw_evidence(&state.app, &actor, &key, &query.reason).await?;
    Ok(Json((&usecases::finding(&state.app, &actor, &finding).await?).into()))
}

type File = ([(HeaderName, String); 3], Vec<u8>);

/// The file, always as a download: what others uploaded never runs in this page's name
#[utoipa::path(get, path = "/evidence/{key}/file", tag = "evidence", params(("key" = String, Path)), responses((status = 200, content_type = "application/octet-stream")))]
pub(super) async fn file(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<File, Problem> {
    let (evidence, bytes) = usecases::evidence_file(&state.app, &actor, &key).await?;
    let name: String = evidence.name.bytes().map(percent).collect();
    Ok((
        [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
            (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
        ],
        bytes,
    ))
}

/// Pictures and pages are shut in; a browser's own viewer of PDF does not start in a sandbox.
const SHUT_IN: &str =
    "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
const PDF: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// What can be shown of the file: pictures, PDF, or its text as a plain page; never its own markup
#[utoipa::path(get, path = "/evidence/{key}/preview", tag = "evidence", params(("key" = String, Path)), responses((status = 200, content_type = "text/html")))]
pub(super) async fn preview(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<File, Problem> {
    let (kind, policy, bytes) = match usecases::evidence_preview(&state.app, &actor, &key).await? {
        Shown::Image(kind, bytes) => (kind, SHUT_IN, bytes),
        Shown::Pdf(bytes) => ("application/pdf", PDF, bytes),
        Shown::Page(page) => ("text/html; charset=utf-8", SHUT_IN, page.into_bytes()),
    };
    Ok((
        [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, "inline".to_owned()),
            (header::CONTENT_SECURITY_POLICY, policy.to_owned()),
        ],
        bytes,
    ))
}

/// RFC 5987: letters and digits stay, every other byte is escaped.
fn percent(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
