//! What files carry beside their text.

use crate::make_docx::{document, p, package};
use crate::print;
use document::{Property, PropertyKind, read};

#[test]
fn a_text_carries_nothing() {
    assert_eq!(read("一、问题".as_bytes(), "a.txt").unwrap().meta, None);
}

#[test]
fn a_pdf_names_its_author() {
    let Some(program) = print::program("SOFFICE", "/usr/bin/soffice") else { return };
    let core = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>起草人甲</dc:creator></cp:coreProperties>"#;
    let bytes = package(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#,
        ),
        ("word/document.xml", &document(&p("各项整改任务已经全部完成，现将整改进展情况报告如下，请予审阅。"))),
        ("docProps/core.xml", core),
    ]);
    let author = Property { kind: PropertyKind::Author, value: "起草人甲".to_owned() };
    assert_eq!(read(&bytes, "a.docx").unwrap().meta.unwrap().properties.first(), Some(&author));
    let pdfs = print::libreoffice(&program, &print::folder("meta"), &[bytes]);
    assert_eq!(read(&pdfs[0], "a.pdf").unwrap().meta.unwrap().properties, [author]);
}
