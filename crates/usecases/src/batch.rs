//! The same step or assignment for many findings: each is a decision of its own.

use crate::context::{Actor, App};
use crate::error::Error;
use crate::findings::{FindingChange, change_finding};
use crate::workflow::{Asked, act};
use domain::workflow::Request;

/// Findings of one batch.
pub const BATCH_MAX: usize = 200;

/// A finding as the person saw it.
#[derive(Debug, Clone)]
pub struct BatchItem {
    pub key: String,
    pub version: i64,
}

/// What is asked for.
#[derive(Debug, Clone)]
pub enum BatchAct {
    Step(Asked),
    /// Who answers for them.
    Assign(Box<FindingChange>),
}

/// What became of each, in the order of the items; one that fails does not hold up the others.
pub async fn batch(
    app: &App,
    actor: &Actor,
    items: &[BatchItem],
    wanted: &BatchAct,
) -> Result<Vec<Result<(), Error>>, Error> {
    if items.is_empty() || items.len() > BATCH_MAX {
        return Err(Error::invalid("items", format!("每批 1 至 {BATCH_MAX} 项，请分批办理")));
    }
    if let BatchAct::Step(asked) = wanted
        && !in_batches(&asked.request)
    {
        return Err(Error::invalid("action", "审核通过、申请销号等须逐项办理，不能批量"));
    }
    let mut done = Vec::with_capacity(items.len());
    for item in items {
        done.push(match wanted {
            BatchAct::Step(asked) => act(app, actor, &item.key, item.version, asked.clone()).await,
            BatchAct::Assign(change) => {
                change_finding(app, actor, &item.key, item.version, change.as_ref().clone()).await
            }
        });
    }
    Ok(done)
}

/// Closing is decided one by one; what brings a plan on its way or sends something back may be said once.
fn in_batches(request: &Request) -> bool {
    matches!(
        request,
        Request::Assign
            | Request::SubmitPlan
            | Request::ApprovePlan
            | Request::ReturnPlan { .. }
            | Request::Return { .. }
            | Request::RejectFiling { .. }
    )
}
