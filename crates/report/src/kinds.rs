//! The kinds of documents that are written out of the ledger, each with its built-in template.

use crate::ledger::{Material, is_finished};
use domain::workflow::{Action, Stage};
use domain::{Closure, Finding, FindingKind};

/// Which findings a document is about when nobody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    All,
    Unfinished,
    Overdue,
    /// Close-off has been asked for.
    Submitted,
    Closed,
    /// More time has been asked for.
    ExtensionAsked,
}

/// What a kind is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Running text.
    Text,
    /// A wide table; also as a workbook.
    List,
    /// One page for each finding chosen.
    Sheet,
    /// One page for each department that has findings chosen.
    Letter,
}

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportKind {
    /// As the command line and the API name it.
    pub name: &'static str,
    pub title: &'static str,
    pub shape: Shape,
    pub choice: Choice,
    pub template: &'static str,
}

macro_rules! kinds {
    ($($name:literal $title:literal $shape:ident $choice:ident $file:literal;)*) => {
        /// Every kind, in the order in which a round needs them.
        pub const KINDS: &[ReportKind] = &[$(ReportKind {
            name: $name,
            title: $title,
            shape: Shape::$shape,
            choice: Choice::$choice,
            template: include_str!(concat!("builtin/", $file, ".txt")),
        }),*];
    };
}

kinds! {
    "plan" "整改方案" Text All "plan";
    "problem-list" "问题清单" List All "problem_list";
    "task-list" "任务清单" List All "task_list";
    "duty-list" "责任清单" List All "duty_list";
    "measure-list" "措施清单" List All "measure_list";
    "result-list" "整改成效清单" List All "result_list";
    "ledger" "整改台账" List All "ledger";
    "progress" "集中整改进展情况报告" Text All "progress";
    "leader" "主要负责人组织落实情况报告" Text All "leader";
    "life-meeting" "专题民主生活会材料清单" Text All "life_meeting";
    "audit-result" "审计整改结果报告及附表" Text All "audit_result";
    "briefing" "阶段简报" Text All "briefing";
    "closing-request" "销号申请单" Sheet Submitted "closing_request";
    "closing-sheet" "销号单" Sheet Closed "closing_sheet";
    "extension" "延期申请" Sheet ExtensionAsked "extension";
    "assignment" "交办单" Letter All "assignment";
    "letter" "提示函" Letter Unfinished "reminder";
    "chasing" "催办函" Letter Overdue "chasing";
    "supervision" "督办单" Letter Overdue "supervision";
    "circular" "通报" Text All "circular";
}

impl ReportKind {
    pub fn from_name(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }
}

impl Choice {
    /// Whether a finding is among those meant.
    pub(crate) fn takes(self, m: &Material<'_>, finding: &Finding) -> bool {
        let steps = || m.steps.get(finding.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        match self {
            Self::All => true,
            Self::Unfinished => !is_finished(finding.completion),
            Self::Overdue => is_overdue(m, finding),
            Self::Submitted => {
                matches!(finding.stage, Stage::FirstReview | Stage::SecondReview | Stage::Filing | Stage::Closed)
            }
            Self::Closed => finding.closure == Closure::Closed,
            Self::ExtensionAsked => steps().iter().any(|step| step.action == Action::AskExtension),
        }
    }

    /// What is said when there is none.
    pub fn none(self) -> &'static str {
        match self {
            Self::All => "没有整改事项",
            Self::Unfinished => "没有未完成的整改事项",
            Self::Overdue => "没有逾期的整改事项",
            Self::Submitted => "没有已申请销号的整改事项",
            Self::Closed => "没有已销号的整改事项",
            Self::ExtensionAsked => "没有申请延期的整改事项",
        }
    }
}

pub(crate) fn is_overdue(m: &Material<'_>, finding: &Finding) -> bool {
    !is_finished(finding.completion) && finding.due.is_some_and(|due| due < m.as_of)
}

pub(crate) fn is_problem(finding: &Finding) -> bool {
    finding.kind == FindingKind::Problem
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_and_titles_are_each_used_once() {
        let names: HashSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        let titles: HashSet<&str> = KINDS.iter().map(|kind| kind.title).collect();
        assert_eq!((names.len(), titles.len()), (KINDS.len(), KINDS.len()));
        for name in [
            "plan",
            "problem-list",
            "task-list",
            "duty-list",
            "ledger",
            "progress",
            "leader",
            "letter",
            "closing-sheet",
        ] {
            assert!(ReportKind::from_name(name).is_some(), "{name}");
        }
    }
}
