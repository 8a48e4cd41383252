//! Ledger rows straight from parsed documents, without an installation.

use crate::ledger_workbook::{CoverageRow, LedgerRow};
use document::ledger::Field;
use document::{Deadline, DeadlineKind, Document, Duty, DutyRole, Finding, FindingKind, Span, Status, Structure};
use domain::{area_core, problem_core};
use std::collections::HashMap;

/// A parsed file.
pub struct Source<'a> {
    pub name: &'a str,
    pub document: &'a Document,
    pub structure: &'a Structure,
}

/// The ledger of one or more files: what a later file says of the same finding is added to its row.
pub fn rows(sources: &[Source<'_>]) -> (Vec<LedgerRow>, Vec<CoverageRow>) {
    let mut rows: Vec<LedgerRow> = Vec::new();
    let mut known = Known::default();
    let mut coverage = Vec::new();
    for source in sources {
        let mut links: Vec<(Span, String)> = Vec::new();
        known.next_file(rows.len());
        for finding in &source.structure.findings {
            let at = known.claim(finding);
            let serial = at.map_or(rows.len() + 1, |at| at + 1).to_string();
            match at {
                Some(at) => add(&mut rows[at], finding),
                None => {
                    rows.push(row(source, finding, &serial));
                    known.add(finding);
                }
            }
            let spans = finding.sources.iter().chain(finding.measures.iter().flat_map(|m| &m.sources));
            links.extend(spans.map(|span| (*span, serial.clone())));
            links.extend(finding.owners.iter().map(|o| (o.span, serial.clone())));
            links.extend(finding.deadlines.iter().map(|d| (d.span, serial.clone())));
            links.extend(finding.cells.iter().map(|c| (c.span, serial.clone())));
        }
        links.sort_by_key(|(span, _)| *span);
        coverage.extend(covered(source, &links));
    }
    (rows, coverage)
}

/// Rows of earlier files by what their problem says. Rows of the same file are never one.
#[derive(Default)]
struct Known {
    by_core: HashMap<String, Vec<usize>>,
    areas: Vec<String>,
    taken: Vec<bool>,
    /// Rows that earlier files made.
    earlier: usize,
}

impl Known {
    fn next_file(&mut self, rows: usize) {
        self.earlier = rows;
        self.taken = vec![false; rows];
    }

    fn add(&mut self, finding: &Finding) {
        self.by_core.entry(problem_core(&finding.title)).or_default().push(self.areas.len());
        self.areas.push(area(finding));
    }

    /// The row that a finding adds to: the one of its area, else the first that nothing was added to yet.
    fn claim(&mut self, finding: &Finding) -> Option<usize> {
        let core = problem_core(&finding.title);
        let same = self.by_core.get(&core).filter(|_| !core.is_empty())?;
        let area = area(finding);
        let free = || same.iter().copied().filter(|at| *at < self.earlier && !self.taken[*at]);
        let at = free().find(|at| self.areas[*at] == area).or_else(|| free().next())?;
        self.taken[at] = true;
        Some(at)
    }
}

fn area(finding: &Finding) -> String {
    finding.path.last().map(|path| area_core(path)).unwrap_or_default()
}

fn row(source: &Source<'_>, finding: &Finding, serial: &str) -> LedgerRow {
    let category = finding.path.last().cloned().unwrap_or_default();
    let (first, manifestation) = finding.text.split_once('\n').unwrap_or((finding.text.as_str(), ""));
    let mut row = LedgerRow {
        serial: serial.to_owned(),
        source: source.structure.title.clone().unwrap_or_else(|| source.name.to_owned()),
        category: match finding.kind {
            FindingKind::Problem => category,
            FindingKind::Recommendation => "意见建议".to_owned(),
        },
        finding: first.to_owned(),
        manifestation: manifestation.to_owned(),
        status: "未启动".to_owned(),
        ..LedgerRow::default()
    };
    add(&mut row, finding);
    row
}

/// Measures, people, dates and status of a finding.
fn add(row: &mut LedgerRow, finding: &Finding) {
    for measure in &finding.measures {
        if !row.measures.contains(&measure.text) {
            row.measures.push(measure.text.clone());
        }
    }
    let owners: Vec<&Duty> = finding.owners.iter().chain(finding.measures.iter().flat_map(|m| &m.owners)).collect();
    fill(&mut row.leader, &names(&owners, DutyRole::Leader));
    fill(&mut row.lead_unit, &names(&owners, DutyRole::LeadUnit));
    fill(&mut row.co_units, &names(&owners, DutyRole::CoUnit));
    fill(&mut row.owner, &names(&owners, DutyRole::Owner));
    fill(&mut row.reviewer, &names(&owners, DutyRole::Reviewer));
    let deadlines: Vec<&Deadline> =
        finding.deadlines.iter().chain(finding.measures.iter().flat_map(|m| &m.deadlines)).collect();
    if row.due.is_none() {
        row.due = deadlines
            .iter()
            .filter_map(|d| d.date.as_deref())
            .filter(|date| !date.starts_with('-'))
            .max()
            .map(str::to_owned);
    }
    fill(&mut row.fix_type, fix_type(&deadlines));
    if let Some(status) = finding.status {
        row.status = status_words(status).to_owned();
    }
    for cell in &finding.cells {
        fill_cell(row, cell.field, &cell.text);
    }
}

/// Columns of a ledger that the parser does not interpret go over as they are.
fn fill_cell(row: &mut LedgerRow, field: Field, text: &str) {
    match field {
        Field::Cause => add_line(&mut row.cause, text),
        Field::Target => add_line(&mut row.target, text),
        Field::FixType => row.fix_type = text.to_owned(),
        Field::Progress => add_line(&mut row.progress, text),
        Field::Effect => add_line(&mut row.effect, text),
        Field::Policy => add_line(&mut row.policy, text),
        Field::Evidence => add_line(&mut row.evidence, text),
        Field::Accountability => add_line(&mut row.accountability, text),
        Field::Amount => fill(&mut row.amount, text),
        Field::ClosedOn => fill(&mut row.closed_on, text),
        Field::Notes => add_line(&mut row.notes, text),
        _ => {}
    }
}

fn add_line(cell: &mut String, text: &str) {
    if cell.lines().any(|line| line == text) {
        return;
    }
    if !cell.is_empty() {
        cell.push('\n');
    }
    cell.push_str(text);
}

fn fill(cell: &mut String, value: &str) {
    if cell.is_empty() {
        cell.push_str(value);
    }
}

fn names(owners: &[&Duty], role: DutyRole) -> String {
    let mut found: Vec<&str> = Vec::new();
    for name in owners.iter().filter(|o| o.role == role).flat_map(|o| &o.names) {
        if !found.contains(&name.as_str()) {
            found.push(name);
        }
    }
    found.join("、")
}

fn fix_type(deadlines: &[&Deadline]) -> &'static str {
    let has = |kind| deadlines.iter().any(|d| d.kind == kind);
    if has(DeadlineKind::Standing) && !has(DeadlineKind::Absolute) {
        "长期坚持"
    } else if has(DeadlineKind::Absolute) || has(DeadlineKind::Relative) {
        "限期整改"
    } else if has(DeadlineKind::Immediate) {
        "立行立改"
    } else {
        ""
    }
}

