//! The ledger as a workbook, out and in; the report.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use api::finding::FindingQuery;
use api::workbook::{self, AcceptBody, TableBody};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::{HeaderName, StatusCode, header};
use serde_json::Value;
use usecases::{Error, FindingFilter};

type Body<T> = Result<Json<T>, JsonRejection>;
type File = ([(HeaderName, String); 2], Vec<u8>);

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Rows of one page while all keys of a filtered list are collected.
const PAGE_ROWS: u64 = 500;

fn file(kind: &str, name: &str, bytes: Vec<u8>) -> File {
    (
        [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        ],
        bytes,
    )
}

/// The workbook with the rows of the filtered list.
pub(super) async fn ledger(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Query(query): Query<FindingQuery>,
) -> Result<File, Problem> {
    let mut filter = FindingFilter { limit: PAGE_ROWS, after: None, ..FindingFilter::from(query) };
    let mut keys = Vec::new();
    loop {
        let page = usecases::findings(&state.app, &key, &filter).await?.page;
        keys.extend(page.rows.into_iter().map(|r| r.finding.key));
        filter.after = page.next;
        if filter.after.is_none() {
            break;
        }
    }
    let bytes = usecases::ledger_workbook_of(&state.app, &actor, &key, Some(&keys)).await?;
    Ok(file(XLSX, &format!("{key}.xlsx"), bytes))
}

pub(super) async fn report(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<File, Problem> {
    let bytes = usecases::report_of(&state.app, &actor, &key).await?;
    Ok(file(DOCX, &format!("{key}-report.docx"), bytes))
}

/// An uploaded workbook, or a table pasted as text.
pub(super) async fn compare(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    request: Request,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let form = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.starts_with("multipart/"));
    let set = if form {
        let mut form = Multipart::from_request(request, &state)
            .await
            .map_err(|r| Problem::new(r.status(), "bad_upload", r.body_text()))?;
        let mut upload = None;
        while let Some(field) = form.next_field().await? {
            if field.name() == Some("file") {
                let name = field.file_name().unwrap_or("台账.xlsx").to_owned();
                upload = Some((name, field.bytes().await?.to_vec()));
            }
        }
        let (name, bytes) = upload.ok_or_else(|| Error::invalid("file", "没有收到文件"))?;
        usecases::compare_workbook(&state.app, &actor, &key, &name, bytes).await?
    } else {
        let Json(body) = Json::<TableBody>::from_request(request, &state).await?;
        usecases::compare_table(&state.app, &actor, &key, &body.table).await?
    };
    Ok((StatusCode::CREATED, Json(workbook::change_set(&set))))
}

pub(super) async fn apply(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<AcceptBody>,
) -> Result<Json<Value>, Problem> {
    let applied = usecases::apply_changes(&state.app, &actor, &id, &body?.0.rows).await?;
    Ok(Json(workbook::applied(&applied)))
}
