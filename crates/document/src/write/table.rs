//! Tables: thin lines, the head repeated on every page, rows kept together.

use super::body::paragraph;
use super::official::{Run, Table, Text};
use super::parts::Page;
use std::fmt::Write;

pub(super) fn write(table: &Table, page: Page, out: &mut String) {
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
            for line in lines(row.get(column).map(Vec::as_slice).unwrap_or_default()) {
                paragraph(style, &line, false, out);
            }
            out.push_str("</w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}

/// The lines of a cell, at least one: a cell without a paragraph makes Word refuse the file.
fn lines(text: &[Run]) -> Vec<Text> {
    let mut lines = vec![Vec::new()];
    for run in text {
        for (at, line) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(last) = lines.last_mut() {
                last.push(Run { text: line.to_owned(), binding: run.binding.clone() });
            }
        }
    }
    lines
}

/// Shares of the width in twips; a column that the shares forget gets one share.
fn widths(table: &Table, whole: u32) -> Vec<u32> {
    let columns = table.rows.iter().map(Vec::len).max().unwrap_or_default().max(table.widths.len()).max(1);
    let share = |at: usize| u32::from(table.widths.get(at).copied().unwrap_or(1).max(1));
    let all: u32 = (0..columns).map(share).sum();
    (0..columns).map(|at| whole * share(at) / all).collect()
}
