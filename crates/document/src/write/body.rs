//! The blocks of a document in their order: paragraphs, tables, pages upright and turned.

use super::bound::Bound;
use super::ending::Ending;
use super::official::{Block, BlockKind, Official, Run};
use super::parts::{Page, escape, section};
use super::{bound, table};
use std::fmt::Write;

/// A run, or the part of one that stands on a line of its own.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Numbers of the bindings that begin and end here.
    pub(super) opens: Option<usize>,
    pub(super) closes: Option<usize>,
}

/// Writes all blocks and the last section.
pub(super) fn body<'a>(official: &'a Official, bound: &mut Bound<'a>, out: &mut String) {
    let stretches = official.stretches();
    let ending = Ending::of(official);
    let mut page = stretches.first().map_or(Page::Upright, |first| Page::of(first));
    for (at, stretch) in stretches.iter().enumerate() {
        let mut breaks = at > 0;
        if Page::of(stretch) != page {
            section_end(page, out);
            page = Page::of(stretch);
            breaks = false;
        }
        for block in stretch.blocks {
            let mut extra = String::from(if breaks { PAGE_BREAK } else { "" });
            extra.push_str(&ending_indent(block, ending));
            block_xml(block, page, &extra, bound, out);
            breaks = breaks && *block == Block::PageBreak;
        }
    }
    out.push_str(&section(page));
}

fn block_xml<'a>(block: &'a Block, page: Page, extra: &str, bound: &mut Bound<'a>, out: &mut String) {
    match block {
        Block::Paragraph { kind, text } => {
            paragraph(style(*kind), &pieces(text, bound), extra, out);
            if *kind == BlockKind::Title {
                paragraph("Spacer", &[], "", out);
            }
        }
        Block::Table(rows) => {
            if !extra.is_empty() {
                paragraph("Gap", &[], extra, out);
            }
            table::write(rows, page, bound, out);
            // Two tables without a paragraph between them would run into one.
            paragraph("Gap", &[], "", out);
        }
        Block::PageBreak => {}
    }
}

const PAGE_BREAK: &str = "<w:pageBreakBefore/>";
/// Twips of a character of running text.
const CHARACTER: f32 = 316.0;

/// How far signature and date stand from the right.
fn ending_indent(block: &Block, ending: Ending) -> String {
    let characters = match block {
        Block::Paragraph { kind: BlockKind::Signature, .. } => ending.signature,
        Block::Paragraph { kind: BlockKind::Date, .. } => ending.date,
        _ => return String::new(),
    };
    format!(r#"<w:ind w:right="{:.0}"/>"#, characters * CHARACTER)
}

fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "Title",
        BlockKind::Addressee => "Addressee",
        BlockKind::Heading(1) => "Heading1",
        BlockKind::Heading(2) => "Heading2",
        BlockKind::Heading(3) => "Heading3",
        BlockKind::Heading(_) => "Heading4",
        BlockKind::Body | BlockKind::AttachmentNote | BlockKind::Note => "Normal",
        BlockKind::Signature => "Signature",
        BlockKind::Date => "Date",
        BlockKind::PageMark => "PageMark",
    }
}

fn pieces<'a>(text: &'a [Run], bound: &mut Bound<'a>) -> Vec<Piece<'a>> {
    text.iter()
        .map(|run| {
            let number = bound.number(run);
            Piece { text: &run.text, opens: number, closes: number }
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
        if let Some(number) = piece.opens {
            let _ = write!(out, r#"<w:bookmarkStart w:id="{number}" w:name="{}{number}"/>"#, bound::PREFIX);
        }
        for (at, line) in piece.text.split('\n').enumerate() {
            out.push_str(r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>"#);
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
    out.push_str("</w:p>");
}

/// The section that ends here; the paragraph that carries it takes no room.
fn section_end(page: Page, out: &mut String) {
    out.push_str(r#"<w:p><w:pPr><w:pStyle w:val="Gap"/>"#);
    out.push_str(&section(page));
    out.push_str("</w:pPr></w:p>");
}
