//! The port, method by method; the work is in the modules.

use crate::connection::{Database, Write};
use crate::directory::Named;
use crate::{
    audit_log, change_sets, chronicle, directory, drafts, events, evidence, findings, inspections, list, measures,
    prints, reports, restrictions, sources, steps,
};
use async_trait::async_trait;
use audit::{Checkpoint, Verification};
use domain::draft::DraftState;
use domain::paper::OtherText;
use domain::workflow::Step;
use domain::{
    ChronicleEntry, DraftId, Event, Evidence, Finding, FindingId, Inspection, InspectionId, LampRule, Measure, Person,
    Position, Report, Role, Unit, UnitId,
};
use jiff::civil::Date;
use std::collections::HashMap;
use usecases::{
    ChangeSet, DraftOutcome, DraftRecord, DraftSave, DraftSummary, FindingFilter, FindingGroup, FindingRecord, Found,
    GapCounts, InspectionCounts, LogEntry, LogFilter, LogPage, Names, Page, Place, Reach, Restriction, SourceRecord,
    Store, StoreError,
};

#[async_trait]
impl Store for Database {
    async fn units(&self, reach: &Reach) -> Result<Vec<Unit>, StoreError> {
        directory::units(self, reach).await
    }

    async fn insert_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError> {
        directory::insert_unit(self, unit, event).await
    }

    async fn update_unit(&self, unit: &Unit, event: Event) -> Result<(), StoreError> {
        directory::update_unit(self, unit, event).await
    }

    async fn delete_unit(&self, unit: &UnitId, event: Event) -> Result<(), StoreError> {
        directory::delete_unit(self, unit, event).await
    }

    async fn unit_uses(&self, unit: &UnitId) -> Result<Vec<(&'static str, i64)>, StoreError> {
        directory::unit_uses(self, unit).await
    }

    async fn people(&self, reach: &Reach, text: Option<&str>) -> Result<Vec<Person>, StoreError> {
        directory::people(self, reach, text).await
    }

    async fn insert_person(&self, person: &Person, hash: Option<&str>, event: Event) -> Result<(), StoreError> {
        directory::insert_person(self, person, hash, event).await
    }

    async fn update_person(
        &self,
        person: &Person,
        hash: Option<&str>,
        past: Option<&Position>,
        event: Event,
    ) -> Result<(), StoreError> {
        directory::update_person(self, person, hash, past, event).await
    }

    async fn inspections(&self, reach: &Reach) -> Result<Vec<Inspection>, StoreError> {
        inspections::all(self, reach).await
    }

    async fn inspection(&self, reach: &Reach, key: &str) -> Result<Option<(Inspection, Place)>, StoreError> {
        inspections::by_key(self, reach, key).await
    }

    async fn inspection_of(&self, id: &InspectionId) -> Result<Option<Inspection>, StoreError> {
        inspections::by_id(self, id).await
    }

    async fn insert_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError> {
        inspections::insert(self, inspection, event).await
    }

    async fn update_inspection(&self, inspection: &Inspection, event: Event) -> Result<(), StoreError> {
        inspections::update(self, inspection, event).await
    }

    async fn inspection_counts(
        &self,
        reach: &Reach,
        today: Date,
        rules: &HashMap<String, LampRule>,
    ) -> Result<HashMap<String, InspectionCounts>, StoreError> {
        inspections::counts(self, reach, today, rules).await
    }

    async fn document(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        drafts::document(self, digest).await
    }

    async fn add_draft(&self, draft: &DraftRecord, bytes: &[u8], event: Event) -> Result<(), StoreError> {
        drafts::add(self, draft, bytes, event).await
    }

    async fn draft(&self, id: &DraftId) -> Result<Option<DraftRecord>, StoreError> {
        drafts::by_id(self, id).await
    }

    async fn drafts(&self, inspection: &InspectionId) -> Result<Vec<DraftSummary>, StoreError> {
        drafts::of_inspection(self, inspection).await
    }

    async fn draft_state(&self, id: &DraftId, step: i64) -> Result<Option<DraftState>, StoreError> {
        drafts::state_at(self, id, step).await
    }

    async fn save_draft(&self, draft: &DraftRecord, saved: DraftSave) -> Result<(), StoreError> {
        drafts::save(self, draft, saved).await
    }

