//! 工作纪实: what was done for the round as a whole. Who sees all of a round sees it; the liaison writes it.

use crate::access::{self, Reach, Seen};
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use domain::{ChronicleEntry, ChronicleEntryId, ChroniclePart, EventKind, Inspection, Role};
use jiff::civil::Date;

const CATEGORY_MAX: usize = 40;
const TEXT_MAX: usize = 2000;
/// Two people may write at the same moment; each gets a serial of his own.
const TRIES: usize = 5;

/// An entry to be added.
#[derive(Debug, Clone)]
pub struct NewChronicleEntry {
    pub part: ChroniclePart,
    pub category: String,
    pub date: Option<Date>,
    pub text: String,
}

/// What changes of an entry; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct ChronicleChange {
    pub part: Option<ChroniclePart>,
    pub category: Option<String>,
    pub date: Option<Option<Date>>,
    pub text: Option<String>,
    /// Takes the entry out, or brings it back.
    pub removed: Option<bool>,
}

/// The entries of an inspection, those taken out too; none for who sees only a part of the round.
pub async fn chronicle(app: &App, actor: &Actor, key: &str) -> Result<Vec<ChronicleEntry>, Error> {
    let seen = access::inspection(app, actor, key).await?;
    of_inspection(app, &seen.rows, &seen.inspection).await
}

pub(crate) async fn of_inspection(
    app: &App,
    rows: &Reach,
    inspection: &Inspection,
) -> Result<Vec<ChronicleEntry>, Error> {
    match rows {
        Reach::Everything => Ok(app.store.chronicle(&inspection.id).await?),
        _ => Ok(Vec::new()),
    }
}

/// Adds an entry and returns it.
pub async fn add_chronicle_entry(
    app: &App,
    actor: &Actor,
    key: &str,
    new: NewChronicleEntry,
) -> Result<ChronicleEntry, Error> {
    let Seen { inspection, actor, .. } = access::inspection(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    for attempt in 1.. {
        let serial = app.store.chronicle(&inspection.id).await?.last().map_or(1, |last| last.serial + 1);
        let entry = checked(
            app,
            ChronicleEntry {
                id: ChronicleEntryId(new_id()),
                inspection: inspection.id.clone(),
                key: inspection.chronicle_key(serial),
                serial,
                part: new.part,
                category: new.category.clone(),
                date: new.date,
                text: new.text.clone(),
                removed: false,
                version: 1,
            },
        )?;
        let summary = format!("新增工作纪实 {}：{}", entry.key, entry.text);
        let event = app.event(Some(&actor), key, EventKind::Created, summary);
        match app.store.insert_chronicle_entry(&entry, event).await {
            Err(StoreError::Conflict) if attempt < TRIES => {}
            other => return other.map(|()| entry).map_err(Error::from),
        }
    }
    Err(Error::Changed("工作纪实"))
}

pub async fn change_chronicle_entry(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: ChronicleChange,
) -> Result<ChronicleEntry, Error> {
    let inspection_key = key.rsplit_once('-').map_or(key, |(head, _)| head);
    let not_found = |error| match error {
        Error::NotFound(_) => Error::NotFound("工作纪实"),
        other => other,
    };
    let seen = access::inspection(app, actor, inspection_key).await.map_err(not_found)?;
    let actor = seen.actor.holding(Role::Liaison)?;
    let entries = of_inspection(app, &seen.rows, &seen.inspection).await?;
    let before = entries.into_iter().find(|entry| entry.key == key).ok_or(Error::NotFound("工作纪实"))?;
    if before.version != version {
        return Err(Error::Changed("该条工作纪实"));
    }
    let mut after = before.clone();
    after.part = change.part.unwrap_or(after.part);
    after.category = change.category.unwrap_or(after.category);
    after.date = change.date.unwrap_or(after.date);
    after.text = change.text.unwrap_or(after.text);
    after.removed = change.removed.unwrap_or(after.removed);
    after.version += 1;
    let after = checked(app, after)?;
    let what = match (before.removed, after.removed) {
        (false, true) => "删除",
        (true, false) => "恢复",
        _ => "修改",
    };
    let summary = format!("{what}工作纪实 {key}");
    let mut event = app.event(Some(&actor), inspection_key, EventKind::Changed, summary);
    let word = |part: ChroniclePart| Some(part.word().to_owned());
    event.changes = [
        changed("part", word(before.part), word(after.part)),
        changed("category", Some(before.category), Some(after.category.clone())),
        changed("date", before.date.map(|d| d.to_string()), after.date.map(|d| d.to_string())),
        changed("text", Some(before.text), Some(after.text.clone())),
    ]
    .into_iter()
    .flatten()
    .collect();
    app.store.update_chronicle_entry(&after, event).await?;
    Ok(after)
}

/// The entry without odd spaces; refuses what a report could not carry.
fn checked(app: &App, mut entry: ChronicleEntry) -> Result<ChronicleEntry, Error> {
    entry.category = entry.category.split_whitespace().collect();
    entry.text = entry.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let mut wrong = Vec::new();
    if entry.text.is_empty() {
        wrong.push(("text", "请写明做了什么，例如：先后6次召开支委会研究整改工作".to_owned()));
    }
    if entry.text.chars().count() > TEXT_MAX {
        wrong.push(("text", format!("每条不超过 {TEXT_MAX} 字，请分条记录")));
    }
    if entry.category.is_empty() || entry.category.chars().count() > CATEGORY_MAX {
        wrong.push(("category", format!("请填写 {CATEGORY_MAX} 字以内的小标题，例如：压实整改责任")));
    }
    if entry.part == ChroniclePart::Organised && entry.date.is_some_and(|date| date > app.clock.today()) {
        wrong.push(("date", "已做工作的日期不能晚于今天；尚未做的请记在“下一步打算”".to_owned()));
    }
    if wrong.is_empty() { Ok(entry) } else { Err(Error::Invalid(wrong)) }
}
