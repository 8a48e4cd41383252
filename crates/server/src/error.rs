//! One error envelope for everything that is not 2xx.

use api::envelope::{Failure, FailureDetail};
use axum::Json;
use axum::extract::multipart::MultipartError;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::family::FamilyRefusal;
use domain::guidance::NoteRefusal;
use domain::publication::{ConfirmationGap, OverruleRefusal};
use domain::workflow::Refusal;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use usecases::{Error, StoreError};

/// A failure on its way to the browser.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    code: &'static str,
    message: String,
    fields: Option<BTreeMap<String, String>>,
    details: Option<Box<Value>>,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), fields: None, details: None }
    }

    /// The object as it is now, for a conflict.
    pub(crate) fn with_details(mut self, details: Value) -> Self {
        self.details = Some(Box::new(details));
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
            Error::TokenRefused => (StatusCode::UNAUTHORIZED, "token_refused"),
            Error::TokenReadsOnly | Error::InPersonOnly => (StatusCode::FORBIDDEN, "forbidden"),
            Error::WrongPassword => (StatusCode::UNAUTHORIZED, "wrong_password"),
            Error::Locked { .. } => (StatusCode::TOO_MANY_REQUESTS, "locked"),
            Error::Forbidden(_) | Error::NotYours | Error::NoDelegation => (StatusCode::FORBIDDEN, "forbidden"),
            Error::NotFound(_) => (StatusCode::NOT_FOUND, "not_found"),
            Error::Changed(_) | Error::Store(StoreError::Conflict) => (StatusCode::CONFLICT, "conflict"),
            Error::Store(StoreError::Nul) => (StatusCode::UNPROCESSABLE_ENTITY, "bad_text"),
            Error::Done(_) => (StatusCode::CONFLICT, "done"),
            Error::Step(refusal) => (step_status(refusal), refusal.code()),
            Error::Overrule(refusal) => (overrule_status(refusal), "overrule_refused"),
            Error::NotPublishable(gaps) => (gap_status(gaps), "not_publishable"),
            Error::Family(refusal) => (family_status(refusal), "family_refused"),
            Error::Note(refusal) => (note_status(refusal), "note_refused"),
            Error::Submitted(_) => (StatusCode::CONFLICT, "submitted"),
            Error::CoverageIncomplete(_) => (StatusCode::CONFLICT, "coverage_incomplete"),
            Error::Settings(_) => (StatusCode::UNPROCESSABLE_ENTITY, "settings_refused"),
            Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid"),
            Error::Edit(_) => (StatusCode::UNPROCESSABLE_ENTITY, "edit_refused"),
            Error::Refused(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.code()),
            Error::Mail(_) => (StatusCode::BAD_GATEWAY, "mail_failed"),
            Error::Store(_) | Error::Workbook(_) | Error::Typeset(_) | Error::Internal(_) => {
                (StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        };
        if status.is_server_error() {
            tracing::error!(error = %error, "request failed");
        }
        let fields = match &error {
            Error::Invalid(list) => Some(list.iter().map(|(field, why)| ((*field).to_owned(), why.clone())).collect()),
            _ => None,
        };
        let details = match &error {
            Error::CoverageIncomplete(open) => Some(Box::new(json!({"open": open}))),
            _ => None,
        };
        Self { status, code, message: error.to_string(), fields, details }
    }
}

/// As [`step_status`].
fn family_status(refusal: &FamilyRefusal) -> StatusCode {
    match refusal {
        FamilyRefusal::NeedsLiaison => StatusCode::FORBIDDEN,
        FamilyRefusal::SetAside(_)
        | FamilyRefusal::WrongStage(_)
        | FamilyRefusal::OpenExtension
        | FamilyRefusal::OpenNotes(_)
        | FamilyRefusal::NothingToUndo
        | FamilyRefusal::WorkedOn(_) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// As [`step_status`].
fn note_status(refusal: &NoteRefusal) -> StatusCode {
    match refusal {
        NoteRefusal::NeedsSuperior | NoteRefusal::NotYours | NoteRefusal::NotAuthor => StatusCode::FORBIDDEN,
        NoteRefusal::AlreadyWithdrawn | NoteRefusal::AlreadyAnswered => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// What the person may not do, what the request does not say, and what the finding is not ready for.
fn step_status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NeedsRole { .. } => StatusCode::FORBIDDEN,
        Refusal::NoReason(_) | Refusal::NotLater { .. } | Refusal::CriteriaOpen(_) | Refusal::ReviewerInvolved => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        _ => StatusCode::CONFLICT,
    }
}

fn overrule_status(refusal: &OverruleRefusal) -> StatusCode {
    match refusal {
        OverruleRefusal::Role | OverruleRefusal::OwnWork | OverruleRefusal::OwnIgnoring => StatusCode::FORBIDDEN,
        OverruleRefusal::NotInTheWay => StatusCode::CONFLICT,
    }
}

/// Who may never confirm is told so before what is still to be done.
fn gap_status(gaps: &[ConfirmationGap]) -> StatusCode {
    let person = |gap: &ConfirmationGap| matches!(gap, ConfirmationGap::Role | ConfirmationGap::OwnWork);
    if gaps.iter().any(person) { StatusCode::FORBIDDEN } else { StatusCode::CONFLICT }
}

/// What the parser of requests said, from where it names the value.
fn reason(text: &str) -> &str {
    let after = |mark: &str| text.split_once(mark).map(|(_, rest)| rest);
    after("into the target type: ").or_else(|| after("query string: ")).unwrap_or(text)
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        let text = rejection.body_text();
        match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "too_large",
                "请求内容过大，单次请求不超过 1 MB；文件请用上传功能。",
            ),
            status => Self::new(status, "bad_request", format!("请求内容不合要求：{}", reason(&text))),
        }
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        let text = rejection.body_text();
        let message = format!("查询条件不合要求：{}。请检查网址，或清除筛选条件。", reason(&text));
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_query", message)
    }
}

/// For paths of the API that do not exist.
pub(crate) async fn no_such_path() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "not_found", "没有这个接口，请核对地址；接口清单见 /api/v1/openapi.json。")
}

/// For methods that a path of the API does not know.
pub(crate) async fn no_such_method() -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "该接口不支持这种请求方法。")
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

impl From<Problem> for FailureDetail {
    fn from(problem: Problem) -> Self {
        Self {
            code: problem.code.to_owned(),
            message: problem.message,
            fields: problem.fields,
            details: problem.details.map(|details| *details),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(Failure { error: self.into() })).into_response()
    }
}
