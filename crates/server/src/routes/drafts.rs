//! Drafts of imports.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, SignedIn};
use crate::upload::{self, UploadForm};
use api::draft::answer::{ConfirmBody, ConfirmationAnswer, DraftAnswer, MissingOwners, VersionBody};
use api::draft::edit::EditBody;
use api::draft::mapping::MappingBody;
use api::draft::{Draft, DraftSummary};
use api::envelope::List;
use axum::Json;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use serde_json::json;
use usecases::{Actor, Error};

/// Drafts of an inspection, newest first
#[utoipa::path(get, path = "/inspections/{key}/drafts", tag = "drafts", params(("key" = String, Path)), responses((status = 200, body = List<DraftSummary>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<DraftSummary>>, Problem> {
    let drafts = usecases::drafts(&state.app, &actor, &key).await?;
    Ok(Json(List::new(drafts.iter().map(DraftSummary::from).collect())))
}

/// Upload a document as a new draft
#[utoipa::path(post, path = "/inspections/{key}/drafts", tag = "drafts", params(("key" = String, Path)), request_body(content = UploadForm, content_type = "multipart/form-data"), responses((status = 201, body = Draft)))]
pub(super) async fn upload(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    form: Multipart,
) -> Result<(StatusCode, Json<Draft>), Problem> {
    let file = upload::read(form).await?;
    let name = file.name.unwrap_or_else(|| "粘贴文本.txt".to_owned());
    let uploaded = usecases::upload(&state.app, &actor, &key, &name, file.bytes).await?;
    Ok((StatusCode::CREATED, Json(Draft::from(&uploaded))))
}

/// A draft
#[utoipa::path(get, path = "/drafts/{id}", tag = "drafts", params(("id" = String, Path)), responses((status = 200, body = Draft)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<Draft>, Problem> {
    Ok(Json(Draft::from(&usecases::draft(&state.app, &actor, &id).await?)))
}

/// Edits, undo and redo answer alike; a conflict carries the draft as it is now.
async fn answer(
    state: &AppState,
    actor: &Actor,
    id: &str,
    result: Result<usecases::Draft, Error>,
) -> Result<Json<DraftAnswer>, Problem> {
    match result {
        Ok(changed) => Ok(Json(DraftAnswer { draft: Draft::from(&changed) })),
        Err(error) => Err(conflict(state, actor, id, error).await),
    }
}

async fn conflict(state: &AppState, actor: &Actor, id: &str, error: Error) -> Problem {
    let changed = matches!(error, Error::Changed(_));
    let problem = Problem::from(error);
    if !changed {
        return problem;
    }
    match usecases::draft(&state.app, actor, id).await {
        Ok(now) => problem.with_details(json!(Draft::from(&now))),
        Err(_) => problem,
    }
}

/// Edit a draft
#[utoipa::path(post, path = "/drafts/{id}/edits", tag = "drafts", params(("id" = String, Path)), request_body = EditBody, responses((status = 200, body = DraftAnswer)))]
pub(super) async fn edit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<EditBody>,
) -> Result<Json<DraftAnswer>, Problem> {
    let now = usecases::draft(&state.app, &actor, &id).await?;
    let texts: Vec<&str> = now.parsed.document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    let node_text =
        |node: &str| now.state().find(node).map(|at| now.state().nodes[at].text.clone()).unwrap_or_default();
    let edit = body.edit.into_edit(&texts, node_text);
    answer(&state, &actor, &id, usecases::edit_draft(&state.app, &actor, &id, body.version, edit).await).await
}

/// Undo the last edit
#[utoipa::path(post, path = "/drafts/{id}/undo", tag = "drafts", params(("id" = String, Path)), request_body = VersionBody, responses((status = 200, body = DraftAnswer)))]
pub(super) async fn undo(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<VersionBody>,
) -> Result<Json<DraftAnswer>, Problem> {
    answer(&state, &actor, &id, usecases::undo_draft(&state.app, &actor, &id, body.version).await).await
}

/// Redo what was undone
#[utoipa::path(post, path = "/drafts/{id}/redo", tag = "drafts", params(("id" = String, Path)), request_body = VersionBody, responses((status = 200, body = DraftAnswer)))]
pub(super) async fn redo(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<VersionBody>,
) -> Result<Json<DraftAnswer>, Problem> {
    answer(&state, &actor, &id, usecases::redo_draft(&state.app, &actor, &id, body.version).await).await
}

/// Read the table again with corrected columns
#[utoipa::path(put, path = "/drafts/{id}/mapping", tag = "drafts", params(("id" = String, Path)), request_body = MappingBody, responses((status = 200, body = DraftAnswer)))]
pub(super) async fn correct_mapping(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<MappingBody>,
) -> Result<Json<DraftAnswer>, Problem> {
    let fields: Vec<(u32, Option<String>)> = body.columns.into_iter().map(|c| (c.index, c.field)).collect();
    let changed = usecases::correct_mapping(&state.app, &actor, &id, body.version, &fields, body.header_rows).await;
    if let (Ok(changed), true) = (&changed, body.remember) {
        usecases::remember_mapping(&state.app, changed).await?;
    }
    answer(&state, &actor, &id, changed).await
}

/// Names in the draft that the directory does not know
#[utoipa::path(get, path = "/drafts/{id}/missing-owners", tag = "drafts", params(("id" = String, Path)), responses((status = 200, body = MissingOwners)))]
pub(super) async fn missing_owners(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<MissingOwners>, Problem> {
    let draft = usecases::draft(&state.app, &actor, &id).await?;
    Ok(Json(usecases::missing_owners(&state.app, &actor, &draft).await?.into()))
}

/// Take the draft over into the ledger
#[utoipa::path(post, path = "/drafts/{id}/confirmation", tag = "drafts", params(("id" = String, Path)), request_body = ConfirmBody, responses((status = 200, body = ConfirmationAnswer)))]
pub(super) async fn confirm(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<ConfirmBody>,
) -> Result<Json<ConfirmationAnswer>, Problem> {
    let (open, missing) = (body.skip_open.into(), body.create_missing.into());
    match usecases::confirm_draft(&state.app, &actor, &id, body.version, open, missing).await {
        Ok(done) => Ok(Json(done.into())),
        Err(error) => Err(conflict(&state, &actor, &id, error).await),
    }
}

/// Give a draft up
#[utoipa::path(delete, path = "/drafts/{id}", tag = "drafts", params(("id" = String, Path)), responses((status = 204)))]
pub(super) async fn discard(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::discard_draft(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
