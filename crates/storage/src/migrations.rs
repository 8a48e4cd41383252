//! The schema, version by version. A released version is never edited; a change is a new entry.

use sea_orm::DatabaseBackend;

/// The version that opening a database brings it to.
pub fn schema_version() -> usize {
    MIGRATIONS.len()
}

/// The statement in the words of the database: only the type of bytes differs.
pub(crate) fn dialect(backend: DatabaseBackend, sql: &str) -> String {
    match backend {
        DatabaseBackend::Postgres => sql.replace(" BLOB ", " BYTEA "),
        _ => sql.to_owned(),
    }
}

/// The log takes entries and nothing else, whoever asks.
fn append_only(backend: DatabaseBackend) -> &'static [&'static str] {
    match backend {
        DatabaseBackend::Postgres => &[
            "CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$",
            "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()",
        ],
        _ => &[
            "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
            "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END",
        ],
    }
}

/// Statements of each version, in order.
pub(crate) const MIGRATIONS: &[&[&str]] =
    &[FIRST, ORIGINS, CHRONICLE, REPORTS, PUBLICATIONS, EVIDENCE, PEOPLE, FAMILIES, TEMPLATES];

const FIRST: &[&str] = &[
    "CREATE TABLE units (id TEXT PRIMARY KEY, parent_id TEXT REFERENCES units(id), name TEXT NOT NULL, short_name TEXT, kind TEXT NOT NULL, position BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT NOT NULL, username TEXT UNIQUE, unit_id TEXT REFERENCES units(id), duty TEXT, roles TEXT NOT NULL, active BIGINT NOT NULL, password_hash TEXT NOT NULL, failures BIGINT NOT NULL, locked_until BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people(id), created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL)",
    "CREATE TABLE rule_versions (version BIGINT PRIMARY KEY, made BIGINT NOT NULL)",
    "CREATE TABLE rule_profiles (id TEXT PRIMARY KEY, settings TEXT NOT NULL)",
    "CREATE TABLE calendar_days (id TEXT PRIMARY KEY, source TEXT NOT NULL, days TEXT NOT NULL)",
    "CREATE TABLE tokens (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people(id), name TEXT NOT NULL, scope TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL, expires TEXT NOT NULL, used_at BIGINT, withdrawn BIGINT NOT NULL)",
    "CREATE INDEX tokens_by_person ON tokens (person_id)",
    "CREATE TABLE idempotency_keys (person_id TEXT NOT NULL REFERENCES people(id), idempotency_key TEXT NOT NULL, request TEXT NOT NULL, created_at BIGINT NOT NULL, status BIGINT, body BLOB , PRIMARY KEY (person_id, idempotency_key))",
    "CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)",
    "CREATE TABLE inspections (id TEXT PRIMARY KEY, inspection_key TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, issuing_body TEXT NOT NULL, document_number TEXT, unit_id TEXT NOT NULL REFERENCES units(id), feedback_date TEXT, receipt_date TEXT, profile_id TEXT NOT NULL, version BIGINT NOT NULL)",
    "CREATE TABLE documents (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL)",
    "CREATE TABLE drafts (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), digest TEXT NOT NULL REFERENCES documents(digest), name TEXT NOT NULL, kind TEXT NOT NULL, standing TEXT NOT NULL, version BIGINT NOT NULL, created_at BIGINT NOT NULL, oldest BIGINT NOT NULL, step BIGINT NOT NULL, newest BIGINT NOT NULL, items BIGINT NOT NULL, measures BIGINT NOT NULL, mapping TEXT)",
    "CREATE TABLE draft_states (draft_id TEXT NOT NULL REFERENCES drafts(id), step BIGINT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (draft_id, step))",
    "CREATE INDEX drafts_by_inspection ON drafts (inspection_id, created_at)",
    "CREATE TABLE column_names (header TEXT PRIMARY KEY, field TEXT NOT NULL)",
    "CREATE TABLE findings (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), finding_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL, kind TEXT NOT NULL, area TEXT, title TEXT NOT NULL, body TEXT NOT NULL, category TEXT, target TEXT, amount TEXT, unit_id TEXT REFERENCES units(id), leader_id TEXT REFERENCES people(id), owner_id TEXT REFERENCES people(id), due TEXT, fix_type TEXT, completion TEXT NOT NULL, closure TEXT NOT NULL, measures_done BIGINT NOT NULL, measures_all BIGINT NOT NULL, measures_last BIGINT NOT NULL, evidence_last BIGINT NOT NULL, evidence_count BIGINT NOT NULL, stated TEXT, stage TEXT NOT NULL, standing_rule TEXT, standing_review TEXT, updated_at BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE UNIQUE INDEX findings_by_serial ON findings (inspection_id, serial)",
    "CREATE INDEX findings_by_due ON findings (inspection_id, completion, due)",
    "CREATE INDEX findings_by_due_order ON findings (inspection_id, (COALESCE(due, '9999-12-31')), serial)",
    "CREATE INDEX findings_by_update ON findings (inspection_id, updated_at)",
    "CREATE TABLE finding_units (finding_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, unit_id TEXT NOT NULL REFERENCES units(id), PRIMARY KEY (finding_id, position))",
    "CREATE TABLE finding_sources (finding_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL, paragraph BIGINT NOT NULL, start_byte BIGINT NOT NULL, end_byte BIGINT NOT NULL, PRIMARY KEY (finding_id, position))",
    "CREATE TABLE measures (id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES findings(id), measure_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL, body TEXT NOT NULL, target TEXT, deliverable TEXT, leader_id TEXT REFERENCES people(id), unit_id TEXT REFERENCES units(id), owner_id TEXT REFERENCES people(id), due TEXT, completion TEXT NOT NULL, progress_note TEXT, stated TEXT, version BIGINT NOT NULL)",
    "CREATE TABLE finding_steps (finding_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, action TEXT NOT NULL, actor_id TEXT NOT NULL REFERENCES people(id), acting_for TEXT REFERENCES people(id), date TEXT NOT NULL, reason TEXT, until_date TEXT, reviewer_id TEXT REFERENCES people(id), answers TEXT, stage TEXT NOT NULL, PRIMARY KEY (finding_id, position))",
    "CREATE INDEX findings_by_group ON findings (inspection_id, kind, completion, area, unit_id, due, measures_all, serial)",
    "CREATE INDEX findings_by_stage ON findings (inspection_id, stage)",
    "CREATE INDEX findings_by_queue ON findings (stage, (COALESCE(due, '9999-12-31')), id)",
    "CREATE INDEX findings_ready ON findings (stage) WHERE evidence_count > 0 AND measures_done = measures_all",
    "CREATE INDEX findings_by_standing ON findings (standing_review) WHERE standing_review IS NOT NULL",
    "CREATE INDEX finding_steps_by_action ON finding_steps (action, finding_id, position)",
    "CREATE INDEX finding_steps_by_actor ON finding_steps (actor_id, date)",
    "CREATE INDEX measures_by_finding ON measures (finding_id, serial)",
    "CREATE INDEX units_by_parent ON units (parent_id)",
    "CREATE INDEX finding_units_by_unit ON finding_units (unit_id, finding_id)",
    "CREATE INDEX findings_by_unit ON findings (unit_id, id)",
    "CREATE INDEX findings_by_owner ON findings (owner_id, id)",
    "CREATE INDEX findings_by_leader ON findings (leader_id, id)",
    "CREATE INDEX measures_by_unit ON measures (unit_id, finding_id)",
    "CREATE INDEX measures_by_owner ON measures (owner_id, finding_id)",
    "CREATE INDEX measures_by_leader ON measures (leader_id, finding_id)",
    "CREATE INDEX inspections_by_unit ON inspections (unit_id)",
    "CREATE TABLE measure_sources (measure_id TEXT NOT NULL REFERENCES measures(id), position BIGINT NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL, paragraph BIGINT NOT NULL, start_byte BIGINT NOT NULL, end_byte BIGINT NOT NULL, PRIMARY KEY (measure_id, position))",
    "CREATE TABLE measure_prints (measure_id TEXT NOT NULL REFERENCES measures(id), position BIGINT NOT NULL, finding_id TEXT NOT NULL, print BIGINT NOT NULL, PRIMARY KEY (measure_id, position))",
    "CREATE INDEX measure_prints_by_print ON measure_prints (print, finding_id)",
    "CREATE TABLE evidence (id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES findings(id), measure_id TEXT REFERENCES measures(id), evidence_key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, digest TEXT NOT NULL, sm3 TEXT NOT NULL, replaces TEXT, replace_reason TEXT, kind TEXT NOT NULL, bytes BIGINT NOT NULL, fact_date TEXT, note TEXT, uploaded_at BIGINT NOT NULL, uploader_id TEXT NOT NULL REFERENCES people(id), withdrawn BIGINT NOT NULL)",
    "CREATE INDEX evidence_by_finding ON evidence (finding_id, evidence_key)",
    "CREATE INDEX evidence_by_digest ON evidence (digest)",
    "CREATE TABLE audit (seq BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, at BIGINT NOT NULL, actor_id TEXT, subject TEXT NOT NULL, kind TEXT NOT NULL, summary TEXT NOT NULL, changes TEXT NOT NULL, row_digests TEXT NOT NULL, hash TEXT NOT NULL, seal TEXT NOT NULL)",
    "CREATE INDEX audit_by_subject ON audit (subject, seq)",
    "CREATE INDEX audit_by_actor ON audit (actor_id, seq)",
    "CREATE INDEX audit_by_kind ON audit (kind, seq)",
    "CREATE INDEX audit_by_time ON audit (at, seq)",
    "CREATE TABLE audit_head (id BIGINT PRIMARY KEY, installation TEXT NOT NULL, algorithm TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL, seal TEXT NOT NULL)",
    "CREATE TABLE change_sets (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), body TEXT NOT NULL)",
];

