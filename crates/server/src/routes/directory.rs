//! Units and people.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::person::{Person, PersonBody, PersonPatch, PersonQuery};
use api::unit::{Unit, UnitBody, UnitPatch};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// All units
#[utoipa::path(get, path = "/units", tag = "directory", responses((status = 200, body = List<Unit>)))]
pub(super) async fn units(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<List<Unit>>, Problem> {
    let units = usecases::units(&state.app, &actor).await?;
    Ok(Json(List::new(units.into_iter().map(Unit::from).collect())))
}

/// Add a unit
#[utoipa::path(post, path = "/units", tag = "directory", request_body = UnitBody, responses((status = 201, body = Unit)))]
pub(super) async fn add_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<UnitBody>,
) -> Result<(StatusCode, Json<Unit>), Problem> {
    let unit = usecases::add_unit(&state.app, &actor, body.into()).await?;
    Ok((StatusCode::CREATED, Json(unit.into())))
}

/// Change a unit
#[utoipa::path(patch, path = "/units/{id}", tag = "directory", params(("id" = String, Path)), request_body = UnitPatch, responses((status = 200, body = Unit)))]
pub(super) async fn change_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<UnitPatch>,
) -> Result<Json<Unit>, Problem> {
    let unit = usecases::change_unit(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok(Json(unit.into()))
}

/// Remove a unit that nothing uses
#[utoipa::path(delete, path = "/units/{id}", tag = "directory", params(("id" = String, Path)), responses((status = 204)))]
pub(super) async fn delete_unit(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::delete_unit(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// People, all or by name
#[utoipa::path(get, path = "/people", tag = "directory", params(PersonQuery), responses((status = 200, body = List<Person>)))]
pub(super) async fn people(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Params(query): Params<PersonQuery>,
) -> Result<Json<List<Person>>, Problem> {
    let people = usecases::people(&state.app, &actor, query.q.as_deref()).await?;
    Ok(Json(List::new(people.into_iter().map(Person::from).collect())))
}

/// Add a person
#[utoipa::path(post, path = "/people", tag = "directory", request_body = PersonBody, responses((status = 201, body = Person)))]
pub(super) async fn add_person(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<PersonBody>,
) -> Result<(StatusCode, Json<Person>), Problem> {
    let person = usecases::add_person(&state.app, &actor, body.into()).await?;
    Ok((StatusCode::CREATED, Json(person.into())))
}

/// Change a person, or reset the password
#[utoipa::path(patch, path = "/people/{id}", tag = "directory", params(("id" = String, Path)), request_body = PersonPatch, responses((status = 200, body = Person)))]
pub(super) async fn change_person(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<PersonPatch>,
) -> Result<Json<Person>, Problem> {
    let person = usecases::change_person(&state.app, &actor, &id, body.version, body.into()).await?;
    Ok(Json(person.into()))
}
