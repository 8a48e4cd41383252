//! What the ledger says, as the checker compares a document with it.

use crate::kinds::is_problem;
use crate::ledger::Material;
use checker::{FactItem, Facts};
use document::Status;
use domain::{Completion, Finding, Measure};
use std::collections::HashMap;

/// The problems of a round.
pub fn facts(material: &Material<'_>) -> Facts {
    let mut measures: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in material.measures {
        measures.entry(measure.finding.as_str()).or_default().push(measure);
    }
    let mut evidence: HashMap<&str, usize> = HashMap::new();
    for one in material.evidence.iter().filter(|one| !one.withdrawn) {
        *evidence.entry(one.finding.as_str()).or_default() += 1;
    }
    let problems = material.findings.iter().filter(|finding| is_problem(finding));
    let items = problems.map(|finding| {
        let id = finding.id.as_str();
        let own = measures.get(id).map(Vec::as_slice).unwrap_or_default();
        item(material, finding, own, evidence.get(id).copied().unwrap_or_default())
    });
    Facts { items: items.collect() }
}

fn item(m: &Material<'_>, finding: &Finding, measures: &[&Measure], evidence: usize) -> FactItem {
    let unit = finding.unit.as_ref().and_then(|unit| m.unit_names.get(unit.as_str()));
    let owners = finding.owners().filter_map(|person| m.person_names.get(person.as_str()));
    let words = measures.iter().flat_map(|x| [Some(x.text.as_str()), x.progress_note.as_deref()]).flatten();
    FactItem {
        key: finding.serial.to_string(),
        title: finding.title.clone(),
        status: Some(status(finding.completion)),
        due: finding.due.map(|due| due.to_string()),
        owners: unit.into_iter().chain(owners).cloned().collect(),
        text: std::iter::once(finding.text.as_str()).chain(words).collect::<Vec<_>>().join("\n"),
        evidence: Some(evidence),
    }
}

fn status(completion: Completion) -> Status {
    match completion {
        Completion::NotStarted => Status::NotStarted,
        Completion::InProgress => Status::InProgress,
        Completion::MostlyDone => Status::MostlyDone,
        Completion::Done => Status::Done,
        Completion::Standing => Status::Standing,
    }
}
