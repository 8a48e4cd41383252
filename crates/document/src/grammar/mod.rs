//! The written forms: numerals and labels (gongwen.md B2.1).

mod label;
mod numeral;

pub use label::{Form, label_parts};
pub(crate) use label::{Label, label_at};
pub(crate) use numeral::{arabic_prefix, chinese_prefix, number_before};
