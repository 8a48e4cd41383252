//! Standing rules and duties, and what responsibility lacks.

use super::findings::answer;
use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, SignedIn};
use api::finding::Finding;
use api::finding::standing::{ConfirmationBody, StandingBody, StandingPatch};
use api::gaps::Gaps;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// Add a standing rule or duty; answers its finding
#[utoipa::path(post, path = "/findings/{key}/standing", tag = "ledger", params(("key" = String, Path)), request_body = StandingBody, responses((status = 201, body = Finding)))]
pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<StandingBody>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let result = usecases::add_standing(&state.app, &actor, &key, body.into()).await;
    Ok((StatusCode::CREATED, answer(&state, &actor, &key, result).await?))
}

/// Change or end a standing rule or duty; answers its finding
#[utoipa::path(patch, path = "/standing/{id}", tag = "ledger", params(("id" = String, Path)), request_body = StandingPatch, responses((status = 200, body = Finding)))]
pub(super) async fn change(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<StandingPatch>,
) -> Result<Json<Finding>, Problem> {
    let key = usecases::change_standing(&state.app, &actor, &id, body.version, body.into()).await?;
    answer(&state, &actor, &key, Ok(())).await
}

/// Confirm that it was done or looked at; answers its finding
#[utoipa::path(post, path = "/standing/{id}/confirmations", tag = "ledger", params(("id" = String, Path)), request_body = ConfirmationBody, responses((status = 201, body = Finding)))]
pub(super) async fn confirm(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<ConfirmationBody>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let key = usecases::confirm_standing(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok((StatusCode::CREATED, answer(&state, &actor, &key, Ok(())).await?))
}

/// What responsibility lacks in an inspection
#[utoipa::path(get, path = "/inspections/{key}/gaps", tag = "ledger", params(("key" = String, Path)), responses((status = 200, body = Gaps)))]
pub(super) async fn gaps(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Gaps>, Problem> {
    Ok(Json(usecases::gaps(&state.app, &actor, &key).await?.into()))
}
