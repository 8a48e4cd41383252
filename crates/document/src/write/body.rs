//! The documents of a file in their order: heads, blocks, imprints; pages upright and turned.

use super::bound::Bound;
use super::closing::{Flow, flow};
use super::form::Form;
use super::hanging::hanging;
use super::official::{Block, BlockKind, Official, Run, plain};
use super::pages::{Pages, pages};
use super::parts::{CHARACTER, Numbers, Page, Sheet, Start, section};
use super::stretch::Part;
use super::title_lines::{TITLE_ROOM, TITLE_ROOM_TURNED, title_turns};
use super::{bound, ending, head, imprint, table};
use crate::markup::escape;
use std::fmt::Write;

/// A run, or the part of one that stands on a line of its own.
#[derive(Clone, Copy, Default)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Numbers of the bindings that begin and end here.
    pub(super) opens: Option<usize>,
    pub(super) closes: Option<usize>,
    /// Half points, where they are not those of the style.
    pub(super) size: Option<u32>,
    pub(super) font: Option<&'static str>,
    /// Markup that stands behind the text, such as a figure.
    pub(super) behind: Option<&'a str>,
}

const TAB: &str = "\t";

impl<'a> Piece<'a> {
    pub(super) fn plain(text: &'a str) -> Self {
        Self { text, ..Self::default() }
    }

    /// Markup without text.
    pub(super) fn raw(markup: &'a str) -> Self {
        Self { behind: Some(markup), ..Self::default() }
    }

    pub(super) fn tab() -> Self {
        Self::plain(TAB)
    }
}

/// Writes all documents and the last section.
pub(super) fn body<'a>(official: &'a Official, bound: &mut Bound<'a>, out: &mut String) {
    let parts = official.parts();
    let mut sheet = None;
    for (at, part) in parts.iter().enumerate() {
        document(official, part, at, &mut sheet, bound, out);
    }
    out.push_str(&section(sheet.unwrap_or_else(|| Sheet::of(official, Page::Upright))));
}

fn document<'a>(
    official: &'a Official,
    part: &Part<'a>,
    at: usize,
    sheet: &mut Option<Sheet>,
    bound: &mut Bound<'a>,
    out: &mut String,
) {
    let stretches = part.stretches();
    if stretches.is_empty() {
        turn_to(sheet, first_sheet(official, part, at, Page::Upright), out);
        head::write(official, &part.form, out);
    }
    for (number, stretch) in stretches.iter().enumerate() {
        let page = Page::of(stretch);
        let mut breaks = number > 0;
        if number == 0 {
            turn_to(sheet, first_sheet(official, part, at, page), out);
            head::write(official, &part.form, out);
        } else if sheet.is_some_and(|sheet| sheet.page != page) {
            turn_to(sheet, Sheet::of(official, page), out);
            breaks = false;
        }
        let lead = head::lead(&part.form).filter(|_| number == 0);
        stretch_xml(official, &flow(stretch.blocks, official.seal), Beginning { breaks, lead }, page, bound, out);
    }
    foot(official, part, sheet, out);
}

/// The first pages of a document: a letter has no number on its first page, and each counts its own pages.
fn first_sheet(official: &Official, part: &Part<'_>, at: usize, page: Page) -> Sheet {
    let numbers = if matches!(part.form, Form::Letter(_)) { Numbers::NotOnFirst } else { Numbers::All };
    let start = if at > 0 { Start::Anew } else { Start::On };
    Sheet { numbers, start, ..Sheet::of(official, page) }
}

