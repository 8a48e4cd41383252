//! Writes official documents as docx in the layout of GB/T 9704-2012.

mod body;
pub mod official;
mod package;
mod parts;
mod table;

pub use package::write_docx;