/// Where an inspection came from that was taken in from another installation.
const ORIGINS: &[&str] = &[
    "CREATE TABLE origins (inspection_id TEXT NOT NULL REFERENCES inspections(id), position BIGINT NOT NULL, checkpoint TEXT NOT NULL, package TEXT, PRIMARY KEY (inspection_id, position))",
    "CREATE TABLE origin_entries (inspection_id TEXT NOT NULL REFERENCES inspections(id), position BIGINT NOT NULL, line BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (inspection_id, position, line))",
];

/// 工作纪实 of a round.
const CHRONICLE: &[&str] = &[
    "CREATE TABLE chronicle (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), entry_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL, part TEXT NOT NULL, category TEXT NOT NULL, date TEXT, body TEXT NOT NULL, removed BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE UNIQUE INDEX chronicle_by_serial ON chronicle (inspection_id, serial)",
];

/// Versions of documents that were written out of the ledger.
const REPORTS: &[&str] = &[
    "CREATE TABLE reports (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), report_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, chosen TEXT, as_of TEXT NOT NULL, standing TEXT NOT NULL, code TEXT, maker_id TEXT NOT NULL REFERENCES people(id), updated_at BIGINT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX reports_by_serial ON reports (inspection_id, serial)",
];

/// What of each finding goes out, the public versions of reports, what was said of diagnostics.
const PUBLICATIONS: &[&str] = &[
    "CREATE TABLE publishing (id TEXT PRIMARY KEY, finding_id TEXT NOT NULL UNIQUE REFERENCES findings(id), publish TEXT NOT NULL, reason TEXT, wording TEXT, version BIGINT NOT NULL)",
    "CREATE TABLE publications (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), publication_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL, report_id TEXT NOT NULL REFERENCES reports(id), standing TEXT NOT NULL, display_from TEXT, display_days BIGINT NOT NULL, phone TEXT NOT NULL, postal TEXT NOT NULL, email TEXT NOT NULL, maker_id TEXT NOT NULL REFERENCES people(id), reviewer_id TEXT REFERENCES people(id), confirmed_at BIGINT, digest TEXT, updated_at BIGINT NOT NULL, version BIGINT NOT NULL, redactions TEXT NOT NULL, body TEXT)",
    "CREATE UNIQUE INDEX publications_by_serial ON publications (inspection_id, serial)",
    "CREATE TABLE remarks (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), subject TEXT NOT NULL, rule TEXT NOT NULL, print TEXT NOT NULL, message TEXT NOT NULL, body TEXT NOT NULL, act TEXT NOT NULL, reason TEXT NOT NULL, actor_id TEXT NOT NULL REFERENCES people(id), made_at BIGINT NOT NULL, withdrawn BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE INDEX remarks_by_subject ON remarks (subject)",
];

