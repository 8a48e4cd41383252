//! The parts of a docx and their zip; the same document always gives the same bytes.

use super::bound::{self, Bound};
use super::form::Form;
use super::head::letter_rules;
use super::official::Official;
use super::parts::{FOOTER_EVEN, FOOTER_NONE, FOOTER_ODD, styles};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#
);

/// What the markup of figures is written in.
const FIGURES: &str = concat!(
    r#" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#,
    r#" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape""#
);

/// Writes a document as docx. Fails only if the text cannot be zipped.
pub fn write_docx(official: &Official) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let (document, bound) = body(official);
    let mut relations = DOCUMENT_RELATIONS.replace("</Relationships>", "");
    let mut types = CONTENT_TYPES.to_owned();
    let mut headed = Vec::new();
    if official.form != Form::Plain {
        relations.push_str(HEADED_RELATIONS);
        types = types.replace("</Types>", HEADED_TYPES);
        headed.push(("word/footer3.xml", whole("w:ftr", FOOTER_NONE)));
        headed.push(("word/header1.xml", whole("w:hdr", &letter_rules(official))));
    }
    if bound.is_some() {
        relations.push_str(&BOUND_RELATION.replace("PART", bound::PART));
    }
    relations.push_str("</Relationships>");
    let mut parts = vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("word/document.xml", document),
        ("word/styles.xml", whole("w:styles", &styles(official.family))),
        ("word/settings.xml", whole("w:settings", SETTINGS)),
        ("word/footer1.xml", whole("w:ftr", FOOTER_ODD)),
        ("word/footer2.xml", whole("w:ftr", FOOTER_EVEN)),
        ("word/_rels/document.xml.rels", relations),
    ];
    parts.extend(headed);
    parts.extend(bound.map(|xml| (bound::PART, xml)));
    for (name, text) in parts {
        zip.start_file(name, options).map_err(io::Error::other)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

fn whole(root: &str, inner: &str) -> String {
    let figures = if inner.contains("<mc:") { FIGURES } else { "" };
    format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{root} {NAMESPACES}{figures}>{inner}</{root}>"#)
}

/// The text, and what its places refer to.
fn body(official: &Official) -> (String, Option<String>) {
    let mut inner = String::from("<w:body>");
    let mut bound = Bound::default();
    super::body::body(official, &mut bound, &mut inner);
    inner.push_str("</w:body>");
    (whole("w:document", &inner), bound.part(&official.properties))
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

const BOUND_RELATION: &str = r#"<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../PART"/>"#;

const HEADED_RELATIONS: &str = concat!(
    r#"<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer3.xml"/>"#,
    r#"<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>"#
);

const HEADED_TYPES: &str = concat!(
    r#"<Override PartName="/word/footer3.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>"#
);

const SETTINGS: &str = r#"<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::official::{Block, BlockKind, Run, Table, Text};
    use crate::{carried, parse, read};

    fn sample() -> Official {
        Official {
            blocks: vec![
                Block::unbound(BlockKind::Title, "关于巡察整改进展情况的报告"),
                Block::unbound(BlockKind::Addressee, "县委巡察办："),
                Block::unbound(BlockKind::Heading(1), "一、总体情况"),
                Block::unbound(BlockKind::Body, "反馈问题2个，已完成1个，正在整改1个。<&>“引号”"),
                Block::unbound(BlockKind::Heading(2), "（一）学习方面"),
                Block::unbound(BlockKind::Heading(3), "1.学习不深入。"),
                Block::unbound(BlockKind::Signature, "中共云溪县水务局党组"),
                Block::unbound(BlockKind::Date, "2026年6月30日"),
            ],
            ..Official::default()
        }
    }

    fn texts(official: &Official) -> Vec<String> {
        let document = read(&write_docx(official).unwrap(), "a.docx").unwrap();
        document.paragraphs.iter().map(|p| p.text.clone()).collect()
    }

    fn cells(words: &[&str]) -> Vec<Text> {
        words.iter().map(|word| vec![Run { text: (*word).to_owned(), binding: None }]).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let official = sample();
        let expected: Vec<String> = official.runs().map(|run| run.text.clone()).collect();
        assert_eq!(texts(&official), expected);
        let structure = parse(&read(&write_docx(&official).unwrap(), "a.docx").unwrap());
        assert_eq!(structure.title, Some(official.title()));
        assert_eq!(structure.outline[0].children[0].children[0].title, "学习不深入");
    }

    #[test]
    fn a_long_title_turns_where_a_word_ends_and_is_read_as_one() {
        let run = |text: &str, binding: Option<&str>| Run { text: text.into(), binding: binding.map(str::to_owned) };
        let title =
            vec![run("中共云溪县", None), run("水务局党组关于巡察", Some("unit")), run("集中整改进展情况的报告", None)];
        let mut official = sample();
        official.blocks[0] = Block::Paragraph { kind: BlockKind::Title, text: title };
        let xml = super::body(&official).0;
        let (head, rest) = xml.split_once("<w:br/>").unwrap();
        assert!(head.ends_with("水务局党组</w:t></w:r><w:r>"), "{head}");
        assert!(!rest.contains("<w:br/>"));
        assert_eq!(rest.matches("<w:bookmarkEnd").count(), head.matches("<w:bookmarkStart").count());
        let structure = parse(&read(&write_docx(&official).unwrap(), "a.docx").unwrap());
        assert_eq!(structure.title, Some(official.title()));
    }

    #[test]
    fn a_wide_table_turns_its_own_pages_only() {
        let mut official = sample();
        let rows = vec![cells(&["序号", "问题"]), cells(&["1", "学习\n不深入"]), cells(&["2"])];
        official.blocks.push(Block::unbound(BlockKind::PageMark, "附件1"));
        official.blocks.push(Block::Table(Table { widths: vec![1, 5], rows, landscape: true }));
        official.blocks.push(Block::PageBreak);
        official.blocks.push(Block::unbound(BlockKind::Body, "完。"));
        let xml = super::body(&official).0;
        let sizes: Vec<&str> =
            xml.match_indices("<w:pgSz").map(|(at, _)| &xml[at..at + xml[at..].find("/>").unwrap()]).collect();
        assert_eq!(sizes.len(), 3);
        assert!(sizes[1].contains("landscape") && !sizes[0].contains("landscape") && !sizes[2].contains("landscape"));
        assert!(xml.find("附件1").unwrap() > xml.find("<w:sectPr>").unwrap(), "the mark stands on the turned page");
        assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
        assert_eq!(xml.matches("<w:tc>").count(), 6, "a short row is filled up");
        let read_back = texts(&official);
        for cell in ["序号", "问题", "学习", "不深入", "2", "完。"] {
            assert!(read_back.iter().any(|text| text == cell), "{cell}: {read_back:?}");
        }
    }

    #[test]
    fn what_places_refer_to_is_carried_and_read_back() {
        let bound = |text: &str, to: &str| Run { text: text.to_owned(), binding: Some(to.to_owned()) };
        let mut official = sample();
        let runs = vec![
            Run { text: "共".to_owned(), binding: None },
            bound("21", "统计.问题数"),
            bound("<甲>&乙", "问题[a&\"b].名称|句"),
        ];
        official.blocks.push(Block::Paragraph { kind: BlockKind::Body, text: runs });
        let rows = vec![cells(&["措施"]), vec![vec![bound("一行\n二行\n三行", "问题[a].措施")]]];
        official.blocks.push(Block::Table(Table { widths: vec![1], rows, landscape: false }));
        official.properties.insert("截至".to_owned(), "2026年6月30日 <&>".to_owned());
        let found = carried(&write_docx(&official).unwrap()).unwrap().unwrap();
        assert_eq!(found.properties, official.properties);
        let places: Vec<(&str, &str)> =
            found.places.iter().map(|p| (p.binding.as_str(), p.text.as_deref().unwrap())).collect();
        assert_eq!(
            places,
            [("统计.问题数", "21"), ("问题[a&\"b].名称|句", "<甲>&乙"), ("问题[a].措施", "一行\n二行\n三行"),]
        );
        assert_eq!(carried(&write_docx(&sample()).unwrap()).unwrap(), None, "nothing to carry");
    }

    #[test]
    fn a_page_break_is_one_break() {
        let page = |text: &str| Block::unbound(BlockKind::Title, text);
        let official = Official {
            blocks: vec![page("甲"), Block::PageBreak, page("乙"), Block::PageBreak, page("丙")],
            ..Official::default()
        };
        assert_eq!(super::body(&official).0.matches("<w:pageBreakBefore/>").count(), 2);
    }

    #[test]
    fn hostile_text_stays_text() {
        let text = "a\u{0}\u{b}\u{fffe}<w:p/>&amp;𠮷".to_owned() + &"长".repeat(10_000);
        let official = Official { blocks: vec![Block::unbound(BlockKind::Body, text)], ..Official::default() };
        assert_eq!(texts(&official), ["a<w:p/>&amp;𠮷".to_owned() + &"长".repeat(10_000)]);
        assert!(texts(&Official::default()).iter().all(String::is_empty));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        assert_eq!(write_docx(&sample()).unwrap(), write_docx(&sample()).unwrap());
    }
}
