//! What every answer is wrapped in: lists with their total, failures with their reason.

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A list with its exact total.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    pub total: usize,
    pub items: Vec<T>,
}

impl<T> List<T> {
    pub fn new(items: Vec<T>) -> Self {
        Self { total: items.len(), items }
    }
}

/// Everything that is not 2xx.
#[derive(Debug, Serialize, ToSchema)]
pub struct Failure {
    pub error: FailureDetail,
}

/// What went wrong, and what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FailureDetail {
    /// Stable name for programs.
    pub code: String,
    /// For the person who asked, in the language of the request.
    pub message: String,
    /// Wrong fields and why, if the request was a form.
    pub fields: Option<BTreeMap<String, String>>,
    /// For a conflict: the object as it is now.
    #[schema(value_type = Option<Object>)]
    pub details: Option<Value>,
}
