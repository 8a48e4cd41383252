//! Statistics of an inspection.

use crate::inspection::LampCounts;
use crate::time::Day;
use domain::StatisticsRow;
use serde::Serialize;
use utoipa::ToSchema;

/// Lamps of the findings of an area or unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatRow {
    pub name: String,
    #[serde(flatten)]
    pub lamps: LampCounts,
}

impl From<&StatisticsRow> for StatRow {
    fn from(row: &StatisticsRow) -> Self {
        Self { name: row.name.clone(), lamps: (&usecases::LampCounts(row.lamps)).into() }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Statistics {
    pub as_of: Day,
    pub findings: i64,
    pub recommendations: i64,
    pub done: i64,
    pub mostly_done: i64,
    pub in_progress: i64,
    pub not_started: i64,
    pub standing: i64,
    pub measures: i64,
    pub overdue: i64,
    /// Share that is done, in words as a report writes it.
    pub rate: String,
    pub by_area: Vec<StatRow>,
    pub by_unit: Vec<StatRow>,
    /// As the feedback document counts, where something was split or put together; documents use these.
    pub feedback: Option<FeedbackFigures>,
}

/// Problems and recommendations of the feedback document, each counted once.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackFigures {
    pub findings: i64,
    pub recommendations: i64,
    pub done: i64,
    pub rate: String,
}

impl From<&usecases::FeedbackFigures> for FeedbackFigures {
    fn from(f: &usecases::FeedbackFigures) -> Self {
        let t = &f.tally;
        Self { findings: t.findings, recommendations: t.recommendations, done: t.done, rate: t.rate() }
    }
}

impl From<&usecases::Statistics> for Statistics {
    fn from(s: &usecases::Statistics) -> Self {
        let t = &s.tally;
        Self {
            as_of: Day(s.as_of),
            findings: t.findings,
            recommendations: t.recommendations,
            done: t.done,
            mostly_done: t.mostly_done,
            in_progress: t.in_progress,
            not_started: t.not_started,
            standing: t.standing,
            measures: t.measures,
            overdue: t.overdue,
            rate: t.rate(),
            by_area: s.by_area.iter().map(StatRow::from).collect(),
            by_unit: s.by_unit.iter().map(StatRow::from).collect(),
            feedback: s.feedback.as_ref().map(Into::into),
        }
    }
}
