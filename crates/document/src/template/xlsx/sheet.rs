//! A sheet: its rows and cells, and the placeholders in them.

use super::super::tags::{Scanned, crossing, groups, may_hold, scan};
use super::super::xml::Tree;
use super::super::{Fault, Piece, Statement, Tag, TemplateRefusal, malformed};
use super::text_of;
use std::collections::{BTreeMap, HashMap};

/// A row as it stands in the file.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) element: usize,
    /// From 1.
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
}

/// A cell as it stands in the file.
#[derive(Debug)]
pub(super) struct Cell {
    pub(super) element: usize,
    /// From 1.
    pub(super) column: u32,
}

#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) tree: Tree,
    /// Element of the rows.
    pub(super) data: usize,
    pub(super) rows: Vec<Row>,
    /// Formulas that others share, with row and column, by the number of their group.
    pub(super) shared: HashMap<String, (u32, u32, String)>,
}

/// Rows and columns of a sheet.
pub(super) const ROWS_MAX: u32 = 1_048_576;
const COLUMNS_MAX: u32 = 16_384;

impl Sheet {
    pub(super) fn read(name: &str, part: &str, tree: Tree) -> Result<Self, TemplateRefusal> {
        let data = tree.named("sheetData").next().ok_or_else(|| malformed(part))?;
        let mut rows: Vec<Row> = Vec::new();
        let row_elements: Vec<usize> = tree.children(data).filter(|at| tree.is(*at, "row")).collect();
        for element in row_elements {
            let after = rows.last().map_or(0, |row| row.number);
            let number = tree.attribute(element, "r").and_then(|r| r.parse().ok()).unwrap_or(after + 1);
            if number <= after || number > ROWS_MAX {
                return Err(malformed(part));
            }
            let mut cells: Vec<Cell> = Vec::new();
            for cell in tree.children(element).filter(|at| tree.is(*at, "c")) {
                let after = cells.last().map_or(0, |cell| cell.column);
                let column = tree.attribute(cell, "r").and_then(|r| column_of(&r)).unwrap_or(after + 1);
                if column <= after || column > COLUMNS_MAX {
                    return Err(malformed(part));
                }
                cells.push(Cell { element: cell, column });
            }
            rows.push(Row { element, number, cells });
        }
        let shared = shared(&tree, &rows);
        Ok(Self { name: name.to_owned(), part: part.to_owned(), tree, data, rows, shared })
    }

    /// The text of a cell, as far as it is text.
    pub(super) fn text(&self, cell: &Cell, strings: &[String]) -> String {
        let tree = &self.tree;
        let value = || tree.children(cell.element).find(|at| tree.is(*at, "v")).and_then(|at| tree.text(at));
        match tree.attribute(cell.element, "t").as_deref() {
            Some("s") => {
                value().and_then(|v| strings.get(v.trim().parse::<usize>().ok()?).cloned()).unwrap_or_default()
            }
            Some("inlineStr") => text_of(tree, cell.element),
            Some("str") if !self.has_formula(cell) => value().unwrap_or_default(),
            _ => String::new(),
        }
    }

    pub(super) fn has_formula(&self, cell: &Cell) -> bool {
        self.tree.children(cell.element).any(|at| self.tree.is(at, "f"))
    }

    /// Whether a cell shows something.
    pub(super) fn is_filled(&self, cell: &Cell, strings: &[String]) -> bool {
        let tree = &self.tree;
        let has_value = tree.children(cell.element).any(|at| tree.is(at, "v") || tree.is(at, "f") || tree.is(at, "is"));
        has_value
            && (self.has_formula(cell)
                || !tree.attribute(cell.element, "t").is_some_and(|t| t != "n")
                || !self.text(cell, strings).trim().is_empty())
    }

    /// The sheet as pieces, and what cannot be filled in.
    pub(super) fn pieces(&self, strings: &[String]) -> (Vec<Piece>, Vec<Fault>) {
        let mut texts: BTreeMap<(usize, usize), String> = BTreeMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            for (number, cell) in row.cells.iter().enumerate() {
                let text = self.text(cell, strings);
                if may_hold(&text) {
                    texts.insert((at, number), text);
                }
            }
        }
        Found::of(self, &texts).pieces()
    }

    pub(super) fn place(&self, row: usize, cell: usize) -> String {
        let (number, column) = (self.rows[row].number, self.rows[row].cells[cell].column);
        format!("{}!{}{number}", self.name, letters(column))
    }
}

