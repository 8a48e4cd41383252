//! The decision: may these findings be split, put together, or counted again as before. Pure.

use super::{FamilyRefusal, FamilyTie, SetAside, set_aside};
use crate::workflow::Stage;
use crate::{Evidence, Finding, Measure, Person, Role, decimal_sum};
use std::collections::HashSet;

const PARTS_MAX: usize = 20;
const MEMBERS_MAX: usize = 20;
const TITLE_MAX: usize = 200;

/// One part of a split as it is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartPlan {
    pub title: String,
    /// Its share of the original wording; all of it when absent.
    pub text: Option<String>,
    pub amount: Option<String>,
    /// Keys of the measures and of the evidence that it takes over; several parts may take over the same.
    pub measures: Vec<String>,
    pub evidence: Vec<String>,
}

/// A split as it is asked for, with what the finding holds.
#[derive(Debug, Clone, Copy)]
pub struct SplitPlan<'a> {
    pub finding: &'a Finding,
    pub measures: &'a [Measure],
    pub evidence: &'a [Evidence],
    pub parts: &'a [PartPlan],
    pub reason: Option<&'a str>,
}

/// A merge as it is asked for; the first finding gives its fields.
#[derive(Debug, Clone, Copy)]
pub struct MergePlan<'a> {
    pub members: &'a [Finding],
    pub title: &'a str,
    pub reason: Option<&'a str>,
}

/// What holds a finding back from being split or merged, whatever is asked for; the button shows it.
pub fn may_split(
    finding: &Finding,
    aside: Option<SetAside>,
    doer: &Person,
    open_extension: bool,
    open_notes: usize,
) -> Result<(), FamilyRefusal> {
    if !doer.is(Role::Liaison) {
        return Err(FamilyRefusal::NeedsLiaison);
    }
    if let Some(why) = aside {
        return Err(FamilyRefusal::SetAside(why));
    }
    if !finding.stage.is_open_to_work() {
        return Err(FamilyRefusal::WrongStage(finding.stage));
    }
    if open_extension {
        return Err(FamilyRefusal::OpenExtension);
    }
    if open_notes > 0 { Err(FamilyRefusal::OpenNotes(open_notes)) } else { Ok(()) }
}

/// Once the plan is approved only with a reason.
fn reasoned(stage: Stage, reason: Option<&str>) -> Result<(), FamilyRefusal> {
    let said = reason.is_some_and(|reason| !reason.trim().is_empty());
    if stage.is_open_to_planning() || said { Ok(()) } else { Err(FamilyRefusal::NoReason) }
}

/// Whether what is asked for is a proper split of the finding.
pub fn decide_split(plan: &SplitPlan<'_>) -> Result<(), FamilyRefusal> {
    reasoned(plan.finding.stage, plan.reason)?;
    match plan.parts.len() {
        0 | 1 => return Err(FamilyRefusal::TooFewParts),
        n if n > PARTS_MAX => return Err(FamilyRefusal::TooManyParts(PARTS_MAX)),
        _ => {}
    }
    titles(plan.parts)?;
    let own: Vec<&str> = plan.measures.iter().map(|m| m.key.as_str()).collect();
    dealt(&own, plan.parts.iter().flat_map(|part| &part.measures))?;
    let live = plan.evidence.iter().filter(|e| !e.withdrawn);
    dealt(&live.map(|e| e.key.as_str()).collect::<Vec<_>>(), plan.parts.iter().flat_map(|part| &part.evidence))?;
    amounts(plan)
}

fn titles(parts: &[PartPlan]) -> Result<(), FamilyRefusal> {
    let mut seen = HashSet::new();
    for (at, part) in parts.iter().enumerate() {
        let title = part.title.trim();
        if title.is_empty() {
            return Err(FamilyRefusal::NoTitle(at + 1));
        }
        if title.chars().count() > TITLE_MAX {
            return Err(FamilyRefusal::LongTitle(at + 1));
        }
        if !seen.insert(title) {
            return Err(FamilyRefusal::SameTitle(title.to_owned()));
        }
    }
    Ok(())
}

