//! Files of evidence in parts, and stored material that is used again.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::finding::Finding;
use api::finding::upload::{MaterialPage, MaterialParams, OffsetQuery, ReuseBody, Upload, UploadBody};
use axum::Json;
use axum::body::Body as Stream;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use futures_util::StreamExt;
use std::time::Duration;

/// A line that is dead is given up after this: the sender may go on over a new one.
const SILENCE: Duration = Duration::from_secs(30);

/// Begin an upload in parts, or find the one that stopped: same person, finding, name and digest
#[utoipa::path(post, path = "/findings/{key}/uploads", tag = "evidence", params(("key" = String, Path)), request_body = UploadBody, responses((status = 201, body = Upload)))]
pub(super) async fn begin(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<UploadBody>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let upload = usecases::begin_upload(&state.app, &actor, &key, body.into()).await?;
    Ok((StatusCode::CREATED, Json(upload.into())))
}

/// The uploads of the caller that are under way, oldest first
#[utoipa::path(get, path = "/uploads", tag = "evidence", responses((status = 200, body = List<Upload>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<List<Upload>>, Problem> {
    let uploads = usecases::uploads(&state.app, &actor).await?;
    Ok(Json(List::new(uploads.into_iter().map(Into::into).collect())))
}

/// How far an upload is
#[utoipa::path(get, path = "/uploads/{id}", tag = "evidence", params(("id" = String, Path)), responses((status = 200, body = Upload)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<Upload>, Problem> {
    Ok(Json(usecases::upload_progress(&state.app, &actor, &id).await?.into()))
}

/// Send the next part; what came before the line broke stays
#[utoipa::path(patch, path = "/uploads/{id}", tag = "evidence", params(("id" = String, Path), OffsetQuery), request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 200, body = Upload)))]
pub(super) async fn append(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Params(at): Params<OffsetQuery>,
    body: Stream,
) -> Result<Json<Upload>, Problem> {
    let mut upload = usecases::continue_upload(&state.app, &actor, &id, at.offset).await?;
    let mut pieces = body.into_data_stream();
    let broken = loop {
        match tokio::time::timeout(SILENCE, pieces.next()).await {
            Ok(Some(Ok(bytes))) => upload.write(&bytes).await?,
            Ok(None) => break false,
            Ok(Some(Err(_))) | Err(_) => break true,
        }
    };
    let upload = upload.settle(&state.app).await?;
    if broken {
        let message = format!("传输中断，已收到 {} 字节。请从这里续传。", upload.received);
        return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "broken_upload", message));
    }
    Ok(Json(upload.into()))
}

/// Give an upload up
#[utoipa::path(delete, path = "/uploads/{id}", tag = "evidence", params(("id" = String, Path)), responses((status = 204)))]
pub(super) async fn discard(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::discard_upload(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Make evidence of a file that has come whole; answers the finding with it
#[utoipa::path(post, path = "/uploads/{id}/completion", tag = "evidence", params(("id" = String, Path)), responses((status = 201, body = Finding)))]
pub(super) async fn complete(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let key = usecases::complete_upload(&state.app, &actor, &id).await?;
    Ok((StatusCode::CREATED, Json((&usecases::finding(&state.app, &actor, &key).await?).into())))
}

/// Stored material within reach, newest first
#[utoipa::path(get, path = "/evidence", tag = "evidence", params(MaterialParams), responses((status = 200, body = MaterialPage)))]
pub(super) async fn material(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Params(query): Params<MaterialParams>,
) -> Result<Json<MaterialPage>, Problem> {
    Ok(Json(usecases::material(&state.app, &actor, query.into()).await?.into()))
}

/// Use stored material as evidence here too; answers the finding with it
#[utoipa::path(post, path = "/findings/{key}/reused-evidence", tag = "evidence", params(("key" = String, Path)), request_body = ReuseBody, responses((status = 201, body = Finding)))]
pub(super) async fn reuse(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ReuseBody>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    usecases::reuse_evidence(&state.app, &actor, &key, &body.into()).await?;
    Ok((StatusCode::CREATED, Json((&usecases::finding(&state.app, &actor, &key).await?).into())))
}
