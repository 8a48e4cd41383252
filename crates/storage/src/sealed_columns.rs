//! Which columns of the record are in the digests of its rows. Those of a released version are never changed.

use crate::sealed::Sealed;

/// Columns of a table; the numbers are named apart.
pub(crate) struct Columns {
    pub(crate) texts: &'static [&'static str],
    pub(crate) numbers: &'static [&'static str],
}

/// Rows that belong to one of another table.
pub(crate) struct Part {
    pub(crate) table: &'static str,
    pub(crate) owner: &'static str,
    pub(crate) columns: Columns,
}

const SOURCE_COLUMNS: Columns =
    Columns { texts: &["digest", "name"], numbers: &["position", "paragraph", "start_byte", "end_byte"] };

impl Sealed {
    pub(crate) fn columns(self) -> Columns {
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

    pub(crate) fn parts(self) -> &'static [Part] {
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
