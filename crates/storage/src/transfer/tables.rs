//! What of the database belongs to one inspection: the tables, their rows, whom they refer to.

use crate::migrations::MIGRATIONS;
use crate::schema::{ColumnType, tables};

/// Columns that name a unit.
pub(super) const UNIT_COLUMNS: [&str; 2] = ["unit_id", "parent_id"];
/// Columns that name a person.
pub(super) const PERSON_COLUMNS: [&str; 8] =
    ["person_id", "maker_id", "leader_id", "owner_id", "actor_id", "acting_for", "reviewer_id", "uploader_id"];

const INSPECTION: &str = "inspection_id = $1";
const OF_FINDING: &str = "finding_id IN (SELECT id FROM findings WHERE inspection_id = $1)";
const IS_FINDING: &str = "id IN (SELECT id FROM findings WHERE inspection_id = $1)";
const OF_MEASURE: &str =
    "measure_id IN (SELECT m.id FROM measures m JOIN findings f ON f.id = m.finding_id WHERE f.inspection_id = $1)";
const OF_DRAFT: &str = "draft_id IN (SELECT id FROM drafts WHERE inspection_id = $1)";

/// A table of which the rows of an inspection travel whole, in the order of insertion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    pub(super) name: &'static str,
    /// Which rows, where `$1` is the inspection.
    pub(super) rows: &'static str,
    /// Columns that name a row of this package, with the table of that row.
    pub(super) within: &'static [(&'static str, &'static str)],
    /// The column that begins with the key of the inspection.
    pub(super) key: Option<&'static str>,
}

const IN_INSPECTION: &[(&str, &str)] = &[("inspection_id", "inspections")];
const IN_FINDING: &[(&str, &str)] = &[("finding_id", "findings")];
const IN_MEASURE: &[(&str, &str)] = &[("measure_id", "measures")];
const IN_REPORT: &[(&str, &str)] = &[("inspection_id", "inspections"), ("report_id", "reports")];
const IN_BOTH: &[(&str, &str)] = &[("finding_id", "findings"), ("measure_id", "measures")];

const IN_STANDING: &[(&str, &str)] = &[("finding_id", "findings"), ("standing_id", "standing_duties")];

const IN_FAMILY: &[(&str, &str)] =
    &[("inspection_id", "inspections"), ("source_id", "findings"), ("result_id", "findings")];
const IN_NOTES: &[(&str, &str)] = &[("finding_id", "findings"), ("about", "finding_notes")];

const fn kept(
    name: &'static str,
    rows: &'static str,
    within: &'static [(&'static str, &'static str)],
    key: Option<&'static str>,
) -> Kept {
    Kept { name, rows, within, key }
}

/// What is only work in progress is not among them: differences of workbooks that nobody confirmed.
pub(super) const CONTENT: [Kept; 24] = [
    kept("inspections", "id = $1", &[], Some("inspection_key")),
    kept("drafts", INSPECTION, IN_INSPECTION, None),
    kept("draft_states", OF_DRAFT, &[("draft_id", "drafts")], None),
    kept("findings", INSPECTION, IN_INSPECTION, Some("finding_key")),
    kept("finding_units", OF_FINDING, IN_FINDING, None),
    kept("finding_people", OF_FINDING, IN_FINDING, None),
    kept("finding_sources", OF_FINDING, IN_FINDING, None),
    kept("finding_steps", OF_FINDING, IN_FINDING, None),
    kept("measures", OF_FINDING, IN_FINDING, Some("measure_key")),
    kept("measure_units", OF_FINDING, IN_BOTH, None),
    kept("measure_people", OF_FINDING, IN_BOTH, None),
    kept("measure_sources", OF_MEASURE, IN_MEASURE, None),
    kept("measure_prints", OF_MEASURE, IN_BOTH, None),
    kept("evidence", OF_FINDING, IN_BOTH, Some("evidence_key")),
    kept("standing_duties", OF_FINDING, IN_FINDING, None),
    kept("standing_confirmations", OF_FINDING, IN_STANDING, None),
    kept("chronicle", INSPECTION, IN_INSPECTION, Some("entry_key")),
    kept("reports", INSPECTION, IN_INSPECTION, Some("report_key")),
    kept("publishing", OF_FINDING, IN_FINDING, None),
    kept("publications", INSPECTION, IN_REPORT, Some("publication_key")),
    kept("remarks", INSPECTION, IN_INSPECTION, Some("subject")),
    kept("restrictions", IS_FINDING, &[("id", "findings")], None),
    kept("finding_family", INSPECTION, IN_FAMILY, None),
    kept("finding_notes", OF_FINDING, IN_NOTES, None),
];

/// Tables that packages of earlier versions do not have.
pub(super) const LATER: [&str; 13] = [
    "chronicle",
    "reports",
    "publishing",
    "publications",
    "remarks",
    "restrictions",
    "finding_people",
    "measure_units",
    "measure_people",
    "standing_duties",
    "standing_confirmations",
    "finding_family",
    "finding_notes",
];

/// What the inspection refers to; accounts, roles and passwords stay where they are.
pub(super) const REFERRED: [&str; 3] = ["units", "people", "rule_profiles"];

/// Columns that say how an account or a record of the directory stands at its own place.
const LOCAL: [&str; 6] = ["username", "roles", "active", "password_hash", "failures", "locked_until"];

/// A column with what it holds.
pub(super) type Column = (&'static str, ColumnType);

/// The columns of a table that travel, and its key.
pub(super) fn shape(name: &str) -> (Vec<Column>, Vec<&'static str>) {
    let directory = matches!(name, "units" | "people");
    let travels = |column: &&Column| !directory || !(LOCAL.contains(&column.0) || column.0 == "version");
    let table = tables(MIGRATIONS.len()).into_iter().find(|table| table.name == name);
    table.map_or_else(Default::default, |table| (table.columns.iter().filter(travels).copied().collect(), table.key))
}

/// The name of a table's part in the package.
pub(super) fn part(table: &str) -> String {
    format!("tables/{table}.jsonl")
}

/// Rows of a table that are read at a time: a state of a draft may be as large as its document.
pub(super) fn page(table: &str) -> usize {
    if table == "draft_states" { 8 } else { 2000 }
}