/// Ends the section that is open and opens another.
fn turn_to(sheet: &mut Option<Sheet>, next: Sheet, out: &mut String) {
    if let Some(ended) = sheet.replace(next) {
        // The paragraph that carries a section takes no room.
        out.push_str(r#"<w:p><w:pPr><w:pStyle w:val="Gap"/>"#);
        out.push_str(&section(ended));
        out.push_str("</w:pPr></w:p>");
    }
}

/// What the first paragraph of a stretch has before it.
#[derive(Clone, Copy)]
struct Beginning {
    breaks: bool,
    /// Twips from the head.
    lead: Option<u32>,
}

impl Beginning {
    /// Properties of the first paragraph; they go with it.
    fn taken(&mut self, style: &str) -> String {
        let mut extra = String::new();
        if std::mem::take(&mut self.breaks) {
            extra.push_str(PAGE_BREAK);
        }
        if let Some(lead) = self.lead.take() {
            // Half of what a line is higher than its characters comes above them.
            let above = if style == "Title" { 110 } else { 130 };
            let _ = write!(extra, r#"<w:spacing w:before="{}"/>"#, lead - above);
        }
        extra
    }
}

fn stretch_xml<'a>(
    official: &Official,
    items: &[Flow<'a>],
    mut beginning: Beginning,
    page: Page,
    bound: &mut Bound<'a>,
    out: &mut String,
) {
    let mut before = None;
    for (at, item) in items.iter().enumerate() {
        match item {
            Flow::Block(Block::PageBreak) => {}
            Flow::Block(block) => {
                block_xml(block, Neighbours { before, after: items.get(at + 1) }, &mut beginning, page, bound, out);
                before = Some(*block);
            }
            Flow::Closing(closing) => {
                let extra = beginning.taken("Signature");
                ending::write(official, closing, &extra, bound, out);
                before = None;
            }
        }
    }
}

struct Neighbours<'a, 'b> {
    before: Option<&'a Block>,
    after: Option<&'b Flow<'a>>,
}

fn block_xml<'a>(
    block: &'a Block,
    near: Neighbours<'a, '_>,
    beginning: &mut Beginning,
    page: Page,
    bound: &mut Bound<'a>,
    out: &mut String,
) {
    match block {
        Block::Paragraph { kind, text } => {
            let style = style(*kind);
            // A seal never stands on a page without text.
            let signed = matches!(near.after, Some(Flow::Closing(closing)) if !closing.signatures.is_empty());
            let mut extra = String::from(if signed { KEEP } else { "" });
            extra.push_str(&beginning.taken(style));
            let listed = |block: &Block| matches!(block, Block::Paragraph { kind: before, .. } if before == kind);
            if let Some(place) = hanging(*kind, &plain(text)) {
                if !near.before.is_some_and(listed) && !extra.contains("w:before") {
                    // One blank line below the text (7.3.4, 10.3).
                    extra.push_str(r#"<w:spacing w:before="579"/>"#);
                }
                let (left, hang) = (place.rest * CHARACTER, (place.rest - place.first) * CHARACTER);
                let _ = write!(extra, r#"<w:ind w:left="{left:.0}" w:hanging="{hang:.0}"/>"#);
            }
            let mut pieces = pieces(text, bound);
            if *kind == BlockKind::Attendance {
                pieces = labelled(pieces);
            }
            if *kind == BlockKind::Title {
                let room = if page == Page::Turned { TITLE_ROOM_TURNED } else { TITLE_ROOM };
                pieces = turned_at(pieces, &title_turns(&plain(text), room));
            }
            paragraph(style, &pieces, &extra, out);
            let titled = matches!(near.after, Some(Flow::Block(Block::Paragraph { kind: BlockKind::Title, .. })));
            // A blank line below a title; the title of an attachment stands on the third line (7.3.7).
            if *kind == BlockKind::Title || *kind == BlockKind::PageMark && titled {
                paragraph("Spacer", &[], "", out);
            }
        }
        Block::Table(rows) => {
            let extra = beginning.taken("Gap");
            if !extra.is_empty() {
                paragraph("Gap", &[], &extra, out);
            }
            table::write(rows, page, bound, out);
            // Two tables without a paragraph between them would run into one.
            paragraph("Gap", &[], "", out);
        }
        Block::PageBreak => {}
    }
}

const PAGE_BREAK: &str = "<w:pageBreakBefore/>";
const LINE_BREAK: &str = "<w:r><w:br/></w:r>";
/// On the page of the next paragraph.
pub(super) const KEEP: &str = "<w:keepNext/>";

/// The pieces with line breaks at these bytes of the whole text.
fn turned_at<'a>(pieces: Vec<Piece<'a>>, places: &[usize]) -> Vec<Piece<'a>> {
    let mut out = Vec::with_capacity(pieces.len() + places.len());
    let mut begun = 0;
    for piece in pieces {
        let inside = begun..begun + piece.text.len();
        let (mut rest, mut at) = (piece, begun);
        for place in places.iter().filter(|place| inside.contains(*place)) {
            let (head, tail) = rest.text.split_at(place - at);
            if !head.is_empty() {
                out.push(Piece { text: head, closes: None, ..rest });
                rest.opens = None;
            }
            out.push(Piece::raw(LINE_BREAK));
            rest.text = tail;
            at = *place;
        }
        out.push(rest);
        begun = inside.end;
    }
    out
}

/// 出席： in 黑体, names as running text.
fn labelled(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut out = Vec::with_capacity(pieces.len() + 1);
    let mut label = true;
    for piece in pieces {
        match piece.text.find('：').filter(|_| label) {
            Some(at) => {
                let (head, tail) = piece.text.split_at(at + '：'.len_utf8());
                out.push(Piece { text: head, closes: None, font: Some("黑体"), ..piece });
                out.push(Piece { text: tail, opens: None, ..piece });
                label = false;
            }
            None if label => out.push(Piece { font: Some("黑体"), ..piece }),
            None => out.push(piece),
        }
    }
    out
}

fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "Title",
        BlockKind::Addressee => "Addressee",
        BlockKind::Heading(1) => "Heading1",
        BlockKind::Heading(2) => "Heading2",
        BlockKind::Heading(3) => "Heading3",
        BlockKind::Heading(_) => "Heading4",
        BlockKind::Body | BlockKind::Note => "Normal",
        BlockKind::AttachmentNote | BlockKind::Attendance => "Hanging",
        BlockKind::Signature | BlockKind::Signatory => "Signature",
        BlockKind::Date => "Date",
        BlockKind::PageMark => "PageMark",
    }
}

