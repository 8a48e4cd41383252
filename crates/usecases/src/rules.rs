//! The rules of the installation: built-in profiles and calendar with what an administrator changed of them.

use crate::context::{Actor, App, changed};
use crate::error::Error;
use crate::records::StoredRules;
use domain::calendar::{DayEntry, WorkCalendar, YearTable};
use domain::profile::{DueFinding, LampChange, RuleProfile, SettingChange, lamp_changes};
use domain::{EventKind, FieldChange, Inspection, LampRule, Role, SourceKind};
use std::sync::{Arc, PoisonError, RwLock};

/// The rules as they hold now.
#[derive(Debug, Clone)]
pub struct Rules {
    pub version: i64,
    pub profiles: Vec<RuleProfile>,
    pub calendar: WorkCalendar,
    /// What was changed of each profile.
    pub changes: Vec<(String, Vec<SettingChange>)>,
    /// Years and own days that were put in here.
    pub own_years: Vec<YearTable>,
    pub own_days: Vec<DayEntry>,
}

impl Rules {
    /// Built-in rules with stored changes. A change that a newer profile no longer knows is left out of use, and kept.
    pub(crate) fn of(stored: StoredRules) -> Self {
        let mut profiles = RuleProfile::built_in();
        for (id, changes) in &stored.changes {
            let Some(profile) = profiles.iter_mut().find(|profile| profile.id == *id) else { continue };
            if let Ok(all) = profile.with(changes) {
                *profile = all;
                continue;
            }
            for change in changes {
                if let Ok(one) = profile.with(std::slice::from_ref(change)) {
                    *profile = one;
                }
            }
        }
        let mut calendar = WorkCalendar::built_in();
        for year in &stored.years {
            let _ = calendar.put_year(year);
        }
        let _ = calendar.set_local(&stored.local);
        Self {
            version: stored.version,
            profiles,
            calendar,
            changes: stored.changes,
            own_years: stored.years,
            own_days: stored.local,
        }
    }

    /// The profile that an inspection follows.
    pub fn profile(&self, inspection: &Inspection) -> Result<&RuleProfile, Error> {
        let named = self.profiles.iter().find(|profile| profile.id == inspection.profile);
        named.ok_or_else(|| Error::Internal(format!("no rule profile {}", inspection.profile)))
    }

    /// When the lamps of an inspection change.
    pub fn lamp_rule(&self, inspection: &Inspection) -> Result<LampRule, Error> {
        Ok(LampRule::of(self.profile(inspection)?))
    }

    /// The first profile that names the source.
    pub(crate) fn of_source(&self, source: SourceKind) -> Option<&RuleProfile> {
        self.profiles.iter().find(|profile| profile.sources.contains(&source))
    }

    pub(crate) fn named(&self, id: &str) -> Result<&RuleProfile, Error> {
        self.profiles.iter().find(|profile| profile.id == id).ok_or(Error::NotFound("规则"))
    }
}

/// The rules that were read last.
pub(crate) type KeptRules = Arc<RwLock<Option<Arc<Rules>>>>;

impl App {
    /// The rules as the person's request found them; read again only when their version is another.
    pub async fn rules(&self, actor: &Actor) -> Result<Arc<Rules>, Error> {
        let kept = self.kept_rules().read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(rules) = kept.filter(|rules| rules.version == actor.rules) {
            return Ok(rules);
        }
        let rules = Arc::new(Rules::of(self.store.rules().await?));
        *self.kept_rules().write().unwrap_or_else(PoisonError::into_inner) = Some(rules.clone());
        Ok(rules)
    }
}

/// What a change of a profile would do today.
pub struct Preview {
    /// Findings that follow the profile.
    pub findings: usize,
    pub lamps: Vec<LampChange>,
}

/// The lamps that would change.
pub async fn preview_profile(app: &App, actor: &Actor, id: &str, changes: &[SettingChange]) -> Result<Preview, Error> {
    actor.require(Role::Administrator)?;
    let rules = app.rules(actor).await?;
    let (before, after) = (rules.named(id)?, built_in(id)?.with(changes)?);
    let mut findings: Vec<DueFinding> = Vec::new();
    for (finding, n) in app.store.due_findings(id).await? {
        findings.extend(std::iter::repeat_n(finding, usize::try_from(n).unwrap_or_default()));
    }
    let lamps = lamp_changes(&findings, before, &after, app.clock.today());
    Ok(Preview { findings: findings.len(), lamps })
}

