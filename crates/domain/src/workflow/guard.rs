//! Conditions of a transition that do not depend on what the request says.

use super::refusal::Refusal;
use super::situation::{Doer, Situation};
use crate::profile::Reviewer;
use crate::{Completion, FixType, PersonId, Role};
use jiff::civil::Date;

/// A condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    PlanComplete,
    NotOwnPlan,
    MeasuresDone,
    MeasuresDoneIfAny,
    Evidence,
    Immediate,
    Assigned,
    StandingDuty,
    NewWork,
    Submitter,
    NotSubmitterSide,
    NotOwnWork,
    NotFirstReviewer,
    NotReviewer,
    Route,
    NamedReviewer,
    PeriodRunning,
    PeriodOver,
    BeforeDue,
    NoOpenExtension,
    OpenExtension,
    NotOwnExtension,
}

impl Guard {
    /// In words, for the manual.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::PlanComplete => "责任和措施齐全",
            Self::NotOwnPlan => "不是方案提交人",
            Self::MeasuresDone => "措施全部完成",
            Self::MeasuresDoneIfAny => "已有措施全部完成",
            Self::Evidence => "有佐证材料",
            Self::Immediate => "立行立改",
            Self::Assigned => "有牵头部门、责任领导、责任人",
            Self::StandingDuty => "长期坚持的有长效制度和检视日期",
            Self::NewWork => "回头看重启后有新的措施、进展说明或佐证",
            Self::Submitter => "是提交人",
            Self::NotSubmitterSide => "不是提交人或责任人",
            Self::NotOwnWork => "不是措施责任人，本轮没有填报进展、上传佐证",
            Self::NotFirstReviewer => "不是初审人",
            Self::NotReviewer => "不是初审人、复审人",
            Self::Route => "规则档案允许其初审",
            Self::NamedReviewer => "重启后为指定审核人，重启前未参加",
            Self::PeriodRunning => "报备审核期内",
            Self::PeriodOver => "报备审核期已满",
            Self::BeforeDue => "到期前（回头看重启的除外）",
            Self::NoOpenExtension => "没有待批的延期",
            Self::OpenExtension => "有待批的延期",
            Self::NotOwnExtension => "不是申请人",
        }
    }

    pub(super) fn check(self, now: &Situation, doer: &Doer, today: Date) -> Result<(), Refusal> {
        let history = &now.history;
        let hold = |holds: bool, refusal: Refusal| if holds { Ok(()) } else { Err(refusal) };
        match self {
            Self::PlanComplete => plan(now),
            Self::NotOwnPlan => hold(!doer.is_tied_to(&history.plan_submitters), Refusal::OwnPlan),
            Self::MeasuresDone if now.measures.is_empty() => Err(Refusal::NoMeasures),
            Self::MeasuresDone | Self::MeasuresDoneIfAny => measures(now),
            Self::Evidence => hold(now.evidence > 0, Refusal::NoEvidence),
            Self::Immediate => hold(now.finding.fix_type == Some(FixType::Immediate), Refusal::NotImmediate),
            Self::Assigned => {
                let missing = unassigned(now);
                hold(missing.is_empty(), Refusal::Unassigned(missing))
            }
            Self::StandingDuty => hold(!now.finding.is_lasting() || has_duty(now, today), Refusal::NoStandingDuty),
            Self::NewWork => {
                let reopened = history.named_reviewer.is_some();
                hold(!reopened || now.work.anew, Refusal::NothingNew)
            }
            Self::Submitter => hold(doer.is_any_of(&history.submitters), Refusal::NotTheSubmitter),
            Self::NotSubmitterSide => {
                let owners: Vec<PersonId> = now.finding.owners().cloned().collect();
                let mut own = [&history.submitters, &history.earlier_submitters, &owners].into_iter();
                hold(!own.any(|people| doer.is_tied_to(people)), Refusal::OwnSubmission)
            }
            Self::NotOwnWork => {
                let own = doer.is_tied_to(&now.work.owners) || doer.is_tied_to(&now.work.people);
                hold(!own, Refusal::OwnWork)
            }
            Self::NotFirstReviewer => hold(!doer.is_tied_to(&history.first_reviewers), Refusal::BothReviews),
            Self::NotReviewer => {
                let reviewed = doer.is_tied_to(&history.first_reviewers) || doer.is_tied_to(&history.second_reviewers);
                hold(!reviewed, Refusal::OwnReview)
            }
            Self::Route => {
                let office = matches!(now.first_review, Reviewer::Office);
                hold(office || doer.person.is(Role::Leader), Refusal::OfficeMayNotReview)
            }
            Self::NamedReviewer => match &history.named_reviewer {
                Some(named) => {
                    hold(doer.is_any_of(std::slice::from_ref(named)), Refusal::NotNamedReviewer)?;
                    // Else somebody of the round before could come back in the named one's place.
                    hold(!doer.is_tied_to(&history.formerly_involved), Refusal::FormerReviewer)
                }
                None => Ok(()),
            },
            Self::PeriodRunning => match history.filing_until {
                Some(until) => hold(today <= until, Refusal::PeriodOver { until }),
                None => Ok(()),
            },
            Self::PeriodOver => match history.filing_until {
                Some(until) => hold(today > until, Refusal::PeriodRunning { until }),
                // Silence says nothing where nobody knows how long the overseer has.
                None => Err(Refusal::PeriodUnknown),
            },
            Self::BeforeDue => {
                let due = now.finding.due.ok_or(Refusal::NoDue)?;
                // Who has to begin again after a look-back cannot have asked in time.
                hold(today <= due || history.named_reviewer.is_some(), Refusal::PastDue { due })
            }
            Self::NoOpenExtension => match &history.extension {
                Some(open) => Err(Refusal::ExtensionOpen { until: open.until }),
                None => Ok(()),
            },
            Self::OpenExtension => hold(history.extension.is_some(), Refusal::NoExtension),
            Self::NotOwnExtension => {
                let own = history.extension.as_ref().is_some_and(|open| doer.is_tied_to(&open.asked_by));
                hold(!own, Refusal::OwnExtension)
            }
        }
    }
}

