//! What people say of diagnostics: left as it is, or not in the way. Each with its reason, on record; it counts as
//! long as the text it points at is unchanged, and can be taken back.

use super::stored::{check_publication, found};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::reports::{ReportDiagnostic, check_report, stored};
use checker::{Level, by_code};
use domain::publication::{Remark, RemarkAct, Severity, may_overrule};
use domain::{EventKind, InspectionId, PersonId, Role};

const REASON_MAX: usize = 500;

/// What somebody says of a diagnostic.
#[derive(Debug, Clone)]
pub struct NewRemark {
    pub print: String,
    pub act: RemarkAct,
    pub reason: String,
}

/// A report or a publication that is checked.
struct Subject {
    inspection: InspectionId,
    /// Of a publication: nobody overrules what he made.
    maker: Option<PersonId>,
    actor: Actor,
}

fn is_publication(key: &str) -> bool {
    key.rsplit_once('-').is_some_and(|(_, serial)| serial.starts_with('P'))
}

async fn subject(app: &App, actor: &Actor, key: &str) -> Result<Subject, Error> {
    if is_publication(key) {
        let found = found(app, actor, key).await?;
        found.open()?;
        let maker = Some(found.publication.maker);
        Ok(Subject { inspection: found.inspection.id, maker, actor: found.actor })
    } else {
        let found = stored::found(app, actor, key).await?;
        Ok(Subject { inspection: found.inspection.id, maker: None, actor: found.actor })
    }
}

async fn diagnostics(app: &App, actor: &Actor, key: &str) -> Result<Vec<ReportDiagnostic>, Error> {
    if is_publication(key) { check_publication(app, actor, key).await } else { check_report(app, actor, key).await }
}

/// Diagnostics with the remarks that are in force.
pub(crate) async fn with_remarks(
    app: &App,
    key: &str,
    mut diagnostics: Vec<ReportDiagnostic>,
) -> Result<Vec<ReportDiagnostic>, Error> {
    let remarks: Vec<Remark> = app.store.remarks(key).await?.into_iter().filter(|one| !one.withdrawn).collect();
    let ids: Vec<String> = remarks.iter().map(|one| one.actor.0.clone()).collect();
    let names = app.store.person_names(&ids).await?;
    for diagnostic in &mut diagnostics {
        let own = remarks.iter().filter(|one| one.print == diagnostic.print);
        let named = |one: &Remark| (one.clone(), names.get(one.actor.as_str()).cloned().unwrap_or_default());
        diagnostic.remarks = own.map(named).collect();
    }
    Ok(diagnostics)
}

pub(super) fn severity(rule: &str) -> Severity {
    match by_code(rule).map_or(Level::Advice, |rule| rule.level) {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Advice => Severity::Advice,
    }
}

/// Keeps a remark on a diagnostic that is there now.
pub async fn add_remark(app: &App, actor: &Actor, key: &str, new: NewRemark) -> Result<(), Error> {
    let subject = subject(app, actor, key).await?;
    if new.act == RemarkAct::Ignored {
        subject.actor.require(Role::Liaison)?;
    }
    let reason = checked(&new.reason)?;
    let all = diagnostics(app, actor, key).await?;
    let found = all.iter().find(|one| one.print == new.print).ok_or(Error::NotFound("这条核稿意见"))?;
    if found.remarks.iter().any(|(remark, _)| remark.act == new.act) {
        return Err(Error::Done(format!("这条核稿意见已经{}，请刷新后查看。", new.act.word())));
    }
    if new.act == RemarkAct::Overruled {
        let maker = subject.maker.as_ref().ok_or_else(|| Error::invalid("act", "只有公开稿的核稿意见需要裁定"))?;
        let ignorers: Vec<PersonId> = found.remarks.iter().map(|(remark, _)| remark.actor.clone()).collect();
        let rule = found.diagnostic.rule;
        may_overrule(&subject.actor.person, maker, &ignorers, rule, severity(rule))?;
    }
    let text = found.diagnostic.places.first().map(|place| place.text.clone()).unwrap_or_default();
    let remark = Remark {
        id: new_id(),
        inspection: subject.inspection,
        subject: key.to_owned(),
        rule: found.diagnostic.rule.to_owned(),
        print: new.print,
        message: found.diagnostic.message.clone(),
        text,
        act: new.act,
        reason,
        actor: subject.actor.person.id.clone(),
        made_at: app.clock.now(),
        withdrawn: false,
        version: 1,
    };
    let kind = match remark.act {
        RemarkAct::Ignored => EventKind::Ignored,
        RemarkAct::Overruled => EventKind::Overruled,
    };
    let summary = format!(
        "{} {key} 的核稿意见 {}：{}（“{}”）；理由：{}",
        remark.act.word(),
        remark.rule,
        remark.message,
        remark.text,
        remark.reason
    );
    let event = app.event(Some(&subject.actor), key, kind, summary);
    Ok(app.store.insert_remark(&remark, event).await?)
}

/// Takes a remark back: who made it, or the liaison.
pub async fn withdraw_remark(app: &App, actor: &Actor, key: &str, id: &str) -> Result<(), Error> {
    let subject = subject(app, actor, key).await?;
    let remarks = app.store.remarks(key).await?;
    let remark = remarks.into_iter().find(|one| one.id == id && !one.withdrawn).ok_or(Error::NotFound("这条记录"))?;
    if remark.actor != subject.actor.person.id {
        subject.actor.require(Role::Liaison)?;
    }
    let kind = match remark.act {
        RemarkAct::Ignored => EventKind::Ignored,
        RemarkAct::Overruled => EventKind::Overruled,
    };
    let summary = format!("撤回对 {key} 核稿意见 {} 的{}：{}", remark.rule, remark.act.word(), remark.message);
    let event = app.event(Some(&subject.actor), key, kind, summary);
    Ok(app.store.withdraw_remark(&remark.id, remark.version + 1, event).await?)
}

pub(super) fn checked(reason: &str) -> Result<String, Error> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "请写明理由"));
    }
    if reason.chars().count() > REASON_MAX {
        return Err(Error::invalid("reason", format!("理由不超过 {REASON_MAX} 字")));
    }
    Ok(reason.to_owned())
}
