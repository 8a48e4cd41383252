//! The elements of a part with their bytes.

use super::{TemplateRefusal, malformed};
use quick_xml::Reader;
use quick_xml::events::Event;

/// An element: where its tags and its content lie.
#[derive(Debug, Clone)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) parent: Option<usize>,
    pub(super) start: usize,
    pub(super) open_end: usize,
    pub(super) close_start: usize,
    pub(super) end: usize,
}

/// A part as a tree, in the order of the file.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) xml: String,
    pub(super) elements: Vec<Element>,
    /// Prefix of the root's namespace with its colon.
    prefix: String,
}

/// Deeper nesting than any program writes.
const DEPTH_MAX: usize = 500;

impl Tree {
    pub(super) fn read(xml: String, part: &str) -> Result<Self, TemplateRefusal> {
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut reader = Reader::from_reader(xml.as_bytes());
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| malformed(part))?;
            let end = reader.buffer_position() as usize;
            match event {
                Event::Eof => break,
                Event::Start(e) | Event::Empty(e) => {
                    let name = AsRef::<str>::as_ref(&e.name()).to_owned();
                    let parent = open.last().copied();
                    elements.push(Element { name, parent, start, open_end: end, close_start: end, end });
                    if !xml[start..end].ends_with("/>") {
                        open.push(elements.len() - 1);
                    }
                    if open.len() > DEPTH_MAX {
                        return Err(malformed(part));
                    }
                }
                Event::End(_) => {
                    let element = open.pop().and_then(|at| elements.get_mut(at)).ok_or_else(|| malformed(part))?;
                    (element.close_start, element.end) = (start, end);
                }
                _ => {}
            }
        }
        if !open.is_empty() {
            return Err(malformed(part));
        }
        let root = elements.first().ok_or_else(|| malformed(part))?;
        let prefix = root.name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
        Ok(Self { xml, elements, prefix })
    }

    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether an element has this name in the namespace of the root.
    pub(super) fn is(&self, at: usize, local: &str) -> bool {
        self.elements.get(at).and_then(|e| e.name.strip_prefix(&self.prefix)).is_some_and(|name| name == local)
    }

    /// The elements of this name, in order.
    pub(super) fn named<'t>(&'t self, local: &'t str) -> impl Iterator<Item = usize> + 't {
        (0..self.elements.len()).filter(move |at| self.is(*at, local))
    }

    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.within(at).filter(move |inner| self.elements[*inner].parent == Some(at))
    }

    /// Everything inside an element.
    pub(super) fn within(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.elements.get(at).map_or(0, |e| e.end);
        (at + 1..self.elements.len()).take_while(move |inner| self.elements[*inner].start < end)
    }

    /// The element itself and all around it, from the inside.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |at| self.elements.get(*at)?.parent)
    }

    /// The nearest element around of this name.
    pub(super) fn nearest(&self, at: usize, local: &str) -> Option<usize> {
        self.around(at).skip(1).find(|outer| self.is(*outer, local))
    }

    /// The text of an element that has only text in it.
    pub(super) fn text(&self, at: usize) -> Option<String> {
        let e = self.elements.get(at)?;
        let raw = self.xml.get(e.open_end..e.close_start)?;
        if raw.contains('<') {
            return None;
        }
        quick_xml::escape::unescape(raw).ok().map(|text| text.into_owned())
    }

    pub(super) fn raw(&self, at: usize) -> &str {
        self.elements.get(at).and_then(|e| self.xml.get(e.start..e.end)).unwrap_or_default()
    }

    /// The opening tag.
    pub(super) fn tag(&self, at: usize) -> &str {
        self.elements.get(at).and_then(|e| self.xml.get(e.start..e.open_end)).unwrap_or_default()
    }

    /// An attribute by its full name.
    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<String> {
        attributes(self.tag(at)).into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}

/// The attributes of a tag, values as they are meant.
pub(super) fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_reader(tag.as_bytes());
    reader.config_mut().check_end_names = false;
    let Ok(Event::Start(e) | Event::Empty(e)) = reader.read_event() else { return Vec::new() };
    let mut all = e.attributes();
    let all = all.with_checks(false).flatten();
    all.map(|a| {
        let raw = a.value.to_string();
        let value = quick_xml::escape::unescape(&raw).map(|text| text.into_owned()).unwrap_or(raw.clone());
        (AsRef::<str>::as_ref(&a.key).to_owned(), value)
    })
    .collect()
}

/// The tag with an attribute set to a value, or without it.
pub(super) fn with_attribute(tag: &str, name: &str, value: Option<&str>) -> String {
    let closing = if tag.ends_with("/>") { "/>" } else { ">" };
    let element = tag.trim_start_matches('<').split([' ', '>', '/', '\n', '\r', '\t']).next().unwrap_or_default();
    let mut out = format!("<{element}");
    let mut set = false;
    for (key, old) in attributes(tag) {
        let new = if key == name { value.map(str::to_owned) } else { Some(old) };
        set |= key == name;
        if let Some(new) = new {
            out.push_str(&format!(" {key}=\"{}\"", quick_xml::escape::escape(new.as_str())));
        }
    }
    if let Some(value) = value.filter(|_| !set) {
        out.push_str(&format!(" {name}=\"{}\"", quick_xml::escape::escape(value)));
    }
    out + closing
}
