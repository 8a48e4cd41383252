//! Status, deadlines and owners that are stated below a finding.

use super::Tree;
use super::measures::Parts;
use crate::extract::{Context, deadlines, duties, labelled_status, marked_status, values};
use crate::{Deadline, DeadlineKind, DocumentKind, Finding, Span, Status};

/// Adds what is stated anywhere below the heading; a measure's own text only where a label says so.
pub(super) fn add(tree: &Tree, at: usize, parts: &Parts, finding: &mut Finding) {
    finding.status = status(tree, tree.title(at));
    if feedback(tree) {
        at_once(tree.headings[at].title, tree, &mut finding.deadlines);
    }
    for below in at..tree.end[at] {
        for span in tree.headings[below].body.clone() {
            let text = tree.text(span);
            // What is said last is the verdict.
            finding.status = status(tree, text).or(finding.status);
            duties(span.paragraph, text, span.start as usize, &mut finding.owners);
            if !parts.is_measure(span) {
                let context = if parts.is_deadline(span) { Context::Labelled } else { Context::Running };
                deadlines(span.paragraph, text, span.start as usize, context, &mut finding.deadlines);
            } else if has_deadline_label(text) {
                deadlines(span.paragraph, text, span.start as usize, Context::Running, &mut finding.deadlines);
            }
        }
        if feedback(tree) {
            tree.after_title(below).into_iter().for_each(|span| at_once(span, tree, &mut finding.deadlines));
        }
    }
}

fn feedback(tree: &Tree) -> bool {
    matches!(tree.kind, DocumentKind::Feedback | DocumentKind::Notice)
}

/// A feedback states no progress; a plan only where a label or a bracket says so.
fn status(tree: &Tree, text: &str) -> Option<Status> {
    match tree.kind {
        DocumentKind::Feedback | DocumentKind::Notice => None,
        DocumentKind::Plan => marked_status(text),
        _ if has_deadline_label(text) => marked_status(text),
        _ => labelled_status(text),
    }
}

fn has_deadline_label(text: &str) -> bool {
    values(text, &["时限", "期限", "完成时间"]).next().is_some()
}

/// Deadlines of an item of a series.
pub(super) fn deadlines_of(tree: &Tree, span: Span, out: &mut Vec<Deadline>) {
    deadlines(span.paragraph, tree.text(span), span.start as usize, Context::Running, out);
    if feedback(tree) {
        at_once(span, tree, out);
    }
}

/// 立即排除隐患: a demand to be met at once.
fn at_once(span: Span, tree: &Tree, out: &mut Vec<Deadline>) {
    const WORDS: [&str; 4] = ["立即", "立行立改", "即知即改", "马上"];
    let text = tree.text(span);
    let lead = text.len() - text.trim_start().len();
    let Some(word) = WORDS.iter().find(|word| text[lead..].starts_with(**word)) else { return };
    if out.iter().any(|d| d.kind == DeadlineKind::Immediate) {
        return;
    }
    let start = span.start + lead as u32;
    out.push(Deadline {
        kind: DeadlineKind::Immediate,
        text: (*word).to_owned(),
        date: None,
        span: Span { paragraph: span.paragraph, start, end: start + word.len() as u32 },
    });
}
