//! Findings that were split or put together: the ties between them.

use crate::connection::{Database, Write, get};
use crate::rows::named;
use crate::sealed::Sealed;
use crate::sources::{SourcesOf, add_sources};
use crate::{evidence, findings, measures, steps};
use domain::family::{FamilyKind, FamilyTie, ordinal};
use domain::{Event, FamilyTieId, FindingId, InspectionId};
use sea_orm::{QueryResult, Value};
use std::collections::HashMap;
use usecases::{FamilyChange, Names, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Findings that are not worked on: those that others stand for, and those of a split or merge that was taken back.
pub(crate) const ASIDE: &str = "(SELECT CASE WHEN undone = 0 THEN source_id ELSE result_id END FROM finding_family)";

/// As `NOT IN` [`ASIDE`], for statements that look at few rows: it makes no table of its own.
pub(crate) const COUNTED: &str = "NOT EXISTS (SELECT 1 FROM finding_family gone WHERE gone.source_id = findings.id AND gone.undone = 0) AND NOT EXISTS (SELECT 1 FROM finding_family gone WHERE gone.result_id = findings.id AND gone.undone <> 0)";

const INSERT: &str = "INSERT INTO finding_family (id, inspection_id, act, kind, source_id, result_id, position, reason, undone, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const UPDATE: &str = "UPDATE finding_family SET undone = $2, version = $3 WHERE id = $1 AND version = $3 - 1";

fn tie(row: &QueryResult) -> Result<FamilyTie> {
    Ok(FamilyTie {
        id: FamilyTieId(get(row, "id")?),
        inspection: InspectionId(get(row, "inspection_id")?),
        act: get(row, "act")?,
        kind: named(row, "kind", FamilyKind::from_name)?,
        source: FindingId(get(row, "source_id")?),
        result: FindingId(get(row, "result_id")?),
        position: get(row, "position")?,
        reason: get(row, "reason")?,
        undone: get::<i64>(row, "undone")? != 0,
        version: get(row, "version")?,
    })
}

fn insert(t: &FamilyTie) -> Write {
    let values: Vec<Value> = vec![
        t.id.as_str().into(),
        t.inspection.as_str().into(),
        t.act.clone().into(),
        t.kind.name().into(),
        t.source.as_str().into(),
        t.result.as_str().into(),
        t.position.into(),
        t.reason.clone().into(),
        i64::from(t.undone).into(),
        t.version.into(),
    ];
    Write::new(INSERT, values).on(Sealed::Family, t.id.as_str())
}

/// The ties of a round, in the order in which they were made.
pub(crate) async fn of_inspection(db: &Database, id: &InspectionId) -> Result<Vec<FamilyTie>> {
    let sql = "SELECT * FROM finding_family WHERE inspection_id = $1 ORDER BY id";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(tie).collect()
}

/// Printed numbers of what came from a split or a merge.
pub(crate) async fn ordinals(db: &Database, id: &InspectionId) -> Result<Names> {
    let sql = "SELECT finding_family.*, findings.serial AS source_serial FROM finding_family JOIN findings ON findings.id = source_id WHERE finding_family.inspection_id = $1 ORDER BY finding_family.id";
    let (mut ties, mut serials) = (Vec::new(), HashMap::new());
    for row in &db.all(sql, vec![id.as_str().into()]).await? {
        let tie = tie(row)?;
        serials.insert(tie.source.clone(), get::<i64>(row, "source_serial")?);
        ties.push(tie);
    }
    let printed = |id: &FindingId| ordinal(&ties, &|id| serials.get(id).copied(), id);
    Ok(ties.iter().map(|tie| (tie.result.0.clone(), printed(&tie.result))).collect())
}

/// A split or merge, or its undoing: all or nothing. A conflict when one of the findings moved meanwhile.
pub(crate) async fn save(db: &Database, change: &FamilyChange, now: i64, events: Vec<Event>) -> Result<()> {
    let mut writes: Vec<Write> = change.moved.iter().flat_map(|finding| findings::update(finding, now)).collect();
    for made in &change.made {
        let id = &made.finding.id;
        writes.extend(findings::insert(&made.finding, &made.sources, now));
        writes.extend(made.steps.iter().map(|step| steps::insert(id, step)));
        for (measure, sources) in &made.measures {
            writes.extend(measures::insert(measure));
            writes.extend(add_sources(SourcesOf::Measure, measure.id.as_str(), 0, sources));
        }
        writes.extend(made.evidence.iter().map(evidence::insert));
        writes.push(findings::count_measures(id));
        writes.push(evidence::count(id));
    }
    writes.extend(change.tied.iter().map(insert));
    writes.extend(change.untied.iter().map(|t| {
        let values = vec![t.id.as_str().into(), i64::from(t.undone).into(), t.version.into()];
        Write::guarded(UPDATE, values).on(Sealed::Family, t.id.as_str())
    }));
    writes.extend(events.into_iter().map(Write::event));
    db.write(writes).await
}
