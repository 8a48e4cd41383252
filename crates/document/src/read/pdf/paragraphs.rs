//! Visual lines become paragraphs again.

use super::lines::{Line, body_size, pitch};
use crate::grammar::label_at;
use crate::read::Content;
use crate::{Paragraph, Place};

/// A line this full (share of the text width) may run on where indents tell paragraphs apart.
const FULL: f64 = 0.85;
/// Type this much larger than the text's is that of a title.
const LARGE: f64 = 1.15;
/// Blank space between lines, in usual distances, that ends a paragraph.
const APART: f64 = 1.35;

/// A paragraph that may go on.
struct Open {
    paragraph: Paragraph,
    page: usize,
    last: Line,
    /// All its lines stand in the middle, or fill the line from the left edge as a title may.
    middle: bool,
}

/// Joins lines, over page breaks too.
pub(super) fn join(sheets: Vec<Vec<Line>>, content: &mut Content) {
    let frame = Frame::of(&sheets);
    let mut open: Option<Open> = None;
    for (page, lines) in sheets.into_iter().enumerate() {
        for (at, line) in lines.into_iter().enumerate() {
            if line.text.is_empty() {
                continue;
            }
            match &mut open {
                Some(open) if frame.runs_on(open, &line, page) => {
                    if open.last.open_end {
                        open.paragraph.text.push('\u{3000}');
                    }
                    append(&mut open.paragraph.text, &line.text);
                    open.paragraph.recovered |= line.recovered;
                    open.middle &= frame.is_middle(&line) || frame.is_flush(&line);
                    open.page = page;
                    open.last = line;
                }
                _ => {
                    if let Some(done) = open.take()
                        && !content.push(done.paragraph)
                    {
                        return;
                    }
                    let place = Place::Page { page: page as u32 + 1, line: at as u32 + 1 };
                    let mut paragraph = Paragraph::plain(line.text.clone(), place);
                    paragraph.recovered = line.recovered;
                    let middle = frame.is_middle(&line) || frame.is_flush(&line);
                    open = Some(Open { paragraph, page, last: line, middle });
                }
            }
        }
    }
    if let Some(done) = open {
        content.push(done.paragraph);
    }
}

fn append(text: &mut String, line: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(text.chars().next_back()) && latin(line.chars().next()) && !text.ends_with(|c: char| c.is_ascii_digit()) {
        text.push(' ');
    }
    text.push_str(line);
}

/// The text area that most lines share, and how it is set.
struct Frame {
    left: f64,
    right: f64,
    size: f64,
    pitch: f64,
    /// Paragraphs start with an indent.
    indented: bool,
    /// Paragraphs stand apart from each other.
    spaced: bool,
}

/// 责任部门：…
fn starts_with_name(text: &str) -> bool {
    text.chars().take(8).any(|c| matches!(c, '：' | ':'))
}

impl Frame {
    fn of(sheets: &[Vec<Line>]) -> Self {
        let all = || sheets.iter().flatten();
        let mut starts: Vec<f64> = all().map(|line| line.x).collect();
        let mut ends: Vec<f64> = all().map(|line| line.end).collect();
        starts.sort_by(f64::total_cmp);
        ends.sort_by(f64::total_cmp);
        let left = starts.get(starts.len() / 20).copied().unwrap_or(0.0);
        let right = ends.get(ends.len().saturating_sub(1) - ends.len() / 20).copied().unwrap_or(1.0);
        let labelled = || all().filter(|line| label_at(&line.text).is_some_and(|l| !l.weak));
        let indented = labelled().filter(|line| line.x - left > line.size).count();
        let flush = labelled().filter(|line| line.x - left <= line.size).count();
        let frame = Self {
            left,
            right,
            size: body_size(sheets),
            pitch: pitch(sheets),
            indented: indented > flush,
            spaced: false,
        };
        let pairs = || sheets.iter().flat_map(|lines| lines.windows(2));
        let apart = pairs().filter(|pair| frame.is_apart(&pair[0], &pair[1])).count();
        Self { spaced: apart * 6 > pairs().count(), ..frame }
    }

    /// Whether `next` on `page` continues the paragraph.
    fn runs_on(&self, open: &Open, next: &Line, page: usize) -> bool {
        let last = &open.last;
        let other_type = (last.size - next.size).abs() > 0.15 * last.size.max(next.size);
        if other_type || page == open.page && self.is_apart(last, next) {
            return false;
        }
        let text = open.paragraph.text.as_str();
        let labelled = label_at(&next.text).is_some_and(|label| !label.weak);
        let large = self.is_large(next);
        if open.middle && (self.is_middle(next) || large && self.is_flush(next)) {
            let ended = text.ends_with(['。', '：', '；', '）', '日', '号']);
            return page == open.page && !ended && !labelled && !next.text.starts_with('（');
        }
        let indent = next.x - self.left > 1.2 * next.size;
        // Indents or blank space say where paragraphs start; else only a line without room for more runs on.
        let told = self.indented || self.spaced && page == open.page;
        let full = !self.fits(last, next) || (told || large) && self.share(last) >= FULL;
        if indent || !full || large && self.is_middle(last) {
            return false;
        }
        if told {
            return true;
        }
        let ended = text.ends_with(['。', '！', '？', '；', '：', '”', '）', '》']);
        let apart = labelled || ["附件", "抄送", "一是", "二是", "三是"].iter().any(|word| next.text.starts_with(word));
        !apart && !(ended && starts_with_name(&next.text))
    }

    /// There was room for the start of `next` in the line before it.
    fn fits(&self, last: &Line, next: &Line) -> bool {
        last.end + next.lead <= self.right - 0.3 * next.size
    }

    /// How much of the text width a line fills.
    fn share(&self, line: &Line) -> f64 {
        (line.end - self.left) / (self.right - self.left).max(1.0)
    }

    fn is_apart(&self, last: &Line, next: &Line) -> bool {
        // The lines of a title may keep to a grid made for smaller type.
        let usual = if self.is_large(next) { 2.0 * next.size } else { self.pitch.max(1.5 * next.size) };
        last.y - next.y > APART * usual
    }

    fn is_large(&self, line: &Line) -> bool {
        line.size > LARGE * self.size
    }

    /// A line in the middle of the text area, well away from both edges.
    fn is_middle(&self, line: &Line) -> bool {
        let (before, after) = (line.x - self.left, self.right - line.end);
        let least = if self.is_large(line) { 0.5 } else { 2.5 };
        (before - after).abs() < 1.2 * line.size && before > least * line.size
    }

    /// A line that fills the text area, where paragraphs are indented or type is large.
    fn is_flush(&self, line: &Line) -> bool {
        let distinct = self.indented || self.is_large(line);
        distinct && (line.x - self.left).abs() < 0.6 * line.size && self.right - line.end < line.size
    }
}