    async fn chronicle(&self, id: &InspectionId) -> Result<Vec<ChronicleEntry>, StoreError> {
        chronicle::of_inspection(self, id).await
    }

    async fn insert_chronicle_entry(&self, entry: &ChronicleEntry, event: Event) -> Result<(), StoreError> {
        chronicle::insert(self, entry, event).await
    }

    async fn update_chronicle_entry(&self, entry: &ChronicleEntry, event: Event) -> Result<(), StoreError> {
        chronicle::update(self, entry, event).await
    }

    async fn reports(&self, id: &InspectionId) -> Result<Vec<Report>, StoreError> {
        reports::of_inspection(self, id).await
    }

    async fn report(&self, key: &str) -> Result<Option<(Report, String)>, StoreError> {
        reports::by_key(self, key).await
    }

    async fn insert_report(&self, report: &Report, body: &str, event: Event) -> Result<(), StoreError> {
        reports::insert(self, report, body, event).await
    }

    async fn update_report(&self, report: &Report, body: &str, event: Event) -> Result<(), StoreError> {
        reports::update(self, report, body, event).await
    }

    async fn record(&self, event: Event) -> Result<(), StoreError> {
        self.write(vec![Write::event(event)]).await
    }

    async fn column_names(&self) -> Result<HashMap<String, String>, StoreError> {
        drafts::column_names(self).await
    }

    async fn remember_columns(&self, names: &[(String, String)]) -> Result<(), StoreError> {
        drafts::remember_columns(self, names).await
    }

    async fn last_serial(&self, inspection: &InspectionId) -> Result<i64, StoreError> {
        findings::last_serial(self, inspection).await
    }

    async fn confirm(&self, draft: &DraftRecord, outcome: &DraftOutcome) -> Result<(), StoreError> {
        drafts::confirm(self, draft, outcome).await
    }

    async fn findings(
        &self,
        reach: &Reach,
        inspection: &InspectionId,
        filter: &FindingFilter,
        seen: &Reach,
        today: Date,
        rule: &LampRule,
    ) -> Result<Page, StoreError> {
        list::page(self, reach, inspection, filter, seen, today, rule).await
    }

