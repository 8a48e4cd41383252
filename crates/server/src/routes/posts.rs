//! Positions of people, and delegations.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, InPerson, SignedIn};
use api::delegation::{Delegation, DelegationBody, EndDelegationBody};
use api::envelope::List;
use api::position::{Position, PositionBody, PositionPatch};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// Positions of a person, those that are over too, newest first
#[utoipa::path(get, path = "/people/{id}/positions", tag = "directory", params(("id" = String, Path)), responses((status = 200, body = List<Position>)))]
pub(super) async fn positions(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<Json<List<Position>>, Problem> {
    let positions = usecases::positions(&state.app, &actor, &id).await?;
    Ok(Json(List::new(positions.into_iter().map(Position::from).collect())))
}

/// Add a position beside the main one
#[utoipa::path(post, path = "/people/{id}/positions", tag = "directory", params(("id" = String, Path)), request_body = PositionBody, responses((status = 201, body = Position)))]
pub(super) async fn add_position(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<PositionBody>,
) -> Result<(StatusCode, Json<Position>), Problem> {
    let position = usecases::add_position(&state.app, &actor, &id, body.into()).await?;
    Ok((StatusCode::CREATED, Json(position.into())))
}

/// Change or end a position
#[utoipa::path(patch, path = "/positions/{id}", tag = "directory", params(("id" = String, Path)), request_body = PositionPatch, responses((status = 200, body = Position)))]
pub(super) async fn change_position(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<PositionPatch>,
) -> Result<Json<Position>, Problem> {
    let position = usecases::change_position(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok(Json(position.into()))
}

/// Delegations that the person gave or was given, newest first; all for the administrator
#[utoipa::path(get, path = "/delegations", tag = "directory", responses((status = 200, body = List<Delegation>)))]
pub(super) async fn delegations(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<List<Delegation>>, Problem> {
    let view = usecases::delegations(&state.app, &actor).await?;
    Ok(Json(List::new(Delegation::all(&view))))
}

/// Let somebody act in the own place; a script must not
#[utoipa::path(post, path = "/delegations", tag = "directory", request_body = DelegationBody, responses((status = 201, body = List<Delegation>)))]
pub(super) async fn add_delegation(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
    Body(body): Body<DelegationBody>,
) -> Result<(StatusCode, Json<List<Delegation>>), Problem> {
    let view = usecases::add_delegation(&state.app, &actor, body.into()).await?;
    Ok((StatusCode::CREATED, Json(List::new(Delegation::all(&view)))))
}

/// End a delegation before its time
#[utoipa::path(post, path = "/delegations/{id}/end", tag = "directory", params(("id" = String, Path)), request_body = EndDelegationBody, responses((status = 200, body = List<Delegation>)))]
pub(super) async fn end_delegation(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
    Path(id): Path<String>,
    Body(body): Body<EndDelegationBody>,
) -> Result<Json<List<Delegation>>, Problem> {
    let view = usecases::end_delegation(&state.app, &actor, &id, body.version).await?;
    Ok(Json(List::new(Delegation::all(&view))))
}