/// Files on their way in, restricted findings, and what single rows say about paper rectification.
const EVIDENCE: &[&str] = &[
    "CREATE TABLE uploads (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people(id), finding_key TEXT NOT NULL, name TEXT NOT NULL, bytes BIGINT NOT NULL, digest TEXT, measure_key TEXT, fact_date TEXT, note TEXT, replaces TEXT, replace_reason TEXT, created_at BIGINT NOT NULL, touched_at BIGINT NOT NULL)",
    "CREATE INDEX uploads_by_person ON uploads (person_id, created_at)",
    "CREATE INDEX evidence_by_upload ON evidence (uploaded_at, id)",
    "CREATE TABLE restrictions (id TEXT PRIMARY KEY REFERENCES findings(id), reason TEXT NOT NULL, actor_id TEXT NOT NULL REFERENCES people(id), set_at BIGINT NOT NULL, lifted BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE TABLE measure_signs (measure_id TEXT NOT NULL REFERENCES measures(id), sign TEXT NOT NULL, finding_id TEXT NOT NULL, PRIMARY KEY (measure_id, sign))",
    "CREATE INDEX measure_signs_by_finding ON measure_signs (finding_id, sign)",
    "CREATE TABLE evidence_signs (evidence_id TEXT NOT NULL REFERENCES evidence(id), sign TEXT NOT NULL, finding_id TEXT NOT NULL, PRIMARY KEY (evidence_id, sign))",
    "CREATE INDEX evidence_signs_by_finding ON evidence_signs (finding_id, sign)",
    "CREATE TABLE sign_versions (version BIGINT PRIMARY KEY, made BIGINT NOT NULL)",
];

