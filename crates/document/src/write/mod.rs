//! Writes official documents as docx in the layout of GB/T 9704-2012.

mod body;
pub(crate) mod bound;
mod ending;
pub mod official;
mod package;
mod parts;
mod stretch;
mod table;

pub use ending::Ending;
pub use package::write_docx;
pub use stretch::Stretch;
