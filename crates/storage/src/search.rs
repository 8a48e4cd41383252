//! The index of words: pairs of neighbouring characters of a finding's texts. It follows from the record, is kept in
//! the transaction of each change, and is no part of what the log seals.

use crate::connection::{failed, get, immediate};
use crate::files::digest_of;
use crate::sealed::Sealed;
use crate::search_condition;
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement, TransactionTrait, Value};
use std::collections::{BTreeSet, HashMap};
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Findings read and written at a time.
const CHUNK: usize = 400;

/// Letters of the Latin alphabet are the same in both sizes, as in `LIKE` of SQLite.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// The pairs of neighbouring characters, each as a word that every tokenizer leaves whole.
pub(crate) fn bigrams<'a>(texts: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for text in texts {
        let mut before: Option<char> = None;
        for c in folded(text).chars() {
            if let Some(before) = before {
                found.insert(format!("{:x}z{:x}", u32::from(before), u32::from(c)));
            }
            before = Some(c);
        }
    }
    found
}

/// A finding as the index sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Indexed {
    finding: String,
    inspection: String,
    completion: String,
    due: Option<String>,
    texts: Vec<String>,
}

impl Indexed {
    fn words(&self) -> String {
        bigrams(self.texts.iter().map(String::as_str)).into_iter().collect::<Vec<_>>().join(" ")
    }

    /// Tells whether the texts are those that were indexed.
    fn print(&self) -> String {
        digest_of(self.texts.join("\n").as_bytes()).chars().take(16).collect()
    }
}

/// What the index holds of a finding.
struct Kept {
    print: String,
    completion: String,
    due: Option<String>,
}

fn marks(n: usize) -> String {
    (1..=n).map(|at| format!("${at}")).collect::<Vec<_>>().join(", ")
}

async fn all<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<Vec<sea_orm::QueryResult>> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.query_all_raw(statement).await.map_err(failed)
}

async fn run<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<()> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.execute_raw(statement).await.map(drop).map_err(failed)
}

/// The texts of findings as they stand.
async fn read<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Result<Vec<(Indexed, Option<Kept>)>> {
    let values = || ids.iter().map(|id| id.as_str().into()).collect();
    let marks = marks(ids.len());
    let sql = format!(
        "SELECT id, inspection_id, completion, due, title, body, finding_key, print, of_completion, of_due FROM findings LEFT JOIN finding_search ON of_finding = id WHERE id IN ({marks})"
    );
    let mut found = Vec::with_capacity(ids.len());
    for row in &all(connection, &sql, values()).await? {
        let print: Option<String> = get(row, "print")?;
        let kept = match print {
            Some(print) => Some(Kept { print, completion: get(row, "of_completion")?, due: get(row, "of_due")? }),
            None => None,
        };
        let indexed = Indexed {
            finding: get(row, "id")?,
            inspection: get(row, "inspection_id")?,
            completion: get(row, "completion")?,
            due: get(row, "due")?,
            texts: vec![get(row, "title")?, get(row, "body")?, get(row, "finding_key")?],
        };
        found.push((indexed, kept));
    }
    let sql =
        format!("SELECT finding_id, body FROM measures WHERE finding_id IN ({marks}) ORDER BY finding_id, serial");
    let mut measures: HashMap<String, Vec<String>> = HashMap::new();
    for row in &all(connection, &sql, values()).await? {
        measures.entry(get(row, "finding_id")?).or_default().push(get(row, "body")?);
    }
    for (indexed, _) in &mut found {
        indexed.texts.extend(measures.remove(&indexed.finding).unwrap_or_default());
    }
    Ok(found)
}

