//! Behaviour of the document crate on whole files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod annotate;
mod big_files;
mod docx;
mod fixtures;
mod forms;
mod hostile;
mod ledger;
mod ledger_fixtures;
mod make_docx;
mod memory;
mod meta;
mod official_of;
mod outline_text;
mod pdf;
mod print;
mod reference;
mod round_trip;
mod traps;
