//! What stands above the title (GB/T 9704-2012, 7.2 and chapter 10). Figures are twips.

use super::body::{Piece, paragraph};
use super::closing::width;
use super::form::{CornerLine, Form, RedHead, mark_size};
use super::official::Official;
use super::pages::pitch;
use super::parts::{CHARACTER, Page, millimetres, top_margin};
use super::shape::{Look, Origin, Rectangle};
use super::{shape, table};
use std::fmt::Write;

/// Two blank lines (3.2): twice 10.39 mm.
const TWO_LINES: u32 = 1178;
/// Height of a character of the third size.
const CHARACTER_HEIGHT: u32 = 320;
/// 7/8 of the height of such a character.
const SEVEN_EIGHTHS: f32 = 4.84;
/// From the top of the sheet to the mark of a letter.
const LETTER_MARK: f32 = 30.0;
/// Thick and thin rule of a letter with the white between them, in millimetres.
pub const DOUBLE_RULE: [f32; 3] = [0.7, 0.5, 0.35];
/// Millimetres from mark or number to the rule below.
const TO_RULE: f32 = 4.0;

/// Texts of the paragraphs in their order; empty ones are not written.
pub(super) fn texts(form: &Form) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let corner = || form.corner().map(|corner| corner.lines()).unwrap_or_default();
    match form {
        Form::Plain => {}
        Form::RedHead(head) => {
            out.extend(corner().into_iter().map(|line| line.text().to_owned()));
            out.extend(mark_lines(head));
            let lines = signer_lines(&head.signers);
            let last = lines.len().saturating_sub(1);
            out.extend(lines.iter().take(last).cloned());
            let signers = lines.last().map(String::as_str).unwrap_or_default();
            out.push(format!("{} {signers}", head.number).trim().to_owned());
        }
        Form::Letter(letter) => {
            out.push(letter.organ.clone());
            let lines = corner();
            let first = lines.first().map(|line| line.text()).unwrap_or_default();
            out.push(format!("{first} {}", letter.number).trim().to_owned());
            out.extend(lines.iter().skip(1).map(|line| line.text().to_owned()));
        }
        form => out.extend([form.marks().concat(), form.number().to_owned()]),
    }
    out.retain(|text| !text.trim().is_empty());
    out
}

/// A mark of one body with 文件 behind it; of several bodies, 文件 beside them.
fn mark_lines(head: &RedHead) -> Vec<String> {
    match head.organs.as_slice() {
        [one] => vec![format!("{one}{}", head.suffix)],
        many => many.iter().chain(Some(&head.suffix).filter(|suffix| !suffix.is_empty())).cloned().collect(),
    }
}

/// Lines of two names each; those of the further lines stand below the first name.
pub fn signer_lines(signers: &[String]) -> Vec<String> {
    let longest = signers.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let padded = |name: &String| format!("{name}{}", "　".repeat(longest.saturating_sub(name.chars().count())));
    signers
        .chunks(2)
        .enumerate()
        .map(|(at, names)| {
            let names: Vec<String> = names.iter().map(padded).collect();
            let label = if at == 0 { "签发人：" } else { "" };
            format!("{label}{}", names.join("　").trim_end_matches('　'))
        })
        .collect()
}

