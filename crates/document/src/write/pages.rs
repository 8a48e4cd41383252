//! How many pages a document fills, by the grid of 22 lines of 28 characters. A docx does not know its pages until
//! it is printed, and what stands at the foot of the last even page must be told where to go.

use super::closing::{Arrangement, Closing, Flow, flow, width};
use super::form::{Family, Form, Seal, mark_size};
use super::official::{Block, BlockKind, Official, Table, plain};
use super::parts::Page;
use super::stretch::Part;

/// Pages, counted from 1, and the points that are left on the last one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pages {
    pub(super) count: usize,
    pub(super) left: f32,
    pub(super) turned: bool,
}

const CHARACTERS: f32 = 28.0;
const TITLE_CHARACTERS: f32 = 20.0;
const TITLE_LINE: f32 = 33.0;
/// Points of a line of a table, of the white in its rows, and of its characters.
const CELL_LINE: f32 = 18.0;
const ROW_WHITE: f32 = 1.0;
const CELL_CHARACTER: f32 = 12.0;
const CELL_WHITE: f32 = 6.0;
/// Two blank lines (3.2).
const TWO_LINES: f32 = 58.9;
/// Height of a row of seals.
pub(super) const SEAL_ROW: f32 = 128.0;

/// Points of a line, 22 of which fill a page.
pub(super) fn pitch(family: Family) -> f32 {
    match family {
        Family::A => 28.95,
        Family::B => 29.45,
    }
}

struct Paper {
    pages: Pages,
    whole: f32,
}

impl Paper {
    /// What does not fit goes on to the next page, line by line.
    fn put(&mut self, lines: usize, line: f32) {
        for _ in 0..lines {
            if self.pages.left + 0.5 < line {
                self.next();
            }
            self.pages.left -= line;
        }
    }

    fn next(&mut self) {
        self.pages.count += 1;
        self.pages.left = self.whole;
    }
}

pub(super) fn pages(official: &Official, part: &Part<'_>) -> Pages {
    let pitch = pitch(official.family);
    let upright = 22.0 * pitch;
    let mut paper = Paper { pages: Pages { count: 0, left: 0.0, turned: false }, whole: upright };
    for (at, stretch) in part.stretches().iter().enumerate() {
        paper.whole = if stretch.turned { 442.0 } else { upright };
        paper.pages.turned = stretch.turned;
        paper.next();
        if at == 0 {
            paper.pages.left -= head_height(official, part);
        }
        let items = flow(stretch.blocks, official.seal);
        for (at, item) in items.iter().enumerate() {
            match item {
                Flow::Block(block) => put_block(&mut paper, block, items.get(at + 1), pitch, Page::of(stretch)),
                Flow::Closing(closing) => put_closing(&mut paper, closing, official.seal, pitch),
            }
        }
    }
    paper.pages.count = paper.pages.count.max(1);
    paper.pages
}

/// From the top of the type area to the top of what follows the head.
fn head_height(official: &Official, part: &Part<'_>) -> f32 {
    const MM: f32 = 72.0 / 25.4;
    const NUMBER: f32 = 16.0;
    let mark = mark_size(official) * part.form.marks().len() as f32;
    match &part.form {
        Form::Plain => 0.0,
        Form::RedHead(head) => {
            let more = head.signers.chunks(2).count().saturating_sub(1) as f32 * pitch(official.family);
            35.0 * MM + mark + TWO_LINES + more + NUMBER + 4.5 * MM + TWO_LINES
        }
        Form::Minutes(_) => 35.0 * MM + mark + TWO_LINES + NUMBER + 4.5 * MM + TWO_LINES,
        Form::Letter(_) => mark + 10.4 * MM - 7.0 * MM + NUMBER + TWO_LINES,
        Form::Order(_) => 20.0 * MM + mark + TWO_LINES + NUMBER + TWO_LINES,
    }
}

fn put_block(paper: &mut Paper, block: &Block, next: Option<&Flow<'_>>, pitch: f32, page: Page) {
    match block {
        Block::Paragraph { kind: BlockKind::Title, text } => {
            paper.put(lines(&plain(text), 0.0, TITLE_CHARACTERS), TITLE_LINE);
            paper.put(1, pitch);
        }
        Block::Paragraph { kind, text } => {
            let indent = if matches!(kind, BlockKind::Addressee | BlockKind::PageMark) { 0.0 } else { 2.0 };
            let titled = matches!(next, Some(Flow::Block(Block::Paragraph { kind: BlockKind::Title, .. })));
            let blank = usize::from(*kind == BlockKind::PageMark && titled);
            paper.put(lines(&plain(text), indent, CHARACTERS) + blank, pitch);
        }
        Block::Table(table) => put_table(paper, table, page),
        Block::PageBreak => {}
    }
}

fn put_closing(paper: &mut Paper, closing: &Closing<'_>, seal: Seal, pitch: f32) {
    let date = usize::from(closing.date.is_some());
    let signed = usize::from(!closing.signatures.is_empty());
    match &closing.arrangement {
        Arrangement::Lines { signatures, .. } => paper.put(signatures.len() + signed + date, pitch),
        Arrangement::Sealed { .. } => paper.put(2 * signed + signed + date + usize::from(seal != Seal::None), pitch),
        Arrangement::Seals { beside } => paper.put(closing.signatures.chunks((*beside).max(1)).count(), SEAL_ROW),
        Arrangement::Stamp { .. } => paper.put(4 + date, pitch),
    }
}

fn put_table(paper: &mut Paper, table: &Table, page: Page) {
    let widths = super::table::widths(table, page.text_width());
    for row in &table.rows {
        let height = row.iter().zip(&widths).map(|(cell, width)| {
            let room = ((*width as f32 / 20.0 - CELL_WHITE) / CELL_CHARACTER).max(1.0);
            plain(cell).split('\n').map(|line| lines(line, 0.0, room)).sum::<usize>().max(1)
        });
        let lines = height.max().unwrap_or(1);
        paper.put(1, (lines as f32 * CELL_LINE + ROW_WHITE).min(paper.whole));
    }
}

fn lines(text: &str, indent: f32, characters: f32) -> usize {
    text.split('\n').map(|line| ((indent + width(line)) / characters).ceil().max(1.0) as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(characters: usize, form: Form) -> Pages {
        let blocks = vec![Block::unbound(BlockKind::Body, "字".repeat(characters))];
        let official = Official { form, blocks, ..Official::default() };
        pages(&official, &official.parts()[0])
    }

    #[test]
    fn a_page_takes_22_lines_of_28_characters() {
        let full = 22 * 28 - 2;
        assert_eq!(count(full, Form::Plain).count, 1);
        assert_eq!(count(full + 1, Form::Plain).count, 2);
        assert!(count(full, Form::Plain).left < 1.0);
        assert_eq!(count(full, Form::RedHead(Default::default())).count, 2);
        assert_eq!(pages(&Official::default(), &Official::default().parts()[0]).count, 1);
    }
}