/// Brings the index up to date with the findings that a transaction wrote. Returns the statements run.
pub(crate) async fn refresh<C: ConnectionTrait>(connection: &C, touched: &[(Sealed, String)]) -> Result<u64> {
    let ids: BTreeSet<&str> =
        touched.iter().filter(|(table, _)| *table == Sealed::Findings).map(|(_, id)| id.as_str()).collect();
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    let mut statements = 0;
    for ids in ids.chunks(CHUNK) {
        let mut new = Vec::new();
        statements += 2;
        for (indexed, kept) in read(connection, ids).await? {
            match kept {
                None => new.push(indexed),
                Some(kept) => statements += change(connection, &indexed, &kept).await?,
            }
        }
        statements += insert(connection, &new).await?;
    }
    Ok(statements)
}

async fn change<C: ConnectionTrait>(connection: &C, indexed: &Indexed, kept: &Kept) -> Result<u64> {
    let print = indexed.print();
    let same_text = print == kept.print;
    if same_text && indexed.completion == kept.completion && indexed.due == kept.due {
        return Ok(0);
    }
    let id: Value = indexed.finding.as_str().into();
    let sql = "UPDATE finding_search SET of_completion = $2, of_due = $3, print = $4 WHERE of_finding = $1";
    let values =
        vec![id.clone(), indexed.completion.as_str().into(), indexed.due.clone().into(), print.as_str().into()];
    run(connection, sql, values).await?;
    if same_text {
        return Ok(1);
    }
    let words: Value = indexed.words().into();
    if connection.get_database_backend() == DatabaseBackend::Postgres {
        let sql = "UPDATE finding_search SET bigrams = string_to_array($2, ' ') WHERE of_finding = $1";
        run(connection, sql, vec![id, words]).await?;
        return Ok(2);
    }
    let number = "(SELECT number FROM finding_search WHERE of_finding = $1)";
    run(connection, &format!("DELETE FROM finding_bigrams WHERE rowid = {number}"), vec![id.clone()]).await?;
    let sql = format!("INSERT INTO finding_bigrams (rowid, bigrams) VALUES ({number}, $2)");
    run(connection, &sql, vec![id, words]).await?;
    Ok(3)
}

/// Findings that are new to the index, many in one statement.
async fn insert<C: ConnectionTrait>(connection: &C, new: &[Indexed]) -> Result<u64> {
    if new.is_empty() {
        return Ok(0);
    }
    let row = |at: usize, width: usize, tail: &str| {
        let marks: Vec<String> = (1..=width).map(|n| format!("${}", at * width + n)).collect();
        format!("({}{tail})", marks.join(", "))
    };
    if connection.get_database_backend() == DatabaseBackend::Postgres {
        let rows: Vec<String> = (0..new.len())
            .map(|at| {
                let marks: Vec<String> = (1..=5).map(|n| format!("${}", at * 6 + n)).collect();
                format!("({}, string_to_array(${}, ' '))", marks.join(", "), at * 6 + 6)
            })
            .collect();
        let sql = format!(
            "INSERT INTO finding_search (of_finding, of_inspection, of_completion, of_due, print, bigrams) VALUES {}",
            rows.join(", ")
        );
        run(connection, &sql, new.iter().flat_map(|i| facts(i).into_iter().chain([i.words().into()])).collect())
            .await?;
        return Ok(1);
    }
    // The transaction holds the only write lock of the file: nobody else takes these numbers.
    let last = all(connection, "SELECT COALESCE(MAX(number), 0) AS last FROM finding_search", vec![]).await?;
    let last: i64 = last.first().map_or(Ok(0), |row| get(row, "last"))?;
    let rows: Vec<String> = (0..new.len()).map(|at| row(at, 6, "")).collect();
    let sql = format!(
        "INSERT INTO finding_search (number, of_finding, of_inspection, of_completion, of_due, print) VALUES {}",
        rows.join(", ")
    );
    let numbered = || new.iter().zip(last + 1..);
    run(connection, &sql, numbered().flat_map(|(i, n)| std::iter::once(n.into()).chain(facts(i))).collect()).await?;
    let rows: Vec<String> = (0..new.len()).map(|at| row(at, 2, "")).collect();
    let sql = format!("INSERT INTO finding_bigrams (rowid, bigrams) VALUES {}", rows.join(", "));
    run(connection, &sql, numbered().flat_map(|(i, n)| [n.into(), i.words().into()]).collect()).await?;
    Ok(3)
}

