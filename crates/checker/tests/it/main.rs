//! The rules over their own pages, and over our documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clean;
mod compare;
mod figures;
mod hostile;
mod manual;
mod mutation;
mod edited_docx;
mod layout;
mod meta;
mod pages;