fn shared(tree: &Tree, rows: &[Row]) -> HashMap<String, (u32, u32, String)> {
    let mut shared = HashMap::new();
    for (row, cell) in rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
        for at in tree.children(cell.element).filter(|at| tree.is(*at, "f")) {
            let text = tree.text(at).filter(|text| !text.is_empty());
            if let (Some(group), Some(text)) = (tree.attribute(at, "si"), text) {
                shared.insert(group, (row.number, cell.column, text));
            }
        }
    }
    shared
}

/// The tags of a sheet by their cells.
struct Found<'s> {
    sheet: &'s Sheet,
    cells: Vec<(usize, usize, String, Vec<Scanned>)>,
    faults: Vec<Fault>,
}

/// Where a mark works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    Here,
    Before(usize),
    Behind(usize),
}

impl<'s> Found<'s> {
    fn of(sheet: &'s Sheet, texts: &BTreeMap<(usize, usize), String>) -> Self {
        let mut found = Self { sheet, cells: Vec::new(), faults: Vec::new() };
        for ((row, cell), text) in texts {
            let (tags, strays) = scan(text);
            let place = sheet.place(*row, *cell);
            found.faults.extend(strays.into_iter().map(|s| Fault {
                place: place.clone(),
                source: s.source,
                what: s.what,
            }));
            if !tags.is_empty() {
                found.cells.push((*row, *cell, text.clone(), tags));
            }
        }
        found
    }

    fn tag(&self, cell: usize, tag: usize) -> Tag {
        let (row, column, text, tags) = &self.cells[cell];
        let scanned = &tags[tag];
        let source = text.get(scanned.start..scanned.end).unwrap_or_default().to_owned();
        let before: usize = self.cells[..cell].iter().map(|cell| cell.3.len()).sum();
        Tag {
            place: self.sheet.place(*row, *column),
            source,
            statement: scanned.statement.clone(),
            number: before + tag,
        }
    }

    fn pieces(mut self) -> (Vec<Piece>, Vec<Fault>) {
        let all: Vec<(usize, usize)> =
            self.cells.iter().enumerate().flat_map(|(at, cell)| (0..cell.3.len()).map(move |tag| (at, tag))).collect();
        let statements: Vec<&Statement> = all.iter().map(|(cell, tag)| &self.cells[*cell].3[*tag].statement).collect();
        let (groups, unpaired) = groups(&statements);
        let mut wrong: Vec<(usize, &str)> = unpaired;
        let mut spots: BTreeMap<usize, Spot> = BTreeMap::new();
        for group in &groups {
            match self.spots(&all, group) {
                Ok(placed) => spots.extend(group.iter().copied().zip(placed)),
                Err(fault) => wrong.push(fault),
            }
        }
        for (mark, what) in wrong {
            let tag = self.tag(all[mark].0, all[mark].1);
            self.faults.push(Fault { place: tag.place, source: tag.source, what: what.to_owned() });
        }
        if !self.faults.is_empty() {
            let tags = all.iter().map(|(cell, tag)| Piece::Tag(self.tag(*cell, *tag)));
            return (tags.collect(), self.faults);
        }
        let pieces = self.joined(&all, &spots);
        let crossing = crossing(&pieces, &groups);
        (pieces, crossing.into_iter().collect())
    }

    fn spots(&self, all: &[(usize, usize)], group: &[usize]) -> Result<Vec<Spot>, (usize, &'static str)> {
        let cell = |mark: usize| all[mark].0;
        let row = |mark: usize| self.cells[cell(mark)].0;
        let (Some(&first), Some(&last)) = (group.first(), group.last()) else { return Ok(Vec::new()) };
        if group.iter().all(|mark| cell(*mark) == cell(first)) {
            return Ok(vec![Spot::Here; group.len()]);
        }
        if row(first) == row(last) && group.len() > 2 {
            return Err((group[1], "同一行的不同单元格之间不能用 else，请放在单独一行"));
        }
        let spot = |mark: &usize| match *mark {
            mark if mark == last => Ok(Spot::Behind(row(mark))),
            mark if mark == first => Ok(Spot::Before(row(mark))),
            mark if self.vanishes(row(mark)) => Ok(Spot::Before(row(mark))),
            mark => Err((mark, "须单独成行，同一行不能有其他内容")),
        };
        group.iter().map(spot).collect()
    }

