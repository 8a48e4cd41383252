//! One file per thing a person can do; the ports Store and Clock.

mod access;
mod account;
mod audit_log;
mod batch;
mod chronicle;
mod context;
mod directory;
mod directory_changes;
mod drafts;
mod error;
mod evidence;
mod findings;
mod inspections;
mod operator;
mod paper;
mod ports;
mod preview;
mod records;
mod reports;
mod rules;
mod templates;
mod tokens;
mod work;
mod workbook;
mod workflow;

pub use access::{Place, Reach, Standing, may_read_log};
pub use account::{
    NewAdministrator, PasswordHash, SignIn, change_password, current, set_up, set_up_needed, sign_in, sign_out,
};
pub use audit_log::{
    LogExport, LogQuery, LogVerification, LogView, PrintedPage, audit_log, export_log, exported_entries,
    log_checkpoint, record_print, verify_log,
};
pub use batch::{BATCH_MAX, BatchAct, BatchItem, batch};
pub use chronicle::{ChronicleChange, NewChronicleEntry, add_chronicle_entry, change_chronicle_entry, chronicle};
pub use context::{Actor, App, Clock, Parsed, SystemClock};
pub use directory::{
    NewPerson, NewUnit, PersonChange, UnitChange, add_person, add_unit, change_person, change_unit, delete_unit,
    own_unit_name, people, units,
};
pub use drafts::{
    Confirmation, Draft, Missing, MissingOwners, OpenSentences, confirm_draft, correct_mapping, discard_draft, draft,
    drafts, edit_draft, missing_owners, redo_draft, remember_mapping, undo_draft, upload, upload_by_operator,
};
pub use error::{Conflict, Error, Invalid};
pub use evidence::{EvidenceView, NewEvidence, add_evidence, evidence_file, withdraw_evidence};
pub use findings::{
    FindingChange, FindingDetail, FindingPage, MeasureChange, NewMeasure, Statistics, add_measure, change_finding,
    change_measure, finding, findings, remove_measure, statistics,
};
pub use inspections::{InspectionChange, NewInspection, add_inspection, change_inspection, inspections};
pub use operator::{AccountState, OperatorAccount, add_account, facts_for_operator, reset_account, set_account_state};
pub use ports::{AccountStore, Files, ReplacedFont, RuleStore, Store, StoreError, Typesetter};
pub use preview::{Shown, evidence_preview};
pub use records::{
    Account, ChangeRow, ChangeRowKind, ChangeSet, ChangedFinding, DraftCounts, DraftOutcome, DraftRecord, DraftSave,
    DraftStanding, DraftSteps, DraftSummary, FindingFilter, FindingGroup, FindingRecord, InspectionCounts, LampCounts,
    LogEntry, LogFilter, LogPage, Names, Page, Session, Sort, SourceRecord, StoredRules, Token,
};
pub use reports::{
    CompareWith, ReportDiagnostic, ReportEdit, ReportFormat, ReportOrder, ReportPlace, ReportView, RunEdit,
    check_report, compare_report, discard_report, edit_report, lock_report, make_report, refresh_report,
    replaced_fonts, report, report_by_operator, report_file, report_of, reports,
};
pub use rules::{Preview, Rules, change_profile, preview_profile, put_year, remove_year, set_own_days};
pub use templates::{
    Filled, FormOrder, NewTemplate, NewTemplateFile, StoredFile, TemplateStore, TemplateView, Trial, TrialOrder,
    add_template, add_template_file, built_in_template, fill_file, fill_template, fill_template_by_operator,
    stored_file, template, template_trial, templates, templates_by_operator, trial, trial_file, withdraw_template,
};
pub use tokens::{
    GivenToken, NewToken, Reservation, add_token, holder, reserve_key, settle_key, tokens, withdraw_token,
};
pub use work::{
    Charge, Decided, Duty, DutyRows, Mine, MineQuery, MineRow, ReviewFilter, ReviewQuery, ReviewRow, ReviewRows,
    ReviewStage, Reviews, WorkMeasure, WorkRecord, WorkStore, mine, reviews,
};
pub use workbook::{Applied, apply_changes, compare_table, compare_workbook, ledger_rows, ledger_workbook_of};
pub use workflow::{Loop, May, act, since_submission};