fn status_words(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "未启动",
        Status::InProgress => "整改中",
        Status::MostlyDone => "基本完成",
        Status::Done => "已完成",
        Status::Standing => "长期坚持",
    }
}

/// Every sentence of the source, with the row it went into.
fn covered<'a>(source: &'a Source<'a>, links: &'a [(Span, String)]) -> impl Iterator<Item = CoverageRow> + 'a {
    source.document.paragraphs.iter().enumerate().flat_map(move |(at, paragraph)| {
        let low = links.partition_point(|(span, _)| (span.paragraph as usize) < at);
        let high = links.partition_point(|(span, _)| span.paragraph as usize <= at);
        let here = &links[low..high];
        document::sentences(&paragraph.text).into_iter().map(move |(start, end)| {
            let link = here.iter().find(|(span, _)| (span.start as usize) < end && start < span.end as usize);
            CoverageRow {
                document: source.name.to_owned(),
                place: paragraph.place.words(at),
                sentence: paragraph.text[start..end].to_owned(),
                state: if link.is_some() { "已关联" } else { "已跳过" }.to_owned(),
                serial: link.map(|(_, serial)| serial.clone()).unwrap_or_default(),
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(files: &[(&str, &str)]) -> (Vec<LedgerRow>, Vec<CoverageRow>) {
        let parsed: Vec<_> = files
            .iter()
            .map(|(name, text)| {
                let document = document::read(text.as_bytes(), name).unwrap();
                let structure = document::parse(&document);
                (*name, document, structure)
            })
            .collect();
        let sources: Vec<Source<'_>> =
            parsed.iter().map(|(name, document, structure)| Source { name, document, structure }).collect();
        rows(&sources)
    }

    const FEEDBACK: &str = "关于对水务局党组的巡察反馈意见\n总体评价良好。\n一、存在的主要问题\n（一）学习方面\n1.理论学习不深入。全年集中学习仅3次。\n2.台账不规范。\n";
    const PLAN: &str = "关于巡察反馈意见的整改方案\n一、整改措施\n（一）学习方面\n1.关于“理论学习不深入”问题。一是制定计划；二是开展研讨。\n责任领导：张明；责任科室：办公室；整改时限：2026年6月底前。\n";

    #[test]
    fn a_plan_adds_to_the_rows_of_the_feedback() {
        let (rows, _) = import(&[("反馈.txt", FEEDBACK), ("方案.txt", PLAN)]);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].measures, ["制定计划", "开展研讨。"]);
        assert_eq!((rows[0].leader.as_str(), rows[0].lead_unit.as_str()), ("张明", "办公室"));
        assert_eq!(rows[0].due.as_deref(), Some("2026-06-30"));
        assert!(rows[1].measures.is_empty());
    }

    #[test]
    fn every_sentence_is_linked_or_skipped() {
        let (_, coverage) = import(&[("反馈.txt", FEEDBACK)]);
        let text: String = coverage.iter().map(|row| row.sentence.as_str()).collect();
        assert_eq!(text, FEEDBACK.replace('\n', ""));
        let linked: Vec<_> = coverage.iter().filter(|r| r.state == "已关联").map(|r| r.serial.as_str()).collect();
        assert_eq!(linked, ["1", "1", "2"]);
    }
}
