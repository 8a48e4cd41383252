//! The ledger as a workbook out and in again, and the progress report.

use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::{FindingChange, changed_finding, differences, names, statistics};
use crate::inspections::inspection;
use crate::ports::{ChangeRow, ChangeRowKind, ChangeSet};
use document::ledger::{self, Field};
use document::{Document, Region, write_docx};
use domain::difference::{TextRow, difference};
use domain::{Event, EventKind, Finding, FindingKind, FixType, Inspection, Measure, Person, Role, Unit};
use report::{LedgerMeta, LedgerRow, RECOMMENDATIONS, ledger_workbook, progress_report};
use std::collections::HashMap;

/// What an applied workbook did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    pub applied: usize,
    /// Rows that somebody else changed meanwhile.
    pub conflicts: Vec<u32>,
}

/// Columns of a workbook that may change the ledger.
const COLUMNS: [(Field, &str); 8] = [
    (Field::Finding, "title"),
    (Field::Target, "target"),
    (Field::Leader, "leader"),
    (Field::LeadUnit, "unit"),
    (Field::Owner, "owner"),
    (Field::FixType, "fix_type"),
    (Field::Due, "due"),
    (Field::Category, "category"),
];

/// The rows of the standard ledger.
pub async fn ledger_rows(app: &App, key: &str) -> Result<(Inspection, Vec<LedgerRow>), Error> {
    let inspection = inspection(app, key).await?;
    let records = app.store.all_findings(&inspection.id).await?;
    let measures = app.store.all_measures(&inspection.id).await?;
    let (units, people) = names(app, records.iter().map(|r| &r.finding), &measures, &[]).await?;
    let name = |names: &HashMap<String, String>, id: Option<&str>| {
        id.and_then(|id| names.get(id).cloned()).unwrap_or_default()
    };
    let mut by_finding: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &measures {
        by_finding.entry(measure.finding.as_str()).or_default().push(measure);
    }
    let rows = records
        .iter()
        .map(|record| {
            let f = &record.finding;
            let own = by_finding.get(f.id.as_str()).cloned().unwrap_or_default();
            let co_units: Vec<String> = f.co_units.iter().map(|u| name(&units, Some(u.as_str()))).collect();
            LedgerRow {
                serial: f.serial.to_string(),
                key: f.key.clone(),
                source: format!("{} {}", inspection.issuing_body, inspection.source.word()),
                category: category(f),
                finding: f.title.clone(),
                manifestation: if f.text == f.title { String::new() } else { f.text.clone() },
                target: f.target.clone().unwrap_or_default(),
                measures: own.iter().map(|m| m.text.clone()).collect(),
                leader: name(&people, f.leader.as_ref().map(|p| p.as_str())),
                lead_unit: name(&units, f.unit.as_ref().map(|u| u.as_str())),
                co_units: co_units.join("、"),
                owner: name(&people, f.owner.as_ref().map(|p| p.as_str())),
                fix_type: f.fix_type.map(|t| t.word().to_owned()).unwrap_or_default(),
                due: f.due.map(|d| d.to_string()),
                progress: own.iter().filter_map(|m| m.progress_note.clone()).collect::<Vec<_>>().join("\n"),
                amount: f.amount.clone().unwrap_or_default(),
                status: f.completion.word().to_owned(),
                ..LedgerRow::default()
            }
        })
        .collect();
    Ok((inspection, rows))
}

/// The workbook, with the keys of `only` if given (the filtered list).
pub async fn ledger_workbook_of(
    app: &App,
    actor: &Actor,
    key: &str,
    only: Option<&[String]>,
) -> Result<Vec<u8>, Error> {
    let (inspection, mut rows) = ledger_rows(app, key).await?;
    if let Some(only) = only {
        rows.retain(|row| only.contains(&row.key));
    }
    let meta = LedgerMeta {
        title: format!("{}整改台账", inspection.title),
        subtitle: format!(
            "发文机关：{}　数据日期：{}　共 {} 项",
            inspection.issuing_body,
            app.clock.today(),
            rows.len()
        ),
        as_of: app.clock.today().to_string(),
    };
    let bytes = tokio::task::spawn_blocking(move || ledger_workbook(&rows, &meta, &[]))
        .await
        .map_err(|c| Error::Internal(c.to_string()))??;
    app.store.record(app.event(Some(actor), key, EventKind::Exported, "导出台账")).await?;
    Ok(bytes)
}

