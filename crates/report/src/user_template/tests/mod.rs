//! Templates of an organisation, filled in from a round of inspection and read back.

mod docx;
mod form;
mod make;
mod manual;
mod random;
mod starters;
mod xlsx;

use super::{Filling, UserTemplate};
use crate::kind_tests::Round;
use crate::{Choice, Snapshot, snapshot_of};
use std::sync::Arc;

fn snapshot(round: &Round) -> Arc<Snapshot> {
    Arc::new(snapshot_of(&round.material(None), Choice::All))
}

fn opened(bytes: &[u8], name: &str) -> UserTemplate {
    UserTemplate::open(bytes, name, None).unwrap_or_else(|cause| panic!("{name}: {cause}"))
}

fn filled(bytes: &[u8], name: &str) -> Filling {
    opened(bytes, name).fill(&snapshot(&Round::full())).unwrap_or_else(|cause| panic!("{name}: {cause}"))
}

/// Text of the paragraphs and cells of a file.
fn texts(bytes: &[u8], name: &str) -> Vec<String> {
    document::read(bytes, name).unwrap().paragraphs.into_iter().map(|p| p.text).collect()
}

/// What is wrong with a template: place and message.
fn faults(bytes: &[u8], name: &str) -> Vec<String> {
    opened(bytes, name).faults().iter().map(|f| format!("{} {} {}", f.place, f.source, f.what)).collect()
}
