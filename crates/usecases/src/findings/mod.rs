//! The ledger: list, detail, change.

mod family;
mod guidance;
mod measures;
mod port;
mod statistics;

pub use family::{Family, Member, MergeOrder, Relative, SplitOrder, merge_findings, split_finding, undo_family};
pub use guidance::{Guidance, add_note};
pub(crate) use measures::ends_last;
pub use measures::{MeasureChange, NewMeasure, add_measure, change_measure, remove_measure};
pub use port::FamilyStore;
pub use statistics::{FeedbackFigures, Statistics, statistics};

use crate::access::{self, Seen};
use crate::context::{Actor, App, changed};
use crate::error::Error;
use crate::evidence::EvidenceView;
use crate::records::{FindingFilter, FindingRecord, Found, Names, Page, SourceRecord};
use crate::restriction::{self, Restriction};
use crate::standing::{self, StandingView};
use crate::workflow::{self, Loop, open_to_work};
use domain::paper::Warning;
use domain::{
    Completion, Event, EventKind, FieldChange, Finding, FixType, Inspection, LampRule, Measure, PersonId, Role, UnitId,
};
use jiff::civil::Date;

/// A page of the ledger with the names it shows.
pub struct FindingPage {
    pub page: Page,
    /// Printed numbers of findings that came from a split or a merge, by identifier.
    pub ordinals: Names,
    pub units: Names,
    pub people: Names,
    pub today: Date,
    /// When the lamps change.
    pub rule: LampRule,
}

/// Everything about one finding.
pub struct FindingDetail {
    pub inspection: Inspection,
    pub record: FindingRecord,
    pub sources: Vec<(SourceRecord, Option<String>)>,
    pub measures: Vec<Measure>,
    /// Identifier of a measure and one of its sources.
    pub measure_sources: Vec<(String, (SourceRecord, Option<String>))>,
    pub evidence: Vec<EvidenceView>,
    pub warnings: Vec<Warning>,
    pub restriction: Option<Restriction>,
    pub guidance: Guidance,
    pub family: Family,
    pub closed_loop: Loop,
    pub standing: Vec<StandingView>,
    pub events: Vec<Event>,
    pub previous: Option<String>,
    pub next: Option<String>,
    pub units: Names,
    pub people: Names,
    pub today: Date,
    /// When the lamps change.
    pub rule: LampRule,
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
    pub co_leaders: Option<Vec<PersonId>>,
    pub co_owners: Option<Vec<PersonId>>,
    pub fix_type: Option<Option<FixType>>,
    pub due: Option<Option<Date>>,
    pub category: Option<Option<String>>,
    pub target: Option<Option<String>>,
    pub amount: Option<Option<String>>,
    /// Needed to change the original wording, a date that is set, and the kind of an approved plan.
    pub reason: Option<String>,
}

/// A page of findings.
pub async fn findings(app: &App, actor: &Actor, key: &str, filter: &FindingFilter) -> Result<FindingPage, Error> {
    let Seen { inspection, rows, .. } = access::inspection(app, actor, key).await?;
    let today = app.clock.today();
    let rule = app.rules(actor).await?.lamp_rule(&inspection)?;
    let page = app.store.findings(&rows, &inspection.id, filter, &actor.reach, today, &rule).await?;
    let (units, people) = names(app, page.rows.iter().map(|r| &r.finding), &[], &[]).await?;
    let ordinals = if page.made { app.store.ordinals(&inspection.id).await? } else { Names::new() };
    Ok(FindingPage { page, ordinals, units, people, today, rule })
}

/// Names of the units and people that findings, measures and events mention.
pub(crate) async fn names<'a>(
    app: &App,
    findings: impl Iterator<Item = &'a Finding>,
    measures: &[Measure],
    events: &[Event],
) -> Result<(Names, Names), Error> {
    names_with(app, findings, measures, events, Vec::new()).await
}

/// As [`names`], and of more people.
async fn names_with<'a>(
    app: &App,
    findings: impl Iterator<Item = &'a Finding>,
    measures: &[Measure],
    events: &[Event],
    mut people: Vec<String>,
) -> Result<(Names, Names), Error> {
    let mut units: Vec<String> = Vec::new();
    for finding in findings {
        units.extend(finding.units().map(|u| u.0.clone()));
        people.extend(finding.leaders().chain(finding.owners()).map(|p| p.0.clone()));
    }
    for measure in measures {
        units.extend(measure.units().map(|u| u.0.clone()));
        people.extend(measure.leaders().chain(measure.owners()).map(|p| p.0.clone()));
    }
    people.extend(events.iter().filter_map(|e| e.actor.as_ref()).map(|p| p.0.clone()));
    for ids in [&mut units, &mut people] {
        ids.sort_unstable();
        ids.dedup();
    }
    Ok(app.store.names(&units, &people).await?)
}

