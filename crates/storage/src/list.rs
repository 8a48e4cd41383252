//! The ledger list: filters, lamps, keyset paging.

use crate::connection::{Database, get};
use crate::inspections::add_group;
use crate::{paper_filter, posts, reach, rows, shared};
use domain::{Gap, Inspection, InspectionId, Lamp, LampRule};
use jiff::civil::Date;
use sea_orm::Value;
use usecases::{FindingFilter, FindingRecord, GapCounts, LampCounts, Page, Reach, Sort, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const NO_DUE: &str = "9999-12-31";

/// The rule is domain::lamp; completions are listed, so that the index on due dates can be used.
fn lamp_condition(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Green => "completion IN ('not_started', 'in_progress', 'mostly_done') AND due > $2",
        Lamp::Yellow => "completion IN ('not_started', 'in_progress', 'mostly_done') AND due >= $1 AND due <= $2",
        Lamp::Red => "completion IN ('not_started', 'in_progress', 'mostly_done') AND due < $1",
        Lamp::Done => "completion IN ('done', 'standing')",
        Lamp::None => "completion IN ('not_started', 'in_progress', 'mostly_done') AND due IS NULL",
    }
}

/// Conditions and their values; $1 and $2 are the lamp dates.
struct Conditions {
    /// Comes before `SELECT`, and behind `FROM`.
    with: String,
    from: &'static str,
    sql: String,
    values: Vec<Value>,
    /// By more than its values.
    narrowed: bool,
}

/// Number of the value that the reach begins with.
const REACH_VALUE: usize = 4;

impl Conditions {
    fn new(reach: &Reach, inspection: &InspectionId, filter: &FindingFilter, today: Date, yellow_until: Date) -> Self {
        let mut values = vec![today.to_string().into(), yellow_until.to_string().into(), inspection.as_str().into()];
        let within = reach::findings(reach, values.len() + 1);
        values.extend(within.values);
        // SQLite counts parameters, so both dates are used even where no lamp is asked for.
        let sql = format!("inspection_id = $3 AND $1 <= $2 AND {}", within.rows);
        let mut conditions = Self { with: within.with, from: within.from, sql, values, narrowed: false };
        let equal = [
            ("completion", &filter.completion),
            ("closure", &filter.closure),
            ("kind", &filter.kind),
            ("fix_type", &filter.fix_type),
            ("area", &filter.area),
        ];
        for (column, value) in equal {
            if let Some(value) = value {
                conditions.add(&format!("{column} = #"), value);
            }
        }
        if let Some(unit) = &filter.unit {
            conditions.add("(unit_id = # OR id IN (SELECT finding_id FROM finding_units WHERE unit_id = #))", unit);
        }
        if let Some(person) = &filter.person {
            conditions.add(
                "(owner_id = # OR leader_id = # OR id IN (SELECT finding_id FROM finding_people WHERE person_id = #))",
                person,
            );
        }
        if let Some(from) = &filter.due_from {
            conditions.add("due >= #", from);
        }
        if let Some(to) = &filter.due_to {
            conditions.add("due <= #", to);
        }
        for gap in &filter.gaps {
            conditions.sql.push_str(&format!(" AND ({})", gap_condition(*gap)));
            conditions.narrowed = true;
        }
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
            let escaped = text.replace('!', "!!").replace('%', "!%").replace('_', "!_");
            conditions.add(
                "(title LIKE # ESCAPE '!' OR body LIKE # ESCAPE '!' OR finding_key LIKE # ESCAPE '!')",
                &format!("%{escaped}%"),
            );
        }
        conditions
    }

    /// Nothing but the inspection is asked for.
    fn is_bare(&self) -> bool {
        self.values.len() == 3 && !self.narrowed
    }

    /// Adds a condition; each `#` stands for the value.
    fn add(&mut self, condition: &str, value: &str) {
        self.values.push(value.into());
        let mark = format!("${}", self.values.len());
        self.sql.push_str(" AND ");
        self.sql.push_str(&condition.replace('#', &mark));
    }
}

/// Counts of a whole inspection: one range of the index on due dates for each lamp.
async fn bare_counts(db: &Database, values: Vec<Value>) -> Result<LampCounts> {
    let sums: Vec<String> = Lamp::ALL
        .iter()
        .map(|lamp| {
            let condition = lamp_condition(*lamp);
            format!("(SELECT COUNT(*) FROM findings WHERE inspection_id = $3 AND {condition}) AS lamp_{}", lamp.name())
        })
        .collect();
    // SQLite counts parameters, so both dates are used in any case.
    let sql = format!("SELECT {} WHERE $1 <= $2", sums.join(", "));
    let mut counts = LampCounts::default();
    if let Some(row) = db.one(&sql, values).await? {
        for (lamp, count) in Lamp::ALL.iter().zip(&mut counts.0) {
            *count = get(&row, &format!("lamp_{}", lamp.name()))?;
        }
    }
    Ok(counts)
}

