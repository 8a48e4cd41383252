//! Lines that start with a label, and lines that their style makes headings.

use super::closing::{closing_start, in_attachment_note};
use super::{collapsed, unnumbered};
use crate::grammar::{Form, Label, label_at};
use crate::{Document, Origin, Paragraph, Problem, ProblemCode, Region};

/// A place where a heading starts.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) paragraph: u32,
    /// Byte where the label (or the unnumbered title) starts.
    pub(crate) start: u32,
    /// Byte where the title starts.
    pub(crate) text_start: u32,
    pub(crate) form: Form,
    pub(crate) value: u32,
    /// As printed.
    pub(crate) label: String,
    pub(crate) origin: Origin,
    pub(crate) weak: bool,
}

/// All candidates of a document in reading order; weak ones only where they fit a series.
pub(crate) fn candidates(
    document: &Document,
    first_body: usize,
    title: Option<&str>,
    problems: &mut Vec<Problem>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    let closing = closing_start(document);
    for (index, paragraph) in document.paragraphs.iter().enumerate().take(closing).skip(first_body) {
        let attached = in_attachment_note(&document.paragraphs, index);
        if attached || matches!(paragraph.region, Region::Table { .. }) {
            continue;
        }
        of_paragraph(paragraph, index as u32, &mut found, problems);
    }
    let mut found = drop_misfits(found, problems);
    unnumbered::add(document, first_body, title, &mut found);
    found
}

fn of_paragraph(paragraph: &Paragraph, index: u32, found: &mut Vec<Candidate>, problems: &mut Vec<Problem>) {
    if let Some(auto) = &paragraph.label
        && let Some(candidate) = automatic(paragraph, auto.text.trim(), index, problems)
    {
        found.push(candidate);
        return;
    }
    if collapsed::is_collapsed(&paragraph.text) {
        collapsed::split(paragraph, index, found);
        return;
    }
    let lead = blank_lead(&paragraph.text);
    if let Some(label) = label_at(&paragraph.text[lead..])
        && !is_inline_list(&paragraph.text[lead..], &label)
    {
        found.push(typed(paragraph, index, lead, label));
    }
}

/// ①…；②…；③… in one paragraph is a series, not a heading.
fn is_inline_list(text: &str, label: &Label) -> bool {
    if !matches!(label.form, Form::Circled | Form::ArabicParenthesised) {
        return false;
    }
    let after_mark = |at: usize| text[..at].trim_end().ends_with(['；', '。', ';', '，', '、']);
    let inner = text.char_indices().skip(1).filter(|(_, c)| matches!(c, '（' | '(' | '\u{2460}'..='\u{2487}'));
    let mut labels = inner
        .filter(|(at, _)| after_mark(*at))
        .filter_map(|(at, _)| label_at(&text[at..]))
        .filter(|next| next.form == label.form);
    // （1）标题。（1）…；（2）… is a heading with a series of its own.
    labels.next().is_some_and(|next| next.value == label.value + 1)
}

/// Bytes of blanks before the text.
pub(super) fn blank_lead(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')).len()
}

/// A candidate from a label typed at byte `at`.
pub(super) fn typed(paragraph: &Paragraph, index: u32, at: usize, label: Label) -> Candidate {
    let printed = paragraph.text[at..at + label.length].to_owned();
    let repaired =
        printed.starts_with(['—', '－', 'ー', '-', 'l', 'I', 'Z']) && label.weak || printed.contains(['—', 'ー', '－']);
    let text_start = at + label.skip;
    Candidate {
        paragraph: index,
        start: at as u32,
        text_start: (text_start + blank_lead(&paragraph.text[text_start..])) as u32,
        form: label.form,
        value: label.value,
        label: if repaired { repair(&printed) } else { printed },
        origin: if repaired || paragraph.recovered { Origin::Recovered } else { Origin::Typed },
        weak: label.weak,
    }
}

fn repair(printed: &str) -> String {
    printed
        .chars()
        .map(|c| match c {
            '—' | '－' | 'ー' | '-' => '一',
            'l' | 'I' => '1',
            'Z' => '2',
            other => other,
        })
        .collect()
}

fn automatic(paragraph: &Paragraph, printed: &str, index: u32, problems: &mut Vec<Problem>) -> Option<Candidate> {
    let label = label_at(printed).or_else(|| label_at(&format!("{printed} 题")))?;
    let lead = blank_lead(&paragraph.text);
    let doubled = label_at(&paragraph.text[lead..]).filter(|typed| typed.form == label.form && !typed.weak);
    let text_start = lead + doubled.map_or(0, |typed| typed.skip);
    if doubled.is_some() {
        problems.push(Problem {
            code: ProblemCode::DoubleLabel,
            message: format!("自动编号“{printed}”之后又手工键入了同级序号，请删去其一。"),
            paragraph: Some(index),
        });
    }
    Some(Candidate {
        paragraph: index,
        start: lead as u32,
        text_start: text_start as u32,
        form: label.form,
        value: label.value,
        label: printed.to_owned(),
        origin: Origin::Auto,
        weak: false,
    })
}

/// Weak labels stay only in a series: 1 with a later 2, or one more than the last of their form.
fn drop_misfits(found: Vec<Candidate>, problems: &mut Vec<Problem>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::with_capacity(found.len());
    let mut last: Vec<(Form, u32)> = Vec::new();
    for (at, candidate) in found.iter().enumerate() {
        let previous = last.iter().find(|(form, _)| *form == candidate.form).map(|(_, value)| *value);
        let fits = !candidate.weak
            || previous.is_some_and(|value| value + 1 == candidate.value)
            || candidate.value == 1 && followed_by_two(&found[at + 1..], candidate.form);
        if !fits {
            continue;
        }
        if candidate.origin == Origin::Recovered && candidate.weak {
            problems.push(Problem {
                code: ProblemCode::RecoveredLabel,
                message: format!("序号已按上下文恢复为“{}”，请核对。", candidate.label),
                paragraph: Some(candidate.paragraph),
            });
        }
        last.retain(|(form, _)| *form != candidate.form);
        last.push((candidate.form, candidate.value));
        kept.push(candidate.clone());
    }
    kept
}

fn followed_by_two(rest: &[Candidate], form: Form) -> bool {
    const HORIZON: usize = 400;
    rest.iter().take(HORIZON).find(|c| c.form == form).is_some_and(|c| c.value == 2)
}
