//! The store as a whole: the log and the rows of the record.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backup;
mod files;
mod migrations;
mod search;
mod tampering;
mod transfer;
mod transfer_refusals;
