//! Headings: which lines carry a label, on which level, and where their titles end.

mod candidates;
mod closing;
mod collapsed;
mod items;
mod levels;
mod run_in;
mod title;
mod tree;
mod unnumbered;

pub(crate) use candidates::candidates;
pub(crate) use closing::closing_start;
pub(crate) use title::{document_title, kind_of as title_kind};
pub(crate) use tree::{Heading, headings, nest};
