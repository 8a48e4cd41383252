//! Files that are made in the background, each for one person.

use super::reports::media;
use super::workbook::{File, file};
use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, SignedIn};
use api::envelope::List;
use api::job::{Job, JobBody};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// Begin to make a report's file; it may be fetched later
#[utoipa::path(post, path = "/reports/{key}/jobs", tag = "report", params(("key" = String, Path)), request_body = JobBody, responses((status = 202, body = Job)))]
pub(super) async fn start(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(key): Path<String>,
    Body(body): Body<JobBody>,
) -> Result<(StatusCode, Json<Job>), Problem> {
    let job = usecases::start_job(&state.app, &actor, &key, body.format.into()).await?;
    Ok((StatusCode::ACCEPTED, Json(job.into())))
}

/// The person's own jobs, newest first
#[utoipa::path(get, path = "/jobs", tag = "report", responses((status = 200, body = List<Job>)))]
pub(super) async fn list(State(state): State<AppState>, SignedIn(actor): SignedIn) -> Json<List<Job>> {
    Json(List::new(usecases::jobs(&state.app, &actor).into_iter().map(Into::into).collect()))
}

/// The file of a finished job
#[utoipa::path(get, path = "/jobs/{id}/file", tag = "report", params(("id" = String, Path)), responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")))]
pub(super) async fn download(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<File, Problem> {
    let (job, bytes) = usecases::job_file(&state.app, &actor, &id)?;
    let (kind, ending) = media(job.format.into());
    Ok(file(kind, &format!("{}.{ending}", job.report), bytes.to_vec()))
}

/// Put a finished job away
#[utoipa::path(delete, path = "/jobs/{id}", tag = "report", params(("id" = String, Path)), responses((status = 204)))]
pub(super) async fn dismiss(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::dismiss_job(&state.app, &actor, &id)?;
    Ok(StatusCode::NO_CONTENT)
}
