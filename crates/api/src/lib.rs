//! Wire types. The only JSON.

pub mod directory;
pub mod draft;
pub mod finding;
pub mod offsets;
pub mod patch;
pub mod structure;
pub mod workbook;
