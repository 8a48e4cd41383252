//! Inspections.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::inspection::{InspectionBody, InspectionPatch, InspectionSummary};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use usecases::Error;

/// All inspections with their lamps
#[utoipa::path(get, path = "/inspections", tag = "inspections", responses((status = 200, body = List<InspectionSummary>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<List<InspectionSummary>>, Problem> {
    let all = usecases::inspections(&state.app, &actor).await?;
    Ok(Json(List::new(all.into_iter().map(|(i, counts)| InspectionSummary::new(i, counts)).collect())))
}

/// One inspection
#[utoipa::path(get, path = "/inspections/{key}", tag = "inspections", params(("key" = String, Path)), responses((status = 200, body = InspectionSummary)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<InspectionSummary>, Problem> {
    let found = usecases::inspections(&state.app, &actor).await?.into_iter().find(|(i, _)| i.key == key);
    let (inspection, counts) = found.ok_or(Error::NotFound("检查轮次"))?;
    Ok(Json(InspectionSummary::new(inspection, counts)))
}

/// Add an inspection
#[utoipa::path(post, path = "/inspections", tag = "inspections", request_body = InspectionBody, responses((status = 201, body = InspectionSummary)))]
pub(super) async fn add(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<InspectionBody>,
) -> Result<(StatusCode, Json<InspectionSummary>), Problem> {
    let inspection = usecases::add_inspection(&state.app, &actor, body.into()).await?;
    Ok((StatusCode::CREATED, Json(InspectionSummary::new(inspection, usecases::InspectionCounts::default()))))
}

/// Change an inspection
#[utoipa::path(patch, path = "/inspections/{key}", tag = "inspections", params(("key" = String, Path)), request_body = InspectionPatch, responses((status = 200, body = InspectionSummary)))]
pub(super) async fn change(
    state: State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<InspectionPatch>,
) -> Result<Json<InspectionSummary>, Problem> {
    usecases::change_inspection(&state.app, &actor, &key, body.version, body.into()).await?;
    one(state, SignedIn(actor), Path(key)).await
}
