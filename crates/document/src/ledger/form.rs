//! One form of names and values per problem: 问题：… | 整改措施：… in the cells of a table.

use super::grid::{Cell, Grid};
use super::rows::{AS_THEY_ARE, cell_status, first_sentence, split_measures};
use super::{Field, Mapping};
use crate::extract::{Context, deadlines, split_names};
use crate::{Document, Duty, DutyRole, FieldText, Finding, FindingKind, Measure, Span};

/// Names that make a table a form.
const KNOWN_MIN: usize = 4;

/// Recognises a form: cells that name fields stand left of their values.
pub(super) fn recognise(document: &Document, grid: &Grid) -> Option<Mapping> {
    let pairs = pairs(document, grid);
    let known = pairs.len();
    let has_finding = pairs.iter().any(|(field, _)| matches!(field, Field::Finding | Field::Measures));
    (known >= KNOWN_MIN && has_finding).then(|| Mapping {
        sheet: grid.name.clone(),
        header_rows: 0,
        columns: Vec::new(),
    })
}

fn named(document: &Document, cell: &Cell) -> Option<Field> {
    let text = cell.text(document);
    if text.chars().count() <= 14 { Field::from_header(&text) } else { None }
}

/// Names and the cells to their right, in reading order.
fn pairs<'a>(document: &Document, grid: &'a Grid) -> Vec<(Field, &'a Cell)> {
    let mut found = Vec::new();
    for row in grid.row_numbers() {
        let cells = grid.row(row);
        let mut at = 0;
        while at + 1 < cells.len() {
            let (name, value) = (&cells[at], &cells[at + 1]);
            // An empty value has no cell: what comes next is then another name.
            let beside = value.column == name.column.saturating_add(name.column_span);
            match named(document, name).filter(|_| beside) {
                Some(field) => {
                    found.push((field, value));
                    at += 2;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A finding per form; a repeated serial number or problem starts the next form.
pub(super) fn findings(document: &Document, grid: &Grid) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    let mut seen: Vec<Field> = Vec::new();
    for (field, cell) in pairs(document, grid) {
        let starts =
            matches!(field, Field::Serial | Field::Key | Field::Finding | Field::Category) && seen.contains(&field);
        if out.is_empty() || starts {
            out.push(empty());
            seen.clear();
        }
        seen.push(field);
        if let Some(finding) = out.last_mut() {
            put(document, field, cell, finding);
        }
    }
    out.retain(|finding| !finding.text.is_empty() || !finding.measures.is_empty());
    out
}

fn empty() -> Finding {
    Finding {
        kind: FindingKind::Problem,
        label: String::new(),
        title: String::new(),
        text: String::new(),
        path: Vec::new(),
        measures: Vec::new(),
        status: None,
        deadlines: Vec::new(),
        owners: Vec::new(),
        sources: Vec::new(),
        cells: Vec::new(),
    }
}

fn put(document: &Document, field: Field, cell: &Cell, finding: &mut Finding) {
    let text = cell.text(document);
    let spans = cell.paragraphs.iter().map(|at| Span {
        paragraph: *at,
        start: 0,
        end: document.paragraphs[*at as usize].text.len() as u32,
    });
    if let Some(span) = spans.clone().next().filter(|_| AS_THEY_ARE.contains(&field) && !text.trim().is_empty()) {
        finding.cells.push(FieldText { field, text: text.trim().to_owned(), span });
    }
    match field {
        Field::Serial => finding.label = text,
        Field::Source | Field::Category => finding.path.push(text),
        Field::Finding | Field::Manifestation => {
            if finding.title.is_empty() {
                finding.title = first_sentence(&text);
                finding.text = text;
            } else {
                finding.text = format!("{}\n{text}", finding.text);
            }
            finding.sources.extend(spans);
        }
        Field::Measures => {
            let measures = split_measures(document, cell);
            finding.measures.extend(measures.into_iter().map(|(text, span)| Measure {
                text,
                sources: vec![span],
                deadlines: Vec::new(),
                owners: Vec::new(),
            }));
        }
        Field::Due => {
            for at in &cell.paragraphs {
                deadlines(*at, &document.paragraphs[*at as usize].text, 0, Context::Labelled, &mut finding.deadlines);
            }
        }
        Field::Status | Field::Progress => finding.status = finding.status.or_else(|| cell_status(&text)),
        _ => {
            if let (Some(role), Some(span)) = (role(field), spans.into_iter().next()) {
                finding.owners.push(Duty { role, word: field.heading().to_owned(), names: split_names(&text), span });
            }
        }
    }
}

fn role(field: Field) -> Option<DutyRole> {
    Some(match field {
        Field::Leader => DutyRole::Leader,
        Field::LeadUnit => DutyRole::LeadUnit,
        Field::CoUnits => DutyRole::CoUnit,
        Field::Owner => DutyRole::Owner,
        Field::Reviewer => DutyRole::Reviewer,
        _ => return None,
    })
}
