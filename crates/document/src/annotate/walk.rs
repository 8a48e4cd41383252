//! One pass over the main part that says what stands around the wanted bytes.

use super::AnnotateError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// A run of characters with its properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: usize,
    /// Byte behind its opening tag.
    pub(super) open_end: usize,
    /// Its `rPr` as bytes; empty when it has none.
    pub(super) properties: (usize, usize),
    /// Its name with prefix.
    pub(super) name: String,
}

/// A wanted character in text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) run: Run,
    /// Byte behind the opening tag of the text, and its name.
    pub(super) open_end: usize,
    pub(super) name: String,
    /// Nothing but properties comes before the text in its run.
    pub(super) leads: bool,
    /// May become a tracked change.
    pub(super) changeable: bool,
}

/// What stands around a wanted byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    Text(Text),
    /// A tab, a break, a hyphen, a note's number.
    Element {
        run: Run,
        start: usize,
        end: usize,
        leads: bool,
    },
    /// Inside something that is marked as a whole: a drawing, a formula, a content control.
    Unit {
        start: usize,
        end: usize,
    },
    Nowhere,
}

struct Frame {
    local: String,
    name: String,
    start: usize,
    open_end: usize,
    properties: (usize, usize),
    /// Has a child other than properties.
    filled: bool,
    /// Index of the frame that is marked as a whole.
    unit: Option<usize>,
    /// Stands in a paragraph that is in no unit.
    in_paragraph: bool,
    /// A tracked insertion, a field or the like.
    fixed: bool,
}

struct Walk<'x> {
    wanted: &'x [usize],
    next: usize,
    stack: Vec<Frame>,
    /// Depth of complex fields.
    fields: usize,
    found: BTreeMap<usize, Spot>,
    /// Wanted bytes whose unit or element is still open, with its frame.
    waiting: Vec<(usize, usize)>,
}

/// Deeper nesting than any program writes.
const DEPTH_MAX: usize = 2000;

/// What stands around each of the wanted bytes (sorted).
pub(super) fn spots(xml: &[u8], part: &str, wanted: &[usize]) -> Result<BTreeMap<usize, Spot>, AnnotateError> {
    let malformed = |detail| AnnotateError::Malformed { part: part.to_owned(), detail };
    let mut walk = Walk { wanted, next: 0, stack: Vec::new(), fields: 0, found: BTreeMap::new(), waiting: Vec::new() };
    let mut reader = Reader::from_reader(xml);
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| malformed("标签不成对"))?;
        let end = reader.buffer_position() as usize;
        match event {
            Event::Eof => return Ok(walk.found),
            Event::Start(e) => {
                walk.open(&e, at, end);
                if walk.stack.len() > DEPTH_MAX {
                    return Err(malformed("标签嵌套过深"));
                }
            }
            Event::Empty(e) => {
                walk.open(&e, at, end);
                walk.close(end);
            }
            Event::End(_) => walk.close(end),
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => walk.text(end),
            _ => {}
        }
    }
}

