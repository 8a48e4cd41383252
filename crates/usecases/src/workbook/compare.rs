//! A workbook or pasted table against the ledger, row by row; nothing is changed yet.

use super::export::ledger_rows;
use super::names::Directory;
use crate::access;
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::changed_finding;
use crate::records::{ChangeRow, ChangeRowKind, ChangeSet};
use crate::workflow::open_to_work;
use document::ledger::{self, Field};
use document::{Document, Region};
use domain::difference::{TextRow, difference};
use domain::{Finding, Role};
use report::LedgerRow;
use std::collections::HashMap;

/// Columns of a workbook that may change the ledger.
const COLUMNS: [(Field, &str); 9] = [
    (Field::Finding, "title"),
    (Field::Target, "target"),
    (Field::Leader, "leader"),
    (Field::LeadUnit, "unit"),
    (Field::CoUnits, "co_units"),
    (Field::Owner, "owner"),
    (Field::FixType, "fix_type"),
    (Field::Due, "due"),
    (Field::Category, "category"),
];

/// Compares a workbook with the ledger; nothing is changed yet.
pub async fn compare_workbook(
    app: &App,
    actor: &Actor,
    key: &str,
    name: &str,
    bytes: Vec<u8>,
) -> Result<ChangeSet, Error> {
    let actor = &liaison(app, actor, key).await?;
    let parsed = app.parse_upload(Some(actor), key, bytes, name).await?;
    let mapping = ledger::recognise_all(&parsed.document)
        .into_iter()
        .find(|m| m.columns.iter().any(|c| c.field == Some(Field::Key)))
        .ok_or_else(|| Error::invalid("file", "工作簿中没有“编号”列，请使用从本系统导出的台账，或保留“编号”一列"))?;
    compare(app, actor, key, table(&parsed.document, &mapping.sheet, mapping.header_rows, &fields(&mapping))).await
}

/// Compares a table pasted from Excel: tabs between cells, the first line names the columns.
pub async fn compare_table(app: &App, actor: &Actor, key: &str, text: &str) -> Result<ChangeSet, Error> {
    let actor = &liaison(app, actor, key).await?;
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
    compare(app, actor, key, rows).await
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

/// The person with the roles that count for the inspection, liaison among them.
async fn liaison(app: &App, actor: &Actor, key: &str) -> Result<Actor, Error> {
    access::inspection(app, actor, key).await?.actor.holding(Role::Liaison)
}

async fn compare(app: &App, actor: &Actor, key: &str, rows: Vec<(u32, Cells)>) -> Result<ChangeSet, Error> {
    let (inspection, ledger) = ledger_rows(app, actor, key).await?;
    let findings = app.store.all_findings(&actor.reach, &inspection.id).await?;
    let findings: HashMap<String, Finding> = findings.into_iter().map(|r| (r.finding.key.clone(), r.finding)).collect();
    let directory = Directory::load(app, actor).await?;
    let ignored = ignored(&ledger, &rows);
    let rows = rows.into_iter().map(|(number, cells)| compare_row(&findings, &directory, number, &cells)).collect();
    let set = ChangeSet { id: new_id(), inspection: inspection.id, rows, ignored };
    app.store.add_change_set(&set).await?;
    Ok(set)
}

/// Columns that are derived from measures and events: they say something else than the ledger, and are not taken over.
fn ignored(ledger: &[LedgerRow], rows: &[(u32, Cells)]) -> Vec<String> {
    let by_key: HashMap<&str, &LedgerRow> = ledger.iter().map(|row| (row.key.as_str(), row)).collect();
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let mut found: Vec<Field> = Vec::new();
    for (_, cells) in rows {
        let key = cells.iter().find(|(f, _)| *f == Field::Key).map_or("", |(_, text)| text.trim());
        let known = by_key.get(key);
        for (field, text) in cells {
            let taken = matches!(field, Field::Key | Field::Serial | Field::Source)
                || COLUMNS.iter().any(|(known, _)| known == field);
            let now = known.map(|row| report::cell(row, *field)).unwrap_or_default();
            if !taken && plain(&now) != plain(text) && !found.contains(field) {
                found.push(*field);
            }
        }
    }
    found.sort();
    found.into_iter().map(|field| field.heading().to_owned()).collect()
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
    let then: TextRow = COLUMNS
        .iter()
        .filter_map(|(field, name)| cells.iter().find(|(f, _)| f == field).map(|(_, text)| (*name, text.clone())))
        .collect();
    let Some(key) = key else {
        new_row(directory, &then, &mut row);
        return row;
    };
    let Some(finding) = findings.get(&key) else {
        row.kind = ChangeRowKind::Unknown;
        row.message = Some(format!("台账中没有编号 {key}"));
        return row;
    };
    row.changes = difference(&directory.text_row(finding), &then);
    row.version = Some(finding.version);
    row.kind = if row.changes.is_empty() { ChangeRowKind::Same } else { ChangeRowKind::Change };
    if row.kind == ChangeRowKind::Change
        && let Err(why) = open_to_work(finding).and_then(|()| changed_finding(finding, directory.change(&row)?))
    {
        row.kind = ChangeRowKind::Error;
        row.message = Some(why.to_string());
    }
    row
}

/// A row without a key is a finding to be added; it needs a problem.
fn new_row(directory: &Directory, then: &TextRow, row: &mut ChangeRow) {
    row.changes = difference(&Vec::new(), then);
    let titled = row.changes.iter().any(|c| c.field == "title");
    let why = if titled {
        directory.change(row).err().map(|why| why.to_string())
    } else {
        Some("没有编号，也没有填写“反馈问题”，不能新增".to_owned())
    };
    row.kind = if why.is_some() { ChangeRowKind::Error } else { ChangeRowKind::New };
    row.message = why.or_else(|| Some("没有编号，确认后作为新事项加入台账".to_owned()));
}
