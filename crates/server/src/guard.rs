//! Protection of every response and of every changing request.

use crate::error::Problem;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Scripts only from here; Ant Design writes its styles inline.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

/// Refuses changing requests that another site's page sends.
pub(crate) async fn same_site(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && is_foreign(request.headers()) {
        return Problem::new(
            StatusCode::FORBIDDEN,
            "cross_site",
            "请求来自其他网站的页面，已拒绝。请在本系统页面中操作。",
        )
        .into_response();
    }
    next.run(request).await
}

/// By Sec-Fetch-Site; browsers without it are judged by Origin against Host.
fn is_foreign(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => !matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split("://").nth(1) != text("host"),
        (None, None) => false,
    }
}

/// What the framework refuses by itself, in the one envelope.
pub(crate) async fn one_envelope(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let bare = response.status().is_client_error() && kind.is_some_and(|kind| kind.starts_with("text/plain"));
    if !bare {
        return response;
    }
    let message = "请求的地址或内容不合要求，请核对地址、格式和 Content-Type；接口说明见 /api/v1/openapi.json。";
    Problem::new(response.status(), "bad_request", message).into_response()
}

/// Adds the security headers.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A file that somebody uploaded has a stricter policy of its own.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if api {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}
