//! Entities, the working-day calendar, rule profiles, lamps, progress, the draft tree, differences.
//! No IO, async, clock or serde.

mod amount;
pub mod calendar;
mod chronicle;
mod delegation;
pub mod difference;
pub mod draft;
mod event;
mod evidence;
pub mod family;
mod finding;
mod gap;
pub mod guidance;
mod ids;
mod inspection;
mod lamp;
mod names;
pub mod paper;
mod person;
mod position;
pub mod profile;
mod progress;
pub mod publication;
mod report;
mod same_problem;
mod standing;
mod statistics;
mod template;
mod token;
mod unit;
mod words;
pub mod workflow;

pub use amount::decimal_sum;
pub use chronicle::{ChronicleEntry, ChroniclePart};
pub use delegation::{DELEGATION_DAYS_MAX, Delegation, delegation_offence};
pub use event::{Event, EventKind, FieldChange};
pub use evidence::{Evidence, EvidenceDoubt, EvidenceKind, Replacement, doubts};
pub use finding::{Closure, Completion, Finding, FindingKind, FixType, Measure, SourceSpan};
pub use gap::Gap;
pub use ids::{
    ChronicleEntryId, DelegationId, DraftId, EvidenceId, FamilyTieId, FindingId, InspectionId, MeasureId, NoteId,
    PersonId, PositionId, PublicationId, ReportId, StandingId, TemplateId, UnitId,
};
pub use inspection::{Inspection, SourceKind};
pub use lamp::{Lamp, LampRule, lamp, lamp_reason};
pub use names::{is_person_name, is_unit_name};
pub use person::{Person, Role, password_offence, roles_offence};
pub use position::{Position, PositionKind, position_offence};
pub use progress::{completion, percent, taken_up_again};
pub use report::{Report, ReportStanding};
pub use same_problem::{area_core, problem_core};
pub use standing::{Confirmation, Recurrence, Standing, StandingKind, standing_summary};
pub use statistics::{Figures, StatisticsRow, Tally, tally};
pub use template::{FormRows, Template, TemplateFile, TemplateKind, template_key};
pub use token::{TOKEN_DAYS_MAX, TokenScope, token_expiry_offence};
pub use unit::{Unit, UnitKind};
