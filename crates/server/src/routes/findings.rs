//! The ledger.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use api::finding::{self, FindingPatch, FindingQuery, MeasureBody, VersionQuery};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde_json::Value;
use usecases::{Error, FindingFilter};

type Body<T> = Result<Json<T>, JsonRejection>;

pub(super) async fn list(
    State(state): State<AppState>,
    _: SignedIn,
    Path(key): Path<String>,
    Query(query): Query<FindingQuery>,
) -> Result<Json<Value>, Problem> {
    let filter = FindingFilter::from(query);
    let page = usecases::findings(&state.app, &key, &filter).await?;
    Ok(Json(finding::page(&page, &filter.lamps)))
}

pub(super) async fn statistics(
    State(state): State<AppState>,
    _: SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Value>, Problem> {
    Ok(Json(finding::statistics(&usecases::statistics(&state.app, &key).await?)))
}

async fn detail(state: &AppState, key: &str) -> Result<Json<Value>, Problem> {
    Ok(Json(finding::detail(&usecases::finding(&state.app, key).await?)))
}

pub(super) async fn one(
    State(state): State<AppState>,
    _: SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Value>, Problem> {
    detail(&state, &key).await
}

/// The finding after a change; a conflict carries it as it is now.
async fn answer(state: &AppState, key: &str, result: Result<(), Error>) -> Result<Json<Value>, Problem> {
    let Err(error) = result else { return detail(state, key).await };
    let problem = Problem::from(error);
    if problem.is_conflict() {
        let Json(now) = detail(state, key).await?;
        return Err(problem.with_details(now));
    }
    Err(problem)
}

pub(super) async fn change(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    body: Body<FindingPatch>,
) -> Result<Json<Value>, Problem> {
    let body = body?.0;
    let result = usecases::change_finding(&state.app, &actor, &key, body.version, body.into()).await;
    answer(&state, &key, result).await
}

pub(super) async fn add_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    body: Body<MeasureBody>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let result = usecases::add_measure(&state.app, &actor, &key, body?.0.into()).await;
    Ok((StatusCode::CREATED, answer(&state, &key, result).await?))
}

/// The finding that a measure's key belongs to.
fn finding_key(measure: &str) -> &str {
    measure.rsplit_once('-').map_or(measure, |(head, _)| head)
}

pub(super) async fn change_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    body: Body<MeasureBody>,
) -> Result<Json<Value>, Problem> {
    let body = body?.0;
    let version = body.version.ok_or_else(|| Error::invalid("version", "缺少版本号，请刷新页面"))?;
    let result = usecases::change_measure(&state.app, &actor, &key, version, body.into()).await;
    answer(&state, finding_key(&key), result.map(|_| ())).await
}

pub(super) async fn remove_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Query(query): Query<VersionQuery>,
) -> Result<Json<Value>, Problem> {
    let result = usecases::remove_measure(&state.app, &actor, &key, query.version).await;
    answer(&state, finding_key(&key), result).await
}
