//! All that a document can say of a round, loaded once.

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use crate::findings::names;
use crate::records::Names;
use checker::Facts;
use document::Official;
use domain::family::{Feedback, feedback, set_aside};
use domain::{ChronicleEntry, Finding, FindingId, Inspection, PersonId};
use jiff::civil::Date;
use report::{Choice, Issue, Issuer, Material, ReportKind, Shape, Snapshot, facts, fill, issue, snapshot_of};
use std::collections::HashSet;
use std::sync::Arc;

/// What was loaded.
pub(crate) struct Loaded {
    inspection: Inspection,
    unit: String,
    /// As the feedback document counts, for texts and lists.
    feedback: Feedback,
    /// What is worked on, for a sheet about one finding.
    worked: Feedback,
    /// Printed numbers of what came from a split or a merge.
    ordinals: Names,
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
    let taken = steps.values().flatten();
    let taking = taken.flat_map(|step| std::iter::once(&step.actor).chain(&step.acting_for));
    let mut actors: Vec<String> = taking.map(|person| person.0.clone()).collect();
    actors.sort_unstable();
    actors.dedup();
    person_names.extend(app.store.person_names(&actors).await?);
    let unit = app.store.unit_names(std::slice::from_ref(&inspection.unit.0)).await?;
    let evidence = app.store.all_evidence(rows, &inspection.id).await?;
    let ties = app.store.family(&inspection.id).await?;
    let all = Feedback { findings, measures, evidence, steps };
    let worked = only(all.clone(), |f| set_aside(&ties, &f.id).is_none());
    Ok(Loaded {
        unit: unit.into_values().next().unwrap_or_default(),
        chronicle: crate::chronicle::of_inspection(app, rows, inspection).await?,
        inspection: inspection.clone(),
        // Who reaches a part may not reach all that a problem was split into.
        feedback: if *rows == Reach::Everything { feedback(&ties, all) } else { worked.clone() },
        worked,
        ordinals: app.store.ordinals(&inspection.id).await?,
        unit_names,
        person_names,
    })
}

/// What the checker compares a document with, today.
pub(crate) async fn facts_of(app: &App, inspection: &Inspection, rows: &Reach) -> Result<Facts, Error> {
    Ok(load(app, inspection, rows).await?.facts(app.clock.today()))
}

/// Some findings with what stands under them.
fn only(all: Feedback, wanted: impl Fn(&Finding) -> bool) -> Feedback {
    let findings: Vec<Finding> = all.findings.into_iter().filter(|f| wanted(f)).collect();
    let ids: HashSet<FindingId> = findings.iter().map(|f| f.id.clone()).collect();
    Feedback {
        measures: all.measures.into_iter().filter(|m| ids.contains(&m.finding)).collect(),
        evidence: all.evidence.into_iter().filter(|e| ids.contains(&e.finding)).collect(),
        steps: all.steps,
        findings,
    }
}

impl Loaded {
    /// Gives a document the form that was chosen for it.
    pub(super) fn issued(
        &self,
        official: &mut Official,
        kind: &ReportKind,
        terms: &Issue,
        as_of: Date,
    ) -> Result<(), Error> {
        let date = format!("{}年{}月{}日", as_of.year(), as_of.month(), as_of.day());
        let by = Issuer { organ: &self.unit, date: &date };
        issue(official, kind, terms, &by).map_err(|fault| Error::invalid(fault.field(), fault.to_string()))
    }

    /// A chosen finding that is not of this inspection, or out of reach, is not found.
    pub(crate) fn refuse_unknown(&self, chosen: Option<&[String]>) -> Result<(), Error> {
        let missing = |key: &&String| {
            let known = |of: &Feedback| of.findings.iter().any(|finding| finding.key == **key);
            !known(&self.feedback) && !known(&self.worked)
        };
        match chosen.unwrap_or_default().iter().find(missing) {
            Some(_) => Err(Error::NotFound("事项")),
            None => Ok(()),
        }
    }

    pub(crate) fn snapshot(&self, kind: &ReportKind, chosen: Option<&[String]>, as_of: Date) -> Arc<Snapshot> {
        let of = match kind.shape {
            Shape::Sheet | Shape::Letter => &self.worked,
            Shape::Text | Shape::List => &self.feedback,
        };
        Arc::new(snapshot_of(&self.material(of, chosen, as_of), kind.choice))
    }

    pub(crate) fn findings(&self) -> &[Finding] {
        &self.feedback.findings
    }

    /// Who leads: responsible for a finding or a measure of the round.
    pub(crate) fn is_leader(&self, person: &PersonId) -> bool {
        let finding = self.worked.findings.iter().any(|finding| finding.leaders().any(|one| one == person));
        finding || self.worked.measures.iter().any(|measure| measure.leaders().any(|one| one == person))
    }

    /// For a template of an organisation's own, which is for all findings unless some were chosen.
    pub(crate) fn snapshot_of_all(&self, chosen: Option<&[String]>, as_of: Date) -> Arc<Snapshot> {
        Arc::new(snapshot_of(&self.material(&self.feedback, chosen, as_of), Choice::All))
    }

    /// What the checker compares a document with.
    pub(crate) fn facts(&self, as_of: Date) -> Facts {
        facts(&self.material(&self.feedback, None, as_of))
    }

    fn material<'a>(&'a self, of: &'a Feedback, chosen: Option<&'a [String]>, as_of: Date) -> Material<'a> {
        Material {
            inspection: &self.inspection,
            unit: &self.unit,
            findings: &of.findings,
            measures: &of.measures,
            evidence: &of.evidence,
            steps: &of.steps,
            ordinals: &self.ordinals,
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
