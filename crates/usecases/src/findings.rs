//! The ledger: list, detail, change, measures, statistics.

use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use crate::inspections::{inspection, yellow_until};
use crate::ports::{FindingFilter, FindingRecord, Names, Page, SourceRecord};
use domain::{
    Completion, Event, EventKind, FieldChange, Figures, Finding, FixType, Inspection, LampRule, Measure, MeasureId,
    PersonId, Role, StatisticsRow, Tally, UnitId, completion, lamp, tally,
};
use jiff::civil::Date;

/// A page of the ledger with the names it shows.
pub struct FindingPage {
    pub page: Page,
    pub units: Names,
    pub people: Names,
    pub today: Date,
}

/// Everything about one finding.
pub struct FindingDetail {
    pub inspection: Inspection,
    pub record: FindingRecord,
    pub sources: Vec<(SourceRecord, Option<String>)>,
    pub measures: Vec<Measure>,
    pub events: Vec<Event>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub units: Names,
    pub people: Names,
    pub today: Date,
}

/// What changes of a finding; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct FindingChange {
    pub title: Option<String>,
    pub text: Option<String>,
    pub unit: Option<Option<UnitId>>,
    pub leader: Option<Option<PersonId>>,
    pub owner: Option<Option<PersonId>>,
    pub co_units: Option<Vec<UnitId>>,
    pub fix_type: Option<Option<FixType>>,
    pub due: Option<Option<Date>>,
    pub category: Option<Option<String>>,
    pub target: Option<Option<String>>,
    pub amount: Option<Option<String>>,
    /// Needed to change the original wording or a date that is set.
    pub reason: Option<String>,
}

/// A measure to be added.
#[derive(Debug, Clone, Default)]
pub struct NewMeasure {
    pub text: String,
    pub change: MeasureChange,
}

/// What changes of a measure; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct MeasureChange {
    pub text: Option<String>,
    pub leader: Option<Option<PersonId>>,
    pub lead_unit: Option<Option<UnitId>>,
    pub owner: Option<Option<PersonId>>,
    pub due: Option<Option<Date>>,
    pub target: Option<Option<String>>,
    pub deliverable: Option<Option<String>>,
    pub completion: Option<Completion>,
    pub progress_note: Option<Option<String>>,
}

/// A page of findings.
pub async fn findings(app: &App, key: &str, filter: &FindingFilter) -> Result<FindingPage, Error> {
    let inspection = inspection(app, key).await?;
    let today = app.clock.today();
    let page = app.store.findings(&inspection.id, filter, today, yellow_until(today)).await?;
    let (units, people) = names(app, page.rows.iter().map(|r| &r.finding), &[], &[]).await?;
    Ok(FindingPage { page, units, people, today })
}

/// Names of the units and people that findings, measures and events mention.
pub(crate) async fn names<'a>(
    app: &App,
    findings: impl Iterator<Item = &'a Finding>,
    measures: &[Measure],
    events: &[Event],
) -> Result<(Names, Names), Error> {
    let (mut units, mut people): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for finding in findings {
        units.extend(finding.unit.iter().chain(&finding.co_units).map(|u| u.0.clone()));
        people.extend(finding.leader.iter().chain(&finding.owner).map(|p| p.0.clone()));
    }
    for measure in measures {
        units.extend(measure.lead_unit.iter().map(|u| u.0.clone()));
        people.extend(measure.leader.iter().chain(&measure.owner).map(|p| p.0.clone()));
    }
    people.extend(events.iter().filter_map(|e| e.actor.as_ref()).map(|p| p.0.clone()));
    for ids in [&mut units, &mut people] {
        ids.sort_unstable();
        ids.dedup();
    }
    Ok((app.store.unit_names(&units).await?, app.store.person_names(&people).await?))
}

