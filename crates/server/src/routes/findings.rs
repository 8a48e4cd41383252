//! The ledger.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::finding::batch::{BatchAnswer, BatchBody, BatchFault, BatchResult};
use api::finding::change::FindingPatch;
use api::finding::closed_loop::ActionBody;
use api::finding::evidence::ReasonQuery;
use api::finding::family::{MergeBody, SplitBody, UndoBody};
use api::finding::guidance::NoteBody;
use api::finding::measure::{MeasureBody, RemovalQuery};
use api::finding::query::FindingQuery;
use api::finding::restriction::RestrictionBody;
use api::finding::{Finding, FindingPage};
use api::statistics::Statistics;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::json;
use usecases::{Actor, Error, FindingFilter};

/// A page of the ledger
#[utoipa::path(get, path = "/inspections/{key}/findings", tag = "ledger", params(("key" = String, Path), FindingQuery), responses((status = 200, body = FindingPage)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<FindingQuery>,
) -> Result<Json<FindingPage>, Problem> {
    let filter = FindingFilter::from(query);
    let page = usecases::findings(&state.app, &actor, &key, &filter).await?;
    Ok(Json(FindingPage::new(&page, &filter.lamps)))
}

/// Statistics of an inspection
#[utoipa::path(get, path = "/inspections/{key}/statistics", tag = "ledger", params(("key" = String, Path)), responses((status = 200, body = Statistics)))]
pub(super) async fn statistics(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Statistics>, Problem> {
    Ok(Json((&usecases::statistics(&state.app, &actor, &key).await?).into()))
}

async fn detail(state: &AppState, actor: &Actor, key: &str) -> Result<Json<Finding>, Problem> {
    Ok(Json((&usecases::finding(&state.app, actor, key).await?).into()))
}

/// A finding with everything
#[utoipa::path(get, path = "/findings/{key}", tag = "ledger", params(("key" = String, Path)), responses((status = 200, body = Finding)))]
pub(super) async fn one(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
) -> Result<Json<Finding>, Problem> {
    Ok(Json((&usecases::open_finding(&state.app, &actor, &key).await?).into()))
}

/// Mark a finding as 工作秘密: who opens it is noted
#[utoipa::path(put, path = "/findings/{key}/restriction", tag = "ledger", params(("key" = String, Path)), request_body = RestrictionBody, responses((status = 200, body = Finding)))]
pub(super) async fn restrict(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<RestrictionBody>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::restrict_finding(&state.app, &actor, &key, &body.reason).await;
    answer(&state, &actor, &key, result).await
}

/// Lift the mark
#[utoipa::path(delete, path = "/findings/{key}/restriction", tag = "ledger", params(("key" = String, Path), ReasonQuery), responses((status = 200, body = Finding)))]
pub(super) async fn lift_restriction(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<ReasonQuery>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::lift_restriction(&state.app, &actor, &key, &query.reason).await;
    answer(&state, &actor, &key, result).await
}

/// The finding after a change; a conflict carries it as it is now.
pub(super) async fn answer(
    state: &AppState,
    actor: &Actor,
    key: &str,
    result: Result<(), Error>,
) -> Result<Json<Finding>, Problem> {
    let Err(error) = result else { return detail(state, actor, key).await };
    let problem = Problem::from(error);
    if problem.is_conflict() {
        let Json(now) = detail(state, actor, key).await?;
        return Err(problem.with_details(json!(now)));
    }
    Err(problem)
}

/// Change a finding
#[utoipa::path(patch, path = "/findings/{key}", tag = "ledger", params(("key" = String, Path)), request_body = FindingPatch, responses((status = 200, body = Finding)))]
pub(super) async fn change(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<FindingPatch>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::change_finding(&state.app, &actor, &key, body.version, body.into()).await;
    answer(&state, &actor, &key, result).await
}

/// Add a measure; answers the finding with it
#[utoipa::path(post, path = "/findings/{key}/measures", tag = "ledger", params(("key" = String, Path)), request_body = MeasureBody, responses((status = 201, body = Finding)))]
pub(super) async fn add_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<MeasureBody>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let result = usecases::add_measure(&state.app, &actor, &key, body.into()).await;
    Ok((StatusCode::CREATED, answer(&state, &actor, &key, result.map(|_| ())).await?))
}

/// The finding that a measure's key belongs to.
fn finding_key(measure: &str) -> &str {
    measure.rsplit_once('-').map_or(measure, |(head, _)| head)
}

