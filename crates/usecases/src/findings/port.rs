//! What findings that were split or merged, and notes of guidance, ask of a database.

use crate::access::Reach;
use crate::ports::StoreError;
use crate::records::{FamilyChange, Names};
use async_trait::async_trait;
use domain::family::FamilyTie;
use domain::guidance::NoteLine;
use domain::{Event, Finding, FindingId, InspectionId};

/// Findings that were split or merged, and notes of guidance.
#[async_trait]
pub trait FamilyStore: Send + Sync {
    /// Findings whose identifiers are at hand.
    async fn findings_named(&self, ids: &[String]) -> Result<Vec<Finding>, StoreError>;

    /// The ties between findings of an inspection that were split or put together.
    async fn family(&self, inspection: &InspectionId) -> Result<Vec<FamilyTie>, StoreError>;
    /// Printed numbers of the findings of an inspection that came from a split or a merge, by identifier.
    async fn ordinals(&self, inspection: &InspectionId) -> Result<Names, StoreError>;
    /// Everything or nothing; a conflict when one of the findings moved meanwhile.
    async fn save_family(&self, change: &FamilyChange, now: i64, events: Vec<Event>) -> Result<(), StoreError>;

    /// Lines of guidance about a finding, oldest first.
    async fn notes(&self, finding: &FindingId) -> Result<Vec<NoteLine>, StoreError>;
    async fn all_notes(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<NoteLine>, StoreError>;
    /// A conflict when somebody added a line meanwhile.
    async fn add_note(&self, line: &NoteLine, event: Event) -> Result<(), StoreError>;
}
