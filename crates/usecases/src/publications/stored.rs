//! Publications: made from a locked report, listed, looked at, checked.

use super::masking::names;
use super::port::PublicationBody;
use super::publishing::decisions;
use super::remarks::{severity, with_remarks};
use crate::access::{self, Reach, Seen};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use crate::reports::diagnose::diagnose;
use crate::reports::material::{Loaded, load};
use crate::reports::stored::{self, whole};
use crate::reports::{ReportDiagnostic, ReportPlace};
use checker::{Diagnostic, Place, Profile};
use document::Official;
use domain::calendar::{Computed, Period, Roll, WorkCalendar};
use domain::publication::{
    ConfirmationGap, Notice, Publication, PublicationStanding, Publish, Readiness, RemarkAct, WithholdReason,
    confirmation_gaps, must_be_clean, withheld_statement,
};
use domain::{EventKind, Inspection, PublicationId, Report, ReportStanding, Role};
use jiff::civil::Date;
use report::{
    Decided, PublicTerms, PublicText, Redaction, facts_of_public, figure_difference, leaks, public_from_text, publish,
    redactions_from_text, to_text,
};
use sm3::{Digest, Sm3};
use std::collections::HashMap;

/// Two people may make one at the same moment; each gets a serial of its own.
const TRIES: usize = 5;
/// Working days of a new publication: what is usual (process-rules §1.8).
const DAYS: u16 = 5;

/// A publication in a list.
pub struct PublicationSummary {
    pub publication: Publication,
    /// Key of the report it was made from.
    pub report: String,
    pub title: String,
}

/// A publication with its text beside the internal one.
pub struct PublicationView {
    pub publication: Publication,
    pub report: Report,
    pub internal: Official,
    pub text: PublicText,
    pub redactions: Vec<Redaction>,
    /// What the text is known by: who confirms says which one he saw.
    pub digest: String,
    /// The last day of the period.
    pub ends: Option<Computed<Date>>,
    /// What stands in the way for who asks.
    pub gaps: Vec<ConfirmationGap>,
    pub maker: String,
    pub reviewer: Option<String>,
    pub withheld: usize,
    pub redacted: usize,
}

/// A publication within reach.
pub(super) struct Found {
    pub(super) publication: Publication,
    pub(super) body: PublicationBody,
    pub(super) report: Report,
    pub(super) internal: Official,
    pub(super) inspection: Inspection,
    pub(super) actor: Actor,
}

/// Its text, and what it is checked against.
pub(super) struct Made {
    pub(super) text: PublicText,
    pub(super) redactions: Vec<Redaction>,
    decided: HashMap<String, Decided>,
    loaded: Loaded,
}

pub(super) fn corrupt(cause: report::CodecError) -> Error {
    Error::Store(StoreError::Corrupt(cause.to_string()))
}

pub(super) async fn found(app: &App, actor: &Actor, key: &str) -> Result<Found, Error> {
    let inspection = key.rsplit_once('-').map_or(key, |(head, _)| head);
    let seen = whole(app, actor, inspection).await.map_err(|error| match error {
        Error::NotFound(_) => Error::NotFound("公开稿"),
        other => other,
    })?;
    let stored = app.store.publication(key).await?.filter(|(one, _)| one.inspection == seen.inspection.id);
    let (publication, body) = stored.ok_or(Error::NotFound("公开稿"))?;
    let report = app.store.reports(&seen.inspection.id).await?.into_iter().find(|one| one.id == publication.report);
    let report = report.ok_or(Error::NotFound("报告"))?;
    let internal = stored::found(app, actor, &report.key).await?.official;
    Ok(Found { publication, body, report, internal, inspection: seen.inspection, actor: seen.actor })
}

impl Found {
    /// Refuses what is confirmed or discarded.
    pub(super) fn open(&self) -> Result<(), Error> {
        match self.publication.standing {
            PublicationStanding::Draft => Ok(()),
            other => Err(Error::Done(format!("公开稿{}，不能再修改。需要修改的，请另行编制。", other.word()))),
        }
    }

    /// As [`Found::open`], for who writes, and for the version at hand.
    pub(super) fn open_to(&self, version: i64) -> Result<(), Error> {
        self.actor.require(Role::Liaison)?;
        self.open()?;
        if self.publication.version != version { Err(Error::Changed("该公开稿")) } else { Ok(()) }
    }

