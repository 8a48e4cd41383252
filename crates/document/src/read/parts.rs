//! The parts of a workbook are unpacked once without keeping them: sizes in the directory may lie.

use super::memory::PART_MAX;
use super::unpack::{self, Counted};
use crate::Refusal;
use memchr::memmem;
use std::cell::Cell;
use std::io::{Cursor, Read};

/// Refuses what unpacks beyond reason. Returns the bytes that the library will keep beside the cells.
pub(super) fn check(bytes: &[u8]) -> Result<usize, Refusal> {
    let damaged =
        |cause: zip::result::ZipError| Refusal::Unreadable { detail: format!("压缩结构不完整（{cause}）") };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let limit = unpack::limit(bytes.len());
    let left = Cell::new(limit);
    let mut kept: usize = 0;
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index(at) else { continue };
        let name = entry.name().map(|name| name.to_string()).unwrap_or_default();
        let found = scan(Counted::new(entry, &left));
        if left.get() == 0 {
            let detail = format!("解压后超过 {} MiB，或含有异常长的文字", limit / (1024 * 1024));
            return Err(Refusal::Bomb { detail });
        }
        kept = kept.saturating_add(found.kept(&name)?);
    }
    Ok(kept)
}

/// What a part holds that is kept as a whole.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    bytes: usize,
    texts: usize,
    merges: usize,
    /// The number of texts the part says it has.
    announced: usize,
}

impl Found {
    fn kept(&self, name: &str) -> Result<usize, Refusal> {
        const MERGE_BYTES: usize = 64;
        if name.ends_with("sharedStrings.xml") {
            // A text of n bytes is 22 bytes longer in XML and 40 in memory; the shortest take 56.
            let texts = (self.bytes + 22 * self.texts).max(56 * self.texts);
            return Ok(texts.max(self.announced.saturating_mul(size_of::<String>())));
        }
        let whole = ["workbook.xml", "styles.xml", ".rels"].iter().any(|end| name.ends_with(end));
        if whole && self.bytes as u64 > PART_MAX {
            return Err(Refusal::Bomb { detail: format!("部件 {name} 解压后有 {} 字节", self.bytes) });
        }
        Ok(self.merges * MERGE_BYTES)
    }
}

/// Counts texts and merged regions in a stream of XML.
fn scan(mut part: impl Read) -> Found {
    const CHUNK: usize = 1 << 16;
    /// Longer than any mark that is looked for, so that none is lost between two chunks.
    const OVERLAP: usize = 40;
    let mut found = Found::default();
    let mut buffer = vec![0; CHUNK];
    let mut carried = 0;
    while let Ok(count) = part.read(&mut buffer[carried..]) {
        let end = carried + count;
        found.bytes += count;
        // Marks are counted where they start; the last bytes are looked at again with the next chunk.
        let start_before = if count == 0 { end } else { end.saturating_sub(OVERLAP) };
        let marks = |mark: &[u8]| memmem::find_iter(&buffer[..end], mark).filter(|at| *at < start_before).count();
        found.texts += marks(b"<si>") + marks(b"<si ") + marks(b"<si/");
        found.merges += marks(b"<mergeCell ");
        for at in memmem::find_iter(&buffer[..end], b"uniqueCount") {
            found.announced = found.announced.max(number_after(&buffer[at + b"uniqueCount".len()..end]));
        }
        if count == 0 {
            break;
        }
        buffer.copy_within(start_before..end, 0);
        carried = end - start_before;
    }
    found
}

/// The value of an attribute; 0 while its end is not in sight.
fn number_after(rest: &[u8]) -> usize {
    let digits = rest.iter().skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '));
    let length = digits.clone().take_while(|byte| byte.is_ascii_digit()).count();
    if digits.clone().nth(length).is_none() {
        return 0;
    }
    digits.take(length).fold(0usize, |n, digit| n.saturating_mul(10).saturating_add(usize::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes in pieces of a size.
    struct Pieces<'a>(&'a [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let count = self.1.min(self.0.len()).min(buffer.len());
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn marks_are_counted_once_however_the_stream_is_cut() {
        let xml = format!("<sst uniqueCount=\"120\">{}</sst>", "<si><t>甲</t></si>".repeat(120));
        for size in [1, 3, 7, 64, 1 << 16] {
            let found = scan(Pieces(xml.as_bytes(), size));
            assert_eq!(found, Found { bytes: xml.len(), texts: 120, merges: 0, announced: 120 }, "{size}");
        }
    }
}
