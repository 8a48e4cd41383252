//! The sheet's XML again: rows with their new numbers, filled cells, whatever names cells.

use super::super::xml::{Tree, with_attribute};
use super::super::{Typed, Written};
use super::cells::OutRow;
use super::formula::{End, carried, with_rows};
use super::moved::RowMap;
use super::parts::Epoch;
use super::sheet::{Cell, Sheet, letters};
use super::styles::Styles;
use crate::markup::escape;
use std::collections::BTreeMap;
use std::ops::Range;

/// The text with these changes, in order and apart from each other.
pub(super) fn changed(xml: &str, changes: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for (range, new) in changes {
        out.push_str(&xml[at..range.start.max(at)]);
        out.push_str(new);
        at = range.end.max(at);
    }
    out.push_str(&xml[at..]);
    out
}

/// A row is written where, and what it came from.
struct Place<'a> {
    sheet: &'a Sheet,
    maps: &'a BTreeMap<String, RowMap>,
    own: Option<&'a RowMap>,
    /// Number in the file, and now.
    old: u32,
    new: u32,
}

/// A sheet that was filled in.
pub(super) fn filled(
    sheet: &Sheet,
    rows: &[OutRow],
    maps: &BTreeMap<String, RowMap>,
    styles: &mut Styles,
    epoch: Epoch,
) -> String {
    let tree = &sheet.tree;
    let Some(own) = maps.get(&sheet.name) else { return tree.xml.clone() };
    let mut data = String::new();
    for (row, new) in rows.iter().zip(&own.numbers) {
        let old = sheet.rows[row.source].number;
        let place = Place { sheet, maps, own: Some(own), old, new: *new };
        place.row(row, styles, epoch, &mut data);
    }
    let e = &tree.elements[sheet.data];
    let prefix = tree.prefix();
    let whole = format!("<{prefix}sheetData>{data}</{prefix}sheetData>");
    let mut changes = vec![(e.start..e.end, whole)];
    changes.extend(ranges(tree, sheet.data, own));
    changes.sort_by_key(|(range, _)| range.start);
    changed(&tree.xml, &changes)
}

/// A sheet without placeholders whose formulas look at rows that moved; `None` when it stays as it is.
pub(super) fn followed(sheet: &Sheet, maps: &BTreeMap<String, RowMap>) -> Option<String> {
    let tree = &sheet.tree;
    let mut changes = Vec::new();
    for row in &sheet.rows {
        for cell in row.cells.iter().filter(|cell| sheet.has_formula(cell)) {
            let place = Place { sheet, maps, own: None, old: row.number, new: row.number };
            let mut text = String::new();
            place.formula_cell(cell, &mut text);
            let e = &tree.elements[cell.element];
            changes.push((e.start..e.end, text));
        }
    }
    (!changes.is_empty()).then(|| changed(&tree.xml, &changes))
}

