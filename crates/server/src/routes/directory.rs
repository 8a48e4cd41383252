//! Units and people.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use api::directory::{List, PersonBody, PersonJson, PersonPatch, UnitBody, UnitJson, UnitPatch};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use std::collections::HashMap;

type Body<T> = Result<Json<T>, JsonRejection>;

pub(super) async fn units(State(state): State<AppState>, _: SignedIn) -> Result<Json<List<UnitJson>>, Problem> {
    let units = usecases::units(&state.app).await?;
    Ok(Json(List::new(units.into_iter().map(UnitJson::from).collect())))
}

pub(super) async fn add_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    body: Body<UnitBody>,
) -> Result<(StatusCode, Json<UnitJson>), Problem> {
    let unit = usecases::add_unit(&state.app, &actor, body?.0.into()).await?;
    Ok((StatusCode::CREATED, Json(unit.into())))
}

pub(super) async fn change_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<UnitPatch>,
) -> Result<Json<UnitJson>, Problem> {
    let body = body?.0;
    let unit = usecases::change_unit(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok(Json(unit.into()))
}

pub(super) async fn delete_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::delete_unit(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn people(
    State(state): State<AppState>,
    _: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<List<PersonJson>>, Problem> {
    let people = usecases::people(&state.app, query.get("q").map(String::as_str)).await?;
    Ok(Json(List::new(people.into_iter().map(PersonJson::from).collect())))
}

pub(super) async fn add_person(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    body: Body<PersonBody>,
) -> Result<(StatusCode, Json<PersonJson>), Problem> {
    let person = usecases::add_person(&state.app, &actor, body?.0.into()).await?;
    Ok((StatusCode::CREATED, Json(person.into())))
}

pub(super) async fn change_person(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    body: Body<PersonPatch>,
) -> Result<Json<PersonJson>, Problem> {
    let body = body?.0;
    let person = usecases::change_person(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok(Json(person.into()))
}