/// Writes the head of one document of a file.
pub(super) fn write(official: &Official, form: &Form, out: &mut String) {
    match form {
        Form::Plain => {}
        Form::RedHead(head) => red_head(official, form, head, out),
        Form::Letter(_) => letter(official, form, out),
        Form::Minutes(_) => {
            mark(official, &form.marks(), millimetres(72.0) - top_margin(official.family), out);
            number(form.number(), r#"<w:jc w:val="center"/>"#, Rule::Below, out);
        }
        Form::Order(_) => {
            mark(official, &form.marks(), millimetres(57.0) - top_margin(official.family), out);
            number(form.number(), r#"<w:jc w:val="center"/>"#, Rule::None, out);
        }
    }
}

/// Twips between the head and what follows it; nothing without a head.
pub(super) fn lead(form: &Form) -> Option<u32> {
    (*form != Form::Plain).then_some(TWO_LINES)
}

fn plain(text: &str) -> [Piece<'_>; 1] {
    [Piece::plain(text)]
}

fn red_head(official: &Official, form: &Form, head: &RedHead, out: &mut String) {
    let corner = form.corner().map(|corner| corner.lines()).unwrap_or_default();
    let line = (pitch(official.family) * 20.0).round() as u32;
    for one in &corner {
        let style = if matches!(one, CornerLine::Copy(_)) { "Addressee" } else { "PageMark" };
        paragraph(style, &plain(one.text()), "", out);
    }
    let used = corner.len() as u32 * line;
    let before = (millimetres(72.0) - top_margin(official.family)).saturating_sub(used);
    match head.organs.as_slice() {
        [one] => mark(official, &[&format!("{one}{}", head.suffix)], before, out),
        organs => joint_mark(official, organs, &head.suffix, before, out),
    }
    if head.signers.is_empty() {
        return number(&head.number, r#"<w:jc w:val="center"/>"#, Rule::Below, out);
    }
    signed_number(head, line, out);
}

fn mark(official: &Official, lines: &[&str], before: u32, out: &mut String) {
    let size = mark_size(official);
    let line = (size * 20.0).round() as u32;
    for (at, text) in lines.iter().enumerate() {
        let before = if at == 0 { before } else { 0 };
        let extra = format!(r#"<w:spacing w:before="{before}" w:line="{line}" w:lineRule="exact"/>"#);
        paragraph("Mark", &[Piece { size: Some(half_points(size)), ..Piece::plain(text) }], &extra, out);
    }
}

fn half_points(size: f32) -> u32 {
    (size * 2.0).floor() as u32
}

/// The bodies one below the other, as wide as the longest; 文件 beside them at half their height.
fn joint_mark(official: &Official, organs: &[String], suffix: &str, before: u32, out: &mut String) {
    let size = mark_size(official);
    let points = |characters: f32| (characters * size * 20.0).round() as u32;
    let longest = organs.iter().map(|organ| width(organ)).fold(1.0, f32::max);
    let (names, word) = (points(longest) + 20, points(width(suffix) + 1.0) + 20);
    // A quarter of a character between the lines; half of it comes above the first.
    let line = (size * 25.0).round() as u32;
    let above = before.saturating_sub(20 + (line - (size * 20.0).round() as u32) / 2);
    let gap = format!(r#"<w:spacing w:before="{above}" w:line="20" w:lineRule="exact"/>"#);
    paragraph("Gap", &[], &gap, out);
    table::bare_start(&[names, word], out);
    out.push_str("<w:tr>");
    table::bare_cell(names, "center", out);
    for organ in organs {
        let extra = format!(r#"<w:spacing w:line="{line}" w:lineRule="exact"/><w:jc w:val="distribute"/>"#);
        paragraph("Mark", &[Piece { size: Some(half_points(size)), ..Piece::plain(organ) }], &extra, out);
    }
    out.push_str("</w:tc>");
    table::bare_cell(word, "center", out);
    let extra = format!(r#"<w:spacing w:line="{line}" w:lineRule="exact"/><w:jc w:val="right"/>"#);
    paragraph("Mark", &[Piece { size: Some(half_points(size)), ..Piece::plain(suffix) }], &extra, out);
    out.push_str("</w:tc></w:tr></w:tbl>");
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Red, as wide as the type area, 4 mm below (7.2.7).
    Below,
    None,
}

const RED_RULE: &str = r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>"#;

fn number(text: &str, align: &str, rule: Rule, out: &mut String) {
    let mut extra = String::from(if rule == Rule::Below { RED_RULE } else { "" });
    let _ =
        write!(extra, r#"<w:spacing w:before="{TWO_LINES}" w:line="{CHARACTER_HEIGHT}" w:lineRule="exact"/>{align}"#);
    paragraph("HeadLine", &plain(text), &extra, out);
}

/// Number at the left, who signs at the right, both one character from the edge; the number beside the last of them.
fn signed_number(head: &RedHead, line: u32, out: &mut String) {
    let lines = signer_lines(&head.signers);
    let widest = lines.iter().enumerate().map(|(at, text)| width(text) + if at == 0 { 0.0 } else { 4.0 });
    let widest = widest.fold(0.0, f32::max);
    let label = ((27.0 - widest) * CHARACTER).max(0.0);
    let names = label + 4.0 * CHARACTER;
    for (at, text) in lines.iter().enumerate() {
        let last = at + 1 == lines.len();
        let before = if at == 0 { TWO_LINES } else { line - CHARACTER_HEIGHT };
        let tab = if at == 0 { label } else { names };
        let rule = if last { RED_RULE } else { "" };
        // The rule is as wide as the type area: the number is moved by a tab, not by an indent.
        let extra = format!(
            r#"{rule}<w:tabs><w:tab w:val="left" w:pos="{CHARACTER:.0}"/><w:tab w:val="left" w:pos="{tab:.0}"/></w:tabs><w:spacing w:before="{before}" w:line="{CHARACTER_HEIGHT}" w:lineRule="exact"/><w:jc w:val="left"/>"#
        );
        let number = if last { head.number.as_str() } else { "" };
        let (label, names) = text.split_at(if at == 0 { "签发人：".len() } else { 0 });
        let pieces = [
            Piece::tab(),
            Piece::plain(number),
            Piece::tab(),
            Piece::plain(label),
            Piece { font: Some("楷体_GB2312"), ..Piece::plain(names) },
        ];
        paragraph("HeadLine", &pieces, &extra, out);
    }
}

/// The mark in a frame of its own, which ends where the number begins; the rules are in header of the first page.
fn letter(official: &Official, form: &Form, out: &mut String) {
    let size = mark_size(official);
    let height = millimetres(number_top(official) - LETTER_MARK);
    let extra = format!(
        r#"<w:framePr w:w="{}" w:h="{height}" w:hRule="exact" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{}" w:y="{}"/><w:spacing w:line="{:.0}" w:lineRule="exact"/>"#,
        millimetres(170.0),
        millimetres(20.0),
        millimetres(LETTER_MARK),
        size * 20.0
    );
    let marks = form.marks().concat();
    paragraph("Mark", &[Piece { size: Some(half_points(size)), ..Piece::plain(&marks) }], &extra, out);
    let corner = form.corner().map(|corner| corner.lines()).unwrap_or_default();
    let tabs = format!(
        r#"<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs><w:spacing w:line="{CHARACTER_HEIGHT}" w:lineRule="exact"/><w:jc w:val="left"/>"#,
        Page::Upright.text_width()
    );
    let font = |line: &CornerLine<'_>| matches!(line, CornerLine::Urgency(_)).then_some("黑体");
    match corner.split_first() {
        None => {
            let extra = format!(r#"<w:spacing w:line="{CHARACTER_HEIGHT}" w:lineRule="exact"/><w:jc w:val="right"/>"#);
            paragraph("HeadLine", &plain(form.number()), &extra, out);
        }
        Some((first, rest)) => {
            let first = Piece { font: font(first), ..Piece::plain(first.text()) };
            paragraph("HeadLine", &[first, Piece::tab(), Piece::plain(form.number())], &tabs, out);
            for line in rest {
                paragraph("Spacer", &[Piece { font: font(line), ..Piece::plain(line.text()) }], "", out);
            }
        }
    }
}

/// Millimetres from the top of the sheet to the number of a letter.
fn number_top(official: &Official) -> f32 {
    first_rule(official) + DOUBLE_RULE.iter().sum::<f32>() + SEVEN_EIGHTHS
}

fn first_rule(official: &Official) -> f32 {
    LETTER_MARK + mark_size(official) * 25.4 / 72.0 + TO_RULE
}

/// The red double rules of the first page of a letter, 170 mm wide: thick over thin, and thin over thick 20 mm from
/// the foot of the sheet.
pub(super) fn letter_rules(official: &Official) -> String {
    let [thick, white, thin] = DOUBLE_RULE;
    let above = first_rule(official);
    let below = 277.0 - thick - white - thin;
    let rules = [(above, thick), (above + thick + white, thin), (below, thin), (below + thin + white, thick)];
    let mut out = String::from(r#"<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr>"#);
    for (at, (y, height)) in rules.into_iter().enumerate() {
        let place = Rectangle { x: 20.0, y, width: 170.0, height };
        shape::run(at + 1, "红色双线", Origin::Page, place, Look::Red, &mut out);
    }
    out + "</w:p>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_signers_stand_on_a_line_and_names_of_two_characters_are_spread() {
        let names: Vec<String> = ["张某", "李某某", "王某"].map(str::to_owned).to_vec();
        assert_eq!(signer_lines(&names), ["签发人：张某　　李某某", "王某"]);
        assert!(signer_lines(&[]).is_empty());
    }
}
