//! The port's part on rules, method by method; the work is in `rules.rs`.

use crate::connection::Database;
use crate::rules;
use async_trait::async_trait;
use domain::Event;
use domain::calendar::{DayEntry, YearTable};
use domain::profile::{DueFinding, SettingChange};
use usecases::{RuleStore, StoreError, StoredRules};

#[async_trait]
impl RuleStore for Database {
    async fn rules(&self) -> Result<StoredRules, StoreError> {
        rules::all(self).await
    }

    async fn save_profile(
        &self,
        id: &str,
        changes: &[SettingChange],
        version: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        rules::save_profile(self, id, changes, version, event).await
    }

    async fn save_year(&self, table: &YearTable, version: i64, event: Event) -> Result<(), StoreError> {
        rules::save_year(self, table, version, event).await
    }

    async fn remove_year(&self, year: i16, version: i64, event: Event) -> Result<(), StoreError> {
        rules::remove_year(self, year, version, event).await
    }

    async fn save_own_days(&self, days: &[DayEntry], version: i64, event: Event) -> Result<(), StoreError> {
        rules::save_own_days(self, days, version, event).await
    }

    async fn due_findings(&self, profile: &str) -> Result<Vec<(DueFinding, i64)>, StoreError> {
        rules::due_findings(self, profile).await
    }
}