/// Everything that the finding holds goes somewhere, and nothing else does.
fn dealt<'a>(own: &[&str], taken: impl Iterator<Item = &'a String>) -> Result<(), FamilyRefusal> {
    let taken: HashSet<&str> = taken.map(String::as_str).collect();
    if let Some(foreign) = taken.iter().find(|key| !own.contains(*key)) {
        return Err(FamilyRefusal::Unknown((*foreign).to_owned()));
    }
    let left: Vec<String> = own.iter().filter(|key| !taken.contains(**key)).map(|key| (*key).to_owned()).collect();
    if left.is_empty() { Ok(()) } else { Err(FamilyRefusal::LeftOut(left)) }
}

/// The parts have together what the whole has.
fn amounts(plan: &SplitPlan<'_>) -> Result<(), FamilyRefusal> {
    let given: Vec<&str> = plan.parts.iter().filter_map(|part| part.amount.as_deref()).collect();
    if let Some(wrong) = given.iter().find(|text| decimal_sum(&[text]).is_none()) {
        return Err(FamilyRefusal::NotAnAmount((*wrong).to_owned()));
    }
    let whole = plan.finding.amount.as_deref().and_then(|amount| decimal_sum(&[amount]));
    let parts = decimal_sum(&given).unwrap_or_else(|| "0".to_owned());
    let same = whole.as_deref().unwrap_or("0") == parts;
    if same { Ok(()) } else { Err(FamilyRefusal::AmountsDiffer { whole: whole.unwrap_or("0".to_owned()), parts }) }
}

/// Whether what is asked for is a proper merge. Each member was asked about with [`may_split`].
pub fn decide_merge(plan: &MergePlan<'_>) -> Result<(), FamilyRefusal> {
    let [first, others @ ..] = plan.members else { return Err(FamilyRefusal::OneOnly) };
    if others.is_empty() {
        return Err(FamilyRefusal::OneOnly);
    }
    if plan.members.len() > MEMBERS_MAX {
        return Err(FamilyRefusal::TooManyMembers(MEMBERS_MAX));
    }
    let mut seen = HashSet::new();
    if let Some(twice) = plan.members.iter().find(|member| !seen.insert(&member.id)) {
        return Err(FamilyRefusal::Twice(twice.key.clone()));
    }
    for other in others {
        if other.inspection != first.inspection {
            return Err(FamilyRefusal::OtherInspection(other.key.clone()));
        }
        if other.kind != first.kind {
            return Err(FamilyRefusal::KindsDiffer);
        }
        if other.stage != first.stage {
            return Err(FamilyRefusal::StagesDiffer(first.stage, other.stage));
        }
    }
    reasoned(first.stage, plan.reason)?;
    let part = PartPlan { title: plan.title.to_owned(), ..PartPlan::default() };
    titles(std::slice::from_ref(&part))
}

/// The ties of the split or merge that is taken back: the last one in which the finding had a part.
/// `untouched` tells of a result that it stands as it was made.
pub fn decide_undo<'a>(
    ties: &'a [FamilyTie],
    finding: &Finding,
    doer: &Person,
    results: &[(Finding, Untouched)],
) -> Result<Vec<&'a FamilyTie>, FamilyRefusal> {
    if !doer.is(Role::Liaison) {
        return Err(FamilyRefusal::NeedsLiaison);
    }
    let of_act = last_act(ties, finding).ok_or(FamilyRefusal::NothingToUndo)?;
    let used = |id: &crate::FindingId| set_aside(ties, id).is_some();
    let made = results.iter().filter(|(result, _)| of_act.iter().any(|tie| tie.result == result.id));
    let worked: Vec<String> = made
        .filter(|(result, state)| *state == Untouched::No || used(&result.id))
        .map(|(result, _)| result.key.clone())
        .collect();
    if worked.is_empty() { Ok(of_act) } else { Err(FamilyRefusal::WorkedOn(worked)) }
}

/// Whether a result of a split or merge stands as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untouched {
    Yes,
    No,
}

/// The ties of the last split or merge that made the finding, or that it went into.
pub fn last_act<'a>(ties: &'a [FamilyTie], finding: &Finding) -> Option<Vec<&'a FamilyTie>> {
    let live = |tie: &&FamilyTie| !tie.undone;
    let into = ties.iter().filter(live).find(|tie| tie.source == finding.id);
    let from = || ties.iter().filter(live).find(|tie| tie.result == finding.id);
    let act = &into.or_else(from)?.act;
    Some(ties.iter().filter(|tie| tie.act == *act).collect())
}
