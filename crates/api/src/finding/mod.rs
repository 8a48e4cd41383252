//! The ledger: rows, pages, one finding with everything.

pub mod batch;
pub mod change;
pub mod closed_loop;
pub mod evidence;
pub mod family;
pub mod guidance;
pub mod measure;
pub mod query;
pub mod restriction;
pub mod standing;
pub mod timeline;
pub mod upload;
pub mod warning;

use crate::account::Named;
use crate::inspection::LampCounts;
use crate::offsets::to_utf16;
use crate::time::Day;
use crate::words::{Closure, Completion, FindingKind, FixType, Lamp, Stage};
use domain::{LampRule, PersonId, UnitId, lamp, lamp_reason, percent};
use jiff::civil::Date;
use measure::Measure;
use serde::Serialize;
use timeline::TimelineEvent;
use usecases::{FindingDetail, FindingRecord, Names, SourceRecord};
use utoipa::ToSchema;

pub(crate) fn named(names: &Names, id: Option<&str>) -> Option<Named> {
    id.map(|id| Named { id: id.to_owned(), name: names.get(id).cloned().unwrap_or_default() })
}

/// What list and detail both show.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingCommon {
    pub id: String,
    /// `XC-2026-01-014`; never changes.
    pub key: String,
    pub serial: i64,
    /// The printed number: that of the feedback document, `3(1)` for a part, `3、4` for what was put together.
    pub ordinal: String,
    pub kind: FindingKind,
    pub area: Option<String>,
    pub title: String,
    pub text: String,
    pub lamp: Lamp,
    pub lamp_reason: String,
    pub unit: Option<Named>,
    pub leader: Option<Named>,
    pub owner: Option<Named>,
    pub co_units: Vec<Named>,
    /// Who leads and answers beside the first of each.
    pub co_leaders: Vec<Named>,
    pub co_owners: Vec<Named>,
    pub due: Option<Day>,
    pub fix_type: Option<FixType>,
    pub completion: Completion,
    pub closure: Closure,
    pub stage: Stage,
    /// Percent of measures that are done.
    pub progress: i64,
    pub evidence: i64,
    pub version: i64,
}

