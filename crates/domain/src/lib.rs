//! Entities, the working-day calendar, rule profiles, lamps, progress, the draft tree, differences.
//! No IO, async, clock or serde.

pub mod calendar;
mod chronicle;
pub mod difference;
pub mod draft;
mod event;
mod evidence;
mod finding;
mod ids;
mod inspection;
mod lamp;
mod names;
pub mod paper;
mod person;
pub mod profile;
mod progress;
mod report;
mod same_problem;
mod statistics;
mod template;
mod token;
mod unit;
mod words;
pub mod workflow;

pub use chronicle::{ChronicleEntry, ChroniclePart};
pub use event::{Event, EventKind, FieldChange};
pub use evidence::{Evidence, EvidenceDoubt, EvidenceKind, Replacement, doubts};
pub use finding::{Closure, Completion, Finding, FindingKind, FixType, Measure, SourceSpan};
pub use ids::{
    ChronicleEntryId, DraftId, EvidenceId, FindingId, InspectionId, MeasureId, PersonId, ReportId, TemplateId, UnitId,
};
pub use inspection::{Inspection, SourceKind};
pub use lamp::{Lamp, LampRule, lamp, lamp_reason};
pub use names::{is_person_name, is_unit_name};
pub use person::{Person, Role, password_offence, roles_offence};
pub use progress::{completion, percent};
pub use report::{Report, ReportStanding};
pub use same_problem::{area_core, problem_core};
pub use statistics::{Figures, StatisticsRow, Tally, tally};
pub use template::{FormRows, Template, TemplateFile, TemplateKind, template_key};
pub use token::{TOKEN_DAYS_MAX, TokenScope, token_expiry_offence};
pub use unit::{Unit, UnitKind};