impl Place<'_> {
    fn row(&self, row: &OutRow, styles: &mut Styles, epoch: Epoch, out: &mut String) {
        let tree = &self.sheet.tree;
        let source = &self.sheet.rows[row.source];
        let e = &tree.elements[source.element];
        let plain = row.cells.is_empty() && !source.cells.iter().any(|cell| self.sheet.has_formula(cell));
        if plain && self.old == self.new {
            out.push_str(&tree.xml[e.start..e.end]);
            return;
        }
        let mut tag = with_attribute(tree.tag(source.element), "r", Some(&self.new.to_string()));
        let fixed = tree.attribute(source.element, "customHeight").is_some_and(|v| v == "1" || v == "true");
        if !row.cells.is_empty() && !fixed {
            // The height was that of the placeholder; a program finds the new one.
            tag = with_attribute(&tag, "ht", None);
        }
        out.push_str(&tag.replace("/>", ">"));
        for (at, cell) in source.cells.iter().enumerate() {
            match row.cells.get(&at) {
                Some(value) => self.value(cell, value, styles, epoch, out),
                None if self.sheet.has_formula(cell) => self.formula_cell(cell, out),
                None => {
                    let e = &tree.elements[cell.element];
                    out.push_str(&with_attribute(tree.tag(cell.element), "r", Some(&self.reference(cell))));
                    out.push_str(&tree.xml[e.open_end..e.end]);
                }
            }
        }
        out.push_str(&format!("</{}row>", tree.prefix()));
    }

    fn reference(&self, cell: &Cell) -> String {
        format!("{}{}", letters(cell.column), self.new)
    }

    fn value(&self, cell: &Cell, value: &Written, styles: &mut Styles, epoch: Epoch, out: &mut String) {
        /// Digits that a number of a workbook keeps; more would be rounded, so that it is text.
        const DIGITS_MAX: usize = 15;
        let tree = &self.sheet.tree;
        let p = tree.prefix();
        let look: u32 = tree.attribute(cell.element, "s").and_then(|s| s.parse().ok()).unwrap_or_default();
        let tag = with_attribute(tree.tag(cell.element), "r", Some(&self.reference(cell))).replace("/>", ">");
        let tag = with_attribute(&tag, "t", None);
        let number = match &value.typed {
            Typed::Number(number) if number.chars().filter(char::is_ascii_digit).count() <= DIGITS_MAX => {
                Some((number.clone(), look))
            }
            Typed::Date(date) => {
                // Days of the other count begin four years and a day later.
                let serial = if epoch == Epoch::Y1904 { date.serial - 1462 } else { date.serial };
                styles.for_date(look, date.style).map(|look| (serial.to_string(), look))
            }
            _ => None,
        };
        if let Some((number, look)) = number {
            let tag = if look == 0 { tag } else { with_attribute(&tag, "s", Some(&look.to_string())) };
            out.push_str(&format!("{tag}<{p}v>{number}</{p}v></{p}c>"));
            return;
        }
        if value.text.is_empty() {
            out.push_str(&format!("{tag}</{p}c>"));
            return;
        }
        let tag = with_attribute(&tag, "t", Some("inlineStr"));
        out.push_str(&format!("{tag}<{p}is><{p}t xml:space=\"preserve\">"));
        // A cell of Excel holds no more.
        let text: String = value.text.chars().take(TEXT_MAX).collect();
        escape(&text.replace('\r', ""), out);
        out.push_str(&format!("</{p}t></{p}is></{p}c>"));
    }

    /// A cell with a formula: its references follow, its old result goes.
    fn formula_cell(&self, cell: &Cell, out: &mut String) {
        let tree = &self.sheet.tree;
        let p = tree.prefix();
        let mut tag = with_attribute(tree.tag(cell.element), "r", Some(&self.reference(cell)));
        if tree.attribute(cell.element, "t").is_some() {
            tag = with_attribute(&tag, "t", None);
        }
        out.push_str(&tag);
        let formula = tree.children(cell.element).find(|at| tree.is(*at, "f"));
        if let Some(at) = formula {
            let (text, kind) = self.sheet.formula(self.old, cell, at);
            let array = kind.as_deref() == Some("array");
            let range = tree.attribute(at, "ref").filter(|_| array);
            let range = range.zip(self.own).map(|(range, own)| own.ranges(&range));
            let open = range.map_or(format!("<{p}f>"), |range| format!("<{p}f t=\"array\" ref=\"{range}\">"));
            out.push_str(&open);
            escape(&self.followed(&text), out);
            out.push_str(&format!("</{p}f>"));
        }
        out.push_str(&format!("</{p}c>"));
    }

    fn followed(&self, formula: &str) -> String {
        with_rows(formula, &mut |sheet, row, end| match sheet {
            Some(name) if *name != self.sheet.name => self.maps.get(name).map_or(row, |map| map.seen(row, end)),
            _ => self.own.map_or(row, |map| map.seen_from_copy(self.old, self.new, row, end)),
        })
    }
}

