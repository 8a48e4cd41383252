//! Files that take long: made in the background, for one person, kept for a while. Who leaves the page finds them
//! again; what was not fetched goes, and so does everything when the service stops.

use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::reports::{ReportFormat, report_file, stored};
use domain::PersonId;
use std::sync::{Arc, Mutex, PoisonError};

/// Jobs of one person that are under way, and that are kept altogether.
const RUNNING_MAX: usize = 3;
const KEPT_MAX: usize = 8;
/// How long a finished one is kept, in milliseconds.
const KEPT_MS: i64 = 60 * 60 * 1000;
/// Bytes of all finished files together; the oldest go first.
const BYTES_MAX: usize = 256 * 1024 * 1024;

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobState {
    Running,
    Done,
    /// In the words for the person.
    Failed(String),
}

/// A file that is made for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: String,
    /// Key of the report.
    pub report: String,
    pub title: String,
    pub format: ReportFormat,
    pub state: JobState,
    /// Milliseconds since 1970, UTC.
    pub started_at: i64,
    pub finished_at: Option<i64>,
}

struct Kept {
    person: PersonId,
    job: Job,
    bytes: Option<Arc<Vec<u8>>>,
}

/// The jobs of everybody.
#[derive(Clone, Default)]
pub(crate) struct Jobs(Arc<Mutex<Vec<Kept>>>);

impl Jobs {
    fn with<T>(&self, act: impl FnOnce(&mut Vec<Kept>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes a job in, unless the person has too many under way.
    fn begin(&self, person: &PersonId, job: Job) -> Result<(), Error> {
        self.with(|all| {
            let now = job.started_at;
            all.retain(|one| one.job.finished_at.is_none_or(|at| now - at < KEPT_MS));
            let own = |one: &&Kept| one.person == *person;
            let running = all.iter().filter(own).filter(|one| one.job.state == JobState::Running).count();
            if running >= RUNNING_MAX {
                return Err(Error::Done(format!("您已有 {RUNNING_MAX} 个文件正在生成，请等其中一个完成后再试。")));
            }
            let finished = |one: &Kept| one.person == *person && one.job.state != JobState::Running;
            while all.iter().filter(own).count() >= KEPT_MAX {
                let Some(oldest) = all.iter().position(finished) else { break };
                all.remove(oldest);
            }
            all.push(Kept { person: person.clone(), job, bytes: None });
            Ok(())
        })
    }

    fn finish(&self, id: &str, now: i64, made: Result<Vec<u8>, Error>) {
        self.with(|all| {
            let Some(one) = all.iter_mut().find(|one| one.job.id == id) else { return };
            one.job.finished_at = Some(now);
            match made {
                Ok(bytes) => (one.job.state, one.bytes) = (JobState::Done, Some(Arc::new(bytes))),
                Err(cause) => one.job.state = JobState::Failed(cause.to_string()),
            }
            let size = |all: &[Kept]| all.iter().filter_map(|one| one.bytes.as_ref()).map(|b| b.len()).sum::<usize>();
            while size(all) > BYTES_MAX {
                let Some(oldest) = all.iter().position(|one| one.bytes.is_some() && one.job.id != id) else { break };
                all.remove(oldest);
            }
        });
    }
}

/// Begins to make a report's file; a report out of reach is not found at once.
pub async fn start_job(app: &App, actor: &Actor, key: &str, format: ReportFormat) -> Result<Job, Error> {
    let found = stored::found(app, actor, key).await?;
    let job = Job {
        id: new_id(),
        report: key.to_owned(),
        title: found.report.title,
        format,
        state: JobState::Running,
        started_at: app.clock.now(),
        finished_at: None,
    };
    app.jobs.begin(&actor.person.id, job.clone())?;
    let (app, actor, key, id) = (app.clone(), actor.clone(), key.to_owned(), job.id.clone());
    tokio::spawn(async move {
        let made = report_file(&app, &actor, &key, format).await;
        app.jobs.finish(&id, app.clock.now(), made);
    });
    Ok(job)
}

/// The person's own, newest first.
pub fn jobs(app: &App, actor: &Actor) -> Vec<Job> {
    let own = |all: &mut Vec<Kept>| {
        let own = all.iter().rev().filter(|one| one.person == actor.person.id);
        own.map(|one| one.job.clone()).collect()
    };
    app.jobs.with(own)
}

/// The file of a finished job.
pub fn job_file(app: &App, actor: &Actor, id: &str) -> Result<(Job, Arc<Vec<u8>>), Error> {
    let found = app.jobs.with(|all| {
        let one = all.iter().find(|one| one.job.id == id && one.person == actor.person.id)?;
        Some((one.job.clone(), one.bytes.clone()))
    });
    match found {
        Some((job, Some(bytes))) => Ok((job, bytes)),
        Some((job, None)) if job.state == JobState::Running => Err(Error::Done("文件还在生成，请稍候。".to_owned())),
        _ => Err(Error::NotFound("这个文件")),
    }
}

/// Puts a finished job away.
pub fn dismiss_job(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    app.jobs.with(|all| {
        let own = |one: &Kept| one.job.id == id && one.person == actor.person.id;
        let at = all.iter().position(own).ok_or(Error::NotFound("这个文件"))?;
        if all.get(at).is_some_and(|one| one.job.state == JobState::Running) {
            return Err(Error::Done("文件还在生成，完成后才能移除。".to_owned()));
        }
        all.remove(at);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(id: &str, at: i64) -> Job {
        Job {
            id: id.to_owned(),
            report: "XC-2026-01-R001".to_owned(),
            title: "报告".to_owned(),
            format: ReportFormat::Pdf,
            state: JobState::Running,
            started_at: at,
            finished_at: None,
        }
    }

    fn ids(jobs: &Jobs) -> Vec<String> {
        jobs.with(|all| all.iter().map(|one| one.job.id.clone()).collect())
    }

    #[test]
    fn a_person_has_few_at_once_and_old_ones_go() {
        let (jobs, person, other) = (Jobs::default(), PersonId("a".into()), PersonId("b".into()));
        for id in ["1", "2", "3"] {
            jobs.begin(&person, job(id, 0)).unwrap();
        }
        assert!(jobs.begin(&person, job("4", 0)).is_err());
        jobs.begin(&other, job("5", 0)).unwrap();
        jobs.finish("1", 10, Ok(vec![0; 8]));
        jobs.begin(&person, job("6", 20)).unwrap();
        assert_eq!(ids(&jobs), ["1", "2", "3", "5", "6"]);
        jobs.finish("2", 30, Err(Error::NotFound("报告")));
        jobs.begin(&person, job("7", 30 + KEPT_MS)).unwrap();
        assert_eq!(ids(&jobs), ["3", "5", "6", "7"], "an hour later what was finished is gone");
    }

    #[test]
    fn finished_ones_make_room() {
        let (jobs, person) = (Jobs::default(), PersonId("a".into()));
        for n in 0..KEPT_MAX + 2 {
            jobs.begin(&person, job(&n.to_string(), 0)).unwrap();
            jobs.finish(&n.to_string(), 0, Ok(Vec::new()));
        }
        assert_eq!(ids(&jobs).len(), KEPT_MAX);
        assert_eq!(ids(&jobs)[0], "2");
    }
}