impl Walk<'_> {
    /// The wanted bytes before `end`.
    fn take(&mut self, end: usize) -> Vec<usize> {
        let from = self.next;
        while self.wanted.get(self.next).is_some_and(|byte| *byte < end) {
            self.next += 1;
        }
        self.wanted.get(from..self.next).unwrap_or_default().to_vec()
    }

    fn open(&mut self, e: &BytesStart<'_>, start: usize, open_end: usize) {
        let local: String = e.local_name().as_ref().to_string();
        let name: String = AsRef::<str>::as_ref(&e.name()).to_string();
        if local == "fldChar" {
            self.field(e);
        }
        let unit = self.unit_of(&local);
        let leads = self.stack.last().is_some_and(|parent| !parent.filled);
        if let Some(parent) = self.stack.last_mut() {
            parent.filled |= local != "rPr";
        }
        let outer = self.stack.last();
        let in_paragraph = outer.is_some_and(|f| f.in_paragraph) || local == "p" && unit.is_none();
        let fixed = outer.is_some_and(|f| f.fixed) || matches!(local.as_str(), "ins" | "moveTo" | "fldSimple" | "sdt");
        self.stack.push(Frame {
            local,
            name,
            start,
            open_end,
            properties: (open_end, open_end),
            filled: false,
            unit,
            in_paragraph,
            fixed,
        });
        for byte in self.take(open_end) {
            self.element(byte, start, leads);
        }
    }

    fn field(&mut self, e: &BytesStart<'_>) {
        let kind = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == "fldCharType");
        match kind.as_ref().map(|a| a.value.as_ref()) {
            Some("begin") => self.fields += 1,
            Some("end") => self.fields = self.fields.saturating_sub(1),
            _ => {}
        }
    }

    /// The frame that has to be marked as a whole around a new element of this name.
    fn unit_of(&self, local: &str) -> Option<usize> {
        const OUTER: [&str; 17] = [
            "document",
            "body",
            "p",
            "tbl",
            "tr",
            "tc",
            "sdt",
            "sdtContent",
            "hyperlink",
            "ins",
            "moveTo",
            "smartTag",
            "customXml",
            "dir",
            "bdo",
            "fldSimple",
            "r",
        ];
        const IN_RUN: [&str; 9] =
            ["t", "tab", "br", "cr", "noBreakHyphen", "rPr", "footnoteReference", "endnoteReference", "softHyphen"];
        let parent = self.stack.last()?;
        if parent.unit.is_some() {
            return parent.unit;
        }
        let plain = match parent.local.as_str() {
            "r" => IN_RUN.contains(&local),
            _ if IN_RUN.contains(&local) => return None,
            // A content control inside a paragraph may allow nothing but text.
            _ if local == "sdt" => !parent.in_paragraph,
            _ => OUTER.contains(&local),
        };
        match (plain, parent.local.as_str()) {
            (true, _) => None,
            (false, "r") => Some(self.stack.len() - 1),
            (false, _) => Some(self.stack.len()),
        }
    }

    fn text(&mut self, end: usize) {
        for byte in self.take(end) {
            let spot = self.text_spot();
            self.settle(byte, spot);
        }
    }

    fn text_spot(&self) -> Result<Spot, usize> {
        let [.., run, text] = self.stack.as_slice() else { return Ok(Spot::Nowhere) };
        if let Some(unit) = text.unit {
            return Err(unit);
        }
        if run.local != "r" || text.local != "t" || !run.in_paragraph {
            return Ok(Spot::Nowhere);
        }
        Ok(Spot::Text(Text {
            run: run.run(),
            open_end: text.open_end,
            name: text.name.clone(),
            leads: text.leads_in(run),
            changeable: !run.fixed && self.fields == 0,
        }))
    }

    /// A wanted byte is the start of the element just opened.
    fn element(&mut self, byte: usize, start: usize, leads: bool) {
        let spot = match self.stack.as_slice() {
            [.., _, own] if own.unit.is_some() => Err(own.unit.unwrap_or_default()),
            [.., run, _] if run.local == "r" && run.in_paragraph => {
                self.waiting.push((byte, self.stack.len() - 1));
                Ok(Spot::Element { run: run.run(), start, end: start, leads })
            }
            _ => Ok(Spot::Nowhere),
        };
        self.settle(byte, spot);
    }

    /// A spot, or the unit whose end has to be waited for.
    fn settle(&mut self, byte: usize, spot: Result<Spot, usize>) {
        let spot = match spot {
            Ok(spot) => spot,
            Err(unit) => match self.stack.get(unit) {
                Some(frame) if frame.in_paragraph => {
                    let start = frame.start;
                    self.waiting.push((byte, unit));
                    Spot::Unit { start, end: start }
                }
                _ => Spot::Nowhere,
            },
        };
        self.found.insert(byte, spot);
    }

    fn close(&mut self, at: usize) {
        let Some(closed) = self.stack.pop() else { return };
        if closed.local == "rPr"
            && let Some(parent) = self.stack.last_mut()
        {
            parent.properties = (closed.start, at);
        }
        let depth = self.stack.len();
        for (byte, _) in self.waiting.extract_if(.., |(_, frame)| *frame >= depth) {
            if let Some(Spot::Unit { end, .. } | Spot::Element { end, .. }) = self.found.get_mut(&byte) {
                *end = at;
            }
        }
    }
}

impl Frame {
    fn run(&self) -> Run {
        Run { start: self.start, open_end: self.open_end, properties: self.properties, name: self.name.clone() }
    }

    /// Stands directly behind the run's tag or properties.
    fn leads_in(&self, run: &Frame) -> bool {
        self.start == run.properties.1
    }
}
