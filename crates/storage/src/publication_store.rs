//! The part of the port on what goes out to the public, method by method; the work is in `publications`.

use crate::connection::Database;
use crate::publications;
use async_trait::async_trait;
use domain::publication::{Publication, Publishing, Remark};
use domain::{Event, InspectionId};
use usecases::{PublicationBody, PublicationStore, StoreError};

#[async_trait]
impl PublicationStore for Database {
    async fn publications(&self, id: &InspectionId) -> Result<Vec<Publication>, StoreError> {
        publications::of_inspection(self, id).await
    }

    async fn publication(&self, key: &str) -> Result<Option<(Publication, PublicationBody)>, StoreError> {
        publications::by_key(self, key).await
    }

    async fn insert_publication(
        &self,
        publication: &Publication,
        body: &PublicationBody,
        event: Event,
    ) -> Result<(), StoreError> {
        publications::insert(self, publication, body, event).await
    }

    async fn update_publication(
        &self,
        publication: &Publication,
        body: &PublicationBody,
        event: Event,
    ) -> Result<(), StoreError> {
        publications::update(self, publication, body, event).await
    }

    async fn publishing(&self, id: &InspectionId) -> Result<Vec<Publishing>, StoreError> {
        publications::all_publishing(self, id).await
    }

    async fn save_publishing(&self, all: &[Publishing], events: Vec<Event>) -> Result<(), StoreError> {
        publications::save_publishing(self, all, events).await
    }

    async fn remarks(&self, subject: &str) -> Result<Vec<Remark>, StoreError> {
        publications::remarks_on(self, subject).await
    }

    async fn insert_remark(&self, remark: &Remark, event: Event) -> Result<(), StoreError> {
        publications::insert_remark(self, remark, event).await
    }

    async fn withdraw_remark(&self, id: &str, version: i64, event: Event) -> Result<(), StoreError> {
        publications::withdraw_remark(self, id, version, event).await
    }
}
