//! Characters on one height make a line.

use super::characters::Character;
use super::radicals::ordinary;

/// A visual line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
    /// Width of what may not be broken at the start: a word or number, a character with its marks.
    pub(super) lead: f64,
    /// A blank follows before the line breaks.
    pub(super) open_end: bool,
    /// A stand-in character was replaced.
    pub(super) recovered: bool,
}

/// The size of type that most characters have.
pub(super) fn body_size(sheets: &[Vec<Line>]) -> f64 {
    let mut sizes: Vec<(f64, usize)> =
        sheets.iter().flatten().map(|line| (line.size, line.text.chars().count())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, count)| count).sum::<usize>() / 2;
    let mut before = 0;
    let middle = sizes.iter().find(|(_, count)| {
        before += count;
        before > half
    });
    middle.map_or(12.0, |(size, _)| *size)
}

/// The usual distance from line to line.
pub(super) fn pitch(sheets: &[Vec<Line>]) -> f64 {
    let mut gaps: Vec<f64> = sheets.iter().flat_map(|lines| lines.windows(2).map(|l| l[0].y - l[1].y)).collect();
    gaps.sort_by(f64::total_cmp);
    // Paragraphs may stand apart: the lower third is still inside them.
    gaps.get(gaps.len() / 3).copied().unwrap_or_else(|| 1.8 * body_size(sheets))
}

/// The lines of a page from top to bottom.
pub(super) fn lines(page: &[Character]) -> Vec<Line> {
    let mut sorted: Vec<&Character> = page.iter().filter(|c| !c.text.is_empty()).collect();
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
                // One glyph for two or three dashes.
                _ if matches!(c, '⸺' | '⸻') => text.push_str(if c == '⸺' { "——" } else { "———" }),
                Some(replaced) => {
                    recovered |= !super::radicals::is_mark(replaced);
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
    let lead = lead(&printed) - first.x;
    // An ideographic blank before the break parts what stands on both sides; ordinary ones are noise.
    let open_end = text.ends_with('\u{3000}');
    let text = text.trim().to_owned();
    Some(Line { text, x: first.x, end: last.end, y: first.y, size, lead, open_end, recovered })
}

/// Where the first place to break a line is (kinsoku: no mark that closes starts a line, none that opens ends it).
fn lead(printed: &[&&Character]) -> f64 {
    let open = |text: &str| text.ends_with(['“', '‘', '（', '《', '〈', '【', '「', '—', '…']);
    let close = |text: &str| {
        text.starts_with([
            '”', '’', '）', '》', '〉', '】', '」', '，', '。', '、', '；', '：', '！', '？', '—', '…', '%',
        ])
    };
    let word =
        |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '-' | '/' | '%'));
    let breaks = |pair: &&[&&Character]| {
        let (a, b) = (pair[0].text.as_str(), pair[1].text.as_str());
        let spaced = pair[1].x - pair[0].end > 0.2 * pair[1].size;
        spaced || !(open(a) || close(b) || word(a) && word(b))
    };
    let end = printed.windows(2).find(breaks).map(|pair| pair[0].end);
    end.or_else(|| printed.last().map(|c| c.end)).unwrap_or(0.0)
}

fn latin_end(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ',' || c == '.')
}
