//! A page of the log with the names it shows.

use crate::access::require_log;
use crate::context::{Actor, App};
use crate::error::Error;
use crate::records::{LogFilter, LogPage, Names};
use audit::Checkpoint;
use domain::{EventKind, PersonId};
use jiff::civil::Date;
use jiff::tz::offset;
use std::collections::BTreeSet;

/// What a person looks for in the log; days are those of the installation.
#[derive(Debug, Clone, Default)]
pub struct LogQuery {
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub person: Option<PersonId>,
    pub kind: Option<EventKind>,
    pub subject: Option<String>,
    pub text: Option<String>,
    pub after: Option<i64>,
    pub limit: u64,
}

/// A page of the log, and names of the people and units it speaks of.
pub struct LogView {
    pub page: LogPage,
    pub people: Names,
    pub units: Names,
}

/// A page of the log, newest first.
pub async fn audit_log(app: &App, actor: &Actor, query: LogQuery) -> Result<LogView, Error> {
    require_log(app, actor).await?;
    if let (Some(from), Some(to)) = (query.from, query.to)
        && to < from
    {
        return Err(Error::invalid("to", "截止日期不能早于起始日期"));
    }
    let page = app.store.log_page(&filter(query)?).await?;
    let mut ids = BTreeSet::new();
    for one in &page.entries {
        ids.extend(one.entry.actor.clone());
        ids.insert(one.entry.subject.clone());
    }
    let ids: Vec<String> = ids.into_iter().collect();
    Ok(LogView { people: app.store.person_names(&ids).await?, units: app.store.unit_names(&ids).await?, page })
}

fn filter(q: LogQuery) -> Result<LogFilter, Error> {
    let words = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let after_last = q.to.map(|to| to.tomorrow().map_err(|_| Error::invalid("to", "截止日期超出范围"))).transpose()?;
    Ok(LogFilter {
        from: q.from.map(|day| midnight(day, "from")).transpose()?,
        before: after_last.map(|day| midnight(day, "to")).transpose()?,
        person: q.person,
        kind: q.kind,
        subject: words(q.subject),
        text: words(q.text),
        after: q.after,
        limit: q.limit,
    })
}

/// When a day begins in Beijing.
fn midnight(day: Date, field: &'static str) -> Result<i64, Error> {
    let begin = offset(8).to_timestamp(day.at(0, 0, 0, 0)).map_err(|_| Error::invalid(field, "日期超出范围"))?;
    Ok(begin.as_millisecond())
}

/// Where the log ends: to be printed and kept elsewhere.
pub async fn log_checkpoint(app: &App, actor: &Actor) -> Result<Checkpoint, Error> {
    require_log(app, actor).await?;
    Ok(app.store.log_end().await?)
}
