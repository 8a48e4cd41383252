//! What a person reaches, as a condition on rows.

use crate::connection::get;
use sea_orm::{QueryResult, Value};
use usecases::{Extent, Place, Reach, Scope, StoreError};

/// The part of a statement that keeps it within reach.
pub(crate) struct Within {
    /// Comes before the statement's `SELECT`.
    pub(crate) with: String,
    /// Stands behind `FROM`. The rows within reach come first: a few of many are not looked for among all.
    pub(crate) from: &'static str,
    /// The condition on rows.
    pub(crate) rows: String,
    /// The seats of the person above a row, one bit each.
    pub(crate) seats: String,
    pub(crate) values: Vec<Value>,
}

impl Within {
    fn fixed(from: &'static str, rows: &str, seats: i64) -> Self {
        let (with, rows) = (String::new(), rows.to_owned());
        Self { with, from, rows, seats: seats.to_string(), values: Vec::new() }
    }

    fn everything(from: &'static str) -> Self {
        Self::fixed(from, ALL, Place::EVERYWHERE.0)
    }

    fn nothing(from: &'static str) -> Self {
        Self::fixed(from, NONE, 0)
    }

    /// The seats above a row, as a column.
    pub(crate) fn seats_column(&self) -> String {
        format!("CAST({} AS BIGINT) AS seats", self.seats)
    }
}

/// The seats above a row that was read with [`Within::seats_column`].
pub(crate) fn place(row: &QueryResult) -> Result<Place, StoreError> {
    Ok(Place(get(row, "seats")?))
}

pub(crate) const ALL: &str = "1 = 1";
pub(crate) const NONE: &str = "1 = 0";
const REACHED: &str = "(SELECT id FROM reached)";

/// A scope as parts of a statement.
struct Parts {
    /// The units from each seat downwards; empty without seats.
    with: String,
    /// The people, with commas between.
    people: String,
    /// Of the units, and of the people where they are asked about.
    values: Vec<Value>,
}

impl Parts {
    fn of(scope: &Scope, first: usize) -> Self {
        let mut values: Vec<Value> = Vec::new();
        let mut mark = |value: &str| {
            values.push(value.into());
            format!("${}", first + values.len() - 1)
        };
        // `UNION` ends even where the tree is broken into a ring.
        let start = |(bit, unit): &(i64, domain::UnitId)| {
            format!("SELECT id, CAST({bit} AS BIGINT) FROM units WHERE id = {}", mark(unit.as_str()))
        };
        let starts: Vec<String> = scope.seats.iter().map(start).collect();
        let with = match starts.is_empty() {
            true => String::new(),
            false => format!(
                "WITH RECURSIVE reached(id, seat) AS ({} UNION SELECT units.id, reached.seat FROM units JOIN reached ON units.parent_id = reached.id)",
                starts.join(" UNION ")
            ),
        };
        let people = match scope.extent {
            // All rows are within reach: nobody asks whose they are.
            Extent::All => String::new(),
            Extent::Units => scope.people.iter().map(|id| mark(id.as_str())).collect::<Vec<_>>().join(", "),
        };
        Self { with, people, values }
    }

    /// Begins a statement, or goes on with its tables.
    fn begun(&self) -> String {
        if self.with.is_empty() { String::new() } else { format!("{} ", self.with) }
    }
}

/// One bit for each seat above a row; `above` is the condition with `#` for the units of the seat.
fn seats(scope: &Scope, above: &str) -> String {
    let one = |(bit, _): &(i64, domain::UnitId)| {
        let units = match scope.seats.len() {
            1 => REACHED.to_owned(),
            _ => format!("(SELECT id FROM reached WHERE seat = {bit})"),
        };
        format!("CASE WHEN {} THEN {bit} ELSE 0 END", above.replace('#', &units))
    };
    let all: Vec<String> = scope.seats.iter().map(one).collect();
    if all.is_empty() { "0".to_owned() } else { format!("({})", all.join(" + ")) }
}

