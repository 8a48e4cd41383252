//! Legacy Excel files (97–2003): the records of the workbook stream, one after the other.
//!
//! Source: [MS-XLS] 2.4. Cells are read as they come, so that a lone cell in the far corner of a sheet costs
//! no more than any other, and texts are looked up in the file instead of being kept.

mod number;
mod records;
mod strings;

use super::Content;
use super::sheet::{CELLS_MAX, Sheet};
use crate::{ProblemCode, Refusal};
use number::{Formats, of_rk};
use records::{Record, Records, double, kind, number, word};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use strings::{Strings, long_text, short_text};

/// BIFF version of Excel 97 and later.
const BIFF_8: u16 = 0x0600;

/// Reads a legacy xls file.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let stream = stream(bytes)?;
    let mut content = Content { limit: CELLS_MAX, ..Content::sized(bytes.len()) };
    let globals = Globals::read(&stream)?;
    content.take(stream.len() + globals.strings.bytes());
    for (number, (name, at)) in globals.sheets.iter().enumerate() {
        let merges = merges(&stream[*at..], &mut content);
        let sheet = Sheet::new(name, number as u32, merges);
        if !cells(&stream, *at, &globals, &sheet, &mut content) {
            break;
        }
    }
    Ok(content)
}

fn damaged(detail: &str) -> Refusal {
    Refusal::Unreadable { detail: detail.to_owned() }
}

fn stream(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|cause| damaged(&format!("复合文档结构损坏（{cause}）")))?;
    let mut stream = file.open_stream("/Workbook").map_err(|_| damaged("Excel 95 或更早的格式"))?;
    let mut out = Vec::new();
    stream.read_to_end(&mut out).map_err(|cause| damaged(&format!("工作簿流损坏（{cause}）")))?;
    Ok(out)
}

/// What stands before the sheets.
struct Globals {
    /// Worksheets: name, and where their records start.
    sheets: Vec<(String, usize)>,
    strings: Strings,
    formats: Formats,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut found = Self { sheets: Vec::new(), strings: Strings::default(), formats: Formats::default() };
        let mut records = Records::new(stream, 0);
        match records.next() {
            Some(first) if first.kind == kind::BOF && word(first.data, 0) == Some(BIFF_8) => {}
            Some(first) if first.kind == kind::BOF => return Err(damaged("Excel 95 或更早的格式")),
            _ => return Err(damaged("工作簿流不以文件头开始")),
        }
        for record in records {
            match record.kind {
                kind::FILEPASS => return Err(Refusal::Encrypted),
                kind::BOUNDSHEET => found.sheets.extend(sheet(&record, stream.len())),
                kind::SST => found.strings = Strings::read(stream, &record),
                kind::FORMAT => found.formats.add_format(record.data),
                kind::XF => found.formats.add_cell_format(record.data),
                kind::DATE_1904 => found.formats.from_1904 = word(record.data, 0) == Some(1),
                kind::EOF => break,
                _ => {}
            }
        }
        Ok(found)
    }
}

/// A worksheet; charts and macro sheets are none.
fn sheet(record: &Record<'_>, length: usize) -> Option<(String, usize)> {
    let at = double(record.data, 0)? as usize;
    let worksheet = record.data.get(5) == Some(&0);
    (worksheet && at < length).then(|| (short_text(record.data.get(6..).unwrap_or_default()), at))
}

/// Merged regions: first cell → rows and columns. They stand behind the cells.
fn merges(stream: &[u8], content: &mut Content) -> HashMap<(u32, u32), (u32, u32)> {
    const ENTRY_BYTES: usize = 48;
    let mut found = HashMap::new();
    for record in Records::new(stream, 0).sheet().filter(|record| record.kind == kind::MERGES) {
        for range in record.data.get(2..).unwrap_or_default().chunks_exact(8) {
            let at = |n: usize| word(range, 2 * n).map_or(0, u32::from);
            let (top, bottom, left, right) = (at(0), at(1), at(2), at(3));
            if content.take(ENTRY_BYTES) {
                found.insert((top, left), (bottom.saturating_sub(top) + 1, right.saturating_sub(left) + 1));
            }
        }
    }
    found
}

/// Reads the cells of a sheet; false when a limit is reached.
fn cells(stream: &[u8], at: usize, globals: &Globals, sheet: &Sheet, content: &mut Content) -> bool {
    let mut records = Records::new(stream, at).sheet();
    // The text of a formula's value comes in a record of its own.
    let mut awaits_text = None;
    for record in records.by_ref() {
        let data = record.data;
        let (Some(row), Some(column)) = (word(data, 0).map(u32::from), word(data, 2).map(u32::from)) else { continue };
        let format = word(data, 4).unwrap_or(0);
        let text = match record.kind {
            kind::LABEL_SST => double(data, 6).map(|index| globals.strings.get(stream, index)),
            kind::LABEL | kind::RSTRING => {
                data.get(6..).map(|text| long_text(stream, record.position(text), record.end))
            }
            kind::NUMBER => number(data, 6).map(|value| globals.formats.text(value, format)),
            kind::RK => double(data, 6).map(|value| globals.formats.text(of_rk(value), format)),
            kind::MULRK => {
                let last = data.len().saturating_sub(2);
                for (n, pair) in data.get(4..last).unwrap_or_default().chunks_exact(6).enumerate() {
                    let value = of_rk(double(pair, 2).unwrap_or(0));
                    let text = globals.formats.text(value, word(pair, 0).unwrap_or(0));
                    if !sheet.push(row, column + n as u32, text, content) {
                        return false;
                    }
                }
                None
            }
            kind::BOOL_OR_ERROR => truth(data.get(6..8).unwrap_or_default()),
            kind::FORMULA => match data.get(6..14) {
                Some([0, _, _, _, _, _, 0xFF, 0xFF]) => {
                    awaits_text = Some((row, column));
                    None
                }
                Some([1, _, value, _, _, _, 0xFF, 0xFF]) => truth(&[*value, 0]),
                Some([_, _, _, _, _, _, 0xFF, 0xFF]) | None => None,
                Some(_) => number(data, 6).map(|value| globals.formats.text(value, format)),
            },
            kind::STRING => {
                let text = long_text(stream, record.position(data), record.end);
                if let Some((row, column)) = awaits_text.take()
                    && !sheet.push(row, column, text, content)
                {
                    return false;
                }
                None
            }
            _ => None,
        };
        if text.is_some_and(|text| !sheet.push(row, column, text, content)) {
            return false;
        }
    }
    if records.is_cut() {
        let name = sheet.name();
        content.problem(ProblemCode::Truncated, format!("工作表“{name}”已损坏，只读出了前面的部分。"));
    }
    true
}

/// Value and a flag that it is an error.
fn truth(value: &[u8]) -> Option<String> {
    match value {
        [value, 0] => Some(if *value == 0 { "否" } else { "是" }.to_owned()),
        _ => None,
    }
}
