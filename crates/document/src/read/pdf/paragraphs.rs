//! Visual lines become paragraphs again.

use super::lines::Line;
use crate::grammar::label_at;
use crate::read::Content;
use crate::{Paragraph, Place};

/// A line this full (share of the text width) may run on.
const FULL: f64 = 0.85;

/// Joins lines, over page breaks too.
pub(super) fn join(sheets: Vec<Vec<Line>>, content: &mut Content) {
    let frame = Frame::of(&sheets);
    let mut open: Option<(Paragraph, Line)> = None;
    for (page, lines) in sheets.into_iter().enumerate() {
        for (at, line) in lines.into_iter().enumerate() {
            if line.text.is_empty() {
                continue;
            }
            match &mut open {
                Some((paragraph, previous)) if frame.runs_on(previous, &line, &paragraph.text) => {
                    append(&mut paragraph.text, &line.text);
                    paragraph.recovered |= line.recovered;
                    *previous = line;
                }
                _ => {
                    if let Some((done, _)) = open.take()
                        && !content.push(done)
                    {
                        return;
                    }
                    let place = Place::Page { page: page as u32 + 1, line: at as u32 + 1 };
                    let mut paragraph = Paragraph::plain(line.text.clone(), place);
                    paragraph.recovered = line.recovered;
                    open = Some((paragraph, line));
                }
            }
        }
    }
    if let Some((done, _)) = open {
        content.push(done);
    }
}

fn append(text: &mut String, line: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if latin(text.chars().next_back()) && latin(line.chars().next()) && !text.ends_with(|c: char| c.is_ascii_digit()) {
        text.push(' ');
    }
    text.push_str(line);
}

/// The text area that most lines share.
struct Frame {
    left: f64,
    right: f64,
    /// Paragraphs start with an indent.
    indented: bool,
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
        let indented = all()
            .filter(|line| label_at(&line.text).is_some_and(|l| !l.weak))
            .filter(|line| line.x - left > line.size)
            .count();
        let flush = all()
            .filter(|line| label_at(&line.text).is_some_and(|l| !l.weak))
            .filter(|line| line.x - left <= line.size)
            .count();
        Self { left, right, indented: indented > flush }
    }

    /// Whether `next` continues the paragraph that ends in `last`.
    fn runs_on(&self, last: &Line, next: &Line, text: &str) -> bool {
        let width = (self.right - self.left).max(1.0);
        let full = (last.end - self.left) / width >= FULL;
        let indent = next.x - self.left > 1.2 * next.size;
        let other_type = (last.size - next.size).abs() > 0.15 * last.size.max(next.size);
        if !full || indent || other_type {
            return false;
        }
        if self.indented {
            return true;
        }
        let ended = text.ends_with(['。', '！', '？', '；', '：', '”', '）', '》']);
        let starts = label_at(&next.text).is_some_and(|label| !label.weak);
        let apart = starts || ["附件", "抄送", "一是", "二是", "三是"].iter().any(|word| next.text.starts_with(word));
        !apart && !(ended && starts)
    }
}
