//! Many findings at once, with what became of each.

use super::closed_loop::{ActionBody, MissingPart};
use crate::envelope::FailureDetail;
use crate::words::Action;
use domain::{PersonId, UnitId};
use serde::{Deserialize, Serialize};
use usecases::{BatchAct, BatchItem, FindingChange};
use utoipa::ToSchema;

/// A finding as the person saw it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BatchItemBody {
    pub key: String,
    pub version: i64,
}

/// Who answers for the findings; what is left out stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct AssignBody {
    #[serde(default)]
    pub unit_id: Option<String>,
    #[serde(default)]
    pub leader_id: Option<String>,
    #[serde(default)]
    pub owner_id: Option<String>,
    #[serde(default)]
    pub co_unit_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_leader_ids: Option<Vec<String>>,
    #[serde(default)]
    pub co_owner_ids: Option<Vec<String>>,
}

/// A step or an assignment for many findings.
#[derive(Debug, Deserialize, ToSchema)]
pub struct BatchBody {
    pub items: Vec<BatchItemBody>,
    /// Taken for each; steps that close are taken one by one.
    #[serde(default)]
    pub action: Option<Action>,
    #[serde(default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub assign: Option<AssignBody>,
    /// In whose place; in the own one when absent.
    #[serde(default)]
    pub acting_for_id: Option<String>,
}

/// Why a batch cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchFault {
    /// Neither a step nor an assignment, or both.
    NotOne,
    Missing(MissingPart),
}

impl BatchBody {
    /// The findings and what is asked for them.
    pub fn wanted(self) -> Result<(Vec<BatchItem>, BatchAct), BatchFault> {
        let act = match (self.action, self.assign) {
            (Some(action), None) => {
                let body = ActionBody {
                    version: 0,
                    action,
                    reason: self.reason,
                    until: None,
                    reviewer_id: None,
                    answers: Vec::new(),
                    acting_for_id: self.acting_for_id,
                };
                BatchAct::Step(body.asked().map_err(BatchFault::Missing)?)
            }
            (None, Some(assign)) => BatchAct::Assign(Box::new(FindingChange {
                unit: assign.unit_id.map(|id| Some(UnitId(id))),
                leader: assign.leader_id.map(|id| Some(PersonId(id))),
                owner: assign.owner_id.map(|id| Some(PersonId(id))),
                co_units: assign.co_unit_ids.map(|ids| ids.into_iter().map(UnitId).collect()),
                co_leaders: assign.co_leader_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
                co_owners: assign.co_owner_ids.map(|ids| ids.into_iter().map(PersonId).collect()),
                ..FindingChange::default()
            })),
            _ => return Err(BatchFault::NotOne),
        };
        let item = |item: BatchItemBody| BatchItem { key: item.key, version: item.version };
        Ok((self.items.into_iter().map(item).collect(), act))
    }
}

/// What became of one finding.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchResult {
    pub key: String,
    /// Absent when it is done.
    pub error: Option<FailureDetail>,
}

/// What became of all.
#[derive(Debug, Serialize, ToSchema)]
pub struct BatchAnswer {
    pub done: usize,
    pub failed: usize,
    /// In the order of the request.
    pub items: Vec<BatchResult>,
}

impl BatchAnswer {
    pub fn new(items: Vec<BatchResult>) -> Self {
        let done = items.iter().filter(|item| item.error.is_none()).count();
        Self { done, failed: items.len() - done, items }
    }
}
