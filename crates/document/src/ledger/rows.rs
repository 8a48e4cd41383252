//! Rows of a mapped table become findings; rows without a problem of their own carry on the one above.

use super::grid::{Cell, Grid};
use super::{Field, Mapping};
use crate::extract::{Context, deadline_of, deadlines, labelled_status, split_names, status_of};
use crate::{Document, Duty, DutyRole, FieldText, Finding, FindingKind, Measure, Span, Status};

/// Findings of a table.
pub(super) fn findings(document: &Document, grid: &Grid, mapping: &Mapping) -> Vec<Finding> {
    let reader = RowReader { document, grid, mapping };
    let mut out: Vec<Finding> = Vec::new();
    let mut current: Option<(u32, u32)> = None;
    for row in grid.row_numbers().filter(|row| *row >= mapping.header_rows) {
        if reader.is_summary(row) {
            continue;
        }
        let own = reader.cell(row, Field::Finding).or_else(|| reader.cell(row, Field::Manifestation)).or_else(|| {
            let serial = reader.cell(row, Field::Serial).filter(|cell| cell.row == row);
            serial.and_then(|_| reader.cell(row, Field::Measures))
        });
        let place = own.map(|cell| (cell.row, cell.column));
        let continues = place.is_none() || place == current;
        match out.last_mut().filter(|_| continues && current.is_some()) {
            Some(finding) => reader.add_row(row, finding),
            None if place.is_some() => {
                let mut finding = reader.start(row);
                reader.add_row(row, &mut finding);
                out.push(finding);
                current = place;
            }
            None => {}
        }
    }
    out
}

/// Columns that are kept as they are, for the ledger to take over.
pub(super) const AS_THEY_ARE: [Field; 11] = [
    Field::Cause,
    Field::Target,
    Field::FixType,
    Field::Progress,
    Field::Effect,
    Field::Policy,
    Field::Evidence,
    Field::Accountability,
    Field::Amount,
    Field::ClosedOn,
    Field::Notes,
];

struct RowReader<'a> {
    document: &'a Document,
    grid: &'a Grid,
    mapping: &'a Mapping,
}

