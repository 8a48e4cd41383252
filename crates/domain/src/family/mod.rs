//! Findings as a family 拆分与合并: what was split, what was put together, what still counts (process-rules §4).
//!
//! Nothing is taken away: the findings that a split or a merge starts from stay with all they hold and are set aside;
//! new findings are worked on instead. Taking it back sets the new ones aside and counts the old ones again.

mod decide;
mod feedback;
mod make;
mod refusal;

pub use decide::{
    MergePlan, PartPlan, SplitPlan, Untouched, decide_merge, decide_split, decide_undo, last_act, may_split,
};
pub use feedback::{Feedback, feedback};
pub use make::{copied_evidence, copied_measure, merged_finding, part_finding};
pub use refusal::FamilyRefusal;

use crate::words::words;
use crate::{FamilyTieId, FindingId, InspectionId};

words!(
    /// What made new findings out of others.
    FamilyKind {
        Split => "split" "拆分",
        Merge => "merge" "合并",
    }
);

/// Why a finding is not worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetAside {
    /// Its parts are.
    Split,
    /// The finding that it was put into is.
    Merged,
    /// It came from a split or a merge that was taken back.
    TakenBack,
}

impl SetAside {
    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::Split => "已拆分",
            Self::Merged => "已合并",
            Self::TakenBack => "已撤销",
        }
    }

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Merged => "merged",
            Self::TakenBack => "taken_back",
        }
    }
}

/// A finding that came from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyTie {
    pub id: FamilyTieId,
    pub inspection: InspectionId,
    /// The ties of one split or merge have the same.
    pub act: String,
    pub kind: FamilyKind,
    pub source: FindingId,
    pub result: FindingId,
    /// Of the part among the parts, or of the member among the members; from 1.
    pub position: i64,
    pub reason: Option<String>,
    /// Taken back.
    pub undone: bool,
    pub version: i64,
}

/// Why the finding is set aside, if it is.
pub fn set_aside(ties: &[FamilyTie], id: &FindingId) -> Option<SetAside> {
    let made = ties.iter().find(|tie| tie.undone && tie.result == *id).map(|_| SetAside::TakenBack);
    let used = ties.iter().find(|tie| !tie.undone && tie.source == *id).map(|tie| match tie.kind {
        FamilyKind::Split => SetAside::Split,
        FamilyKind::Merge => SetAside::Merged,
    });
    made.or(used)
}

/// The findings that are worked on in place of this one; itself, when it is worked on.
pub fn leaves(ties: &[FamilyTie], id: &FindingId) -> Vec<FindingId> {
    let mut found = Vec::new();
    let mut waiting = vec![id.clone()];
    // A result is always newer than its source: the walk ends.
    while let Some(next) = waiting.pop() {
        let mut results: Vec<&FamilyTie> = ties.iter().filter(|tie| !tie.undone && tie.source == next).collect();
        results.sort_by_key(|tie| std::cmp::Reverse(tie.position));
        if results.is_empty() && !found.contains(&next) {
            found.push(next);
        }
        waiting.extend(results.into_iter().map(|tie| tie.result.clone()));
    }
    found
}

/// The printed number 序号: that of the feedback document, with the number of the part behind it: 3(1); of a merged
/// finding those of all its members.
pub fn ordinal(ties: &[FamilyTie], serials: &dyn Fn(&FindingId) -> Option<i64>, id: &FindingId) -> String {
    let mut from: Vec<&FamilyTie> = ties.iter().filter(|tie| tie.result == *id).collect();
    from.sort_by_key(|tie| tie.position);
    match from.first() {
        None => serials(id).map_or_else(String::new, |serial| serial.to_string()),
        Some(tie) if tie.kind == FamilyKind::Split => {
            format!("{}({})", ordinal(ties, serials, &tie.source), tie.position)
        }
        Some(_) => from.iter().map(|tie| ordinal(ties, serials, &tie.source)).collect::<Vec<_>>().join("、"),
    }
}
