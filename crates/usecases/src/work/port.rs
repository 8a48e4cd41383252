//! The part of the Store port that tells what a person has to do.

use super::records::{Decided, DutyRows, MineQuery, ReviewQuery, ReviewRows, WorkMeasure};
use crate::access::Reach;
use crate::ports::StoreError;
use async_trait::async_trait;
use domain::workflow::{Stage, Work};
use domain::{Finding, PersonId};
use std::collections::HashMap;

/// Duties and reviews.
#[async_trait]
pub trait WorkStore: Send + Sync {
    /// What waits for a reviewer at each stage.
    async fn review_counts(&self, query: &ReviewQuery) -> Result<Vec<(Stage, i64)>, StoreError>;
    async fn review_rows(&self, query: &ReviewQuery) -> Result<ReviewRows, StoreError>;
    async fn duties(&self, query: &MineQuery) -> Result<Vec<DutyRows>, StoreError>;
    /// Open measures that the person answers for, and how many there are.
    async fn work_measures(&self, query: &MineQuery) -> Result<(Vec<WorkMeasure>, i64), StoreError>;
    /// Who had a hand in each of the findings, by identifier.
    async fn hands(&self, findings: &[&Finding]) -> Result<HashMap<String, Work>, StoreError>;
    /// The last decisions of a person, newest first.
    async fn decided(&self, reach: &Reach, person: &PersonId, limit: u64) -> Result<Vec<Decided>, StoreError>;
}