impl<'a> RowReader<'a> {
    fn cell(&self, row: u32, field: Field) -> Option<&'a Cell> {
        let column = self.mapping.columns.iter().find(|c| c.field == Some(field))?;
        self.grid.at(row, column.index)
    }

    fn text(&self, row: u32, field: Field) -> Option<String> {
        let text = self.cell(row, field)?.text(self.document);
        let text = text.trim();
        (!text.is_empty() && !matches!(text, "/" | "-" | "—" | "无")).then(|| text.to_owned())
    }

    /// 合计, a repeated header, 填表人.
    fn is_summary(&self, row: u32) -> bool {
        let cells = self.grid.row(row);
        let Some(first) = cells.first() else { return true };
        let text: String = first.text(self.document).chars().filter(|c| !c.is_whitespace()).collect();
        let summary = ["合计", "总计", "小计", "填表", "制表", "审核人：", "备注：", "注：", "说明："]
            .iter()
            .any(|word| text.starts_with(word));
        let header = cells.len() >= 3 && {
            let repeated = cells.iter().filter(|cell| {
                let column = self.mapping.columns.iter().find(|c| c.index == cell.column);
                column.is_some_and(|c| {
                    let own: String = cell.text(self.document).chars().filter(|c| !c.is_whitespace()).collect();
                    !own.is_empty() && c.header.split_whitespace().collect::<String>().ends_with(&own)
                })
            });
            repeated.count() * 4 > cells.len() * 3
        };
        summary || header
    }

    fn start(&self, row: u32) -> Finding {
        let problem = self.text(row, Field::Finding);
        let manifestation = self.text(row, Field::Manifestation);
        let title = problem
            .clone()
            .or_else(|| manifestation.clone())
            .or_else(|| self.text(row, Field::Measures))
            .unwrap_or_default();
        let text = match (&problem, &manifestation) {
            (Some(a), Some(b)) => format!("{a}\n{b}"),
            _ => title.clone(),
        };
        let path: Vec<String> =
            [Field::Source, Field::Category].into_iter().filter_map(|f| self.text(row, f)).collect();
        let recommendation =
            path.iter().chain([&self.mapping.sheet]).any(|p| p.contains("建议") && !p.contains("问题"));
        let sources = [Field::Finding, Field::Manifestation]
            .into_iter()
            .filter_map(|f| self.cell(row, f))
            .flat_map(|cell| self.spans(cell))
            .collect();
        Finding {
            kind: if recommendation { FindingKind::Recommendation } else { FindingKind::Problem },
            label: self.text(row, Field::Serial).unwrap_or_default(),
            title: first_sentence(&title),
            text,
            path,
            measures: Vec::new(),
            status: None,
            deadlines: Vec::new(),
            owners: Vec::new(),
            sources,
            cells: Vec::new(),
        }
    }

    fn spans(&self, cell: &Cell) -> Vec<Span> {
        let whole =
            |at: &u32| Span { paragraph: *at, start: 0, end: self.document.paragraphs[*at as usize].text.len() as u32 };
        cell.paragraphs.iter().map(whole).collect()
    }

    /// Measures, dates, people and status of a row.
    fn add_row(&self, row: u32, finding: &mut Finding) {
        let own_row = |cell: &&Cell| cell.row == row;
        let due = self.due(row);
        let owners = self.owners(row);
        if let Some(cell) = self.cell(row, Field::Measures).filter(own_row) {
            for (text, span) in split_measures(self.document, cell) {
                finding.measures.push(Measure {
                    text,
                    sources: vec![span],
                    deadlines: due.clone(),
                    owners: owners.clone(),
                });
            }
        }
        for deadline in due {
            if !finding.deadlines.contains(&deadline) {
                finding.deadlines.push(deadline);
            }
        }
        for owner in owners {
            if !finding.owners.contains(&owner) {
                finding.owners.push(owner);
            }
        }
        for field in AS_THEY_ARE {
            if let Some(cell) = self.cell(row, field).filter(own_row)
                && let (Some(text), Some(span)) = (self.text(row, field), self.spans(cell).into_iter().next())
            {
                finding.cells.push(FieldText { field, text, span });
            }
        }
        let status = self.status(row);
        finding.status = match (finding.status, status) {
            // Several steps: the finding is as far as the step that is furthest behind.
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }

    fn status(&self, row: u32) -> Option<Status> {
        let stated = |field| self.text(row, field).and_then(|text| cell_status(&text));
        stated(Field::Status).or_else(|| stated(Field::Progress)).or_else(|| {
            // 长期坚持 among the notes is a deadline.
            labelled_status(&self.text(row, Field::Notes)?).filter(|status| *status != Status::Standing)
        })
    }

    fn due(&self, row: u32) -> Vec<crate::Deadline> {
        let mut found = Vec::new();
        if let Some(cell) = self.cell(row, Field::Due) {
            for at in &cell.paragraphs {
                deadlines(*at, &self.document.paragraphs[*at as usize].text, 0, Context::Labelled, &mut found);
            }
        }
        if found.is_empty()
            && let Some(cell) = self.cell(row, Field::Notes)
        {
            for at in &cell.paragraphs {
                let text = self.document.paragraphs[*at as usize].text.as_str();
                let whole = deadline_of(text).is_some_and(|deadline| deadline.text == text);
                let context = if whole { Context::Labelled } else { Context::Running };
                deadlines(*at, text, 0, context, &mut found);
            }
        }
        found
    }

    fn owners(&self, row: u32) -> Vec<Duty> {
        const ROLES: [(Field, DutyRole); 5] = [
            (Field::Leader, DutyRole::Leader),
            (Field::LeadUnit, DutyRole::LeadUnit),
            (Field::CoUnits, DutyRole::CoUnit),
            (Field::Owner, DutyRole::Owner),
            (Field::Reviewer, DutyRole::Reviewer),
        ];
        let mut duties = Vec::new();
        for (field, role) in ROLES {
            let Some(cell) = self.cell(row, field) else { continue };
            let mut names = split_names(&cell.text(self.document));
            let Some(span) = self.spans(cell).into_iter().next().filter(|_| !names.is_empty()) else { continue };
            let header = self
                .mapping
                .columns
                .iter()
                .find(|c| c.field == Some(field))
                .map(|c| c.header.clone())
                .unwrap_or_default();
            // 责任部门（人）: 资产处（温如玉）
            let persons = if field == Field::LeadUnit && header.contains("（人）") {
                names.iter_mut().filter_map(take_person).collect()
            } else {
                Vec::new()
            };
            duties.push(Duty { role, word: header.clone(), names, span });
            if !persons.is_empty() {
                duties.push(Duty { role: DutyRole::Owner, word: header, names: persons, span });
            }
        }
        duties
    }
}

