//! Inspections.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use api::directory::{InspectionBody, InspectionJson, InspectionPatch, List};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use usecases::Error;

type Body<T> = Result<Json<T>, JsonRejection>;

pub(super) async fn list(State(state): State<AppState>, _: SignedIn) -> Result<Json<List<InspectionJson>>, Problem> {
    let all = usecases::inspections(&state.app).await?;
    Ok(Json(List::new(all.into_iter().map(|(i, counts)| InspectionJson::new(i, counts)).collect())))
}

pub(super) async fn one(
    State(state): State<AppState>,
    _: SignedIn,
    Path(key): Path<String>,
) -> Result<Json<InspectionJson>, Problem> {
    let found = usecases::inspections(&state.app).await?.into_iter().find(|(i, _)| i.key == key);
    let (inspection, counts) = found.ok_or(Error::NotFound("检查轮次"))?;
    Ok(Json(InspectionJson::new(inspection, counts)))
}

pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    body: Body<InspectionBody>,
) -> Result<(StatusCode, Json<InspectionJson>), Problem> {
    let inspection = usecases::add_inspection(&state.app, &actor, body?.0.into()).await?;
    Ok((StatusCode::CREATED, Json(InspectionJson::new(inspection, usecases::InspectionCounts::default()))))
}

pub(super) async fn change(
    state: State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    body: Body<InspectionPatch>,
) -> Result<Json<InspectionJson>, Problem> {
    let body = body?.0;
    usecases::change_inspection(&state.app, &actor, &key, body.version, body.into()).await?;
    one(state, SignedIn(actor), Path(key)).await
}
