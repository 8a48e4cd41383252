//! 公开: what goes out of the record to everybody, what was left out of it, and who agreed.

mod change;
mod confirm;
mod masking;
mod output;
mod port;
mod publishing;
mod remarks;
mod stored;

pub use change::{NewRedaction, NoticeChange, add_redaction, change_notice, discard_publication, remove_redaction};
pub use confirm::confirm_publication;
pub use output::{PublicationFormat, publication_by_operator, publication_file};
pub use port::{PublicationBody, PublicationStore};
pub use publishing::{PublishingChange, PublishingRow, change_publishing, publishing_of, publishing_of_finding};
pub(crate) use remarks::with_remarks;
pub use remarks::{NewRemark, add_remark, withdraw_remark};
pub use stored::{PublicationSummary, PublicationView, check_publication, make_publication, publication, publications};
