//! Plain text: one line is one paragraph, unless the lines are those of a page.

use super::wrapped::{Line, rejoin};
use super::{Content, pdf};
use crate::{Paragraph, Place, ProblemCode};

/// Reads UTF-8 (byte positions), UTF-16 with a mark, or GB 18030 (line numbers).
pub(super) fn read(bytes: &[u8]) -> Content {
    let mut content = Content::sized(bytes.len());
    let mut lines = Vec::new();
    match decode(bytes, &mut content) {
        Some(text) => {
            content.take(text.len());
            lines_of_decoded(&text, &mut content, &mut lines);
        }
        None => lines_of_utf8(bytes, &mut content, &mut lines),
    }
    rejoin(&mut content.paragraphs, &lines, &mut content.furniture);
    content
}

/// Adds a line that is not empty; false when the limit is reached.
fn push(mut paragraph: Paragraph, indented: bool, content: &mut Content, lines: &mut Vec<Line>) -> bool {
    if paragraph.text.is_empty() {
        return true;
    }
    if let Some(text) = pdf::ordinary_text(&paragraph.text) {
        paragraph.text = text;
        paragraph.recovered = true;
    }
    let taken = content.push(paragraph);
    if taken && content.paragraphs.len() > lines.len() {
        lines.push(Line { indented });
    }
    taken
}

/// The whole text when the file is not UTF-8; `None` when lines can be cut from the bytes themselves.
pub(super) fn decode(bytes: &[u8], content: &mut Content) -> Option<String> {
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == encoding_rs::UTF_8 => return None,
        Some((encoding, _)) => encoding,
        None if mostly_utf8(bytes) => return None,
        None => encoding_rs::GB18030,
    };
    let (text, _, damaged) = encoding.decode(bytes);
    if damaged {
        content.problem(
            ProblemCode::BadCharacters,
            format!("按 {} 解码时有无法识别的字符，已用 � 代替。请核对原文。", encoding.name()),
        );
    }
    Some(text.into_owned())
}

/// A few bad bytes in otherwise valid UTF-8 do not make it GB 18030.
fn mostly_utf8(bytes: &[u8]) -> bool {
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return true;
    }
    let mut bad = 0usize;
    let mut multibyte = 0usize;
    for chunk in bytes.get(..bytes.len().min(1 << 20)).unwrap_or(bytes).utf8_chunks() {
        multibyte += chunk.valid().bytes().filter(|byte| *byte >= 0xE0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad * 4 <= multibyte
}

fn lines_of_utf8(bytes: &[u8], content: &mut Content, lines: &mut Vec<Line>) {
    let body_start = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    // Valid as a whole: its lines need not be looked at again.
    let whole = simdutf8::basic::from_utf8(bytes).ok();
    let mut start = body_start;
    while start < bytes.len() {
        let end = memchr::memchr3(b'\n', b'\r', 0x0C, &bytes[start..]).map_or(bytes.len(), |at| start + at);
        let line = whole.and_then(|text| text.get(start..end));
        let taken = match line.or_else(|| std::str::from_utf8(&bytes[start..end]).ok()) {
            Some(text) => valid_line(text, start, content, lines),
            None => damaged_line(bytes, start, end, content, lines),
        };
        if !taken {
            return;
        }
        start = end + 1;
    }
}

/// Adds one line; false when the limit of paragraphs is reached.
fn valid_line(text: &str, start: usize, content: &mut Content, lines: &mut Vec<Line>) -> bool {
    let trimmed = text.trim_start_matches('\u{feff}').trim();
    let lead = text.len() - text.trim_start_matches('\u{feff}').trim_start().len();
    let from = start + lead;
    let place = Place::Bytes { start: from, end: from + trimmed.len() };
    push(Paragraph::plain(trimmed.to_owned(), place), lead > 0, content, lines)
}

/// As [`valid_line`], with marks for bytes that are no characters.
fn damaged_line(bytes: &[u8], start: usize, end: usize, content: &mut Content, lines: &mut Vec<Line>) -> bool {
    if !content.problems.iter().any(|p| p.code == ProblemCode::BadCharacters) {
        content.problem(ProblemCode::BadCharacters, "文件中有不合法的字节，已用 � 代替。请核对原文。");
    }
    let text = String::from_utf8_lossy(&bytes[start..end]).into_owned();
    let mut paragraph = Paragraph::plain(text, Place::Bytes { start, end });
    paragraph.recovered = true;
    push(paragraph, false, content, lines)
}

fn lines_of_decoded(text: &str, content: &mut Content, lines: &mut Vec<Line>) {
    for (number, line) in text.split(['\n', '\r', '\u{c}']).filter(|line| !line.trim().is_empty()).enumerate() {
        let place = Place::Story { paragraph: number as u32 + 1 };
        let indented = line.starts_with(char::is_whitespace);
        if !push(Paragraph::plain(line.trim().to_owned(), place), indented, content, lines) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_bytes_of_the_file() {
        let file = "\u{feff}标题\r\n\r\n　　一、总体情况\n尾".as_bytes();
        let content = read(file);
        for p in &content.paragraphs {
            let Place::Bytes { start, end } = p.place else { panic!("no bytes") };
            assert_eq!(&file[start..end], p.text.as_bytes());
        }
        let texts: Vec<_> = content.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["标题", "一、总体情况", "尾"]);
    }

    #[test]
    fn gb18030_and_utf16_are_recognised() {
        let (gb, _, _) = encoding_rs::GB18030.encode("一、总体情况");
        assert_eq!(read(&gb).paragraphs[0].text, "一、总体情况");
        let utf16: Vec<u8> =
            [0xFEFFu16].into_iter().chain("二、问题".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).paragraphs[0].text, "二、问题");
    }

    #[test]
    fn bad_bytes_and_lone_surrogates_leave_a_problem() {
        let mut file = "一、总体情况良好，整改有序推进。".as_bytes().to_vec();
        file.extend([0xED, 0xA0, 0x80, b'\n']);
        let content = read(&file);
        assert!(content.paragraphs[0].text.contains('\u{fffd}'));
        assert_eq!(content.problems[0].code, ProblemCode::BadCharacters);
    }
}
