//! Properties of paragraphs, runs and sections, and what is left of them when styles come together.

use super::story::{attribute, is_on};
use crate::model::{Align, Indent, Ink, Section, Setting, Typeface};
use quick_xml::events::BytesStart;

/// What one place says of a paragraph and its characters; what it leaves open another may say.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Look {
    /// `Some(None)`: a theme decides.
    typeface: Option<Option<Typeface>>,
    size: Option<i32>,
    ink: Option<Ink>,
    align: Option<Align>,
    first_line: Dent,
    left: Dent,
    right: Dent,
    /// `Some(None)`: not exact.
    line: Option<Option<i32>>,
    new_page: Option<bool>,
    /// `Some(None)`: none is drawn.
    rule: Option<Option<Ink>>,
}

/// How characters are set: typeface, size, colour.
pub(super) type Characters = (Option<Typeface>, Option<i32>, Ink);

#[derive(Debug, Default, Clone, Copy)]
struct Dent {
    characters: Option<i32>,
    twips: Option<i32>,
}

impl Look {
    /// A property of characters (`rPr`).
    pub(super) fn run_property(&mut self, name: &str, e: &BytesStart<'_>) {
        match name {
            "rFonts" if attribute(e, "eastAsiaTheme").is_some() => self.typeface = Some(None),
            "rFonts" => {
                if let Some(font) = attribute(e, "eastAsia") {
                    self.typeface = Some(Some(Typeface::of(&font)));
                }
            }
            "sz" => self.size = number(e, "val").or(self.size),
            "color" => self.ink = attribute(e, "val").map(|colour| Ink::of(&colour)).or(self.ink),
            _ => {}
        }
    }

    /// A property of the paragraph (`pPr`).
    pub(super) fn paragraph_property(&mut self, name: &str, e: &BytesStart<'_>) {
        match name {
            "jc" => {
                self.align = Some(match attribute(e, "val").as_deref() {
                    Some("center") => Align::Center,
                    Some("right" | "end") => Align::Right,
                    Some("both" | "distribute") => Align::Both,
                    _ => Align::Left,
                })
            }
            "ind" => {
                let hanging = number(e, "hanging").map(|twips| -twips);
                let hanging_characters = number(e, "hangingChars").map(|characters| -characters);
                self.first_line
                    .say(hanging_characters.or(number(e, "firstLineChars")), hanging.or(number(e, "firstLine")));
                self.left
                    .say(number(e, "leftChars").or(number(e, "startChars")), number(e, "left").or(number(e, "start")));
                self.right
                    .say(number(e, "rightChars").or(number(e, "endChars")), number(e, "right").or(number(e, "end")));
            }
            "spacing" => {
                if let Some(line) = number(e, "line") {
                    let exact = attribute(e, "lineRule").as_deref() == Some("exact");
                    self.line = Some(exact.then_some(line));
                }
            }
            // Of the borders of a paragraph; tables have their own.
            "bottom" => {
                let drawn = !matches!(attribute(e, "val").as_deref(), None | Some("none" | "nil"));
                let ink = Ink::of(attribute(e, "color").as_deref().unwrap_or_default());
                self.rule = Some(drawn.then_some(ink));
            }
            "pageBreakBefore" => self.new_page = Some(is_on(attribute(e, "val").as_deref())),
            _ => {}
        }
    }

    /// What is open is taken from another place.
    pub(super) fn or(self, other: &Look) -> Self {
        Self {
            typeface: self.typeface.or(other.typeface),
            size: self.size.or(other.size),
            ink: self.ink.or(other.ink),
            align: self.align.or(other.align),
            first_line: self.first_line.or(other.first_line),
            left: self.left.or(other.left),
            right: self.right.or(other.right),
            line: self.line.or(other.line),
            new_page: self.new_page.or(other.new_page),
            rule: self.rule.or(other.rule),
        }
    }

    /// How characters are set.
    pub(super) fn characters(&self) -> Characters {
        (self.typeface.flatten(), self.size, self.ink.unwrap_or_default())
    }

    pub(super) fn setting(&self, characters: Characters, blanks: u32, breaks: Break) -> Setting {
        Setting {
            typeface: characters.0,
            size: characters.1,
            ink: characters.2,
            align: self.align.unwrap_or_default(),
            first_line: self.first_line.settled(),
            left: self.left.settled(),
            right: self.right.settled(),
            line: self.line.flatten(),
            blanks,
            new_page: breaks == Break::Page || self.new_page == Some(true),
            rule: self.rule.flatten(),
        }
    }
}

/// What comes before a paragraph.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    #[default]
    None,
    Page,
}

impl Dent {
    fn say(&mut self, characters: Option<i32>, twips: Option<i32>) {
        self.characters = characters.or(self.characters);
        self.twips = twips.or(self.twips);
    }

    fn or(self, other: Dent) -> Self {
        Self { characters: self.characters.or(other.characters), twips: self.twips.or(other.twips) }
    }

    fn settled(self) -> Indent {
        Indent { characters: self.characters, twips: self.twips.unwrap_or_default() }
    }
}

/// A property of a section (`sectPr`).
pub(super) fn section_property(section: &mut Section, name: &str, e: &BytesStart<'_>) {
    let value = |name: &str| number(e, name).unwrap_or_default();
    match name {
        "pgSz" => (section.width, section.height) = (value("w"), value("h")),
        "pgMar" => {
            (section.top, section.bottom) = (value("top"), value("bottom"));
            (section.left, section.right) = (value("left").saturating_add(value("gutter")), value("right"));
        }
        "titlePg" => section.first_page_apart = is_on(attribute(e, "val").as_deref()),
        "docGrid" if matches!(attribute(e, "type").as_deref(), Some("lines" | "linesAndChars")) => {
            section.grid = number(e, "linePitch");
        }
        _ => {}
    }
}

/// A length; programs write fractions and points, too.
fn number(e: &BytesStart<'_>, name: &str) -> Option<i32> {
    const TWIPS_MAX: f64 = 1_000_000.0;
    let value = attribute(e, name)?;
    let number: f64 = value.trim_end_matches("pt").parse().ok()?;
    let twips = if value.ends_with("pt") { number * 20.0 } else { number };
    (twips.abs() <= TWIPS_MAX).then_some(twips as i32)
}
