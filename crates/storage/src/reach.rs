//! What a person reaches, as a condition on rows.

use crate::connection::get;
use sea_orm::{QueryResult, Value};
use usecases::{Place, Reach, StoreError};

/// The part of a statement that keeps it within reach.
pub(crate) struct Within {
    /// Comes before the statement's `SELECT`.
    pub(crate) with: String,
    /// The condition on rows.
    pub(crate) rows: String,
    /// True for rows in the person's own units.
    pub(crate) inside: String,
    pub(crate) values: Vec<Value>,
}

impl Within {
    fn fixed(rows: &str) -> Self {
        Self { with: String::new(), rows: rows.to_owned(), inside: rows.to_owned(), values: Vec::new() }
    }

    /// 1 for a row in the person's own units, else 0.
    pub(crate) fn inside_column(&self) -> String {
        format!("CAST(CASE WHEN {} THEN 1 ELSE 0 END AS BIGINT) AS inside", self.inside)
    }
}

/// Where a row lies that was read with [`Within::inside_column`].
pub(crate) fn place(row: &QueryResult) -> Result<Place, StoreError> {
    Ok(if get::<i64>(row, "inside")? == 1 { Place::Inside } else { Place::Assigned })
}

const ALL: &str = "1 = 1";
const NONE: &str = "1 = 0";
const REACHED: &str = "(SELECT id FROM reached)";

/// The units from one downwards. `UNION` ends even where the tree is broken into a ring.
fn reached(mark: &str) -> String {
    format!(
        "WITH RECURSIVE reached(id) AS (SELECT id FROM units WHERE id = {mark} UNION SELECT units.id FROM units JOIN reached ON units.parent_id = reached.id) "
    )
}

fn own_findings(person: &str) -> String {
    format!(
        "findings.owner_id = {person} OR findings.leader_id = {person} OR findings.id IN (SELECT finding_id FROM measures WHERE owner_id = {person} OR leader_id = {person})"
    )
}

/// Rows of `findings`; the values take the marks from `first` on.
pub(crate) fn findings(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    match reach {
        Reach::Everything => Within::fixed(ALL),
        Reach::Nothing => Within::fixed(NONE),
        Reach::Own(person) => Within {
            rows: format!("({})", own_findings(&a)),
            values: vec![person.as_str().into()],
            ..Within::fixed(NONE)
        },
        Reach::Below { unit, person } => {
            let inside = format!(
                "(findings.unit_id IN {REACHED} OR findings.inspection_id IN (SELECT id FROM inspections WHERE unit_id IN {REACHED}))"
            );
            let shared = format!(
                "findings.id IN (SELECT finding_id FROM finding_units WHERE unit_id IN {REACHED}) OR findings.id IN (SELECT finding_id FROM measures WHERE unit_id IN {REACHED})"
            );
            Within {
                with: reached(&a),
                rows: format!("({inside} OR {shared} OR {})", own_findings(&b)),
                inside,
                values: vec![unit.as_str().into(), person.as_str().into()],
            }
        }
    }
}

/// Rows of `inspections`: those of the own units, and those with a finding within reach.
pub(crate) fn inspections(reach: &Reach, first: usize) -> Within {
    let of_findings = findings(reach, first);
    let some = format!(
        "EXISTS (SELECT 1 FROM findings WHERE findings.inspection_id = inspections.id AND {})",
        of_findings.rows
    );
    match reach {
        Reach::Everything | Reach::Nothing => of_findings,
        Reach::Own(_) => Within { rows: some, ..of_findings },
        Reach::Below { .. } => {
            let inside = format!("inspections.unit_id IN {REACHED}");
            Within { rows: format!("({inside} OR {some})"), inside, ..of_findings }
        }
    }
}

/// Rows of `units`.
pub(crate) fn units(reach: &Reach, first: usize) -> Within {
    match reach {
        Reach::Everything => Within::fixed(ALL),
        Reach::Nothing | Reach::Own(_) => Within::fixed(NONE),
        Reach::Below { unit, .. } => Within {
            with: reached(&format!("${first}")),
            values: vec![unit.as_str().into()],
            ..Within::fixed(&format!("units.id IN {REACHED}"))
        },
    }
}

/// Rows of `people`; everybody reaches himself.
pub(crate) fn people(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    match reach {
        Reach::Everything => Within::fixed(ALL),
        Reach::Nothing => Within::fixed(NONE),
        Reach::Own(person) => {
            Within { values: vec![person.as_str().into()], ..Within::fixed(&format!("people.id = {a}")) }
        }
        Reach::Below { unit, person } => Within {
            with: reached(&a),
            values: vec![unit.as_str().into(), person.as_str().into()],
            ..Within::fixed(&format!("(people.unit_id IN {REACHED} OR people.id = {b})"))
        },
    }
}
