//! A story (main text, notes, header): events of XML become paragraphs.

use super::building::{Building, Run};
use super::line::{Line, logical_lines};
use super::look::{Break, Characters, section_property};
use super::numbering::Numbering;
use super::package::Xml;
use super::styles::Styles;
use super::table::Table;
use crate::read::Content;
use crate::{Paragraph, Place, ProblemCode, Region, Section, Setting};
use quick_xml::events::{BytesStart, Event};
use std::sync::Arc;

/// Tables inside tables deeper than this are left out.
const TABLE_DEPTH_MAX: usize = 40;

/// An attribute by local name, whatever its prefix.
pub(super) fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    e.attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)
        .map(|a| unescape(&a.value))
}

fn unescape(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), |v| v.into_owned())
}

/// A switch element is on unless it says otherwise.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off" | "none"))
}

/// Reads one story.
pub(super) struct Story {
    styles: Styles,
    numbering: Numbering,
    region: Region,
    /// Paragraphs being built; text boxes nest them.
    open: Vec<Building>,
    tables: Vec<Table>,
    table_count: u32,
    text_boxes: usize,
    /// Local name that ends a skipped stretch, and how deep it is nested.
    skip: Option<(String, usize)>,
    in_text: bool,
    number: u32,
    /// Text of a paragraph whose mark was deleted: it belongs to the next.
    carried: Line,
    sources: Sources,
    /// Tracked changes, hidden characters.
    tracked: u32,
    hidden: u32,
    sections: Vec<Section>,
    in_section: bool,
    /// A page break stands before the next paragraph.
    breaks: Break,
    /// How the last paragraph was set.
    setting: Option<Arc<Setting>>,
    /// Byte of the part at which the current event starts.
    at: usize,
}

/// Whether paragraphs say which bytes of the part their characters come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sources {
    Left,
    Kept,
}

