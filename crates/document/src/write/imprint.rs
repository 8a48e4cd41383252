//! 版记: what stands at the foot of the last page (GB/T 9704-2012, 7.4; 10.1 for letters).

use super::body::{Piece, paragraph};
use super::form::{Form, Imprint, copies_line};
use super::parts::Page;
use super::table;
use std::fmt::Write;

/// Twips of a character of the fourth size.
const CHARACTER: u32 = 280;
/// Points that a line of it takes.
const LINE: f32 = 20.0;

/// Points that it takes, with a blank line above.
pub(super) fn height(form: &Form) -> f32 {
    let imprint = form.imprint();
    let characters = |text: &Option<String>| text.as_ref().map_or(0, |text| text.chars().count().div_ceil(25));
    let lines = characters(&imprint.addressees) + characters(&imprint.copies) + usize::from(imprint.printed.is_some());
    lines as f32 * LINE + 29.0
}

/// A table that floats to the foot of the page on which it is written, and the paragraph that holds it there. It is
/// placed across from the edge of the sheet: one that fills the type area does not float in every program otherwise.
pub(super) fn write(form: &Form, out: &mut String) {
    let Imprint { addressees, copies, printed } = form.imprint();
    let whole = Page::Upright.text_width();
    let _ = write!(
        out,
        r#"<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{LEFT}" w:tblpYSpec="bottom"/><w:tblW w:w="{whole}" w:type="dxa"/>{}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CHARACTER}" w:type="dxa"/><w:right w:w="{CHARACTER}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{SECOND}"/></w:tblGrid>"#,
        if matches!(form, Form::Letter(_)) { "" } else { RULES },
        whole - SECOND,
    );
    let main = addressees.map(|main| format!("主送：{}", main.trim()));
    let lines: Vec<String> = main.into_iter().chain(copies.map(|copies| copies_line(&copies))).collect();
    if !lines.is_empty() {
        out.push_str("<w:tr>");
        table::bare_span(whole, 2, out);
        for line in &lines {
            paragraph("Imprint", &[Piece::plain(line)], HANGING, out);
        }
        out.push_str("</w:tc></w:tr>");
    }
    if let Some(printed) = &printed {
        out.push_str("<w:tr>");
        table::bare_cell(whole - SECOND, "center", out);
        paragraph("Imprint", &[Piece::plain(&printed.by)], "", out);
        out.push_str("</w:tc>");
        table::bare_cell(SECOND, "center", out);
        let on = format!("{}印发", printed.on);
        paragraph("Imprint", &[Piece::plain(&on)], r#"<w:jc w:val="right"/>"#, out);
        out.push_str("</w:tc></w:tr>");
    }
    out.push_str("</w:tbl>");
    paragraph("Gap", &[], "", out);
}

/// The left margin.
const LEFT: u32 = 1588;
/// Room for `2026年12月31日印发` one character from the right.
const SECOND: u32 = 3600;
/// Further lines begin behind the colon.
const HANGING: &str = r#"<w:ind w:left="840" w:hanging="840"/>"#;
/// 0.35 mm above and below, 0.25 mm between (7.4.1); a letter has none.
const RULES: &str = concat!(
    r#"<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>"#,
    r#"<w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tblBorders>"#
);
