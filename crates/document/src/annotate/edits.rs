//! What is inserted into the main part, and where; nothing is taken away.

use super::Mark;
use super::place::{Glyph, Wanted};
use super::walk::{Run, Spot, Text};
use super::words::Words;
use crate::markup::escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;

pub(super) struct Edits<'a> {
    pub(super) xml: &'a [u8],
    pub(super) words: &'a Words,
    pub(super) author: &'a str,
    /// Number of the first comment; tracked changes go on behind the last.
    pub(super) first: u32,
}

/// The main part with the marks.
pub(super) struct Edited {
    pub(super) xml: Vec<u8>,
    pub(super) changes: usize,
}

/// Everything that is inserted at one byte.
#[derive(Default)]
struct Slot {
    /// Comments that end and begin here.
    ends: Vec<usize>,
    starts: Vec<usize>,
    /// The run that is split here, and its text when that is split too.
    split: Option<Split>,
    /// A deletion ends here; the text that comes instead.
    deleted: Option<Option<String>>,
    deletes: bool,
}

enum Split {
    Text(Text),
    Run(Run),
}

impl Edits<'_> {
    pub(super) fn apply(&self, wanted: &Wanted, spots: &BTreeMap<usize, Spot>, marks: &[Mark]) -> Edited {
        let mut slots: BTreeMap<usize, Slot> = BTreeMap::new();
        for (number, range) in wanted.ranges.iter().enumerate() {
            let Some(range) = range else { continue };
            let (Some(first), Some(last)) = (spots.get(&range.first.at), spots.get(&range.last.at)) else { continue };
            slot(&mut slots, self.before(range.first, first)).starts.push(number);
            slot(&mut slots, self.after(range.last, last)).ends.push(number);
        }
        let mut changes = 0;
        for (stretches, mark) in wanted.replaced.iter().zip(marks) {
            for (at, stretch) in stretches.iter().enumerate() {
                let Some(Spot::Text(text)) = spots.get(&stretch.first.at) else { continue };
                let split = || Some(Split::Text(text.clone()));
                slot(&mut slots, (stretch.first.at, split())).deletes = true;
                let is_last = at + 1 == stretches.len();
                let after = mark.replacement.clone().filter(|text| is_last && !text.is_empty());
                slot(&mut slots, (stretch.last.end, split())).deleted = Some(after);
            }
            changes += usize::from(!stretches.is_empty());
        }
        Edited { xml: self.write(&slots, marks.len()), changes }
    }

    /// Where a comment begins that begins with this character.
    fn before(&self, glyph: Glyph, spot: &Spot) -> (usize, Option<Split>) {
        match spot {
            Spot::Text(text) if glyph.at == text.open_end && text.leads => (text.run.start, None),
            Spot::Text(text) => (glyph.at, Some(Split::Text(text.clone()))),
            Spot::Element { run, leads: true, .. } => (run.start, None),
            Spot::Element { run, start, .. } => (*start, Some(Split::Run(run.clone()))),
            Spot::Unit { start, .. } => (*start, None),
            Spot::Nowhere => (glyph.at, None),
        }
    }

    /// Where a comment ends that ends with this character.
    fn after(&self, glyph: Glyph, spot: &Spot) -> (usize, Option<Split>) {
        match spot {
            Spot::Text(text) => match self.behind(glyph.end, &text.name).and_then(|at| self.behind(at, &text.run.name))
            {
                Some(at) => (at, None),
                None => (glyph.end, Some(Split::Text(text.clone()))),
            },
            Spot::Element { run, end, .. } => match self.behind(*end, &run.name) {
                Some(at) => (at, None),
                None => (*end, Some(Split::Run(run.clone()))),
            },
            Spot::Unit { end, .. } => (*end, None),
            Spot::Nowhere => (glyph.end, None),
        }
    }

    /// The byte behind the closing tag that stands here.
    fn behind(&self, at: usize, name: &str) -> Option<usize> {
        let tag = format!("</{name}>");
        self.xml.get(at..)?.starts_with(tag.as_bytes()).then_some(at + tag.len())
    }

    fn write(&self, slots: &BTreeMap<usize, Slot>, comments: usize) -> Vec<u8> {
        let spaces = self.spaces(slots);
        let mut out = Vec::with_capacity(self.xml.len() + 300 * slots.len());
        let mut change = self.first as usize + comments;
        let (mut from, mut deleting) = (0, false);
        let mut points: Vec<usize> = slots.keys().copied().chain(spaces.iter().copied()).collect();
        points.sort_unstable();
        points.dedup();
        for at in points {
            out.extend_from_slice(self.xml.get(from..at).unwrap_or_default());
            from = at;
            if spaces.contains(&at) {
                out.extend_from_slice(br#" xml:space="preserve""#);
            }
            if let Some(slot) = slots.get(&at) {
                out.extend_from_slice(self.inserted(slot, &mut deleting, &mut change).as_bytes());
            }
        }
        out.extend_from_slice(self.xml.get(from..).unwrap_or_default());
        out
    }

    /// Ends of opening tags whose text now ends with a blank that must not be lost.
    fn spaces(&self, slots: &BTreeMap<usize, Slot>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for (at, slot) in slots {
            let Some(Split::Text(text)) = &slot.split else { continue };
            let tag_start = memchr::memrchr(b'<', self.xml.get(..text.open_end).unwrap_or_default()).unwrap_or(0);
            let tag = self.xml.get(tag_start..text.open_end).unwrap_or_default();
            let kept = memchr::memmem::find(tag, b"xml:space").is_some();
            let head = self.xml.get(text.open_end..*at).unwrap_or_default();
            if !kept && head.last().is_some_and(u8::is_ascii_whitespace) {
                found.push(text.open_end - 1);
            }
        }
        found.dedup();
        found
    }

    fn inserted(&self, slot: &Slot, deleting: &mut bool, change: &mut usize) -> String {
        let mut out = String::new();
        let w = &self.words.prefix;
        let ns = &self.words.declared;
        match &slot.split {
            Some(Split::Text(text)) => {
                let name = text_name(text, *deleting);
                let _ = write!(out, "</{name}></{}>", text.run.name);
            }
            Some(Split::Run(run)) => {
                let _ = write!(out, "</{}>", run.name);
            }
            None => {}
        }
        if let (Some(after), Some(Split::Text(text))) = (&slot.deleted, &slot.split) {
            let _ = write!(out, "</{w}del>");
            *deleting = false;
            if let Some(after) = after {
                let name = text_name(text, false);
                let _ = write!(out, "<{w}ins{ns} {w}id=\"{change}\" {w}author=\"{}\">", escaped(self.author));
                let _ =
                    write!(out, "{}<{name} xml:space=\"preserve\">{}</{name}>", self.run(&text.run), escaped(after));
                let _ = write!(out, "</{}></{w}ins>", text.run.name);
                *change += 1;
            }
        }
        for number in &slot.ends {
            let id = self.first as usize + number;
            let _ = write!(out, "<{w}commentRangeEnd{ns} {w}id=\"{id}\"/>");
            let _ = write!(out, "<{w}r{ns}><{w}commentReference {w}id=\"{id}\"/></{w}r>");
        }
        for number in &slot.starts {
            let _ = write!(out, "<{w}commentRangeStart{ns} {w}id=\"{}\"/>", self.first as usize + number);
        }
        if slot.deletes {
            let _ = write!(out, "<{w}del{ns} {w}id=\"{change}\" {w}author=\"{}\">", escaped(self.author));
            *deleting = true;
            *change += 1;
        }
        match &slot.split {
            Some(Split::Text(text)) => {
                let name = text_name(text, *deleting);
                let _ = write!(out, "{}<{name} xml:space=\"preserve\">", self.run(&text.run));
            }
            Some(Split::Run(run)) => out.push_str(&self.run(run)),
            None => {}
        }
        out
    }

    /// The opening tag of a run and its properties, as they stand in the file.
    fn run(&self, run: &Run) -> String {
        let bytes = |from: usize, to: usize| String::from_utf8_lossy(self.xml.get(from..to).unwrap_or_default());
        format!("{}{}", bytes(run.start, run.open_end), bytes(run.properties.0, run.properties.1))
    }
}

/// `w:t`, or `w:delText` inside a deletion.
fn text_name(text: &Text, deleting: bool) -> String {
    match (deleting, text.name.strip_suffix('t')) {
        (true, Some(prefix)) => format!("{prefix}delText"),
        _ => text.name.clone(),
    }
}

fn slot(slots: &mut BTreeMap<usize, Slot>, (at, split): (usize, Option<Split>)) -> &mut Slot {
    let slot = slots.entry(at).or_default();
    if slot.split.is_none() {
        slot.split = split;
    }
    slot
}
