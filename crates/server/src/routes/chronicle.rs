//! 工作纪实 of a round.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, SignedIn};
use api::chronicle::{ChronicleBody, ChronicleEntry, ChroniclePatch};
use api::envelope::List;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// The entries in the order in which they came
#[utoipa::path(get, path = "/inspections/{key}/chronicle", tag = "chronicle", params(("key" = String, Path)), responses((status = 200, body = List<ChronicleEntry>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<List<ChronicleEntry>>, Problem> {
    let entries = usecases::chronicle(&state.app, &actor, &key).await?;
    Ok(Json(List::new(entries.into_iter().map(Into::into).collect())))
}

/// Add an entry
#[utoipa::path(post, path = "/inspections/{key}/chronicle", tag = "chronicle", params(("key" = String, Path)), request_body = ChronicleBody, responses((status = 201, body = ChronicleEntry)))]
pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ChronicleBody>,
) -> Result<(StatusCode, Json<ChronicleEntry>), Problem> {
    let entry = usecases::add_chronicle_entry(&state.app, &actor, &key, body.into()).await?;
    Ok((StatusCode::CREATED, Json(entry.into())))
}

/// Change an entry, take it out, bring it back
#[utoipa::path(patch, path = "/chronicle/{key}", tag = "chronicle", params(("key" = String, Path)), request_body = ChroniclePatch, responses((status = 200, body = ChronicleEntry)))]
pub(super) async fn change(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ChroniclePatch>,
) -> Result<Json<ChronicleEntry>, Problem> {
    let entry = usecases::change_chronicle_entry(&state.app, &actor, &key, body.version, body.into()).await?;
    Ok(Json(entry.into()))
}