impl FindingCommon {
    pub(crate) fn new(
        r: &FindingRecord,
        ordinal: Option<&String>,
        names: (&Names, &Names),
        today: Date,
        rule: &LampRule,
    ) -> Self {
        let (f, (units, people)) = (&r.finding, names);
        Self {
            id: f.id.0.clone(),
            key: f.key.clone(),
            serial: f.serial,
            ordinal: ordinal.cloned().unwrap_or_else(|| f.serial.to_string()),
            kind: FindingKind(f.kind),
            area: f.area.clone(),
            title: f.title.clone(),
            text: f.text.clone(),
            lamp: Lamp(lamp(f.due, f.completion, today, rule)),
            lamp_reason: lamp_reason(f.due, f.completion, today),
            unit: named(units, f.unit.as_ref().map(UnitId::as_str)),
            leader: named(people, f.leader.as_ref().map(PersonId::as_str)),
            owner: named(people, f.owner.as_ref().map(PersonId::as_str)),
            co_units: f.co_units.iter().filter_map(|u| named(units, Some(u.as_str()))).collect(),
            co_leaders: f.co_leaders.iter().filter_map(|p| named(people, Some(p.as_str()))).collect(),
            co_owners: f.co_owners.iter().filter_map(|p| named(people, Some(p.as_str()))).collect(),
            due: f.due.map(Day),
            fix_type: f.fix_type.map(FixType),
            completion: Completion(f.completion),
            closure: Closure(f.closure),
            stage: Stage(f.stage),
            progress: percent(r.measures_done, r.measures_all),
            evidence: r.evidence,
            version: f.version,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureCounts {
    pub done: i64,
    pub all: i64,
}

/// A row of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingRow {
    #[serde(flatten)]
    pub common: FindingCommon,
    pub measures: MeasureCounts,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PageCounts {
    pub by_lamp: LampCounts,
    pub all: i64,
}

/// A page of the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct FindingPage {
    /// Findings under all filters.
    pub total: i64,
    /// Where the next page begins; pass it as `after`.
    pub next: Option<String>,
    pub as_of: Day,
    /// Under all filters but the lamp.
    pub counts: PageCounts,
    pub items: Vec<FindingRow>,
}

impl FindingPage {
    pub fn new(p: &usecases::FindingPage, lit: &[domain::Lamp]) -> Self {
        let counts = || domain::Lamp::ALL.iter().zip(p.page.lamps.0);
        let row = |r: &FindingRecord| FindingRow {
            common: FindingCommon::new(
                r,
                p.ordinals.get(r.finding.id.as_str()),
                (&p.units, &p.people),
                p.today,
                &p.rule,
            ),
            measures: MeasureCounts { done: r.measures_done, all: r.measures_all },
        };
        Self {
            total: counts().filter(|(lamp, _)| lit.is_empty() || lit.contains(lamp)).map(|(_, n)| n).sum(),
            next: p.page.next.clone(),
            as_of: Day(p.today),
            counts: PageCounts { by_lamp: (&p.page.lamps).into(), all: counts().map(|(_, n)| n).sum() },
            items: p.page.rows.iter().map(row).collect(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SourceDocument {
    pub digest: String,
    pub name: String,
}

/// A stretch of a source document.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourceSpan {
    pub document: SourceDocument,
    /// From 1.
    pub paragraph: u32,
    /// The whole paragraph.
    pub text: String,
    /// UTF-16 offsets of the stretch in `text`.
    pub start: usize,
    pub end: usize,
}

impl SourceSpan {
    fn new((s, text): &(SourceRecord, Option<String>)) -> Option<Self> {
        let text = text.clone()?;
        Some(Self {
            document: SourceDocument { digest: s.span.document.clone(), name: s.name.clone() },
            paragraph: s.span.paragraph + 1,
            start: to_utf16(&text, s.span.start as usize),
            end: to_utf16(&text, s.span.end as usize),
            text,
        })
    }
}

pub(crate) fn sources<'a>(all: impl Iterator<Item = &'a (SourceRecord, Option<String>)>) -> Vec<SourceSpan> {
    all.filter_map(SourceSpan::new).collect()
}

/// A finding with everything.
#[derive(Debug, Serialize, ToSchema)]
pub struct Finding {
    #[serde(flatten)]
    pub common: FindingCommon,
    pub inspection_key: String,
    pub source_text: String,
    pub sources: Vec<SourceSpan>,
    pub target: Option<String>,
    pub category: Option<String>,
    /// Yuan, exact decimal.
    pub amount: Option<String>,
    /// What documents say of duty, date and status that no other field holds; one statement a line.
    pub stated: Option<String>,
    pub measures: Vec<Measure>,
    /// All evidence, withdrawn ones too.
    pub evidence_files: Vec<evidence::Evidence>,
    pub warnings: Vec<warning::PaperWarning>,
    /// 工作秘密.
    pub restriction: Option<restriction::Restriction>,
    /// What keeps a standing finding solved, and when it is due next.
    pub standing_rule: Option<String>,
    pub standing_review: Option<Day>,
    pub standing: Vec<standing::Standing>,
    pub closed_loop: closed_loop::ClosedLoop,
    pub family: family::Family,
    pub guidance: guidance::Guidance,
    /// Newest first.
    pub timeline: Vec<TimelineEvent>,
    pub previous_key: Option<String>,
    pub next_key: Option<String>,
}

impl From<&FindingDetail> for Finding {
    fn from(d: &FindingDetail) -> Self {
        let f = &d.record.finding;
        Self {
            common: FindingCommon::new(&d.record, Some(&d.family.ordinal), (&d.units, &d.people), d.today, &d.rule),
            inspection_key: d.inspection.key.clone(),
            source_text: f.text.clone(),
            sources: sources(d.sources.iter()),
            target: f.target.clone(),
            category: f.category.clone(),
            amount: f.amount.clone(),
            stated: f.stated.clone(),
            measures: d.measures.iter().map(|m| Measure::new(m, d)).collect(),
            restriction: d.restriction.as_ref().map(|r| restriction::Restriction::new(r, &d.people)),
            warnings: d.warnings.iter().map(Into::into).collect(),
            evidence_files: d.evidence.iter().map(|e| evidence::Evidence::new(e, &d.people)).collect(),
            standing_rule: f.standing_rule.clone(),
            standing_review: f.standing_review.map(Day),
            standing: d.standing.iter().map(|view| standing::Standing::new(view, d)).collect(),
            closed_loop: closed_loop::ClosedLoop::new(d),
            family: (&d.family).into(),
            guidance: guidance::Guidance::new(d),
            timeline: d.events.iter().rev().map(|e| TimelineEvent::new(e, &d.people)).collect(),
            previous_key: d.previous.clone(),
            next_key: d.next.clone(),
        }
    }
}
