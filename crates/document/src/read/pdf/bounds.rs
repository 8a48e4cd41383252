//! Streams of a PDF that unpack beyond reason are found before the library unpacks them whole.

use crate::Refusal;
use memchr::memmem;
use pdf_extract::{Document, Object, Stream};
use std::io::Read;

const MIB: usize = 1024 * 1024;
/// Objects packed into streams may unpack to this, plus the size of the file; in memory they take several times that.
const PACKED_OBJECTS_MAX: usize = 4 * MIB;
/// What a page or form draws may unpack to this, plus a share of the file; the library takes up to 50 times that.
const DRAWING_MAX: usize = MIB;
const DRAWING_SHARE: usize = 16;
const FONT_MAX: usize = 24 * MIB;
/// Bytes before a stream in which its dictionary stands.
const DICTIONARY_MAX: usize = 2048;

/// Refuses a file whose packed objects are far larger than the file; they are unpacked when it is opened.
pub(super) fn refuse_bomb(bytes: &[u8]) -> Result<(), Refusal> {
    let limit = PACKED_OBJECTS_MAX + bytes.len();
    let mut total = 0;
    for at in memmem::find_iter(bytes, b"stream") {
        let before = &bytes[at.saturating_sub(DICTIONARY_MAX)..at];
        let dictionary = &before[memmem::rfind(before, b"obj").unwrap_or(0)..];
        let packs = [&b"/ObjStm"[..], b"/XRef"].iter().any(|name| memmem::find(dictionary, name).is_some());
        if !packs || before.ends_with(b"end") {
            continue;
        }
        let start = at + b"stream".len();
        let blanks = bytes[start..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        total += inflated(&bytes[start + blanks..], limit);
        if total >= limit {
            return Err(Refusal::Bomb { detail: format!("PDF 内部对象展开后超过 {} MiB", limit / MIB) });
        }
    }
    Ok(())
}

/// Empties what pages draw if it is too large; returns how many streams that were.
pub(super) fn empty_oversized(document: &mut Document, input: usize) -> usize {
    let mut count = 0;
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let is = |key: &[u8], names: &[&[u8]]| {
            stream.dict.get(key).and_then(Object::as_name).is_ok_and(|name| names.contains(&name))
        };
        if is(b"Subtype", &[b"Image"]) {
            continue;
        }
        let font = stream.dict.has(b"Length1") || is(b"Subtype", &[b"Type1C", b"CIDFontType0C", b"OpenType"]);
        let limit = if font { FONT_MAX } else { DRAWING_MAX + input / DRAWING_SHARE };
        if unpacked(stream, limit) >= limit {
            stream.set_plain_content(Vec::new());
            count += 1;
        }
    }
    count
}

/// Size of a stream unpacked, at most `limit`.
fn unpacked(stream: &Stream, limit: usize) -> usize {
    /// The most that a byte of the other packings can stand for in a file that means no harm.
    const OTHER_RATIO: usize = 20;
    match stream.filters() {
        Err(_) => stream.content.len().min(limit),
        Ok(filters) if filters == [b"FlateDecode"] => inflated(&stream.content, limit),
        Ok(_) => (OTHER_RATIO * stream.content.len()).min(limit),
    }
}

/// Size of zlib data unpacked, at most `limit`, without keeping them; damaged data count as far as they unpack.
fn inflated(zlib: &[u8], limit: usize) -> usize {
    let mut unpacked = flate2::read::ZlibDecoder::new(zlib).take(limit as u64);
    let (mut total, mut buffer) = (0, vec![0; 1 << 16]);
    while let Ok(count @ 1..) = unpacked.read(&mut buffer) {
        total += count;
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
        zlib.write_all(bytes).unwrap();
        zlib.finish().unwrap()
    }

    #[test]
    fn sizes_are_counted_up_to_the_limit() {
        let data = packed(&vec![b'a'; 300_000]);
        assert_eq!(inflated(&data, usize::MAX / 2), 300_000);
        assert_eq!(inflated(&data, 1000), 1000);
        assert_eq!(inflated(b"x\x9c\xff\xff", 1000), 0);
        assert_eq!(inflated(b"", 1000), 0);
    }

    #[test]
    fn packed_objects_that_are_a_bomb_are_refused() {
        let file = |size: usize| {
            let data = packed(&vec![b' '; size]);
            [&b"%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\r\n"[..], &data, b"\nendstream"]
                .concat()
        };
        assert_eq!(refuse_bomb(&file(1000)), Ok(()));
        assert!(matches!(refuse_bomb(&file(16 * MIB)), Err(Refusal::Bomb { .. })));
    }
}
