//! Two documents side by side: every problem of the first is answered once in the second, in the same order.
//!
//! 反馈意见 ↔ 报告, 方案 ↔ 报告, 台账 ↔ 报告, 内部稿 ↔ 公开稿.

use crate::copies::{Difference, differences};
use crate::link::{essence, link};
use document::{Document, Finding, FindingKind, Span, Structure};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;

/// A problem as one of the documents words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place among the problems of its document, from 1.
    pub number: usize,
    pub label: String,
    pub title: String,
    /// Index of the paragraph where it begins, from 0.
    pub paragraph: usize,
}

/// A stretch of a wording that is in one of the documents, or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    Same(String),
    /// Only in the first document.
    Removed(String),
    /// Only in the second document.
    Added(String),
}

/// How a problem was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Missing,
    /// Answered once; the wording is empty where it is the same.
    Once {
        entry: Entry,
        wording: Vec<Stretch>,
    },
    /// Answered at several places, in the order of the text.
    Several(Vec<Entry>),
}

/// A problem of the first document and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub entry: Entry,
    pub answer: Answer,
    /// Stands before one that came earlier in the first document.
    pub moved: bool,
}

/// The same total, or the same clause, with two values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// 问题, 措施 …, or the clause as the second document has it.
    pub subject: String,
    pub first: String,
    pub second: String,
}

/// The result of comparing two documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    pub rows: Vec<Row>,
    /// Problems of the second document that the first does not have.
    pub added: Vec<Entry>,
    pub figures: Vec<Figure>,
}

impl Comparison {
    /// Every problem is answered exactly once and every total agrees.
    pub fn is_complete(&self) -> bool {
        self.figures.is_empty() && self.rows.iter().all(|row| matches!(row.answer, Answer::Once { .. }))
    }
}

/// Compares the problems of two documents.
pub fn compare(first: &Document, second: &Document) -> Comparison {
    let clauses = differences(second, first).into_iter().map(|one| clause(second, &one));
    let clauses: Vec<Figure> = clauses.collect();
    let (first, second) = (document::parse(first), document::parse(second));
    let (wanted, given) = (entries(&first), entries(&second));
    let titles = |entries: &[Entry]| entries.iter().map(|entry| entry.title.clone()).collect::<Vec<_>>();
    let (wanted_titles, given_titles) = (titles(&wanted), titles(&given));
    let linked = link(&borrowed(&wanted_titles), &borrowed(&given_titles));
    let mut added = vec![true; given.len()];
    let mut last = 0;
    let mut rows = Vec::new();
    for (entry, mut found) in wanted.into_iter().zip(linked) {
        found.sort_unstable();
        for n in &found {
            added[*n] = false;
        }
        let first_place = found.first().copied();
        let moved = first_place.is_some_and(|n| n < last);
        last = first_place.map_or(last, |n| last.max(n));
        let answer = match found.as_slice() {
            [] => Answer::Missing,
            [one] => {
                let answered = given[*one].clone();
                let wording = wording(&entry.title, &answered.title);
                Answer::Once { entry: answered, wording }
            }
            several => Answer::Several(several.iter().map(|n| given[*n].clone()).collect()),
        };
        rows.push(Row { entry, answer, moved });
    }
    let added = given.into_iter().zip(added).filter(|(_, added)| *added).map(|(entry, _)| entry).collect();
    let mut figures = figures(&first, &second);
    figures.extend(clauses);
    Comparison { rows, added, figures }
}

/// A clause that both say with other numbers (C-DIFF).
fn clause(second: &Document, one: &Difference) -> Figure {
    let text = second.paragraphs.get(one.here.paragraph).and_then(|p| p.text.get(one.here.start..one.here.end));
    Figure {
        subject: text.unwrap_or_default().to_owned(),
        first: one.there.numbers.join("、"),
        second: one.here.numbers.join("、"),
    }
}

fn borrowed(titles: &[String]) -> Vec<&str> {
    titles.iter().map(String::as_str).collect()
}

fn entries(structure: &Structure) -> Vec<Entry> {
    let problems = structure.findings.iter().filter(|finding| finding.kind == FindingKind::Problem);
    problems.zip(1..).map(|(finding, number)| entry(finding, number)).collect()
}

fn entry(finding: &Finding, number: usize) -> Entry {
    let paragraph = finding.sources.first().map_or(0, |span: &Span| span.paragraph as usize);
    Entry { number, label: finding.label.clone(), title: finding.title.clone(), paragraph }
}

/// What differs between two wordings, by character; empty when only frame words and marks do.
fn wording(first: &str, second: &str) -> Vec<Stretch> {
    if essence(first) == essence(second) {
        return Vec::new();
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for change in TextDiff::from_chars(first, second).iter_all_changes() {
        let text = change.value();
        match (change.tag(), stretches.last_mut()) {
            (ChangeTag::Equal, Some(Stretch::Same(last)))
            | (ChangeTag::Delete, Some(Stretch::Removed(last)))
            | (ChangeTag::Insert, Some(Stretch::Added(last))) => last.push_str(text),
            (ChangeTag::Equal, _) => stretches.push(Stretch::Same(text.to_owned())),
            (ChangeTag::Delete, _) => stretches.push(Stretch::Removed(text.to_owned())),
            (ChangeTag::Insert, _) => stretches.push(Stretch::Added(text.to_owned())),
        }
    }
    stretches
}

/// Totals of one subject that the documents state once each, with different values.
fn figures(first: &Structure, second: &Structure) -> Vec<Figure> {
    let totals = |structure: &Structure| {
        let mut by_subject: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for total in &structure.totals {
            by_subject.entry(total.subject.clone()).or_default().push(format!("{}{}", total.total, total.unit));
        }
        by_subject
    };
    let (first, second) = (totals(first), totals(second));
    let differs = |(subject, values): (&String, &Vec<String>)| {
        let other = second.get(subject)?;
        match (values.as_slice(), other.as_slice()) {
            ([one], [two, ..]) | ([one, ..], [two]) if one != two => {
                Some(Figure { subject: subject.clone(), first: one.clone(), second: two.clone() })
            }
            _ => None,
        }
    };
    first.iter().filter_map(differs).collect()
}
