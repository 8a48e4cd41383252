//! A package becomes an inspection of this place: one transaction, one entry in the log, or nothing at all.

use super::directory::{self, Matched, matched};
use super::export::{TransferSummary, event};
use super::open::{Opened, open};
use super::refusal::{Result, TransferError};
use super::row::Row;
use super::tables::{CONTENT, Column, Kept, part, shape};
use super::{check, excerpt, same};
use crate::chain;
use crate::connection::{Database, failed, get, immediate};
use crate::sealed::Sealed;
use crate::search;
use crate::signs;
use domain::EventKind;
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, TransactionTrait, Value};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use usecases::{Files, StoreError};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    pub key: String,
    pub outcome: ImportedOutcome,
    pub units: u64,
    pub people: u64,
    pub summary: TransferSummary,
    /// The profile has other settings here, and they count.
    pub other_rules: Option<String>,
}

/// Whether there was anything to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportedOutcome {
    Added,
    /// It is here already, row for row.
    Same,
}

/// What the transaction gathers.
struct Import<'a> {
    transaction: &'a DatabaseTransaction,
    opened: &'a Opened,
    matched: Matched,
    touched: Vec<(Sealed, String)>,
    /// Identifiers of the rows that came, by table.
    ids: HashMap<&'static str, HashSet<String>>,
    rows: u64,
}

impl Database {
    /// Takes an inspection in from a file.
    pub async fn import_inspection(&self, from: &Path, folder: &Path, files: &dyn Files, now: i64) -> Result<Imported> {
        let opened = open(from, folder)?;
        let transaction = self.connection.begin_with_options(immediate()).await.map_err(failed)?;
        let head = chain::lock_head(&transaction).await?;
        let key = opened.manifest.inspection.clone();
        let matched = matched(&transaction, &opened).await?;
        let mut summary = TransferSummary { digest: opened.digest.clone(), ..TransferSummary::default() };
        let (units, people) = (matched.new_units.len() as u64, matched.new_people.len() as u64);
        if let Some(id) = existing(&transaction, &key).await? {
            let difference = same::difference(&transaction, &opened, &matched, &id).await?;
            transaction.rollback().await.map_err(failed)?;
            return match difference {
                Some(part) => Err(TransferError::Exists { key, part }),
                None => {
                    let outcome = ImportedOutcome::Same;
                    Ok(Imported { key, outcome, units: 0, people: 0, summary, other_rules: None })
                }
            };
        }
        let mut import = Import {
            transaction: &transaction,
            opened: &opened,
            matched,
            touched: Vec::new(),
            ids: HashMap::new(),
            rows: 0,
        };
        let other_rules = import.all().await?;
        summary.rows = import.rows;
        let touched = import.touched;
        let source = opened.manifest.origins.last().map(|origin| origin.checkpoint.as_str()).unwrap_or_default();
        let said = format!("导入整个检查，检查包 SHA-256 {}，来源 {source}", opened.digest);
        let event = event(&key, EventKind::Imported, said, now);
        search::refresh(&transaction, &touched).await?;
        self.chain.append(&transaction, head, vec![event], touched).await?;
        // Files are there before the rows that name them.
        summary.files = place_files(&opened, files).await?;
        transaction.commit().await.map_err(failed)?;
        Ok(Imported { key, outcome: ImportedOutcome::Added, units, people, summary, other_rules })
    }
}

async fn existing(transaction: &DatabaseTransaction, key: &str) -> Result<Option<String>> {
    let sql = "SELECT id FROM inspections WHERE inspection_key = $1";
    let statement = Statement::from_sql_and_values(transaction.get_database_backend(), sql, vec![key.into()]);
    let row = transaction.query_one_raw(statement).await.map_err(failed)?;
    Ok(row.map(|row| get(&row, "id")).transpose()?)
}

