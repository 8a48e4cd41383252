//! The HTTP contract on the real router and a real database.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod account;
mod import;
mod ledger;
mod scale;

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");
