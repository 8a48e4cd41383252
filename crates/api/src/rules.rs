//! Rule profiles and the working-day calendar.

use crate::time::Day;
use crate::words::{EntryKind, Lamp, SettingPart, Source};
use domain::calendar::{DayEntry, LineRefusal, YearTable, days_of_text, text_of_days};
use domain::profile::{RuleProfile, SettingChange, SettingKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// All rules as they hold now.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rules {
    /// 0 until something is changed; a change names the version it starts from.
    pub version: i64,
    pub profiles: Vec<Profile>,
    pub years: Vec<Year>,
    /// Days of the organisation besides the national ones, one a line.
    pub own_days: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Profile {
    pub id: String,
    pub name: String,
    pub sources: Vec<Source>,
    pub settings: Vec<Setting>,
}

/// How a value is entered.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SettingInput {
    Choice,
    Period,
    Days,
    Text,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SettingOption {
    pub value: String,
    pub word: String,
}

/// A value with its basis, and what it is without a change.
#[derive(Debug, Serialize, ToSchema)]
pub struct Setting {
    pub key: String,
    pub part: SettingPart,
    pub label: String,
    pub input: SettingInput,
    /// For a choice.
    pub options: Vec<SettingOption>,
    /// A period is `months:3`; units are days, working_days, months, years.
    pub value: String,
    pub words: String,
    pub basis: String,
    pub built_in_value: String,
    pub built_in_basis: String,
    pub changed: bool,
}

/// A year of holidays and make-up days.
#[derive(Debug, Serialize, ToSchema)]
pub struct Year {
    pub year: i16,
    pub source: String,
    pub days: Vec<ListedDay>,
    /// Put in here, and not built in.
    pub own: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ListedDay {
    pub date: Day,
    pub kind: EntryKind,
    pub name: String,
}

impl From<&usecases::Rules> for Rules {
    fn from(rules: &usecases::Rules) -> Self {
        let built_in = RuleProfile::built_in();
        let profiles = rules.profiles.iter().zip(&built_in).map(|(now, plain)| Profile::new(now, plain)).collect();
        let years = rules.calendar.sources().filter_map(|(year, _)| rules.calendar.year(year));
        let own = |year: i16| rules.own_years.iter().any(|table| table.year == year);
        Self {
            version: rules.version,
            profiles,
            years: years.map(|table| Year::new(table.clone(), own(table.year))).collect(),
            own_days: text_of_days(&rules.own_days),
        }
    }
}

impl Profile {
    fn new(now: &RuleProfile, plain: &RuleProfile) -> Self {
        let settings = now.settings().into_iter().zip(plain.settings());
        Self {
            id: now.id.clone(),
            name: now.name.clone(),
            sources: now.sources.iter().copied().map(Source).collect(),
            settings: settings.map(|(now, plain)| Setting::new(now, plain)).collect(),
        }
    }
}

impl Setting {
    fn new(now: domain::profile::Setting, plain: domain::profile::Setting) -> Self {
        let (input, options) = match now.kind {
            SettingKind::Choice(options) => (SettingInput::Choice, options),
            SettingKind::Period => (SettingInput::Period, Vec::new()),
            SettingKind::Days => (SettingInput::Days, Vec::new()),
            SettingKind::Text => (SettingInput::Text, Vec::new()),
        };
        let option = |(value, word): (&str, &str)| SettingOption { value: value.to_owned(), word: word.to_owned() };
        Self {
            changed: now.value != plain.value || now.basis != plain.basis,
            key: now.key,
            part: now.part.into(),
            label: now.label,
            input,
            options: options.into_iter().map(option).collect(),
            value: now.value,
            words: now.words,
            basis: now.basis,
            built_in_value: plain.value,
            built_in_basis: plain.basis,
        }
    }
}

impl Year {
    fn new(table: YearTable, own: bool) -> Self {
        let day = |day: DayEntry| ListedDay { date: Day(day.date), kind: day.kind.into(), name: day.name };
        Self { year: table.year, source: table.source, days: table.days.into_iter().map(day).collect(), own }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct SettingBody {
    pub key: String,
    pub value: String,
    pub basis: String,
}

impl From<SettingBody> for SettingChange {
    fn from(b: SettingBody) -> Self {
        Self { key: b.key, value: b.value, basis: b.basis }
    }
}

/// Settings that shall differ from what is built in; what is left out goes back.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ProfileBody {
    pub version: i64,
    pub settings: Vec<SettingBody>,
}

/// What a change would do today.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfilePreview {
    /// Findings that follow the profile.
    pub findings: usize,
    pub lamps: Vec<LampChange>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct LampChange {
    pub before: Lamp,
    pub after: Lamp,
    pub findings: usize,
    /// `将使 37 项由正常变为临期`
    pub words: String,
}

impl From<usecases::Preview> for ProfilePreview {
    fn from(preview: usecases::Preview) -> Self {
        let change = |c: domain::profile::LampChange| LampChange {
            words: c.words(),
            before: c.before.into(),
            after: c.after.into(),
            findings: c.findings,
        };
        Self { findings: preview.findings, lamps: preview.lamps.into_iter().map(change).collect() }
    }
}

/// The days of a year: one a line (`2027-01-01 放假 元旦`), or the JSON of a published table
/// (`{"year", "papers", "days": [{"name", "date", "isOffDay"}]}`).
#[derive(Debug, Deserialize, ToSchema)]
pub struct YearBody {
    pub version: i64,
    /// The notice: title, number, date.
    pub source: String,
    pub days: String,
}

/// Days of the organisation, one a line.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OwnDaysBody {
    pub version: i64,
    pub days: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RulesVersionQuery {
    pub version: i64,
}

/// Why a pasted table is no table.
#[derive(Debug, thiserror::Error)]
pub enum TableRefusal {
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(""))]
    Lines(Vec<LineRefusal>),
    #[error(
        "JSON 不能识别（{0}），请用 {{\"year\":…,\"days\":[{{\"name\",\"date\",\"isOffDay\"}}]}} 的格式，或每行写一天。"
    )]
    Json(#[from] serde_json::Error),
    #[error("这份数据是 {found} 年的，请放到 {found} 年，不要放到 {wanted} 年。")]
    OtherYear { found: i16, wanted: i16 },
}

#[derive(Deserialize)]
struct Published {
    year: i16,
    days: Vec<PublishedDay>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PublishedDay {
    name: String,
    date: Day,
    is_off_day: bool,
}

/// The days of a pasted table.
pub fn days(text: &str) -> Result<Vec<DayEntry>, TableRefusal> {
    days_of_text(text).map_err(TableRefusal::Lines)
}

impl YearBody {
    /// The table for a year.
    pub fn table(&self, year: i16) -> Result<YearTable, TableRefusal> {
        let source = self.source.clone();
        if !self.days.trim_start().starts_with('{') {
            return Ok(YearTable { year, source, days: days(&self.days)? });
        }
        let published: Published = serde_json::from_str(&self.days)?;
        if published.year != year {
            return Err(TableRefusal::OtherYear { found: published.year, wanted: year });
        }
        let kind = |off: bool| if off { domain::calendar::EntryKind::Off } else { domain::calendar::EntryKind::Worked };
        let day = |d: PublishedDay| DayEntry { name: d.name, date: d.date.0, kind: kind(d.is_off_day) };
        Ok(YearTable { year, source, days: published.days.into_iter().map(day).collect() })
    }
}
