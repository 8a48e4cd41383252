//! Official documents: readers, outline, extraction, writers. Knows nothing of ledgers or databases.
//!
//! Two steps: [`read()`] turns a file into a [`Document`] (paragraphs with honest positions), and
//! [`parse()`] finds its structure. Parsing never fails; reading refuses only what must not be
//! opened ([`Refusal`]) and reports everything else as [`Problem`]s.

mod annotate;
mod extract;
mod findings;
mod grammar;
mod kind;
pub mod ledger;
pub mod markup;
mod model;
mod outline;
mod parse;
mod read;
mod repack;
mod sentences;
pub mod template;
mod write;

pub use annotate::{AnnotateError, Annotated, Mark, annotate};
pub use extract::{deadline_of, trailing_status};
pub use grammar::{Form, label_parts};
pub use model::{
    Align, Amount, AutoLabel, Date, Deadline, DeadlineKind, Document, DocumentKind, Duty, DutyRole, FieldText, Finding,
    FindingKind, Format, Indent, Ink, Layout, Measure, Meta, Node, Origin, Paragraph, Part, Piece, Place, Problem,
    ProblemCode, Property, PropertyKind, Refusal, Region, Section, Series, SeriesItem, SeriesStyle, Setting, Span,
    Status, Structure, Title, Total, Typeface,
};
pub use official::{BlockKind, Official};
pub use parse::parse;
pub use read::container::{MACRO_ENDINGS, PROGRAM_ENDINGS, refuse_active};
pub use read::{BYTES_MAX, BoundPlace, Carried, carried, read, single_widths};
pub use sentences::sentences;
pub use write::{form, official, write_docx, write_html};

/// Where the parts of an official document stand, for whoever sets it as something else than docx.
pub mod setting {
    pub use crate::write::{
        Arrangement, Closing, DOUBLE_RULE, Flow, Hanging, Part, SEAL, SEAL_ABOVE, STAMP, Stretch, TITLE_ROOM,
        TITLE_ROOM_TURNED, copies_line, flow, hanging, mark_size, signatory, signer_lines, title_turns,
    };
}