/// One finding.
pub async fn finding(app: &App, key: &str) -> Result<FindingDetail, Error> {
    let finding = load(app, key).await?;
    let inspection = app
        .store
        .inspections()
        .await?
        .into_iter()
        .find(|i| i.id == finding.inspection)
        .ok_or(Error::NotFound("检查轮次"))?;
    let measures = app.store.measures(&finding.id).await?;
    let events = app.store.events(key).await?;
    let (previous, next) = app.store.neighbours(&finding).await?;
    let mut sources = Vec::new();
    for source in app.store.sources(&finding.id).await? {
        let parsed = app.parsed(&source.span.document, &source.name).await?;
        let text = parsed.document.paragraphs.get(source.span.paragraph as usize).map(|p| p.text.clone());
        sources.push((source, text));
    }
    let (units, people) = names(app, std::iter::once(&finding), &measures, &events).await?;
    let done =
        measures.iter().filter(|m| matches!(m.completion, Completion::Done | Completion::Standing)).count() as i64;
    let record = FindingRecord { finding, measures_done: done, measures_all: measures.len() as i64 };
    Ok(FindingDetail {
        inspection,
        record,
        sources,
        measures,
        events,
        previous,
        next,
        units,
        people,
        today: app.clock.today(),
    })
}

async fn load(app: &App, key: &str) -> Result<Finding, Error> {
    app.store.finding(key).await?.ok_or(Error::NotFound("事项"))
}

/// Changes a finding; the version must be the one the person saw.
pub async fn change_finding(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: FindingChange,
) -> Result<(), Error> {
    actor.require(Role::Liaison)?;
    let before = load(app, key).await?;
    if before.version != version {
        return Err(Error::Changed("该事项"));
    }
    let after = changed_finding(&before, change.clone())?;
    let changes = differences(app, &before, &after).await?;
    if changes.is_empty() {
        return Ok(());
    }
    let summary = change
        .reason
        .filter(|r| !r.trim().is_empty())
        .map_or("修改".to_owned(), |reason| format!("修改：{}", reason.trim()));
    let event = Event { changes, ..app.event(Some(actor), key, EventKind::Changed, summary) };
    Ok(app.store.update_findings(&[after], app.clock.now(), vec![event]).await?)
}

pub(crate) fn changed_finding(before: &Finding, change: FindingChange) -> Result<Finding, Error> {
    let mut after = before.clone();
    let reason = change.reason.as_deref().is_some_and(|r| !r.trim().is_empty());
    if let Some(title) = change.title {
        if title.trim().is_empty() {
            return Err(Error::invalid("title", "题目不能为空"));
        }
        after.title = title.trim().to_owned();
    }
    if let Some(text) = change.text
        && text.trim() != before.text
    {
        if !reason {
            return Err(Error::invalid("reason", "修改反馈原文须说明理由"));
        }
        after.text = text.trim().to_owned();
    }
    if let Some(due) = change.due
        && due != before.due
    {
        if before.due.is_some() && !reason {
            return Err(Error::invalid("reason", "已设定的整改时限须说明理由后方可调整"));
        }
        after.due = due;
    }
    if let Some(Some(amount)) = &change.amount
        && !is_decimal(amount)
    {
        return Err(Error::invalid("amount", "金额须为数字，单位元，例如 71320 或 71320.50"));
    }
    after.unit = change.unit.unwrap_or(after.unit);
    after.leader = change.leader.unwrap_or(after.leader);
    after.owner = change.owner.unwrap_or(after.owner);
    after.co_units = change.co_units.unwrap_or(after.co_units);
    after.fix_type = change.fix_type.unwrap_or(after.fix_type);
    after.category = change.category.unwrap_or(after.category);
    after.target = change.target.unwrap_or(after.target);
    after.amount = change.amount.unwrap_or(after.amount);
    after.version += 1;
    Ok(after)
}

fn is_decimal(text: &str) -> bool {
    let (whole, tail) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.len() <= 18 && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(tail)
}