fn built_in(id: &str) -> Result<RuleProfile, Error> {
    RuleProfile::built_in().into_iter().find(|profile| profile.id == id).ok_or(Error::NotFound("规则"))
}

/// Changes a profile to these settings; what is left out is as it was built in.
pub async fn change_profile(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    changes: Vec<SettingChange>,
) -> Result<(), Error> {
    actor.require(Role::Administrator)?;
    let rules = at_version(app, actor, version).await?;
    let (before, plain) = (rules.named(id)?, built_in(id)?);
    let after = plain.with(&changes)?;
    let differences = differences(before, &after);
    if differences.is_empty() {
        return Ok(());
    }
    // What is the same as built in is no change: it follows a newer version of the program.
    let kept: Vec<SettingChange> = changes.into_iter().filter(|change| is_own(&plain, change)).collect();
    let summary = format!("修改规则“{}”{} 项", before.name, differences.len());
    let event = domain::Event { changes: differences, ..app.event(Some(actor), id, EventKind::Configured, summary) };
    Ok(app.store.save_profile(id, &kept, version, event).await?)
}

fn is_own(plain: &RuleProfile, change: &SettingChange) -> bool {
    plain.settings().iter().any(|s| s.key == change.key && (s.value != change.value || s.basis != change.basis))
}

fn differences(before: &RuleProfile, after: &RuleProfile) -> Vec<FieldChange> {
    let pairs = before.settings().into_iter().zip(after.settings());
    let text = |s: domain::profile::Setting| Some(format!("{}（{}）", s.words, s.basis));
    pairs.filter_map(|(a, b)| changed(&b.label.clone(), text(a), text(b))).collect()
}

async fn at_version(app: &App, actor: &Actor, version: i64) -> Result<Arc<Rules>, Error> {
    let rules = app.rules(actor).await?;
    if rules.version == version { Ok(rules) } else { Err(Error::Changed("规则")) }
}

/// Puts in the holidays of a year, or replaces them.
pub async fn put_year(app: &App, actor: &Actor, version: i64, table: YearTable) -> Result<(), Error> {
    actor.require(Role::Administrator)?;
    let rules = at_version(app, actor, version).await?;
    rules.calendar.clone().put_year(&table).map_err(faults)?;
    let summary = format!("设置 {} 年放假安排（{}，{} 天）", table.year, table.source.trim(), table.days.len());
    let event = app.event(Some(actor), "calendar", EventKind::Configured, summary);
    Ok(app.store.save_year(&table, version, event).await?)
}

/// Goes back to what is built in for a year.
pub async fn remove_year(app: &App, actor: &Actor, version: i64, year: i16) -> Result<(), Error> {
    actor.require(Role::Administrator)?;
    let rules = at_version(app, actor, version).await?;
    if !rules.own_years.iter().any(|table| table.year == year) {
        return Err(Error::NotFound("自行设置的年份"));
    }
    let event = app.event(Some(actor), "calendar", EventKind::Configured, format!("撤销 {year} 年自行设置的放假安排"));
    Ok(app.store.remove_year(year, version, event).await?)
}

/// Sets the days that the organisation has besides the national ones.
pub async fn set_own_days(app: &App, actor: &Actor, version: i64, days: Vec<DayEntry>) -> Result<(), Error> {
    actor.require(Role::Administrator)?;
    let rules = at_version(app, actor, version).await?;
    rules.calendar.clone().set_local(&days).map_err(faults)?;
    let summary = format!("设置本地放假调休 {} 天", days.len());
    let event = app.event(Some(actor), "calendar", EventKind::Configured, summary);
    Ok(app.store.save_own_days(&days, version, event).await?)
}

fn faults(offences: Vec<domain::calendar::CalendarOffence>) -> Error {
    Error::Invalid(offences.into_iter().map(|offence| ("days", offence.to_string())).collect())
}