/// Positions, delegations, several people and units per item, standing duties.
const PEOPLE: &[&str] = &[
    "CREATE TABLE positions (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES people(id), kind TEXT NOT NULL, unit_id TEXT NOT NULL REFERENCES units(id), duty TEXT, roles TEXT NOT NULL, begins TEXT, ends TEXT, version BIGINT NOT NULL)",
    "CREATE INDEX positions_by_person ON positions (person_id)",
    "CREATE INDEX positions_by_unit ON positions (unit_id, person_id)",
    "CREATE TABLE delegations (id TEXT PRIMARY KEY, principal_id TEXT NOT NULL REFERENCES people(id), delegate_id TEXT NOT NULL REFERENCES people(id), roles TEXT NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL, reason TEXT NOT NULL, ended TEXT, version BIGINT NOT NULL)",
    "CREATE INDEX delegations_by_delegate ON delegations (delegate_id)",
    "CREATE INDEX delegations_by_principal ON delegations (principal_id)",
    "CREATE TABLE finding_people (finding_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, part TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES people(id), PRIMARY KEY (finding_id, position))",
    "CREATE INDEX finding_people_by_person ON finding_people (person_id, finding_id)",
    "CREATE TABLE measure_people (measure_id TEXT NOT NULL REFERENCES measures(id), position BIGINT NOT NULL, finding_id TEXT NOT NULL REFERENCES findings(id), part TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES people(id), PRIMARY KEY (measure_id, position))",
    "CREATE INDEX measure_people_by_person ON measure_people (person_id, finding_id)",
    "CREATE INDEX measure_people_by_finding ON measure_people (finding_id)",
    "CREATE TABLE measure_units (measure_id TEXT NOT NULL REFERENCES measures(id), position BIGINT NOT NULL, finding_id TEXT NOT NULL REFERENCES findings(id), unit_id TEXT NOT NULL REFERENCES units(id), PRIMARY KEY (measure_id, position))",
    "CREATE INDEX measure_units_by_unit ON measure_units (unit_id, finding_id)",
    "CREATE INDEX measure_units_by_finding ON measure_units (finding_id)",
    "CREATE TABLE standing_duties (id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES findings(id), kind TEXT NOT NULL, name TEXT NOT NULL, number TEXT, issued TEXT, recurrence TEXT NOT NULL, first_date TEXT NOT NULL, next_date TEXT NOT NULL, owner_id TEXT REFERENCES people(id), ended TEXT, version BIGINT NOT NULL)",
    "CREATE INDEX standing_duties_by_finding ON standing_duties (finding_id)",
    "CREATE INDEX standing_duties_by_owner ON standing_duties (owner_id, finding_id)",
    "CREATE TABLE standing_confirmations (standing_id TEXT NOT NULL REFERENCES standing_duties(id), position BIGINT NOT NULL, finding_id TEXT NOT NULL REFERENCES findings(id), due TEXT NOT NULL, date TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES people(id), acting_for TEXT REFERENCES people(id), note TEXT NOT NULL, evidence_key TEXT, PRIMARY KEY (standing_id, position))",
    "CREATE INDEX standing_confirmations_by_finding ON standing_confirmations (finding_id, date)",
];

