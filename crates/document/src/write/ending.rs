//! Signatures and date as paragraphs, seals as a table without lines (GB/T 9704-2012, 7.3.5).

use super::body::{KEEP, Piece, paragraph, pieces};
use super::bound::Bound;
use super::closing::{Arrangement, Closing, STAMP, signatory, width};
use super::form::Seal;
use super::official::{Official, Text, plain};
use super::pages::SEAL_ROW;
use super::parts::{CHARACTER, Page};
use super::shape::{Look, Origin, Rectangle};
use super::{shape, table};

/// Millimetres of a seal of a body at the level of a county.
pub const SEAL: f32 = 42.0;
/// Millimetres from the top of a signature to the top of its seal: the seal presses it below its middle.
pub const SEAL_ABOVE: f32 = 17.0;
/// Millimetres of a character of running text.
const CHARACTER_WIDTH: f32 = 156.0 / 28.0;
/// Twips above a stamp, a further signature, the date below a stamp.
const TWO_BLANK: &str = r#"<w:spacing w:before="1158"/>"#;
/// 17 mm from the top of a seal to its body.
const ABOVE: &str = r#"<w:snapToGrid w:val="0"/><w:spacing w:line="964" w:lineRule="exact"/>"#;
const NO_BLANK: &str = r#"<w:spacing w:before="0"/>"#;
const ONE_BLANK: &str = r#"<w:spacing w:before="579"/>"#;

pub(super) fn write<'a>(
    official: &Official,
    closing: &Closing<'a>,
    extra: &str,
    bound: &mut Bound<'a>,
    out: &mut String,
) {
    let date = |right: f32, before: &str, bound: &mut Bound<'a>, out: &mut String| {
        if let Some(text) = closing.date {
            paragraph("Date", &pieces(text, bound), &format!("{before}{}", indent(right)), out);
        }
    };
    match &closing.arrangement {
        Arrangement::Lines { signatures, date: right } => {
            for (at, (text, right)) in closing.signatures.iter().zip(signatures).enumerate() {
                // The style of a signature has the blank line above.
                let before = if at == 0 { extra } else { NO_BLANK };
                paragraph("Signature", &pieces(text, bound), &format!("{KEEP}{before}{}", indent(*right)), out);
            }
            date(*right, if closing.signatures.is_empty() { extra } else { "" }, bound, out);
        }
        Arrangement::Sealed { signature, date: right } => {
            if let Some(text) = closing.signatures.first() {
                let mut all = pieces(text, bound);
                let frame = frame_of(official, &plain(text), *signature);
                all.extend(frame.as_deref().map(Piece::raw));
                // Programs differ on whether a figure is placed from above or below the space before a paragraph.
                paragraph("Spacer", &[], &format!("{KEEP}{extra}"), out);
                paragraph("Spacer", &[], KEEP, out);
                paragraph("Signature", &all, &format!("{KEEP}{NO_BLANK}{}", indent(*signature)), out);
            }
            date(*right, if closing.signatures.is_empty() { extra } else { "" }, bound, out);
        }
        Arrangement::Stamp { title, date: right } => {
            for text in &closing.signatures {
                stamped(text, *title, extra, out);
            }
            date(*right, ONE_BLANK, bound, out);
        }
        Arrangement::Seals { beside } => seals(official, closing, *beside, bound, out),
    }
}

fn indent(right: f32) -> String {
    format!(r#"<w:ind w:right="{:.0}"/>"#, right * CHARACTER)
}

/// Title, and the name where the stamp stands; without a name, room for the stamp.
fn stamped(text: &Text, title: f32, extra: &str, out: &mut String) {
    let (words, name) = signatory(&plain(text));
    let gap = "　　";
    let right = title - 2.0 - name.as_deref().map_or(STAMP, width);
    match &name {
        Some(name) => {
            let pieces =
                [Piece::plain(&words), Piece::plain(gap), Piece { font: Some("楷体_GB2312"), ..Piece::plain(name) }];
            paragraph("Signature", &pieces, &format!("{extra}{TWO_BLANK}{}", indent(right)), out);
        }
        None => {
            paragraph("Signature", &[Piece::plain(&words)], &format!("{extra}{TWO_BLANK}{}", indent(title)), out);
        }
    }
}

/// The frame of a seal, centred on the signature.
fn frame_of(official: &Official, signature: &str, right: f32) -> Option<String> {
    if official.seal != Seal::Frame {
        return None;
    }
    let middle = 156.0 - (right + width(signature) / 2.0) * CHARACTER_WIDTH;
    let x = (middle - SEAL / 2.0).min(156.0 - SEAL);
    let mut xml = String::new();
    let place = Rectangle { x, y: -SEAL_ABOVE, width: SEAL, height: SEAL };
    shape::run(1000, "印章位置", Origin::Paragraph, place, Look::FaintFrame, &mut xml);
    Some(xml)
}

/// Bodies beside each other, each in the middle of its seal; the date stands below the last one.
fn seals<'a>(official: &Official, closing: &Closing<'a>, beside: usize, bound: &mut Bound<'a>, out: &mut String) {
    let beside = beside.max(1);
    let whole = Page::Upright.text_width();
    let cell = whole / beside as u32;
    paragraph("Spacer", &[], "", out);
    table::bare_start(&vec![cell; beside], out);
    let rows = closing.signatures.chunks(beside).count();
    for (row, bodies) in closing.signatures.chunks(beside).enumerate() {
        out.push_str(&format!(
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{:.0}" w:hRule="exact"/></w:trPr>"#,
            SEAL_ROW * 20.0
        ));
        for at in 0..beside {
            table::bare_cell(cell, "top", out);
            match bodies.get(at) {
                Some(text) => {
                    let frame = seal_in_cell(official, cell, at);
                    let held: Vec<Piece<'_>> = frame.as_deref().map(Piece::raw).into_iter().collect();
                    paragraph("SealText", &held, ABOVE, out);
                    paragraph("SealText", &pieces(text, bound), "", out);
                    if row + 1 == rows
                        && at + 1 == bodies.len()
                        && let Some(text) = closing.date
                    {
                        paragraph("SealText", &pieces(text, bound), "", out);
                    }
                }
                None => paragraph("SealText", &[], "", out),
            }
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
    paragraph("Gap", &[], "", out);
}

fn seal_in_cell(official: &Official, cell: u32, at: usize) -> Option<String> {
    if official.seal != Seal::Frame {
        return None;
    }
    const MILLIMETRE: f32 = 1440.0 / 25.4;
    // A figure in a cell is placed from the corner of the cell.
    let x = (cell as f32 / MILLIMETRE - SEAL) / 2.0;
    let mut xml = String::new();
    let place = Rectangle { x, y: 0.0, width: SEAL, height: SEAL };
    shape::run(1000 + at, "印章位置", Origin::Paragraph, place, Look::FaintFrame, &mut xml);
    Some(xml)
}