/// The progress report as docx, with figures of today.
pub async fn report_of(app: &App, actor: &Actor, key: &str) -> Result<Vec<u8>, Error> {
    let (inspection, rows) = ledger_rows(app, key).await?;
    let statistics = statistics(app, key).await?;
    let unit =
        app.store.unit_names(std::slice::from_ref(&inspection.unit.0)).await?.into_values().next().unwrap_or_default();
    let report = progress_report(&inspection, &unit, &rows, &statistics.tally, statistics.as_of);
    let bytes = write_docx(&report).map_err(|cause| Error::Internal(cause.to_string()))?;
    app.store.record(app.event(Some(actor), key, EventKind::Exported, "生成整改进展情况报告")).await?;
    Ok(bytes)
}

/// Compares a workbook with the ledger; nothing is changed yet.
pub async fn compare_workbook(
    app: &App,
    actor: &Actor,
    key: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<ChangeSet, Error> {
    actor.require(Role::Liaison)?;
    let parsed = app.parse(bytes, name.to_owned()).await?;
    let mapping = ledger::recognise_all(&parsed.document)
        .into_iter()
        .find(|m| m.columns.iter().any(|c| c.field == Some(Field::Key)))
        .ok_or_else(|| Error::invalid("file", "工作簿中没有“编号”列，请使用从本系统导出的台账，或保留“编号”一列"))?;
    compare(app, key, table(&parsed.document, &mapping.sheet, mapping.header_rows, &fields(&mapping))).await
}

/// Compares a table pasted from Excel: tabs between cells, the first line names the columns.
pub async fn compare_table(app: &App, actor: &Actor, key: &str, text: &str) -> Result<ChangeSet, Error> {
    actor.require(Role::Liaison)?;
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let Some((_, head)) = lines.next() else { return Err(Error::invalid("table", "没有粘贴任何内容")) };
    let columns: Vec<Option<Field>> = head.split('\t').map(Field::from_header).collect();
    if !columns.contains(&Some(Field::Key)) {
        return Err(Error::invalid("table", "粘贴内容的第一行须为表头，并包含“编号”列"));
    }
    let rows = lines
        .map(|(at, line)| {
            let cells = columns
                .iter()
                .zip(line.split('\t'))
                .filter_map(|(field, cell)| field.map(|f| (f, cell.trim().trim_matches('"').to_owned())));
            (at as u32 + 1, cells.collect())
        })
        .collect();
    compare(app, key, rows).await
}

type Cells = Vec<(Field, String)>;

fn fields(mapping: &ledger::Mapping) -> Vec<(u32, Field)> {
    mapping.columns.iter().filter_map(|c| c.field.map(|f| (c.index, f))).collect()
}

/// Rows of a sheet below its header: number as Excel shows it, cells by field.
fn table(document: &Document, sheet: &str, header_rows: u32, fields: &[(u32, Field)]) -> Vec<(u32, Cells)> {
    let mut rows: Vec<(u32, Cells)> = Vec::new();
    for paragraph in &document.paragraphs {
        let (Region::Table { row, column, .. }, document::Place::Cell { sheet: name, .. }) =
            (paragraph.region, &paragraph.place)
        else {
            continue;
        };
        if **name != *sheet || row < header_rows {
            continue;
        }
        let Some((_, field)) = fields.iter().find(|(index, _)| *index == column) else { continue };
        match rows.last_mut().filter(|(number, _)| *number == row + 1) {
            Some((_, cells)) => cells.push((*field, paragraph.text.clone())),
            None => rows.push((row + 1, vec![(*field, paragraph.text.clone())])),
        }
    }
    // An empty cell is a cell that was emptied, as long as the workbook has the column.
    for (_, cells) in &mut rows {
        for (_, field) in fields {
            if !cells.iter().any(|(f, _)| f == field) {
                cells.push((*field, String::new()));
            }
        }
    }
    rows
}

async fn compare(app: &App, key: &str, rows: Vec<(u32, Cells)>) -> Result<ChangeSet, Error> {
    let inspection = inspection(app, key).await?;
    let findings: HashMap<String, Finding> =
        app.store.all_findings(&inspection.id).await?.into_iter().map(|r| (r.finding.key.clone(), r.finding)).collect();
    let directory = Directory::load(app).await?;
    let rows = rows.into_iter().map(|(number, cells)| compare_row(&findings, &directory, number, &cells)).collect();
    let set = ChangeSet { id: new_id(), inspection: inspection.id, rows };
    app.store.add_change_set(&set).await?;
    Ok(set)
}

struct Directory {
    units: Vec<Unit>,
    people: Vec<Person>,
}

impl Directory {
    async fn load(app: &App) -> Result<Self, Error> {
        Ok(Self { units: app.store.units().await?, people: app.store.people(None).await? })
    }

    /// What the ledger says of a finding, as the workbook would write it.
    fn text_row(&self, finding: &Finding) -> TextRow {
        let person = |id: &Option<domain::PersonId>| {
            id.as_ref()
                .and_then(|id| self.people.iter().find(|p| p.id == *id))
                .map(|p| p.name.clone())
                .unwrap_or_default()
        };
        let unit = finding
            .unit
            .as_ref()
            .and_then(|id| self.units.iter().find(|u| u.id == *id))
            .map(|u| u.name.clone())
            .unwrap_or_default();
        vec![
            ("title", finding.title.clone()),
            ("target", finding.target.clone().unwrap_or_default()),
            ("leader", person(&finding.leader)),
            ("unit", unit),
            ("owner", person(&finding.owner)),
            ("fix_type", finding.fix_type.map(|t| t.word().to_owned()).unwrap_or_default()),
            ("due", finding.due.map(|d| d.to_string()).unwrap_or_default()),
            ("category", category(finding)),
        ]
    }
}

/// The column 问题类别: recommendations are a category of their own.
fn category(finding: &Finding) -> String {
    match finding.kind {
        FindingKind::Recommendation => RECOMMENDATIONS.to_owned(),
        FindingKind::Problem => finding.category.clone().or_else(|| finding.area.clone()).unwrap_or_default(),
    }
}

fn compare_row(findings: &HashMap<String, Finding>, directory: &Directory, number: u32, cells: &Cells) -> ChangeRow {
    let key =
        cells.iter().find(|(f, _)| *f == Field::Key).map(|(_, text)| text.trim().to_owned()).filter(|k| !k.is_empty());
    let mut row = ChangeRow {
        row: number,
        key: key.clone(),
        kind: ChangeRowKind::New,
        changes: Vec::new(),
        message: None,
        version: None,
    };
    let Some(key) = key else {
        row.message = Some("没有编号：新增事项请通过导入文件或在台账中新增，本次不处理".to_owned());
        return row;
    };
    let Some(finding) = findings.get(&key) else {
        row.kind = ChangeRowKind::Unknown;
        row.message = Some(format!("台账中没有编号 {key}"));
        return row;
    };
    let then: TextRow = COLUMNS
        .iter()
        .filter_map(|(field, name)| cells.iter().find(|(f, _)| f == field).map(|(_, text)| (*name, text.clone())))
        .collect();
    row.changes = difference(&directory.text_row(finding), &then);
    row.version = Some(finding.version);
    row.kind = if row.changes.is_empty() { ChangeRowKind::Same } else { ChangeRowKind::Change };
    if let Err(why) = change_of(directory, &row).and_then(|change| changed_finding(finding, change)) {
        row.kind = ChangeRowKind::Error;
        row.message = Some(why.to_string());
    }
    row
}

/// The change that a row asks for; names must be known, dates must be dates.
fn change_of(directory: &Directory, row: &ChangeRow) -> Result<FindingChange, Error> {
    let mut change = FindingChange { reason: Some("导回台账".to_owned()), ..FindingChange::default() };
    for field in &row.changes {
        let after = field.after.clone();
        match field.field.as_str() {
            "title" => change.title = Some(after.unwrap_or_default()),
            "target" => change.target = Some(after),
            "category" => change.category = Some(after),
            "leader" => change.leader = Some(after.map(|n| person(directory, &n)).transpose()?),
            "owner" => change.owner = Some(after.map(|n| person(directory, &n)).transpose()?),
            "unit" => change.unit = Some(after.map(|n| unit(directory, &n)).transpose()?),
            "fix_type" => change.fix_type = Some(after.map(|w| fix_type(&w)).transpose()?),
            "due" => change.due = Some(after.map(|d| date(&d)).transpose()?),
            _ => {}
        }
    }
    Ok(change)
}

fn person(directory: &Directory, name: &str) -> Result<domain::PersonId, Error> {
    let found: Vec<_> = directory.people.iter().filter(|p| p.name == name).collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => Err(Error::invalid("person", format!("人员“{name}”不在系统中，请先在“人员”中新增"))),
        _ => Err(Error::invalid("person", format!("有多位同名人员“{name}”，请在事项中选择"))),
    }
}

