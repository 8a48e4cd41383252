//! One error envelope for everything that is not 2xx.

use axum::Json;
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use usecases::{Error, StoreError};

/// A failure on its way to the browser.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    code: &'static str,
    message: String,
    fields: Option<Map<String, Value>>,
    details: Option<Value>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), fields: None, details: None }
    }

    /// The object as it is now, for a conflict.
    pub(crate) fn with_details(mut self, details: Value) -> Self {
        self.details = Some(details);
        self
    }

    pub(crate) fn is_conflict(&self) -> bool {
        self.status == StatusCode::CONFLICT
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let (status, code) = match &error {
            Error::NotSignedIn => (StatusCode::UNAUTHORIZED, "not_signed_in"),
            Error::WrongPassword => (StatusCode::UNAUTHORIZED, "wrong_password"),
            Error::Locked { .. } => (StatusCode::TOO_MANY_REQUESTS, "locked"),
            Error::Forbidden(_) => (StatusCode::FORBIDDEN, "forbidden"),
            Error::NotFound(_) => (StatusCode::NOT_FOUND, "not_found"),
            Error::Changed(_) | Error::Store(StoreError::Conflict) => (StatusCode::CONFLICT, "conflict"),
            Error::Done(_) => (StatusCode::CONFLICT, "done"),
            Error::CoverageIncomplete(_) => (StatusCode::CONFLICT, "coverage_incomplete"),
            Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            Error::Edit(_) => (StatusCode::UNPROCESSABLE_ENTITY, "edit_refused"),
            Error::Refused(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.code()),
            Error::Store(_) | Error::Workbook(_) | Error::Internal(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        };
        if status.is_server_error() {
            tracing::error!(error = %error, "request failed");
        }
        let fields = match &error {
            Error::Invalid(list) => Some(list.iter().map(|(field, why)| ((*field).to_owned(), json!(why))).collect()),
            _ => None,
        };
        let details = match &error {
            Error::CoverageIncomplete(open) => Some(json!({"open": open})),
            _ => None,
        };
        Self { status, code, message: error.to_string(), fields, details }
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "bad_request",
            format!("请求内容不合要求：{}", rejection.body_text()),
        )
    }
}

impl From<MultipartError> for Problem {
    fn from(error: MultipartError) -> Self {
        Self::new(
            error.status(),
            "bad_upload",
            format!("上传没有完成：{}。请检查网络和文件大小后重试。", error.body_text()),
        )
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = json!({"error": {"code": self.code, "message": self.message, "hint": null, "fields": self.fields, "details": self.details}});
        (self.status, Json(body)).into_response()
    }
}
