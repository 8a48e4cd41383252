//! Word's own ways of saying things.

use super::make_docx::{docx, docx_with, level, numbered, official, p, styled};
use document::{Origin, Region, parse, read};

fn labels(bytes: &[u8]) -> Vec<String> {
    read(bytes, "a.docx")
        .unwrap()
        .paragraphs
        .iter()
        .map(|p| p.label.as_ref().map_or(String::from("-"), |l| l.text.clone()))
        .collect()
}

fn texts(bytes: &[u8]) -> Vec<String> {
    read(bytes, "a.docx").unwrap().paragraphs.into_iter().map(|p| p.text).collect()
}

#[test]
fn automatic_numbers_are_what_word_prints() {
    let body = [
        numbered(1, 0, "总体"),
        numbered(1, 1, "甲"),
        numbered(1, 2, "子"),
        numbered(1, 2, "丑"),
        numbered(1, 1, "乙"),
        numbered(1, 2, "寅"),
        p("正文。"),
        numbered(1, 0, "问题"),
        numbered(1, 1, "丙"),
    ]
    .concat();
    let bytes = docx_with(&body, &official("chineseCounting"), "");
    assert_eq!(labels(&bytes), ["一、", "（一）", "1.", "2.", "（二）", "1.", "-", "二、", "（一）"]);
    let structure = parse(&read(&bytes, "a.docx").unwrap());
    assert_eq!(structure.outline[0].origin, Origin::Auto);
    assert_eq!(structure.outline[0].span, None);
    assert_eq!(structure.outline[0].children[0].children[1].title, "丑");
}

#[test]
fn a_start_override_restarts_a_shared_list_once() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#,
        level(0, "decimal", "%1.")
    );
    let body =
        [numbered(1, 0, "甲"), numbered(1, 0, "乙"), numbered(2, 0, "丙"), numbered(2, 0, "丁"), numbered(1, 0, "戊")]
            .concat();
    assert_eq!(labels(&docx_with(&body, &numbering, "")), ["1.", "2.", "5.", "6.", "7."]);
}

#[test]
fn styles_number_through_their_parents_and_numid_zero_removes() {
    let styles = r#"<w:style w:type="paragraph" w:styleId="a"><w:name w:val="base"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="b"><w:name w:val="child"/><w:basedOn w:val="a"/></w:style>"#;
    let removed = r#"<w:p><w:pPr><w:pStyle w:val="b"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>无号</w:t></w:r></w:p>"#;
    let body = [styled("b", "甲"), removed.to_owned(), styled("b", "乙")].concat();
    assert_eq!(labels(&docx_with(&body, &official("chineseCounting"), styles)), ["一、", "-", "二、"]);
}

#[test]
fn legal_levels_and_restart_rules_hold() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%3条"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    let body = [
        numbered(1, 0, "总则"),
        numbered(1, 1, "范围"),
        numbered(1, 2, "甲"),
        numbered(1, 0, "分则"),
        numbered(1, 1, "范围"),
        numbered(1, 2, "乙"),
    ]
    .concat();
    assert_eq!(labels(&docx_with(&body, numbering, "")), ["第一章", "1.1", "第一条", "第二章", "2.1", "第二条"]);
}

#[test]
fn formats_that_print_nothing_give_no_label() {
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#,
        level(0, "none", "%1")
    );
    assert_eq!(labels(&docx_with(&numbered(1, 0, "甲"), &numbering, "")), ["-"]);
}

#[test]
fn tracked_deletions_are_out_and_insertions_in() {
    let body = r#"<w:p><w:r><w:t>整改</w:t></w:r><w:del><w:r><w:delText>二十</w:delText></w:r></w:del><w:ins><w:r><w:t>十九</w:t></w:r></w:ins>
        <w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:r><w:t>个</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>"#;
    assert_eq!(texts(&docx(body)), ["整改十九个", "前半后半"]);
}

#[test]
fn a_text_box_is_read_once() {
    let body = r#"<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>"#;
    let document = read(&docx(body), "a.docx").unwrap();
    let seen: Vec<_> = document.paragraphs.iter().map(|p| (p.text.as_str(), p.region)).collect();
    assert_eq!(seen, [("框内", Region::TextBox), ("正文", Region::Body)]);
}

#[test]
fn any_prefix_is_word() {
    let xml = r#"<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>一、总体&#x60C5;况 &amp; 其他</x:t></x:r></x:p></x:body></x:document>"#;
    let bytes = super::make_docx::package(&[("word/document.xml", xml)]);
    assert_eq!(texts(&bytes), ["一、总体情况 & 其他"]);
}

#[test]
fn cells_know_their_place_and_merges() {
    let cell = |text: &str, merge: &str| format!("<w:tc><w:tcPr>{merge}</w:tcPr>{}</w:tc>", p(text));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("任务", r#"<w:vMerge w:val="restart"/>"#),
        cell("步骤一", ""),
        cell("", "<w:vMerge/>"),
        cell("步骤二", ""),
    );
    let document = read(&docx(&body), "a.docx").unwrap();
    assert_eq!(
        document.paragraphs[0].region,
        Region::Table { table: 0, row: 0, column: 0, row_span: 2, column_span: 1 }
    );
    assert_eq!(
        document.paragraphs[2].region,
        Region::Table { table: 0, row: 1, column: 1, row_span: 1, column_span: 1 }
    );
}

#[test]
fn headers_and_footers_stay_apart() {
    let header = r#"<w:hdr xmlns:w="w"><w:p><w:r><w:t>内部页眉</w:t></w:r></w:p></w:hdr>"#;
    let bytes = super::make_docx::package(&[
        ("word/document.xml", &super::make_docx::document(&p("正文"))),
        ("word/header1.xml", header),
    ]);
    let document = read(&bytes, "a.docx").unwrap();
    assert_eq!(document.furniture, ["内部页眉"]);
    assert_eq!(document.paragraphs.len(), 1);
}
