//! The tables of the record, and the digests of their rows. What is only work in progress is not among them.

use crate::connection::{failed, get};
use audit::{Algorithm, Cell, Hash, row_digest};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use std::collections::HashMap;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// A table of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sealed {
    Units,
    People,
    Inspections,
    Findings,
    Measures,
    Evidence,
    RuleProfiles,
    CalendarDays,
    Chronicle,
    Reports,
    Publishing,
    Publications,
    Remarks,
    Restrictions,
    Positions,
    Delegations,
    Standing,
    Family,
    Notes,
    Templates,
    TemplateFiles,
}

/// Columns of a table; the numbers are named apart.
struct Columns {
    texts: &'static [&'static str],
    numbers: &'static [&'static str],
}

/// Rows that belong to one of another table.
struct Part {
    table: &'static str,
    owner: &'static str,
    columns: Columns,
}

const SOURCE_COLUMNS: Columns =
    Columns { texts: &["digest", "name"], numbers: &["position", "paragraph", "start_byte", "end_byte"] };

/// Rows read at a time.
const CHUNK: usize = 400;

impl Sealed {
    pub(crate) const ALL: [Self; 21] = [
        Self::Units,
        Self::People,
        Self::Inspections,
        Self::Findings,
        Self::Measures,
        Self::Evidence,
        Self::RuleProfiles,
        Self::CalendarDays,
        Self::Chronicle,
        Self::Reports,
        Self::Publishing,
        Self::Publications,
        Self::Remarks,
        Self::Restrictions,
        Self::Positions,
        Self::Delegations,
        Self::Standing,
        Self::Family,
        Self::Notes,
        Self::Templates,
        Self::TemplateFiles,
    ];

