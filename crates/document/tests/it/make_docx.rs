//! Builds small docx files for the tests.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A package with the given parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A docx whose body is this XML.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    package(&[("[Content_Types].xml", TYPES), ("word/document.xml", &document(body))])
}

pub(crate) fn document(body: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>"#)
}

/// A docx with its own numbering and styles.
pub(crate) fn docx_with(body: &str, numbering: &str, styles: &str) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", &document(body)),
        ("word/numbering.xml", &format!(r#"<w:numbering xmlns:w="{W}">{numbering}</w:numbering>"#)),
        ("word/styles.xml", &format!(r#"<w:styles xmlns:w="{W}">{styles}</w:styles>"#)),
    ])
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A paragraph with typed text.
pub(crate) fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#, escape(text))
}

/// A paragraph numbered by its own properties.
pub(crate) fn numbered(num: u32, level: u32, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"#,
        escape(text)
    )
}

/// A paragraph with a style.
pub(crate) fn styled(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"#, escape(text))
}

/// A level of a list.
pub(crate) fn level(at: u32, format: &str, text: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

/// One list with three official levels, as num 1.
pub(crate) fn official(first: &str) -> String {
    format!(
        r#"<w:abstractNum w:abstractNumId="0">{}{}{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, first, "%1、"),
        level(1, first, "（%2）"),
        level(2, "decimal", "%3."),
    )
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