/// Characters of a cell.
const TEXT_MAX: usize = 32_767;

impl Sheet {
    /// The formula of a cell in a row, also where it is shared with one above, and its kind.
    fn formula(&self, row: u32, cell: &Cell, at: usize) -> (String, Option<String>) {
        let tree = &self.tree;
        let text = tree.text(at).unwrap_or_default();
        let kind = tree.attribute(at, "t");
        if kind.as_deref() != Some("shared") || !text.is_empty() {
            return (text, kind);
        }
        let master = tree.attribute(at, "si").and_then(|group| self.shared.get(&group));
        let Some((from_row, from_column, formula)) = master else { return (text, kind) };
        let distance = |to: u32, from: u32| i64::from(to) - i64::from(from);
        (carried(formula, distance(row, *from_row), distance(cell.column, *from_column)), kind)
    }
}

/// Everything outside the rows that names cells.
fn ranges(tree: &Tree, data: usize, map: &RowMap) -> Vec<(Range<usize>, String)> {
    let mut changes = Vec::new();
    if map.is_still() {
        return changes;
    }
    let inside = tree.elements[data].start..tree.elements[data].end;
    for (at, e) in tree.elements.iter().enumerate().filter(|(_, e)| !inside.contains(&e.start)) {
        let local = e.name.rsplit(':').next().unwrap_or_default();
        if local == "mergeCells" {
            changes.push((e.start..e.end, merges(tree, at, map)));
            continue;
        }
        if local == "mergeCell" {
            continue;
        }
        if matches!(local, "brk") && e.parent.is_some_and(|parent| tree.is(parent, "rowBreaks")) {
            if let Some(row) = tree.attribute(at, "id").and_then(|id| id.parse().ok()) {
                let id = map.last(row).to_string();
                changes.push((e.start..e.open_end, with_attribute(tree.tag(at), "id", Some(&id))));
            }
            continue;
        }
        if matches!(local, "formula" | "formula1" | "formula2") {
            if let Some(text) = tree.text(at) {
                let new =
                    with_rows(&text, &mut |sheet, row, end| if sheet.is_none() { map.seen(row, end) } else { row });
                changes.push((e.open_end..e.close_start, quick_xml::escape::escape(new.as_str()).into_owned()));
            }
            continue;
        }
        let mut tag = tree.tag(at).to_owned();
        for name in ["ref", "sqref", "topLeftCell", "activeCell"] {
            if let Some(old) = tree.attribute(at, name) {
                // What is frozen at the top stays there.
                let new = if old.is_empty() { old.clone() } else { map.ranges(&old) };
                if new != old {
                    tag = with_attribute(&tag, name, Some(&new));
                }
            }
        }
        if tag != tree.tag(at) {
            changes.push((e.start..e.open_end, tag));
        }
    }
    changes
}

fn merges(tree: &Tree, list: usize, map: &RowMap) -> String {
    let p = tree.prefix();
    let mut all = Vec::new();
    for at in tree.children(list) {
        let Some(reference) = tree.attribute(at, "ref") else { continue };
        let mut rows = Vec::new();
        with_rows(&reference, &mut |_, row, end| {
            rows.push((row, end));
            row
        });
        let [(top, End::First), (bottom, End::Last)] = rows.as_slice() else { continue };
        let (from, to) = reference.split_once(':').unwrap_or((&reference, &reference));
        let column = |cell: &str| cell.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        for (first, last) in map.regions(*top, *bottom) {
            if first < last || column(from) != column(to) {
                all.push(format!("<{p}mergeCell ref=\"{}{first}:{}{last}\"/>", column(from), column(to)));
            }
        }
    }
    if all.is_empty() {
        return String::new();
    }
    format!("<{p}mergeCells count=\"{}\">{}</{p}mergeCells>", all.len(), all.concat())
}
