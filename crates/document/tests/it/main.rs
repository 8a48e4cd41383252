//! Behaviour of the document crate on whole files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod docx;
mod fixtures;
mod hostile;
mod ledger;
mod make_docx;
mod outline_text;
mod reference;