/// A finding below a unit: its department is, or the inspected unit is.
const ABOVE_FINDING: &str = "(findings.unit_id IN # OR EXISTS (SELECT 1 FROM inspections WHERE inspections.id = findings.inspection_id AND inspections.unit_id IN #))";

/// Rows of `findings` in a list: the identifiers within reach are worked out once, each part from an index.
pub(crate) fn findings(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything => return Within::everything("findings"),
        Reach::Nothing => return Within::nothing("findings"),
        Reach::Within(scope) => scope,
    };
    let parts = Parts::of(scope, first);
    let seats = seats(scope, ABOVE_FINDING);
    if scope.extent == Extent::All {
        return Within { with: parts.begun(), values: parts.values, seats, ..Within::everything("findings") };
    }
    let one = |way: &Way| match way.table {
        "findings" => format!("SELECT id FROM findings WHERE {}", way.condition),
        other => format!("SELECT finding_id FROM {other} WHERE {}", way.condition),
    };
    let mut mine: Vec<String> = ways(scope, &parts.people).iter().map(one).collect();
    if !scope.seats.is_empty() {
        let of_round = "SELECT id FROM findings WHERE inspection_id IN (SELECT id FROM inspections WHERE unit_id IN #)";
        mine.push(of_round.replace('#', REACHED));
    }
    let before = if parts.with.is_empty() { "WITH".to_owned() } else { format!("{},", parts.with) };
    Within {
        with: format!("{before} mine(mine_id) AS ({}) ", mine.join(" UNION ")),
        from: "mine CROSS JOIN findings",
        rows: "findings.id = mine.mine_id".to_owned(),
        seats,
        values: parts.values,
    }
}

/// One row of `findings`, named by its key: looked at by itself, however much is within reach.
pub(crate) fn finding(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything => return Within::everything("findings"),
        Reach::Nothing => return Within::nothing("findings"),
        Reach::Within(scope) => scope,
    };
    let parts = Parts::of(scope, first);
    let seats = seats(scope, ABOVE_FINDING);
    if scope.extent == Extent::All {
        return Within { with: parts.begun(), values: parts.values, seats, ..Within::everything("findings") };
    }
    let one = |way: &Way| match way.table {
        "findings" => way.condition.clone(),
        other => {
            let condition = &way.condition;
            format!("EXISTS (SELECT 1 FROM {other} WHERE {other}.finding_id = findings.id AND {condition})")
        }
    };
    let mut any: Vec<String> = ways(scope, &parts.people).iter().map(one).collect();
    if !scope.seats.is_empty() {
        any.push(ABOVE_FINDING.replace('#', REACHED));
    }
    let rows = format!("({})", any.join(" OR "));
    Within { with: parts.begun(), from: "findings", rows, seats, values: parts.values }
}

/// Rows of `inspections`: those of the own units, and those with a finding within reach.
pub(crate) fn inspections(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything => return Within::everything("inspections"),
        Reach::Nothing => return Within::nothing("inspections"),
        Reach::Within(scope) => scope,
    };
    let within = findings(reach, first);
    let seats = seats(scope, "inspections.unit_id IN #");
    if scope.extent == Extent::All {
        return Within { from: "inspections", seats, ..within };
    }
    let mut any =
        vec![format!("inspections.id IN (SELECT findings.inspection_id FROM {} WHERE {})", within.from, within.rows)];
    if !scope.seats.is_empty() {
        any.push(format!("inspections.unit_id IN {REACHED}"));
    }
    Within { from: "inspections", rows: format!("({})", any.join(" OR ")), seats, ..within }
}