pub(super) fn pieces<'a>(text: &'a [Run], bound: &mut Bound<'a>) -> Vec<Piece<'a>> {
    text.iter()
        .map(|run| {
            let number = bound.number(run);
            Piece { text: &run.text, opens: number, closes: number, ..Piece::default() }
        })
        .collect()
}

/// The hint makes “ ” — … East Asian in Word. What a bookmark is bound to stands in a part of its own.
pub(super) fn paragraph(style: &str, pieces: &[Piece<'_>], extra: &str, out: &mut String) {
    out.push_str(r#"<w:p><w:pPr><w:pStyle w:val=""#);
    out.push_str(style);
    out.push_str(r#""/>"#);
    out.push_str(extra);
    out.push_str("</w:pPr>");
    for piece in pieces {
        piece_xml(piece, out);
    }
    out.push_str("</w:p>");
}

fn piece_xml(piece: &Piece<'_>, out: &mut String) {
    if let Some(markup) = piece.behind {
        out.push_str(markup);
        return;
    }
    if piece.text == TAB {
        out.push_str("<w:r><w:tab/></w:r>");
        return;
    }
    if let Some(number) = piece.opens {
        let _ = write!(out, r#"<w:bookmarkStart w:id="{number}" w:name="{}{number}"/>"#, bound::PREFIX);
    }
    for (at, line) in piece.text.split('\n').enumerate() {
        match piece.font {
            Some(font) => {
                let _ = write!(out, r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="{font}"/>"#);
            }
            None => out.push_str(r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>"#),
        }
        if let Some(size) = piece.size {
            let _ = write!(out, r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#);
        }
        out.push_str("</w:rPr>");
        if at > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str(r#"<w:t xml:space="preserve">"#);
        escape(line, out);
        out.push_str("</w:t></w:r>");
    }
    if let Some(number) = piece.closes {
        let _ = write!(out, r#"<w:bookmarkEnd w:id="{number}"/>"#);
    }
}

/// The imprint at the foot of the last even page; that of a letter at the foot of the last one.
fn foot(official: &Official, part: &Part<'_>, sheet: &mut Option<Sheet>, out: &mut String) {
    if part.form.imprint().is_empty() {
        return;
    }
    let Pages { count, left, turned } = pages(official, part);
    let fits = left >= imprint::height(&part.form) && !turned;
    let any_page = matches!(part.form, Form::Letter(_));
    if fits && (any_page || count.is_multiple_of(2)) {
        // It stands on the last page.
    } else if any_page || !count.is_multiple_of(2) {
        if turned {
            turn_to(sheet, Sheet::of(official, Page::Upright), out);
        } else {
            paragraph("Gap", &[], PAGE_BREAK, out);
        }
    } else {
        // The page before it stays empty, and neither has a number (7.5).
        let own = Sheet { numbers: Numbers::None, start: Start::Even, ..Sheet::of(official, Page::Upright) };
        turn_to(sheet, own, out);
    }
    imprint::write(&part.form, out);
}
