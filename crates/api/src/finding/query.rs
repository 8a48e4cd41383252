//! Filters of the list.

use crate::patch::blank;
use crate::time::Day;
use crate::words::{Closure, Completion, FindingKind, FixType};
use domain::paper::PaperCode;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use usecases::{FindingFilter, LedgerPart, Sort};
use utoipa::{IntoParams, ToSchema};

/// Lamps with commas between.
#[derive(Debug, Clone, Default)]
pub struct Lamps(pub Vec<domain::Lamp>);

impl<'de> Deserialize<'de> for Lamps {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let lamp =
            |name: &str| domain::Lamp::from_name(name).ok_or_else(|| D::Error::custom(format!("“{name}”不是灯色")));
        text.split(',').filter(|name| !name.is_empty()).map(lamp).collect::<Result<_, _>>().map(Self)
    }
}

/// Warnings of paper rectification with commas between, or `any`.
#[derive(Debug, Clone, Default)]
pub struct Papers(pub Vec<PaperCode>);

impl<'de> Deserialize<'de> for Papers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text == "any" {
            return Ok(Self(PaperCode::ALL.to_vec()));
        }
        let code = |name: &str| {
            PaperCode::from_name(name).ok_or_else(|| D::Error::custom(format!("“{name}”不是纸面整改提示")))
        };
        text.split(',').filter(|name| !name.is_empty()).map(code).collect::<Result<_, _>>().map(Self)
    }
}

/// Gaps with commas between.
#[derive(Debug, Clone, Default)]
pub struct Gaps(pub Vec<domain::Gap>);

impl<'de> Deserialize<'de> for Gaps {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let gap = |name: &str| {
            domain::Gap::from_name(name).ok_or_else(|| D::Error::custom(format!("“{name}”不是责任空白的类别")))
        };
        text.split(',').filter(|name| !name.is_empty()).map(gap).collect::<Result<_, _>>().map(Self)
    }
}

/// How the list is sorted.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    #[default]
    Serial,
    Due,
    Updated,
}

impl From<SortKey> for Sort {
    fn from(key: SortKey) -> Self {
        match key {
            SortKey::Serial => Self::Serial,
            SortKey::Due => Self::Due,
            SortKey::Updated => Self::Updated,
        }
    }
}

/// Which findings the list is of.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Those that are worked on.
    #[default]
    Counted,
    /// Those that were split or put together, or came from what was taken back.
    SetAside,
}

impl From<Part> for LedgerPart {
    fn from(part: Part) -> Self {
        match part {
            Part::Counted => Self::Counted,
            Part::SetAside => Self::SetAside,
        }
    }
}

/// Query of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FindingQuery {
    /// Any of these lamps, with commas between: green, yellow, red, done, none.
    #[serde(default, deserialize_with = "blank")]
    #[param(value_type = Option<String>)]
    pub lamp: Option<Lamps>,
    #[serde(default, deserialize_with = "blank")]
    pub completion: Option<Completion>,
    #[serde(default, deserialize_with = "blank")]
    pub closure: Option<Closure>,
    #[serde(default, deserialize_with = "blank")]
    pub kind: Option<FindingKind>,
    #[serde(default, deserialize_with = "blank")]
    pub fix_type: Option<FixType>,
    /// Identifier of a unit.
    #[serde(default, deserialize_with = "blank")]
    pub unit: Option<String>,
    /// Identifier of a person who leads or owns.
    #[serde(default, deserialize_with = "blank")]
    pub person: Option<String>,
    #[serde(default, deserialize_with = "blank")]
    pub area: Option<String>,
    #[serde(default, deserialize_with = "blank")]
    pub due_from: Option<Day>,
    #[serde(default, deserialize_with = "blank")]
    pub due_to: Option<Day>,
    /// Only what lacks all of these, with commas between: leader, unit, owner, due.
    #[serde(default, deserialize_with = "blank")]
    #[param(value_type = Option<String>)]
    pub gap: Option<Gaps>,
    /// Words of the title, the text or the key.
    #[serde(default, deserialize_with = "blank")]
    pub q: Option<String>,
    /// Any of these warnings, with commas between: hollow_measure, pasted_text, rule_without_number,
    /// evidence_before_feedback, evidence_reused; or `any`.
    #[serde(default, deserialize_with = "blank")]
    #[param(value_type = Option<String>)]
    pub paper: Option<Papers>,
    #[serde(default, deserialize_with = "blank")]
    pub part: Option<Part>,
    #[serde(default, deserialize_with = "blank")]
    pub sort: Option<SortKey>,
    /// `next` of the page before.
    #[serde(default, deserialize_with = "blank")]
    pub after: Option<String>,
    /// Rows of the page, at most 500.
    #[serde(default)]
    pub limit: Option<u64>,
}

/// Rows of a page unless the query says otherwise.
const LIMIT: u64 = 100;

impl From<FindingQuery> for FindingFilter {
    fn from(q: FindingQuery) -> Self {
        Self {
            lamps: q.lamp.unwrap_or_default().0,
            completion: q.completion.map(|c| c.0.name().to_owned()),
            closure: q.closure.map(|c| c.0.name().to_owned()),
            kind: q.kind.map(|k| k.0.name().to_owned()),
            fix_type: q.fix_type.map(|t| t.0.name().to_owned()),
            unit: q.unit,
            person: q.person,
            area: q.area,
            due_from: q.due_from.map(|d| d.0.to_string()),
            due_to: q.due_to.map(|d| d.0.to_string()),
            gaps: q.gap.unwrap_or_default().0,
            text: q.q,
            paper: q.paper.unwrap_or_default().0,
            part: q.part.unwrap_or_default().into(),
            sort: q.sort.unwrap_or_default().into(),
            after: q.after,
            limit: q.limit.unwrap_or(LIMIT),
        }
    }
}
