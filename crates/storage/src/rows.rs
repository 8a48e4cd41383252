//! Rows become entities.

use crate::connection::get;
use domain::workflow::Stage;
use domain::{
    Closure, Completion, Finding, FindingId, FindingKind, FixType, Inspection, InspectionId, Measure, MeasureId,
    Person, PersonId, Role, SourceKind, Unit, UnitId, UnitKind,
};
use jiff::civil::Date;
use sea_orm::QueryResult;
use usecases::{FindingRecord, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) fn named<T>(row: &QueryResult, column: &str, from: fn(&str) -> Option<T>) -> Result<T> {
    let text: String = get(row, column)?;
    from(&text).ok_or_else(|| StoreError::Corrupt(format!("{column}: {text}")))
}

pub(crate) fn optional_date(row: &QueryResult, column: &str) -> Result<Option<Date>> {
    let text: Option<String> = get(row, column)?;
    text.map(|t| t.parse().map_err(|_| StoreError::Corrupt(format!("{column}: {t}")))).transpose()
}

pub(crate) fn unit(row: &QueryResult) -> Result<Unit> {
    Ok(Unit {
        id: UnitId(get(row, "id")?),
        parent: get::<Option<String>>(row, "parent_id")?.map(UnitId),
        name: get(row, "name")?,
        short_name: get(row, "short_name")?,
        kind: named(row, "kind", UnitKind::from_name)?,
        position: get(row, "position")?,
        version: get(row, "version")?,
    })
}

/// Roles with commas between.
pub(crate) fn roles(row: &QueryResult, column: &str) -> Result<Vec<Role>> {
    Ok(get::<String>(row, column)?.split(',').filter_map(Role::from_name).collect())
}

pub(crate) fn person(row: &QueryResult) -> Result<Person> {
    Ok(Person {
        id: PersonId(get(row, "id")?),
        name: get(row, "name")?,
        username: get(row, "username")?,
        unit: get::<Option<String>>(row, "unit_id")?.map(UnitId),
        duty: get(row, "duty")?,
        roles: roles(row, "roles")?,
        active: get::<i64>(row, "active")? != 0,
        version: get(row, "version")?,
    })
}

pub(crate) fn inspection(row: &QueryResult) -> Result<Inspection> {
    Ok(Inspection {
        id: InspectionId(get(row, "id")?),
        key: get(row, "inspection_key")?,
        source: named(row, "source", SourceKind::from_name)?,
        title: get(row, "title")?,
        issuing_body: get(row, "issuing_body")?,
        document_number: get(row, "document_number")?,
        unit: UnitId(get(row, "unit_id")?),
        feedback_date: optional_date(row, "feedback_date")?,
        receipt_date: optional_date(row, "receipt_date")?,
        profile: get(row, "profile_id")?,
        version: get(row, "version")?,
    })
}

/// A finding without those who share it, which are in tables of their own.
pub(crate) fn finding(row: &QueryResult) -> Result<FindingRecord> {
    let finding = Finding {
        id: FindingId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        key: get(row, "finding_key")?,
        serial: get(row, "serial")?,
        kind: named(row, "kind", FindingKind::from_name)?,
        area: get(row, "area")?,
        title: get(row, "title")?,
        text: get(row, "body")?,
        category: get(row, "category")?,
        target: get(row, "target")?,
        amount: get(row, "amount")?,
        unit: get::<Option<String>>(row, "unit_id")?.map(UnitId),
        leader: get::<Option<String>>(row, "leader_id")?.map(PersonId),
        owner: get::<Option<String>>(row, "owner_id")?.map(PersonId),
        co_units: Vec::new(),
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        due: optional_date(row, "due")?,
        fix_type: get::<Option<String>>(row, "fix_type")?.as_deref().and_then(FixType::from_name),
        completion: named(row, "completion", Completion::from_name)?,
        closure: named(row, "closure", Closure::from_name)?,
        last_measure: get(row, "measures_last")?,
        last_evidence: get(row, "evidence_last")?,
        stated: get(row, "stated")?,
        stage: named(row, "stage", Stage::from_name)?,
        standing_rule: get(row, "standing_rule")?,
        standing_review: optional_date(row, "standing_review")?,
        version: get(row, "version")?,
    };
    Ok(FindingRecord {
        finding,
        measures_done: get(row, "measures_done")?,
        measures_all: get(row, "measures_all")?,
        evidence: get(row, "evidence_count")?,
    })
}

/// A measure without those who share it.
pub(crate) fn measure(row: &QueryResult) -> Result<Measure> {
    Ok(Measure {
        id: MeasureId(get(row, "id")?),
        finding: FindingId(get(row, "finding_id")?),
        key: get(row, "measure_key")?,
        serial: get(row, "serial")?,
        text: get(row, "body")?,
        target: get(row, "target")?,
        deliverable: get(row, "deliverable")?,
        leader: get::<Option<String>>(row, "leader_id")?.map(PersonId),
        lead_unit: get::<Option<String>>(row, "unit_id")?.map(UnitId),
        owner: get::<Option<String>>(row, "owner_id")?.map(PersonId),
        co_units: Vec::new(),
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        due: optional_date(row, "due")?,
        completion: named(row, "completion", Completion::from_name)?,
        progress_note: get(row, "progress_note")?,
        stated: get(row, "stated")?,
        version: get(row, "version")?,
    })
}
