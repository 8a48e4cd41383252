//! The steps that were taken, and what follows from them.

use super::action::Action;
use super::request::Answer;
use super::stage::Stage;
use super::transitions::{To, of_action};
use crate::profile::{Criterion, Filing};
use crate::{Completion, Finding, Measure, PersonId};
use jiff::civil::Date;

/// A step that was taken. Steps are never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub action: Action,
    pub actor: PersonId,
    /// In whose place the actor stood.
    pub acting_for: Option<PersonId>,
    pub date: Date,
    pub reason: Option<String>,
    /// The new date that is asked for; the end of the period in which the overseer may object.
    pub until: Option<Date>,
    /// Who is to review anew.
    pub reviewer: Option<PersonId>,
    /// What the submitter or a reviewer said of the closing criteria: `solved=met,policy=not_involved`.
    pub answers: Option<String>,
    /// The stage after it.
    pub stage: Stage,
}

/// A request for more time that is not answered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub until: Date,
    pub reason: String,
    /// The asker and whom he stood in for.
    pub asked_by: Vec<PersonId>,
}

/// What the steps say of the current round and of those before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Who ever submitted the plan, and in whose place: a plan that was returned lives on in the next one.
    pub plan_submitters: Vec<PersonId>,
    pub submitters: Vec<PersonId>,
    /// Who submitted earlier in this round; what was returned lives on in what is submitted next.
    pub earlier_submitters: Vec<PersonId>,
    pub first_reviewers: Vec<PersonId>,
    pub second_reviewers: Vec<PersonId>,
    /// Everybody who ever submitted, passed or returned.
    pub involved: Vec<PersonId>,
    /// As [`History::involved`], before the finding was opened again.
    pub formerly_involved: Vec<PersonId>,
    /// Who must review first after a reopening.
    pub named_reviewer: Option<PersonId>,
    pub extension: Option<Extension>,
    /// When more time was granted last in this round.
    pub extended: Option<Date>,
    /// Last day on which the overseer may object.
    pub filing_until: Option<Date>,
}

impl Step {
    /// What the submitter or the reviewer said of each criterion, in the order he said it.
    pub fn given_answers(&self) -> Vec<(Criterion, Answer)> {
        let one = |part: &str| {
            let (criterion, answer) = part.split_once('=')?;
            Some((Criterion::from_name(criterion)?, Answer::from_name(answer)?))
        };
        self.answers.as_deref().unwrap_or_default().split(',').filter_map(one).collect()
    }

    fn people(&self) -> Vec<PersonId> {
        std::iter::once(&self.actor).chain(&self.acting_for).cloned().collect()
    }
}

impl History {
    /// Folds the steps, oldest first.
    pub fn of(steps: &[Step]) -> Self {
        let mut history = Self::default();
        for step in steps {
            match step.action {
                Action::SubmitPlan => history.plan_submitters.extend(step.people()),
                Action::Submit => {
                    history.involved.extend(step.people());
                    history.earlier_submitters.append(&mut history.submitters);
                    history.submitters = step.people();
                    history.first_reviewers.clear();
                    history.second_reviewers.clear();
                }
                // What nobody looked at is as if it had not been submitted.
                Action::Withdraw => history.submitters.clear(),
                Action::Return => history.involved.extend(step.people()),
                Action::PassFirst => {
                    history.involved.extend(step.people());
                    history.first_reviewers = step.people();
                }
                Action::PassSecond => {
                    history.involved.extend(step.people());
                    history.second_reviewers = step.people();
                    history.filing_until = step.until;
                }
                Action::Reopen => {
                    // A new round; a request for more time in the old one is asked for by nobody any more.
                    history = Self {
                        formerly_involved: history.involved.clone(),
                        involved: history.involved,
                        plan_submitters: history.plan_submitters,
                        named_reviewer: step.reviewer.clone(),
                        ..Self::default()
                    };
                }
                Action::AskExtension => {
                    history.extension = step.until.map(|until| Extension {
                        until,
                        reason: step.reason.clone().unwrap_or_default(),
                        asked_by: step.people(),
                    });
                }
                Action::GrantExtension => {
                    history.extension = None;
                    history.extended = Some(step.date);
                }
                Action::RefuseExtension => history.extension = None,
                _ => {}
            }
        }
        history
    }
}

impl History {
    /// Whether taking the measure out would hide that it is late: its day has passed undone, and nobody granted more
    /// time since. Answers the day.
    pub fn hides_delay(&self, finding: &Finding, measure: &Measure, today: Date) -> Option<Date> {
        let due = measure.due.or(finding.due).filter(|due| *due < today)?;
        let open = !matches!(measure.completion, Completion::Done | Completion::Standing);
        let granted = self.extended.is_some_and(|date| date >= due);
        (open && !granted).then_some(due)
    }
}

/// The return that brought a finding where it stands, if it came here by one. A request for more time moves nothing.
pub fn last_return(steps: &[Step]) -> Option<&Step> {
    use Action::{AskExtension, GrantExtension, RefuseExtension, RejectFiling, Reopen, Return, ReturnPlan};
    let moved = steps.iter().rfind(|step| !matches!(step.action, AskExtension | GrantExtension | RefuseExtension))?;
    matches!(moved.action, Return | ReturnPlan | RejectFiling | Reopen).then_some(moved)
}

/// A step that does not follow from those before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayError {
    /// From 0.
    pub step: usize,
    pub stage: Stage,
    pub action: Action,
}

impl std::fmt::Display for ReplayError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "第 {} 步“{}”不能发生在“{}”阶段", self.step + 1, self.action.word(), self.stage.word())
    }
}

/// The stage that the steps lead to.
pub fn replay(steps: &[Step]) -> Result<Stage, ReplayError> {
    let mut stage = Stage::Registered;
    for (at, step) in steps.iter().enumerate() {
        let wrong = ReplayError { step: at, stage, action: step.action };
        let Some(transition) = of_action(step.action, stage) else { return Err(wrong) };
        let fits = match transition.to {
            To::Stage(to) => step.stage == to,
            To::Same => step.stage == stage,
            To::FiledOrClosed => step.stage == filed(Filing::Required) || step.stage == filed(Filing::NotRequired),
        };
        if !fits {
            return Err(wrong);
        }
        stage = step.stage;
    }
    Ok(stage)
}

/// Where the second review leads.
pub(super) fn filed(rule: Filing) -> Stage {
    match rule {
        Filing::Required => Stage::Filing,
        Filing::NotRequired => Stage::Closed,
    }
}
