//! Page numbers, running heads and feet: by position, pattern and repetition.

use super::characters::Page;
use super::height;
use super::lines::Line;
use std::collections::HashMap;

/// Share of the page height at each edge where furniture stands.
const EDGE: f64 = 0.13;

/// Removes furniture from the pages and returns it, each text once.
pub(super) fn take(sheets: &mut [Vec<Line>], pages: &[Page]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (lines, page) in sheets.iter().zip(pages) {
        for line in lines.iter().filter(|line| at_edge(line, page)) {
            *seen.entry(shape(&line.text)).or_default() += 1;
        }
    }
    let repeated =
        |text: &str| seen.get(&shape(text)).is_some_and(|count| *count >= 3 && *count * 2 >= pages.len().min(20));
    let mut furniture = Vec::new();
    for (lines, page) in sheets.iter_mut().zip(pages) {
        let first_or_last = |at: usize, count: usize| at < 2 || at + 2 >= count;
        let count = lines.len();
        let mut at = 0;
        lines.retain(|line| {
            let outer = first_or_last(at, count);
            at += 1;
            let drop = outer && at_edge(line, page) && (is_page_number(&line.text) || repeated(&line.text));
            if drop && !furniture.contains(&line.text) {
                furniture.push(line.text.clone());
            }
            !drop
        });
    }
    furniture
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