    async fn finding_groups(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingGroup>, StoreError> {
        findings::groups(self, reach, inspection).await
    }

    async fn gaps(&self, reach: &Reach, inspection: &Inspection, today: Date) -> Result<GapCounts, StoreError> {
        list::gaps(self, reach, inspection, today).await
    }

    async fn all_findings(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<FindingRecord>, StoreError> {
        findings::all(self, reach, inspection).await
    }

    async fn finding(&self, reach: &Reach, key: &str) -> Result<Option<Found>, StoreError> {
        findings::by_key(self, reach, key).await
    }

    async fn neighbours(
        &self,
        reach: &Reach,
        finding: &Finding,
    ) -> Result<(Option<String>, Option<String>), StoreError> {
        findings::neighbours(self, reach, finding).await
    }

    async fn sources(&self, finding: &FindingId) -> Result<Vec<SourceRecord>, StoreError> {
        sources::of_finding(self, finding.as_str()).await
    }

    async fn measure_sources(&self, finding: &FindingId) -> Result<Vec<(String, SourceRecord)>, StoreError> {
        sources::of_measures(self, finding.as_str()).await
    }

    async fn all_sources(&self, inspection: &InspectionId) -> Result<Vec<(String, SourceRecord)>, StoreError> {
        sources::of_inspection(self, inspection.as_str()).await
    }

    async fn measures(&self, finding: &FindingId) -> Result<Vec<Measure>, StoreError> {
        measures::of_finding(self, finding).await
    }

    async fn all_measures(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<Measure>, StoreError> {
        measures::of_inspection(self, reach, inspection).await
    }

    async fn measure(&self, key: &str) -> Result<Option<Measure>, StoreError> {
        measures::by_key(self, key).await
    }

    async fn events(&self, subject: &str) -> Result<Vec<Event>, StoreError> {
        events::of_subject(self, subject).await
    }

    async fn update_findings(&self, findings: &[Finding], now: i64, events: Vec<Event>) -> Result<(), StoreError> {
        findings::update_many(self, findings, now, events).await
    }

    async fn insert_finding(&self, finding: &Finding, now: i64, event: Event) -> Result<(), StoreError> {
        findings::add(self, finding, now, event).await
    }

    async fn insert_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        measures::add(self, measure, finding, now, event).await
    }

    async fn update_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        measures::update(self, measure, finding, now, event).await
    }

    async fn delete_measure(
        &self,
        measure: &Measure,
        finding: &Finding,
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        measures::delete(self, measure, finding, now, event).await
    }

    async fn add_step(
        &self,
        finding: &Finding,
        step: &Step,
        moved: &[Measure],
        now: i64,
        event: Event,
    ) -> Result<(), StoreError> {
        steps::add(self, finding, step, moved, now, event).await
    }

    async fn steps(&self, finding: &FindingId) -> Result<Vec<Step>, StoreError> {
        steps::of_finding(self, finding).await
    }

    async fn all_steps(
        &self,
        reach: &Reach,
        inspection: &InspectionId,
    ) -> Result<HashMap<String, Vec<Step>>, StoreError> {
        steps::of_inspection(self, reach, inspection).await
    }

    async fn add_evidence(
        &self,
        evidence: &Evidence,
        earlier: Option<&Evidence>,
        finding: &Finding,
        upload: Option<&str>,
        event: Event,
    ) -> Result<(), StoreError> {
        evidence::add(self, evidence, earlier, finding, upload, event).await
    }

    async fn withdraw_evidence(&self, evidence: &Evidence, finding: &Finding, event: Event) -> Result<(), StoreError> {
        evidence::withdraw(self, evidence, finding, event).await
    }

    async fn evidence(&self, key: &str) -> Result<Option<Evidence>, StoreError> {
        evidence::by_key(self, key).await
    }

    async fn evidence_of(&self, finding: &FindingId) -> Result<Vec<Evidence>, StoreError> {
        evidence::of_finding(self, finding).await
    }

    async fn all_evidence(&self, reach: &Reach, inspection: &InspectionId) -> Result<Vec<Evidence>, StoreError> {
        evidence::of_inspection(self, reach, inspection).await
    }

    async fn reused_evidence(&self, reach: &Reach, finding: &FindingId) -> Result<Vec<(String, String)>, StoreError> {
        evidence::reused(self, reach, finding).await
    }

    async fn texts_with_prints(
        &self,
        reach: &Reach,
        finding: &FindingId,
        texts: &[i64],
    ) -> Result<Vec<OtherText>, StoreError> {
        prints::others(self, reach, finding, texts).await
    }

    async fn restriction(&self, finding: &FindingId) -> Result<Option<Restriction>, StoreError> {
        restrictions::of_finding(self, finding).await
    }

    async fn set_restriction(&self, restriction: &Restriction, event: Event) -> Result<(), StoreError> {
        restrictions::set(self, restriction, event).await
    }

    async fn unit_names(&self, ids: &[String]) -> Result<Names, StoreError> {
        directory::names(self, Named::Units, ids).await
    }

    async fn person_names(&self, ids: &[String]) -> Result<Names, StoreError> {
        directory::names(self, Named::People, ids).await
    }

    async fn names(&self, units: &[String], people: &[String]) -> Result<(Names, Names), StoreError> {
        directory::all_names(self, units, people).await
    }

    async fn anybody_is(&self, role: Role) -> Result<bool, StoreError> {
        audit_log::anybody_is(self, role).await
    }

    async fn log_page(&self, filter: &LogFilter) -> Result<LogPage, StoreError> {
        audit_log::page(self, filter).await
    }

    async fn log_entries(&self, after: i64, last: i64, limit: u64) -> Result<Vec<LogEntry>, StoreError> {
        audit_log::entries(self, after, last, limit).await
    }

    async fn log_end(&self) -> Result<Checkpoint, StoreError> {
        audit_log::end(self).await
    }

    async fn verify_log(&self, known: &[Checkpoint]) -> Result<Verification, StoreError> {
        self.verify(known).await
    }

    async fn add_change_set(&self, set: &ChangeSet) -> Result<(), StoreError> {
        change_sets::add(self, set).await
    }

    async fn change_set(&self, id: &str) -> Result<Option<ChangeSet>, StoreError> {
        change_sets::by_id(self, id).await
    }
}
