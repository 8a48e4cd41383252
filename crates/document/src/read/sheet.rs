//! Workbooks: each filled cell is a paragraph that knows its sheet, row and column.

use super::Content;
use crate::{Paragraph, Place, ProblemCode, Refusal, Region};
use calamine::{Data, DataRef, Dimensions, Reader, Xls, XlsError, Xlsx, XlsxError};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

/// Bytes that all parts together may unpack to, plus a multiple of the file's size.
const UNPACKED_BASE: u64 = 24 * 1024 * 1024;
const UNPACKED_RATIO: u64 = 40;
/// Cells beyond this are left out and reported.
const CELLS_MAX: usize = 1_000_000;

/// Reads an xlsx file, streaming its cells.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Content, Refusal> {
    refuse_bomb(bytes)?;
    let mut workbook: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|cause: XlsxError| match cause {
            XlsxError::Password => Refusal::Encrypted,
            other => Refusal::Unreadable { detail: format!("工作簿结构损坏（{other}）") },
        })?;
    let mut content = Content { limit: CELLS_MAX, ..Content::default() };
    for (number, name) in workbook.sheet_names().into_iter().enumerate() {
        let merges = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let sheet = Sheet::new(&name, number as u32, merges);
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    let text = text_of_ref(cell.get_value());
                    if !sheet.push(row, column, text, &mut content) {
                        return Ok(content);
                    }
                }
                Ok(None) => break,
                Err(cause) => {
                    content.problem(
                        ProblemCode::Truncated,
                        format!("工作表“{name}”已损坏（{cause}），只读出了前面的部分。"),
                    );
                    break;
                }
            }
        }
    }
    Ok(content)
}

/// Reads a legacy xls file.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Content, Refusal> {
    super::xls_extent::refuse_sparse(bytes)?;
    let mut workbook: Xls<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|cause: XlsError| match cause {
            XlsError::Password => Refusal::Encrypted,
            other => Refusal::Unreadable { detail: format!("工作簿结构损坏（{other}）") },
        })?;
    let mut content = Content { limit: CELLS_MAX, ..Content::default() };
    for (number, name) in workbook.sheet_names().into_iter().enumerate() {
        let merges = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let sheet = Sheet::new(&name, number as u32, merges);
        let Ok(range) = workbook.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            if !sheet.push(top + row as u32, left + column as u32, text_of(value), &mut content) {
                return Ok(content);
            }
        }
    }
    Ok(content)
}

/// Unpacks every part once without keeping it: sizes in the directory may lie.
fn refuse_bomb(bytes: &[u8]) -> Result<(), Refusal> {
    let budget = UNPACKED_BASE + UNPACKED_RATIO * bytes.len() as u64;
    let damaged =
        |cause: zip::result::ZipError| Refusal::Unreadable { detail: format!("压缩结构不完整（{cause}）") };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut total = 0;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        total += std::io::copy(&mut entry.take(budget + 1 - total), &mut std::io::sink()).unwrap_or(0);
        if total > budget {
            return Err(Refusal::Bomb { detail: format!("解压后超过 {} MiB", budget / (1024 * 1024)) });
        }
    }
    Ok(())
}

struct Sheet {
    name: Arc<str>,
    number: u32,
    /// Size of the merged region by its first cell.
    merges: HashMap<(u32, u32), (u32, u32)>,
}

impl Sheet {
    fn new(name: &str, number: u32, merges: Vec<Dimensions>) -> Self {
        let merges = merges
            .into_iter()
            .map(|d| (d.start, (d.end.0.saturating_sub(d.start.0) + 1, d.end.1.saturating_sub(d.start.1) + 1)))
            .collect();
        Self { name: Arc::from(name), number, merges }
    }

    fn push(&self, row: u32, column: u32, text: String, content: &mut Content) -> bool {
        if text.trim().is_empty() {
            return true;
        }
        let (row_span, column_span) = self.merges.get(&(row, column)).copied().unwrap_or((1, 1));
        let mut paragraph =
            Paragraph::plain(text.trim().to_owned(), Place::Cell { sheet: self.name.clone(), row, column });
        paragraph.region = Region::Table { table: self.number, row, column, row_span, column_span };
        content.push(paragraph)
    }
}

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Float(number) => plain_number(*number),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(date) => date_text(date),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => plain_number(*number),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => if *value { "是" } else { "否" }.to_owned(),
        Data::DateTime(date) => date_text(date),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        _ => String::new(),
    }
}

/// A date as `2026-06-30`; a mere time as its number.
fn date_text(date: &calamine::ExcelDateTime) -> String {
    if date.as_f64() < 1.0 {
        return plain_number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// 12 rather than 12.0, and no binary noise.
fn plain_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let text = format!("{number:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
