//! Paragraph styles: what they say of numbering, outline level and bold type.

use super::look::Look;
use super::package::Xml;
use super::story::{attribute, is_on};
use quick_xml::events::Event;
use std::collections::HashMap;

/// What a style says itself; its parents may say the rest.
#[derive(Debug, Default, Clone)]
pub(super) struct Style {
    pub(super) based_on: Option<String>,
    pub(super) name: String,
    pub(super) num_id: Option<u32>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    pub(super) bold: Option<bool>,
    pub(super) look: Look,
}

/// The paragraph styles by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    default: Option<String>,
    defaults: Look,
}

/// Parents of parents end somewhere; a cycle in a damaged file must too.
const CHAIN_MAX: usize = 20;

impl Styles {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, quick_xml::Error> {
        let mut styles = Self::default();
        let mut current: Option<(String, Style)> = None;
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(styles),
                Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                    "style" => {
                        let id = attribute(&e, "styleId").unwrap_or_default();
                        if attribute(&e, "type").as_deref() == Some("paragraph")
                            && attribute(&e, "default").is_some_and(|v| is_on(Some(&v)))
                        {
                            styles.default = Some(id.clone());
                        }
                        current = Some((id, Style::default()));
                    }
                    name => match &mut current {
                        Some((_, style)) => {
                            style.property(name, attribute(&e, "val"));
                            style.look.run_property(name, &e);
                            style.look.paragraph_property(name, &e);
                        }
                        None => {
                            styles.defaults.run_property(name, &e);
                            styles.defaults.paragraph_property(name, &e);
                        }
                    },
                },
                Event::End(e) if e.local_name().as_ref() == "style" => {
                    if let Some((id, style)) = current.take() {
                        styles.styles.insert(id, style);
                    }
                }
                _ => {}
            }
            buffer.clear();
        }
    }

    /// What a place says, together with its style, the parents of that and the defaults of the document.
    pub(super) fn resolved(&self, own: Look, style: Option<&str>) -> Look {
        self.chain(style).fold(own, |look, (_, style)| look.or(&style.look)).or(&self.defaults)
    }

    /// What a style of characters says, without the defaults.
    pub(super) fn of_characters(&self, own: Look, style: Option<&str>) -> Look {
        match style {
            Some(_) => self.chain(style).fold(own, |look, (_, style)| look.or(&style.look)),
            None => own,
        }
    }

    /// A style and its parents, nearest first.
    pub(super) fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let mut next = id.or(self.default.as_deref());
        std::iter::from_fn(move || {
            let id = next?;
            let style = self.styles.get(id)?;
            next = style.based_on.as_deref();
            Some((id, style))
        })
        .take(CHAIN_MAX)
    }
}

impl Style {
    fn property(&mut self, name: &str, value: Option<String>) {
        match name {
            "name" => self.name = value.unwrap_or_default(),
            "basedOn" => self.based_on = value,
            "numId" => self.num_id = value.and_then(|v| v.parse().ok()),
            "ilvl" => self.level = value.and_then(|v| v.parse().ok()),
            "outlineLvl" => self.outline = value.and_then(|v| v.parse().ok()),
            "b" => self.bold = Some(is_on(value.as_deref())),
            _ => {}
        }
    }

    /// Level by the built-in name: 0 for Title, 1.. for heading 1..
    pub(super) fn heading_level(&self) -> Option<u8> {
        let name = self.name.to_lowercase();
        if name == "title" || name == "标题" {
            return Some(0);
        }
        let number = name
            .strip_prefix("heading ")
            .or_else(|| name.strip_prefix("标题 "))
            .or_else(|| name.strip_prefix("标题"))?;
        number.trim().parse().ok().filter(|level| (1..=9).contains(level))
    }
}
