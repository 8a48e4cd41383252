//! The HTTP contract on the real router and a real database.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod account;
mod audit_log;
mod closed_loop;
mod columns;
mod confirmation;
mod evidence;
mod histories;
mod import;
mod ledger;
mod openapi;
mod paper;
mod preview;
mod race;
mod reach;
mod refusals;
mod replay;
mod reports;
mod rules;
mod scale;
mod scripts;
mod templates;
mod units;
mod work;

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");
