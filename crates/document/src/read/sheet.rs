//! Workbooks: each filled cell is a paragraph that knows its sheet, row and column.

use super::{Content, parts};
use crate::{Paragraph, Place, ProblemCode, Refusal, Region};
use calamine::{DataRef, Dimensions, Reader, Xlsx, XlsxError};
use std::collections::HashMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Cells beyond this are left out and reported.
pub(super) const CELLS_MAX: usize = 1_000_000;

/// Reads an xlsx file, streaming its cells. The library may panic on damaged files: what came before is kept.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Content, Refusal> {
    let mut content = Content { limit: CELLS_MAX, ..Content::sized(bytes.len()) };
    let kept = parts::check(bytes)?;
    if !content.take(kept) {
        return Err(Refusal::Bomb { detail: format!("文字表展开后约 {} MiB", kept / (1024 * 1024)) });
    }
    match catch_unwind(AssertUnwindSafe(|| cells_of_xlsx(bytes, &mut content))) {
        Ok(outcome) => outcome?,
        Err(_) => content.problem(ProblemCode::Truncated, "工作簿已损坏，只读出了前面的部分。"),
    }
    Ok(content)
}

fn cells_of_xlsx(bytes: &[u8], content: &mut Content) -> Result<(), Refusal> {
    let mut workbook: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|cause: XlsxError| match cause {
            XlsxError::Password => Refusal::Encrypted,
            other => Refusal::Unreadable { detail: format!("工作簿结构损坏（{other}）") },
        })?;
    for (number, name) in workbook.sheet_names().into_iter().enumerate() {
        let merges = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let sheet = Sheet::new(&name, number as u32, merges.into_iter().map(region).collect());
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        loop {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    let text = text_of(cell.get_value());
                    if !sheet.push(row, column, text, content) {
                        return Ok(());
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
    Ok(())
}

/// First cell of a merged region, its rows and columns.
fn region(d: Dimensions) -> ((u32, u32), (u32, u32)) {
    (d.start, (d.end.0.saturating_sub(d.start.0) + 1, d.end.1.saturating_sub(d.start.1) + 1))
}

/// A sheet whose cells are being read.
pub(super) struct Sheet {
    name: Arc<str>,
    number: u32,
    /// Size of the merged region by its first cell.
    merges: HashMap<(u32, u32), (u32, u32)>,
}

impl Sheet {
    pub(super) fn new(name: &str, number: u32, merges: HashMap<(u32, u32), (u32, u32)>) -> Self {
        Self { name: Arc::from(name), number, merges }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Adds a cell; false when a limit is reached.
    pub(super) fn push(&self, row: u32, column: u32, text: String, content: &mut Content) -> bool {
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

fn text_of(value: &DataRef<'_>) -> String {
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

/// A date as `2026-06-30`; a mere time as its number.
pub(super) fn date_text(date: &calamine::ExcelDateTime) -> String {
    const YEAR_10000: f64 = 2_958_466.0;
    if !(1.0..YEAR_10000).contains(&date.as_f64()) {
        return plain_number(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// 12 rather than 12.0, and no binary noise.
pub(super) fn plain_number(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return format!("{number:.0}");
    }
    let text = format!("{number:.10}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
