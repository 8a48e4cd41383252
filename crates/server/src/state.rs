//! What handlers share, and who is asking.

use crate::error::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use usecases::{Actor, App, Error};

/// Name of the session cookie.
pub(crate) const COOKIE: &str = "rectify_session";

/// Shared by all handlers.
#[derive(Clone)]
pub struct AppState {
    pub app: App,
    /// The installation was filled with the example.
    pub demo: bool,
}

/// The signed-in person; without one the request ends with 401.
pub(crate) struct SignedIn(pub(crate) Actor);

impl FromRequestParts<AppState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let jar = CookieJar::from_headers(&parts.headers);
        let token = jar.get(COOKIE).map(|cookie| cookie.value().to_owned()).ok_or(Error::NotSignedIn)?;
        Ok(Self(usecases::current(&state.app, &token).await?))
    }
}
