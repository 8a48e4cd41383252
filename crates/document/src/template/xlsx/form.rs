//! A form of a superior: below its header each entry of the ledger becomes a row.

use super::super::{Piece, Statement, Tag};
use super::sheet::{Sheet, letters};
use crate::ledger::Mapping;

/// What a form is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPlan {
    /// Loops around the row, outermost first: name and list.
    pub loops: Vec<(String, String)>,
    pub columns: Vec<FormColumn>,
    /// The column of running numbers: they may be written beforehand.
    pub serial: Option<u32>,
}

/// A column of the form and the placeholder for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormColumn {
    /// From 0.
    pub index: u32,
    pub value: String,
}

/// The sheet as pieces: rows up to the header, the repeated row, empty rows that it uses up, what stands below.
pub(super) fn pieces(
    sheet: &Sheet,
    strings: &[String],
    mapping: &Mapping,
    plan: &FormPlan,
) -> Result<Vec<Piece>, &'static str> {
    let first = sheet.rows.iter().position(|row| row.number > mapping.header_rows);
    let model = first.ok_or("表头下面没有可以填写的行。请在表头下面留一行空行（带边框）后再上传")?;
    if sheet.rows[model].number != mapping.header_rows + 1 {
        return Err("表头下面的第一行没有任何格式。请给它加上边框后再上传");
    }
    if !is_free(sheet, strings, model, plan) {
        return Err("表头下面的第一行已有内容。请清空要填写的行（合计行除外）后再上传");
    }
    let mut pieces = Vec::new();
    for at in 0..model {
        pieces.extend([Piece::RowStart(at), Piece::RowEnd]);
    }
    let place = format!("{}!第{}行", sheet.name, sheet.rows[model].number);
    let mark =
        |statement: Statement| Piece::Tag(Tag { place: place.clone(), source: String::new(), statement, number: 0 });
    let opens = plan.loops.iter().map(|(name, list)| Statement::For { name: name.clone(), list: list.clone() });
    pieces.extend(opens.map(mark));
    pieces.push(Piece::RowStart(model));
    for column in &plan.columns {
        let cell = sheet.rows[model].cells.iter().position(|cell| cell.column == column.index + 1);
        let cell = cell.ok_or("要填写的行缺少单元格。请给表头下面的第一行整行加上边框后再上传")?;
        let place = format!("{}!{}{}", sheet.name, letters(column.index + 1), sheet.rows[model].number);
        let source = format!("{{{{ {} }}}}", column.value);
        let statement = Statement::Value(column.value.clone());
        pieces.extend([
            Piece::CellStart(cell),
            Piece::Tag(Tag { place, source, statement, number: 0 }),
            Piece::CellEnd,
        ]);
    }
    pieces.push(Piece::RowEnd);
    pieces.extend(plan.loops.iter().map(|_| mark(Statement::EndFor)));
    let mut spare = true;
    for at in model + 1..sheet.rows.len() {
        spare = spare && sheet.rows[at].number == sheet.rows[at - 1].number + 1 && is_free(sheet, strings, at, plan);
        if spare {
            pieces.push(Piece::Spare { row: at, model });
        } else {
            pieces.extend([Piece::RowStart(at), Piece::RowEnd]);
        }
    }
    Ok(pieces)
}

/// Whether the columns that are filled in are empty in a row, but for numbers of rows written beforehand.
fn is_free(sheet: &Sheet, strings: &[String], row: usize, plan: &FormPlan) -> bool {
    let row = &sheet.rows[row];
    row.cells.iter().all(|cell| {
        let numbered = plan.serial.is_some_and(|index| index + 1 == cell.column) && !sheet.has_formula(cell);
        numbered && sheet.text(cell, strings).is_empty() || !sheet.is_filled(cell, strings)
    })
}