fn has_duty(now: &Situation, today: Date) -> bool {
    let rule = now.finding.standing_rule.as_deref().is_some_and(|rule| !rule.trim().is_empty());
    rule && now.finding.standing_review.is_some_and(|date| date > today)
}

fn missing(parts: &[(&str, bool)]) -> Vec<String> {
    parts.iter().filter(|(_, there)| !there).map(|(what, _)| (*what).to_owned()).collect()
}

/// Who has to answer for it and is not named.
fn unassigned(now: &Situation) -> Vec<String> {
    let finding = now.finding;
    missing(&[
        ("牵头部门", finding.unit.is_some()),
        ("责任领导", finding.leader.is_some()),
        ("责任人", finding.owner.is_some()),
    ])
}

/// Every part that is missing is named.
fn plan(now: &Situation) -> Result<(), Refusal> {
    let finding = now.finding;
    let mut missing = [
        unassigned(now),
        missing(&[
            ("整改时限", finding.due.is_some() || finding.fix_type == Some(FixType::Standing)),
            ("整改措施", !now.measures.is_empty()),
        ]),
    ]
    .concat();
    let late = now.measures.iter().filter(|m| finding.ends_before(m.due));
    missing.extend(late.map(|m| format!("措施 {} 的时限不得晚于事项时限", m.key)));
    if missing.is_empty() { Ok(()) } else { Err(Refusal::PlanIncomplete(missing)) }
}

fn measures(now: &Situation) -> Result<(), Refusal> {
    let open = now.measures.iter().filter(|m| !matches!(m.completion, Completion::Done | Completion::Standing));
    let open: Vec<String> = open.map(|m| m.key.clone()).collect();
    if open.is_empty() { Ok(()) } else { Err(Refusal::MeasuresOpen(open)) }
}
