//! Records: kind, length, data; what does not fit goes on in records of the kind CONTINUE.

/// Kinds of records ([MS-XLS] 2.3).
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const EOF: u16 = 0x000A;
    pub(crate) const DATE_1904: u16 = 0x0022;
    pub(crate) const FILEPASS: u16 = 0x002F;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const BOUNDSHEET: u16 = 0x0085;
    pub(crate) const MULRK: u16 = 0x00BD;
    pub(crate) const RSTRING: u16 = 0x00D6;
    pub(crate) const XF: u16 = 0x00E0;
    pub(crate) const MERGES: u16 = 0x00E5;
    pub(crate) const SST: u16 = 0x00FC;
    pub(crate) const LABEL_SST: u16 = 0x00FD;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const BOOL_OR_ERROR: u16 = 0x0205;
    pub(crate) const STRING: u16 = 0x0207;
    pub(crate) const RK: u16 = 0x027E;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const BOF: u16 = 0x0809;
}

/// A record: its data, and where in the stream they end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    pub(super) end: usize,
}

impl Record<'_> {
    /// Where the last bytes of the data stand in the stream.
    pub(super) fn position(&self, tail: &[u8]) -> usize {
        self.end - tail.len()
    }
}

/// The records from a place in the stream on.
#[derive(Debug, Clone)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// Those of one sheet, without charts inside it.
    pub(super) fn sheet(self) -> SheetRecords<'a> {
        SheetRecords { records: self, depth: 0, ended: false }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, length) = (word(self.stream, self.at)?, word(self.stream, self.at + 2)?);
        let start = self.at + 4;
        let end = start + usize::from(length);
        let data = self.stream.get(start..end)?;
        self.at = end;
        Some(Record { kind, data, end })
    }
}

/// Records of one sheet.
#[derive(Debug)]
pub(super) struct SheetRecords<'a> {
    records: Records<'a>,
    depth: usize,
    ended: bool,
}

impl SheetRecords<'_> {
    /// The stream ended before the sheet did.
    pub(super) fn is_cut(&self) -> bool {
        !self.ended
    }
}

impl<'a> Iterator for SheetRecords<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        while !self.ended {
            let record = self.records.next()?;
            match record.kind {
                kind::BOF => self.depth += 1,
                kind::EOF => {
                    self.depth = self.depth.saturating_sub(1);
                    self.ended = self.depth == 0;
                }
                _ if self.depth == 1 => return Some(record),
                _ => {}
            }
        }
        None
    }
}

pub(super) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn double(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn number(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(bytes.get(at..at + 8)?.try_into().ok()?))
}
