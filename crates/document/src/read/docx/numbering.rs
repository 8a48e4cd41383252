//! Automatic numbers: which list a paragraph belongs to, and what Word prints before it (gongwen.md B2.3).

use super::format::number;
use super::package::Xml;
use super::story::{attribute, is_on};
use super::styles::Styles;
use crate::AutoLabel;
use quick_xml::events::{BytesStart, Event};
use std::collections::{HashMap, HashSet};

const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// 0 = never; n = only when level n (from 1) advances.
    restart: Option<u8>,
    legal: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), restart: None, legal: false, style: None }
    }
}

#[derive(Debug, Default, Clone)]
struct Abstract {
    levels: HashMap<u8, Level>,
    style_link: Option<String>,
    num_style_link: Option<String>,
}

#[derive(Debug, Default, Clone)]
struct Num {
    abstract_id: u32,
    starts: HashMap<u8, u32>,
    levels: HashMap<u8, Level>,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<u32, Abstract>,
    nums: HashMap<u32, Num>,
    /// Counters belong to the abstract list and are shared by its nums.
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    /// Start overrides that were already used.
    used: HashSet<(u32, u8)>,
}

impl Numbering {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, quick_xml::Error> {
        let mut building = Building::default();
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(building.done),
                Event::Start(e) => building.start(&e),
                Event::Empty(e) => {
                    building.start(&e);
                    building.end(e.local_name().as_ref());
                }
                Event::End(e) => building.end(e.local_name().as_ref()),
                _ => {}
            }
            buffer.clear();
        }
    }

    /// The list and level of a paragraph, from itself or its styles; `numId` 0 means none.
    pub(super) fn place(
        &self,
        styles: &Styles,
        style: Option<&str>,
        num_id: Option<u32>,
        level: Option<u8>,
    ) -> Option<(u32, u8)> {
        let mut found = num_id.map(|id| (id, level, None));
        if found.is_none() {
            found = styles.chain(style).find_map(|(style_id, style)| {
                style.num_id.map(|id| (id, level.or(style.level), Some(style_id.to_owned())))
            });
        }
        let (id, level, style_id) = found?;
        if id == 0 {
            return None;
        }
        let linked = || {
            let wanted = style_id.as_deref().or(style)?;
            let list = self.abstracts.get(&self.resolved(self.nums.get(&id)?.abstract_id, styles))?;
            list.levels.iter().find(|(_, level)| level.style.as_deref() == Some(wanted)).map(|(at, _)| *at)
        };
        Some((id, level.or_else(linked).unwrap_or(0).min(LEVELS as u8 - 1)))
    }

    /// Follows numStyleLink → style → num → the abstract list that holds the levels.
    fn resolved(&self, abstract_id: u32, styles: &Styles) -> u32 {
        let mut id = abstract_id;
        for _ in 0..4 {
            let Some(link) = self.abstracts.get(&id).and_then(|list| list.num_style_link.as_deref()) else { return id };
            let by_style = styles
                .chain(Some(link))
                .find_map(|(_, style)| style.num_id)
                .and_then(|num| self.nums.get(&num))
                .map(|num| num.abstract_id);
            let by_link =
                self.abstracts.iter().find(|(_, list)| list.style_link.as_deref() == Some(link)).map(|(id, _)| *id);
            match by_link.or(by_style) {
                Some(next) if next != id => id = next,
                _ => return id,
            }
        }
        id
    }

    /// Counts a paragraph and gives what is printed before it.
    pub(super) fn next(&mut self, styles: &Styles, num_id: u32, level: u8) -> Option<AutoLabel> {
        let num = self.nums.get(&num_id)?.clone();
        let list_id = self.resolved(num.abstract_id, styles);
        let list = self.abstracts.get(&list_id)?;
        let levels: Vec<Level> = (0..LEVELS as u8)
            .map(|at| num.levels.get(&at).or_else(|| list.levels.get(&at)).cloned().unwrap_or_default())
            .collect();
        let counters = self.counters.entry(list_id).or_default();
        let at = level as usize;
        let override_start = num.starts.get(&level).copied().filter(|_| self.used.insert((num_id, level)));
        let value = match (override_start, counters[at]) {
            (Some(start), _) => start,
            (None, Some(value)) => value + 1,
            (None, None) => levels[at].start,
        };
        counters[at] = Some(value);
        for deeper in at + 1..LEVELS {
            let restarts = levels[deeper].restart.is_none_or(|after| after != 0 && at < after as usize);
            if restarts {
                counters[deeper] = None;
            }
        }
        let counters = *counters;
        let text = printed(&levels, &counters, at)?;
        Some(AutoLabel { text, level })
    }
}