impl Import<'_> {
    /// Puts everything in; the profile whose settings differ here, if they do.
    async fn all(&mut self) -> Result<Option<String>> {
        self.directory().await?;
        let other_rules = self.rules().await?;
        self.documents().await?;
        for table in &CONTENT {
            self.table(table).await?;
        }
        self.origins().await?;
        let inspection = self.ids.get("inspections").and_then(|ids| ids.iter().next()).cloned().unwrap_or_default();
        // Derived here, by the rules of this place; the identifier was checked, and only quotes could do harm.
        let quoted = inspection.replace('\'', "''");
        let own = format!("finding_id IN (SELECT id FROM findings WHERE inspection_id = '{quoted}')");
        signs::fill(self.transaction, &own).await?;
        check::readable(self.transaction, &inspection).await?;
        Ok(other_rules)
    }

    async fn run(&self, sql: &str, values: Vec<Value>) -> std::result::Result<(), StoreError> {
        let statement = Statement::from_sql_and_values(self.transaction.get_database_backend(), sql, values);
        self.transaction.execute_raw(statement).await.map(drop).map_err(failed)
    }

    async fn insert(&self, table: &str, columns: &[Column], row: &Row) -> std::result::Result<(), StoreError> {
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let marks: Vec<String> = (1..=names.len()).map(|n| format!("${n}")).collect();
        // How a unit or an account stands here begins here; nobody signs in with an empty password.
        let (own, begins) = match table {
            "units" => (", version", ", 1"),
            "people" => (", roles, active, password_hash, failures, locked_until, version", ", '', 1, '', 0, 0, 1"),
            _ => ("", ""),
        };
        let (names, marks) = (names.join(", "), marks.join(", "));
        self.run(&format!("INSERT INTO {table} ({names}{own}) VALUES ({marks}{begins})"), row.values(columns)).await
    }

    async fn directory(&mut self) -> Result<()> {
        let new = [
            ("units", Sealed::Units, std::mem::take(&mut self.matched.new_units)),
            ("people", Sealed::People, std::mem::take(&mut self.matched.new_people)),
        ];
        for (table, sealed, rows) in new {
            let (columns, _) = shape(table);
            for row in rows {
                self.insert(table, &columns, &row).await?;
                self.touched.push((sealed, row.text("id").unwrap_or_default().to_owned()));
                self.rows += 1;
            }
        }
        Ok(())
    }

    /// The settings of the profile come along where nobody uses it yet; elsewhere they would move lamps of others.
    async fn rules(&mut self) -> Result<Option<String>> {
        let backend = self.transaction.get_database_backend();
        let all = directory::rows(self.opened, "rule_profiles")?;
        let inspection = directory::rows(self.opened, "inspections")?;
        let profile = inspection.first().and_then(|row| row.text("profile_id")).unwrap_or_default().to_owned();
        let theirs = match &all[..] {
            [] => None,
            [one] if one.text("id") == Some(&profile) => Some(one),
            _ => return Err(TransferError::Inconsistent("规则档案不是检查所用的那一个".to_owned())),
        };
        let sql = "SELECT settings, 1 AS used FROM rule_profiles WHERE id = $1 UNION ALL SELECT NULL, 1 FROM inspections WHERE profile_id = $1";
        let statement = Statement::from_sql_and_values(backend, sql, vec![profile.clone().into()]);
        let here = self.transaction.query_all_raw(statement).await.map_err(failed)?;
        if let (Some(row), true) = (theirs, here.is_empty()) {
            self.insert("rule_profiles", &shape("rule_profiles").0, row).await?;
            self.run(
                "INSERT INTO rule_versions (version, made) SELECT COALESCE(MAX(version), 0) + 1, 1 FROM rule_versions",
                vec![],
            )
            .await?;
            self.touched.push((Sealed::RuleProfiles, profile));
            self.rows += 1;
            return Ok(None);
        }
        let mut own = None;
        for row in &here {
            own = own.or(get::<Option<String>>(row, "settings")?);
        }
        Ok((own.as_deref() != theirs.and_then(|row| row.text("settings"))).then_some(profile))
    }

    async fn documents(&mut self) -> Result<()> {
        for name in self.opened.files.keys() {
            let Some(digest) = name.strip_prefix("documents/") else { continue };
            let path = self.opened.path(name);
            let bytes = std::fs::read(&path).map_err(|cause| TransferError::File { path, cause })?;
            let sql = "INSERT INTO documents (digest, bytes) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING";
            self.run(sql, vec![digest.into(), bytes.into()]).await?;
        }
        Ok(())
    }

    async fn table(&mut self, table: &Kept) -> Result<()> {
        let (part, (columns, _)) = (part(table.name), shape(table.name));
        for line in self.opened.lines(&part)? {
            let (line, text) = line?;
            let wrong = |why| TransferError::Row { part: part.clone(), line, why };
            let row = Row::read(&text, &columns).and_then(|row| row.renamed(&self.matched.names)).map_err(wrong)?;
            self.belongs(table, &row).map_err(wrong)?;
            self.insert(table.name, &columns, &row).await.map_err(|cause| match cause {
                StoreError::Conflict => wrong("标识或编号与已有的一行相同".to_owned()),
                StoreError::Reference => wrong("所引用的记录不在包里".to_owned()),
                other => TransferError::Store(other),
            })?;
            self.rows += 1;
            let Some(id) = row.text("id") else { continue };
            self.ids.entry(table.name).or_default().insert(id.to_owned());
            let sealed = Sealed::ALL.into_iter().find(|sealed| sealed.table() == table.name);
            self.touched.extend(sealed.map(|sealed| (sealed, id.to_owned())));
        }
        match (table.name, self.ids.get("inspections").map_or(0, HashSet::len)) {
            ("inspections", found) if found != 1 => {
                Err(TransferError::Inconsistent(format!("应有一个检查轮次，实有 {found} 个")))
            }
            _ => Ok(()),
        }
    }

    /// A row names rows of the package only, carries its key, and its files are there.
    fn belongs(&self, table: &Kept, row: &Row) -> std::result::Result<(), String> {
        for (column, of) in table.within {
            let there = |id: &str| self.ids.get(of).is_some_and(|ids| ids.contains(id));
            if row.text(column).is_some_and(|id| !there(id)) {
                return Err(format!("“{column}”所指的记录不在包里"));
            }
        }
        let inspection = &self.opened.manifest.inspection;
        if let Some(key) = table.key.and_then(|column| row.text(column)) {
            let rest = key.strip_prefix(inspection.as_str());
            let fits =
                if table.name == "inspections" { rest == Some("") } else { rest.is_some_and(|r| r.starts_with('-')) };
            if !fits {
                return Err(format!("编号不属于检查轮次 {inspection}"));
            }
        }
        if table.name == "evidence" {
            let file = self.opened.files.get(&format!("evidence/{}", row.text("digest").unwrap_or_default()));
            let file = file.ok_or("佐证文件不在包里")?;
            let bytes = row.0.get("bytes").and_then(serde_json::Value::as_u64);
            if row.text("sm3") != Some(&file.sm3) || bytes != Some(file.bytes) {
                return Err("佐证文件的大小或 SM3 与记录不符".to_owned());
            }
        }
        Ok(())
    }

    async fn origins(&mut self) -> Result<()> {
        let mut ids = self.ids.get("inspections").into_iter().flatten();
        let id = ids.next().cloned().unwrap_or_default();
        let last = self.opened.manifest.origins.len().saturating_sub(1);
        for (at, origin) in self.opened.manifest.origins.iter().enumerate() {
            let package = if at == last { Some(self.opened.digest.clone()) } else { origin.package.clone() };
            let values = vec![id.clone().into(), (at as i64).into(), origin.checkpoint.clone().into(), package.into()];
            self.run(
                "INSERT INTO origins (inspection_id, position, checkpoint, package) VALUES ($1, $2, $3, $4)",
                values,
            )
            .await?;
            for line in self.opened.lines(&excerpt::part(at))? {
                let (line, body) = line?;
                let values = vec![id.clone().into(), (at as i64).into(), (line as i64).into(), body.into()];
                self.run(
                    "INSERT INTO origin_entries (inspection_id, position, line, body) VALUES ($1, $2, $3, $4)",
                    values,
                )
                .await?;
            }
        }
        Ok(())
    }
}

/// Puts the evidence where it is kept; its digest was checked.
async fn place_files(opened: &Opened, files: &dyn Files) -> Result<u64> {
    for name in opened.files.keys() {
        let Some(digest) = name.strip_prefix("evidence/") else { continue };
        files.take(digest, &opened.path(name)).await?;
    }
    Ok(opened.files.len() as u64)
}
