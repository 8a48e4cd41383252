//! Which bytes of the main part a mark means.

use super::walk::Spot;
use super::{AnnotateError, Mark};
use crate::read::{Traced, TracedPart};
use crate::{Paragraph, Piece};
use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet};

/// One character (or note reference) in the XML: its first byte and the byte behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Glyph {
    pub(super) at: usize,
    /// The same as `at` for an element, whose end only the walk knows.
    pub(super) end: usize,
}

/// A stretch of one run of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: Glyph,
    pub(super) last: Glyph,
}

/// What a mark needs of the XML.
#[derive(Debug)]
pub(super) struct Wanted {
    /// One a mark: between which characters its comment stands.
    pub(super) ranges: Vec<Option<Stretch>>,
    /// One a mark: what a tracked change replaces; empty when there is none.
    pub(super) replaced: Vec<Vec<Stretch>>,
    /// First characters of the paragraphs of the main part, for marks that find no place of their own.
    heads: Vec<(usize, Glyph)>,
    paragraphs: Vec<usize>,
    /// The range is not the very characters of the mark.
    moved: BTreeSet<usize>,
}

/// One of so many paragraphs at the beginning can be marked, if any can.
const FIRST_PARAGRAPHS: usize = 200;

/// Looks up all marks.
pub(super) fn wanted(traced: &Traced, marks: &[Mark]) -> Wanted {
    let main_end = traced.parts.get(1).map_or(traced.paragraphs.len(), |notes| notes.first);
    let Some(main) = traced.parts.first() else { return Wanted::empty() };
    let mut wanted = Wanted::empty();
    let marked: BTreeSet<usize> = marks.iter().map(|mark| mark.paragraph).collect();
    for (index, paragraph) in traced.paragraphs.iter().take(main_end).enumerate() {
        if index >= FIRST_PARAGRAPHS && !marked.contains(&index) {
            continue;
        }
        wanted.heads.extend(glyph(&main.xml, paragraph, 0).map(|head| (index, head)));
    }
    for (number, mark) in marks.iter().enumerate() {
        wanted.paragraphs.push(mark.paragraph);
        let paragraph = traced.paragraphs.get(mark.paragraph);
        let (range, replaced) = match paragraph {
            Some(paragraph) if mark.paragraph < main_end => {
                (range(&main.xml, paragraph, mark), replaced(&main.xml, paragraph, mark))
            }
            Some(paragraph) => (note(traced, main, mark.paragraph, paragraph), Vec::new()),
            None => (None, Vec::new()),
        };
        if range.is_none() || mark.paragraph >= main_end {
            wanted.moved.insert(number);
        }
        wanted.ranges.push(range);
        wanted.replaced.push(replaced);
    }
    wanted
}

impl Wanted {
    fn empty() -> Self {
        Self {
            ranges: Vec::new(),
            replaced: Vec::new(),
            heads: Vec::new(),
            paragraphs: Vec::new(),
            moved: BTreeSet::new(),
        }
    }

    /// Every byte at which the walk has to look around, sorted.
    pub(super) fn bytes(&self) -> Vec<usize> {
        let stretches = self.ranges.iter().flatten().chain(self.replaced.iter().flatten());
        let mut bytes: Vec<usize> = stretches.flat_map(|s| [s.first.at, s.last.at]).collect();
        bytes.extend(self.heads.iter().map(|(_, head)| head.at));
        bytes.sort_unstable();
        bytes.dedup();
        bytes
    }

    /// Gives every mark a place that can be marked; says how many do not stand at their characters.
    pub(super) fn settle(&mut self, spots: &BTreeMap<usize, Spot>) -> Result<usize, AnnotateError> {
        let usable = |glyph: &Glyph| spots.get(&glyph.at).is_some_and(|spot| *spot != Spot::Nowhere);
        let inside = |glyph: &Glyph| spots.get(&glyph.at).is_some_and(|spot| !matches!(spot, Spot::Unit { .. }));
        let heads: Vec<(usize, Glyph)> = self.heads.iter().copied().filter(|(_, head)| usable(head)).collect();
        for (number, range) in self.ranges.iter_mut().enumerate() {
            if let Some(found) = range.filter(|s| usable(&s.first) && usable(&s.last)) {
                if !(inside(&found.first) && inside(&found.last)) {
                    self.moved.insert(number);
                }
                continue;
            }
            let wanted = self.paragraphs.get(number).copied().unwrap_or_default();
            let before = heads.iter().rev().find(|(paragraph, _)| *paragraph <= wanted);
            let (_, head) = before.or(heads.first()).ok_or(AnnotateError::NoPlace)?;
            *range = Some(Stretch { first: *head, last: *head });
            self.moved.insert(number);
        }
        self.settle_changes(spots);
        Ok(self.moved.len())
    }