/// One row of `inspections`, named by its key: whether a finding of it is within reach is asked of the indexes on
/// units and people, and a whole round is never walked for one department.
pub(crate) fn inspection(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything => return Within::everything("inspections"),
        Reach::Nothing => return Within::nothing("inspections"),
        Reach::Within(scope) => scope,
    };
    let parts = Parts::of(scope, first);
    let seats = seats(scope, "inspections.unit_id IN #");
    if scope.extent == Extent::All {
        return Within { with: parts.begun(), values: parts.values, seats, ..Within::everything("inspections") };
    }
    // What is joined to nothing is no column of an index: the range of the round is not taken for it.
    let of_round = "findings.inspection_id || '' = inspections.id";
    let some = |Way { table, condition }: &Way| match *table {
        "findings" => format!("EXISTS (SELECT 1 FROM findings WHERE {condition} AND {of_round})"),
        other => format!(
            "EXISTS (SELECT 1 FROM {other} CROSS JOIN findings WHERE findings.id = {other}.finding_id AND {condition} AND {of_round})"
        ),
    };
    let mut any: Vec<String> = ways(scope, &parts.people).iter().map(some).collect();
    if !scope.seats.is_empty() {
        any.push(format!("inspections.unit_id IN {REACHED}"));
    }
    let rows = format!("({})", any.join(" OR "));
    Within { with: parts.begun(), from: "inspections", rows, seats, values: parts.values }
}

/// One way of answering for a finding: a table, and the condition on its rows.
struct Way {
    table: &'static str,
    condition: String,
}

