//! What handlers share, and who is asking.

use crate::error::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum_extra::extract::CookieJar;
use domain::TokenScope;
use storage::Checkpoints;
use usecases::{Actor, App, Error};

/// Name of the session cookie.
pub(crate) const COOKIE: &str = "rectify_session";

/// Shared by all handlers.
#[derive(Clone)]
pub struct AppState {
    pub app: App,
    /// The installation was filled with the example.
    pub demo: bool,
    /// Ends of the log that the service noted.
    pub checkpoints: Checkpoints,
}

/// The signed-in person; without one the request ends with 401.
pub(crate) struct SignedIn(pub(crate) Actor);

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        if let Some(secret) = bearer(&parts.headers) {
            let (actor, scope) = usecases::holder(&state.app, secret).await?;
            let reads = matches!(parts.method, Method::GET | Method::HEAD);
            return if reads || scope == TokenScope::Write {
                Ok(Self(actor))
            } else {
                Err(Error::TokenReadsOnly.into())
            };
        }
        let jar = CookieJar::from_headers(&parts.headers);
        let token = jar.get(COOKIE).map(|cookie| cookie.value().to_owned()).ok_or(Error::NotSignedIn)?;
        Ok(Self(usecases::current(&state.app, &token).await?))
    }
}

/// The secret of an API token.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

/// The person at the screen: what a script must not do for him.
pub(crate) struct InPerson(pub(crate) Actor);

impl FromRequestParts<AppState> for InPerson {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        if bearer(&parts.headers).is_some() {
            return Err(Error::InPersonOnly.into());
        }
        let SignedIn(actor) = SignedIn::from_request_parts(parts, state).await?;
        Ok(Self(actor))
    }
}
