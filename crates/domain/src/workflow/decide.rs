//! The decision: may this person do this now, and what comes of it.

use super::history::filed;
use super::refusal::Refusal;
use super::request::{Answer, Request};
use super::situation::{Doer, Situation};
use super::stage::Stage;
use super::transitions::{To, Transition, of_action};
use crate::profile::Criterion;
use jiff::civil::Date;

/// What an accepted request does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub stage: Stage,
    /// The date that a granted extension sets.
    pub due: Option<Date>,
}

/// Decides. Pure: the same situation gives the same answer.
pub fn decide(now: &Situation, request: &Request, doer: &Doer, today: Date) -> Result<Outcome, Refusal> {
    let action = request.action();
    let transition = of_action(action, now.stage).ok_or(Refusal::WrongStage { stage: now.stage, action })?;
    permitted(transition, now, doer, today)?;
    told(now, request, today)?;
    let due = match request {
        Request::GrantExtension => now.history.extension.as_ref().map(|open| open.until),
        _ => None,
    };
    Ok(Outcome { stage: to(transition, now), due })
}

fn to(transition: &Transition, now: &Situation) -> Stage {
    match transition.to {
        To::Stage(stage) => stage,
        To::Same => now.stage,
        To::FiledOrClosed => filed(now.filing),
    }
}

/// What does not depend on the words of the request: role first, then the guards in order.
pub(super) fn permitted(row: &Transition, now: &Situation, doer: &Doer, today: Date) -> Result<(), Refusal> {
    if !row.roles.iter().any(|role| doer.person.is(*role)) {
        return Err(Refusal::NeedsRole { roles: row.roles });
    }
    row.guards.iter().try_for_each(|guard| guard.check(now, doer, today))
}

/// What the request itself must say.
fn told(now: &Situation, request: &Request, today: Date) -> Result<(), Refusal> {
    if request.needs_reason() && request.reason().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Refusal::NoReason(request.action()));
    }
    match request {
        Request::AskExtension { until, .. } => match now.finding.due {
            Some(due) if *until <= due || *until <= today => Err(Refusal::NotLater { due: due.max(today) }),
            _ => Ok(()),
        },
        Request::Reopen { reviewer, .. } => {
            let history = &now.history;
            let answers = now.finding.owners().chain(&now.work.owners).any(|owner| owner == reviewer);
            let involved = answers || history.involved.contains(reviewer);
            if involved { Err(Refusal::ReviewerInvolved) } else { Ok(()) }
        }
        Request::Submit { answers, .. } => criteria(now, answers),
        Request::PassFirst { answers, .. } | Request::PassSecond { answers, .. } => judged(now, answers),
        _ => Ok(()),
    }
}

/// Nobody passes what he himself finds unmet. The submitter answered all criteria; a reviewer those he looked at.
fn judged(now: &Situation, answers: &[(Criterion, Answer)]) -> Result<(), Refusal> {
    let falls_short = |(criterion, answer): &(Criterion, Answer)| match answer {
        Answer::Met => false,
        Answer::NotInvolved => now.always.contains(criterion),
        Answer::Unmet => true,
    };
    let mut open: Vec<Criterion> = Vec::new();
    for (criterion, _) in answers.iter().filter(|answer| falls_short(answer)) {
        if !open.contains(criterion) {
            open.push(*criterion);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(Refusal::CriteriaOpen(open)) }
}

/// 销号标准: what must always be met, and what must be met or not apply.
fn criteria(now: &Situation, answers: &[(Criterion, Answer)]) -> Result<(), Refusal> {
    // Every answer to a criterion has to do: of two that contradict each other neither counts.
    let meets = |criterion: &Criterion, enough: &[Answer]| {
        let mut given = answers.iter().filter(|(c, _)| c == criterion).peekable();
        given.peek().is_some() && given.all(|(_, answer)| enough.contains(answer))
    };
    let unmet = now.always.iter().filter(|c| !meets(c, &[Answer::Met]));
    let called = now.when_called_for.iter().filter(|c| !meets(c, &[Answer::Met, Answer::NotInvolved]));
    let open: Vec<Criterion> = unmet.chain(called).copied().collect();
    if open.is_empty() { Ok(()) } else { Err(Refusal::CriteriaOpen(open)) }
}
