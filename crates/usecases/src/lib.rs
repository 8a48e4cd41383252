//! One file per thing a person can do; the ports Store and Clock.

mod access;
mod account;
mod audit_log;
mod batch;
mod chronicle;
mod context;
mod delegations;
mod directory;
mod directory_changes;
mod drafts;
mod error;
mod evidence;
mod findings;
mod gaps;
mod inspections;
mod jobs;
mod operator;
mod paper;
mod ports;
mod positions;
mod posts;
mod preview;
mod publications;
mod records;
mod reports;
mod restriction;
mod rules;
mod standing;
mod templates;
mod tokens;
mod uploads;
mod work;
mod workbook;
mod workflow;

pub use access::{Extent, Place, Reach, Scope, may_read_log};
pub use account::{
    NewAdministrator, PasswordHash, SignIn, change_password, current, set_up, set_up_needed, sign_in, sign_out,
};
pub use audit_log::{
    CheckpointMail, LogExport, LogQuery, LogVerification, LogView, Mailer, PrintedPage, audit_log, checkpoint_mail,
    export_log, exported_entries, log_checkpoint, mail_checkpoint, mail_checkpoint_if_due, record_print, verify_log,
};
pub use batch::{BATCH_MAX, BatchAct, BatchItem, batch};
pub use chronicle::{ChronicleChange, NewChronicleEntry, add_chronicle_entry, change_chronicle_entry, chronicle};
pub use context::{Actor, App, Clock, Parsed, Principal, StandIn, SystemClock};
pub use delegations::{DelegationView, NewDelegation, add_delegation, delegations, end_delegation};
pub use directory::{
    NewPerson, NewUnit, PersonChange, UnitChange, add_person, add_unit, change_person, change_unit, delete_unit,
    own_unit_name, people, units,
};
pub use drafts::{
    Confirmation, Draft, Missing, MissingOwners, OpenSentences, confirm_draft, correct_mapping, discard_draft, draft,
    drafts, edit_draft, missing_owners, redo_draft, remember_mapping, undo_draft, upload, upload_by_operator,
};
pub use error::{Conflict, Error, Invalid};
pub use evidence::{
    EvidenceView, MaterialPage, MaterialQuery, MaterialRow, NewEvidence, Proof, Reuse, add_evidence, evidence_file,
    material, reuse_evidence, withdraw_evidence,
};
pub use findings::FamilyStore;
pub use findings::{
    Family, FeedbackFigures, FindingChange, FindingDetail, FindingPage, Guidance, MeasureChange, Member, MergeOrder,
    NewMeasure, Relative, SplitOrder, Statistics, add_measure, add_note, change_finding, change_measure, finding,
    findings, merge_findings, open_finding, remove_measure, split_finding, statistics, undo_family,
};
pub use gaps::{Gaps, gaps};
pub use inspections::{InspectionChange, NewInspection, add_inspection, change_inspection, inspections};
pub use jobs::{Job, JobState, dismiss_job, job_file, jobs, start_job};
pub use operator::{AccountState, OperatorAccount, add_account, facts_for_operator, reset_account, set_account_state};
pub use ports::{
    AccountStore, Files, PostStore, ReplacedFont, RuleStore, StandingStore, Store, StoreError, Typesetter,
};
pub use positions::{NewPosition, PositionChange, add_position, change_position, positions};
pub use posts::{Grant, Post, Posts, Seat};
pub use preview::{Shown, evidence_preview};
pub use publications::{
    NewRedaction, NewRemark, NoticeChange, PublicationBody, PublicationFormat, PublicationStore, PublicationSummary,
    PublicationView, PublishingChange, PublishingRow, add_redaction, add_remark, change_notice, change_publishing,
    check_publication, confirm_publication, discard_publication, make_publication, publication,
    publication_by_operator, publication_file, publications, publishing_of, publishing_of_finding, remove_redaction,
    withdraw_remark,
};
pub use records::{
    Account, Beside, ChangeRow, ChangeRowKind, ChangeSet, ChangedFinding, DraftCounts, DraftOutcome, DraftRecord,
    DraftSave, DraftStanding, DraftSteps, DraftSummary, FamilyChange, FindingFilter, FindingGroup, FindingRecord,
    Found, GapCounts, InspectionCounts, LampCounts, LedgerPart, LogEntry, LogFilter, LogPage, MadeFinding, Names, Page,
    Session, Sort, SourceRecord, StoredRules, Token,
};
pub use reports::{
    CompareWith, ReportDiagnostic, ReportEdit, ReportFormat, ReportOrder, ReportPlace, ReportView, RunEdit,
    check_report, compare_report, discard_report, edit_report, lock_report, make_report, refresh_report,
    replaced_fonts, report, report_by_operator, report_file, report_of, reports,
};
pub use restriction::{Restriction, lift_restriction, restrict_finding};
pub use rules::{Preview, Rules, change_profile, preview_profile, put_year, remove_year, set_own_days};
pub use standing::{
    NewConfirmation, NewStanding, StandingChange, StandingView, add_standing, change_standing, confirm_standing,
};
pub use templates::{
    Filled, FormOrder, NewTemplate, NewTemplateFile, StoredFile, TemplateStore, TemplateView, Trial, TrialOrder,
    add_template, add_template_file, built_in_template, fill_file, fill_template, fill_template_by_operator,
    stored_file, template, template_trial, templates, templates_by_operator, trial, trial_file, withdraw_template,
};
pub use tokens::{
    GivenToken, NewToken, Reservation, add_token, holder, reserve_key, settle_key, tokens, withdraw_token,
};
pub use uploads::{
    FileDigests, NewUpload, OpenUpload, Part, Spool, UPLOAD_KEPT_MS, Upload, UploadLimits, UploadRecord, UploadStore,
    begin_upload, clean_uploads, complete_upload, continue_upload, discard_upload, upload_progress, uploads,
};
pub use work::{
    Charge, Decided, Desk, Duty, DutyRows, Mine, MineQuery, MineRow, ReviewFilter, ReviewQuery, ReviewRow, ReviewRows,
    ReviewStage, Reviews, WorkMeasure, WorkRecord, WorkStore, mine, reviews,
};
pub use workbook::{Applied, apply_changes, compare_table, compare_workbook, ledger_rows, ledger_workbook_of};
pub use workflow::{Asked, Loop, May, act, since_submission};
