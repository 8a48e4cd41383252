//! Small files as people make them.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const X: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const P: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

pub(super) fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name(name).unwrap_or_else(|_| panic!("{name}")).read_to_string(&mut text).unwrap();
    text
}

pub(super) fn names(bytes: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.file_names().map(|name| name.unwrap().to_string()).collect()
}

fn types() -> String {
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>"#.to_owned()
}

/// A docx with this body and more parts.
pub(super) fn docx_with(body: &str, more: &[(&str, String)]) -> Vec<u8> {
    let document =
        format!(r#"<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>"#);
    let mut parts = vec![("[Content_Types].xml", types()), ("word/document.xml", document)];
    parts.extend(more.iter().cloned());
    package(&parts)
}

pub(super) fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

pub(super) fn story(root: &str, inner: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:{root} xmlns:w="{W}">{inner}</w:{root}>"#)
}

/// A paragraph whose runs are these.
pub(super) fn paragraph(runs: &[&str]) -> String {
    let runs: String = runs
        .iter()
        .map(|text| {
            format!(
                "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
                text.replace('&', "&amp;").replace('<', "&lt;")
            )
        })
        .collect();
    format!("<w:p>{runs}</w:p>")
}

pub(super) fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|text| format!("<w:tc>{}</w:tc>", paragraph(&[text]))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

pub(super) fn table(rows: &[&[&str]]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(|cells| row(cells)).collect::<String>())
}

/// A workbook: rows and what follows them, and the texts that cells share.
pub(super) fn xlsx(rows: &str, behind: &str, strings: &[&str]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"/>"#)
    };
    let relations =
        |inner: String| format!(r#"<?xml version="1.0"?><Relationships xmlns="{P}">{inner}</Relationships>"#);
    let shared: String = strings
        .iter()
        .map(|text| format!("<si><t>{}</t></si>", text.replace('&', "&amp;").replace('<', "&lt;")))
        .collect();
    package(&[
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{X}" xmlns:r="{R}"><sheets><sheet name="上报表" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="范围">上报表!$A$3:$C$4</definedName></definedNames></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                [
                    relation("rId1", "worksheet", "worksheets/sheet1.xml"),
                    relation("rId2", "worksheet", "worksheets/sheet2.xml"),
                    relation("rId3", "sharedStrings", "sharedStrings.xml"),
                    relation("rId4", "styles", "styles.xml"),
                    relation("rId5", "calcChain", "calcChain.xml"),
                ]
                .concat(),
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<worksheet xmlns="{X}"><cols><col min="1" max="3" width="20"/></cols><sheetData>{rows}</sheetData>{behind}</worksheet>"#
            ),
        ),
        (
            "xl/worksheets/sheet2.xml",
            format!(
                r#"<worksheet xmlns="{X}"><sheetData><row r="1"><c r="A1"><f>SUM(上报表!C3:C3)</f><v>9</v></c></row></sheetData></worksheet>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{X}">{shared}</sst>"#)),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{X}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" borderId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/calcChain.xml", format!(r#"<calcChain xmlns="{X}"><c r="C5"/></calcChain>"#)),
    ])
}

/// Cells of the first row of strings: `s` is the number of the look.
pub(super) fn cells(row: u32, first: usize, count: usize, look: u32) -> String {
    (0..count)
        .map(|at| format!(r#"<c r="{}{row}" s="{look}" t="s"><v>{}</v></c>"#, char::from(b'A' + at as u8), first + at))
        .collect()
}