fn facts(i: &Indexed) -> [Value; 5] {
    [
        i.finding.as_str().into(),
        i.inspection.as_str().into(),
        i.completion.as_str().into(),
        i.due.clone().into(),
        i.print().into(),
    ]
}

/// Makes the index where there is none: after an update, and after a restore from a backup.
pub(crate) async fn complete(connection: &DatabaseConnection) -> Result<()> {
    let missing =
        "SELECT 1 AS missing WHERE EXISTS (SELECT 1 FROM findings) AND NOT EXISTS (SELECT 1 FROM finding_search)";
    if all(connection, missing, vec![]).await?.is_empty() {
        return Ok(());
    }
    let transaction = connection.begin_with_options(immediate()).await.map_err(failed)?;
    if transaction.get_database_backend() == DatabaseBackend::Postgres {
        // Replicas that start together wait for each other here.
        run(&transaction, "LOCK TABLE finding_search IN EXCLUSIVE MODE", vec![]).await?;
    }
    if !all(&transaction, missing, vec![]).await?.is_empty() {
        let mut after = String::new();
        loop {
            let sql = format!("SELECT id FROM findings WHERE id > $1 ORDER BY id LIMIT {CHUNK}");
            let rows = all(&transaction, &sql, vec![after.as_str().into()]).await?;
            let ids: Vec<String> = rows.iter().map(|row| get(row, "id")).collect::<Result<_>>()?;
            let Some(last) = ids.last() else { break };
            after = last.clone();
            let found = read(&transaction, &ids).await?;
            insert(&transaction, &found.into_iter().map(|(indexed, _)| indexed).collect::<Vec<_>>()).await?;
        }
    }
    transaction.commit().await.map_err(failed)
}

/// Keys of findings of which the index holds something else than their texts and facts, or nothing.
pub(crate) async fn out_of_step<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Result<Vec<String>> {
    let mut keys = Vec::new();
    if ids.is_empty() {
        return Ok(keys);
    }
    for (indexed, kept) in read(connection, ids).await? {
        let fits = match &kept {
            Some(k) => {
                k.print == indexed.print()
                    && k.completion == indexed.completion
                    && k.due == indexed.due
                    && holds(connection, &indexed).await?
            }
            None => false,
        };
        if !fits {
            keys.extend(indexed.texts.get(2).cloned());
        }
    }
    Ok(keys)
}

/// Whether the index finds the finding by all of its pairs.
async fn holds<C: ConnectionTrait>(connection: &C, indexed: &Indexed) -> Result<bool> {
    let backend = connection.get_database_backend();
    let sql = format!(
        "SELECT 1 AS held FROM {} WHERE of_finding = $1 AND {}",
        search_condition::table(backend),
        search_condition::holds(backend, "$2")
    );
    let pairs: Vec<String> = bigrams(indexed.texts.iter().map(String::as_str)).into_iter().collect();
    for pairs in pairs.chunks(search_condition::PAIRS_MAX) {
        let values = vec![indexed.finding.as_str().into(), pairs.join(" ").into()];
        if all(connection, &sql, values).await?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_stay_within_a_text_and_know_no_sizes() {
        let pairs = |texts: &[&str]| bigrams(texts.iter().copied());
        assert_eq!(pairs(&["落实"]).into_iter().collect::<Vec<_>>(), ["843dz5b9e"]);
        assert_eq!(pairs(&["落", "实"]).len(), 0);
        assert_eq!(pairs(&["A, b"]), pairs(&["a, B"]));
        assert!(pairs(&["𠮷野家"]).contains("20bb7z91ce"));
    }
}
