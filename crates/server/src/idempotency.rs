//! `Idempotency-Key`: a creation that is sent again is answered again, and not done again.

use crate::error::Problem;
use crate::state::{AppState, SignedIn};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use usecases::{Actor, Reservation};

const KEY: &str = "idempotency-key";
const REPLAYED: &str = "idempotency-replayed";
const KEY_CHARACTERS_MAX: usize = 200;
/// Largest request and answer that are kept.
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// Answers a request with a key once.
pub(crate) async fn once(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let kept = *request.method() == Method::POST && !answers_secret(request.uri().path());
    if !kept || !request.headers().contains_key(KEY) {
        return next.run(request).await;
    }
    match keyed(&state, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

/// What is shown once and kept nowhere: a new token, and the session of who signs in.
fn answers_secret(path: &str) -> bool {
    path.ends_with("/tokens") || path.ends_with("/session")
}

async fn keyed(state: &AppState, request: Request, next: Next) -> Result<Response, Problem> {
    let key = key(request.headers()).ok_or_else(|| {
        let message = "Idempotency-Key 须为 1 到 200 个可见的 ASCII 字符，例如一个 UUID。";
        Problem::new(StatusCode::BAD_REQUEST, "bad_request", message)
    })?;
    let (mut parts, body) = request.into_parts();
    let SignedIn(actor) = SignedIn::from_request_parts(&mut parts, state).await?;
    let bytes = to_bytes(body, BYTES_MAX).await.map_err(|_| {
        let message = "带 Idempotency-Key 的请求不超过 4 MB。上传文件请不要带这个请求头，同一文件重复上传会被认出。";
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", message)
    })?;
    let mut digest = Sha256::new();
    digest.update(parts.uri.to_string());
    digest.update([0]);
    digest.update(&bytes);
    let digest: String = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    match usecases::reserve_key(&state.app, &actor.person.id, &key, &digest).await? {
        Reservation::New => {
            let response = next.run(Request::from_parts(parts, Body::from(bytes))).await;
            settle(state, &actor, &key, response).await
        }
        Reservation::Answered { status, body } => Ok(replay(status, body)),
        Reservation::UnderWay => Err(Problem::new(
            StatusCode::CONFLICT,
            "idempotency_under_way",
            "带同一 Idempotency-Key 的请求正在处理，或中途断开、结果不明。请稍后查询结果；确认没有生效的，换一个新的键再试。",
        )),
        Reservation::OtherRequest => Err(Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "idempotency_mismatch",
            "这个 Idempotency-Key 已用于另一个内容不同的请求。请为每个新请求使用新的键。",
        )),
    }
}

fn key(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(KEY)?.to_str().ok()?;
    (!text.is_empty() && text.len() <= KEY_CHARACTERS_MAX).then(|| text.to_owned())
}

/// Keeps the answer; what failed inside may be tried again with the same key.
async fn settle(state: &AppState, actor: &Actor, key: &str, response: Response) -> Result<Response, Problem> {
    let (parts, body) = response.into_parts();
    let bytes: Bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let keep = !parts.status.is_server_error() && bytes.len() <= BYTES_MAX;
    let answer = keep.then_some((parts.status.as_u16(), &bytes[..]));
    usecases::settle_key(&state.app, &actor.person.id, key, answer).await?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

fn replay(status: u16, body: Vec<u8>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    let json = HeaderValue::from_static("application/json");
    let headers = [(header::CONTENT_TYPE.as_str(), json), (REPLAYED, HeaderValue::from_static("true"))];
    (status, headers, body).into_response()
}
