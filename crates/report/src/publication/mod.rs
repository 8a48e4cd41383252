//! 公开稿: a public version of a document, with every place that differs from the internal one and why.

mod codec;
mod compose;
mod figures;
mod mask;
mod notice;
mod replacement;
mod withheld;

pub use codec::{public_from_text, public_to_text, redactions_from_text, redactions_to_text};
pub use compose::{ChangeKind, PublicChange, PublicRow, PublicTerms, PublicText, RedactedPlace, Redaction, publish};
pub use figures::{Leak, figure_difference, leaks};
pub use mask::{Mask, MaskKind, MaskNames, masks};
pub use notice::with_notice;
pub use withheld::{Decided, facts_of_public, placeholder};
