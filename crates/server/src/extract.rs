//! Bodies and queries whose refusals use the one error envelope.

use crate::error::Problem;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use usecases::{Error, StoreError};

/// A JSON body.
pub(crate) struct Body<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), state).await;
        let bytes = bytes.map_err(JsonRejection::from)?;
        if escapes_nul(&bytes) {
            return Err(Error::from(StoreError::Nul).into());
        }
        let Json(body) = Json::<T>::from_request(Request::from_parts(parts, bytes.into()), state).await?;
        Ok(Self(body))
    }
}

/// Whether a string of the JSON has the character U+0000: it would get into documents and out of the database.
fn escapes_nul(json: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = json.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\')) {
        let escape = json.get(at + found + 1..).unwrap_or_default();
        if escape.starts_with(b"u0000") {
            return true;
        }
        // What follows a backslash belongs to it, another backslash too.
        at += found + 2;
    }
    false
}

/// A query.
pub(crate) struct Params<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(query) = Query::<T>::from_request_parts(parts, state).await?;
        Ok(Self(query))
    }
}