/// A finding for somebody who opens it: if it is restricted, that is noted before he has it.
pub async fn open_finding(app: &App, actor: &Actor, key: &str) -> Result<FindingDetail, Error> {
    let detail = finding(app, actor, key).await?;
    if detail.restriction.is_some() {
        app.store.record(app.event(Some(actor), key, EventKind::Read, "查阅标为工作秘密的事项")).await?;
    }
    Ok(detail)
}

/// One finding.
pub async fn finding(app: &App, actor: &Actor, key: &str) -> Result<FindingDetail, Error> {
    let Found { finding, place, beside } = access::look_up(app, actor, key).await?;
    let actor = access::with_roles_for(actor, place, &finding);
    let inspection = inspection_of(app, &finding).await?;
    let measures = app.store.measures(&finding.id).await?;
    let events = app.store.events(key).await?;
    let (previous, next) = app.store.neighbours(&actor.reach, &finding).await?;
    let mut sources = Vec::new();
    for source in app.store.sources(&finding.id).await? {
        sources.push(with_text(app, source).await?);
    }
    let mut measure_sources = Vec::new();
    if !measures.is_empty() {
        for (measure, source) in app.store.measure_sources(&finding.id).await? {
            measure_sources.push((measure, with_text(app, source).await?));
        }
    }
    let done =
        measures.iter().filter(|m| matches!(m.completion, Completion::Done | Completion::Standing)).count() as i64;
    let evidence = crate::evidence::views(app, &actor, &finding, &inspection, &measures).await?;
    let warnings = crate::paper::warnings(app, &actor, &finding, &measures, &evidence).await?;
    let live = evidence.iter().filter(|e| !e.evidence.withdrawn).count() as i64;
    let lines = if beside.notes > 0 { app.store.notes(&finding.id).await? } else { Vec::new() };
    let guidance = Guidance::of(&actor, &finding, lines);
    let mut closed_loop = workflow::of_finding(app, &actor, &finding, &inspection, &measures, live).await?;
    let family = Family::of(app, &actor, &finding, beside.ties, &closed_loop.history, &guidance).await?;
    if family.aside.is_some() {
        closed_loop.close();
    }
    let standing = if beside.duties > 0 { standing::of_finding(app, &actor, &finding).await? } else { Vec::new() };
    let restriction = if beside.marks > 0 { restriction::of_finding(app, &finding).await? } else { None };
    let mut also: Vec<String> = closed_loop.history.named_reviewer.iter().map(|p| p.0.clone()).collect();
    also.extend(closed_loop.steps.iter().flat_map(|step| &step.acting_for).map(|p| p.0.clone()));
    also.extend(actor.principals.iter().map(|principal| principal.id.0.clone()));
    also.extend(standing.iter().flat_map(StandingView::people).map(|p| p.0.clone()));
    also.extend(restriction.iter().map(|mark| mark.person.0.clone()));
    also.extend(guidance.people());
    let (units, people) = names_with(app, std::iter::once(&finding), &measures, &events, also).await?;
    let record = FindingRecord { finding, measures_done: done, measures_all: measures.len() as i64, evidence: live };
    Ok(FindingDetail {
        rule: app.rules(&actor).await?.lamp_rule(&inspection)?,
        inspection,
        record,
        sources,
        measures,
        measure_sources,
        evidence,
        warnings,
        restriction,
        guidance,
        family,
        closed_loop,
        standing,
        events,
        previous,
        next,
        units,
        people,
        today: app.clock.today(),
    })
}

/// A source with the paragraph it stands in.
async fn with_text(app: &App, source: SourceRecord) -> Result<(SourceRecord, Option<String>), Error> {
    let parsed = app.parsed(&source.span.document, &source.name).await?;
    let text = parsed.document.paragraphs.get(source.span.paragraph as usize).map(|p| p.text.clone());
    Ok((source, text))
}

/// The inspection of a finding that is at hand.
pub(crate) async fn inspection_of(app: &App, finding: &Finding) -> Result<Inspection, Error> {
    app.store.inspection_of(&finding.inspection).await?.ok_or(Error::NotFound("检查轮次"))
}