    /// Whether a row holds nothing but marks; those of a pair within the row keep it.
    fn vanishes(&self, row: usize) -> bool {
        let own: Vec<&(usize, usize, String, Vec<Scanned>)> = self.cells.iter().filter(|cell| cell.0 == row).collect();
        let bare = own.iter().all(|(.., text, tags)| {
            let mut left = text.clone();
            for tag in tags.iter().rev() {
                left.replace_range(tag.start..tag.end, "");
            }
            left.trim().is_empty() && tags.iter().all(|tag| tag.statement.is_block())
        });
        let numbers: Vec<usize> = own.iter().map(|cell| cell.1).collect();
        let others = self.sheet.rows[row].cells.iter().enumerate().filter(|(at, _)| !numbers.contains(at));
        let tree = &self.sheet.tree;
        let empty = others.into_iter().all(|(_, cell)| {
            !tree.children(cell.element).any(|at| tree.is(at, "v") || tree.is(at, "f") || tree.is(at, "is"))
        });
        let statements: Vec<&Statement> = own.iter().flat_map(|cell| cell.3.iter().map(|tag| &tag.statement)).collect();
        let pair = own.len() > 1 && statements.iter().any(|s| s.opens()) && statements.iter().any(|s| !s.opens());
        bare && empty && !pair && !own.is_empty()
    }

    fn joined(&self, all: &[(usize, usize)], spots: &BTreeMap<usize, Spot>) -> Vec<Piece> {
        let lifted = |wanted: Spot| {
            all.iter()
                .enumerate()
                .filter(move |(mark, _)| spots.get(mark) == Some(&wanted))
                .map(|(_, (cell, tag))| Piece::Tag(self.tag(*cell, *tag)))
        };
        let mut pieces = Vec::new();
        for row in 0..self.sheet.rows.len() {
            if self.vanishes(row) {
                // All its marks, in their order.
                let own = all.iter().filter(|(cell, _)| self.cells[*cell].0 == row);
                pieces.extend(own.map(|(cell, tag)| Piece::Tag(self.tag(*cell, *tag))));
                continue;
            }
            pieces.extend(lifted(Spot::Before(row)));
            pieces.push(Piece::RowStart(row));
            for (at, (_, cell, text, tags)) in self.cells.iter().enumerate().filter(|(_, cell)| cell.0 == row) {
                pieces.push(Piece::CellStart(*cell));
                let mut from = 0;
                for (number, tag) in tags.iter().enumerate() {
                    if from < tag.start {
                        pieces.push(Piece::Text(text[from..tag.start].to_owned()));
                    }
                    from = tag.end;
                    let mark = all.iter().position(|(cell, tag)| (*cell, *tag) == (at, number));
                    let here = mark.and_then(|mark| spots.get(&mark)).is_none_or(|spot| *spot == Spot::Here);
                    if here && tag.statement != Statement::Comment {
                        pieces.push(Piece::Tag(self.tag(at, number)));
                    }
                }
                if from < text.len() {
                    pieces.push(Piece::Text(text[from..].to_owned()));
                }
                pieces.push(Piece::CellEnd);
            }
            pieces.push(Piece::RowEnd);
            pieces.extend(lifted(Spot::Behind(row)));
        }
        pieces
    }
}

/// A, B, … Z, AA
pub(super) fn letters(column: u32) -> String {
    let mut left = column;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The column of a reference such as B5 or $B$5.
pub(super) fn column_of(reference: &str) -> Option<u32> {
    let word: String = reference.chars().filter(|c| *c != '$').take_while(char::is_ascii_alphabetic).collect();
    if word.is_empty() || word.len() > 3 {
        return None;
    }
    Some(word.to_ascii_uppercase().bytes().fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1))
}
