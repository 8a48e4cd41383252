//! Wire types and OpenAPI. The only JSON.

pub mod account;
pub mod audit_log;
pub mod chronicle;
pub mod comparison;
pub mod diagnostic;
pub mod draft;
pub mod envelope;
pub mod finding;
pub mod inspection;
mod offsets;
mod patch;
pub mod person;
pub mod report;
pub mod rules;
pub mod statistics;
pub mod structure;
pub mod template;
pub mod time;
pub mod token;
pub mod unit;
pub mod words;
pub mod work;
pub mod workbook;
