//! Rule profiles and the working-day calendar.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::rules::{OwnDaysBody, ProfileBody, ProfilePreview, Rules, RulesVersionQuery, TableRefusal, YearBody, days};
use axum::Json;
use axum::extract::{Path, State};
use usecases::{Actor, Error};

/// The rules after a change: its version is the next one.
async fn answer(state: &AppState, actor: &Actor, version: i64) -> Result<Json<Rules>, Problem> {
    let actor = Actor { rules: version, ..actor.clone() };
    Ok(Json((&*state.app.rules(&actor).await?).into()))
}

fn refused(cause: TableRefusal) -> Error {
    Error::invalid("days", cause.to_string())
}

/// All rules as they hold now
#[utoipa::path(get, path = "/rules", tag = "rules", responses((status = 200, body = Rules)))]
pub(super) async fn all(State(state): State<AppState>, SignedIn(actor): SignedIn) -> Result<Json<Rules>, Problem> {
    answer(&state, &actor, actor.rules).await
}

/// Change a profile
#[utoipa::path(put, path = "/rules/profiles/{id}", tag = "rules", params(("id" = String, Path)), request_body = ProfileBody, responses((status = 200, body = Rules)))]
pub(super) async fn change_profile(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<ProfileBody>,
) -> Result<Json<Rules>, Problem> {
    let changes = body.settings.into_iter().map(Into::into).collect();
    usecases::change_profile(&state.app, &actor, &id, body.version, changes).await?;
    answer(&state, &actor, body.version + 1).await
}

/// What a change of a profile would do today; nothing is changed
#[utoipa::path(post, path = "/rules/profiles/{id}/preview", tag = "rules", params(("id" = String, Path)), request_body = ProfileBody, responses((status = 200, body = ProfilePreview)))]
pub(super) async fn preview(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
    Body(body): Body<ProfileBody>,
) -> Result<Json<ProfilePreview>, Problem> {
    let changes: Vec<_> = body.settings.into_iter().map(Into::into).collect();
    Ok(Json(usecases::preview_profile(&state.app, &actor, &id, &changes).await?.into()))
}

/// Put in the holidays of a year, or replace them
#[utoipa::path(put, path = "/rules/years/{year}", tag = "rules", params(("year" = i16, Path)), request_body = YearBody, responses((status = 200, body = Rules)))]
pub(super) async fn put_year(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(year): Path<i16>,
    Body(body): Body<YearBody>,
) -> Result<Json<Rules>, Problem> {
    let table = body.table(year).map_err(refused)?;
    usecases::put_year(&state.app, &actor, body.version, table).await?;
    answer(&state, &actor, body.version + 1).await
}

/// Go back to what is built in for a year
#[utoipa::path(delete, path = "/rules/years/{year}", tag = "rules", params(("year" = i16, Path), RulesVersionQuery), responses((status = 200, body = Rules)))]
pub(super) async fn remove_year(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(year): Path<i16>,
    Params(query): Params<RulesVersionQuery>,
) -> Result<Json<Rules>, Problem> {
    usecases::remove_year(&state.app, &actor, query.version, year).await?;
    answer(&state, &actor, query.version + 1).await
}

/// Set the organisation's own days off and make-up days
#[utoipa::path(put, path = "/rules/own-days", tag = "rules", request_body = OwnDaysBody, responses((status = 200, body = Rules)))]
pub(super) async fn set_own_days(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<OwnDaysBody>,
) -> Result<Json<Rules>, Problem> {
    let days = days(&body.days).map_err(refused)?;
    usecases::set_own_days(&state.app, &actor, body.version, days).await?;
    answer(&state, &actor, body.version + 1).await
}
