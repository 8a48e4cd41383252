//! Wire types and OpenAPI. The only JSON.
pub mod structure;
