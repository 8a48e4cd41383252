//! The part as pieces: bytes as they are, and tags in the order in which they work.

use super::super::tags::{crossing, groups, may_hold};
use super::super::xml::Tree;
use super::super::{Fault, Piece, Statement, Tag};
use super::lift::{At, Spot, spots};
use super::paragraphs::{Paragraph, paragraphs};
use crate::markup::escape;
use std::collections::{BTreeMap, HashMap};

/// A change of the part: bytes that go, and what comes.
struct Edit {
    start: usize,
    end: usize,
    /// Number of the first tag in it.
    order: usize,
    pieces: Vec<Piece>,
}

/// The pieces of a part, and what cannot be filled in.
pub(super) fn pieces(tree: &Tree, word: &str) -> (Vec<Piece>, Vec<Fault>) {
    let paragraphs: Vec<Paragraph> =
        paragraphs(tree, word).into_iter().filter(|p| may_hold(&p.joined()) || !p.joined().trim().is_empty()).collect();
    let mut faults = strays(&paragraphs);
    let mut tags: Vec<At> = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        for (number, tag) in paragraph.tags.iter().enumerate() {
            if let Some(text) = paragraph.text_at(tag.start) {
                tags.push(At { paragraph: at, tag: number, text, number: 0 });
            }
        }
    }
    // Text boxes stand inside paragraphs: the order is that of the bytes.
    tags.sort_by_key(|at| (tree.elements[paragraphs[at.paragraph].texts[at.text].element].start, at.tag));
    tags.iter_mut().enumerate().for_each(|(number, at)| at.number = number);
    let statements: Vec<&Statement> = tags.iter().map(|at| &paragraphs[at.paragraph].tags[at.tag].statement).collect();
    let (groups, unpaired) = groups(&statements);
    let fault = |mark: usize, what: &str| {
        let at = tags[mark];
        Fault {
            place: paragraphs[at.paragraph].place.clone(),
            source: source(&paragraphs[at.paragraph], at.tag),
            what: what.to_owned(),
        }
    };
    faults.extend(unpaired.iter().map(|(mark, what)| fault(*mark, what)));
    let mut placed: HashMap<usize, Spot> = HashMap::new();
    for group in &groups {
        match spots(tree, &paragraphs, &tags, group) {
            Ok(spots) => placed.extend(group.iter().copied().zip(spots)),
            Err((mark, what)) => faults.push(fault(mark, what)),
        }
    }
    if !faults.is_empty() {
        // What is found is still shown, but the part is not to be filled in.
        let all = (0..tags.len()).map(|mark| Piece::Tag(tag(&paragraphs, tags[mark])));
        return (all.collect(), faults);
    }
    let pieces = joined(tree, edits(tree, &paragraphs, &tags, &placed));
    faults.extend(crossing(&pieces, &groups));
    (pieces, faults)
}

fn strays(paragraphs: &[Paragraph]) -> Vec<Fault> {
    let all = paragraphs.iter().flat_map(|p| p.strays.iter().map(move |stray| (p, stray)));
    all.map(|(p, stray)| Fault { place: p.place.clone(), source: stray.source.clone(), what: stray.what.clone() })
        .collect()
}

fn source(paragraph: &Paragraph, tag: usize) -> String {
    let tag = &paragraph.tags[tag];
    paragraph.joined().get(tag.start..tag.end).unwrap_or_default().to_owned()
}

fn tag(paragraphs: &[Paragraph], at: At) -> Tag {
    let paragraph = &paragraphs[at.paragraph];
    Tag {
        place: paragraph.place.clone(),
        source: source(paragraph, at.tag),
        statement: paragraph.tags[at.tag].statement.clone(),
        number: at.number,
    }
}