impl Story {
    pub(super) fn new(styles: Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            region: Region::Body,
            open: Vec::new(),
            tables: Vec::new(),
            table_count: 0,
            text_boxes: 0,
            skip: None,
            in_text: false,
            number: 0,
            carried: Line::default(),
            sources: Sources::Left,
            tracked: 0,
            hidden: 0,
            sections: Vec::new(),
            in_section: false,
            breaks: Break::None,
            setting: None,
            at: 0,
        }
    }

    /// A story without numbering, all in one region.
    pub(super) fn plain(region: Region) -> Self {
        Self { region, ..Self::new(Styles::default(), Numbering::default()) }
    }

    /// How many tracked changes there are, and how many hidden characters.
    pub(super) fn beside(&self) -> (u32, u32) {
        (self.tracked, self.hidden)
    }

    /// The sections, to be asked for once.
    pub(super) fn sections(&mut self) -> Vec<Section> {
        std::mem::take(&mut self.sections)
    }

    pub(super) fn with_sources(self) -> Self {
        Self { sources: Sources::Kept, ..self }
    }

    pub(super) fn read(&mut self, xml: &mut Xml<'_>, content: &mut Content) -> Result<(), quick_xml::Error> {
        let result = self.events(xml, content);
        // What a damaged part holds up to the damage is kept.
        self.skip = None;
        while !self.open.is_empty() {
            self.paragraph(content);
        }
        result
    }

    fn events(&mut self, xml: &mut Xml<'_>, content: &mut Content) -> Result<(), quick_xml::Error> {
        let mut buffer = Vec::new();
        loop {
            self.at = xml.buffer_position() as usize;
            match xml.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(()),
                Event::DocType(_) => {
                    content.problem(ProblemCode::Truncated, "文件含有 DTD 声明，不予展开；正文可能不完整。");
                }
                Event::Start(e) => self.start(&e, content),
                Event::Empty(e) => {
                    self.start(&e, content);
                    self.end(e.local_name().as_ref(), content);
                }
                Event::End(e) => self.end(e.local_name().as_ref(), content),
                Event::Text(t) if self.in_text && self.skip.is_none() => self.text(&t),
                Event::CData(t) if self.in_text && self.skip.is_none() => {
                    self.at += "<![CDATA[".len();
                    self.text(&t);
                }
                Event::GeneralRef(r) if self.in_text && self.skip.is_none() => {
                    let resolved = r.resolve_char_ref().ok().flatten().map(String::from);
                    let text = resolved.or_else(|| quick_xml::escape::resolve_predefined_entity(&r).map(str::to_owned));
                    self.text(&text.unwrap_or_default());
                }
                _ => {}
            }
            buffer.clear();
        }
    }

    fn start(&mut self, e: &BytesStart<'_>, content: &mut Content) {
        let name = e.local_name();
        let name: &str = name.as_ref();
        if let Some((skipped, depth)) = &mut self.skip {
            *depth += usize::from(name == skipped);
            return;
        }
        self.tracked += u32::from(matches!(name, "ins" | "del" | "moveFrom" | "rPrChange" | "pPrChange"));
        match name {
            "p" => {
                if self.open.len() < TABLE_DEPTH_MAX {
                    self.open.push(Building::default());
                } else {
                    self.skip = Some(("p".to_owned(), 1));
                }
            }
            "t" => self.in_text = true,
            "del" | "moveFrom" => self.deleted(name),
            // Old properties of tracked changes, the second copy of a text box, phonetic guides, form settings.
            "pPrChange" | "rPrChange" | "tblPrChange" | "tcPrChange" | "trPrChange" | "sectPrChange"
            | "numberingChange" | "Fallback" | "rt" | "sdtPr" | "delText" | "instrText" | "delInstrText" => {
                self.skip = Some((name.to_owned(), 1))
            }
            "txbxContent" => self.text_boxes += 1,
            "tbl" => self.table_start(content),
            "sectPr" => {
                self.in_section = true;
                self.sections.push(Section { end: content.paragraphs.len(), ..Section::default() });
            }
            "pgSz" | "pgMar" | "docGrid" | "titlePg" if self.in_section => {
                if let Some(section) = self.sections.last_mut() {
                    section_property(section, name, e);
                }
            }
            "tr" | "tc" | "gridSpan" | "vMerge" => self.cell(name, e, content),
            _ => self.property(name, e),
        }
    }

    /// Deleted text is skipped; inside the paragraph mark's properties it means that the mark is deleted.
    fn deleted(&mut self, name: &str) {
        match self.open.last_mut() {
            Some(p) if p.in_properties => p.mark_deleted = true,
            _ => self.skip = Some((name.to_owned(), 1)),
        }
    }

    fn property(&mut self, name: &str, e: &BytesStart<'_>) {
        let source = self.source();
        let Some(p) = self.open.last_mut() else { return };
        let value = || attribute(e, "val");
        match (p.in_properties, p.in_run_properties) {
            (true, false) => p.look.paragraph_property(name, e),
            (false, true) => p.run.look.run_property(name, e),
            _ => {}
        }
        match name {
            "pPr" => p.in_properties = true,
            "rPr" => p.in_run_properties = true,
            "pStyle" => p.style = value(),
            "numId" if p.in_properties => p.num_id = value().and_then(|v| v.parse().ok()),
            "ilvl" if p.in_properties => p.level = value().and_then(|v| v.parse().ok()),
            "outlineLvl" if p.in_properties => p.outline = value().and_then(|v| v.parse().ok()),
            "r" => p.run = Run::default(),
            "b" if p.in_run_properties && !p.in_properties => p.run.bold = Some(is_on(value().as_deref())),
            "vanish" if p.in_run_properties && !p.in_properties => p.run.hidden = is_on(value().as_deref()),
            "rStyle" if !p.in_properties => p.run.style = value(),
            "br" if attribute(e, "type").as_deref() == Some("page") => p.page_break(),
            "tab" if !p.in_properties => p.push(" ", source),
            "br" | "cr" if !matches!(attribute(e, "type").as_deref(), Some("page" | "column")) => {
                p.lines.push(Line::default())
            }
            "noBreakHyphen" => p.push("-", source),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let bold_style = self.open.last().and_then(|p| {
            let style = p.style.as_deref();
            p.run.bold.or_else(|| self.styles.chain(style).find_map(|(_, s)| s.bold))
        });
        let source = self.source();
        let characters = self.characters();
        let Some(p) = self.open.last_mut() else { return };
        if p.run.hidden {
            self.hidden += text.trim().chars().count() as u32;
            return;
        }
        let count = text.trim().len();
        p.all_text += count;
        p.bold_text += if bold_style == Some(true) { count } else { 0 };
        p.weigh(characters, count);
        p.push(text, source);
    }

    /// How the open run is set.
    fn characters(&self) -> Characters {
        // Cells are set in many ways; nobody asks for them.
        let Some(p) = self.open.last().filter(|_| self.tables.is_empty()) else { return Characters::default() };
        p.characters(&self.styles)
    }

    fn source(&self) -> Option<usize> {
        (self.sources == Sources::Kept).then_some(self.at)
    }

    fn end(&mut self, name: &str, content: &mut Content) {
        if let Some((skipped, depth)) = &mut self.skip {
            if name == skipped {
                *depth -= 1;
                if *depth == 0 {
                    self.skip = None;
                }
            }
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" | "rPr" => {
                if let Some(p) = self.open.last_mut() {
                    if name == "pPr" {
                        p.in_properties = false;
                    }
                    p.in_run_properties = false;
                }
            }
            "p" => self.paragraph(content),
            "sectPr" => self.in_section = false,
            "txbxContent" => self.text_boxes = self.text_boxes.saturating_sub(1),
            "tc" => self.cell_end(content),
            "tbl" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    fn paragraph(&mut self, content: &mut Content) {
        let Some(mut built) = self.open.pop() else { return };
        if !self.carried.text.is_empty() {
            let mut carried = std::mem::take(&mut self.carried);
            match built.lines.first_mut() {
                Some(first) => {
                    carried.append(std::mem::take(first));
                    *first = carried;
                }
                None => built.lines.push(carried),
            }
        }
        if built.mark_deleted {
            built.lines.into_iter().for_each(|line| self.carried.append(line));
            return;
        }
        if self.tables.last().is_some_and(Table::is_continued) {
            return;
        }
        let place = self.numbering.place(&self.styles, built.style.as_deref(), built.num_id, built.level);
        let empty = built.lines.iter().all(|line| line.text.trim().is_empty());
        let label =
            if empty { None } else { place.and_then(|(num, level)| self.numbering.next(&self.styles, num, level)) };
        let style_level = built.outline.filter(|level| *level < 9).map(|level| level + 1).or_else(|| {
            self.styles
                .chain(built.style.as_deref())
                .find_map(|(_, s)| s.heading_level().or(s.outline.filter(|l| *l < 9).map(|l| l + 1)))
        });
        let setting = self.set(&built, content);
        let bold = built.all_text > 0 && built.bold_text == built.all_text;
        let region = self.region();
        for (at, line) in logical_lines(built.lines).into_iter().enumerate() {
            if line.text.trim().is_empty() {
                continue;
            }
            self.number += 1;
            let line = line.trimmed();
            let mut paragraph = Paragraph::plain(line.text, Place::Story { paragraph: self.number });
            paragraph.pieces = line.pieces;
            paragraph.setting = setting.clone();
            paragraph.region = region;
            paragraph.label = if at == 0 { label.clone() } else { None };
            paragraph.style_level = if matches!(region, Region::Table { .. }) { None } else { style_level };
            paragraph.bold = bold;
            if !content.push(paragraph) {
                return;
            }
        }
    }

    /// How a paragraph is set; one without text hands its page break on.
    fn set(&mut self, built: &Building, content: &mut Content) -> Option<Arc<Setting>> {
        if built.all_text == 0 || !self.tables.is_empty() {
            if built.breaks == Break::Page {
                self.breaks = Break::Page;
            }
            return None;
        }
        let before = std::mem::replace(&mut self.breaks, built.after);
        let breaks = if before == Break::Page { before } else { built.breaks };
        let setting = built.setting(&self.styles, breaks);
        if self.setting.as_deref() != Some(&setting) {
            content.take(size_of::<Setting>() + 2 * size_of::<usize>());
            self.setting = Some(Arc::new(setting));
        }
        self.setting.clone()
    }

    fn region(&self) -> Region {
        if self.text_boxes > 0 {
            return Region::TextBox;
        }
        match self.tables.last() {
            Some(table) => table.region(),
            None => self.region,
        }
    }

    fn table_start(&mut self, content: &mut Content) {
        if self.tables.len() >= TABLE_DEPTH_MAX {
            if !content.problems.iter().any(|p| p.code == ProblemCode::LimitReached) {
                content.problem(
                    ProblemCode::LimitReached,
                    format!("表格嵌套超过 {TABLE_DEPTH_MAX} 层，更深的内容未读入。"),
                );
            }
            self.skip = Some(("tbl".to_owned(), 1));
            return;
        }
        self.tables.push(Table::new(self.table_count));
        self.table_count += 1;
    }

    fn cell(&mut self, name: &str, e: &BytesStart<'_>, content: &Content) {
        if let Some(table) = self.tables.last_mut() {
            table.cell(name, e, content);
        }
    }

    fn cell_end(&mut self, content: &mut Content) {
        if let Some(table) = self.tables.last_mut() {
            table.cell_end(content);
        }
    }
}
