//! Texts: in the shared table, in cells, in names ([MS-XLS] 2.5.293 XLUnicodeRichExtendedString, 2.5.294).

use super::records::{Record, double, kind, word};

const WIDE: u8 = 0x01;
const EXTENDED: u8 = 0x04;
const RICH: u8 = 0x08;

/// Where the shared texts stand in the stream.
#[derive(Debug, Default)]
pub(super) struct Strings {
    /// Place of each text and end of the record it starts in.
    places: Vec<(u32, u32)>,
}

impl Strings {
    pub(super) fn read(stream: &[u8], table: &Record<'_>) -> Self {
        let mut places = Vec::new();
        let mut reader = Reader { stream, at: table.position(table.data) + 8, end: table.end };
        while reader.is_inside() {
            let place = (reader.at as u32, reader.end as u32);
            if reader.skip_text().is_none() {
                break;
            }
            places.push(place);
        }
        Self { places }
    }

    pub(super) fn get(&self, stream: &[u8], index: u32) -> String {
        let place = self.places.get(index as usize);
        place.map(|(at, end)| long_text(stream, *at as usize, *end as usize)).unwrap_or_default()
    }

    /// Memory the table takes.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.places.as_slice())
    }
}

/// The text whose length (two bytes) stands at `at`, in the record that ends at `end` and those that continue it.
pub(super) fn long_text(stream: &[u8], at: usize, end: usize) -> String {
    let mut out = String::new();
    let mut reader = Reader { stream, at, end };
    if let Some((head, flags)) = reader.head() {
        reader.characters(head.count, flags, Some(&mut out));
    }
    out
}

/// The name of a sheet: one byte of length.
pub(super) fn short_text(bytes: &[u8]) -> String {
    let (Some(count), Some(flags)) = (bytes.first(), bytes.get(1)) else { return String::new() };
    let mut out = String::new();
    let mut reader = Reader { stream: bytes, at: 2, end: bytes.len() };
    reader.characters(usize::from(*count), *flags, Some(&mut out));
    out
}

struct Head {
    /// Characters, in UTF-16.
    count: usize,
    /// Bytes behind them: runs of type, phonetic hints.
    behind: usize,
}

/// Reads on where a record is continued.
struct Reader<'a> {
    stream: &'a [u8],
    at: usize,
    end: usize,
}

impl Reader<'_> {
    /// At the end of a record goes on in the next if that continues it.
    fn is_inside(&mut self) -> bool {
        while self.at >= self.end {
            if word(self.stream, self.end) != Some(kind::CONTINUE) {
                return false;
            }
            let Some(length) = word(self.stream, self.end + 2) else { return false };
            self.at = self.end + 4;
            self.end = self.at + usize::from(length);
        }
        self.end <= self.stream.len()
    }

    fn head(&mut self) -> Option<(Head, u8)> {
        if !self.is_inside() {
            return None;
        }
        let count = usize::from(word(self.stream, self.at)?);
        let flags = *self.stream.get(self.at + 2)?;
        self.at += 3;
        let mut behind = 0;
        if flags & RICH != 0 {
            behind += 4 * usize::from(word(self.stream, self.at)?);
            self.at += 2;
        }
        if flags & EXTENDED != 0 {
            behind += double(self.stream, self.at)? as usize;
            self.at += 4;
        }
        Some((Head { count, behind }, flags))
    }

    fn skip_text(&mut self) -> Option<()> {
        let (head, flags) = self.head()?;
        self.characters(head.count, flags, None)?;
        let mut behind = head.behind;
        while behind > 0 && self.is_inside() {
            let step = behind.min(self.end - self.at);
            self.at += step;
            behind -= step;
        }
        Some(())
    }

    /// Characters; where a record is continued a byte says anew whether they are wide.
    fn characters(&mut self, count: usize, flags: u8, mut out: Option<&mut String>) -> Option<()> {
        let mut left = count;
        let mut wide = flags & WIDE != 0;
        while left > 0 {
            if self.at >= self.end {
                if !self.is_inside() {
                    return None;
                }
                wide = self.stream.get(self.at)? & WIDE != 0;
                self.at += 1;
            }
            let size = if wide { 2 } else { 1 };
            let fitting = (self.end - self.at.min(self.end)) / size;
            let here = left.min(fitting);
            let bytes = self.stream.get(self.at..self.at + here * size)?;
            if let Some(out) = out.as_deref_mut() {
                match wide {
                    true => out.push_str(&encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0),
                    false => out.extend(bytes.iter().map(|byte| char::from(*byte))),
                }
            }
            left -= here;
            // Half a character at the end of a record is damage.
            self.at = if here < fitting || left == 0 { self.at + here * size } else { self.end };
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::xls::records::Records;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn texts_go_on_in_the_next_record() {
        // 整改 rich and narrow, a text cut after two of four characters whose rest is narrow, an empty one.
        let first =
            [&[0; 8][..], &[2, 0, WIDE | RICH, 1, 0], &wide("整改"), &[9; 4], &[4, 0, WIDE], &wide("到位")].concat();
        let second = [&[0][..], b"OK", &[0, 0, 0]].concat();
        let stream = [record(kind::SST, &first), record(kind::CONTINUE, &second), record(kind::EOF, &[])].concat();
        let table = Records::new(&stream, 0).next().unwrap();
        let strings = Strings::read(&stream, &table);
        let texts: Vec<String> = (0..4).map(|index| strings.get(&stream, index)).collect();
        assert_eq!(texts, ["整改", "到位OK", "", ""]);
        assert_eq!(strings.places.len(), 3);
    }
}
