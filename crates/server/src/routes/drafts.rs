//! Drafts of imports.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use api::directory::List;
use api::draft::{self, ConfirmBody, ConfirmationJson, EditBody, MappingBody, VersionBody};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use usecases::{Draft, Error};

type Body<T> = Result<Json<T>, JsonRejection>;

pub(super) async fn list(
    State(state): State<AppState>,
    _: SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<Value>>, Problem> {
    let drafts = usecases::drafts(&state.app, &key).await?;
    Ok(Json(List::new(drafts.iter().map(draft::summary).collect())))
}

/// A file, or pasted text with a name. The name is data, never a path.
pub(super) async fn upload(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    mut form: Multipart,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let (mut name, mut bytes) = (None, None);
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => {
                name = name.or_else(|| field.file_name().map(str::to_owned));
                bytes = Some(field.bytes().await?.to_vec());
            }
            Some("text") => bytes = Some(field.bytes().await?.to_vec()),
            Some("name") => name = Some(field.text().await?),
            _ => {}
        }
    }
    let bytes = bytes.ok_or_else(|| Error::invalid("file", "没有收到文件"))?;
    let name = name.filter(|n| !n.trim().is_empty()).unwrap_or_else(|| "粘贴文本.txt".to_owned());
    let uploaded = usecases::upload(&state.app, &actor, &key, &name, bytes).await?;
    Ok((StatusCode::CREATED, Json(draft::draft(&uploaded))))
}

pub(super) async fn one(
    State(state): State<AppState>,
    _: SignedIn,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    Ok(Json(draft::draft(&usecases::draft(&state.app, &id).await?)))
}

/// Edits, undo and redo answer alike; a conflict carries the draft as it is now.
async fn answer(state: &AppState, id: &str, result: Result<Draft, Error>) -> Result<Json<Value>, Problem> {
    match result {
        Ok(changed) => Ok(Json(json!({"draft": draft::draft(&changed)}))),
        Err(error @ Error::Changed(_)) => {
            let now = usecases::draft(&state.app, id).await?;
            Err(Problem::from(error).with_details(draft::draft(&now)))
        }
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn edit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<EditBody>,
) -> Result<Json<Value>, Problem> {
    let body = body?.0;
    let now = usecases::draft(&state.app, &id).await?;
    let texts: Vec<&str> = now.parsed.document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    let node_text =
        |node: &str| now.state().find(node).map(|at| now.state().nodes[at].text.clone()).unwrap_or_default();
    let edit = body.edit.into_edit(&texts, node_text);
    answer(&state, &id, usecases::edit_draft(&state.app, &actor, &id, body.version, edit).await).await
}

pub(super) async fn undo(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<VersionBody>,
) -> Result<Json<Value>, Problem> {
    answer(&state, &id, usecases::undo_draft(&state.app, &actor, &id, body?.0.version).await).await
}

pub(super) async fn redo(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<VersionBody>,
) -> Result<Json<Value>, Problem> {
    answer(&state, &id, usecases::redo_draft(&state.app, &actor, &id, body?.0.version).await).await
}

pub(super) async fn correct_mapping(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<MappingBody>,
) -> Result<Json<Value>, Problem> {
    let body = body?.0;
    let fields: Vec<(u32, Option<String>)> = body.columns.into_iter().map(|c| (c.index, c.field)).collect();
    let changed = usecases::correct_mapping(&state.app, &actor, &id, body.version, &fields, body.header_rows).await;
    if let (Ok(changed), true) = (&changed, body.remember) {
        usecases::remember_mapping(&state.app, changed).await?;
    }
    answer(&state, &id, changed).await
}

pub(super) async fn confirm(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<ConfirmBody>,
) -> Result<Json<ConfirmationJson>, Problem> {
    let body = body?.0;
    let done = usecases::confirm_draft(&state.app, &actor, &id, body.version, body.skip_open.into()).await?;
    Ok(Json(done.into()))
}

pub(super) async fn discard(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::discard_draft(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