/// Change a measure; answers its finding
#[utoipa::path(patch, path = "/measures/{key}", tag = "ledger", params(("key" = String, Path)), request_body = MeasureBody, responses((status = 200, body = Finding)))]
pub(super) async fn change_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<MeasureBody>,
) -> Result<Json<Finding>, Problem> {
    let version = body.version.ok_or_else(|| Error::invalid("version", "缺少版本号，请刷新页面"))?;
    let result = usecases::change_measure(&state.app, &actor, &key, version, body.into()).await;
    answer(&state, &actor, finding_key(&key), result.map(|_| ())).await
}

/// Remove a measure; answers its finding
#[utoipa::path(delete, path = "/measures/{key}", tag = "ledger", params(("key" = String, Path), RemovalQuery), responses((status = 200, body = Finding)))]
pub(super) async fn remove_measure(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Params(query): Params<RemovalQuery>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::remove_measure(&state.app, &actor, &key, query.version, query.reason.as_deref()).await;
    answer(&state, &actor, finding_key(&key), result).await
}

/// Take a step of the closed loop; answers the finding after it
#[utoipa::path(post, path = "/findings/{key}/actions", tag = "ledger", params(("key" = String, Path)), request_body = ActionBody, responses((status = 200, body = Finding)))]
pub(super) async fn act(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<ActionBody>,
) -> Result<Json<Finding>, Problem> {
    let version = body.version;
    let asked = body.asked().map_err(|field| Error::invalid(field.name(), field.missing()))?;
    let result = usecases::act(&state.app, &actor, &key, version, asked).await;
    answer(&state, &actor, &key, result).await
}

/// Take one step, or assign, for many findings; each succeeds or fails by itself
#[utoipa::path(post, path = "/findings/batch", tag = "ledger", request_body = BatchBody, responses((status = 200, body = BatchAnswer)))]
pub(super) async fn batch(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<BatchBody>,
) -> Result<Json<BatchAnswer>, Problem> {
    let (items, wanted) = body.wanted().map_err(|fault| match fault {
        BatchFault::NotOne => Error::invalid("action", "请指定一个动作，或一项指派，不能同时指定"),
        BatchFault::Missing(part) => Error::invalid(part.name(), part.missing()),
    })?;
    let results = usecases::batch(&state.app, &actor, &items, &wanted).await?;
    let told = items.into_iter().zip(results).map(|(item, result)| BatchResult {
        key: item.key,
        error: result.err().map(|error| Problem::from(error).into()),
    });
    Ok(Json(BatchAnswer::new(told.collect())))
}

/// Split a finding; answers the finding with its parts
#[utoipa::path(post, path = "/findings/{key}/split", tag = "ledger", params(("key" = String, Path)), request_body = SplitBody, responses((status = 200, body = Finding)))]
pub(super) async fn split(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<SplitBody>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::split_finding(&state.app, &actor, &key, &body.into()).await;
    answer(&state, &actor, &key, result).await
}

/// Put findings together; answers the finding with the one that stands for it
#[utoipa::path(post, path = "/findings/{key}/merge", tag = "ledger", params(("key" = String, Path)), request_body = MergeBody, responses((status = 200, body = Finding)))]
pub(super) async fn merge(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<MergeBody>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::merge_findings(&state.app, &actor, &key, &body.into()).await;
    answer(&state, &actor, &key, result).await
}

/// Take back the last split or merge of a finding, as long as nothing else happened
#[utoipa::path(post, path = "/findings/{key}/family/undo", tag = "ledger", params(("key" = String, Path)), request_body = UndoBody, responses((status = 200, body = Finding)))]
pub(super) async fn undo_family(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<UndoBody>,
) -> Result<Json<Finding>, Problem> {
    let result = usecases::undo_family(&state.app, &actor, &key, body.version, body.reason.as_deref()).await;
    answer(&state, &actor, &key, result).await
}

/// Add a note of guidance, an answer to one, or its withdrawal; answers the finding with it
#[utoipa::path(post, path = "/findings/{key}/notes", tag = "ledger", params(("key" = String, Path)), request_body = NoteBody, responses((status = 201, body = Finding)))]
pub(super) async fn add_note(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<NoteBody>,
) -> Result<(StatusCode, Json<Finding>), Problem> {
    let new = body.wanted(state.app.clock.today());
    let result = usecases::add_note(&state.app, &actor, &key, &new).await;
    Ok((StatusCode::CREATED, answer(&state, &actor, &key, result).await?))
}
