//! Legacy Word files (97–2003): the text through the piece table.
//!
//! Source: [MS-DOC] 2.5 (FIB), 2.8.35 (PlcPcd), 2.9.73 (FcCompressed).

use super::Content;
use crate::{Paragraph, Place, ProblemCode, Refusal};
use std::io::{Cursor, Read};

const FIB_MAGIC: u16 = 0xA5EC;
const FLAG_ENCRYPTED: u16 = 0x0100;
const FLAG_TABLE1: u16 = 0x0200;
/// nFib of Word 97; older versions store text otherwise.
const WORD_97: u16 = 0x00C1;
const OFFSET_CLX: usize = 0x01A2;

/// Reads a .doc file.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let damaged = |detail: &str| Refusal::Unreadable { detail: detail.to_owned() };
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|cause| damaged(&format!("复合文档结构损坏（{cause}）")))?;
    let main = stream(&mut file, "/WordDocument").ok_or_else(|| damaged("没有正文流"))?;
    let flags = word(&main, 0x0A).ok_or_else(|| damaged("文件头不完整"))?;
    if word(&main, 0) != Some(FIB_MAGIC) || word(&main, 2).is_some_and(|version| version < WORD_97) {
        return Err(damaged("Word 6.0/95 或更早的格式"));
    }
    if flags & FLAG_ENCRYPTED != 0 {
        return Err(Refusal::Encrypted);
    }
    let table_name = if flags & FLAG_TABLE1 != 0 { "/1Table" } else { "/0Table" };
    let table = stream(&mut file, table_name).ok_or_else(|| damaged("没有表流"))?;
    let mut content = Content::sized(bytes.len());
    content.take(main.len() + table.len());
    match pieces(&main, &table, content.left / 2) {
        Some(text) => {
            content.take(text.len());
            paragraphs(&text, &mut content);
        }
        None => content.problem(ProblemCode::Truncated, "文件的文字表已损坏，只读出了一部分。"),
    }
    Ok(content)
}

fn stream(file: &mut cfb::CompoundFile<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn double(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The main text: pieces in UTF-16 or one byte a character. Damaged pieces may repeat: at most `limit` bytes.
fn pieces(main: &[u8], table: &[u8], limit: usize) -> Option<String> {
    let length = double(main, 0x4C)? as usize;
    let start = double(main, OFFSET_CLX)? as usize;
    let size = double(main, OFFSET_CLX + 4)? as usize;
    let clx = table.get(start..start.checked_add(size)?)?;
    let plc = piece_table(clx)?;
    let count = plc.len().checked_sub(4)? / 12;
    let mut text = String::new();
    for piece in 0..count {
        if text.len() > limit {
            break;
        }
        let from = double(plc, 4 * piece)? as usize;
        let to = (double(plc, 4 * piece + 4)? as usize).min(length);
        let place = double(plc, 4 * (count + 1) + 8 * piece + 2)?;
        let characters = to.saturating_sub(from);
        if place & 0x4000_0000 == 0 {
            let bytes = main.get(place as usize..(place as usize).checked_add(2 * characters)?)?;
            text.push_str(&encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0);
        } else {
            let at = (place & 0x3FFF_FFFF) as usize / 2;
            text.push_str(
                &encoding_rs::WINDOWS_1252.decode_without_bom_handling(main.get(at..at.checked_add(characters)?)?).0,
            );
        }
    }
    Some(text)
}

/// Skips property blocks (0x01) to the piece table (0x02).
fn piece_table(clx: &[u8]) -> Option<&[u8]> {
    let mut at = 0;
    while *clx.get(at)? == 1 {
        at += 3 + word(clx, at + 1)? as usize;
    }
    let size = double(clx, at + 1)? as usize;
    (*clx.get(at)? == 2).then(|| clx.get(at + 5..(at + 5).checked_add(size)?)).flatten()
}

/// 0x0D and 0x07 end a paragraph or a cell; 0x13…0x14 is a field's instruction.
fn paragraphs(text: &str, content: &mut Content) {
    let mut number = 0;
    let mut current = String::new();
    let mut instruction = 0u32;
    for c in text.chars().chain(std::iter::once('\r')) {
        match c {
            '\r' | '\u{7}' | '\u{c}' | '\u{b}' => {
                number += 1;
                let place = Place::Story { paragraph: number };
                if !content.push(Paragraph::plain(std::mem::take(&mut current).trim().to_owned(), place)) {
                    return;
                }
            }
            '\u{13}' => instruction += 1,
            '\u{14}' | '\u{15}' => {
                instruction = instruction.saturating_sub(u32::from(c == '\u{14}' || instruction > 0))
            }
            _ if instruction > 0 || (c as u32) < 0x20 && c != '\t' => {}
            _ => current.push(if c == '\t' { ' ' } else { c }),
        }
    }
}
