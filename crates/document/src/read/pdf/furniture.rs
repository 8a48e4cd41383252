//! Page numbers, running heads and feet: by position, pattern, repetition and type.

use super::characters::Page;
use super::height;
use super::lines::{Line, body_size, pitch};
use std::collections::HashMap;

/// Share of the page height at each edge where furniture stands.
const EDGE: f64 = 0.13;
/// Type this much smaller than the text's is that of a head.
const SMALL: f64 = 0.85;

/// Removes furniture from the pages and returns it, each text once.
pub(super) fn take(sheets: &mut [Vec<Line>], pages: &[Page]) -> Vec<String> {
    let rule = Rule::of(sheets, pages);
    let mut furniture = Vec::new();
    for (lines, page) in sheets.iter_mut().zip(pages) {
        let drop: Vec<bool> = (0..lines.len()).map(|at| rule.drops(lines, at, page)).collect();
        let mut at = 0;
        lines.retain(|line| {
            at += 1;
            if drop[at - 1] && !furniture.contains(&line.text) {
                furniture.push(line.text.clone());
            }
            !drop[at - 1]
        });
    }
    furniture
}

/// What the pages have in common.
struct Rule {
    /// How often a text stands at an edge.
    seen: HashMap<String, usize>,
    pages: usize,
    size: f64,
    pitch: f64,
}

impl Rule {
    fn of(sheets: &[Vec<Line>], pages: &[Page]) -> Self {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (lines, page) in sheets.iter().zip(pages) {
            for line in lines.iter().filter(|line| at_edge(line, page)) {
                *seen.entry(shape(&line.text)).or_default() += 1;
            }
        }
        Self { seen, pages: pages.len(), size: body_size(sheets), pitch: pitch(sheets) }
    }

    fn drops(&self, lines: &[Line], at: usize, page: &Page) -> bool {
        let line = &lines[at];
        let outer = at < 2 || at + 2 >= lines.len();
        if !outer || !at_edge(line, page) {
            return false;
        }
        let count = self.seen.get(&shape(&line.text)).copied().unwrap_or(0);
        let often = count * 2 >= self.pages.min(20);
        let small = line.size < SMALL * self.size;
        let apart = small || self.is_apart(lines, at);
        let head = at == 0 && small && lines.len() > 1 && self.is_apart(lines, at);
        is_page_number(&line.text) || often && (count >= 3 || count == 2 && apart) || head
    }

    /// More blank space to the text than between its lines.
    fn is_apart(&self, lines: &[Line], at: usize) -> bool {
        let upper_half = at * 2 < lines.len();
        let neighbour = if upper_half { lines.get(at + 1) } else { at.checked_sub(1).and_then(|at| lines.get(at)) };
        neighbour.is_some_and(|other| (other.y - lines[at].y).abs() > 1.4 * self.pitch)
    }
}

fn at_edge(line: &Line, page: &Page) -> bool {
    let from_bottom = (line.y - page.bottom) / height(page);
    !(EDGE..=1.0 - EDGE).contains(&from_bottom)
}

/// The text with its digits made equal, so that running heads with page numbers repeat.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// — 3 —, - 3 -, 第3页 共9页, 3/9, 3
fn is_page_number(text: &str) -> bool {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let body = compact.trim_matches(['—', '-', '－', '–', '·', '~', '～', '_', '―', '─']);
    if body.is_empty() || body.chars().count() > 12 {
        return false;
    }
    let digits_only = body.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let of_pages =
        body.split(['/', '／']).count() == 2 && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '／'));
    let named = body.starts_with('第') && body.contains('页') && body.chars().any(|c| c.is_ascii_digit());
    digits_only && body.len() <= 4 || of_pages || named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_recognised() {
        for text in ["— 3 —", "- 3 -", "第3页 共9页", "3/9", "12", "－ 4 －"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2023年", "第三部分", "一、总体", "63次"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
