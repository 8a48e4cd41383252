//! Plain text whose lines were broken at a page's width: pasted from a PDF or a mail.

use crate::grammar::{Form, label_at};
use crate::{Paragraph, Piece, Place};
use std::collections::{HashMap, HashSet};

/// Width in characters of a page's line; shorter or longer lines are no page's.
const WIDTH_MIN: usize = 16;
const WIDTH_MAX: usize = 60;
/// Lines that must be full before the text counts as wrapped, and their share.
const FULL_LINES_MIN: usize = 5;
const FULL_SHARE: usize = 4;

/// A line of the file before it is joined.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line {
    pub(super) indented: bool,
}

impl Line {
    /// Two characters, in half characters.
    fn indent(self) -> usize {
        if self.indented { 4 } else { 0 }
    }
}

/// Takes page numbers out, and joins lines where the text is wrapped. `lines` belong to `paragraphs`.
pub(super) fn rejoin(paragraphs: &mut Vec<Paragraph>, lines: &[Line], furniture: &mut Vec<String>) {
    let Some(width) = wrapped_width(paragraphs, lines) else { return };
    let indents = lines.iter().filter(|line| line.indented).count() * 5 >= lines.len();
    let headers = running_headers(paragraphs);
    let mut joined: Vec<Paragraph> = Vec::with_capacity(paragraphs.len());
    // Width of the last line of the paragraph that is open.
    let mut last_width = 0;
    for (paragraph, line) in std::mem::take(paragraphs).into_iter().zip(lines) {
        if is_page_number(&paragraph.text) || headers.contains(&paragraph.text) {
            furniture.push(paragraph.text);
            continue;
        }
        let own_width = half_widths(&paragraph.text) + line.indent();
        match joined.last_mut() {
            Some(open) if continues(&open.text, last_width, width, &paragraph.text, *line, indents) => {
                append(open, paragraph);
            }
            _ => joined.push(paragraph),
        }
        last_width = own_width;
    }
    *paragraphs = joined;
}

/// Short lines that stand beside page numbers again and again.
fn running_headers(paragraphs: &[Paragraph]) -> HashSet<String> {
    let mut beside: HashMap<&str, usize> = HashMap::new();
    for (at, _) in paragraphs.iter().enumerate().filter(|(_, p)| is_page_number(&p.text)) {
        if let Some(next) = paragraphs.get(at + 1) {
            *beside.entry(next.text.as_str()).or_default() += 1;
        }
    }
    beside.into_iter().filter(|(_, count)| *count >= 2).map(|(text, _)| text.to_owned()).collect()
}

/// Twice the width of a line in characters: ASCII counts half.
fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The width that many lines reach and none exceeds, in half characters.
fn wrapped_width(paragraphs: &[Paragraph], lines: &[Line]) -> Option<usize> {
    let mut widths = Vec::with_capacity(paragraphs.len());
    for (paragraph, line) in paragraphs.iter().zip(lines) {
        if paragraph.text.len() > WIDTH_MAX * 3 {
            return None;
        }
        widths.push(half_widths(&paragraph.text) + line.indent());
    }
    let widest = widths.iter().copied().max().filter(|w| (WIDTH_MIN * 2..=WIDTH_MAX * 2).contains(w))?;
    let full = widths.iter().filter(|w| **w + FULL_TOLERANCE >= widest).count();
    (full >= FULL_LINES_MIN && full * FULL_SHARE >= widths.len()).then_some(widest)
}

/// A full line may be this much shorter (in half characters): marks do not begin a line, numbers are not broken.
const FULL_TOLERANCE: usize = 7;

fn continues(open: &str, last_width: usize, width: usize, next: &str, line: Line, indents: bool) -> bool {
    if last_width + FULL_TOLERANCE < width || line.indented {
        return false;
    }
    let ended = open.ends_with(['。', '！', '？', '；', '：']);
    if indents {
        return true;
    }
    match label_at(next).filter(|label| !label.weak) {
        None => !ended,
        // （2） at the start of a full line's continuation goes on with the series of the line before.
        Some(label) => {
            let inline = matches!(label.form, Form::ArabicParenthesised | Form::Circled) && label.value > 1;
            inline
                && open.char_indices().skip(1).any(|(at, _)| {
                    label_at(&open[at..])
                        .is_some_and(|known| known.form == label.form && known.value + 1 == label.value)
                })
        }
    }
}

fn append(open: &mut Paragraph, next: Paragraph) {
    let at = open.text.len() as u32;
    match (&mut open.place, &next.place) {
        (Place::Bytes { start, end }, Place::Bytes { start: from, end: to }) => {
            if open.pieces.is_empty() {
                open.pieces.push(Piece { at: 0, source: *start });
            }
            open.pieces.push(Piece { at, source: *from });
            *end = *to;
        }
        _ => open.recovered = true,
    }
    open.text.push_str(&next.text);
}

/// `— 12 —`, `- 12 -`, `第 3 页`, `3`
fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let framed = bare.trim_matches(['—', '-', '－', '–', '·']);
    let digits = framed.strip_prefix('第').and_then(|rest| rest.strip_suffix('页')).unwrap_or(framed);
    let number = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    number && (framed.len() < bare.len() || digits.len() < framed.len())
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn wrapped_lines_become_paragraphs_whose_bytes_are_known() {
        let file = "　　2025年11月2日，督查组对我镇环境卫生工作进行了\n督查，反馈问题8个，目前已整改完成7个，1个正在整改。现\n将情况报告如下。\n　　一、落实整改责任\n　　镇政府召开专题会，将整改任务分解到各村和社区责任人头\n上，实行网格化管理，明确完成时限，并且每周调度进展的情\n况，同时向社会公开整改的结果和仍然存在的困难问题清单。\n— 1 —\n　　二、整改完成情况\n";
        let document = read(file.as_bytes(), "报告.txt").unwrap();
        let texts: Vec<&str> = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(texts.len(), 4, "{texts:?}");
        assert!(texts[0].contains("进行了督查") && texts[0].ends_with("如下。"));
        assert_eq!(document.furniture, ["— 1 —"]);
        let at = texts[0].find("将情况").unwrap();
        let byte = document.paragraphs[0].file_offset(at).unwrap();
        assert!(file[byte..].starts_with("将情况"));
    }

    #[test]
    fn ordinary_text_stays_line_by_line() {
        let file = "第一行。\n第二行\n第三行，没有断行的普通文字。\n";
        assert_eq!(read(file.as_bytes(), "a.txt").unwrap().paragraphs.len(), 3);
    }
}
