//! The ledger list: filters, lamps, keyset paging.

use crate::connection::{Database, get};
use crate::search_condition::{Words, holds, substring, table};
use crate::{family, paper_filter, posts, reach, rows, shared};
use domain::{Gap, Inspection, InspectionId, Lamp, LampRule};
use jiff::civil::Date;
use sea_orm::{DatabaseBackend, QueryResult, Value};
use usecases::{FindingFilter, FindingRecord, GapCounts, LampCounts, LedgerPart, Page, Reach, Sort, StoreError};

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
#[derive(Clone)]
struct Conditions {
    backend: DatabaseBackend,
    /// Comes before `SELECT`, and behind `FROM`.
    with: String,
    from: String,
    sql: String,
    values: Vec<Value>,
    /// By more than its values.
    narrowed: bool,
    words: Option<Words>,
}

/// Number of the value that the reach begins with.
const REACH_VALUE: usize = 4;

/// Values when nothing but the inspection is asked for.
const BARE: usize = 3;

impl Conditions {
    fn new(db: &Database, reach: &Reach, inspection: &InspectionId, filter: &FindingFilter, days: [Date; 2]) -> Self {
        let [today, yellow_until] = days;
        let mut values = vec![today.to_string().into(), yellow_until.to_string().into(), inspection.as_str().into()];
        let within = reach::findings(reach, values.len() + 1);
        values.extend(within.values);
        let counted = match filter.part {
            LedgerPart::Counted => "NOT IN",
            LedgerPart::SetAside => "IN",
        };
        // SQLite counts parameters, so both dates are used even where no lamp is asked for.
        let sql =
            format!("inspection_id = $3 AND $1 <= $2 AND {} AND findings.id {counted} {}", within.rows, family::ASIDE);
        let words = filter.text.as_deref().and_then(Words::new);
        let (backend, from) = (db.backend(), within.from.to_owned());
        let mut conditions = Self { backend, with: within.with, from, sql, values, narrowed: false, words };
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
            conditions.add(
                "(findings.unit_id = # OR findings.id IN (SELECT finding_id FROM finding_units WHERE unit_id = #))",
                unit,
            );
        }
        if let Some(person) = &filter.person {
            conditions.add(
                "(owner_id = # OR leader_id = # OR findings.id IN (SELECT finding_id FROM finding_people WHERE person_id = #))",
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
        conditions
    }

    /// Adds a condition; each `#` stands for the value.
    fn add(&mut self, condition: &str, value: &str) {
        let mark = self.mark(value);
        self.sql.push_str(" AND ");
        self.sql.push_str(&condition.replace('#', &mark));
    }

    fn mark(&mut self, value: &str) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// With the words looked for in each row.
    fn reading(&self) -> Self {
        let mut all = self.clone();
        if let Some(words) = &self.words {
            let mark = all.mark(&words.pattern);
            all.sql.push_str(&format!(" AND {}", substring(self.backend, &mark)));
        }
        all
    }

    /// With the words looked for in the index first, for somebody who reaches all.
    fn indexed(&self) -> Self {
        let Some(words) = &self.words else { return self.clone() };
        let Some(pairs) = &words.indexed else { return self.reading() };
        let mut all = if words.exact { self.clone() } else { self.reading() };
        let mark = all.mark(pairs);
        all.from = format!("{} CROSS JOIN findings", table(self.backend));
        all.sql.push_str(&format!(" AND {} AND findings.id = finding_search.of_finding", holds(self.backend, &mark)));
        all
    }
}

/// Counts of a whole inspection: one range of the index on due dates for each lamp, less the few that are set aside.
async fn bare_counts(db: &Database, values: Vec<Value>) -> Result<LampCounts> {
    let sums: Vec<String> = Lamp::ALL
        .iter()
        .map(|lamp| {
            let (condition, name) = (lamp_condition(*lamp), lamp.name());
            format!("(SELECT COUNT(*) FROM findings WHERE inspection_id = $3 AND {condition}) - (SELECT COUNT(*) FROM findings WHERE findings.id IN {ASIDE} AND inspection_id = $3 AND {condition}) AS lamp_{name}", ASIDE = family::ASIDE)
        })
        .collect();
    // SQLite counts parameters, so both dates are used in any case.
    let sql = format!("SELECT {} WHERE $1 <= $2", sums.join(", "));
    let row = db.one(&sql, values).await?;
    row.as_ref().map_or(Ok(LampCounts::default()), lamp_counts)
}

fn lamp_counts(row: &QueryResult) -> Result<LampCounts> {
    let mut counts = LampCounts::default();
    for (lamp, count) in Lamp::ALL.iter().zip(&mut counts.0) {
        *count = get(row, &format!("lamp_{}", lamp.name()))?;
    }
    Ok(counts)
}

/// The lamps of the rows of a statement, as columns.
fn lamp_sums(completion: &str, due: &str) -> String {
    let sum = |lamp: &Lamp| {
        let condition = lamp_condition(*lamp).replace("completion", completion).replace("due", due);
        let name = lamp.name();
        format!("CAST(COALESCE(SUM(CASE WHEN {condition} THEN 1 ELSE 0 END), 0) AS BIGINT) AS lamp_{name}")
    };
    Lamp::ALL.iter().map(sum).collect::<Vec<_>>().join(", ")
}

/// Whether so many findings have all the pairs that reading all of them is faster. A server of databases finds that
/// out by itself.
async fn is_dense(db: &Database, asked: &Conditions) -> Result<bool> {
    let pairs = asked.words.as_ref().filter(|words| !words.exact).and_then(|words| words.indexed.as_ref());
    let (Some(pairs), false) = (pairs, asked.backend == DatabaseBackend::Postgres) else { return Ok(false) };
    let sql = "SELECT (SELECT COUNT(*) FROM finding_bigrams WHERE finding_bigrams MATCH $1) AS met, (SELECT COALESCE(MAX(number), 0) FROM finding_search) AS indexed";
    let row = db.one(sql, vec![pairs.as_str().into()]).await?;
    row.map_or(Ok(false), |row| Ok(get::<i64>(&row, "met")? * DENSE_SHARE > get::<i64>(&row, "indexed")?))
}

/// One in this many.
const DENSE_SHARE: i64 = 4;

/// Counts under all filters but the lamp, of somebody who reaches all of the inspection.
async fn counts(db: &Database, asked: &Conditions, filter: &FindingFilter) -> Result<LampCounts> {
    let plain = asked.values.len() == BARE && !asked.narrowed && filter.part == LedgerPart::Counted;
    if plain && asked.words.is_none() {
        return bare_counts(db, asked.values.clone()).await;
    }
    let alone = asked.words.as_ref().filter(|words| words.exact).and_then(|words| words.indexed.as_ref());
    let (sql, values) = match alone.filter(|_| plain) {
        Some(pairs) => {
            let mut values = asked.values.clone();
            values.push(pairs.as_str().into());
            let (sums, table) = (lamp_sums("of_completion", "of_due"), table(asked.backend));
            let holds = holds(asked.backend, "$4");
            let counted = format!("of_finding NOT IN {}", family::ASIDE);
            (
                format!("SELECT {sums} FROM {table} WHERE {holds} AND of_inspection = $3 AND $1 <= $2 AND {counted}"),
                values,
            )
        }
        None => {
            let narrowed = if is_dense(db, asked).await? { asked.reading() } else { asked.indexed() };
            let Conditions { with, from, sql, values, .. } = narrowed;
            (format!("{with}SELECT {} FROM {from} WHERE {sql}", lamp_sums("completion", "due")), values)
        }
    };
    let row = db.one(&sql, values).await?;
    row.as_ref().map_or(Ok(LampCounts::default()), lamp_counts)
}

/// What a row of the list says beside the finding: whether others share it, and whether it was made of others.
const BESIDE: &str = "CAST(CASE WHEN EXISTS (SELECT 1 FROM finding_units WHERE finding_id = findings.id) OR EXISTS (SELECT 1 FROM finding_people WHERE finding_id = findings.id) THEN 1 ELSE 0 END AS BIGINT) AS shared, CAST(CASE WHEN EXISTS (SELECT 1 FROM finding_family WHERE result_id = findings.id) THEN 1 ELSE 0 END AS BIGINT) AS made";

/// Rows from which on they stand so close that they are found faster one after the other than through the index.
const DENSE: i64 = 1000;

/// A page.
pub(crate) async fn page(
    db: &Database,
    reach: &Reach,
    inspection: &InspectionId,
    filter: &FindingFilter,
    seen: &Reach,
    today: Date,
    rule: &LampRule,
) -> Result<Page> {
    let mut asked = Conditions::new(db, reach, inspection, filter, [today, rule.yellow_until(today)]);
    if !filter.paper.is_empty() {
        let reached = (!asked.with.is_empty()).then_some(REACH_VALUE);
        let next = asked.values.len() + 1;
        let paper = paper_filter::condition(db, &filter.paper, seen, inspection, next, reached).await?;
        asked.with.push_str(&paper.with);
        asked.sql.push_str(&format!(" AND {}", paper.sql));
        asked.values.extend(paper.values);
        asked.narrowed = true;
    }
    if *reach != Reach::Everything {
        // Few rows are read faster than they are looked for among all that the index has.
        return limited(db, asked.reading(), filter).await;
    }
    let lamps = counts(db, &asked, filter).await?;
    let lit = |lamp: &Lamp| filter.lamps.is_empty() || filter.lamps.contains(lamp);
    let total: i64 = Lamp::ALL.iter().zip(lamps.0).filter(|(lamp, _)| lit(lamp)).map(|(_, n)| n).sum();
    if total == 0 {
        return Ok(Page { rows: Vec::new(), next: None, lamps, made: false });
    }
    let mut conditions = if total > DENSE { asked.reading() } else { asked.indexed() };
    if let Some(any) = any_lamp(filter) {
        conditions.sql.push_str(&format!(" AND ({any})"));
    }
    let order = continue_after(&mut conditions, filter)?;
    let Conditions { with, from, sql, values, .. } = conditions;
    let sql = format!(
        "{with}SELECT findings.*, {BESIDE} FROM {from} WHERE {sql} ORDER BY {order} LIMIT {}",
        limit(filter) + 1
    );
    let found = db.all(&sql, values).await?;
    of_rows(db, found, lamps, filter).await
}

fn limit(filter: &FindingFilter) -> u64 {
    filter.limit.clamp(1, 500)
}

fn any_lamp(filter: &FindingFilter) -> Option<String> {
    let any: Vec<String> = filter.lamps.iter().map(|lamp| format!("({})", lamp_condition(*lamp))).collect();
    (!any.is_empty()).then(|| any.join(" OR "))
}

/// Counts and rows of somebody who reaches a part, in one statement: what he reaches is worked out once, from a
/// narrow index.
async fn limited(db: &Database, conditions: Conditions, filter: &FindingFilter) -> Result<Page> {
    let narrow = match filter.sort {
        Sort::Updated => "completion, due, serial, updated_at",
        Sort::Serial | Sort::Due => "completion, due, serial",
    };
    let Conditions { with, from, sql, .. } = &conditions;
    let begun = match with.trim_end() {
        "" => "WITH".to_owned(),
        with => format!("{with},"),
    };
    let hit = format!("hit AS MATERIALIZED (SELECT findings.id AS hit_id, {narrow} FROM {from} WHERE {sql})");
    let mut paged = Conditions { sql: "1 = 1".to_owned(), ..conditions.clone() };
    if let Some(any) = any_lamp(filter) {
        paged.sql = any;
    }
    paged.sql = format!("({})", paged.sql);
    let order = continue_after(&mut paged, filter)?;
    let sql = format!(
        "{begun} {hit}, lit AS (SELECT {} FROM hit), page AS (SELECT hit_id FROM hit WHERE {} ORDER BY {order} LIMIT {}) SELECT lit.*, findings.*, {BESIDE} FROM lit LEFT JOIN page ON 1 = 1 LEFT JOIN findings ON findings.id = page.hit_id ORDER BY {order}",
        lamp_sums("completion", "due"),
        paged.sql,
        limit(filter) + 1
    );
    let mut found = db.all(&sql, paged.values).await?;
    let lamps = found.first().map_or(Ok(LampCounts::default()), lamp_counts)?;
    // Without a row there is one line with the counts alone.
    if let Some(first) = found.first()
        && get::<Option<String>>(first, "id")?.is_none()
    {
        found.clear();
    }
    of_rows(db, found, lamps, filter).await
}

/// The page of these rows, one more than it shows where there is another page.
async fn of_rows(db: &Database, found: Vec<QueryResult>, lamps: LampCounts, filter: &FindingFilter) -> Result<Page> {
    let limit = limit(filter);
    let more = found.len() as u64 > limit;
    let mut records: Vec<FindingRecord> = Vec::with_capacity(found.len());
    let (mut updated, mut shared, mut made) = (0i64, 0i64, 0i64);
    for row in found.iter().take(limit as usize) {
        records.push(rows::finding(row)?);
        updated = get(row, "updated_at")?;
        shared += get::<i64>(row, "shared")?;
        made += get::<i64>(row, "made")?;
    }
    if shared > 0 {
        shared::of_findings(db, &mut records).await?;
    }
    let next = records.last().filter(|_| more).map(|last| cursor(filter.sort, last, updated));
    Ok(Page { rows: records, next, lamps, made: made > 0 })
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
