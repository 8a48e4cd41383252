//! Tables: thin lines, the head repeated on every page, rows kept together.

use super::body::{Piece, paragraph};
use super::bound::Bound;
use super::official::{Run, Table};
use super::parts::Page;
use std::fmt::Write;

pub(super) fn write<'a>(table: &'a Table, page: Page, bound: &mut Bound<'a>, out: &mut String) {
    let widths = widths(table, page.text_width());
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>"#,
        widths.iter().sum::<u32>()
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#);
    }
    out.push_str(r#"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#);
    for width in &widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
    for (at, row) in table.rows.iter().enumerate() {
        let head = at == 0;
        out.push_str(if head { "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" } else { "<w:tr>" });
        for (column, width) in widths.iter().enumerate() {
            let _ =
                write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#);
            let style = if head { "TableHead" } else { "TableText" };
            for line in lines(row.get(column).map(Vec::as_slice).unwrap_or_default(), bound) {
                paragraph(style, &line, "", out);
            }
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

/// The lines of a cell, at least one: a cell without a paragraph makes Word refuse the file.
fn lines<'a>(text: &'a [Run], bound: &mut Bound<'a>) -> Vec<Vec<Piece<'a>>> {
    let mut lines = vec![Vec::new()];
    for run in text {
        let number = bound.number(run);
        let last = run.text.split('\n').count() - 1;
        for (at, line) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(pieces) = lines.last_mut() {
                let (opens, closes) = (number.filter(|_| at == 0), number.filter(|_| at == last));
                pieces.push(Piece { opens, closes, ..Piece::plain(line) });
            }
        }
    }
    lines
}

/// Shares of the width in twips; a column that the shares forget gets one share.
pub(super) fn widths(table: &Table, whole: u32) -> Vec<u32> {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default().max(table.widths.len()).max(1);
    let share = |at: usize| u32::from(table.widths.get(at).copied().unwrap_or(1).max(1));
    let all: u32 = (0..columns).map(share).sum();
    (0..columns).map(|at| whole * share(at) / all).collect()
}

/// Begins a table without lines; its rows and its end are written by who asks.
pub(super) fn bare_start(widths: &[u32], out: &mut String) {
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#,
        widths.iter().sum::<u32>()
    );
    for width in widths {
        let _ = write!(out, r#"<w:gridCol w:w="{width}"/>"#);
    }
    out.push_str("</w:tblGrid>");
}

/// Begins a cell.
pub(super) fn bare_cell(width: u32, align: &str, out: &mut String) {
    let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="{align}"/></w:tcPr>"#);
}

/// Begins a cell over several columns.
pub(super) fn bare_span(width: u32, columns: u32, out: &mut String) {
    let _ = write!(
        out,
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/><w:vAlign w:val="center"/></w:tcPr>"#
    );
}