    pub(crate) fn table(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::People => "people",
            Self::Inspections => "inspections",
            Self::Findings => "findings",
            Self::Measures => "measures",
            Self::Evidence => "evidence",
            Self::RuleProfiles => "rule_profiles",
            Self::CalendarDays => "calendar_days",
            Self::Chronicle => "chronicle",
            Self::Reports => "reports",
            Self::Publishing => "publishing",
            Self::Publications => "publications",
            Self::Remarks => "remarks",
            Self::Restrictions => "restrictions",
            Self::Positions => "positions",
            Self::Delegations => "delegations",
            Self::Standing => "standing_duties",
            Self::Family => "finding_family",
            Self::Notes => "finding_notes",
            Self::Templates => "templates",
            Self::TemplateFiles => "template_files",
        }
    }

    fn columns(self) -> Columns {
        match self {
            // The order among siblings is no part of the record: a new unit moves others.
            Self::RuleProfiles => Columns { texts: &["settings"], numbers: &[] },
            Self::CalendarDays => Columns { texts: &["source", "days"], numbers: &[] },
            Self::Chronicle => Columns {
                texts: &["inspection_id", "entry_key", "part", "category", "date", "body"],
                numbers: &["serial", "removed", "version"],
            },
            Self::Reports => Columns {
                texts: &[
                    "inspection_id",
                    "report_key",
                    "kind",
                    "title",
                    "chosen",
                    "as_of",
                    "standing",
                    "code",
                    "maker_id",
                    "body",
                ],
                numbers: &["serial", "updated_at", "version"],
            },
            Self::Publishing => {
                Columns { texts: &["finding_id", "publish", "reason", "wording"], numbers: &["version"] }
            }
            Self::Publications => Columns {
                texts: &[
                    "inspection_id",
                    "publication_key",
                    "report_id",
                    "standing",
                    "display_from",
                    "phone",
                    "postal",
                    "email",
                    "maker_id",
                    "reviewer_id",
                    "digest",
                    "redactions",
                    "body",
                ],
                numbers: &["serial", "display_days", "confirmed_at", "updated_at", "version"],
            },
            Self::Remarks => Columns {
                texts: &["inspection_id", "subject", "rule", "print", "message", "body", "act", "reason", "actor_id"],
                numbers: &["made_at", "withdrawn", "version"],
            },
            Self::Restrictions => Columns { texts: &["reason", "actor_id"], numbers: &["set_at", "lifted", "version"] },
            Self::Positions => Columns {
                texts: &["person_id", "kind", "unit_id", "duty", "roles", "begins", "ends"],
                numbers: &["version"],
            },
            Self::Delegations => Columns {
                texts: &["principal_id", "delegate_id", "roles", "begins", "ends", "reason", "ended"],
                numbers: &["version"],
            },
            Self::Standing => Columns {
                texts: &[
                    "finding_id",
                    "kind",
                    "name",
                    "number",
                    "issued",
                    "recurrence",
                    "first_date",
                    "next_date",
                    "owner_id",
                    "ended",
                ],
                numbers: &["version"],
            },
            Self::Family => Columns {
                texts: &["inspection_id", "act", "kind", "source_id", "result_id", "reason"],
                numbers: &["position", "undone", "version"],
            },
            Self::Notes => Columns {
                texts: &["finding_id", "kind", "about", "actor_id", "date", "body", "answer_by"],
                numbers: &["position", "at"],
            },
            Self::Templates => Columns {
                texts: &["template_key", "unit_id", "name", "kind"],
                numbers: &["serial", "withdrawn", "updated_at", "version"],
            },
            Self::TemplateFiles => Columns {
                texts: &["template_id", "name", "digest", "mapping", "rows_of", "reason", "maker_id"],
                numbers: &["number", "made_at"],
            },
            Self::Units => Columns { texts: &["parent_id", "name", "short_name", "kind"], numbers: &["version"] },
            // Failed attempts and locks come and go without an entry of their own.
            Self::People => Columns {
                texts: &["name", "username", "unit_id", "duty", "roles", "password_hash"],
                numbers: &["active", "version"],
            },
            Self::Inspections => Columns {
                texts: &[
                    "inspection_key",
                    "source",
                    "title",
                    "issuing_body",
                    "document_number",
                    "unit_id",
                    "feedback_date",
                    "receipt_date",
                    "profile_id",
                ],
                numbers: &["version"],
            },
            Self::Findings => Columns {
                texts: &[
                    "inspection_id",
                    "finding_key",
                    "kind",
                    "area",
                    "title",
                    "body",
                    "category",
                    "target",
                    "amount",
                    "unit_id",
                    "leader_id",
                    "owner_id",
                    "due",
                    "fix_type",
                    "completion",
                    "closure",
                    "stated",
                    "stage",
                    "standing_rule",
                    "standing_review",
                ],
                numbers: &[
                    "serial",
                    "measures_done",
                    "measures_all",
                    "measures_last",
                    "evidence_last",
                    "evidence_count",
                    "updated_at",
                    "version",
                ],
            },
            Self::Measures => Columns {
                texts: &[
                    "finding_id",
                    "measure_key",
                    "body",
                    "target",
                    "deliverable",
                    "leader_id",
                    "unit_id",
                    "owner_id",
                    "due",
                    "completion",
                    "progress_note",
                    "stated",
                ],
                numbers: &["serial", "version"],
            },
            Self::Evidence => Columns {
                texts: &[
                    "finding_id",
                    "measure_id",
                    "evidence_key",
                    "name",
                    "digest",
                    "sm3",
                    "replaces",
                    "replace_reason",
                    "kind",
                    "fact_date",
                    "note",
                    "uploader_id",
                ],
                numbers: &["bytes", "uploaded_at", "withdrawn"],
            },
        }
    }

    fn parts(self) -> &'static [Part] {
        match self {
            Self::Findings => &[
                Part {
                    table: "finding_units",
                    owner: "finding_id",
                    columns: Columns { texts: &["unit_id"], numbers: &["position"] },
                },
                Part { table: "finding_sources", owner: "finding_id", columns: SOURCE_COLUMNS },
                Part {
                    table: "finding_steps",
                    owner: "finding_id",
                    columns: Columns {
                        texts: &[
                            "action",
                            "actor_id",
                            "acting_for",
                            "date",
                            "reason",
                            "until_date",
                            "reviewer_id",
                            "answers",
                            "stage",
                        ],
                        numbers: &["position"],
                    },
                },
                // A part without rows adds nothing to a digest: those made before it was there stay as they are.
                Part {
                    table: "finding_people",
                    owner: "finding_id",
                    columns: Columns { texts: &["part", "person_id"], numbers: &["position"] },
                },
            ],
            Self::Measures => &[
                Part { table: "measure_sources", owner: "measure_id", columns: SOURCE_COLUMNS },
                Part {
                    table: "measure_units",
                    owner: "measure_id",
                    columns: Columns { texts: &["finding_id", "unit_id"], numbers: &["position"] },
                },
                Part {
                    table: "measure_people",
                    owner: "measure_id",
                    columns: Columns { texts: &["finding_id", "part", "person_id"], numbers: &["position"] },
                },
            ],
            Self::Standing => &[Part {
                table: "standing_confirmations",
                owner: "standing_id",
                columns: Columns {
                    texts: &["finding_id", "due", "date", "person_id", "acting_for", "note", "evidence_key"],
                    numbers: &["position"],
                },
            }],
            _ => &[],
        }
    }
}

