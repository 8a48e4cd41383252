//! A document that people work on: its text, what its places are bound to, what the ledger says now, its locking.

mod codec;
mod difference;
mod form;
mod lock;
mod places;
mod rebind;

pub use codec::{CodecError, from_text, to_text};
pub use difference::{ChangedLine, LineChange, differences};
pub use lock::{LockFault, LockTerms, Locked, lock, verify_file};
pub use places::{BoundRun, bound_runs, update};
pub use rebind::rebind;