/// A page: one statement for the counts, one for the rows, one for those who share them.
pub(crate) async fn page(
    db: &Database,
    reach: &Reach,
    inspection: &InspectionId,
    filter: &FindingFilter,
    seen: &Reach,
    today: Date,
    rule: &LampRule,
) -> Result<Page> {
    let mut conditions = Conditions::new(reach, inspection, filter, today, rule.yellow_until(today));
    if !filter.paper.is_empty() {
        let reached = (!conditions.with.is_empty()).then_some(REACH_VALUE);
        let next = conditions.values.len() + 1;
        let paper = paper_filter::condition(db, &filter.paper, seen, inspection, next, reached).await?;
        conditions.with.push_str(&paper.with);
        conditions.sql.push_str(&format!(" AND {}", paper.sql));
        conditions.values.extend(paper.values);
        conditions.narrowed = true;
    }
    let lamp_counts = if conditions.is_bare() {
        bare_counts(db, conditions.values.clone()).await?
    } else {
        let Conditions { with, from, sql, .. } = &conditions;
        let sql =
            format!("{with}SELECT completion, due, COUNT(*) AS n FROM {from} WHERE {sql} GROUP BY completion, due");
        let mut counts = LampCounts::default();
        for row in &db.all(&sql, conditions.values.clone()).await? {
            add_group(row, today, rule, &mut counts)?;
        }
        counts
    };
    if !filter.lamps.is_empty() {
        let lit = |lamp: &Lamp| Lamp::ALL.iter().zip(lamp_counts.0).any(|(one, n)| one == lamp && n > 0);
        if !filter.lamps.iter().any(lit) {
            return Ok(Page { rows: Vec::new(), next: None, lamps: lamp_counts });
        }
        let any: Vec<String> = filter.lamps.iter().map(|lamp| format!("({})", lamp_condition(*lamp))).collect();
        conditions.sql.push_str(&format!(" AND ({})", any.join(" OR ")));
    }
    let order = continue_after(&mut conditions, filter)?;
    let limit = filter.limit.clamp(1, 500);
    let Conditions { with, from, sql, .. } = &conditions;
    let sql = format!("{with}SELECT * FROM {from} WHERE {sql} ORDER BY {order} LIMIT {}", limit + 1);
    let found = db.all(&sql, conditions.values).await?;
    let more = found.len() as u64 > limit;
    let mut records: Vec<FindingRecord> = Vec::with_capacity(found.len());
    let mut updated = 0i64;
    for row in found.iter().take(limit as usize) {
        records.push(rows::finding(row)?);
        updated = get(row, "updated_at")?;
    }
    shared::of_findings(db, &mut records).await?;
    let next = records.last().filter(|_| more).map(|last| cursor(filter.sort, last, updated));
    Ok(Page { rows: records, next, lamps: lamp_counts })
}

/// The condition that continues after the cursor, and the order.
fn continue_after(conditions: &mut Conditions, filter: &FindingFilter) -> Result<&'static str> {
    let first = conditions.values.len() + 1;
    if let Some(after) = &filter.after {
        let (head, serial) = after
            .rsplit_once('|')
            .and_then(|(head, serial)| Some((head.to_owned(), serial.parse::<i64>().ok()?)))
            .ok_or(StoreError::Cursor)?;
        let (a, b) = (format!("${first}"), format!("${}", first + 1));
        let (condition, head) = match filter.sort {
            Sort::Serial => (format!(" AND ({a} = {a} AND serial > {b})"), Value::from(head)),
            Sort::Due if head.parse::<Date>().is_err() => return Err(StoreError::Cursor),
            Sort::Due => (
                format!(" AND (COALESCE(due, '{NO_DUE}') > {a} OR (COALESCE(due, '{NO_DUE}') = {a} AND serial > {b}))"),
                Value::from(head),
            ),
            Sort::Updated => (
                format!(" AND (updated_at < {a} OR (updated_at = {a} AND serial > {b}))"),
                Value::from(head.parse::<i64>().map_err(|_| StoreError::Cursor)?),
            ),
        };
        conditions.sql.push_str(&condition);
        conditions.values.extend([head, serial.into()]);
    }
    Ok(match filter.sort {
        Sort::Serial => "serial",
        Sort::Due => "COALESCE(due, '9999-12-31'), serial",
        Sort::Updated => "updated_at DESC, serial",
    })
}

fn cursor(sort: Sort, last: &FindingRecord, updated: i64) -> String {
    let f = &last.finding;
    match sort {
        Sort::Serial => format!("s|{}", f.serial),
        Sort::Due => format!("{}|{}", f.due.map_or_else(|| NO_DUE.to_owned(), |d| d.to_string()), f.serial),
        Sort::Updated => format!("{updated}|{}", f.serial),
    }
}

/// Findings that lack something, of those where it must be there; a standing one has no date of its own.
fn gap_condition(gap: Gap) -> &'static str {
    match gap {
        Gap::Leader => "findings.leader_id IS NULL",
        Gap::Unit => "findings.unit_id IS NULL",
        Gap::Owner => "findings.owner_id IS NULL",
        Gap::Due => "findings.due IS NULL AND (findings.fix_type IS NULL OR findings.fix_type <> 'standing')",
    }
}

/// How many findings within reach lack what; the leaders without any item only for who sees all of the round.
pub(crate) async fn gaps(db: &Database, reach: &Reach, inspection: &Inspection, today: Date) -> Result<GapCounts> {
    let within = reach::findings(reach, 2);
    let sums: Vec<String> = Gap::ALL
        .iter()
        .map(|gap| format!("COUNT(CASE WHEN {} THEN 1 END) AS gap_{}", gap_condition(*gap), gap.name()))
        .collect();
    let sql = format!(
        "{}SELECT COUNT(*) AS n, {} FROM {} WHERE inspection_id = $1 AND {}",
        within.with,
        sums.join(", "),
        within.from,
        within.rows
    );
    let mut counts = GapCounts::default();
    if let Some(row) = db.one(&sql, crate::findings::behind(inspection.id.as_str(), within.values)).await? {
        counts.findings = get(&row, "n")?;
        for gap in Gap::ALL {
            counts.missing.push(get(&row, &format!("gap_{}", gap.name()))?);
        }
    }
    if *reach == Reach::Everything {
        let id = inspection.id.as_str();
        counts.without_items = posts::leaders_without_items(db, &inspection.unit, id, today).await?;
    }
    Ok(counts)
}
