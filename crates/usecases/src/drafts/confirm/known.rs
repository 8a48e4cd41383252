//! What the ledger has already, and which finding a node means.

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use crate::records::SourceRecord;
use domain::family::{FamilyTie, leaves};
use domain::{Finding, InspectionId, Measure, area_core, problem_core};
use std::collections::HashMap;

pub(super) struct KnownFindings {
    pub(super) findings: Vec<Finding>,
    pub(super) measures: HashMap<String, Vec<Measure>>,
    pub(super) sources: HashMap<String, Vec<SourceRecord>>,
    /// Findings by what their title says.
    by_core: HashMap<String, Vec<usize>>,
    /// Findings that a node of this draft stands for.
    taken: Vec<bool>,
    /// Of those that were split or put together.
    ties: Vec<FamilyTie>,
}

impl KnownFindings {
    pub(super) async fn load(app: &App, inspection: &InspectionId) -> Result<Self, Error> {
        let findings: Vec<Finding> =
            app.store.all_findings(&Reach::Everything, inspection).await?.into_iter().map(|r| r.finding).collect();
        let mut measures: HashMap<String, Vec<Measure>> = HashMap::new();
        for measure in app.store.all_measures(&Reach::Everything, inspection).await? {
            measures.entry(measure.finding.0.clone()).or_default().push(measure);
        }
        let mut sources: HashMap<String, Vec<SourceRecord>> = HashMap::new();
        for (finding, source) in app.store.all_sources(inspection).await? {
            sources.entry(finding).or_default().push(source);
        }
        let mut by_core: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, finding) in findings.iter().enumerate() {
            by_core.entry(problem_core(&finding.title)).or_default().push(at);
        }
        let taken = vec![false; findings.len()];
        let ties = app.store.family(inspection).await?;
        Ok(Self { findings, measures, sources, by_core, taken, ties })
    }

    /// What is worked on in place of a finding that was split or put together: of several parts the first.
    fn worked_on(&self, at: usize) -> usize {
        let leaf = leaves(&self.ties, &self.findings[at].id).into_iter().next();
        self.findings.iter().position(|finding| Some(&finding.id) == leaf.as_ref()).unwrap_or(at)
    }

    /// The finding that a heading means. Of several with the same wording: the one of the same area, else the
    /// first that the document has not come to yet, since plans keep the order of the feedback.
    pub(super) fn claim(&mut self, title: &str, area: Option<&str>) -> Option<usize> {
        let core = problem_core(title);
        let same = self.by_core.get(&core).filter(|_| !core.is_empty())?;
        let area = area.map(area_core);
        let in_area = same
            .iter()
            .copied()
            .find(|at| !self.taken[*at] && area.is_some() && self.findings[*at].area.as_deref().map(area_core) == area);
        let at = match (in_area, same.as_slice()) {
            (Some(at), _) => at,
            (None, [one]) => *one,
            (None, several) => several.iter().copied().find(|at| !self.taken[*at])?,
        };
        self.taken[at] = true;
        Some(self.worked_on(at))
    }
}
