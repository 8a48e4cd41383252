//! The text of each paragraph put together from its runs: Word cuts a placeholder wherever somebody stopped typing.

use super::super::tags::{self, Scanned, Stray};
use super::super::xml::Tree;

/// A paragraph with its texts.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) element: usize,
    pub(super) texts: Vec<Text>,
    /// Where it is, in words.
    pub(super) place: String,
    pub(super) tags: Vec<Scanned>,
    pub(super) strays: Vec<Stray>,
}

/// A text of a run, and where it begins in the text of the paragraph.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) element: usize,
    pub(super) from: usize,
    pub(super) text: String,
}

impl Paragraph {
    pub(super) fn joined(&self) -> String {
        self.texts.iter().map(|text| text.text.as_str()).collect()
    }

    /// The text that a byte of the paragraph lies in.
    pub(super) fn text_at(&self, byte: usize) -> Option<usize> {
        self.texts.iter().position(|text| text.from <= byte && byte < text.from + text.text.len())
    }

    /// Whether nothing stands beside the placeholders.
    pub(super) fn is_bare(&self) -> bool {
        let joined = self.joined();
        let mut at = 0;
        let mut beside = String::new();
        for tag in &self.tags {
            beside.push_str(&joined[at..tag.start]);
            at = tag.end;
        }
        beside.push_str(&joined[at..]);
        beside.trim().is_empty()
    }
}

/// All paragraphs with text, in order; `word` names the part for people.
pub(super) fn paragraphs(tree: &Tree, word: &str) -> Vec<Paragraph> {
    let mut by_element: Vec<(usize, Vec<Text>)> = tree.named("p").map(|at| (at, Vec::new())).collect();
    for text in tree.named("t") {
        let Some(content) = tree.text(text).filter(|content| !content.is_empty()) else { continue };
        let Some(owner) = tree.nearest(text, "p") else { continue };
        if let Ok(at) = by_element.binary_search_by_key(&owner, |(element, _)| *element) {
            let texts = &mut by_element[at].1;
            let from = texts.last().map_or(0, |last: &Text| last.from + last.text.len());
            texts.push(Text { element: text, from, text: content });
        }
    }
    let mut places = Places::new(tree, word);
    let filled = by_element.into_iter().filter(|(_, texts)| !texts.is_empty());
    filled
        .map(|(element, texts)| {
            let mut paragraph =
                Paragraph { element, texts, place: places.of(element), tags: Vec::new(), strays: Vec::new() };
            (paragraph.tags, paragraph.strays) = tags::scan(&paragraph.joined());
            paragraph
        })
        .collect()
}

/// Counts paragraphs and table cells as a reader does.
struct Places<'t> {
    tree: &'t Tree,
    word: &'t str,
    paragraphs: usize,
    tables: Vec<usize>,
}

impl<'t> Places<'t> {
    fn new(tree: &'t Tree, word: &'t str) -> Self {
        Self { tree, word, paragraphs: 0, tables: tree.named("tbl").collect() }
    }

    fn of(&mut self, paragraph: usize) -> String {
        let tree = self.tree;
        let Some(cell) = tree.nearest(paragraph, "tc") else {
            self.paragraphs += 1;
            return format!("{}第{}段", self.word, self.paragraphs);
        };
        let row = tree.nearest(cell, "tr");
        let table = tree.nearest(cell, "tbl");
        let column = row.map_or(0, |row| 1 + tree.children(row).filter(|at| tree.is(*at, "tc") && *at < cell).count());
        let line = table.zip(row).map_or(0, |(table, row)| {
            tree.within(table)
                .filter(|at| *at <= row && tree.is(*at, "tr") && tree.nearest(*at, "tbl") == Some(table))
                .count()
        });
        let number = table.and_then(|table| self.tables.binary_search(&table).ok()).map_or(0, |at| at + 1);
        format!("{}表{number}第{line}行第{column}列", self.word)
    }
}
