//! The closed loop of a finding: what was done, what can be done, and asking for it.

use crate::account::Named;
use crate::finding::named;
use crate::finding::timeline::TimelineEvent;
use crate::time::Day;
use crate::words::{Action, Answer, Criterion, Need, Stage};
use domain::PersonId;
use domain::workflow::{Refusal, Request, Step};
use serde::{Deserialize, Serialize};
use usecases::{Asked, FindingDetail, Names};
use utoipa::ToSchema;

/// Why an action is not possible now.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepRefusal {
    pub code: &'static str,
    /// In words, with what to do.
    pub message: String,
}

/// An action of the present stage; without a refusal it is possible.
#[derive(Debug, Serialize, ToSchema)]
pub struct Offer {
    pub action: Action,
    pub refusal: Option<StepRefusal>,
    /// In whose place it is possible, where the person may not do it for himself.
    pub acting_for: Option<Named>,
}

impl Offer {
    pub(crate) fn new(o: &domain::workflow::Offer, people: &Names) -> Self {
        let refusal = |r: &Refusal| StepRefusal { code: r.code(), message: r.to_string() };
        Self {
            action: Action(o.action),
            refusal: o.refusal.as_ref().map(refusal),
            acting_for: named(people, o.acting_for.as_ref().map(PersonId::as_str)),
        }
    }
}

/// A criterion the submitter answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct CriterionNeed {
    pub criterion: Criterion,
    pub need: Need,
}

/// A request for more time that waits for its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenExtension {
    pub until: Day,
    pub reason: String,
}

/// A step that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepTaken {
    pub action: Action,
    pub actor: Named,
    /// In whose place the actor stood.
    pub acting_for: Option<Named>,
    pub date: Day,
    pub reason: Option<String>,
    pub until: Option<Day>,
    /// What the submitter or the reviewer said of the closing criteria.
    pub answers: Vec<CriterionAnswer>,
    /// The stage after it.
    pub stage: Stage,
}

impl StepTaken {
    pub(crate) fn new(s: &Step, people: &Names) -> Self {
        let answer = |(criterion, answer)| CriterionAnswer { criterion: Criterion(criterion), answer: Answer(answer) };
        Self {
            action: Action(s.action),
            actor: Named { id: s.actor.0.clone(), name: people.get(s.actor.as_str()).cloned().unwrap_or_default() },
            acting_for: named(people, s.acting_for.as_ref().map(PersonId::as_str)),
            date: Day(s.date),
            reason: s.reason.clone(),
            until: s.until.map(Day),
            answers: s.given_answers().into_iter().map(answer).collect(),
            stage: Stage(s.stage),
        }
    }
}

/// What work is open to the person who asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct May {
    /// Fields, measures and who answers for them.
    pub plan: bool,
    /// Progress and evidence of the whole finding.
    pub report: bool,
    /// What was submitted stays as it is until somebody returns it.
    pub locked: bool,
    /// A date that is set moves only by a granted extension.
    pub due_locked: bool,
    /// Mark it as restricted, or lift that.
    pub restrict: bool,
    /// Keys of the measures on which the person may report.
    pub measures: Vec<String>,
}

/// Where the finding stands, for the person who asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClosedLoop {
    pub offers: Vec<Offer>,
    pub may: May,
    pub criteria: Vec<CriterionNeed>,
    pub extension: Option<OpenExtension>,
    /// Last day on which the overseer may object.
    pub filing_until: Option<Day>,
    /// Who reviews first after a reopening.
    pub named_reviewer: Option<Named>,
    /// Oldest first.
    pub steps: Vec<StepTaken>,
    /// What changed between the last two times that closing was asked for, oldest first; null when it was asked for
    /// once at most.
    pub since_submission: Option<Vec<TimelineEvent>>,
}

