//! The rules over their own pages, and over our documents.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clean;
mod compare;
mod edited_docx;
mod figures;
mod head;
mod hostile;
mod layout;
mod lists;
mod manual;
mod meta;
mod mutation;
mod pages;
mod planted;
mod written;
