//! The shapes that readers produce and the parser returns.

mod document;
mod layout;
mod meta;
mod names;
mod refusal;
mod structure;

pub use document::{AutoLabel, Document, Format, Paragraph, Piece, Place, Problem, ProblemCode, Region, Span};
pub use layout::{Align, Indent, Ink, Layout, Section, Setting, Typeface};
pub use meta::{Meta, Property, PropertyKind};
pub use refusal::Refusal;
pub(crate) use structure::series_between;
pub use structure::{
    Amount, Date, Deadline, DeadlineKind, DocumentKind, Duty, DutyRole, FieldText, Finding, FindingKind, Measure, Node,
    Origin, Part, Series, SeriesItem, SeriesStyle, Status, Structure, Title, Total,
};