    /// A change that is not wholly in changeable text, or touches another one, is left to its comment.
    fn settle_changes(&mut self, spots: &BTreeMap<usize, Spot>) {
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for stretches in &mut self.replaced {
            let changeable = |s: &Stretch| matches!(spots.get(&s.first.at), Some(Spot::Text(t)) if t.changeable);
            let free = |s: &Stretch| taken.range(..s.last.end).next_back().is_none_or(|(_, to)| s.first.at >= *to);
            if stretches.iter().all(|s| changeable(s) && free(s)) {
                taken.extend(stretches.iter().map(|s| (s.first.at, s.last.end)));
            } else {
                stretches.clear();
            }
        }
    }
}

fn range(xml: &[u8], paragraph: &Paragraph, mark: &Mark) -> Option<Stretch> {
    let last_char = |to: usize| paragraph.text.get(..to)?.char_indices().next_back().map(|(at, _)| at);
    let start = if mark.start < paragraph.text.len() { mark.start } else { last_char(paragraph.text.len())? };
    let last = if mark.end > start { last_char(mark.end)? } else { start };
    Some(Stretch { first: glyph(xml, paragraph, start)?, last: glyph(xml, paragraph, last)? })
}

/// The text from piece to piece; nothing where one of them is no plain text.
fn replaced(xml: &[u8], paragraph: &Paragraph, mark: &Mark) -> Vec<Stretch> {
    if mark.replacement.is_none() || mark.start >= mark.end {
        return Vec::new();
    }
    let Some(inside) = paragraph.text.get(mark.start..mark.end) else { return Vec::new() };
    let mut stretches: Vec<Stretch> = Vec::new();
    for (offset, _) in inside.char_indices() {
        let Some(next) = glyph(xml, paragraph, mark.start + offset).filter(|g| g.end > g.at) else {
            return Vec::new();
        };
        match stretches.last_mut() {
            Some(open) if open.last.end == next.at => open.last = next,
            _ => stretches.push(Stretch { first: next, last: next }),
        }
    }
    stretches
}

/// The bytes of the character at this byte of the text.
fn glyph(xml: &[u8], paragraph: &Paragraph, at: usize) -> Option<Glyph> {
    let piece: &Piece = paragraph.pieces.iter().rev().find(|piece| piece.at as usize <= at)?;
    let c = paragraph.text.get(at..)?.chars().next()?;
    let source = piece.source + at - piece.at as usize;
    if xml.get(..piece.source)?.ends_with(b"<![CDATA[") {
        return None;
    }
    match xml.get(source)? {
        b'<' => Some(Glyph { at: source, end: source }),
        b'&' => {
            let length = xml.get(source..)?.iter().position(|byte| *byte == b';')?;
            Some(Glyph { at: source, end: source + length + 1 })
        }
        _ => {
            let end = source + c.len_utf8();
            let mut utf8 = [0; 4];
            (xml.get(source..end)? == c.encode_utf8(&mut utf8).as_bytes()).then_some(Glyph { at: source, end })
        }
    }
}

/// Where the main part refers to the note that a paragraph belongs to.
fn note(traced: &Traced, main: &TracedPart, index: usize, paragraph: &Paragraph) -> Option<Stretch> {
    let part = traced.parts.iter().rev().find(|part| part.first <= index)?;
    let kind = if part.name.ends_with("endnotes.xml") { "endnote" } else { "footnote" };
    let before = part.xml.get(..paragraph.pieces.first()?.source)?;
    let open = memmem::rfind(before, format!(":{kind} ").as_bytes())?;
    let id = id_of(before.get(open..)?)?;
    let reference = format!(":{kind}Reference ");
    let at = memmem::find_iter(&main.xml, reference.as_bytes())
        .find(|at| main.xml.get(*at..).and_then(id_of) == Some(id))?;
    let start = memchr::memrchr(b'<', main.xml.get(..at)?)?;
    let glyph = Glyph { at: start, end: start };
    Some(Stretch { first: glyph, last: glyph })
}

/// The value of `:id="…"` in a tag.
fn id_of(tag: &[u8]) -> Option<&[u8]> {
    let tag = tag.get(..memchr::memchr(b'>', tag)?)?;
    let from = memmem::find(tag, b":id=\"")? + b":id=\"".len();
    let rest = tag.get(from..)?;
    rest.get(..memchr::memchr(b'"', rest)?)
}
