//! The audit log as a hash chain: encoding, sealing, checking. No IO, no clock (design §2.3).
//!
//! Every entry carries a *hash* over the hash before it and all it says, and a *seal*: the same under a key
//! that is kept outside the database. The hash lets an outsider check an export with nothing but a printed
//! [`Checkpoint`]; the seal keeps somebody who can write to the database from making a chain of his own.
//! The encoding is described in `docs/manual/audit-log.md`.

mod algorithm;
mod check;
mod checkpoint;
mod encoding;
mod entry;
mod key;
mod row;
mod verification;

pub use algorithm::{Algorithm, Hash};
pub use check::{Checker, Offence, Report};
pub use checkpoint::{Checkpoint, CheckpointError};
pub use entry::{Change, Entry, Link};
pub use key::{Key, KeyError};
pub use row::{Cell, RowSeal, row_digest};
pub use verification::{RowOffence, Verification};
