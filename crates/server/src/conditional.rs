//! `ETag`, `If-None-Match`, `If-Match`: a tag holds the version of the object and a digest of its representation.

use crate::error::Problem;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::Value;
use std::hash::{DefaultHasher, Hasher};

/// Largest JSON answer that gets a tag, and largest request that is looked into.
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// Tags what is read; a change with `If-Match` goes to the version of the tag and to no other.
pub(crate) async fn requests(request: Request, next: Next) -> Response {
    if *request.method() == Method::GET {
        let known = request.headers().get(header::IF_NONE_MATCH).cloned();
        return tagged(next.run(request).await, known).await;
    }
    if !request.headers().contains_key(header::IF_MATCH) {
        return next.run(request).await;
    }
    match at_version(request).await {
        Ok(request) => {
            let mut response = next.run(request).await;
            // With the header a lost race is a failed precondition; the body is the same.
            if response.status() == StatusCode::CONFLICT {
                *response.status_mut() = StatusCode::PRECONDITION_FAILED;
            }
            response
        }
        Err(problem) => problem.into_response(),
    }
}

#[derive(Deserialize)]
struct Versioned {
    #[serde(default)]
    version: Option<i64>,
}

async fn tagged(response: Response, known: Option<HeaderValue>) -> Response {
    let json = is_json(response.headers());
    let large = response.headers().get(header::CONTENT_LENGTH).is_some_and(|length| {
        length.to_str().ok().and_then(|text| text.parse::<usize>().ok()).is_none_or(|bytes| bytes > BYTES_MAX)
    });
    if response.status() != StatusCode::OK || !json || large || response.headers().contains_key(header::ETAG) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "读取中断，请重试。").into_response();
    };
    let Ok(tag) = HeaderValue::from_str(&tag(&bytes)) else { return Response::from_parts(parts, Body::from(bytes)) };
    let same = known.is_some_and(|known| matches(&known, &tag));
    parts.headers.insert(header::ETAG, tag);
    if same {
        parts.status = StatusCode::NOT_MODIFIED;
        parts.headers.remove(header::CONTENT_LENGTH);
        return Response::from_parts(parts, Body::empty());
    }
    Response::from_parts(parts, Body::from(bytes))
}

fn is_json(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
}

/// `"7-…"` for an object in version 7, `"-…"` for what has none.
fn tag(bytes: &Bytes) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let version = serde_json::from_slice::<Versioned>(bytes).ok().and_then(|v| v.version);
    let version = version.map(|v| v.to_string()).unwrap_or_default();
    format!("\"{version}-{:016x}\"", hasher.finish())
}

/// Any of the tags of the header; weak and strong are alike for reading (RFC 9110, 13.1.2).
fn matches(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else { return false };
    known.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == "*" || one == tag)
}

/// The request with the version of its tag: in the query of a deletion, in the body of everything else.
async fn at_version(mut request: Request) -> Result<Request, Problem> {
    let version = version_of(request.headers()).ok_or_else(|| {
        let message = "If-Match 须是读取该对象时得到的 ETag，例如 \"7-0123456789abcdef\"。";
        Problem::new(StatusCode::BAD_REQUEST, "bad_request", message)
    })?;
    request.headers_mut().remove(header::IF_MATCH);
    if *request.method() == Method::DELETE {
        let uri = request.uri();
        let query = uri.query().map(|query| format!("{query}&")).unwrap_or_default();
        let told = query.split('&').find_map(|pair| pair.strip_prefix("version=")).map(str::to_owned);
        match told {
            Some(told) if told != version.to_string() => return Err(contradiction()),
            Some(_) => {}
            None => {
                let with = format!("{}?{query}version={version}", uri.path());
                *request.uri_mut() = with.parse().map_err(|_| contradiction())?;
            }
        }
        return Ok(request);
    }
    let (mut parts, body) = request.into_parts();
    let too_large = |_| Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "请求内容过大。");
    let bytes = to_bytes(body, BYTES_MAX).await.map_err(too_large)?;
    let Ok(Value::Object(mut fields)) = serde_json::from_slice::<Value>(&bytes) else {
        return Ok(Request::from_parts(parts, Body::from(bytes)));
    };
    let told = fields.entry("version").or_insert(version.into());
    if told.as_i64() != Some(version) {
        return Err(contradiction());
    }
    const LENGTH: HeaderName = header::CONTENT_LENGTH;
    parts.headers.remove(LENGTH);
    Ok(Request::from_parts(parts, Body::from(Value::Object(fields).to_string())))
}

fn contradiction() -> Problem {
    let message = "If-Match 与请求中的 version 不一致，请只用其中一个，或使两者相同。";
    Problem::new(StatusCode::PRECONDITION_FAILED, "conflict", message)
}

fn version_of(headers: &HeaderMap) -> Option<i64> {
    let tag = headers.get(header::IF_MATCH)?.to_str().ok()?;
    tag.trim().strip_prefix('"')?.strip_suffix('"')?.split('-').next()?.parse().ok()
}
