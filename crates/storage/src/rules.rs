//! What was changed of the rules. Each change takes the next version: of two at once one is a conflict.

use crate::connection::{Database, Write, get};
use crate::rows::{named, optional_date};
use crate::sealed::Sealed;
use domain::Completion;
use domain::Event;
use domain::calendar::{DayEntry, EntryKind, YearTable};
use domain::profile::{DueFinding, SettingChange};
use serde_json::{Value as Json, json};
use usecases::{StoreError, StoredRules};

type Result<T> = std::result::Result<T, StoreError>;

/// Identifier of the row with an organisation's own days; years are rows of their number.
const OWN_DAYS: &str = "own";

fn corrupt(what: &str) -> StoreError {
    StoreError::Corrupt(what.to_owned())
}

fn changes_json(changes: &[SettingChange]) -> String {
    Json::from_iter(changes.iter().map(|c| json!([c.key, c.value, c.basis]))).to_string()
}

fn changes_from(text: &str) -> Option<Vec<SettingChange>> {
    let word = |json: &Json, at: usize| json[at].as_str().map(str::to_owned);
    let change =
        |json: &Json| Some(SettingChange { key: word(json, 0)?, value: word(json, 1)?, basis: word(json, 2)? });
    serde_json::from_str::<Json>(text).ok()?.as_array()?.iter().map(change).collect()
}

fn days_json(days: &[DayEntry]) -> String {
    Json::from_iter(days.iter().map(|d| json!([d.date.to_string(), d.kind.name(), d.name]))).to_string()
}

fn days_from(text: &str) -> Option<Vec<DayEntry>> {
    let day = |json: &Json| {
        let (date, kind, name) = (json[0].as_str()?, json[1].as_str()?, json[2].as_str()?);
        Some(DayEntry { name: name.to_owned(), date: date.parse().ok()?, kind: EntryKind::from_name(kind)? })
    };
    serde_json::from_str::<Json>(text).ok()?.as_array()?.iter().map(day).collect()
}

pub(crate) async fn all(db: &Database) -> Result<StoredRules> {
    let mut stored = StoredRules::default();
    if let Some(row) = db.one("SELECT COALESCE(MAX(version), 0) AS version FROM rule_versions", vec![]).await? {
        stored.version = get(&row, "version")?;
    }
    for row in &db.all("SELECT id, settings FROM rule_profiles ORDER BY id", vec![]).await? {
        let settings: String = get(row, "settings")?;
        stored.changes.push((get(row, "id")?, changes_from(&settings).ok_or_else(|| corrupt("rule_profiles"))?));
    }
    for row in &db.all("SELECT id, source, days FROM calendar_days ORDER BY id", vec![]).await? {
        let (id, days): (String, String) = (get(row, "id")?, get(row, "days")?);
        let days = days_from(&days).ok_or_else(|| corrupt("calendar_days"))?;
        match id.parse() {
            Ok(year) => stored.years.push(YearTable { year, source: get(row, "source")?, days }),
            Err(_) => stored.local = days,
        }
    }
    Ok(stored)
}

/// The next version; somebody who was faster has it already.
fn next(version: i64) -> Write {
    Write::new("INSERT INTO rule_versions (version, made) VALUES ($1, 1)", vec![(version + 1).into()])
}

pub(crate) async fn save_profile(
    db: &Database,
    id: &str,
    changes: &[SettingChange],
    version: i64,
    event: Event,
) -> Result<()> {
    let put = "INSERT INTO rule_profiles (id, settings) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET settings = $2";
    let put = Write::new(put, vec![id.into(), changes_json(changes).into()]).on(Sealed::RuleProfiles, id);
    db.write(vec![next(version), put, Write::event(event)]).await
}

const PUT_DAYS: &str = "INSERT INTO calendar_days (id, source, days) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET source = $2, days = $3";

pub(crate) async fn save_year(db: &Database, table: &YearTable, version: i64, event: Event) -> Result<()> {
    let id = table.year.to_string();
    let values = vec![id.clone().into(), table.source.trim().into(), days_json(&table.days).into()];
    let put = Write::new(PUT_DAYS, values).on(Sealed::CalendarDays, &id);
    db.write(vec![next(version), put, Write::event(event)]).await
}

pub(crate) async fn remove_year(db: &Database, year: i16, version: i64, event: Event) -> Result<()> {
    let id = year.to_string();
    let removal = Write::guarded("DELETE FROM calendar_days WHERE id = $1", vec![id.clone().into()]);
    db.write(vec![next(version), removal.on(Sealed::CalendarDays, &id), Write::event(event)]).await
}

pub(crate) async fn save_own_days(db: &Database, days: &[DayEntry], version: i64, event: Event) -> Result<()> {
    let values = vec![OWN_DAYS.into(), "".into(), days_json(days).into()];
    let put = Write::new(PUT_DAYS, values).on(Sealed::CalendarDays, OWN_DAYS);
    db.write(vec![next(version), put, Write::event(event)]).await
}

/// Findings that follow a profile, by what their lamp rests on, with their number.
pub(crate) async fn due_findings(db: &Database, profile: &str) -> Result<Vec<(DueFinding, i64)>> {
    let sql = "SELECT completion, due, COUNT(*) AS n FROM findings WHERE inspection_id IN (SELECT id FROM inspections WHERE profile_id = $1)";
    let sql = format!("{sql} AND findings.id NOT IN {} GROUP BY completion, due", crate::family::ASIDE);
    let rows = db.all(&sql, vec![profile.into()]).await?;
    rows.iter()
        .map(|row| {
            let completion = named(row, "completion", Completion::from_name)?;
            Ok((DueFinding { due: optional_date(row, "due")?, completion }, get(row, "n")?))
        })
        .collect()
}
