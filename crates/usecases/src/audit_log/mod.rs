//! The log for those who watch over it: read, export, check, print.

mod export;
mod list;
mod mail;
mod print;
mod verify;

pub use export::{LogExport, export_log, exported_entries};
pub use list::{LogQuery, LogView, audit_log, log_checkpoint};
pub use mail::{CheckpointMail, Mailer, checkpoint_mail, mail_checkpoint, mail_checkpoint_if_due};
pub use print::{PrintedPage, record_print};
pub use verify::{LogVerification, verify_log};

/// The subject of entries about the log itself.
const SUBJECT: &str = "audit-log";
