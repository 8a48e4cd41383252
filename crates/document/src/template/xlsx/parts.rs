//! What stands around the sheets: their names, names of ranges, drawings, tables, notes.

use super::super::package::Package;
use super::super::xml::{Tree, with_attribute};
use super::super::{TemplateRefusal, malformed};
use super::formula::with_rows;
use super::moved::RowMap;
use super::write::changed;
use std::collections::BTreeMap;

pub(super) const CALC_CHAIN: &str = "xl/calcChain.xml";
const WORKBOOK: &str = "xl/workbook.xml";
const WORKBOOK_RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const TYPES: &str = "[Content_Types].xml";

/// Which day has the number 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    Y1900,
    /// As old Macintosh programs count.
    Y1904,
}

#[derive(Debug)]
pub(super) struct Around {
    /// Name and part of each sheet.
    pub(super) sheets: Vec<(String, String)>,
    pub(super) epoch: Epoch,
    pub(super) calc_chain: bool,
    workbook: Tree,
    relations: Tree,
    types: Tree,
    /// Parts that name cells of a sheet, with the name of the sheet.
    attached: Vec<(String, String, Tree)>,
}

impl Around {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, TemplateRefusal> {
        let mut tree = |name: &str| -> Result<Tree, TemplateRefusal> {
            Tree::read(package.text(name)?.ok_or_else(|| malformed(name))?, name)
        };
        let (workbook, relations, types) = (tree(WORKBOOK)?, tree(WORKBOOK_RELATIONS)?, tree(TYPES)?);
        let targets = targets(&relations, "xl");
        let mut sheets = Vec::new();
        for at in workbook.named("sheet") {
            let id = super::super::xml::attributes(workbook.tag(at)).into_iter().find(|(key, _)| key.ends_with(":id"));
            let part = id.and_then(|(_, id)| targets.iter().find(|(own, ..)| *own == id).cloned());
            let (Some(name), Some((_, kind, part))) = (workbook.attribute(at, "name"), part) else { continue };
            // Sheets of charts and macros have no rows.
            if kind.ends_with("/worksheet") {
                sheets.push((name, part));
            }
        }
        let epoch = workbook.named("workbookPr").next().and_then(|at| workbook.attribute(at, "date1904"));
        let epoch = if matches!(epoch.as_deref(), Some("1" | "true")) { Epoch::Y1904 } else { Epoch::Y1900 };
        let mut attached = Vec::new();
        for (name, part) in &sheets {
            let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
            let relations = format!("{folder}/_rels/{file}.rels");
            let Some(xml) = package.text(&relations)? else { continue };
            for (_, kind, target) in self::targets(&Tree::read(xml, &relations)?, folder) {
                let wanted = ["/drawing", "/table", "/comments"].iter().any(|end| kind.ends_with(end));
                if let Some(xml) = if wanted { package.text(&target)? } else { None } {
                    attached.push((name.clone(), target.clone(), Tree::read(xml, &target)?));
                }
            }
        }
        let calc_chain = package.names.iter().any(|name| name == CALC_CHAIN);
        Ok(Self { sheets, epoch, calc_chain, workbook, relations, types, attached })
    }

    /// The parts that change when rows moved.
    pub(super) fn moved(&self, maps: &BTreeMap<String, RowMap>) -> Vec<(String, String)> {
        let mut parts = vec![(WORKBOOK.to_owned(), self.workbook_moved(maps))];
        if self.calc_chain {
            parts.push((
                WORKBOOK_RELATIONS.to_owned(),
                without(&self.relations, "Relationship", "Target", "calcChain.xml"),
            ));
            parts.push((TYPES.to_owned(), without(&self.types, "Override", "PartName", "calcChain.xml")));
        }
        for (sheet, part, tree) in &self.attached {
            if let Some(map) = maps.get(sheet).filter(|map| !map.is_still()) {
                parts.push((part.clone(), attached_moved(tree, map)));
            }
        }
        parts
    }

    /// Names of ranges follow; a program works all formulas out anew when it opens the file.
    fn workbook_moved(&self, maps: &BTreeMap<String, RowMap>) -> String {
        let tree = &self.workbook;
        let mut changes = Vec::new();
        for at in tree.named("definedName") {
            let Some(text) = tree.text(at) else { continue };
            let new = with_rows(&text, &mut |sheet, row, end| {
                sheet.and_then(|sheet| maps.get(sheet)).map_or(row, |map| map.seen(row, end))
            });
            if new != text {
                let e = &tree.elements[at];
                changes.push((e.open_end..e.close_start, quick_xml::escape::escape(new.as_str()).into_owned()));
            }
        }
        let p = tree.prefix();
        match tree.named("calcPr").next() {
            Some(at) => {
                let e = &tree.elements[at];
                changes.push((e.start..e.open_end, with_attribute(tree.tag(at), "fullCalcOnLoad", Some("1"))));
            }
            None => {
                let behind = ["definedNames", "externalReferences", "functionGroups", "sheets"];
                let last = behind.iter().find_map(|name| tree.named(name).next());
                if let Some(e) = last.and_then(|at| tree.elements.get(at)) {
                    changes.push((e.end..e.end, format!("<{p}calcPr fullCalcOnLoad=\"1\"/>")));
                }
            }
        }
        changed(&tree.xml, &changes)
    }
}

/// Identifier, kind and part of each relation.
fn targets(tree: &Tree, folder: &str) -> Vec<(String, String, String)> {
    let all = tree.named("Relationship").filter_map(|at| {
        let value = |name: &str| tree.attribute(at, name);
        let target = value("Target")?;
        Some((value("Id")?, value("Type")?, resolved(&target, folder)))
    });
    all.collect()
}

/// `../drawings/drawing1.xml` seen from `xl/worksheets`.
fn resolved(target: &str, folder: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// The part without the element whose attribute ends so.
fn without(tree: &Tree, element: &str, attribute: &str, end: &str) -> String {
    let found =
        tree.named(element).filter(|at| tree.attribute(*at, attribute).is_some_and(|value| value.ends_with(end)));
    let changes: Vec<_> = found.map(|at| (tree.elements[at].start..tree.elements[at].end, String::new())).collect();
    changed(&tree.xml, &changes)
}

/// Anchors of drawings, ranges of tables, cells of notes.
fn attached_moved(tree: &Tree, map: &RowMap) -> String {
    let mut changes = Vec::new();
    for (at, e) in tree.elements.iter().enumerate() {
        let local = e.name.rsplit(':').next().unwrap_or_default();
        match local {
            "row" => {
                let Some(row) = tree.text(at).and_then(|text| text.trim().parse::<u32>().ok()) else { continue };
                changes.push((e.open_end..e.close_start, (map.first(row + 1) - 1).to_string()));
            }
            "table" | "autoFilter" | "comment" | "sortState" => {
                if let Some(old) = tree.attribute(at, "ref") {
                    changes.push((e.start..e.open_end, with_attribute(tree.tag(at), "ref", Some(&map.ranges(&old)))));
                }
            }
            _ => {}
        }
    }
    changed(&tree.xml, &changes)
}
