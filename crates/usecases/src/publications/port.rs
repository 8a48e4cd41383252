//! What the database does for publications.

use crate::ports::StoreError;
use async_trait::async_trait;
use domain::publication::{Publication, Publishing, Remark};
use domain::{Event, InspectionId};

/// The text of a publication as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationBody {
    /// What people redacted by hand.
    pub redactions: String,
    /// What was confirmed; a draft is made anew whenever it is looked at.
    pub text: Option<String>,
}

/// Publications, decisions on findings, remarks on diagnostics.
#[async_trait]
pub trait PublicationStore: Send + Sync {
    /// Of an inspection, newest first.
    async fn publications(&self, id: &InspectionId) -> Result<Vec<Publication>, StoreError>;
    async fn publication(&self, key: &str) -> Result<Option<(Publication, PublicationBody)>, StoreError>;
    /// A serial that is taken is a conflict.
    async fn insert_publication(
        &self,
        publication: &Publication,
        body: &PublicationBody,
        event: Event,
    ) -> Result<(), StoreError>;
    /// Only a draft of the version before can be written.
    async fn update_publication(
        &self,
        publication: &Publication,
        body: &PublicationBody,
        event: Event,
    ) -> Result<(), StoreError>;
    /// What was decided for findings of an inspection, in the order of their serials.
    async fn publishing(&self, id: &InspectionId) -> Result<Vec<Publishing>, StoreError>;
    /// All of them or none; version 1 is a first decision.
    async fn save_publishing(&self, all: &[Publishing], events: Vec<Event>) -> Result<(), StoreError>;
    /// Remarks on a report or a publication, oldest first, those taken back too.
    async fn remarks(&self, subject: &str) -> Result<Vec<Remark>, StoreError>;
    async fn insert_remark(&self, remark: &Remark, event: Event) -> Result<(), StoreError>;
    /// `version` is the one after.
    async fn withdraw_remark(&self, id: &str, version: i64, event: Event) -> Result<(), StoreError>;
}
