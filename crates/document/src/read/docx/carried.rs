//! What a docx of ours carries unseen: the properties it was written with, and what its places are bound to.

use super::package::Package;
use crate::Refusal;
use crate::write::bound;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, HashMap};

/// A place of the text that refers to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundPlace {
    pub binding: String,
    /// What stands there now; `None` when the place was deleted.
    pub text: Option<String>,
}

/// What was carried.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    pub properties: BTreeMap<String, String>,
    /// In the order in which they were written.
    pub places: Vec<BoundPlace>,
}

/// What the file carries; `None` when this program did not write it.
pub fn carried(bytes: &[u8]) -> Result<Option<Carried>, Refusal> {
    let mut package = Package::open(bytes)?;
    // Word gives the parts new numbers when it saves.
    for name in package.names_of_data() {
        let xml = package.whole(&name)?;
        let Some((properties, bindings)) = bound_part(&xml) else { continue };
        let main = package.main_part();
        let mut texts = bookmarks(&package.whole(&main)?);
        let places =
            bindings.into_iter().map(|(number, binding)| BoundPlace { binding, text: texts.remove(&number) }).collect();
        return Ok(Some(Carried { properties, places }));
    }
    Ok(None)
}

type Properties = BTreeMap<String, String>;
type Bindings = Vec<(String, String)>;

/// Properties and bindings of our part; `None` for any other.
fn bound_part(xml: &[u8]) -> Option<(Properties, Bindings)> {
    let mut reader = Reader::from_reader(xml);
    let (mut properties, mut bindings) = (BTreeMap::new(), Vec::new());
    let (mut ours, mut open, mut text) = (false, None, String::new());
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().as_ref() == "bound" => {
                ours = attribute(&tag, "xmlns").is_some_and(|namespace| namespace == bound::NAMESPACE);
            }
            Event::Start(tag) => {
                open = attribute(&tag, "name");
                text.clear();
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => text.push_str(&reference(&name)),
            Event::End(tag) => match (tag.local_name().as_ref(), open.take()) {
                ("property", Some(name)) => drop(properties.insert(name, std::mem::take(&mut text))),
                ("place", Some(number)) => bindings.push((number, std::mem::take(&mut text))),
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
        if !ours && open.is_some() {
            return None;
        }
    }
    ours.then_some((properties, bindings))
}

fn reference(name: &str) -> String {
    unescape(&format!("&{name};")).map(|text| text.into_owned()).unwrap_or_default()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let wanted = |attribute: &quick_xml::events::attributes::Attribute<'_>| attribute.key.as_ref() == name;
    let found = tag.attributes().flatten().find(wanted)?;
    unescape(&found.value).ok().map(|text| text.into_owned())
}

/// The text of each bookmark of ours, by its number; ends at the first fault of the XML.
fn bookmarks(xml: &[u8]) -> HashMap<String, String> {
    let mut reader = Reader::from_reader(xml);
    // Identifier of the bookmark in the file and its number, while it is open.
    let (mut open, mut texts) = (Vec::<(String, String)>::new(), HashMap::<String, String>::new());
    let mut inside = false;
    while let Ok(event) = reader.read_event() {
        let mut put = |text: &str| {
            for (_, number) in &open {
                texts.entry(number.clone()).or_default().push_str(text);
            }
        };
        match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "bookmarkStart" => {
                    let number =
                        attribute(&tag, "w:name").and_then(|n| n.strip_prefix(bound::PREFIX).map(str::to_owned));
                    if let (Some(id), Some(number)) = (attribute(&tag, "w:id"), number) {
                        texts.entry(number.clone()).or_default();
                        open.push((id, number));
                    }
                }
                "bookmarkEnd" => {
                    let id = attribute(&tag, "w:id");
                    open.retain(|(open, _)| Some(open) != id.as_ref());
                }
                "t" => inside = true,
                "br" => put("\n"),
                "ta" => put("\t"),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "p" => put("\n"),
                _ => {}
            },
            Event::Text(text) if inside => put(&text),
            Event::GeneralRef(name) if inside => put(&reference(&name)),
            Event::Eof => break,
            _ => {}
        }
    }
    texts
}
