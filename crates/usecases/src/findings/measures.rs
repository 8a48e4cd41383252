//! Measures of a finding; each change brings the finding up to date.

use crate::access::{self, reporting};
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use crate::findings::{joined, names, once_each};
use crate::workflow::open_to_work;
use domain::workflow::{History, Refusal};
use domain::{Completion, EventKind, Finding, Measure, MeasureId, PersonId, Role, UnitId, completion};
use jiff::civil::Date;

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
    pub co_units: Option<Vec<UnitId>>,
    pub co_leaders: Option<Vec<PersonId>>,
    pub co_owners: Option<Vec<PersonId>>,
    pub due: Option<Option<Date>>,
    pub target: Option<Option<String>>,
    pub deliverable: Option<Option<String>>,
    pub completion: Option<Completion>,
    pub progress_note: Option<Option<String>>,
    /// Needed to reword what an approved plan says is to be done.
    pub reason: Option<String>,
}

impl MeasureChange {
    /// Changes what is to be done, by whom and when, and not only how far it is.
    fn is_plan(&self) -> bool {
        self.text.is_some()
            || self.leader.is_some()
            || self.lead_unit.is_some()
            || self.owner.is_some()
            || self.co_units.is_some()
            || self.co_leaders.is_some()
            || self.co_owners.is_some()
            || self.due.is_some()
            || self.target.is_some()
            || self.deliverable.is_some()
    }
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
    measure.co_units = change.co_units.unwrap_or(measure.co_units);
    measure.co_leaders = change.co_leaders.unwrap_or(measure.co_leaders);
    measure.co_owners = change.co_owners.unwrap_or(measure.co_owners);
    once_each(&mut measure.co_units, measure.lead_unit.as_ref());
    once_each(&mut measure.co_leaders, measure.leader.as_ref());
    once_each(&mut measure.co_owners, measure.owner.as_ref());
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

/// What is written after an approval stands with its reason beside what was approved.
fn reworded(finding: &Finding, before: &Measure, after: &Measure, reason: Option<&str>) -> Result<(), Error> {
    let said = |m: &Measure| (m.text.clone(), m.target.clone(), m.deliverable.clone());
    if finding.stage.is_open_to_planning() || reason.is_some() || said(before) == said(after) {
        return Ok(());
    }
    Err(Error::invalid("reason", "方案审定后修改措施的内容、目标、成果形式，请说明理由"))
}

fn told(reason: Option<&str>) -> Option<&str> {
    reason.map(str::trim).filter(|reason| !reason.is_empty())
}

/// A measure ends with its finding at the latest, as the approval of a plan demands.
fn in_time(finding: &Finding, due: Option<Date>) -> Result<(), Error> {
    match due.zip(finding.due).filter(|_| finding.ends_before(due)) {
        None => Ok(()),
        Some((date, all)) => {
            let why = format!(
                "措施时限 {date} 晚于事项时限 {all}，请填写 {all} 或更早的日期；确需更多时间的，请为事项“申请延期”"
            );
            Err(Error::invalid("due", why))
        }
    }
}

/// The measures of a finding whose date moves end no later than it.
pub(crate) async fn ends_last(app: &App, before: &Finding, after: &Finding) -> Result<(), Error> {
    if before.due == after.due || after.due.is_none() {
        return Ok(());
    }
    let measures = app.store.measures(&before.id).await?;
    let late: Vec<&str> = measures.iter().filter(|m| after.ends_before(m.due)).map(|m| m.key.as_str()).collect();
    if late.is_empty() {
        return Ok(());
    }
    let why = format!("措施 {} 的时限晚于新的事项时限，请先调整措施的时限", late.join("、"));
    Err(Error::invalid("due", why))
}

/// Adds a measure and returns its key.
pub async fn add_measure(app: &App, actor: &Actor, key: &str, new: NewMeasure) -> Result<String, Error> {
    let (mut finding, actor) = access::finding_to_work_on(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    open_to_work(&finding)?;
    let mut measures = app.store.measures(&finding.id).await?;
    finding.last_measure += 1;
    let serial = finding.last_measure;
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
        co_units: Vec::new(),
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        due: None,
        completion: Completion::NotStarted,
        progress_note: None,
        stated: None,
        version: 1,
    };
    let measure = applied(blank, new.change)?;
    in_time(&finding, measure.due)?;
    measures.push(measure.clone());
    let summary = format!("新增措施 {}：{}", measure.key, measure.text);
    let mut event = app.event(Some(&actor), key, EventKind::MeasureAdded, summary);
    // Who says of a new measure that it is done has said how far it is.
    let begun = (measure.completion != Completion::NotStarted).then(|| measure.completion.word().to_owned());
    event.changes = [changed("completion", None, begun), changed("progress_note", None, measure.progress_note.clone())]
        .into_iter()
        .flatten()
        .collect();
    app.store.insert_measure(&measure, &brought_up(finding, &measures), app.clock.now(), event).await?;
    Ok(measure.key)
}

/// A measure with what is around it.
struct OfMeasure {
    measure: Measure,
    finding: Finding,
    measures: Vec<Measure>,
    actor: Actor,
}

async fn of_measure(app: &App, actor: &Actor, key: &str) -> Result<OfMeasure, Error> {
    let measure = app.store.measure(key).await?.ok_or(Error::NotFound("措施"))?;
    let finding_key = key.rsplit_once('-').map_or(key, |(head, _)| head);
    let (finding, actor) = access::finding_to_work_on(app, actor, finding_key).await.map_err(|error| match error {
        Error::NotFound(_) => Error::NotFound("措施"),
        other => other,
    })?;
    let measures = app.store.measures(&finding.id).await?;
    Ok(OfMeasure { measure, finding, measures, actor })
}

pub async fn change_measure(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: MeasureChange,
) -> Result<String, Error> {
    let OfMeasure { measure: before, finding, mut measures, actor } = of_measure(app, actor, key).await?;
    let actor = match change.is_plan() {
        true => actor.holding(Role::Liaison)?,
        false => reporting(&actor, &finding, Some(&before))?,
    };
    if before.version != version {
        return Err(Error::Changed("该措施"));
    }
    open_to_work(&finding)?;
    let moves = change.due.is_some_and(|due| before.due.is_some() && due != before.due);
    if moves && !finding.stage.is_open_to_planning() {
        return Err(Error::invalid("due", "方案审定后，措施时限只能随事项“申请延期”经批准后调整"));
    }
    let reason = change.reason.clone();
    let reason = told(reason.as_deref());
    let mut after = applied(before.clone(), change)?;
    reworded(&finding, &before, &after, reason)?;
    if after.due != before.due {
        in_time(&finding, after.due)?;
    }
    after.version += 1;
    for measure in measures.iter_mut().filter(|m| m.id == after.id) {
        *measure = after.clone();
    }
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    let because = reason.map(|reason| format!("：{reason}")).unwrap_or_default();
    let mut event =
        app.event(Some(&actor), &finding.key, EventKind::MeasureChanged, format!("修改措施 {key}{because}"));
    let (units, people) = names(app, std::iter::empty(), &[before.clone(), after.clone()], &[]).await?;
    let unit = |ids: Vec<&UnitId>| joined(ids.into_iter().filter_map(|id| units.get(id.as_str()).cloned()));
    let person = |ids: Vec<&PersonId>| joined(ids.into_iter().filter_map(|id| people.get(id.as_str()).cloned()));
    event.changes = [
        changed("leaders", person(before.leaders().collect()), person(after.leaders().collect())),
        changed("units", unit(before.units().collect()), unit(after.units().collect())),
        changed("owners", person(before.owners().collect()), person(after.owners().collect())),
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

/// Takes a measure out. Once the plan is approved that needs a reason, and never hides that something is late.
pub async fn remove_measure(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    reason: Option<&str>,
) -> Result<(), Error> {
    let OfMeasure { measure, finding, mut measures, actor } = of_measure(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    if measure.version != version {
        return Err(Error::Changed("该措施"));
    }
    open_to_work(&finding)?;
    let reason = told(reason);
    if !finding.stage.is_open_to_planning() {
        let history = History::of(&app.store.steps(&finding.id).await?);
        if let Some(due) = history.hides_delay(&finding, &measure, app.clock.today()) {
            return Err(Refusal::MeasureOverdue { key: measure.key, due }.into());
        }
        if reason.is_none() {
            return Err(Error::invalid("reason", "方案审定后删除措施，请说明理由"));
        }
    }
    measures.retain(|m| m.id != measure.id);
    let because = reason.map(|reason| format!("（理由：{reason}）")).unwrap_or_default();
    let summary = format!("删除措施 {key}{because}：{}", measure.text);
    let event = app.event(Some(&actor), &finding.key, EventKind::MeasureRemoved, summary);
    Ok(app.store.delete_measure(&measure, &brought_up(finding, &measures), app.clock.now(), event).await?)
}
