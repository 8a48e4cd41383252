//! Writes official documents as docx in the layout of GB/T 9704-2012.

mod body;
pub(crate) mod bound;
mod closing;
mod ending;
pub mod form;
mod hanging;
mod head;
mod html;
mod imprint;
pub mod official;
mod package;
mod pages;
mod parts;
mod shape;
mod stretch;
mod table;
mod title_lines;

pub use closing::{Arrangement, Closing, Flow, STAMP, flow, signatory};
pub use ending::{SEAL, SEAL_ABOVE};
pub use form::{copies_line, mark_size};
pub use hanging::{Hanging, hanging};
pub use head::{DOUBLE_RULE, signer_lines};
pub use html::write_html;
pub use package::write_docx;
pub use stretch::{Part, Stretch};
pub use title_lines::{TITLE_ROOM, TITLE_ROOM_TURNED, title_turns};
