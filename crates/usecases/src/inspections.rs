//! Inspections: rounds and sources of findings.

use crate::access::{self, Reach, Seen};
use crate::context::{Actor, App, changed, new_id};
use crate::error::Error;
use crate::records::InspectionCounts;
use domain::{EventKind, Inspection, InspectionId, Role, SourceKind, UnitId};
use jiff::civil::Date;

/// An inspection to be added.
#[derive(Debug, Clone)]
pub struct NewInspection {
    pub source: SourceKind,
    pub title: String,
    pub issuing_body: String,
    pub document_number: Option<String>,
    pub unit: UnitId,
    pub feedback_date: Option<Date>,
    pub receipt_date: Option<Date>,
    /// Identifier of the rule profile; none is the first that suits the source.
    pub profile: Option<String>,
}

/// What changes of an inspection; `None` stays as it is.
#[derive(Debug, Clone, Default)]
pub struct InspectionChange {
    pub title: Option<String>,
    pub issuing_body: Option<String>,
    pub document_number: Option<Option<String>>,
    pub feedback_date: Option<Option<Date>>,
    pub receipt_date: Option<Option<Date>>,
    pub profile: Option<String>,
}

/// Inspections within reach, newest first.
pub async fn inspections(app: &App, actor: &Actor) -> Result<Vec<(Inspection, InspectionCounts)>, Error> {
    let today = app.clock.today();
    let all = app.store.inspections(&actor.reach).await?;
    let rules = app.rules(actor).await?;
    let rules = all.iter().map(|i| Ok((i.id.0.clone(), rules.lamp_rule(i)?))).collect::<Result<_, Error>>()?;
    let counts = app.store.inspection_counts(&actor.reach, today, &rules).await?;
    Ok(all
        .into_iter()
        .map(|i| (counts.get(i.id.as_str()).copied().unwrap_or_default(), i))
        .map(|(c, i)| (i, c))
        .collect())
}

pub async fn add_inspection(app: &App, actor: &Actor, new: NewInspection) -> Result<Inspection, Error> {
    actor.require(Role::Liaison)?;
    check(&new.title, &new.issuing_body, new.feedback_date, new.receipt_date)?;
    if !app.store.units(&actor.reach_as(Role::Liaison)).await?.iter().any(|u| u.id == new.unit) {
        return Err(Error::invalid("unit_id", "请选择被检查单位"));
    }
    let profile = profile_for(app, actor, new.source, new.profile.as_deref()).await?;
    let year = new.feedback_date.or(new.receipt_date).unwrap_or_else(|| app.clock.today()).year();
    // Keys are one series of the installation.
    let taken = app.store.inspections(&Reach::Everything).await?;
    let mut round = 1;
    while taken.iter().any(|i| i.key == Inspection::key_of(new.source, year, round)) {
        round += 1;
    }
    let inspection = Inspection {
        id: InspectionId(new_id()),
        key: Inspection::key_of(new.source, year, round),
        source: new.source,
        title: new.title.trim().to_owned(),
        issuing_body: new.issuing_body.trim().to_owned(),
        document_number: new.document_number.filter(|n| !n.trim().is_empty()),
        unit: new.unit,
        feedback_date: new.feedback_date,
        receipt_date: new.receipt_date,
        profile,
        version: 1,
    };
    let created =
        app.event(Some(actor), &inspection.key, EventKind::Created, format!("新建检查轮次 {}", inspection.title));
    app.store.insert_inspection(&inspection, created).await?;
    Ok(inspection)
}

/// The profile that was chosen, or the first that suits the source.
async fn profile_for(app: &App, actor: &Actor, source: SourceKind, chosen: Option<&str>) -> Result<String, Error> {
    let rules = app.rules(actor).await?;
    let found = match chosen {
        Some(id) => rules.profiles.iter().find(|profile| profile.id == id && profile.sources.contains(&source)),
        None => rules.of_source(source),
    };
    let found = found.ok_or_else(|| Error::invalid("profile", format!("请选择适用于{}的规则", source.word())))?;
    Ok(found.id.clone())
}

fn check(title: &str, body: &str, feedback: Option<Date>, receipt: Option<Date>) -> Result<(), Error> {
    let mut wrong = Vec::new();
    if title.trim().is_empty() {
        wrong.push(("title", "请填写名称".to_owned()));
    }
    if body.trim().is_empty() {
        wrong.push(("issuing_body", "请填写发文机关".to_owned()));
    }
    if let (Some(feedback), Some(receipt)) = (feedback, receipt)
        && receipt < feedback
    {
        wrong.push(("receipt_date", "收文日期不能早于反馈日期".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

pub async fn change_inspection(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    change: InspectionChange,
) -> Result<Inspection, Error> {
    let Seen { inspection: before, actor, .. } = access::inspection(app, actor, key).await?;
    let actor = actor.holding(Role::Liaison)?;
    if before.version != version {
        return Err(Error::Changed("该检查轮次"));
    }
    let mut after = before.clone();
    after.title = change.title.unwrap_or(after.title);
    after.issuing_body = change.issuing_body.unwrap_or(after.issuing_body);
    after.document_number = change.document_number.unwrap_or(after.document_number);
    after.feedback_date = change.feedback_date.unwrap_or(after.feedback_date);
    after.receipt_date = change.receipt_date.unwrap_or(after.receipt_date);
    if let Some(profile) = change.profile {
        after.profile = profile_for(app, &actor, after.source, Some(&profile)).await?;
    }
    check(&after.title, &after.issuing_body, after.feedback_date, after.receipt_date)?;
    after.version += 1;
    let mut event = app.event(Some(&actor), key, EventKind::Changed, "修改检查轮次");
    let text = |d: Option<Date>| d.map(|d| d.to_string());
    event.changes = [
        changed("title", Some(before.title), Some(after.title.clone())),
        changed("issuing_body", Some(before.issuing_body), Some(after.issuing_body.clone())),
        changed("document_number", before.document_number, after.document_number.clone()),
        changed("feedback_date", text(before.feedback_date), text(after.feedback_date)),
        changed("receipt_date", text(before.receipt_date), text(after.receipt_date)),
        changed("profile", Some(before.profile), Some(after.profile.clone())),
    ]
    .into_iter()
    .flatten()
    .collect();
    app.store.update_inspection(&after, event).await?;
    Ok(after)
}
