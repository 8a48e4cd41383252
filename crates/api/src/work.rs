//! What a person has to do, and what waits for his decision.

use crate::account::Named;
use crate::finding::closed_loop::{Offer, StepTaken};
use crate::finding::named;
use crate::finding::standing::StandingDue;
use crate::patch::blank;
use crate::time::Day;
use crate::words::{Completion, Lamp, Stage};
use domain::{LampRule, PersonId, UnitId, lamp, lamp_reason, percent};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use usecases::{Decided, Duty, Mine, MineRow, Names, Principal, ReviewFilter, ReviewRow, Reviews, WorkRecord};
use utoipa::{IntoParams, ToSchema};

/// A finding in a list of work.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkItem {
    pub key: String,
    pub title: String,
    pub stage: Stage,
    pub lamp: Lamp,
    pub lamp_reason: String,
    pub due: Option<Day>,
    pub unit: Option<Named>,
    pub leader: Option<Named>,
    pub owner: Option<Named>,
    /// Percent of measures that are done.
    pub progress: i64,
    pub evidence: i64,
    pub standing_review: Option<Day>,
    pub version: i64,
}

impl WorkItem {
    fn new(work: &WorkRecord, people: &Names, today: Date, rule: &LampRule) -> Self {
        let f = &work.record.finding;
        let unit = f.unit.as_ref().map(UnitId::as_str);
        let units: Names =
            unit.iter().zip(&work.unit_name).map(|(id, n)| ((*id).to_owned(), n.clone())).collect::<HashMap<_, _>>();
        let title = if f.title.trim().is_empty() { &f.text } else { &f.title };
        Self {
            key: f.key.clone(),
            title: title.clone(),
            stage: Stage(f.stage),
            lamp: Lamp(lamp(f.due, f.completion, today, rule)),
            lamp_reason: lamp_reason(f.due, f.completion, today),
            due: f.due.map(Day),
            unit: named(&units, unit),
            leader: named(people, f.leader.as_ref().map(PersonId::as_str)),
            owner: named(people, f.owner.as_ref().map(PersonId::as_str)),
            progress: percent(work.record.measures_done, work.record.measures_all),
            evidence: work.record.evidence,
            standing_review: f.standing_review.map(Day),
            version: f.version,
        }
    }
}

/// A finding that the person has to do something about.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyItem {
    #[serde(flatten)]
    pub item: WorkItem,
    /// Why it came back, and from whom.
    pub returned: Option<StepTaken>,
    /// The step that is due now, with the reason where it is not possible yet.
    pub offers: Vec<Offer>,
    /// Whose work it is, where it is not the person's own.
    pub acting_for: Option<Named>,
    /// Standing rules and duties that count, first what is due first; only where the duty is about them.
    pub standing: Vec<StandingDue>,
}

impl DutyItem {
    fn new(row: &MineRow, people: &Names, today: Date) -> Self {
        Self {
            item: WorkItem::new(&row.work, people, today, &row.rule),
            returned: row.returned.as_ref().map(|step| StepTaken::new(step, people)),
            offers: row.offers.iter().map(|offer| Offer::new(offer, people)).collect(),
            acting_for: row.acting_for.as_ref().map(principal),
            standing: row
                .work
                .standing
                .iter()
                .map(|standing| StandingDue::new(standing, people, today, &row.rule))
                .collect(),
        }
    }
}

/// A measure that the person answers for.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkMeasure {
    pub key: String,
    pub finding_key: String,
    pub finding_title: String,
    pub text: String,
    pub due: Option<Day>,
    pub lamp: Lamp,
    pub lamp_reason: String,
    pub completion: Completion,
    /// What was reported last.
    pub progress_note: Option<String>,
    /// Whose work it is, where it is not the person's own.
    pub acting_for: Option<Named>,
    pub version: i64,
}

fn principal(principal: &Principal) -> Named {
    Named { id: principal.id.0.clone(), name: principal.name.clone() }
}

impl WorkMeasure {
    fn new((work, rule, lent): &(usecases::WorkMeasure, LampRule, Option<Principal>), today: Date) -> Self {
        let m = &work.measure;
        Self {
            key: m.key.clone(),
            finding_key: work.finding_key.clone(),
            finding_title: work.finding_title.clone(),
            text: m.text.clone(),
            due: m.due.map(Day),
            lamp: Lamp(lamp(m.due, m.completion, today, rule)),
            lamp_reason: lamp_reason(m.due, m.completion, today),
            completion: Completion(m.completion),
            progress_note: m.progress_note.clone(),
            acting_for: lent.as_ref().map(principal),
            version: m.version,
        }
    }
}

