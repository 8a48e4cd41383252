//! The blocks of a document in their order: paragraphs, tables, pages upright and turned.

use super::official::{Block, BlockKind, Official, Run};
use super::parts::{Page, escape, section};
use super::table;

/// Blocks that share a page's orientation, from one break to the next.
struct Stretch<'a> {
    blocks: &'a [Block],
    page: Page,
}

/// Writes all blocks and the last section.
pub(super) fn body(official: &Official, out: &mut String) {
    let stretches = stretches(&official.blocks);
    let mut page = stretches.first().map_or(Page::Upright, |first| first.page);
    for (at, stretch) in stretches.iter().enumerate() {
        let mut breaks = at > 0;
        if stretch.page != page {
            section_end(page, out);
            page = stretch.page;
            breaks = false;
        }
        for block in stretch.blocks {
            write(block, page, breaks, out);
            breaks = breaks && *block == Block::PageBreak;
        }
    }
    out.push_str(&section(page));
}

fn write(block: &Block, page: Page, breaks: bool, out: &mut String) {
    match block {
        Block::Paragraph { kind, text } => {
            paragraph(style(*kind), text, breaks, out);
            if *kind == BlockKind::Title {
                paragraph("Spacer", &[], false, out);
            }
        }
        Block::Table(rows) => {
            if breaks {
                paragraph("Gap", &[], true, out);
            }
            table::write(rows, page, out);
            // Two tables without a paragraph between them would run into one.
            paragraph("Gap", &[], false, out);
        }
        Block::PageBreak => {}
    }
}

/// A new stretch begins at a page break and at an attachment.
fn stretches(blocks: &[Block]) -> Vec<Stretch<'_>> {
    let begins = |block: &Block| matches!(block, Block::PageBreak | Block::Paragraph { kind: BlockKind::PageMark, .. });
    let mut from = 0;
    let mut out = Vec::new();
    for to in 1..=blocks.len() {
        if to < blocks.len() && !begins(&blocks[to]) {
            continue;
        }
        let blocks = &blocks[from..to];
        let turned = blocks.iter().any(|block| matches!(block, Block::Table(table) if table.landscape));
        out.push(Stretch { blocks, page: if turned { Page::Turned } else { Page::Upright } });
        from = to;
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
        BlockKind::Body | BlockKind::AttachmentNote => "Normal",
        BlockKind::Signature => "Signature",
        BlockKind::Date => "Date",
        BlockKind::PageMark => "PageMark",
    }
}

/// The hint makes “ ” — … East Asian in Word.
pub(super) fn paragraph(style: &str, text: &[Run], breaks: bool, out: &mut String) {
    out.push_str(r#"<w:p><w:pPr><w:pStyle w:val=""#);
    out.push_str(style);
    out.push_str(r#""/>"#);
    if breaks {
        out.push_str("<w:pageBreakBefore/>");
    }
    out.push_str("</w:pPr>");
    for run in text {
        for (at, line) in run.text.split('\n').enumerate() {
            out.push_str(r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>"#);
            if at > 0 {
                out.push_str("<w:br/>");
            }
            out.push_str(r#"<w:t xml:space="preserve">"#);
            escape(line, out);
            out.push_str("</w:t></w:r>");
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
