//! Documents out of the ledger: load within reach, take the snapshot, fill the template in, write the file.

use crate::access::{self, Reach};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::findings::names;
use document::{Official, write_docx};
use domain::{EventKind, Finding, Inspection};
use report::{Material, ReportKind, Shape, fill, list_workbook, snapshot_of};
use std::sync::Arc;

/// What a document is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    Docx,
    /// Lists only.
    Xlsx,
}

/// A document that somebody wants.
#[derive(Debug, Clone, Copy)]
pub struct ReportOrder<'a> {
    /// Key of the inspection.
    pub inspection: &'a str,
    pub kind: &'static ReportKind,
    pub format: ReportFormat,
    /// Keys of findings; without, those that the kind is for.
    pub findings: Option<&'a [String]>,
}

/// The document for somebody who is signed in: what is out of reach is left out.
pub async fn report_of(app: &App, actor: &Actor, order: &ReportOrder<'_>) -> Result<Vec<u8>, Error> {
    let seen = access::inspection(app, actor, order.inspection).await?;
    written(app, Some(actor), &seen.inspection, &seen.rows, order).await
}

/// The document for who runs the program on the data itself.
pub async fn report_by_operator(app: &App, order: &ReportOrder<'_>) -> Result<Vec<u8>, Error> {
    let found = app.store.inspection(&Reach::Everything, order.inspection).await?;
    let (inspection, _) = found.ok_or(Error::NotFound("检查轮次"))?;
    written(app, None, &inspection, &Reach::Everything, order).await
}

async fn written(
    app: &App,
    actor: Option<&Actor>,
    inspection: &Inspection,
    rows: &Reach,
    order: &ReportOrder<'_>,
) -> Result<Vec<u8>, Error> {
    if order.format == ReportFormat::Xlsx && order.kind.shape != Shape::List {
        return Err(Error::invalid("format", "只有清单和台账可以生成 xlsx，请改用 docx"));
    }
    let official = composed(app, inspection, rows, order).await?;
    let format = order.format;
    let bytes = tokio::task::spawn_blocking(move || match format {
        ReportFormat::Docx => write_docx(&official).map_err(|cause| Error::Internal(cause.to_string())),
        ReportFormat::Xlsx => Ok(list_workbook(&official)?),
    });
    let bytes = bytes.await.map_err(|cause| Error::Internal(cause.to_string()))??;
    let summary = format!("生成{}", order.kind.title);
    app.store.record(app.event(actor, &inspection.key, EventKind::Exported, summary)).await?;
    Ok(bytes)
}

/// The document with what each of its figures refers to.
async fn composed(
    app: &App,
    inspection: &Inspection,
    rows: &Reach,
    order: &ReportOrder<'_>,
) -> Result<Official, Error> {
    let records = app.store.all_findings(rows, &inspection.id).await?;
    let findings: Vec<Finding> = records.into_iter().map(|record| record.finding).collect();
    let measures = app.store.all_measures(rows, &inspection.id).await?;
    let evidence = app.store.all_evidence(rows, &inspection.id).await?;
    let steps = app.store.all_steps(rows, &inspection.id).await?;
    let (unit_names, mut person_names) = names(app, findings.iter(), &measures, &[]).await?;
    let mut actors: Vec<String> = steps.values().flatten().map(|step| step.actor.0.clone()).collect();
    actors.sort_unstable();
    actors.dedup();
    person_names.extend(app.store.person_names(&actors).await?);
    let unit = app.store.unit_names(std::slice::from_ref(&inspection.unit.0)).await?;
    let unit = unit.into_values().next().unwrap_or_default();
    unknown(order, &findings)?;
    let material = Material {
        inspection,
        unit: &unit,
        findings: &findings,
        measures: &measures,
        evidence: &evidence,
        steps: &steps,
        unit_names: &unit_names,
        person_names: &person_names,
        as_of: app.clock.today(),
        works: &[],
        chosen: order.findings,
    };
    let snapshot = Arc::new(snapshot_of(&material, order.kind.choice));
    let single = matches!(order.kind.shape, Shape::Sheet | Shape::Letter);
    if single && snapshot.entries_of("选定").is_empty() {
        return Err(Error::invalid("findings", format!("{}，不能生成{}", order.kind.choice.none(), order.kind.title)));
    }
    fill(order.kind.template, &snapshot).map_err(|cause| Error::Internal(cause.to_string()))
}

/// A chosen finding that is not of this inspection, or out of reach, is not found.
fn unknown(order: &ReportOrder<'_>, findings: &[Finding]) -> Result<(), Error> {
    let missing = |key: &&String| !findings.iter().any(|finding| finding.key == **key);
    match order.findings.unwrap_or_default().iter().find(missing) {
        Some(_) => Err(Error::NotFound("事项")),
        None => Ok(()),
    }
}
