//! Reports that are kept: made, listed, looked at, discarded.

use super::material::{Loaded, composed, load};
use crate::access::{self, Reach, Seen};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use document::Official;
use domain::{EventKind, Inspection, Report, ReportId, ReportStanding, Role};
use report::{BoundRun, Issue, ReportKind, bound_runs, from_text, to_text};

/// Two people may make a report at the same moment; each gets a serial of its own.
const TRIES: usize = 5;

/// A report with its text and what the ledger says now.
pub struct ReportView {
    pub report: Report,
    pub official: Official,
    /// The bound places in the order of the text.
    pub places: Vec<BoundRun>,
    pub maker: String,
}

/// A report within reach, before anything is asked of the ledger.
pub(crate) struct Found {
    pub(crate) report: Report,
    pub(crate) kind: &'static ReportKind,
    pub(crate) official: Official,
    pub(crate) inspection: Inspection,
    pub(crate) actor: Actor,
}

/// Reports hold all of a round: only who sees all of it sees them.
pub(crate) async fn whole(app: &App, actor: &Actor, inspection: &str) -> Result<Seen, Error> {
    let seen = access::inspection(app, actor, inspection).await?;
    if seen.rows == Reach::Everything { Ok(seen) } else { Err(Error::NotFound("报告")) }
}

pub(crate) async fn found(app: &App, actor: &Actor, key: &str) -> Result<Found, Error> {
    let inspection = key.rsplit_once('-').map_or(key, |(head, _)| head);
    let seen = whole(app, actor, inspection).await.map_err(|error| match error {
        Error::NotFound(_) => Error::NotFound("报告"),
        other => other,
    })?;
    let stored = app.store.report(key).await?.filter(|(report, _)| report.inspection == seen.inspection.id);
    let (report, body) = stored.ok_or(Error::NotFound("报告"))?;
    let kind = ReportKind::from_name(&report.kind).ok_or(Error::NotFound("这种文件"))?;
    let official = from_text(&body).map_err(|cause| Error::Store(StoreError::Corrupt(cause.to_string())))?;
    let actor = seen.actor.holding(Role::Liaison).unwrap_or(seen.actor);
    Ok(Found { report, kind, official, inspection: seen.inspection, actor })
}

impl Found {
    /// Refuses who may not write, what is not a draft any more, and what somebody changed meanwhile.
    pub(crate) fn open_to(&self, version: i64) -> Result<(), Error> {
        self.actor.holding(Role::Liaison)?;
        if self.report.standing != ReportStanding::Draft {
            let word = self.report.standing.word();
            return Err(Error::Done(format!("报告{word}，不能再修改。需要修改的，请新建一份。")));
        }
        if self.report.version != version { Err(Error::Changed("该报告")) } else { Ok(()) }
    }

    pub(crate) async fn loaded(&self, app: &App) -> Result<Loaded, Error> {
        load(app, &self.inspection, &Reach::Everything).await
    }

    pub(crate) async fn view(self, app: &App) -> Result<ReportView, Error> {
        let loaded = self.loaded(app).await?;
        let snapshot = loaded.snapshot(self.kind, self.report.chosen.as_deref(), self.report.as_of);
        let maker = app.store.person_names(std::slice::from_ref(&self.report.maker.0)).await?;
        Ok(ReportView {
            places: bound_runs(&self.official, &snapshot),
            official: self.official,
            report: self.report,
            maker: maker.into_values().next().unwrap_or_default(),
        })
    }
}

/// Makes a report with the figures of today and returns its key.
pub async fn make_report(
    app: &App,
    actor: &Actor,
    inspection: &str,
    kind: &'static ReportKind,
    chosen: Option<Vec<String>>,
    issue: &Issue,
) -> Result<String, Error> {
    let Seen { inspection, actor, .. } = whole(app, actor, inspection).await?;
    let actor = actor.holding(Role::Liaison)?;
    let loaded = load(app, &inspection, &Reach::Everything).await?;
    loaded.refuse_unknown(chosen.as_deref())?;
    let as_of = app.clock.today();
    let mut official = composed(kind, &loaded.snapshot(kind, chosen.as_deref(), as_of))?;
    loaded.issued(&mut official, kind, issue, as_of)?;
    let (title, body) = (title_of(&official, kind), to_text(&official));
    for attempt in 1.. {
        let serial = app.store.reports(&inspection.id).await?.first().map_or(1, |last| last.serial + 1);
        let report = Report {
            id: ReportId(new_id()),
            inspection: inspection.id.clone(),
            key: inspection.report_key(serial),
            serial,
            kind: kind.name.to_owned(),
            title: title.clone(),
            chosen: chosen.clone(),
            as_of,
            standing: ReportStanding::Draft,
            code: None,
            maker: actor.person.id.clone(),
            updated_at: app.clock.now(),
            version: 1,
        };
        let event = app.event(Some(&actor), &report.key, EventKind::Created, format!("新建{}：{title}", kind.title));
        match app.store.insert_report(&report, &body, event).await {
            Err(StoreError::Conflict) if attempt < TRIES => {}
            other => return other.map(|()| report.key).map_err(Error::from),
        }
    }
    Err(Error::Changed("报告"))
}

pub(super) fn title_of(official: &Official, kind: &ReportKind) -> String {
    let title = official.title();
    if title.trim().is_empty() { kind.title.to_owned() } else { title.replace('\n', "") }
}

/// Reports of an inspection, newest first; those discarded too.
pub async fn reports(app: &App, actor: &Actor, inspection: &str) -> Result<Vec<Report>, Error> {
    let seen = access::inspection(app, actor, inspection).await?;
    match seen.rows {
        Reach::Everything => Ok(app.store.reports(&seen.inspection.id).await?),
        _ => Ok(Vec::new()),
    }
}

pub async fn report(app: &App, actor: &Actor, key: &str) -> Result<ReportView, Error> {
    found(app, actor, key).await?.view(app).await
}

/// Puts a draft aside; it stays on record.
pub async fn discard_report(app: &App, actor: &Actor, key: &str, version: i64) -> Result<(), Error> {
    let found = found(app, actor, key).await?;
    found.open_to(version)?;
    let mut report = found.report.clone();
    report.standing = ReportStanding::Discarded;
    report.version += 1;
    report.updated_at = app.clock.now();
    let event = app.event(Some(&found.actor), key, EventKind::Changed, format!("作废报告 {key}"));
    Ok(app.store.update_report(&report, &to_text(&found.official), event).await?)
}