impl ClosedLoop {
    pub(crate) fn new(d: &FindingDetail) -> Self {
        let l = &d.closed_loop;
        let extension = l.history.extension.as_ref();
        Self {
            offers: l.offers.iter().map(|offer| Offer::new(offer, &d.people)).collect(),
            may: May {
                plan: l.may.plan,
                report: l.may.report,
                locked: l.may.locked,
                due_locked: l.may.due_locked,
                restrict: l.may.restrict,
                measures: l.may.measures.clone(),
            },
            criteria: l
                .criteria
                .iter()
                .map(|(criterion, need)| CriterionNeed { criterion: Criterion(*criterion), need: Need(*need) })
                .collect(),
            extension: extension.map(|e| OpenExtension { until: Day(e.until), reason: e.reason.clone() }),
            filing_until: l.history.filing_until.map(Day),
            named_reviewer: named(&d.people, l.history.named_reviewer.as_ref().map(PersonId::as_str)),
            steps: l.steps.iter().map(|s| StepTaken::new(s, &d.people)).collect(),
            since_submission: usecases::since_submission(&l.steps, &d.events)
                .map(|events| events.into_iter().map(|e| TimelineEvent::new(e, &d.people)).collect()),
        }
    }
}

/// How a criterion is met.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CriterionAnswer {
    pub criterion: Criterion,
    pub answer: Answer,
}

/// A step that is asked for. What else is needed depends on the action.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ActionBody {
    pub version: i64,
    pub action: Action,
    /// Why; a note where no reason is needed.
    #[serde(default)]
    pub reason: Option<String>,
    /// The new date, to ask for an extension.
    #[serde(default)]
    pub until: Option<Day>,
    /// Who is to review anew, to reopen.
    #[serde(default)]
    pub reviewer_id: Option<String>,
    /// Closing criteria: all that are asked for to submit; to pass, those that the reviewer looked at, none of which may
    /// be unmet.
    #[serde(default)]
    pub answers: Vec<CriterionAnswer>,
    /// In whose place; in the own one when absent.
    #[serde(default)]
    pub acting_for_id: Option<String>,
}

/// A part of the body without which the action means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingPart {
    Until,
    Reviewer,
}

impl MissingPart {
    pub fn name(self) -> &'static str {
        match self {
            Self::Until => "until",
            Self::Reviewer => "reviewer_id",
        }
    }

    pub fn missing(self) -> &'static str {
        match self {
            Self::Until => "请填写延期后的日期",
            Self::Reviewer => "请指定新的审核人",
        }
    }
}

impl ActionBody {
    /// The request with whose place it is made in, or the part that is missing.
    pub fn asked(mut self) -> Result<Asked, MissingPart> {
        let acting_for = self.acting_for_id.take().filter(|id| !id.trim().is_empty()).map(PersonId);
        Ok(Asked { request: self.request()?, acting_for })
    }

    fn request(self) -> Result<Request, MissingPart> {
        use domain::workflow::Action as A;
        let note = self.reason.clone().filter(|text| !text.trim().is_empty());
        let reason = self.reason.unwrap_or_default();
        let answers = self.answers.into_iter().map(|a| (a.criterion.0, a.answer.0)).collect();
        Ok(match self.action.0 {
            A::Assign => Request::Assign,
            A::SubmitPlan => Request::SubmitPlan,
            A::ApprovePlan => Request::ApprovePlan,
            A::ReturnPlan => Request::ReturnPlan { reason },
            A::Submit => Request::Submit { note, answers },
            A::Withdraw => Request::Withdraw,
            A::PassFirst => Request::PassFirst { note, answers },
            A::PassSecond => Request::PassSecond { note, answers },
            A::Return => Request::Return { reason },
            A::AcceptFiling => Request::AcceptFiling,
            A::RejectFiling => Request::RejectFiling { reason },
            A::CloseUnopposed => Request::CloseUnopposed,
            A::Reopen => {
                Request::Reopen { reason, reviewer: self.reviewer_id.map(PersonId).ok_or(MissingPart::Reviewer)? }
            }
            A::AskExtension => Request::AskExtension { reason, until: self.until.ok_or(MissingPart::Until)?.0 },
            A::GrantExtension => Request::GrantExtension,
            A::RefuseExtension => Request::RefuseExtension { reason },
        })
    }
}
