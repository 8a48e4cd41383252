//! Markdown: marks are taken off, positions still point at the bytes of the file.

use super::{Content, text};
use crate::{AutoLabel, Paragraph, Piece, Place};

/// Reads Markdown; files that are not UTF-8 are read as plain text.
pub(super) fn read(bytes: &[u8]) -> Content {
    let mut content = Content::sized(bytes.len());
    let Ok(source) = std::str::from_utf8(bytes) else { return text::read(bytes) };
    let mut at = front_matter(source, &mut content);
    let mut fenced = false;
    for line in source[at..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let paragraph = if fenced { None } else { unmark(line, start) };
        if paragraph.is_some_and(|p| !content.push(p)) {
            break;
        }
    }
    content
}

/// Skips `---` front matter; its title becomes the first paragraph. Returns where the body starts.
fn front_matter(source: &str, content: &mut Content) -> usize {
    let body = source.trim_start_matches('\u{feff}');
    let skipped = source.len() - body.len();
    let Some(rest) = body.strip_prefix("---\n").or_else(|| body.strip_prefix("---\r\n")) else { return skipped };
    let open = source.len() - rest.len();
    let Some(close) = rest.find("\n---") else { return skipped };
    let mut at = open;
    for line in rest[..close].split_inclusive('\n') {
        if let Some(value) = line.strip_prefix("title:") {
            let title = value.trim().trim_matches(['"', '\'']);
            let start = at + line.find(title).unwrap_or(0);
            let mut paragraph = Paragraph::plain(title.to_owned(), Place::Bytes { start, end: start + title.len() });
            paragraph.style_level = Some(0);
            content.push(paragraph);
        }
        at += line.len();
    }
    let tail = &rest[close + 4..];
    source.len() - tail.len() + tail.find('\n').map_or(tail.len(), |n| n + 1)
}

/// A paragraph from one line: heading marks, emphasis, escapes, links and comments taken off.
fn unmark(line: &str, start: usize) -> Option<Paragraph> {
    let trimmed = line.trim_start_matches([' ', '\t', '>', '\u{3000}']);
    if trimmed.starts_with("<!--") || trimmed.trim_end().bytes().all(|b| matches!(b, b'-' | b'*' | b'_' | b'=' | b' '))
    {
        return None;
    }
    let hashes = trimmed.bytes().take_while(|b| *b == b'#').count();
    let heading = (1..=6).contains(&hashes);
    let mut at = line.len() - trimmed.len() + if heading { hashes } else { 0 };
    let bullet = ["- ", "* ", "+ "].iter().find(|mark| trimmed.starts_with(**mark));
    if bullet.is_some() {
        at += 2;
    }
    let (text, pieces, bold) = inline(line, at, start);
    let trimmed_text = text.trim();
    if trimmed_text.is_empty() {
        return None;
    }
    let lead = text.len() - text.trim_start().len();
    let pieces = shift(pieces, lead);
    let mut paragraph = Paragraph::plain(trimmed_text.to_owned(), Place::Bytes { start, end: start + line.len() });
    paragraph.pieces = pieces;
    if bullet.is_some() {
        paragraph.label = Some(AutoLabel { text: "●".to_owned(), level: 0 });
    }
    paragraph.bold = bold;
    paragraph.style_level = heading.then(|| hashes as u8 - 1);
    Some(paragraph)
}

/// The text of a line from byte `at` on, without marks; true when all of it is emphasised.
fn inline(line: &str, at: usize, start: usize) -> (String, Vec<Piece>, bool) {
    let mut text = String::with_capacity(line.len());
    let mut pieces = vec![Piece { at: 0, source: start + at }];
    let bytes = line.as_bytes();
    let mut i = at;
    let (mut inside, mut plain_outside, mut any_bold) = (false, false, false);
    while i < line.len() {
        let skip = mark_length(&line[i..]);
        if skip > 0 {
            if bytes[i] == b'*' || bytes[i] == b'_' {
                inside = !inside;
                any_bold = true;
            }
            i += skip;
            pieces.push(Piece { at: text.len() as u32, source: start + i });
            continue;
        }
        let Some(c) = line[i..].chars().next() else { break };
        plain_outside |= !inside && !c.is_whitespace();
        text.push(c);
        i += c.len_utf8();
    }
    pieces.dedup_by(|later, earlier| {
        let same = later.at == earlier.at;
        if same {
            earlier.source = later.source;
        }
        same
    });
    (text, pieces, any_bold && !plain_outside)
}

/// Length of the mark-up at the start of `rest`: emphasis, an escape, the target of a link, a comment.
fn mark_length(rest: &str) -> usize {
    if rest.starts_with("**") || rest.starts_with("__") {
        return 2;
    }
    if rest.starts_with("<!--") {
        return rest.find("-->").map_or(rest.len(), |end| end + 3);
    }
    if let Some(after) = rest.strip_prefix('\\') {
        return usize::from(after.starts_with(|c: char| c.is_ascii_punctuation()));
    }
    if rest.starts_with("](") {
        return rest.find(')').map_or(0, |end| end + 1);
    }
    let linked = rest.starts_with('[') && rest.find("](").is_some_and(|middle| rest[middle..].contains(')'));
    usize::from(linked)
}

fn shift(pieces: Vec<Piece>, lead: usize) -> Vec<Piece> {
    let lead = lead as u32;
    pieces
        .into_iter()
        .map(|p| {
            if p.at >= lead {
                Piece { at: p.at - lead, source: p.source }
            } else {
                Piece { at: 0, source: p.source + (lead - p.at) as usize }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_positions_stay_true() {
        let source = "---\ntitle: 整改报告\n---\n# **一、总体**情况\n\n1\\. 压实**责任**，抓落实\n<!--more-->\n见[附件](a.docx)处\n";
        let content = read(source.as_bytes());
        let texts: Vec<_> = content.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts, ["整改报告", "一、总体情况", "1. 压实责任，抓落实", "见附件处"]);
        for p in &content.paragraphs {
            for (at, c) in p.text.char_indices() {
                let offset = p.file_offset(at).unwrap();
                assert!(source[offset..].starts_with(c), "{c} of {} at {offset}", p.text);
            }
        }
        assert_eq!(content.paragraphs[1].style_level, Some(0));
    }

    #[test]
    fn a_bold_line_is_bold() {
        let content = read("**整改措施**\n\n**责任**领导\n".as_bytes());
        assert!(content.paragraphs[0].bold);
        assert!(!content.paragraphs[1].bold);
    }
}