/// What stands for any bullet of a list.
const BULLET: &str = "●";

/// The level's text with its %n filled in.
fn printed(levels: &[Level], counters: &[Option<u32>; LEVELS], at: usize) -> Option<String> {
    let own = &levels[at];
    // The font's own character (often in a private area) is of no use to a reader.
    if own.format == "bullet" {
        return Some(BULLET.to_owned());
    }
    number(&own.format, 1)?;
    let mut text = String::new();
    let mut chars = own.text.chars().peekable();
    while let Some(c) = chars.next() {
        let slot =
            (c == '%').then(|| chars.peek().and_then(|d| d.to_digit(10))).flatten().filter(|d| (1..=9).contains(d));
        match slot {
            Some(slot) => {
                chars.next();
                let other = slot as usize - 1;
                let format = if own.legal { "decimal" } else { levels[other].format.as_str() };
                let value = counters[other].unwrap_or(levels[other].start);
                text.push_str(&number(format, value).unwrap_or_default());
            }
            None => text.push(c),
        }
    }
    (!text.trim().is_empty()).then_some(text)
}

/// The numbering part while it is read.
#[derive(Default)]
struct Building {
    done: Numbering,
    list: Option<(u32, Abstract)>,
    num: Option<(u32, Num)>,
    override_level: Option<u8>,
    level: Option<(u8, Level)>,
}

impl Building {
    fn start(&mut self, e: &BytesStart<'_>) {
        let value = || attribute(e, "val");
        let number = |name: &str| attribute(e, name).and_then(|v| v.parse::<u32>().ok());
        match e.local_name().as_ref() {
            "abstractNum" => self.list = Some((number("abstractNumId").unwrap_or(0), Abstract::default())),
            "num" => self.num = Some((number("numId").unwrap_or(0), Num::default())),
            "lvlOverride" => self.override_level = number("ilvl").map(|l| l as u8),
            "lvl" => self.level = Some((number("ilvl").unwrap_or(0) as u8, Level::default())),
            "styleLink" => self.with_list(|list| list.style_link = value()),
            "numStyleLink" => self.with_list(|list| list.num_style_link = value()),
            "abstractNumId" => {
                if let Some((_, num)) = &mut self.num {
                    num.abstract_id = number("val").unwrap_or(0);
                }
            }
            "startOverride" => {
                if let (Some((_, num)), Some(level)) = (&mut self.num, self.override_level) {
                    num.starts.insert(level, number("val").unwrap_or(1));
                }
            }
            name => {
                if let Some((_, level)) = &mut self.level {
                    level.property(name, value());
                }
            }
        }
    }

    fn with_list(&mut self, set: impl FnOnce(&mut Abstract)) {
        if let Some((_, list)) = &mut self.list {
            set(list);
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "lvl" => {
                let Some((at, level)) = self.level.take() else { return };
                if let (Some((_, num)), Some(over)) = (&mut self.num, self.override_level) {
                    num.levels.insert(over, level);
                } else if let Some((_, list)) = &mut self.list {
                    list.levels.insert(at, level);
                }
            }
            "lvlOverride" => self.override_level = None,
            "abstractNum" => {
                if let Some((id, list)) = self.list.take() {
                    self.done.abstracts.insert(id, list);
                }
            }
            "num" => {
                if let Some((id, num)) = self.num.take() {
                    self.done.nums.insert(id, num);
                }
            }
            _ => {}
        }
    }
}

impl Level {
    fn property(&mut self, name: &str, value: Option<String>) {
        let parsed = || value.as_deref().and_then(|v| v.parse::<u32>().ok());
        match name {
            "start" => self.start = parsed().unwrap_or(1),
            "numFmt" => self.format = value.unwrap_or_default(),
            "lvlText" => self.text = value.unwrap_or_default(),
            "lvlRestart" => self.restart = parsed().map(|v| v as u8),
            "isLgl" => self.legal = is_on(value.as_deref()),
            "pStyle" => self.style = value,
            _ => {}
        }
    }
}
