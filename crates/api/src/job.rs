//! Files that are made in the background.

use crate::report::ReportFormat;
use crate::time::instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    Running,
    Done,
    Failed,
}

/// A file that is made for the person who asked; nobody else sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Job {
    pub id: String,
    /// Key of the report.
    pub report: String,
    pub title: String,
    pub format: ReportFormat,
    pub state: JobState,
    /// Why it failed.
    pub failure: Option<String>,
    /// UTC.
    pub started_at: String,
    pub finished_at: Option<String>,
}

impl From<usecases::Job> for Job {
    fn from(job: usecases::Job) -> Self {
        let (state, failure) = match job.state {
            usecases::JobState::Running => (JobState::Running, None),
            usecases::JobState::Done => (JobState::Done, None),
            usecases::JobState::Failed(why) => (JobState::Failed, Some(why)),
        };
        Self {
            id: job.id,
            report: job.report,
            title: job.title,
            format: job.format.into(),
            state,
            failure,
            started_at: instant(job.started_at),
            finished_at: job.finished_at.map(instant),
        }
    }
}

/// As what.
#[derive(Debug, Deserialize, ToSchema)]
pub struct JobBody {
    #[serde(default)]
    pub format: ReportFormat,
}