/// Takes the person out of 资产处（温如玉）.
fn take_person(name: &mut String) -> Option<String> {
    let inner = name.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let person = inner[open..].chars().skip(1).collect::<String>();
    let unit = inner[..open].to_owned();
    if unit.is_empty() || !(2..=4).contains(&person.chars().count()) {
        return None;
    }
    *name = unit;
    Some(person)
}

/// What a cell says of the state: 否 to 是否完成 is not yet, in a longer text only a plain statement counts.
pub(super) fn cell_status(text: &str) -> Option<Status> {
    if matches!(text.trim(), "否" | "×") {
        return Some(Status::InProgress);
    }
    if text.chars().count() <= 20 { status_of(text) } else { labelled_status(text) }
}

pub(super) fn first_sentence(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let end = line.find('。').unwrap_or(line.len());
    line[..end].trim().to_owned()
}

/// Measures of a cell: numbered or on lines of their own, else one.
pub(super) fn split_measures(document: &Document, cell: &Cell) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for at in &cell.paragraphs {
        let text = document.paragraphs[*at as usize].text.as_str();
        let starts = measure_starts(text);
        for (n, start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(text.len());
            let own = text[*start..end].trim();
            let skip = crate::grammar::label_at(own).map_or(0, |label| label.skip);
            let own = strip_series(own[skip..].trim()).trim_end_matches(['；', ';']).to_owned();
            if !own.is_empty() {
                found.push((own, Span { paragraph: *at, start: *start as u32, end: end as u32 }));
            }
        }
    }
    found
}

fn strip_series(text: &str) -> &str {
    let rest = crate::grammar::chinese_prefix(text).map(|(_, length)| &text[length..]);
    rest.and_then(|rest| rest.strip_prefix('是').or_else(|| rest.strip_prefix('要'))).unwrap_or(text)
}

/// 2.5个 and 2、3月, but not 2.建立.
fn number_goes_on(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.chars().nth(1).is_none_or(|c| c.is_ascii_digit())
}

/// Bytes where a measure starts: lines, and labels 1. （1） ① 一是 that count up from one.
fn measure_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut next: Option<(crate::grammar::Form, u32)> =
        crate::grammar::label_at(text).map(|label| (label.form, label.value + 1));
    let mut series = if strip_series(text).len() < text.len() { 2 } else { 0 };
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let number =
            c.is_ascii_digit() && ('\u{4e00}'..='\u{9fff}').contains(&previous) && !number_goes_on(&text[at..]);
        let boundary = matches!(previous, '\n' | '。' | '；' | ';' | '\r') || previous.is_whitespace() || number;
        if at > 0 && boundary {
            let label = crate::grammar::label_at(&text[at..])
                .filter(|label| !label.weak && next == Some((label.form, label.value)));
            let item = crate::grammar::chinese_prefix(&text[at..]).filter(|(value, length)| {
                *value == series && series > 0 && text[at + length..].starts_with(['是', '要'])
            });
            if label.is_some() || item.is_some() || previous == '\n' && next.is_none() && series == 0 {
                starts.push(at);
            }
            next = label.map(|label| (label.form, label.value + 1)).or(next);
            series += u32::from(item.is_some());
        }
        previous = c;
    }
    starts
}
