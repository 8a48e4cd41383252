//! The part of a docx that says what its bookmarks refer to. Word keeps such parts when it saves the file.

use super::official::Run;
use crate::markup::escape;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Names that begin with an underscore are hidden from the list of bookmarks.
pub(crate) const PREFIX: &str = "_rb";
/// Where the part lies.
pub(crate) const PART: &str = "customXml/item1.xml";
pub(crate) const NAMESPACE: &str = "urn:rectify:bound:1";

/// Bindings in the order of the text; a bookmark's number is its place.
#[derive(Default)]
pub(super) struct Bound<'a>(Vec<&'a str>);

impl<'a> Bound<'a> {
    /// The number of a run's bookmark; none where it is bound to nothing.
    pub(super) fn number(&mut self, run: &'a Run) -> Option<usize> {
        let binding = run.binding.as_deref()?;
        self.0.push(binding);
        Some(self.0.len() - 1)
    }

    /// The part; none where there is nothing to say.
    pub(super) fn part(&self, properties: &BTreeMap<String, String>) -> Option<String> {
        if self.0.is_empty() && properties.is_empty() {
            return None;
        }
        let mut xml = format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><bound xmlns="{NAMESPACE}">"#);
        for (name, value) in properties {
            put(&mut xml, "property", name, value);
        }
        for (number, binding) in self.0.iter().enumerate() {
            put(&mut xml, "place", &number.to_string(), binding);
        }
        xml.push_str("</bound>");
        Some(xml)
    }
}

fn put(xml: &mut String, element: &str, name: &str, text: &str) {
    let _ = write!(xml, r#"<{element} name=""#);
    attribute(name, xml);
    xml.push_str(r#"">"#);
    escape(text, xml);
    let _ = write!(xml, "</{element}>");
}

fn attribute(text: &str, out: &mut String) {
    escape(&text.replace('"', "'"), out);
}
