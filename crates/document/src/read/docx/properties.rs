//! What a docx carries beside its text: properties, comments, the path of its template.

use super::package::{Package, Xml};
use super::story::attribute;
use crate::Refusal;
use crate::model::{Meta, PropertyKind};
use crate::read::Content;
use quick_xml::events::Event;

/// Reads the parts that hold properties. A damaged one says nothing: the text does not depend on it.
pub(super) fn read(package: &mut Package<'_>, content: &mut Content) -> Result<Meta, Refusal> {
    let mut meta = Meta::default();
    for name in package.with_ends(&["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"]) {
        package.part(&name, content, |xml, _| texts(xml, &mut meta))?;
    }
    for name in package.with_ends(&["_rels/settings.xml.rels"]) {
        package.part(&name, content, |xml, _| targets(xml, &mut meta))?;
    }
    for name in package.with_ends(&["word/comments.xml"]) {
        package.part(&name, content, |xml, _| comments(xml, &mut meta))?;
    }
    Ok(meta)
}

/// Elements with text: `dc:creator`, `Company` …
fn texts(xml: &mut Xml<'_>, meta: &mut Meta) -> Result<(), quick_xml::Error> {
    let (mut buffer, mut kind, mut text) = (Vec::new(), None, String::new());
    loop {
        match xml.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(()),
            Event::Start(e) => {
                kind = kind_of(e.local_name().as_ref());
                text.clear();
            }
            Event::Text(t) => text.push_str(&t),
            Event::GeneralRef(r) => {
                let resolved = r.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&r).map(str::to_owned);
                text.push_str(&resolved.or_else(named).unwrap_or_default());
            }
            Event::End(_) => {
                meta.note(kind.take(), &text);
                text.clear();
            }
            _ => {}
        }
        buffer.clear();
    }
}

fn kind_of(name: &str) -> Option<PropertyKind> {
    match name {
        "creator" => Some(PropertyKind::Author),
        "lastModifiedBy" => Some(PropertyKind::LastModifiedBy),
        "Company" => Some(PropertyKind::Company),
        "Manager" => Some(PropertyKind::Manager),
        _ => None,
    }
}

/// Targets of relations that are paths.
fn targets(xml: &mut Xml<'_>, meta: &mut Meta) -> Result<(), quick_xml::Error> {
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(()),
            Event::Start(e) | Event::Empty(e) => {
                meta.note(None, &attribute(&e, "Target").unwrap_or_default());
            }
            _ => {}
        }
        buffer.clear();
    }
}

fn comments(xml: &mut Xml<'_>, meta: &mut Meta) -> Result<(), quick_xml::Error> {
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(()),
            Event::Start(e) if e.local_name().as_ref() == "comment" => meta.comments += 1,
            _ => {}
        }
        buffer.clear();
    }
}