/// What changed, with names instead of identifiers.
pub(crate) async fn differences(app: &App, before: &Finding, after: &Finding) -> Result<Vec<FieldChange>, Error> {
    let (units, people) = names(app, [before, after].into_iter(), &[], &[]).await?;
    let unit =
        |id: &Option<UnitId>| id.as_ref().map(|id| units.get(id.as_str()).cloned().unwrap_or_else(|| id.0.clone()));
    let person =
        |id: &Option<PersonId>| id.as_ref().map(|id| people.get(id.as_str()).cloned().unwrap_or_else(|| id.0.clone()));
    let co_units = |ids: &[UnitId]| {
        let names: Vec<String> = ids.iter().filter_map(|id| unit(&Some(id.clone()))).collect();
        (!names.is_empty()).then(|| names.join("、"))
    };
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    let word = |f: Option<FixType>| f.map(|f| f.word().to_owned());
    Ok([
        changed("title", Some(before.title.clone()), Some(after.title.clone())),
        changed("text", Some(before.text.clone()), Some(after.text.clone())),
        changed("unit", unit(&before.unit), unit(&after.unit)),
        changed("leader", person(&before.leader), person(&after.leader)),
        changed("owner", person(&before.owner), person(&after.owner)),
        changed("co_units", co_units(&before.co_units), co_units(&after.co_units)),
        changed("due", date(before.due), date(after.due)),
        changed("fix_type", word(before.fix_type), word(after.fix_type)),
        changed("category", before.category.clone(), after.category.clone()),
        changed("target", before.target.clone(), after.target.clone()),
        changed("amount", before.amount.clone(), after.amount.clone()),
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn applied(mut measure: Measure, change: MeasureChange) -> Result<Measure, Error> {
    if let Some(text) = change.text {
        measure.text = text.trim().to_owned();
    }
    if measure.text.is_empty() {
        return Err(Error::invalid("text", "请填写措施内容"));
    }
    measure.leader = change.leader.unwrap_or(measure.leader);
    measure.lead_unit = change.lead_unit.unwrap_or(measure.lead_unit);
    measure.owner = change.owner.unwrap_or(measure.owner);
    measure.due = change.due.unwrap_or(measure.due);
    measure.target = change.target.unwrap_or(measure.target);
    measure.deliverable = change.deliverable.unwrap_or(measure.deliverable);
    measure.completion = change.completion.unwrap_or(measure.completion);
    measure.progress_note = change.progress_note.unwrap_or(measure.progress_note);
    Ok(measure)
}

/// The finding after its measures changed.
fn brought_up(mut finding: Finding, measures: &[Measure]) -> Finding {
    finding.completion = completion(&measures.iter().map(|m| m.completion).collect::<Vec<_>>());
    finding.version += 1;
    finding
}

pub async fn add_measure(app: &App, actor: &Actor, key: &str, new: NewMeasure) -> Result<(), Error> {
    actor.require(Role::Liaison)?;
    let finding = load(app, key).await?;
    let mut measures = app.store.measures(&finding.id).await?;
    let serial = measures.iter().map(|m| m.serial).max().unwrap_or(0) + 1;
    let blank = Measure {
        id: MeasureId(new_id()),
        finding: finding.id.clone(),
        key: format!("{key}-{serial:02}"),
        serial,
        text: new.text.trim().to_owned(),
        target: None,
        deliverable: None,
        leader: None,
        lead_unit: None,
        owner: None,
        due: None,
        completion: Completion::NotStarted,
        progress_note: None,
        version: 1,
    };
    let measure = applied(blank, new.change)?;
    measures.push(measure.clone());
    let event =
        app.event(Some(actor), key, EventKind::MeasureAdded, format!("新增措施 {}：{}", measure.key, measure.text));
    Ok(app.store.insert_measure(&measure, &brought_up(finding, &measures), app.clock.now(), event).await?)
}

async fn of_measure(app: &App, key: &str) -> Result<(Measure, Finding, Vec<Measure>), Error> {
    let measure = app.store.measure(key).await?.ok_or(Error::NotFound("措施"))?;
    let finding_key = key.rsplit_once('-').map_or(key, |(head, _)| head);
    let finding = load(app, finding_key).await?;
    let measures = app.store.measures(&finding.id).await?;
    Ok((measure, finding, measures))
}

pub async fn change_measure(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: MeasureChange,
) -> Result<String, Error> {
    actor.require(Role::Liaison)?;
    let (before, finding, mut measures) = of_measure(app, key).await?;
    if before.version != version {
        return Err(Error::Changed("该措施"));
    }
    let mut after = applied(before.clone(), change)?;
    after.version += 1;
    for measure in measures.iter_mut().filter(|m| m.id == after.id) {
        *measure = after.clone();
    }
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    let mut event = app.event(Some(actor), &finding.key, EventKind::MeasureChanged, format!("修改措施 {key}"));
    event.changes = [
        changed("text", Some(before.text), Some(after.text.clone())),
        changed("completion", Some(before.completion.word().to_owned()), Some(after.completion.word().to_owned())),
        changed("due", date(before.due), date(after.due)),
        changed("target", before.target, after.target.clone()),
        changed("deliverable", before.deliverable, after.deliverable.clone()),
        changed("progress_note", before.progress_note, after.progress_note.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let finding_key = finding.key.clone();
    app.store.update_measure(&after, &brought_up(finding, &measures), app.clock.now(), event).await?;
    Ok(finding_key)
}

pub async fn remove_measure(app: &App, actor: &Actor, key: &str, version: i64) -> Result<(), Error> {
    actor.require(Role::Liaison)?;
    let (measure, finding, mut measures) = of_measure(app, key).await?;
    if measure.version != version {
        return Err(Error::Changed("该措施"));
    }
    measures.retain(|m| m.id != measure.id);
    let event =
        app.event(Some(actor), &finding.key, EventKind::MeasureRemoved, format!("删除措施 {key}：{}", measure.text));
    Ok(app.store.delete_measure(&measure, &brought_up(finding, &measures), app.clock.now(), event).await?)
}

/// Figures of an inspection today.
pub struct Statistics {
    pub as_of: Date,
    pub tally: Tally,
    pub by_area: Vec<StatisticsRow>,
    pub by_unit: Vec<StatisticsRow>,
}

/// Figures of an inspection today, with their distribution over areas and units.
pub async fn statistics(app: &App, key: &str) -> Result<Statistics, Error> {
    let inspection = inspection(app, key).await?;
    let today = app.clock.today();
    let records = app.store.all_findings(&inspection.id).await?;
    let (units, _) = names(app, records.iter().map(|r| &r.finding), &[], &[]).await?;
    let mut statistics = Statistics { as_of: today, tally: Tally::default(), by_area: Vec::new(), by_unit: Vec::new() };
    let mut figures = Vec::with_capacity(records.len());
    for record in &records {
        let finding = &record.finding;
        let now = lamp(finding.due, finding.completion, today, &LampRule::PRACTICE);
        figures.push(Figures {
            kind: finding.kind,
            completion: finding.completion,
            lamp: now,
            measures: record.measures_all,
        });
        let area = finding.area.clone().unwrap_or_else(|| "未分方面".to_owned());
        count(&mut statistics.by_area, area, now);
        let unit =
            finding.unit.as_ref().and_then(|u| units.get(u.as_str()).cloned()).unwrap_or_else(|| "未指派".to_owned());
        count(&mut statistics.by_unit, unit, now);
    }
    statistics.tally = tally(figures.iter());
    Ok(statistics)
}

fn count(rows: &mut Vec<StatisticsRow>, name: String, now: domain::Lamp) {
    let at = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(StatisticsRow { name, lamps: [0; 5] });
        rows.len() - 1
    });
    let slot = domain::Lamp::ALL.iter().position(|l| *l == now).unwrap_or(0);
    rows[at].lamps[slot] += 1;
}
