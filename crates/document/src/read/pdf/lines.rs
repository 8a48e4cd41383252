//! Characters on one height make a line.

use super::characters::{Character, Page};
use super::radicals::ordinary;

/// A visual line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// A stand-in character was replaced.
    pub(super) recovered: bool,
}

/// The lines of a page from top to bottom.
pub(super) fn lines(page: &Page) -> Vec<Line> {
    let mut sorted: Vec<&Character> = page.characters.iter().filter(|c| !c.text.is_empty()).collect();
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<&Character>> = Vec::new();
    for character in sorted {
        let same = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| (first.y - character.y).abs() <= 0.45 * first.size.max(character.size));
        match rows.last_mut() {
            Some(row) if same => row.push(character),
            _ => rows.push(vec![character]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut row: Vec<&Character>) -> Option<Line> {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut text = String::new();
    let mut recovered = false;
    let mut previous: Option<&Character> = None;
    for character in &row {
        if let Some(before) = previous
            && character.x - before.end > 0.25 * character.size
            && latin_end(&text)
            && character.text.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            text.push(' ');
        }
        for c in character.text.chars() {
            match ordinary(c) {
                Some(replaced) => {
                    recovered = true;
                    text.push(replaced);
                }
                None if c == '\u{ad}' || c == '\u{200b}' || c == '\u{feff}' => {}
                None => text.push(c),
            }
        }
        previous = Some(character);
    }
    let printed: Vec<&&Character> = row.iter().filter(|c| !c.text.trim().is_empty()).collect();
    let (first, last) = (printed.first()?, printed.last()?);
    let size = row.iter().map(|c| c.size).fold(0.0, f64::max);
    Some(Line { text: text.trim().to_owned(), x: first.x, end: last.end, y: first.y, size, recovered })
}

fn latin_end(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',' || c == '.')
}