/// Changes a finding; the version must be the one the person saw.
pub async fn change_finding(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: FindingChange,
) -> Result<(), Error> {
    let (before, actor) = access::finding_to_work_on(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    if before.version != version {
        return Err(Error::Changed("该事项"));
    }
    open_to_work(&before)?;
    let after = changed_finding(&before, change.clone())?;
    ends_last(app, &before, &after).await?;
    let changes = differences(app, &before, &after).await?;
    if changes.is_empty() {
        return Ok(());
    }
    let summary = change
        .reason
        .filter(|r| !r.trim().is_empty())
        .map_or("修改".to_owned(), |reason| format!("修改：{}", reason.trim()));
    let event = Event { changes, ..app.event(Some(&actor), key, EventKind::Changed, summary) };
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
        if before.due.is_some() && !before.stage.is_open_to_planning() {
            return Err(Error::invalid("due", "方案审定后，整改时限只能通过“申请延期”经批准后调整"));
        }
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
    after.co_leaders = change.co_leaders.unwrap_or(after.co_leaders);
    after.co_owners = change.co_owners.unwrap_or(after.co_owners);
    once_each(&mut after.co_units, after.unit.as_ref());
    once_each(&mut after.co_leaders, after.leader.as_ref());
    once_each(&mut after.co_owners, after.owner.as_ref());
    if let Some(fix_type) = change.fix_type {
        retyped(before, fix_type, change.reason.as_deref())?;
        after.fix_type = fix_type;
    }
    after.category = change.category.unwrap_or(after.category);
    after.target = change.target.unwrap_or(after.target);
    after.amount = change.amount.unwrap_or(after.amount);
    after.version += 1;
    Ok(after)
}

/// The kind was approved with the plan: it changes with a reason, and neither to 长期坚持 nor from it, which decides
/// what closing asks for.
fn retyped(before: &Finding, to: Option<FixType>, reason: Option<&str>) -> Result<(), Error> {
    if to == before.fix_type || before.stage.is_open_to_planning() {
        return Ok(());
    }
    if [before.fix_type, to].contains(&Some(FixType::Standing)) {
        let why = "方案审定后，整改类型不能改为“长期坚持”，也不能由“长期坚持”改为其他类型。需要长期坚持的，请在措施进展中选“长期坚持”，并登记长效职责";
        return Err(Error::invalid("fix_type", why));
    }
    if reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Error::invalid("reason", "方案审定后修改整改类型须说明理由"));
    }
    Ok(())
}

/// Nobody is named twice, and nobody beside himself.
pub(crate) fn once_each<T: Clone + PartialEq>(others: &mut Vec<T>, first: Option<&T>) {
    let mut seen: Vec<T> = first.cloned().into_iter().collect();
    others.retain(|one| {
        let new = !seen.contains(one);
        seen.push(one.clone());
        new
    });
}

fn is_decimal(text: &str) -> bool {
    let (whole, tail) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.len() <= 18 && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(tail)
}

/// Names with 、 between; nothing where there are none.
pub(crate) fn joined(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join("、"))
}

/// What changed, with names instead of identifiers.
pub(crate) async fn differences(app: &App, before: &Finding, after: &Finding) -> Result<Vec<FieldChange>, Error> {
    let (units, people) = names(app, [before, after].into_iter(), &[], &[]).await?;
    let unit =
        |id: &Option<UnitId>| id.as_ref().map(|id| units.get(id.as_str()).cloned().unwrap_or_else(|| id.0.clone()));
    let person =
        |id: &Option<PersonId>| id.as_ref().map(|id| people.get(id.as_str()).cloned().unwrap_or_else(|| id.0.clone()));
    let co_units = |ids: &[UnitId]| joined(ids.iter().filter_map(|id| unit(&Some(id.clone()))));
    let others = |ids: &[PersonId]| joined(ids.iter().filter_map(|id| person(&Some(id.clone()))));
    let date = |d: Option<Date>| d.map(|d| d.to_string());
    let word = |f: Option<FixType>| f.map(|f| f.word().to_owned());
    Ok([
        changed("title", Some(before.title.clone()), Some(after.title.clone())),
        changed("text", Some(before.text.clone()), Some(after.text.clone())),
        changed("unit", unit(&before.unit), unit(&after.unit)),
        changed("leader", person(&before.leader), person(&after.leader)),
        changed("owner", person(&before.owner), person(&after.owner)),
        changed("co_units", co_units(&before.co_units), co_units(&after.co_units)),
        changed("co_leaders", others(&before.co_leaders), others(&after.co_leaders)),
        changed("co_owners", others(&before.co_owners), others(&after.co_owners)),
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
