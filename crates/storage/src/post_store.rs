//! The port's parts on positions, delegations and standing duties, method by method.

use crate::connection::Database;
use crate::{posts, standing};
use async_trait::async_trait;
use domain::{Confirmation, Delegation, Event, Finding, FindingId, PersonId, Position, Standing};
use usecases::{PostStore, StandingStore, StoreError};

#[async_trait]
impl PostStore for Database {
    async fn positions(&self, person: &PersonId) -> Result<Vec<Position>, StoreError> {
        posts::positions(self, person).await
    }

    async fn position(&self, id: &str) -> Result<Option<Position>, StoreError> {
        posts::position_by_id(self, id).await
    }

    async fn insert_position(&self, position: &Position, event: Event) -> Result<(), StoreError> {
        posts::add_position(self, position, event).await
    }

    async fn update_position(&self, position: &Position, event: Event) -> Result<(), StoreError> {
        posts::update_position(self, position, event).await
    }

    async fn delegations(&self, of: Option<&PersonId>, limit: u64) -> Result<Vec<Delegation>, StoreError> {
        posts::delegations(self, of, limit).await
    }

    async fn delegation(&self, id: &str) -> Result<Option<Delegation>, StoreError> {
        posts::delegation_by_id(self, id).await
    }

    async fn insert_delegation(&self, delegation: &Delegation, event: Event) -> Result<(), StoreError> {
        posts::add_delegation(self, delegation, event).await
    }

    async fn update_delegation(&self, delegation: &Delegation, event: Event) -> Result<(), StoreError> {
        posts::update_delegation(self, delegation, event).await
    }
}

#[async_trait]
impl StandingStore for Database {
    async fn standing_of(&self, finding: &FindingId) -> Result<Vec<Standing>, StoreError> {
        standing::of_finding(self, finding).await
    }

    async fn confirmations(&self, finding: &FindingId) -> Result<Vec<Confirmation>, StoreError> {
        standing::confirmations(self, finding).await
    }

    async fn standing(&self, id: &str) -> Result<Option<(Standing, String)>, StoreError> {
        standing::by_id(self, id).await
    }

    async fn insert_standing(
        &self,
        standing: &Standing,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        standing::add(self, standing, finding, now, event).await
    }

    async fn update_standing(
        &self,
        standing: &Standing,
        confirmation: Option<&Confirmation>,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        standing::update(self, standing, confirmation, finding, now, event).await
    }
}
