//! Standing rules and duties of a finding, and their confirmations.

use super::named;
use crate::account::Named;
use crate::patch::present;
use crate::time::Day;
use crate::words::{Completion, Lamp, Recurrence, StandingKind};
use domain::{LampRule, PersonId, lamp, lamp_reason};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use usecases::{FindingDetail, Names, NewConfirmation, NewStanding, StandingChange, StandingView};
use utoipa::ToSchema;

/// That it was done or looked at.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingConfirmation {
    /// The date that was due.
    pub due: Day,
    pub date: Day,
    pub person: Named,
    pub acting_for: Option<Named>,
    pub note: String,
    /// Key of the evidence that proves it.
    pub evidence_key: Option<String>,
}

/// A rule, or a duty that comes again, which keeps the finding solved.
#[derive(Debug, Serialize, ToSchema)]
pub struct Standing {
    pub id: String,
    pub kind: StandingKind,
    pub name: String,
    /// How it is cited.
    pub title: String,
    /// 文号 of a rule.
    pub number: Option<String>,
    pub issued: Option<Day>,
    pub recurrence: Recurrence,
    /// When it is due next.
    pub next: Day,
    pub owner: Option<Named>,
    pub lamp: Lamp,
    pub lamp_reason: String,
    pub ended: Option<Day>,
    pub version: i64,
    /// Newest first.
    pub confirmations: Vec<StandingConfirmation>,
    /// The person may change or end it.
    pub may_change: bool,
    /// The person may confirm it.
    pub may_confirm: bool,
}

/// The lamp of a date that is due again and again.
fn lamp_of(standing: &domain::Standing, today: Date, rule: &LampRule) -> (Lamp, String) {
    let open = Completion(domain::Completion::InProgress).0;
    let due = Some(standing.next).filter(|_| standing.ended.is_none());
    (Lamp(lamp(due, open, today, rule)), lamp_reason(due, open, today))
}

impl Standing {
    pub(super) fn new(view: &StandingView, d: &FindingDetail) -> Self {
        let s = &view.standing;
        let person = |id: &PersonId| named(&d.people, Some(id.as_str()));
        let unknown = |id: &PersonId| Named { id: id.0.clone(), name: String::new() };
        let (lamp, lamp_reason) = lamp_of(s, d.today, &d.rule);
        let confirmation = |c: &domain::Confirmation| StandingConfirmation {
            due: Day(c.due),
            date: Day(c.date),
            person: person(&c.person).unwrap_or_else(|| unknown(&c.person)),
            acting_for: c.acting_for.as_ref().and_then(person),
            note: c.note.clone(),
            evidence_key: c.evidence.clone(),
        };
        Self {
            id: s.id.0.clone(),
            kind: StandingKind(s.kind),
            name: s.name.clone(),
            title: s.title(),
            number: s.number.clone(),
            issued: s.issued.map(Day),
            recurrence: Recurrence(s.recurrence),
            next: Day(s.next),
            owner: s.owner.as_ref().and_then(person),
            lamp,
            lamp_reason,
            ended: s.ended.map(Day),
            version: s.version,
            confirmations: view.confirmations.iter().map(confirmation).collect(),
            may_change: view.may_change,
            may_confirm: view.may_confirm,
        }
    }
}

/// A standing rule or duty in a list of work.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingDue {
    pub title: String,
    pub next: Day,
    pub owner: Option<Named>,
    pub lamp: Lamp,
    pub lamp_reason: String,
}

impl StandingDue {
    pub(crate) fn new(s: &domain::Standing, people: &Names, today: Date, rule: &LampRule) -> Self {
        let (lamp, lamp_reason) = lamp_of(s, today, rule);
        Self {
            title: s.title(),
            next: Day(s.next),
            owner: named(people, s.owner.as_ref().map(PersonId::as_str)),
            lamp,
            lamp_reason,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct StandingBody {
    pub kind: StandingKind,
    /// Name of the rule, or what is to be done.
    pub name: String,
    /// 文号, of a rule.
    #[serde(default)]
    pub number: Option<String>,
    /// Date of issue, of a rule.
    #[serde(default)]
    pub issued: Option<Day>,
    pub recurrence: Recurrence,
    /// When it is due first.
    pub next: Day,
    /// Who confirms it.
    #[serde(default)]
    pub owner_id: Option<String>,
}

impl From<StandingBody> for NewStanding {
    fn from(b: StandingBody) -> Self {
        Self {
            kind: b.kind.into(),
            name: b.name,
            number: b.number,
            issued: b.issued.map(|d| d.0),
            recurrence: b.recurrence.into(),
            next: b.next.0,
            owner: b.owner_id.map(PersonId),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct StandingPatch {
    pub version: i64,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub number: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Day>)]
    pub issued: Option<Option<Day>>,
    #[serde(default)]
    pub recurrence: Option<Recurrence>,
    #[serde(default)]
    pub next: Option<Day>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub owner_id: Option<Option<String>>,
    /// Ends it, for this reason.
    #[serde(default)]
    pub end: Option<String>,
}

impl From<StandingPatch> for StandingChange {
    fn from(p: StandingPatch) -> Self {
        Self {
            name: p.name,
            number: p.number,
            issued: p.issued.map(|d| d.map(|d| d.0)),
            recurrence: p.recurrence.map(Into::into),
            next: p.next.map(|d| d.0),
            owner: p.owner_id.map(|id| id.map(PersonId)),
            end: p.end,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ConfirmationBody {
    pub version: i64,
    pub note: String,
    /// Key of evidence of the same finding.
    #[serde(default)]
    pub evidence_key: Option<String>,
}

impl From<ConfirmationBody> for NewConfirmation {
    fn from(b: ConfirmationBody) -> Self {
        Self { note: b.note, evidence: b.evidence_key }
    }
}
