//! The log: a page, its end, a check, an export; and what is printed.

use crate::error::Problem;
use crate::extract::{Body, Params};
use crate::state::{AppState, SignedIn};
use api::audit_log::line::{KIND, first_line, line};
use api::audit_log::query::{LogQuery, PrintBody};
use api::audit_log::{CheckpointMail, LogCheckpoint, LogPage, LogVerification, VerificationBody};
use audit::{Checkpoint, CheckpointError};
use axum::Json;
use axum::body::Body as Stream;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use futures_util::stream::try_unfold;
use usecases::{App, Error, LogExport};

/// The log, newest first
#[utoipa::path(get, path = "/audit-log", tag = "audit log", params(LogQuery), responses((status = 200, body = LogPage)))]
pub(super) async fn list(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Params(query): Params<LogQuery>,
) -> Result<Json<LogPage>, Problem> {
    Ok(Json(usecases::audit_log(&state.app, &actor, query.into()).await?.into()))
}

/// Where the log ends
#[utoipa::path(get, path = "/audit-log/checkpoint", tag = "audit log", responses((status = 200, body = LogCheckpoint)))]
pub(super) async fn checkpoint(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<LogCheckpoint>, Problem> {
    Ok(Json(usecases::log_checkpoint(&state.app, &actor).await?.into()))
}

/// Check the log, and the record against the log
#[utoipa::path(post, path = "/audit-log/verification", tag = "audit log", request_body = VerificationBody, responses((status = 200, body = LogVerification)))]
pub(super) async fn verify(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<VerificationBody>,
) -> Result<Json<LogVerification>, Problem> {
    // Read before the log: what is noted meanwhile is not expected of it.
    let mut known = state.checkpoints.read().map_err(Error::from)?;
    let given = body.checkpoint.filter(|text| !text.trim().is_empty());
    let given: Option<Checkpoint> = given
        .map(|text| text.parse())
        .transpose()
        .map_err(|cause: CheckpointError| Error::invalid("checkpoint", cause.to_string()))?;
    known.extend(given);
    Ok(Json(usecases::verify_log(&state.app, &actor, known).await?.into()))
}

/// How the mailing of checkpoints stands
#[utoipa::path(get, path = "/audit-log/checkpoint/mail", tag = "audit log", responses((status = 200, body = CheckpointMail)))]
pub(super) async fn mail(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<CheckpointMail>, Problem> {
    Ok(Json(usecases::checkpoint_mail(&state.app, &actor).await?.into()))
}

/// Mail the end of the log now
#[utoipa::path(post, path = "/audit-log/checkpoint/mail", tag = "audit log", responses((status = 200, body = CheckpointMail)))]
pub(super) async fn send_mail(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<CheckpointMail>, Problem> {
    Ok(Json(usecases::mail_checkpoint(&state.app, &actor).await?.into()))
}

type Export = ([(HeaderName, String); 3], Stream);

/// The checkpoint of an export, as a header of its answer.
const CHECKPOINT: HeaderName = HeaderName::from_static("rectify-checkpoint");

/// The whole log as JSON Lines, for `rectify verify FILE`; the export is its last entry
#[utoipa::path(get, path = "/audit-log/export", tag = "audit log", responses((status = 200, content_type = "application/x-ndjson")))]
pub(super) async fn export(State(state): State<AppState>, SignedIn(actor): SignedIn) -> Result<Export, Problem> {
    let export = usecases::export_log(&state.app, &actor).await?;
    let end = &export.end;
    let headers = [
        (header::CONTENT_TYPE, KIND.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"audit-log-{}.jsonl\"", end.seq)),
        (CHECKPOINT, end.to_string()),
    ];
    Ok((headers, lines(state.app, export)))
}

/// Where a stream of lines stands.
enum At {
    First,
    After(i64),
}

fn lines(app: App, export: LogExport) -> Stream {
    Stream::from_stream(try_unfold((app, export, At::First), |(app, export, at)| async move {
        let after = match at {
            At::First => {
                let text = first_line(&export.end) + "\n";
                return Ok::<_, Error>(Some((text, (app, export, At::After(0)))));
            }
            At::After(seq) => seq,
        };
        let found = usecases::exported_entries(&app, &export, after).await?;
        let Some(last) = found.last().map(|one| one.entry.seq) else { return Ok(None) };
        let text: String = found.iter().map(|one| line(one) + "\n").collect();
        Ok(Some((text, (app, export, At::After(last)))))
    }))
}

/// Note that a page is printed
#[utoipa::path(post, path = "/prints", tag = "audit log", request_body = PrintBody, responses((status = 204)))]
pub(super) async fn printed(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Body(body): Body<PrintBody>,
) -> Result<StatusCode, Problem> {
    usecases::record_print(&state.app, &actor, body.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}
