//! One whole inspection in a file, and from a file: `rectify export` and `rectify import FILE.rectify`.

mod check;
mod directory;
mod excerpt;
mod export;
mod import;
mod manifest;
mod open;
mod refusal;
mod row;
mod same;
mod tables;

pub use export::TransferSummary;
pub use import::{Imported, ImportedOutcome};
pub use refusal::TransferError;
