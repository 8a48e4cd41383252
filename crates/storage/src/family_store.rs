//! The part of the port on families of findings and notes of guidance, method by method.

use crate::connection::Database;
use crate::{family, findings, notes};
use async_trait::async_trait;
use domain::family::FamilyTie;
use domain::guidance::NoteLine;
use domain::{Event, Finding, FindingId, InspectionId};
use usecases::{FamilyChange, FamilyStore, Names, Reach, StoreError};

#[async_trait]
impl FamilyStore for Database {
    async fn findings_named(&self, ids: &[String]) -> Result<Vec<Finding>, StoreError> {
        findings::by_ids(self, ids).await
    }

    async fn family(&self, inspection: &InspectionId) -> Result<Vec<FamilyTie>, StoreError> {
        family::of_inspection(self, inspection).await
    }

    async fn ordinals(&self, inspection: &InspectionId) -> Result<Names, StoreError> {
        family::ordinals(self, inspection).await
    }

    async fn save_family(&self, change: &FamilyChange, now: i64, events: Vec<Event>) -> Result<(), StoreError> {
        family::save(self, change, now, events).await
    }

    async fn notes(&self, finding: &FindingId) -> Result<Vec<NoteLine>, StoreError> {
        notes::of_finding(self, finding).await
    }

    async fn all_notes(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<NoteLine>, StoreError> {
        notes::of_inspection(self, reach, inspection).await
    }

    async fn add_note(&self, line: &NoteLine, event: Event) -> Result<(), StoreError> {
        notes::add(self, line, event).await
    }
}
