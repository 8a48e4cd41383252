//! What a person reaches, as a condition on rows.

use crate::connection::get;
use sea_orm::{QueryResult, Value};
use usecases::{Place, Reach, StoreError};

/// The part of a statement that keeps it within reach.
pub(crate) struct Within {
    /// Comes before the statement's `SELECT`.
    pub(crate) with: String,
    /// Stands behind `FROM`. The rows within reach come first: a few of many are not looked for among all.
    pub(crate) from: &'static str,
    /// The condition on rows.
    pub(crate) rows: String,
    /// True for rows in the person's own units.
    pub(crate) inside: String,
    pub(crate) values: Vec<Value>,
}

impl Within {
    fn fixed(from: &'static str, rows: &str) -> Self {
        Self { with: String::new(), from, rows: rows.to_owned(), inside: rows.to_owned(), values: Vec::new() }
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
        "WITH RECURSIVE reached(id) AS (SELECT id FROM units WHERE id = {mark} UNION SELECT units.id FROM units JOIN reached ON units.parent_id = reached.id)"
    )
}

/// Rows of `findings` in a list: the identifiers within reach are worked out once, each part from an index.
pub(crate) fn findings(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    let own = |person: &str| {
        format!(
            "SELECT id FROM findings WHERE owner_id = {person} UNION SELECT id FROM findings WHERE leader_id = {person} UNION SELECT finding_id FROM measures WHERE owner_id = {person} UNION SELECT finding_id FROM measures WHERE leader_id = {person}"
        )
    };
    let units = format!(
        "SELECT id FROM findings WHERE unit_id IN {REACHED} UNION SELECT id FROM findings WHERE inspection_id IN (SELECT id FROM inspections WHERE unit_id IN {REACHED}) UNION SELECT finding_id FROM finding_units WHERE unit_id IN {REACHED} UNION SELECT finding_id FROM measures WHERE unit_id IN {REACHED}"
    );
    let (with, inside, values) = match reach {
        Reach::Everything => return Within::fixed("findings", ALL),
        Reach::Nothing => return Within::fixed("findings", NONE),
        Reach::Own(person) => {
            (format!("WITH mine(mine_id) AS ({}) ", own(&a)), NONE.to_owned(), vec![person.as_str().into()])
        }
        Reach::Below { unit, person } => (
            format!("{}, mine(mine_id) AS ({units} UNION {}) ", reached(&a), own(&b)),
            INSIDE.to_owned(),
            vec![unit.as_str().into(), person.as_str().into()],
        ),
    };
    Within { with, from: "mine CROSS JOIN findings", rows: "findings.id = mine.mine_id".to_owned(), inside, values }
}

/// One row of `findings`, named by its key: looked at by itself, however much is within reach.
pub(crate) fn finding(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    let own = |person: &str| {
        format!(
            "findings.owner_id = {person} OR findings.leader_id = {person} OR EXISTS (SELECT 1 FROM measures WHERE finding_id = findings.id AND (owner_id = {person} OR leader_id = {person}))"
        )
    };
    let shared = |table: &str| {
        format!("EXISTS (SELECT 1 FROM {table} WHERE finding_id = findings.id AND {table}.unit_id IN {REACHED})")
    };
    match reach {
        Reach::Everything => Within::fixed("findings", ALL),
        Reach::Nothing => Within::fixed("findings", NONE),
        Reach::Own(person) => Within {
            rows: format!("({})", own(&a)),
            values: vec![person.as_str().into()],
            ..Within::fixed("findings", NONE)
        },
        Reach::Below { unit, person } => Within {
            with: format!("{} ", reached(&a)),
            from: "findings",
            rows: format!("({INSIDE} OR {} OR {} OR {})", shared("finding_units"), shared("measures"), own(&b)),
            inside: INSIDE.to_owned(),
            values: vec![unit.as_str().into(), person.as_str().into()],
        },
    }
}

/// A finding in the own units: its department is, or the inspected unit is.
const INSIDE: &str = "(findings.unit_id IN (SELECT id FROM reached) OR EXISTS (SELECT 1 FROM inspections WHERE inspections.id = findings.inspection_id AND inspections.unit_id IN (SELECT id FROM reached)))";

/// Rows of `inspections`: those of the own units, and those with a finding within reach.
pub(crate) fn inspections(reach: &Reach, first: usize) -> Within {
    let within = findings(reach, first);
    let some = format!("inspections.id IN (SELECT findings.inspection_id FROM {} WHERE {})", within.from, within.rows);
    let inside = format!("inspections.unit_id IN {REACHED}");
    match reach {
        Reach::Everything => Within::fixed("inspections", ALL),
        Reach::Nothing => Within::fixed("inspections", NONE),
        Reach::Own(_) => Within { from: "inspections", rows: some, ..within },
        Reach::Below { .. } => Within { from: "inspections", rows: format!("({inside} OR {some})"), inside, ..within },
    }
}

/// Rows of `units`.
pub(crate) fn units(reach: &Reach, first: usize) -> Within {
    match reach {
        Reach::Everything => Within::fixed("units", ALL),
        Reach::Nothing | Reach::Own(_) => Within::fixed("units", NONE),
        Reach::Below { unit, .. } => Within {
            with: format!("{} ", reached(&format!("${first}"))),
            values: vec![unit.as_str().into()],
            ..Within::fixed("units", &format!("units.id IN {REACHED}"))
        },
    }
}

/// Rows of `templates`: those of the own units, and those of the units above, which hold below too.
pub(crate) fn templates(reach: &Reach, first: usize) -> Within {
    match reach {
        Reach::Everything => Within::fixed("templates", ALL),
        Reach::Nothing | Reach::Own(_) => Within::fixed("templates", NONE),
        Reach::Below { unit, .. } => {
            let mark = format!("${first}");
            let above = format!(
                "above(id) AS (SELECT parent_id FROM units WHERE id = {mark} UNION SELECT units.parent_id FROM units JOIN above ON units.id = above.id)"
            );
            let inside = format!("templates.unit_id IN {REACHED}");
            Within {
                with: format!("{}, {above} ", reached(&mark)),
                from: "templates",
                rows: format!("({inside} OR templates.unit_id IN (SELECT id FROM above WHERE id IS NOT NULL))"),
                inside,
                values: vec![unit.as_str().into()],
            }
        }
    }
}

/// Rows of `people`; everybody reaches himself.
pub(crate) fn people(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    match reach {
        Reach::Everything => Within::fixed("people", ALL),
        Reach::Nothing => Within::fixed("people", NONE),
        Reach::Own(person) => {
            Within { values: vec![person.as_str().into()], ..Within::fixed("people", &format!("people.id = {a}")) }
        }
        Reach::Below { unit, person } => Within {
            with: format!("{} ", reached(&a)),
            values: vec![unit.as_str().into(), person.as_str().into()],
            ..Within::fixed("people", &format!("(people.unit_id IN {REACHED} OR people.id = {b})"))
        },
    }
}
