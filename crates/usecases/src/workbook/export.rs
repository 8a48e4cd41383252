//! The ledger as a workbook.

use crate::access::{self, Seen};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::findings::{joined, names};
use domain::family::set_aside;
use domain::{EventKind, Finding, FindingKind, Inspection, Measure, PersonId};
use report::{LedgerMeta, LedgerRow, RECOMMENDATIONS, ledger_workbook};
use std::collections::HashMap;

/// The rows of the standard ledger.
pub async fn ledger_rows(app: &App, actor: &Actor, key: &str) -> Result<(Inspection, Vec<LedgerRow>), Error> {
    let Seen { inspection, rows, .. } = access::inspection(app, actor, key).await?;
    let ties = app.store.family(&inspection.id).await?;
    let mut records = app.store.all_findings(&rows, &inspection.id).await?;
    records.retain(|record| set_aside(&ties, &record.finding.id).is_none());
    let ordinals = app.store.ordinals(&inspection.id).await?;
    let measures = app.store.all_measures(&rows, &inspection.id).await?;
    let (units, people) = names(app, records.iter().map(|r| &r.finding), &measures, &[]).await?;
    let name = |names: &HashMap<String, String>, id: Option<&str>| {
        id.and_then(|id| names.get(id).cloned()).unwrap_or_default()
    };
    let mut by_finding: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &measures {
        by_finding.entry(measure.finding.as_str()).or_default().push(measure);
    }
    let rows = records
        .iter()
        .map(|record| {
            let f = &record.finding;
            let own = by_finding.get(f.id.as_str()).cloned().unwrap_or_default();
            let co_units: Vec<String> = f.co_units.iter().map(|u| name(&units, Some(u.as_str()))).collect();
            let persons =
                |ids: Vec<&PersonId>| joined(ids.into_iter().filter_map(|id| people.get(id.as_str()).cloned()));
            LedgerRow {
                serial: ordinals.get(f.id.as_str()).cloned().unwrap_or_else(|| f.serial.to_string()),
                key: f.key.clone(),
                source: format!("{} {}", inspection.issuing_body, inspection.source.word()),
                category: category(f),
                finding: f.title.clone(),
                manifestation: if f.text == f.title { String::new() } else { f.text.clone() },
                target: f.target.clone().unwrap_or_default(),
                measures: own.iter().map(|m| m.text.clone()).collect(),
                leader: persons(f.leaders().collect()).unwrap_or_default(),
                lead_unit: name(&units, f.unit.as_ref().map(|u| u.as_str())),
                co_units: co_units.join("、"),
                owner: persons(f.owners().collect()).unwrap_or_default(),
                fix_type: f.fix_type.map(|t| t.word().to_owned()).unwrap_or_default(),
                due: f.due.map(|d| d.to_string()),
                progress: own.iter().filter_map(|m| m.progress_note.clone()).collect::<Vec<_>>().join("\n"),
                notes: f.stated.clone().unwrap_or_default(),
                amount: f.amount.clone().unwrap_or_default(),
                status: f.completion.word().to_owned(),
                ..LedgerRow::default()
            }
        })
        .collect();
    Ok((inspection, rows))
}

/// The workbook, with the keys of `only` if given (the filtered list).
pub async fn ledger_workbook_of(
    app: &App,
    actor: &Actor,
    key: &str,
    only: Option<&[String]>,
) -> Result<Vec<u8>, Error> {
    let (inspection, mut rows) = ledger_rows(app, actor, key).await?;
    if let Some(only) = only {
        rows.retain(|row| only.contains(&row.key));
    }
    let meta = LedgerMeta {
        title: format!("{}整改台账", inspection.title),
        subtitle: format!(
            "发文机关：{}　数据日期：{}　共 {} 项",
            inspection.issuing_body,
            app.clock.today(),
            rows.len()
        ),
        as_of: app.clock.today().to_string(),
    };
    let bytes = tokio::task::spawn_blocking(move || ledger_workbook(&rows, &meta, &[]))
        .await
        .map_err(|c| Error::Internal(c.to_string()))??;
    app.store.record(app.event(Some(actor), key, EventKind::Exported, "导出台账")).await?;
    Ok(bytes)
}

/// The column 问题类别: recommendations are a category of their own.
pub(super) fn category(finding: &Finding) -> String {
    match finding.kind {
        FindingKind::Recommendation => RECOMMENDATIONS.to_owned(),
        FindingKind::Problem => finding.category.clone().or_else(|| finding.area.clone()).unwrap_or_default(),
    }
}
