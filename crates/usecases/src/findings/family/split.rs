//! One finding becomes several.

use super::loaded;
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::inspection_of;
use crate::records::{FamilyChange, MadeFinding, SourceRecord};
use domain::family::{
    FamilyKind, FamilyTie, PartPlan, SplitPlan, copied_evidence, copied_measure, decide_split, part_finding,
};
use domain::workflow::Step;
use domain::{Event, EventKind, Evidence, EvidenceId, FamilyTieId, Finding, FindingId, Inspection, Measure, MeasureId};
use std::collections::HashMap;

/// A split as it is asked for.
#[derive(Debug, Clone)]
pub struct SplitOrder {
    /// The version that the person saw.
    pub version: i64,
    pub parts: Vec<PartPlan>,
    pub reason: Option<String>,
}

/// What a finding holds that new ones may take over.
pub(super) struct Holdings {
    pub(super) sources: Vec<SourceRecord>,
    pub(super) steps: Vec<Step>,
    pub(super) measures: Vec<Measure>,
    pub(super) measure_sources: Vec<(String, SourceRecord)>,
    /// That was not withdrawn.
    pub(super) evidence: Vec<Evidence>,
}

impl Holdings {
    pub(super) async fn of(app: &App, id: &FindingId) -> Result<Self, Error> {
        let evidence = app.store.evidence_of(id).await?;
        Ok(Self {
            sources: app.store.sources(id).await?,
            steps: app.store.steps(id).await?,
            measures: app.store.measures(id).await?,
            measure_sources: app.store.measure_sources(id).await?,
            evidence: evidence.into_iter().filter(|e| !e.withdrawn).collect(),
        })
    }
}

/// A new finding under way.
pub(super) struct Taking {
    pub(super) made: MadeFinding,
}

impl Taking {
    pub(super) fn new(finding: Finding, steps: Vec<Step>) -> Self {
        let (sources, measures, evidence) = (Vec::new(), Vec::new(), Vec::new());
        Self { made: MadeFinding { finding, sources, steps, measures, evidence } }
    }

    /// Takes over the sources, and of measures and evidence those that are wanted.
    pub(super) fn take(&mut self, from: &Holdings, wanted: &dyn Fn(&str) -> bool) {
        let made = &mut self.made;
        for source in &from.sources {
            if !made.sources.iter().any(|own| own.span == source.span) {
                made.sources.push(source.clone());
            }
        }
        let mut copies: HashMap<&MeasureId, MeasureId> = HashMap::new();
        for measure in from.measures.iter().filter(|m| wanted(&m.key)) {
            let mut own: Vec<Measure> = made.measures.iter().map(|(m, _)| m.clone()).collect();
            let id = MeasureId(new_id());
            copied_measure(&mut made.finding, &mut own, measure, id.clone());
            copies.insert(&measure.id, id);
            let sources = from.measure_sources.iter().filter(|(of, _)| *of == measure.id.0).map(|(_, s)| s.clone());
            made.measures.extend(own.pop().map(|copy| (copy, sources.collect())));
        }
        for evidence in from.evidence.iter().filter(|e| wanted(&e.key)) {
            let measure = evidence.measure.as_ref().and_then(|id| copies.get(id)).cloned();
            let copy = copied_evidence(&mut made.finding, evidence, measure, EvidenceId(new_id()));
            made.evidence.push(copy);
        }
    }
}

/// The finding with its next version: nobody else moved it meanwhile.
pub(super) fn moved(finding: &Finding) -> Finding {
    Finding { version: finding.version + 1, ..finding.clone() }
}

pub(super) fn tie(of: &Inspection, act: &str, kind: FamilyKind, ends: (&Finding, &Finding), at: usize) -> FamilyTie {
    let (source, result) = ends;
    FamilyTie {
        id: FamilyTieId(new_id()),
        inspection: of.id.clone(),
        act: act.to_owned(),
        kind,
        source: source.id.clone(),
        result: result.id.clone(),
        position: at as i64 + 1,
        reason: None,
        undone: false,
        version: 1,
    }
}

/// A reason as it is kept.
pub(super) fn said(reason: Option<&str>) -> Option<String> {
    reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned)
}

/// An entry about one of the findings.
pub(super) fn entry(app: &App, actor: &Actor, key: &str, kind: EventKind, what: &str, why: Option<&str>) -> Event {
    let why = why.map(|why| format!("。理由：{why}")).unwrap_or_default();
    app.event(Some(actor), key, kind, format!("{what}{why}"))
}

/// Splits a finding: the parts are worked on, the whole stays with all that it holds.
pub async fn split_finding(app: &App, actor: &Actor, key: &str, order: &SplitOrder) -> Result<(), Error> {
    let (finding, actor) = loaded(app, actor, key, order.version).await?;
    let inspection = inspection_of(app, &finding).await?;
    let holdings = Holdings::of(app, &finding.id).await?;
    decide_split(&SplitPlan {
        finding: &finding,
        measures: &holdings.measures,
        evidence: &holdings.evidence,
        parts: &order.parts,
        reason: order.reason.as_deref(),
    })?;
    let (act, reason) = (new_id(), said(order.reason.as_deref()));
    let serial = app.store.last_serial(&inspection.id).await?;
    let mut change = FamilyChange { moved: vec![moved(&finding)], ..FamilyChange::default() };
    let mut events = Vec::new();
    for (at, part) in order.parts.iter().enumerate() {
        let made = part_finding(&inspection, &finding, part, FindingId(new_id()), serial + at as i64 + 1);
        let mut taking = Taking::new(made, holdings.steps.clone());
        taking.take(&holdings, &|key| part.measures.iter().chain(&part.evidence).any(|wanted| wanted == key));
        let tie = tie(&inspection, &act, FamilyKind::Split, (&finding, &taking.made.finding), at);
        change.tied.push(FamilyTie { reason: reason.clone(), ..tie });
        let what = format!("由 {key} 拆分：{}", taking.made.finding.title);
        events.push(entry(app, &actor, &taking.made.finding.key, EventKind::FindingSplit, &what, reason.as_deref()));
        change.made.push(taking.made);
    }
    let keys: Vec<&str> = change.made.iter().map(|made| made.finding.key.as_str()).collect();
    let what = format!("拆分为 {}", keys.join("、"));
    events.push(entry(app, &actor, key, EventKind::FindingSplit, &what, reason.as_deref()));
    Ok(app.store.save_family(&change, app.clock.now(), events).await?)
}
