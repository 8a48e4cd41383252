//! Placeholders in the cells of a workbook; rows repeat, and what stands below moves down with its references.

mod cells;
mod form;
mod formula;
mod moved;
mod parts;
mod sheet;
mod styles;
mod write;

pub use form::{FormColumn, FormPlan};

use super::package::Package;
use super::xml::Tree;
use super::{Fault, Filled, Piece, Story, TemplateRefusal, malformed};
use crate::ledger::Mapping;
use crate::repack::repacked;
use moved::RowMap;
use parts::{Around, CALC_CHAIN};
use sheet::Sheet;
use std::collections::BTreeMap;
use styles::Styles;

/// A workbook with what is needed to write it again.
#[derive(Debug)]
pub(super) struct Workbook {
    sheets: Vec<Sheet>,
    strings: Vec<String>,
    styles: Styles,
    around: Around,
}

pub(super) fn open(package: &mut Package<'_>) -> Result<(Workbook, Vec<Story>, Vec<Fault>), TemplateRefusal> {
    let around = Around::read(package)?;
    let strings = strings(package)?;
    let mut sheets = Vec::new();
    for (name, part) in &around.sheets {
        let Some(xml) = package.text(part)? else { continue };
        sheets.push(Sheet::read(name, part, Tree::read(xml, part)?)?);
    }
    let styles = Styles::read(package)?;
    let (mut stories, mut faults) = (Vec::new(), Vec::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let (pieces, found) = sheet.pieces(&strings);
        faults.extend(found);
        if pieces.iter().any(|piece| matches!(piece, Piece::Tag(_))) {
            stories.push(Story { part: at, pieces });
        }
    }
    Ok((Workbook { sheets, strings, styles, around }, stories, faults))
}

/// The shared texts, without their looks and readings.
fn strings(package: &mut Package<'_>) -> Result<Vec<String>, TemplateRefusal> {
    const PART: &str = "xl/sharedStrings.xml";
    let Some(xml) = package.text(PART)? else { return Ok(Vec::new()) };
    let tree = Tree::read(xml, PART)?;
    Ok(tree.named("si").map(|at| text_of(&tree, at)).collect())
}

/// The text of a shared or an inline string.
fn text_of(tree: &Tree, at: usize) -> String {
    let texts = tree.within(at).filter(|inner| tree.is(*inner, "t") && tree.nearest(*inner, "rPh").is_none());
    texts.filter_map(|text| tree.text(text)).collect()
}

impl Workbook {
    pub(super) fn form(&self, mapping: &Mapping, plan: &FormPlan) -> Result<Story, Fault> {
        let found = self.sheets.iter().position(|sheet| sheet.name == mapping.sheet);
        let fault = |what: &str| Fault { place: mapping.sheet.clone(), source: String::new(), what: what.to_owned() };
        let part = found.ok_or_else(|| fault("工作簿里没有这张工作表"))?;
        let pieces = form::pieces(&self.sheets[part], &self.strings, mapping, plan).map_err(fault)?;
        Ok(Story { part, pieces })
    }

    pub(super) fn write(
        &self,
        bytes: &[u8],
        stories: &[(usize, &Vec<Filled<'_>>)],
    ) -> Result<Vec<u8>, TemplateRefusal> {
        let mut styles = self.styles.clone();
        let mut rows = BTreeMap::new();
        for (at, filled) in stories {
            if let Some(sheet) = self.sheets.get(*at) {
                rows.insert(*at, cells::rows(sheet, filled));
            }
        }
        let maps: BTreeMap<String, RowMap> = rows
            .iter()
            .map(|(at, rows)| (self.sheets[*at].name.clone(), RowMap::of(&self.sheets[*at], rows)))
            .collect();
        let mut changed = Vec::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            let xml = match rows.get(&at) {
                Some(rows) => Some(write::filled(sheet, rows, &maps, &mut styles, self.around.epoch)),
                None => write::followed(sheet, &maps),
            };
            if let Some(xml) = xml {
                changed.push((sheet.part.clone(), xml.into_bytes()));
            }
        }
        changed.extend(self.around.moved(&maps).into_iter().map(|(name, xml)| (name, xml.into_bytes())));
        changed.extend(styles.written().map(|(name, xml)| (name, xml.into_bytes())));
        // The order of calculation names cells that have moved; a program makes it anew.
        let left_out: Vec<String> = self.around.calc_chain.then(|| CALC_CHAIN.to_owned()).into_iter().collect();
        repacked(bytes, &changed, &[], &left_out).map_err(|_| malformed("压缩结构"))
    }
}