/// Every way of answering for a finding, each from an index. What is below the own units by its round is not among
/// them: each caller asks for that in the way that is cheap for it.
fn ways(scope: &Scope, people: &str) -> Vec<Way> {
    let way = |table: &'static str, condition: String| Way { table, condition };
    let of_people = |(table, column): (&'static str, &str)| way(table, format!("{table}.{column} IN ({people})"));
    let mut all: Vec<Way> = [
        ("findings", "owner_id"),
        ("findings", "leader_id"),
        ("finding_people", "person_id"),
        ("measures", "owner_id"),
        ("measures", "leader_id"),
        ("measure_people", "person_id"),
    ]
    .map(of_people)
    .into();
    let lasting = format!("standing_duties.owner_id IN ({people}) AND standing_duties.ended IS NULL");
    all.push(way("standing_duties", lasting));
    if !scope.seats.is_empty() {
        let below = ["findings", "finding_units", "measures", "measure_units"];
        all.extend(below.map(|table| way(table, own_unit(table))));
    }
    all
}

fn own_unit(table: &str) -> String {
    format!("{table}.unit_id IN {REACHED}")
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
    let (pick, beside, order) = match side {
        Side::Before => ("MAX", "findings.serial < $2", " DESC"),
        Side::After => ("MIN", "findings.serial > $2", ""),
    };
    let counted = crate::family::COUNTED;
    let first_of = |condition: &str| {
        format!(
            "(SELECT findings.serial FROM findings WHERE {condition} AND findings.inspection_id = $1 AND {beside} AND {counted} ORDER BY findings.serial{order} LIMIT 1)"
        )
    };
    let scope = match reach {
        Reach::Nothing => return (String::new(), first_of(NONE), Vec::new()),
        Reach::Everything | Reach::Within(Scope { extent: Extent::All, .. }) => {
            return (String::new(), first_of(ALL), Vec::new());
        }
        Reach::Within(scope) => scope,
    };
    let parts = Parts::of(scope, first);
    let among = |Way { table, condition }: &Way| {
        let (from, joined) = match *table {
            "findings" => ("findings".to_owned(), String::new()),
            other => (format!("{other} CROSS JOIN findings"), format!("findings.id = {other}.finding_id AND ")),
        };
        format!(
            "(SELECT {pick}(findings.serial) FROM {from} WHERE {joined}{condition} AND findings.inspection_id || '' = $1 AND {beside} AND {counted})"
        )
    };
    // Of the own units each is asked for its nearest: a department has many findings in a row.
    let all = ways(scope, &parts.people);
    let own = own_unit("findings");
    let mut asked: Vec<String> = all.iter().filter(|way| way.condition != own).map(among).collect();
    if !scope.seats.is_empty() {
        let of_unit = first_of("findings.unit_id = reached.id");
        asked.push(format!("(SELECT {pick}(own.serial) FROM (SELECT {of_unit} AS serial FROM reached) AS own)"));
        // The round comes first: where it is not of the own units, none of its findings is looked at.
        asked.push(format!(
            "(SELECT findings.serial FROM inspections CROSS JOIN findings WHERE inspections.id = $1 AND inspections.unit_id IN {REACHED} AND findings.inspection_id = inspections.id AND {beside} AND {counted} ORDER BY findings.serial{order} LIMIT 1)"
        ));
    }
    let rows: Vec<String> = asked.iter().map(|way| format!("SELECT {way} AS serial")).collect();
    (parts.begun(), format!("(SELECT {pick}(way.serial) FROM ({}) AS way)", rows.join(" UNION ALL ")), parts.values)
}

/// Rows of `units`.
pub(crate) fn units(reach: &Reach, first: usize) -> Within {
    match reach {
        Reach::Everything => Within::everything("units"),
        Reach::Within(Scope { extent: Extent::All, .. }) => Within::everything("units"),
        Reach::Within(scope) if !scope.seats.is_empty() => {
            let parts = Parts::of(&Scope { people: Vec::new(), ..scope.clone() }, first);
            let rows = format!("units.id IN {REACHED}");
            Within { with: parts.begun(), rows, values: parts.values, ..Within::nothing("units") }
        }
        Reach::Nothing | Reach::Within(_) => Within::nothing("units"),
    }
}

/// Rows of `templates`: those of the own units, and those of the units above, which hold below too.
pub(crate) fn templates(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything => return Within::everything("templates"),
        Reach::Nothing => return Within::nothing("templates"),
        Reach::Within(scope) => scope,
    };
    // Whose a template is does not depend on people.
    let scope = &Scope { people: Vec::new(), ..scope.clone() };
    let parts = Parts::of(scope, first);
    let seats = seats(scope, "templates.unit_id IN #");
    if scope.extent == Extent::All {
        return Within { with: parts.begun(), values: parts.values, seats, ..Within::everything("templates") };
    }
    if scope.seats.is_empty() {
        return Within::nothing("templates");
    }
    let marks: Vec<String> = (0..scope.seats.len()).map(|at| format!("${}", first + at)).collect();
    let above = format!(
        "above(id) AS (SELECT parent_id FROM units WHERE id IN ({}) UNION SELECT units.parent_id FROM units JOIN above ON units.id = above.id)",
        marks.join(", ")
    );
    let rows =
        format!("(templates.unit_id IN {REACHED} OR templates.unit_id IN (SELECT id FROM above WHERE id IS NOT NULL))");
    Within { with: format!("{}, {above} ", parts.with), from: "templates", rows, seats, values: parts.values }
}

/// Rows of `people`: who is or was given a position in the units; everybody reaches himself and those who let him act.
pub(crate) fn people(reach: &Reach, first: usize) -> Within {
    let scope = match reach {
        Reach::Everything | Reach::Within(Scope { extent: Extent::All, .. }) => return Within::everything("people"),
        Reach::Nothing => return Within::nothing("people"),
        Reach::Within(scope) => scope,
    };
    let parts = Parts::of(scope, first);
    let mut any = vec![format!("people.id IN ({})", parts.people)];
    if !scope.seats.is_empty() {
        any.push(format!("people.unit_id IN {REACHED}"));
        any.push(format!(
            "people.id IN (SELECT person_id FROM positions WHERE kind = 'further' AND unit_id IN {REACHED})"
        ));
    }
    let rows = format!("({})", any.join(" OR "));
    Within { with: parts.begun(), rows, values: parts.values, ..Within::nothing("people") }
}