/// Findings of one duty: the first ones, and how many there are.
#[derive(Debug, Serialize, ToSchema)]
pub struct DutyGroup {
    /// `returned`, `answer`, `plan`, `submit`, `extension` or `standing`.
    pub duty: &'static str,
    pub total: i64,
    pub items: Vec<DutyItem>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureGroup {
    pub total: i64,
    pub items: Vec<WorkMeasure>,
}

/// What the person has to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyWork {
    /// All duties, measures and reviews together; what is both a duty and a review counts once.
    pub total: i64,
    pub as_of: Day,
    /// Duties that the person can have, also those of which there are none now.
    pub duties: Vec<DutyGroup>,
    pub measures: MeasureGroup,
    /// What waits on the desk of the reviewer; null for who never reviews.
    pub reviews: Option<i64>,
}

impl From<&Mine> for MyWork {
    fn from(mine: &Mine) -> Self {
        let row = |row: &MineRow| DutyItem::new(row, &mine.people, mine.today);
        // Requests for more time wait on the desk too.
        let duties = mine.duties.iter().filter(|(duty, ..)| *duty != Duty::Extension).map(|(_, total, _)| total);
        Self {
            total: duties.sum::<i64>() + mine.measures_total + mine.reviews.unwrap_or_default(),
            as_of: Day(mine.today),
            duties: mine
                .duties
                .iter()
                .map(|(duty, total, rows)| DutyGroup {
                    duty: duty.name(),
                    total: *total,
                    items: rows.iter().map(row).collect(),
                })
                .collect(),
            measures: MeasureGroup {
                total: mine.measures_total,
                items: mine.measures.iter().map(|measure| WorkMeasure::new(measure, mine.today)).collect(),
            },
            reviews: mine.reviews,
        }
    }
}

/// A finding that waits for a decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewItem {
    #[serde(flatten)]
    pub item: WorkItem,
    /// The decisions there are; with the reason where the person may not.
    pub offers: Vec<Offer>,
    /// The step that brought it here.
    pub asked: Option<StepTaken>,
}

impl ReviewItem {
    fn new(row: &ReviewRow, page: &Reviews) -> Self {
        Self {
            item: WorkItem::new(&row.work, &page.people, page.today, &row.rule),
            offers: row.offers.iter().map(|offer| Offer::new(offer, &page.people)).collect(),
            asked: row.asked.as_ref().map(|step| StepTaken::new(step, &page.people)),
        }
    }
}

/// How many wait at a stage; requests for more time are at `rectifying`.
#[derive(Debug, Serialize, ToSchema)]
pub struct StageCount {
    pub stage: Stage,
    pub total: i64,
}

/// A decision that the person took.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecentDecision {
    pub key: String,
    pub title: String,
    pub step: StepTaken,
}

impl RecentDecision {
    fn new(decided: &Decided, people: &Names) -> Self {
        Self { key: decided.key.clone(), title: decided.title.clone(), step: StepTaken::new(&decided.step, people) }
    }
}

/// A page of what waits for the person's decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewPage {
    /// Under the filter.
    pub total: i64,
    /// Where the next page begins; pass it as `after`.
    pub next: Option<String>,
    pub as_of: Day,
    /// Whatever the filter.
    pub counts: Vec<StageCount>,
    pub items: Vec<ReviewItem>,
    /// The person's last decisions, when nothing waits.
    pub recent: Vec<RecentDecision>,
}

impl ReviewPage {
    pub fn new(page: &Reviews, only: Option<domain::workflow::Stage>) -> Self {
        let wanted = page.counts.iter().filter(|(stage, _)| only.is_none_or(|only| only == *stage));
        Self {
            total: wanted.map(|(_, n)| n).sum(),
            next: page.next.clone(),
            as_of: Day(page.today),
            counts: page.counts.iter().map(|(stage, n)| StageCount { stage: Stage(*stage), total: *n }).collect(),
            items: page.rows.iter().map(|row| ReviewItem::new(row, page)).collect(),
            recent: page.recent.iter().map(|decided| RecentDecision::new(decided, &page.people)).collect(),
        }
    }
}

/// Rows of each duty, or of a page, unless the query says otherwise.
const LIMIT: u64 = 50;

/// Query of the own work.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MineQuery {
    /// Rows of each duty, at most 200.
    #[serde(default)]
    pub limit: Option<u64>,
}

impl MineQuery {
    pub fn limit(&self) -> u64 {
        self.limit.unwrap_or(LIMIT)
    }
}

/// Query of the queue.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReviewQuery {
    /// Only what waits at this stage; `rectifying` for requests for more time.
    #[serde(default, deserialize_with = "blank")]
    #[param(value_type = Option<Stage>)]
    pub stage: Option<Stage>,
    /// `next` of the page before.
    #[serde(default, deserialize_with = "blank")]
    pub after: Option<String>,
    /// Rows of the page, at most 200.
    #[serde(default)]
    pub limit: Option<u64>,
}

impl From<ReviewQuery> for ReviewFilter {
    fn from(q: ReviewQuery) -> Self {
        Self { stage: q.stage.map(|stage| stage.0), after: q.after, limit: q.limit.unwrap_or(LIMIT) }
    }
}
