//! All that a document can say of a round, loaded once.

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use crate::findings::names;
use crate::records::Names;
use checker::Facts;
use document::Official;
use domain::workflow::Step;
use domain::{ChronicleEntry, Evidence, Finding, Inspection, Measure};
use jiff::civil::Date;
use report::{Choice, Material, ReportKind, Shape, Snapshot, facts, fill, snapshot_of};
use std::collections::HashMap;
use std::sync::Arc;

/// What was loaded.
pub(crate) struct Loaded {
    inspection: Inspection,
    unit: String,
    findings: Vec<Finding>,
    measures: Vec<Measure>,
    evidence: Vec<Evidence>,
    steps: HashMap<String, Vec<Step>>,
    unit_names: Names,
    person_names: Names,
    chronicle: Vec<ChronicleEntry>,
}

pub(crate) async fn load(app: &App, inspection: &Inspection, rows: &Reach) -> Result<Loaded, Error> {
    let records = app.store.all_findings(rows, &inspection.id).await?;
    let findings: Vec<Finding> = records.into_iter().map(|record| record.finding).collect();
    let measures = app.store.all_measures(rows, &inspection.id).await?;
    let steps = app.store.all_steps(rows, &inspection.id).await?;
    let (unit_names, mut person_names) = names(app, findings.iter(), &measures, &[]).await?;
    let mut actors: Vec<String> = steps.values().flatten().map(|step| step.actor.0.clone()).collect();
    actors.sort_unstable();
    actors.dedup();
    person_names.extend(app.store.person_names(&actors).await?);
    let unit = app.store.unit_names(std::slice::from_ref(&inspection.unit.0)).await?;
    Ok(Loaded {
        unit: unit.into_values().next().unwrap_or_default(),
        evidence: app.store.all_evidence(rows, &inspection.id).await?,
        chronicle: crate::chronicle::of_inspection(app, rows, inspection).await?,
        inspection: inspection.clone(),
        findings,
        measures,
        steps,
        unit_names,
        person_names,
    })
}

/// What the checker compares a document with, today.
pub(crate) async fn facts_of(app: &App, inspection: &Inspection, rows: &Reach) -> Result<Facts, Error> {
    Ok(load(app, inspection, rows).await?.facts(app.clock.today()))
}

impl Loaded {
    /// A chosen finding that is not of this inspection, or out of reach, is not found.
    pub(crate) fn refuse_unknown(&self, chosen: Option<&[String]>) -> Result<(), Error> {
        let missing = |key: &&String| !self.findings.iter().any(|finding| finding.key == **key);
        match chosen.unwrap_or_default().iter().find(missing) {
            Some(_) => Err(Error::NotFound("事项")),
            None => Ok(()),
        }
    }

    pub(crate) fn snapshot(&self, kind: &ReportKind, chosen: Option<&[String]>, as_of: Date) -> Arc<Snapshot> {
        Arc::new(snapshot_of(&self.material(chosen, as_of), kind.choice))
    }

    /// For a template of an organisation's own, which is for all findings unless some were chosen.
    pub(crate) fn snapshot_of_all(&self, chosen: Option<&[String]>, as_of: Date) -> Arc<Snapshot> {
        Arc::new(snapshot_of(&self.material(chosen, as_of), Choice::All))
    }

    /// What the checker compares a document with.
    pub(crate) fn facts(&self, as_of: Date) -> Facts {
        facts(&self.material(None, as_of))
    }

    fn material<'a>(&'a self, chosen: Option<&'a [String]>, as_of: Date) -> Material<'a> {
        Material {
            inspection: &self.inspection,
            unit: &self.unit,
            findings: &self.findings,
            measures: &self.measures,
            evidence: &self.evidence,
            steps: &self.steps,
            unit_names: &self.unit_names,
            person_names: &self.person_names,
            as_of,
            chronicle: &self.chronicle,
            chosen,
        }
    }
}

/// The document with what each of its figures refers to.
pub(crate) fn composed(kind: &ReportKind, snapshot: &Arc<Snapshot>) -> Result<Official, Error> {
    let single = matches!(kind.shape, Shape::Sheet | Shape::Letter);
    if single && snapshot.entries_of("选定").is_empty() {
        return Err(Error::invalid("findings", format!("{}，不能生成{}", kind.choice.none(), kind.title)));
    }
    fill(kind.template, snapshot).map_err(|cause| Error::Internal(cause.to_string()))
}
