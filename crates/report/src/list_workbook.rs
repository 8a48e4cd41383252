//! A list as a workbook: each table of a composed document is a sheet.

use crate::WorkbookError;
use crate::ledger_workbook::timeless;
use document::official::{Block, BlockKind, Official, Table, plain};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

/// Characters that a share of the width holds, about.
const SHARE_CHARACTERS: f64 = 3.2;
/// Characters of a sheet's name in Excel.
const SHEET_NAME_MAX: usize = 31;

/// Writes the tables; the title that stands before a table names its sheet.
pub fn list_workbook(official: &Official) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&timeless()?);
    let mut title = String::new();
    let mut names: Vec<String> = Vec::new();
    for block in &official.blocks {
        match block {
            Block::Paragraph { kind: BlockKind::Title, text } => title = plain(text),
            Block::Table(table) => {
                let name = sheet_name(&title, &mut names);
                // Rows go out as they come: a long list takes no more memory than a short one.
                let sheet = workbook.add_worksheet_with_constant_memory()?;
                sheet.set_name(name)?;
                write(sheet, &title, table)?;
            }
            _ => {}
        }
    }
    if names.is_empty() {
        workbook.add_worksheet();
    }
    Ok(workbook.save_to_buffer()?)
}

/// A name that Excel takes and that no other sheet has.
fn sheet_name(title: &str, names: &mut Vec<String>) -> String {
    let bare: String = title.chars().filter(|c| !r"[]:*?/\'".contains(*c)).collect();
    let skip = bare.chars().count().saturating_sub(SHEET_NAME_MAX - 4);
    let short: String = bare.chars().skip(skip).collect();
    let number = names.len() + 1;
    let name = if short.is_empty() || names.contains(&short) { format!("{short}{number}") } else { short };
    names.push(name.clone());
    name
}

fn write(sheet: &mut Worksheet, title: &str, table: &Table) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center);
    let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default();
    let last = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    if last > 0 {
        sheet.merge_range(0, 0, 0, last, title, &heading)?;
    } else {
        sheet.write_string_with_format(0, 0, title, &heading)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        let format = if row == 1 { &head } else { &cell };
        for (column, text) in (0..).zip(cells) {
            // Text, always: a cell that begins with = is no formula.
            sheet.write_string_with_format(row, column, plain(text), format)?;
        }
    }
    for (column, share) in (0..).zip(&table.widths) {
        sheet.set_column_width(column, f64::from(*share) * SHARE_CHARACTERS)?;
    }
    sheet.set_freeze_panes(2, 0)?;
    sheet.set_repeat_rows(1, 1)?;
    if table.landscape {
        sheet.set_landscape();
    }
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}
