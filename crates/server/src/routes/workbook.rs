//! The ledger as a workbook, out and in.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use crate::upload::{self, UploadForm};
use api::finding::query::FindingQuery;
use api::workbook::{AcceptBody, Applied, ChangeSet, TableBody};
use axum::Json;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderName, StatusCode, header};
use usecases::FindingFilter;

pub(super) type File = ([(HeaderName, String); 2], Vec<u8>);

pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(super) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Rows of one page while all keys of a filtered list are collected.
const PAGE_ROWS: u64 = 500;

pub(super) fn file(kind: &str, name: &str, bytes: Vec<u8>) -> File {
    (
        [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ],
        bytes,
    )
}

/// The workbook with the rows of the filtered list
#[utoipa::path(get, path = "/inspections/{key}/ledger.xlsx", tag = "ledger", params(("key" = String, Path), FindingQuery), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
pub(super) async fn ledger(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<FindingQuery>,
) -> Result<File, Problem> {
    let mut filter = FindingFilter { limit: PAGE_ROWS, after: None, ..FindingFilter::from(query) };
    let mut keys = Vec::new();
    loop {
        let page = usecases::findings(&state.app, &actor, &key, &filter).await?.page;
        keys.extend(page.rows.into_iter().map(|r| r.finding.key));
        filter.after = page.next;
        if filter.after.is_none() {
            break;
        }
    }
    let bytes = usecases::ledger_workbook_of(&state.app, &actor, &key, Some(&keys)).await?;
    Ok(file(XLSX, &format!("{key}.xlsx"), bytes))
}

/// Compare an uploaded workbook, or a table pasted as text, with the ledger
#[utoipa::path(post, path = "/inspections/{key}/ledger-changes", tag = "ledger", params(("key" = String, Path)), request_body(content((UploadForm = "multipart/form-data"), (TableBody = "application/json"))), responses((status = 201, body = ChangeSet)))]
pub(super) async fn compare(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    request: Request,
) -> Result<(StatusCode, Json<ChangeSet>), Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let set = if kind.starts_with("multipart/") {
        let form = Multipart::from_request(request, &state)
            .await
            .map_err(|r| Problem::new(r.status(), "bad_upload", r.body_text()))?;
        let file = upload::read(form).await?;
        let name = file.name.unwrap_or_else(|| "台账.xlsx".to_owned());
        usecases::compare_workbook(&state.app, &actor, &key, &name, file.bytes).await?
    } else {
        let Body(body) = Body::<TableBody>::from_request(request, &state).await?;
        usecases::compare_table(&state.app, &actor, &key, &body.table).await?
    };
    Ok((StatusCode::CREATED, Json((&set).into())))
}

/// Take over the accepted rows
#[utoipa::path(post, path = "/ledger-changes/{id}/confirmation", tag = "ledger", params(("id" = String, Path)), request_body = AcceptBody, responses((status = 200, body = Applied)))]
pub(super) async fn apply(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<AcceptBody>,
) -> Result<Json<Applied>, Problem> {
    let applied = usecases::apply_changes(&state.app, &actor, &id, &body.rows).await?;
    Ok(Json(applied.into()))
}
