//! Warnings of paper rectification for one finding.

use crate::context::{Actor, App};
use crate::error::Error;
use crate::evidence::EvidenceView;
use domain::paper::{Material, Warning, prints, warnings as of_material};
use domain::{Evidence, EvidenceDoubt, Finding, Measure};

/// Prints that are looked up for one finding.
const PRINTS_MAX: usize = 1200;

pub(crate) async fn warnings(
    app: &App,
    actor: &Actor,
    finding: &Finding,
    measures: &[Measure],
    evidence: &[EvidenceView],
) -> Result<Vec<Warning>, Error> {
    let texts = measures.iter().flat_map(|m| std::iter::once(m.text.as_str()).chain(m.progress_note.as_deref()));
    let own: Vec<i64> = texts.flat_map(prints).take(PRINTS_MAX).collect();
    let others = app.store.texts_with_prints(&actor.reach, &finding.id, &own).await?;
    let evidence: Vec<(Evidence, Vec<EvidenceDoubt>)> =
        evidence.iter().map(|view| (view.evidence.clone(), view.doubts.clone())).collect();
    Ok(of_material(&Material { measures, evidence: &evidence, others: &others }))
}