fn unit(directory: &Directory, name: &str) -> Result<domain::UnitId, Error> {
    let found: Vec<_> =
        directory.units.iter().filter(|u| u.name == name || u.short_name.as_deref() == Some(name)).collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => Err(Error::invalid("unit", format!("单位“{name}”不在系统中，请先在“单位”中新增"))),
        _ => Err(Error::invalid("unit", format!("有多个同名单位“{name}”，请在事项中选择"))),
    }
}

fn fix_type(word: &str) -> Result<FixType, Error> {
    FixType::from_word(word)
        .ok_or_else(|| Error::invalid("fix_type", format!("整改类型“{word}”不在选项中：立行立改、限期整改、长期坚持")))
}

fn date(text: &str) -> Result<jiff::civil::Date, Error> {
    text.parse().map_err(|_| Error::invalid("due", format!("“{text}”不是日期，请写成 2026-06-30")))
}

/// Applies the accepted rows; a row changed meanwhile is a conflict and stays as it is.
pub async fn apply_changes(app: &App, actor: &Actor, id: &str, rows: &[u32]) -> Result<Applied, Error> {
    actor.require(Role::Liaison)?;
    let set = app.store.change_set(id).await?.ok_or(Error::NotFound("差异清单"))?;
    let directory = Directory::load(app).await?;
    let mut result = Applied::default();
    for row in set.rows.iter().filter(|r| r.kind == ChangeRowKind::Change && rows.contains(&r.row)) {
        let Some(key) = &row.key else { continue };
        let before =
            app.store.finding(key).await?.filter(|f| f.inspection == set.inspection && Some(f.version) == row.version);
        let Some(before) = before else {
            result.conflicts.push(row.row);
            continue;
        };
        let after = changed_finding(&before, change_of(&directory, row)?)?;
        let event = Event {
            changes: differences(app, &before, &after).await?,
            ..app.event(Some(actor), key, EventKind::WorkbookApplied, "导回台账")
        };
        match app.store.update_findings(&[after], app.clock.now(), vec![event]).await {
            Ok(()) => result.applied += 1,
            Err(crate::ports::StoreError::Conflict) => result.conflicts.push(row.row),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(result)
}