fn edits(tree: &Tree, paragraphs: &[Paragraph], tags: &[At], placed: &HashMap<usize, Spot>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut gone: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (mark, at) in tags.iter().enumerate() {
        let piece = || vec![Piece::Tag(tag(paragraphs, *at))];
        match placed.get(&mark) {
            Some(Spot::Before(element)) => {
                let start = tree.elements[*element].start;
                edits.push(Edit { start, end: start, order: mark, pieces: piece() });
            }
            Some(Spot::Behind(element)) => {
                let end = tree.elements[*element].end;
                edits.push(Edit { start: end, end, order: mark, pieces: piece() });
            }
            Some(Spot::Instead(element)) => gone.entry(*element).or_default().push(mark),
            Some(Spot::Here) | None => {}
        }
    }
    for (element, marks) in &gone {
        let mut pieces: Vec<Piece> = marks.iter().map(|mark| Piece::Tag(tag(paragraphs, tags[*mark]))).collect();
        pieces.extend(range_marks(tree, *element).map(Piece::Raw));
        let e = &tree.elements[*element];
        edits.push(Edit { start: e.start, end: e.end, order: marks[0], pieces });
    }
    let vanished: Vec<(usize, usize)> =
        gone.keys().map(|at| (tree.elements[*at].start, tree.elements[*at].end)).collect();
    for (at, paragraph) in paragraphs.iter().enumerate().filter(|(_, p)| !p.tags.is_empty()) {
        let own: Vec<(usize, At)> = tags.iter().copied().enumerate().filter(|(_, tag)| tag.paragraph == at).collect();
        for text in 0..paragraph.texts.len() {
            let e = &tree.elements[paragraph.texts[text].element];
            if vanished.iter().any(|(start, end)| *start <= e.start && e.end <= *end) {
                continue;
            }
            edits.extend(text_edit(tree, paragraph, text, &own, placed, paragraphs));
        }
    }
    edits.sort_by_key(|edit| (edit.start, edit.order));
    edits
}

/// Ends of bookmarks and comments stay: their other halves may be elsewhere.
fn range_marks(tree: &Tree, element: usize) -> impl Iterator<Item = String> + '_ {
    const MARKS: [&str; 4] = ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"];
    tree.within(element).filter(|at| MARKS.iter().any(|mark| tree.is(*at, mark))).map(|at| tree.raw(at).to_owned())
}

/// The change of one text of a run, if a tag touches it.
fn text_edit(
    tree: &Tree,
    paragraph: &Paragraph,
    number: usize,
    own: &[(usize, At)],
    placed: &HashMap<usize, Spot>,
    paragraphs: &[Paragraph],
) -> Option<Edit> {
    let text = &paragraph.texts[number];
    let (from, to) = (text.from, text.from + text.text.len());
    let touching = || {
        own.iter().filter(|(_, at)| {
            let tag = &paragraph.tags[at.tag];
            tag.start < to && tag.end > from
        })
    };
    let order = touching().next()?.0;
    let prefix = tree.prefix();
    let open = format!("<{prefix}t xml:space=\"preserve\">");
    let mut pieces = Vec::new();
    let mut raw = open.clone();
    let mut at = from;
    for (mark, tag_at) in touching() {
        let scanned = &paragraph.tags[tag_at.tag];
        if at < scanned.start {
            escape(&text.text[at - from..scanned.start - from], &mut raw);
        }
        at = scanned.end.min(to);
        // A tag works where it begins.
        if scanned.start < from || scanned.statement == Statement::Comment {
            continue;
        }
        match (scanned.statement.is_block(), placed.get(mark)) {
            (false, _) => {
                pieces.push(Piece::Raw(std::mem::take(&mut raw)));
                pieces.push(Piece::Tag(tag(paragraphs, *tag_at)));
            }
            (true, Some(Spot::Here)) => {
                raw.push_str(&format!("</{prefix}t></{prefix}r>"));
                pieces.push(Piece::Raw(std::mem::take(&mut raw)));
                pieces.push(Piece::Tag(tag(paragraphs, *tag_at)));
                raw.push_str(&format!("<{prefix}r>{}{open}", properties(tree, text.element)));
            }
            _ => {}
        }
    }
    if at < to {
        escape(&text.text[at - from..], &mut raw);
    }
    raw.push_str(&format!("</{prefix}t>"));
    pieces.push(Piece::Raw(raw));
    let e = &tree.elements[text.element];
    Some(Edit { start: e.start, end: e.end, order, pieces })
}

/// The properties of the run around a text.
fn properties(tree: &Tree, text: usize) -> &str {
    let run = tree.nearest(text, "r");
    let found = run.and_then(|run| tree.children(run).find(|at| tree.is(*at, "rPr")));
    found.map_or("", |at| tree.raw(at))
}

/// Bytes between the edits, and the edits.
fn joined(tree: &Tree, edits: Vec<Edit>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    for edit in edits {
        if at < edit.start {
            pieces.push(Piece::Raw(tree.xml[at..edit.start].to_owned()));
        }
        pieces.extend(edit.pieces);
        at = at.max(edit.end);
    }
    pieces.push(Piece::Raw(tree.xml[at..].to_owned()));
    pieces
}