    /// A draft is made anew: decisions and names may have changed.
    pub(super) async fn made(&self, app: &App) -> Result<Made, Error> {
        let loaded = load(app, &self.inspection, &Reach::Everything).await?;
        let redactions = redactions_from_text(&self.body.redactions).map_err(corrupt)?;
        let mut publishing = decisions(app, &self.inspection).await?;
        let mut decided = HashMap::new();
        for finding in loaded.findings() {
            let Some(one) = publishing.remove(finding.id.as_str()).filter(|one| one.publish != Publish::Full) else {
                continue;
            };
            let (serial, publish, reason, wording) = (finding.serial, one.publish, one.reason, one.wording);
            decided.insert(finding.key.clone(), Decided { serial, publish, reason, wording });
        }
        let text = match &self.body.text {
            Some(text) => public_from_text(text).map_err(corrupt)?,
            None => {
                let chosen = |key: &String| self.report.chosen.as_ref().is_none_or(|keys| keys.contains(key));
                let reasons: Vec<WithholdReason> =
                    decided.iter().filter(|(key, _)| chosen(key)).filter_map(|(_, one)| one.reason).collect();
                let statement = withheld_statement(self.inspection.source, &reasons);
                let names = names(app, &loaded).await?;
                let terms = PublicTerms {
                    decided: &decided,
                    names: &names,
                    redactions: &redactions,
                    statement: statement.as_deref(),
                };
                publish(&self.internal, &terms)
            }
        };
        Ok(Made { text, redactions, decided, loaded })
    }

    /// What the checker finds in the public version, with what was left open that is closed elsewhere.
    pub(super) async fn diagnostics(&self, app: &App, made: &Made) -> Result<Vec<ReportDiagnostic>, Error> {
        let facts = facts_of_public(made.loaded.facts(self.report.as_of), &made.decided);
        let mut all = diagnose(made.text.official.clone(), facts, Profile::Public).await?;
        let hidden = |key: &String| made.decided.contains_key(key);
        let titles = made.loaded.findings().iter().filter(|finding| hidden(&finding.key));
        let mut secrets: Vec<String> = titles.map(|finding| finding.title.clone()).collect();
        secrets.extend(made.redactions.iter().filter(|one| one.after != one.before).map(|one| one.before.clone()));
        all.extend(leaks(&made.text, &secrets).into_iter().map(open_words));
        with_remarks(app, &self.publication.key, all).await
    }

    pub(super) async fn readiness(&self, app: &App, made: &Made) -> Result<Readiness, Error> {
        let diagnostics = self.diagnostics(app, made).await?;
        let overruled =
            |one: &ReportDiagnostic| one.remarks.iter().any(|(remark, _)| remark.act == RemarkAct::Overruled);
        let in_the_way = |one: &&ReportDiagnostic| {
            must_be_clean(one.diagnostic.rule, severity(one.diagnostic.rule)) && !overruled(one)
        };
        Ok(Readiness {
            open: diagnostics.iter().filter(in_the_way).count(),
            lost: made.text.lost.len(),
            figure: figure_difference(&self.internal, &made.text.official),
        })
    }

    pub(super) async fn view(self, app: &App) -> Result<PublicationView, Error> {
        let made = self.made(app).await?;
        let ready = match self.publication.standing {
            PublicationStanding::Draft => self.readiness(app, &made).await?,
            _ => Readiness::default(),
        };
        let ids: Vec<String> = [Some(&self.publication.maker), self.publication.reviewer.as_ref()]
            .into_iter()
            .flatten()
            .map(|id| id.0.clone())
            .collect();
        let people = app.store.person_names(&ids).await?;
        let name = |id: &domain::PersonId| people.get(id.as_str()).cloned().unwrap_or_default();
        let count = |publish| made.decided.values().filter(|one| one.publish == publish).count();
        Ok(PublicationView {
            ends: ends(app, &self.actor, &self.publication.notice).await?,
            gaps: confirmation_gaps(&self.publication, &self.actor.person, &ready),
            digest: digest(&made.text.official),
            maker: name(&self.publication.maker),
            reviewer: self.publication.reviewer.as_ref().map(name),
            withheld: count(Publish::Withheld),
            redacted: count(Publish::Redacted),
            text: made.text,
            redactions: made.redactions,
            publication: self.publication,
            report: self.report,
            internal: self.internal,
        })
    }
}

/// The last day of the period: the day it goes out is not counted.
pub(super) async fn ends(app: &App, actor: &Actor, notice: &Notice) -> Result<Option<Computed<Date>>, Error> {
    Ok(end_of(&app.rules(actor).await?.calendar, notice))
}

