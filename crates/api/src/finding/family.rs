//! Splitting a finding, putting findings together, and taking it back.

use super::closed_loop::StepRefusal;
use crate::words::FamilyKind;
use domain::family::{FamilyRefusal, PartPlan};
use serde::{Deserialize, Serialize};
use usecases::{Member, MergeOrder, SplitOrder};
use utoipa::ToSchema;

/// A finding that this one came from, or that stands for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Relative {
    pub key: String,
    pub title: String,
    /// The printed number.
    pub ordinal: String,
    pub kind: FamilyKind,
}

impl From<&usecases::Relative> for Relative {
    fn from(r: &usecases::Relative) -> Self {
        Self { key: r.key.clone(), title: r.title.clone(), ordinal: r.ordinal.clone(), kind: FamilyKind(r.kind) }
    }
}

/// How the finding belongs with others, and what may be done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Family {
    /// `split`, `merged` or `taken_back` where the finding is not worked on.
    pub aside: Option<&'static str>,
    pub from: Vec<Relative>,
    pub into: Vec<Relative>,
    /// Why it can neither be split nor put together with others; null where it can.
    pub split_refusal: Option<StepRefusal>,
    /// Why the last split or merge cannot be taken back; null where it can.
    pub undo_refusal: Option<StepRefusal>,
    /// A split or a merge must say why: the plan is approved.
    pub needs_reason: bool,
}

fn refusal(may: &Result<(), FamilyRefusal>) -> Option<StepRefusal> {
    let told = |refusal: &FamilyRefusal| StepRefusal { code: "family_refused", message: refusal.to_string() };
    may.as_ref().err().map(told)
}

impl From<&usecases::Family> for Family {
    fn from(f: &usecases::Family) -> Self {
        Self {
            aside: f.aside.map(|why| why.name()),
            from: f.from.iter().map(Into::into).collect(),
            into: f.into.iter().map(Into::into).collect(),
            split_refusal: refusal(&f.may_split),
            undo_refusal: refusal(&f.may_undo),
            needs_reason: f.needs_reason,
        }
    }
}

/// A part of a split.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PartBody {
    pub title: String,
    /// Its share of the original wording; all of it when absent.
    #[serde(default)]
    pub text: Option<String>,
    /// Yuan, exact decimal; the parts have together what the whole has.
    #[serde(default)]
    pub amount: Option<String>,
    /// Keys of the measures that it takes over; several parts may take over the same.
    #[serde(default)]
    pub measures: Vec<String>,
    /// Keys of the evidence that it takes over.
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl From<PartBody> for PartPlan {
    fn from(b: PartBody) -> Self {
        let amount = b.amount.filter(|amount| !amount.trim().is_empty());
        Self { title: b.title, text: b.text, amount, measures: b.measures, evidence: b.evidence }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct SplitBody {
    pub version: i64,
    pub parts: Vec<PartBody>,
    /// Needed once the plan is approved.
    #[serde(default)]
    pub reason: Option<String>,
}

impl From<SplitBody> for SplitOrder {
    fn from(b: SplitBody) -> Self {
        Self { version: b.version, parts: b.parts.into_iter().map(Into::into).collect(), reason: b.reason }
    }
}

/// A finding that is put together with others, as the person saw it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct MemberBody {
    pub key: String,
    pub version: i64,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct MergeBody {
    pub version: i64,
    pub others: Vec<MemberBody>,
    pub title: String,
    /// Needed once the plan is approved.
    #[serde(default)]
    pub reason: Option<String>,
}

impl From<MergeBody> for MergeOrder {
    fn from(b: MergeBody) -> Self {
        let others = b.others.into_iter().map(|m| Member { key: m.key, version: m.version }).collect();
        Self { version: b.version, others, title: b.title, reason: b.reason }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct UndoBody {
    pub version: i64,
    #[serde(default)]
    pub reason: Option<String>,
}
