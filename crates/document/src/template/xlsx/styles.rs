//! Looks of cells: a date needs one that shows it as a date.

use super::super::package::Package;
use super::super::xml::{Tree, with_attribute};
use super::super::{DateStyle, TemplateRefusal};
use std::collections::BTreeMap;

const PART: &str = "xl/styles.xml";
/// Own formats have numbers from here on.
const FIRST_OWN: u32 = 164;

/// The styles part, and looks that were made for dates.
#[derive(Debug, Clone)]
pub(super) struct Styles {
    xml: String,
    /// Where the looks end, the opening tag of their list, and each look's bytes.
    list: Option<(std::ops::Range<usize>, usize)>,
    looks: Vec<Look>,
    own_formats: BTreeMap<u32, String>,
    formats_at: Option<(std::ops::Range<usize>, usize)>,
    root_end: usize,
    prefix: String,
    added: Vec<String>,
    made: BTreeMap<(u32, u32), u32>,
    used: BTreeMap<u32, &'static str>,
}

#[derive(Debug, Clone)]
struct Look {
    raw: String,
    format: u32,
}

impl Styles {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, TemplateRefusal> {
        let mut styles = Self {
            xml: String::new(),
            list: None,
            looks: Vec::new(),
            own_formats: BTreeMap::new(),
            formats_at: None,
            root_end: 0,
            prefix: String::new(),
            added: Vec::new(),
            made: BTreeMap::new(),
            used: BTreeMap::new(),
        };
        let Some(xml) = package.text(PART)? else { return Ok(styles) };
        let tree = Tree::read(xml, PART)?;
        let span = |at: usize| {
            let e = &tree.elements[at];
            (e.start..e.open_end, e.close_start)
        };
        styles.prefix = tree.prefix().to_owned();
        styles.root_end = tree.elements.first().map_or(0, |root| root.open_end);
        if let Some(list) = tree.named("cellXfs").next() {
            styles.list = Some(span(list));
            for at in tree.children(list) {
                let format = tree.attribute(at, "numFmtId").and_then(|n| n.parse().ok()).unwrap_or_default();
                styles.looks.push(Look { raw: tree.raw(at).to_owned(), format });
            }
        }
        if let Some(formats) = tree.named("numFmts").next() {
            styles.formats_at = Some(span(formats));
            for at in tree.children(formats) {
                let number = tree.attribute(at, "numFmtId").and_then(|n| n.parse().ok());
                if let (Some(number), Some(code)) = (number, tree.attribute(at, "formatCode")) {
                    styles.own_formats.insert(number, code);
                }
            }
        }
        styles.xml = tree.xml;
        Ok(styles)
    }

    /// The look for a date in a cell of this look; its own where that shows dates. `None` without a styles part.
    pub(super) fn for_date(&mut self, look: u32, style: DateStyle) -> Option<u32> {
        let found = self.looks.get(look as usize)?.clone();
        if self.shows_dates(found.format) {
            return Some(look);
        }
        self.list.as_ref()?;
        let format = self.format(style);
        if let Some(made) = self.made.get(&(look, format)) {
            return Some(*made);
        }
        let (tag, rest) = found.raw.split_at(found.raw.find('>')? + 1);
        let tag = with_attribute(tag, "numFmtId", Some(&format.to_string()));
        self.added.push(with_attribute(&tag, "applyNumberFormat", Some("1")) + rest);
        let made = (self.looks.len() + self.added.len() - 1) as u32;
        self.made.insert((look, format), made);
        Some(made)
    }

    fn shows_dates(&self, format: u32) -> bool {
        let own = self.own_formats.get(&format).is_some_and(|code| {
            let bare: String = code.split('"').step_by(2).collect();
            let bare = bare.to_lowercase();
            bare.contains('y') || bare.contains('d') && bare.contains('m')
        });
        matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=58) || own
    }

    fn format(&mut self, style: DateStyle) -> u32 {
        let code = match style {
            DateStyle::Chinese => "yyyy\"年\"m\"月\"d\"日\"",
            DateStyle::Month => "yyyy\"年\"m\"月\"",
            DateStyle::Iso => "yyyy\\-mm\\-dd",
        };
        if let Some((number, _)) = self.own_formats.iter().find(|(_, known)| known.as_str() == code) {
            return *number;
        }
        let last = self.own_formats.keys().next_back().copied().unwrap_or(FIRST_OWN - 1);
        let number = last.max(FIRST_OWN - 1) + 1;
        self.own_formats.insert(number, code.to_owned());
        self.used.insert(number, code);
        number
    }

    /// The part with what was added; `None` when nothing was.
    pub(super) fn written(&self) -> Option<(String, String)> {
        if self.added.is_empty() {
            return None;
        }
        let p = &self.prefix;
        let formats: String = self
            .used
            .iter()
            .map(|(n, code)| {
                format!("<{p}numFmt numFmtId=\"{n}\" formatCode=\"{}\"/>", quick_xml::escape::escape(*code))
            })
            .collect();
        let mut changes: Vec<(std::ops::Range<usize>, String)> = Vec::new();
        let tag = |range: &std::ops::Range<usize>, count: usize| {
            with_attribute(&self.xml[range.clone()], "count", Some(&count.to_string()))
        };
        match &self.formats_at {
            _ if formats.is_empty() => {}
            Some((range, end)) if self.xml[range.clone()].ends_with("/>") => {
                let open = tag(range, self.used.len()).replace("/>", ">");
                changes.push((range.start..(*end).max(range.end), format!("{open}{formats}</{p}numFmts>")));
            }
            Some((range, end)) => {
                changes.push((range.clone(), tag(range, self.own_formats.len())));
                changes.push((*end..*end, formats));
            }
            None => {
                let count = self.used.len();
                let list = format!("<{p}numFmts count=\"{count}\">{formats}</{p}numFmts>");
                changes.push((self.root_end..self.root_end, list));
            }
        }
        if let Some((range, end)) = &self.list {
            changes.push((range.clone(), tag(range, self.looks.len() + self.added.len())));
            changes.push((*end..*end, self.added.concat()));
        }
        changes.sort_by_key(|(range, _)| range.start);
        Some((PART.to_owned(), super::write::changed(&self.xml, &changes)))
    }
}
