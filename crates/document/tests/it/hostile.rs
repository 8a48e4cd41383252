//! Input that wants to break the reader: a clear refusal or a partial result, never a panic.

use super::make_docx::{document as document_xml, docx, p, package};
use document::{ProblemCode, Refusal, parse, read};
use std::io::{Cursor, Write};

fn refusal(bytes: &[u8], name: &str) -> Refusal {
    match read(bytes, name) {
        Err(refusal) => refusal,
        Ok(document) => panic!("was read: {} paragraphs", document.paragraphs.len()),
    }
}

fn deflated(name: &str, chunk: &[u8], times: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..times {
        zip.write_all(chunk).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_refused() {
    let bomb = deflated("word/document.xml", &vec![b' '; 1 << 20], 200);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(refusal(&bomb, "a.docx"), Refusal::Bomb { .. }));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..100 {
            zip.write_all(&vec![b' '; 1 << 20]).unwrap();
        }
    }
    assert!(matches!(refusal(&zip.finish().unwrap().into_inner(), "a.xlsx"), Refusal::Bomb { .. }));
}

#[test]
fn an_entity_bomb_is_not_expanded() {
    let xml = r#"<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "啊啊啊啊啊啊啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>正文&b;</w:t></w:r></w:p></w:body></w:document>"#;
    let document = read(&package(&[("word/document.xml", xml)]), "a.docx").unwrap();
    assert_eq!(document.paragraphs[0].text, "正文");
    assert!(document.problems.iter().any(|p| p.code == ProblemCode::Truncated));
}

#[test]
fn a_million_nested_tables_give_a_partial_result() {
    let body = format!("{}{}", p("一、总体"), "<w:tbl><w:tr><w:tc>".repeat(1_000_000));
    let document = read(&docx(&body), "a.docx").unwrap();
    assert_eq!(document.paragraphs[0].text, "一、总体");
    assert!(document.problems.iter().any(|p| p.code == ProblemCode::LimitReached));
}

#[test]
fn a_truncated_package_is_refused_and_a_truncated_part_is_partial() {
    let whole = docx(&p("正文"));
    assert!(matches!(refusal(&whole[..whole.len() / 2], "a.docx"), Refusal::Unreadable { .. }));
    let cut = document_xml(&p("一、总体"));
    let part = package(&[("word/document.xml", &format!("{}<w:p><w:r", &cut[..cut.len() - 30]))]);
    let document = read(&part, "a.docx").unwrap();
    assert_eq!(document.paragraphs[0].text, "一、总体");
}

#[test]
fn encrypted_macro_and_foreign_files_are_refused_by_name() {
    let compound = |streams: &[&str]| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for stream in streams {
            file.create_stream(stream).unwrap().write_all(b"x").unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    };
    assert_eq!(refusal(&compound(&["/EncryptionInfo", "/EncryptedPackage"]), "a.docx"), Refusal::Encrypted);
    let with_macro = package(&[("word/document.xml", &document_xml(&p("正文"))), ("word/vbaProject.bin", "x")]);
    assert_eq!(refusal(&with_macro, "a.docx"), Refusal::Macro);
    assert!(matches!(refusal(b"\x89PNG\r\n", "a.docx"), Refusal::Unsupported { .. }));
    assert!(matches!(refusal(b"\x00\x01\x02\x00", "a.docx"), Refusal::Unreadable { .. }));
}

#[test]
fn a_doc_named_docx_is_read_as_what_it_is() {
    let text = "一、总体".as_bytes();
    let document = read(text, "a.docx").unwrap();
    assert_eq!(document.paragraphs[0].text, "一、总体");
    assert!(document.problems.iter().any(|p| p.code == ProblemCode::WrongExtension));
}

#[test]
fn empty_and_blank_files_say_so() {
    for bytes in [&b""[..], b"\n \n", "\u{feff}".as_bytes()] {
        let document = read(bytes, "a.txt").unwrap();
        assert_eq!(document.problems[0].code, ProblemCode::Empty);
        assert!(parse(&document).outline.is_empty());
    }
}

#[test]
fn a_marked_document_is_refused_in_every_format_and_a_mention_passes() {
    let marked = "机密★10年\n关于整改的报告\n一、总体";
    assert_eq!(refusal(marked.as_bytes(), "a.txt"), Refusal::Secret { mark: "机密★10年".to_owned() });
    assert!(matches!(refusal(&docx(&[p("秘 密"), p("关于整改的报告")].concat()), "a.docx"), Refusal::Secret { .. }));
    let header = package(&[
        ("word/document.xml", &document_xml(&p("报告"))),
        ("word/header1.xml", r#"<w:hdr xmlns:w="w"><w:p><w:r><w:t>绝密</w:t></w:r></w:p></w:hdr>"#),
    ]);
    assert!(matches!(refusal(&header, "a.docx"), Refusal::Secret { .. }));
    assert!(matches!(refusal(b"x", "\u{62a5}\u{544a}\u{ff08}\u{79d8}\u{5bc6}\u{ff09}.txt"), Refusal::Secret { .. }));
    let mention = "关于保密工作整改的报告\n一、机密文件管理\n对机密、秘密文件实行专人管理。";
    assert!(read(mention.as_bytes(), "保密工作.txt").is_ok());
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..2000), magic in 0usize..4) {
        let mut file = [&b""[..], b"PK\x03\x04", b"%PDF-1.4\n", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]][magic].to_vec();
        file.extend(bytes);
        if let Ok(document) = read(&file, "a.txt") {
            let _ = parse(&document);
        }
    }

    #[test]
    fn any_official_looking_text_keeps_spans_on_characters(text in "([一二三四五六七八九十（）、。；：，1-9.“”《》\n ]|是|要|问题|个|项|月|日|年|元|完成|整改|第|首先|其中){0,120}") {
        let document = read(text.as_bytes(), "a.txt").unwrap();
        let structure = parse(&document);
        let texts = structure.series.iter().flat_map(|s| s.items.iter().map(|i| i.span))
            .chain(structure.titles.iter().map(|t| t.span)).chain(structure.dates.iter().map(|t| t.span))
            .chain(structure.totals.iter().map(|t| t.span)).chain(structure.findings.iter().flat_map(|f| f.sources.clone()));
        for span in texts {
            let paragraph = &document.paragraphs[span.paragraph as usize].text;
            proptest::prop_assert!(paragraph.get(span.start as usize..span.end as usize).is_some());
        }
        for paragraph in &document.paragraphs {
            let parts: String = document::sentences(&paragraph.text).into_iter().map(|(s, e)| &paragraph.text[s..e]).collect();
            proptest::prop_assert_eq!(&parts, &paragraph.text);
        }
    }
}