/// Findings that were split or put together, notes of superiors, and a narrow copy of what lists count.
const FAMILIES: &[&str] = &[
    "CREATE TABLE finding_family (id TEXT PRIMARY KEY, inspection_id TEXT NOT NULL REFERENCES inspections(id), act TEXT NOT NULL, kind TEXT NOT NULL, source_id TEXT NOT NULL REFERENCES findings(id), result_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, reason TEXT, undone BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE INDEX finding_family_by_inspection ON finding_family (inspection_id)",
    "CREATE INDEX finding_family_by_source ON finding_family (source_id)",
    "CREATE INDEX finding_family_by_result ON finding_family (result_id)",
    "CREATE TABLE finding_notes (id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES findings(id), position BIGINT NOT NULL, kind TEXT NOT NULL, about TEXT REFERENCES finding_notes(id), actor_id TEXT NOT NULL REFERENCES people(id), at BIGINT NOT NULL, date TEXT NOT NULL, body TEXT NOT NULL, answer_by TEXT)",
    "CREATE UNIQUE INDEX finding_notes_by_finding ON finding_notes (finding_id, position)",
    "CREATE INDEX finding_notes_by_about ON finding_notes (about)",
    "CREATE INDEX finding_notes_wanted ON finding_notes (finding_id) WHERE answer_by IS NOT NULL",
    "CREATE INDEX findings_narrow ON findings (id, inspection_id, completion, due, serial)",
    "CREATE INDEX findings_by_unit_round ON findings (unit_id, inspection_id, serial)",
];

/// What a version makes beside its own statements, in the words of the database.
pub(crate) fn beside(backend: DatabaseBackend, version: &[&str]) -> &'static [&'static str] {
    match version.first() {
        first if first == FIRST.first() => append_only(backend),
        first if first == FAMILIES.first() => search_tables(backend),
        _ => &[],
    }
}

/// The index of words: derived, in no backup, made anew where it is missing. Its columns have names of their own, so
/// that it can stand beside `findings` in a statement.
fn search_tables(backend: DatabaseBackend) -> &'static [&'static str] {
    match backend {
        DatabaseBackend::Postgres => &[
            "CREATE TABLE finding_search (of_finding TEXT PRIMARY KEY, of_inspection TEXT NOT NULL, of_completion TEXT NOT NULL, of_due TEXT, print TEXT NOT NULL, bigrams TEXT[] NOT NULL)",
            "CREATE INDEX finding_search_bigrams ON finding_search USING GIN (bigrams)",
        ],
        _ => &[
            "CREATE TABLE finding_search (number INTEGER PRIMARY KEY, of_finding TEXT NOT NULL UNIQUE, of_inspection TEXT NOT NULL, of_completion TEXT NOT NULL, of_due TEXT, print TEXT NOT NULL)",
            "CREATE VIRTUAL TABLE finding_bigrams USING fts5(bigrams, content='', contentless_delete=1, detail=none)",
        ],
    }
}

/// Templates of an organisation's own, each with its files; the bytes are in the file store.
const TEMPLATES: &[&str] = &[
    "CREATE TABLE templates (id TEXT PRIMARY KEY, template_key TEXT NOT NULL UNIQUE, serial BIGINT NOT NULL UNIQUE, unit_id TEXT NOT NULL REFERENCES units(id), name TEXT NOT NULL, kind TEXT NOT NULL, withdrawn BIGINT NOT NULL, updated_at BIGINT NOT NULL, version BIGINT NOT NULL)",
    "CREATE INDEX templates_by_unit ON templates (unit_id)",
    "CREATE TABLE template_files (id TEXT PRIMARY KEY, template_id TEXT NOT NULL REFERENCES templates(id), number BIGINT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, mapping TEXT, rows_of TEXT NOT NULL, reason TEXT NOT NULL, maker_id TEXT NOT NULL REFERENCES people(id), made_at BIGINT NOT NULL)",
    "CREATE UNIQUE INDEX template_files_by_number ON template_files (template_id, number)",
];

#[cfg(test)]
mod tests {
    use super::MIGRATIONS;
    use sha2::{Digest, Sha256};

    /// Digests of the versions that have left the house.
    const RELEASED: &[&str] = &[
        "9007284574c652eb",
        "0d76ce4e312be427",
        "3e1f330f23ab7947",
        "ad0e92c5a1c04fbe",
        "dd5db10e3b774a7e",
        "30de8c57e7c562e9",
        "1c81298bda29926e",
        "f6602576bab354bd",
        "d5b850d296d980f2",
    ];

    #[test]
    fn a_version_that_has_left_the_house_is_never_edited() {
        let digest = |statements: &&[&str]| {
            Sha256::digest(statements.join("\n")).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        let found: Vec<String> = MIGRATIONS.iter().take(RELEASED.len()).map(digest).collect();
        assert_eq!(found, RELEASED);
        assert!(!RELEASED.is_empty());
    }
}