fn cells(row: &QueryResult, columns: &Columns) -> Result<Vec<Cell>> {
    let text = |name: &&str| Ok(get::<Option<String>>(row, name)?.map_or(Cell::Null, Cell::Text));
    let number = |name: &&str| Ok(get::<Option<i64>>(row, name)?.map_or(Cell::Null, Cell::Integer));
    columns.texts.iter().map(text).chain(columns.numbers.iter().map(number)).collect()
}

async fn select<C: ConnectionTrait>(
    connection: &C,
    table: &str,
    key: &str,
    columns: &Columns,
    ids: &[String],
) -> Result<Vec<QueryResult>> {
    let names: Vec<&str> = columns.texts.iter().chain(columns.numbers).copied().collect();
    let marks: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let order = if columns.numbers.contains(&"position") { format!("{key}, position") } else { key.to_owned() };
    let names = names.join(", ");
    let sql = format!("SELECT {key}, {names} FROM {table} WHERE {key} IN ({}) ORDER BY {order}", marks.join(", "));
    let values: Vec<sea_orm::Value> = ids.iter().map(|id| id.as_str().into()).collect();
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(failed)
}

/// Digests of the rows that are there, by identifier.
pub(crate) async fn digests<C: ConnectionTrait>(
    connection: &C,
    algorithm: Algorithm,
    table: Sealed,
    ids: &[String],
) -> Result<HashMap<String, Hash>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(CHUNK) {
        let mut rows: HashMap<String, Vec<Cell>> = HashMap::new();
        for row in select(connection, table.table(), "id", &table.columns(), ids).await? {
            rows.insert(get(&row, "id")?, cells(&row, &table.columns())?);
        }
        for part in table.parts() {
            for row in select(connection, part.table, part.owner, &part.columns, ids).await? {
                let owner: String = get(&row, part.owner)?;
                if let Some(own) = rows.get_mut(&owner) {
                    own.push(Cell::Text(part.table.to_owned()));
                    own.extend(cells(&row, &part.columns)?);
                }
            }
        }
        for (id, cells) in rows {
            let digest = row_digest(algorithm, table.table(), &id, &cells);
            found.insert(id, digest);
        }
    }
    Ok(found)
}

/// Identifiers of a table after one of them, in order; at most a chunk.
pub(crate) async fn ids_after<C: ConnectionTrait>(connection: &C, table: Sealed, after: &str) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM {} WHERE id > $1 ORDER BY id LIMIT {CHUNK}", table.table());
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, vec![after.into()]);
    let rows = connection.query_all_raw(statement).await.map_err(failed)?;
    rows.iter().map(|row| get(row, "id")).collect()
}
