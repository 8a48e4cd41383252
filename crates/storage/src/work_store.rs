//! The part of the port on duties and reviews, method by method; the work is in `work`.

use crate::connection::Database;
use crate::{hands, work};
use async_trait::async_trait;
use domain::workflow::{Stage, Work};
use domain::{Finding, PersonId};
use std::collections::HashMap;
use usecases::{Decided, DutyRows, MineQuery, Reach, ReviewQuery, ReviewRows, StoreError, WorkMeasure, WorkStore};

#[async_trait]
impl WorkStore for Database {
    async fn review_counts(&self, query: &ReviewQuery) -> Result<Vec<(Stage, i64)>, StoreError> {
        work::review_counts(self, query).await
    }

    async fn review_rows(&self, query: &ReviewQuery) -> Result<ReviewRows, StoreError> {
        work::review_rows(self, query).await
    }

    async fn duties(&self, query: &MineQuery) -> Result<Vec<DutyRows>, StoreError> {
        work::duties(self, query).await
    }

    async fn work_measures(&self, query: &MineQuery) -> Result<(Vec<WorkMeasure>, i64), StoreError> {
        work::measures(self, query).await
    }

    async fn hands(&self, findings: &[&Finding]) -> Result<HashMap<String, Work>, StoreError> {
        hands::of_findings(self, findings).await
    }

    async fn decided(&self, reach: &Reach, person: &PersonId, limit: u64) -> Result<Vec<Decided>, StoreError> {
        work::decided(self, reach, person, limit).await
    }
}
