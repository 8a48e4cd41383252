//! The parts of a docx and their zip; the same document always gives the same bytes.

use super::Official;
use super::parts::{FOOTER_EVEN, FOOTER_ODD, STYLES, paragraph, section, title};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#
);

/// Writes a document as docx. Fails only if the text cannot be zipped.
pub fn write_docx(official: &Official) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("word/document.xml", body(official)),
        ("word/styles.xml", whole("w:styles", STYLES)),
        ("word/settings.xml", whole("w:settings", SETTINGS)),
        ("word/footer1.xml", whole("w:ftr", FOOTER_ODD)),
        ("word/footer2.xml", whole("w:ftr", FOOTER_EVEN)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.to_owned()),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).map_err(io::Error::other)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

fn whole(root: &str, inner: &str) -> String {
    format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{root} {NAMESPACES}>{inner}</{root}>"#)
}

fn body(official: &Official) -> String {
    let mut inner = String::from("<w:body>");
    title(&official.title, &mut inner);
    for p in &official.paragraphs {
        paragraph(p, &mut inner);
    }
    inner.push_str(section());
    inner.push_str("</w:body>");
    whole("w:document", &inner)
}

const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"#
);

const RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#
);

const DOCUMENT_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>"#,
    r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>"#,
    r#"<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/></Relationships>"#
);

const SETTINGS: &str = r#"<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{OfficialKind, OfficialParagraph, parse, read};

    fn sample() -> Official {
        let line = |kind, text: &str| OfficialParagraph { kind, text: text.to_owned() };
        Official {
            title: "关于巡察整改进展情况的报告".to_owned(),
            paragraphs: vec![
                line(OfficialKind::Addressee, "县委巡察办："),
                line(OfficialKind::Heading1, "一、总体情况"),
                line(OfficialKind::Body, "反馈问题2个，已完成1个，正在整改1个。<&>“引号”"),
                line(OfficialKind::Heading2, "（一）学习方面"),
                line(OfficialKind::Heading3, "1.学习不深入。"),
                line(OfficialKind::Signature, "中共云溪县水务局党组"),
                line(OfficialKind::Date, "2026年6月30日"),
            ],
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let official = sample();
        let document = read(&write_docx(&official).unwrap(), "a.docx").unwrap();
        let texts: Vec<_> = document.paragraphs.iter().map(|p| p.text.clone()).collect();
        let expected: Vec<_> =
            std::iter::once(official.title.clone()).chain(official.paragraphs.iter().map(|p| p.text.clone())).collect();
        assert_eq!(texts, expected);
        let structure = parse(&document);
        assert_eq!(structure.title.as_deref(), Some(official.title.as_str()));
        assert_eq!(structure.outline[0].children[0].children[0].title, "学习不深入");
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        assert_eq!(write_docx(&sample()).unwrap(), write_docx(&sample()).unwrap());
    }
}
