//! Candidates become headings with levels, titles and bodies, then a tree.

use super::candidates::Candidate;
use super::closing::closing_start;
use super::levels::levels;
use super::run_in::title_length;
use crate::grammar::Form;
use crate::{Document, Node, Origin, Span};

/// A heading in reading order, not yet nested.
#[derive(Debug, Clone)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) form: Form,
    pub(crate) label: String,
    pub(crate) origin: Origin,
    pub(crate) paragraph: u32,
    /// Byte of the label.
    pub(crate) start: u32,
    /// The title without label.
    pub(crate) title: Span,
    /// From the label to the next heading, per paragraph.
    pub(crate) body: Vec<Span>,
}

impl Heading {
    pub(crate) fn title_text<'a>(&self, document: &'a Document) -> &'a str {
        &document.paragraphs[self.paragraph as usize].text[self.title.start as usize..self.title.end as usize]
    }
}

/// The headings of a document with their levels.
pub(crate) fn headings(document: &Document, candidates: &[Candidate]) -> Vec<Heading> {
    let levels = levels(candidates);
    let closing = closing_start(document);
    let mut headings = Vec::with_capacity(candidates.len());
    for (at, candidate) in candidates.iter().enumerate() {
        let level = levels.iter().find(|(form, _)| *form == candidate.form).map_or(1, |(_, level)| *level);
        headings.push(heading(document, candidate, candidates.get(at + 1), level, closing));
    }
    headings
}

fn heading(document: &Document, candidate: &Candidate, next: Option<&Candidate>, level: u8, closing: usize) -> Heading {
    let paragraph = candidate.paragraph;
    let text = &document.paragraphs[paragraph as usize].text;
    let end = next.filter(|n| n.paragraph == paragraph).map_or(text.len(), |n| n.start as usize);
    let from = candidate.text_start as usize;
    let own = text[from..end].trim_end();
    let length = if from_collapsed(text, candidate) {
        collapsed_title(own).unwrap_or_else(|| title_length(own))
    } else {
        title_length(own)
    };
    let title = Span { paragraph, start: from as u32, end: (from + length) as u32 };
    Heading {
        level,
        form: candidate.form,
        label: candidate.label.clone(),
        origin: candidate.origin,
        paragraph,
        start: candidate.start,
        title,
        body: body(document, candidate, next, closing),
    }
}

/// The paragraph is a document whose line breaks were lost.
fn from_collapsed(text: &str, candidate: &Candidate) -> bool {
    candidate.form < Form::Arabic && super::collapsed::is_collapsed(text)
}

/// Characters within which the title of a section without its line break must end.
const COLLAPSED_TITLE_CHARACTERS_MAX: usize = 24;

/// `整改组织情况镇党委召开…`: the section's usual last word ends its title.
fn collapsed_title(own: &str) -> Option<usize> {
    const ENDS: [&str; 9] = ["情况", "打算", "安排", "建议", "要求", "措施", "方面", "问题", "成效"];
    let short = own.chars().count() <= COLLAPSED_TITLE_CHARACTERS_MAX;
    if short && !own.contains(['。', '，', '：']) {
        return Some(own.len());
    }
    let limit = own.char_indices().nth(COLLAPSED_TITLE_CHARACTERS_MAX).map_or(own.len(), |(at, _)| at);
    let head = &own[..limit];
    // 二、问题整改进展 （一）…: a blank ends it.
    if let Some(blank) = head.find(char::is_whitespace).filter(|at| *at > 0 && !head[..*at].contains(['。', '，'])) {
        return Some(blank);
    }
    let end = ENDS.iter().filter_map(|word| head.find(word).map(|at| at + word.len())).min()?;
    let next = own[end..].chars().next()?;
    (!matches!(next, '。' | '，' | '、' | '的' | '和' | '及' | '”' | '与' | '是')).then_some(end)
}

/// Everything from a heading to the next one.
fn body(document: &Document, from: &Candidate, to: Option<&Candidate>, closing: usize) -> Vec<Span> {
    let last = to.map_or(closing, |n| n.paragraph as usize + usize::from(n.start > 0));
    let mut spans = Vec::new();
    for index in from.paragraph as usize..last.max(from.paragraph as usize + 1) {
        let text = &document.paragraphs[index].text;
        let start = if index == from.paragraph as usize { from.start as usize } else { 0 };
        let end = match to {
            Some(n) if n.paragraph as usize == index => n.start as usize,
            _ => text.len(),
        };
        if start < end {
            spans.push(Span { paragraph: index as u32, start: start as u32, end: end as u32 });
        }
    }
    spans
}

/// Nests headings by level.
pub(crate) fn nest(document: &Document, headings: &[Heading]) -> Vec<Node> {
    let mut roots: Vec<Node> = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    for heading in headings {
        while open.last().is_some_and(|node| node.level >= heading.level) {
            close(&mut open, &mut roots);
        }
        open.push(node(document, heading));
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

fn close(open: &mut Vec<Node>, roots: &mut Vec<Node>) {
    if let Some(done) = open.pop() {
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => roots.push(done),
        }
    }
}

fn node(document: &Document, heading: &Heading) -> Node {
    let text = &document.paragraphs[heading.paragraph as usize].text;
    let title = &text[heading.title.start as usize..heading.title.end as usize];
    let typed = heading.origin != Origin::Auto;
    Node {
        level: heading.level,
        label: heading.label.clone(),
        title: title.to_owned(),
        origin: heading.origin,
        paragraph: heading.paragraph,
        span: typed.then_some(Span { paragraph: heading.paragraph, start: heading.start, end: heading.title.end }),
        body: heading.body.clone(),
        children: Vec::new(),
    }
}
