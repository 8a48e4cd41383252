//! The HTTP contract on the real router and a real database.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod account;
mod approved_plan;
mod audit_log;
mod closed_loop;
mod columns;
mod confirmation;
mod delegations;
mod evidence;
mod family;
mod guidance;
mod histories;
mod import;
mod jobs;
mod ledger;
mod mail;
mod openapi;
mod own_work;
mod paper;
mod positions;
mod preview;
mod publications;
mod race;
mod reach;
mod refusals;
mod remarks;
mod replay;
mod report_forms;
mod reports;
mod restriction;
mod reuse;
mod rules;
mod scale;
mod scripts;
mod search;
mod shared;
mod standing;
mod templates;
mod units;
mod uploads;
mod work;

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");