pub(super) fn end_of(calendar: &WorkCalendar, notice: &Notice) -> Option<Computed<Date>> {
    notice.from.map(|from| calendar.end_of(from, Period::WorkingDays(notice.days), Roll::None))
}

/// SM3 of the text, lower-case hex.
pub(super) fn digest(official: &Official) -> String {
    Sm3::digest(to_text(official).as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Words that are closed elsewhere and stand open here are a mask that is not whole.
fn open_words(leak: report::Leak) -> ReportDiagnostic {
    let place = ReportPlace { block: leak.block, cell: leak.cell, start: leak.start, end: leak.end };
    let at = Place { paragraph: leak.block, start: leak.start, end: leak.end, text: leak.text.clone() };
    let seed = format!("{}\n{}\n{:?}\n{}", leak.text, leak.block, leak.cell, leak.start);
    ReportDiagnostic {
        diagnostic: Diagnostic {
            rule: "R-MASKMIX",
            message: format!("“{}”在别处已遮盖或不予公开，此处仍是原文", leak.text),
            hint: "选中这些文字，以“××”代替".to_owned(),
            places: vec![at],
            fix: None,
        },
        print: Sm3::digest(seed.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect(),
        places: vec![place],
        fix_place: None,
        remarks: Vec::new(),
    }
}

/// Makes a public version of a locked report and returns its key.
pub async fn make_publication(app: &App, actor: &Actor, report: &str) -> Result<String, Error> {
    let found = stored::found(app, actor, report).await?;
    found.actor.require(Role::Liaison)?;
    if found.report.standing != ReportStanding::Locked {
        return Err(Error::Done("只有已锁定的报告可以编制公开稿，请先核稿并锁定内部稿。".to_owned()));
    }
    let Seen { inspection, actor, .. } = whole(app, actor, &found.inspection.key).await?;
    let body = PublicationBody { redactions: "[]".to_owned(), text: None };
    for attempt in 1.. {
        let earlier = app.store.publications(&inspection.id).await?;
        let serial = earlier.first().map_or(1, |last| last.serial + 1);
        // Who publishes is reached as before, until somebody says otherwise.
        let notice = earlier.first().map(|last| Notice { from: None, ..last.notice.clone() });
        let publication = Publication {
            id: PublicationId(new_id()),
            inspection: inspection.id.clone(),
            key: inspection.publication_key(serial),
            serial,
            report: found.report.id.clone(),
            standing: PublicationStanding::Draft,
            notice: notice.unwrap_or(Notice { days: DAYS, ..Notice::default() }),
            maker: actor.person.id.clone(),
            reviewer: None,
            confirmed_at: None,
            digest: None,
            updated_at: app.clock.now(),
            version: 1,
        };
        let summary = format!("编制公开稿 {}，内部稿 {report}", publication.key);
        let event = app.event(Some(&actor), &publication.key, EventKind::Created, summary);
        match app.store.insert_publication(&publication, &body, event).await {
            Err(StoreError::Conflict) if attempt < TRIES => {}
            other => return other.map(|()| publication.key).map_err(Error::from),
        }
    }
    Err(Error::Changed("公开稿"))
}

/// Publications of an inspection, newest first; none for who sees only a part of the round.
pub async fn publications(app: &App, actor: &Actor, inspection: &str) -> Result<Vec<PublicationSummary>, Error> {
    let seen = access::inspection(app, actor, inspection).await?;
    if seen.rows != Reach::Everything {
        return Ok(Vec::new());
    }
    let reports = app.store.reports(&seen.inspection.id).await?;
    let all = app.store.publications(&seen.inspection.id).await?.into_iter();
    let summary = |publication: Publication| {
        let report = reports.iter().find(|one| one.id == publication.report)?;
        Some(PublicationSummary { report: report.key.clone(), title: report.title.clone(), publication })
    };
    Ok(all.filter_map(summary).collect())
}

pub async fn publication(app: &App, actor: &Actor, key: &str) -> Result<PublicationView, Error> {
    found(app, actor, key).await?.view(app).await
}

/// What the checker finds in the public version.
pub async fn check_publication(app: &App, actor: &Actor, key: &str) -> Result<Vec<ReportDiagnostic>, Error> {
    let found = found(app, actor, key).await?;
    let made = found.made(app).await?;
    found.diagnostics(app, &made).await
}
