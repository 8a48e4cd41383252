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

/// One row of `inspections`, named by its key: whether a finding of it is within reach is asked of the indexes on
/// units and people, and a whole round is never walked for one department.
pub(crate) fn inspection(reach: &Reach, first: usize) -> Within {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    // What is joined to nothing is no column of an index: the range of the round is not taken for it.
    let of_round = "findings.inspection_id || '' = inspections.id";
    let some = |table: &str, condition: &str| match table {
        "findings" => format!("EXISTS (SELECT 1 FROM findings WHERE {condition} AND {of_round})"),
        other => format!(
            "EXISTS (SELECT 1 FROM {other} CROSS JOIN findings WHERE findings.id = {other}.finding_id AND {condition} AND {of_round})"
        ),
    };
    let own = |person: &str| {
        [
            some("findings", &format!("findings.owner_id = {person}")),
            some("findings", &format!("findings.leader_id = {person}")),
            some("measures", &format!("measures.owner_id = {person}")),
            some("measures", &format!("measures.leader_id = {person}")),
        ]
        .join(" OR ")
    };
    match reach {
        Reach::Everything => Within::fixed("inspections", ALL),
        Reach::Nothing => Within::fixed("inspections", NONE),
        Reach::Own(person) => Within {
            rows: format!("({})", own(&a)),
            values: vec![person.as_str().into()],
            ..Within::fixed("inspections", NONE)
        },
        Reach::Below { unit, person } => {
            let inside = format!("inspections.unit_id IN {REACHED}");
            let units = [
                some("findings", &format!("findings.unit_id IN {REACHED}")),
                some("finding_units", &format!("finding_units.unit_id IN {REACHED}")),
                some("measures", &format!("measures.unit_id IN {REACHED}")),
            ]
            .join(" OR ");
            Within {
                with: format!("{} ", reached(&a)),
                from: "inspections",
                rows: format!("({inside} OR {units} OR {})", own(&b)),
                inside,
                values: vec![unit.as_str().into(), person.as_str().into()],
            }
        }
    }
}

/// Which of two neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// The serial of the nearest finding within reach on one side of serial `$2` in round `$1`; each way of reaching a
/// finding is asked for its nearest. What comes before the statement, the expression, the values.
pub(crate) fn nearest(reach: &Reach, first: usize, side: Side) -> (String, String, Vec<Value>) {
    let (a, b) = (format!("${first}"), format!("${}", first + 1));
    let (pick, beside) = match side {
        Side::Before => ("MAX", "findings.serial < $2"),
        Side::After => ("MIN", "findings.serial > $2"),
    };
    let counted = crate::family::COUNTED;
    let order = if side == Side::Before { " DESC" } else { "" };
    let first_of = |condition: &str| {
        format!(
            "(SELECT findings.serial FROM findings WHERE {condition} AND findings.inspection_id = $1 AND {beside} AND {counted} ORDER BY findings.serial{order} LIMIT 1)"
        )
    };
    let among = |from: &str, condition: &str| {
        format!(
            "(SELECT {pick}(findings.serial) FROM {from} WHERE {condition} AND findings.inspection_id || '' = $1 AND {beside} AND {counted})"
        )
    };
    let own = |person: &str| {
        let measures = "measures CROSS JOIN findings";
        let joined = "findings.id = measures.finding_id";
        [
            among("findings", &format!("findings.owner_id = {person}")),
            among("findings", &format!("findings.leader_id = {person}")),
            among(measures, &format!("{joined} AND measures.owner_id = {person}")),
            among(measures, &format!("{joined} AND measures.leader_id = {person}")),
        ]
    };
    let (with, ways, values): (String, Vec<String>, Vec<Value>) = match reach {
        Reach::Everything => (String::new(), vec![first_of(ALL)], Vec::new()),
        Reach::Nothing => (String::new(), vec![first_of(NONE)], Vec::new()),
        Reach::Own(person) => (String::new(), own(&a).into(), vec![person.as_str().into()]),
        Reach::Below { unit, person } => {
            // The round comes first: where it is not of the own units, none of its findings is looked at.
            let round = format!(
                "(SELECT findings.serial FROM inspections CROSS JOIN findings WHERE inspections.id = $1 AND inspections.unit_id IN {REACHED} AND findings.inspection_id = inspections.id AND {beside} AND {counted} ORDER BY findings.serial{order} LIMIT 1)"
            );
            let of_unit = first_of("findings.unit_id = reached.id");
            let mut ways = vec![
                format!("(SELECT {pick}(own.serial) FROM (SELECT {of_unit} AS serial FROM reached) AS own)"),
                round,
                among(
                    "finding_units CROSS JOIN findings",
                    &format!("findings.id = finding_units.finding_id AND finding_units.unit_id IN {REACHED}"),
                ),
                among(
                    "measures CROSS JOIN findings",
                    &format!("findings.id = measures.finding_id AND measures.unit_id IN {REACHED}"),
                ),
            ];
            ways.extend(own(&b));
            (format!("{} ", reached(&a)), ways, vec![unit.as_str().into(), person.as_str().into()])
        }
    };
    let rows: Vec<String> = ways.iter().map(|way| format!("SELECT {way} AS serial")).collect();
    (with, format!("(SELECT {pick}(way.serial) FROM ({}) AS way)", rows.join(" UNION ALL ")), values)
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
