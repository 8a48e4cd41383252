//! How large the sheets of a legacy workbook would be in memory.
//!
//! The xls reader keeps each sheet as a full rectangle: one cell at the far corner of an otherwise empty sheet
//! takes hundreds of megabytes. The records of cells tell the corners without reading any value
//! ([MS-XLS] 2.5.13, 2.4.20 and others: row and column are the first two words of a cell's record).

use crate::Refusal;
use std::io::{Cursor, Read};

/// Bytes of a cell in the reader's rectangle.
const CELL_BYTES: u64 = 32;
/// Memory that a rectangle may take: this much, and four times the file.
const BASE_BYTES: u64 = 48 * 1024 * 1024;

/// Records that hold cells.
const CELLS: [u16; 12] =
    [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0002, 0x0003];
/// Begins a sheet.
const BOF: [u16; 4] = [0x0009, 0x0209, 0x0409, 0x0809];

/// Refuses a workbook whose sheets would be far larger than the file.
pub(super) fn refuse_sparse(bytes: &[u8]) -> Result<(), Refusal> {
    let Some(stream) = workbook_stream(bytes) else { return Ok(()) };
    let budget = BASE_BYTES + 4 * bytes.len() as u64;
    let needed: u64 = extents(&stream).into_iter().map(|extent| extent.area() * CELL_BYTES).max().unwrap_or(0);
    if needed > budget {
        let detail = format!("工作表范围异常大而内容很少，读入需 {} MiB", needed / (1024 * 1024));
        return Err(Refusal::Bomb { detail });
    }
    Ok(())
}

fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    for name in ["/Workbook", "/Book"] {
        if let Ok(mut stream) = file.open_stream(name) {
            let mut out = Vec::new();
            stream.read_to_end(&mut out).ok()?;
            return Some(out);
        }
    }
    None
}

/// Corners of the cells of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Extent {
    rows: (u16, u16),
    columns: (u16, u16),
}

impl Extent {
    fn area(self) -> u64 {
        let length = |(low, high): (u16, u16)| u64::from(high.saturating_sub(low)) + 1;
        length(self.rows) * length(self.columns)
    }
}

fn extents(stream: &[u8]) -> Vec<Extent> {
    let word = |at: usize| Some(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?]));
    let mut found = Vec::new();
    let mut current: Option<Extent> = None;
    let mut at = 0;
    while let (Some(kind), Some(length)) = (word(at), word(at + 2)) {
        if BOF.contains(&kind) {
            found.extend(current.take());
        } else if CELLS.contains(&kind)
            && length >= 4
            && let (Some(row), Some(column)) = (word(at + 4), word(at + 6))
        {
            let extent = current.get_or_insert(Extent { rows: (row, row), columns: (column, column) });
            extent.rows = (extent.rows.0.min(row), extent.rows.1.max(row));
            extent.columns = (extent.columns.0.min(column), extent.columns.1.max(column));
        }
        at += 4 + usize::from(length);
    }
    found.extend(current);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u16]) -> Vec<u8> {
        let mut out = kind.to_le_bytes().to_vec();
        out.extend((data.len() as u16 * 2).to_le_bytes());
        out.extend(data.iter().flat_map(|word| word.to_le_bytes()));
        out
    }

    fn workbook(stream: &[u8]) -> Vec<u8> {
        use std::io::Write;
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/Workbook").unwrap().write_all(stream).unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn a_far_cell_alone_is_refused_and_a_full_sheet_is_not() {
        let begin = record(0x0809, &[0x0600, 0x0010]);
        let cell = |row, column| record(0x0203, &[row, column, 0, 0, 0, 0, 0]);
        let far = [begin.clone(), cell(0, 0), cell(65_535, 255)].concat();
        assert_eq!(extents(&far)[0].area(), 65_536 * 256);
        assert!(matches!(refuse_sparse(&workbook(&far)), Err(Refusal::Bomb { .. })));
        let near = [begin, cell(3, 1), cell(40, 12)].concat();
        assert_eq!(refuse_sparse(&workbook(&near)), Ok(()));
    }
}
