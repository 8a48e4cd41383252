//! Comments and tracked changes in a copy of a docx: at the very characters, and nothing else is touched.

use crate::make_docx::{docx, p, package};
use crate::print;
use document::{AnnotateError, Annotated, BlockKind, Mark, Official, annotate, read, write_docx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A run with a property that tells it from its neighbours.
fn run(look: &str, inner: &str) -> String {
    format!("<w:r><w:rPr><w:{look}/></w:rPr>{inner}</w:r>")
}

fn t(text: &str) -> String {
    format!(r#"<w:t xml:space="preserve">{text}</w:t>"#)
}

/// A document with everything that a mark must not break.
fn rich() -> Vec<u8> {
    let text_box = format!(
        r#"<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx><w:txbxContent><w:p>{}</w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"#,
        run("b", &t("文本框里的字")),
        run("b", &t("文本框里的字")),
    );
    let body = [
        format!("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}{}</w:p>", run("b", &t("关于整改")), run("i", &t("情况的报告"))),
        format!(
            "<w:p>{}<w:hyperlink r:id=\"rId9\">{}</w:hyperlink>{}</w:p>",
            run("b", &format!("{}<w:tab/>{}", t("问题&amp;措施"), t("共21个，"))),
            run("u", &t("见链接")),
            run("i", &t("已办结。"))
        ),
        format!(
            "<w:p>{}<w:ins w:id=\"7\" w:author=\"甲\">{}</w:ins><w:del w:id=\"8\" w:author=\"甲\"><w:r><w:delText>旧词</w:delText></w:r></w:del>{}</w:p>",
            run("b", &t("前文")),
            run("i", &t("新增的话")),
            run("u", &t("后文"))
        ),
        format!(
            "<w:p>{}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{}</w:p>",
            run("b", &t("第")),
            run("i", &t("12")),
            run("u", &t("页"))
        ),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("序号"), p("整改措施")),
        format!("<w:p><w:r>{text_box}</w:r>{}</w:p>", run("i", &t("框旁的字"))),
        format!("<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", run("b", &t("有脚注的话"))),
        format!("<w:p>{}<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>", run("b", &t("控件")), run("i", &t("里的字"))),
        format!("<w:p><w:commentRangeStart w:id=\"5\"/>{}<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r></w:p>", run("b", &t("已有批注的话"))),
        "<w:sectPr/>".to_owned(),
    ]
    .concat();
    let root = r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;
    package(&[
        (
            "[Content_Types].xml",
            r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#,
        ),
        (
            "word/_rels/document.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>"#,
        ),
        (
            "word/document.xml",
            &format!(r#"<?xml version="1.0"?><w:document xmlns:w="{W}" {root}><w:body>{body}</w:body></w:document>"#),
        ),
        (
            "word/comments.xml",
            &format!(
                r#"<w:comments xmlns:w="{W}"><w:comment w:id="5" w:author="乙">{}</w:comment></w:comments>"#,
                p("原有批注")
            ),
        ),
        (
            "word/footnotes.xml",
            &format!(
                r#"<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{}</w:footnote></w:footnotes>"#,
                p("脚注里的字")
            ),
        ),
        ("customXml/item1.xml", "<a/>"),
    ])
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|n| n.unwrap().to_string()).collect();
    let text = |name: &String| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        (name.clone(), text)
    };
    names.iter().map(text).collect()
}

fn mark(paragraph: usize, start: usize, end: usize) -> Mark {
    Mark { paragraph, start, end, lines: vec!["【疑似】说明".to_owned(), "改法".to_owned()], replacement: None }
}

/// A mark on the first place of a word in the document.
fn on(bytes: &[u8], word: &str) -> Mark {
    let document = read(bytes, "a.docx").unwrap();
    let found = document.paragraphs.iter().enumerate().find_map(|(i, p)| p.text.find(word).map(|at| (i, at)));
    let (paragraph, start) = found.unwrap();
    mark(paragraph, start, start + word.len())
}

fn done(bytes: &[u8], marks: &[Mark]) -> Annotated {
    annotate(bytes, marks, "核稿").unwrap()
}

/// What stands between the marks of a comment, without tags and deleted text.
fn commented(xml: &str, id: u32) -> String {
    let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let inside =
        xml.split(&start).nth(1).unwrap().split(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).next().unwrap();
    plain(inside)
}

fn plain(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, rest) = piece.split_once('>').unwrap();
        if tag == "w:t" || tag.starts_with("w:t ") {
            text.push_str(rest);
        } else if tag == "w:tab/" {
            text.push(' ');
        }
    }
    text.replace("&amp;", "&")
}

/// The main part without comments from `first` on, split runs joined again.
fn without(xml: &str, first: u32) -> String {
    let mut xml = xml.to_owned();
    for id in first..first + 200 {
        for tag in [
            format!("<w:commentRangeStart w:id=\"{id}\"/>"),
            format!("<w:commentRangeEnd w:id=\"{id}\"/>"),
            format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>"),
        ] {
            xml = xml.replace(&tag, "");
        }
    }
    loop {
        let joint = xml.match_indices("</w:r><w:r>").find_map(|(at, _)| {
            let head = &xml[xml[..at].rfind("<w:r>").unwrap()..];
            let head = match head.find("</w:rPr>") {
                Some(end) if head.starts_with("<w:r><w:rPr>") => &head[..end + "</w:rPr>".len()],
                _ => "<w:r>",
            };
            let next = &xml[at + "</w:r>".len()..];
            let same = next.starts_with(head) && (head.len() > 5 || next.starts_with("<w:r><w:t"));
            same.then(|| (at, "</w:r>".len() + head.len()))
        });
        match joint {
            Some((at, length)) => xml.replace_range(at..at + length, ""),
            None => return xml.replace("</w:t><w:t xml:space=\"preserve\">", ""),
        }
    }
}

#[test]
fn a_comment_stands_around_its_very_characters_and_goes_without_a_trace() {
    let bytes = rich();
    let before = parts(&bytes);
    let document = read(&bytes, "a.docx").unwrap();
    let text_box = document.paragraphs.iter().position(|p| p.text == "文本框里的字").unwrap();
    let note = document.paragraphs.iter().position(|p| p.text == "脚注里的字").unwrap();
    let mut seen = 0;
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let cuts: Vec<usize> = paragraph.text.char_indices().map(|(at, _)| at).chain([paragraph.text.len()]).collect();
        for (at, start) in cuts.iter().enumerate() {
            for end in &cuts[at + 1..] {
                let annotated = done(&bytes, &[mark(index, *start, *end)]);
                let after = parts(&annotated.bytes);
                let xml = &after["word/document.xml"];
                assert_eq!(without(xml, 9), before["word/document.xml"], "{index} {start}..{end}");
                let control = paragraph.text.starts_with("控件") && *end > "控件".len();
                if index != text_box && index != note && !control {
                    assert_eq!(commented(xml, 9), paragraph.text[*start..*end]);
                    assert_eq!(annotated.moved, 0);
                } else {
                    assert_eq!(annotated.moved, 1, "{index} {start}..{end}");
                }
                let same = |name: &&String| !["word/document.xml", "word/comments.xml"].contains(&name.as_str());
                assert!(before.keys().filter(same).all(|name| before[name] == after[name]));
                let texts = |b: &[u8]| read(b, "a.docx").unwrap().paragraphs;
                assert_eq!(texts(&bytes), texts(&annotated.bytes));
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn existing_comments_stay_and_numbers_go_on() {
    let bytes = rich();
    let annotated = done(&bytes, &[on(&bytes, "21个"), on(&bytes, "办结")]);
    let comments = &parts(&annotated.bytes)["word/comments.xml"];
    let old = &parts(&bytes)["word/comments.xml"];
    assert!(comments.starts_with(old.strip_suffix("</w:comments>").unwrap()));
    assert!(comments.contains(
        r#"<w:comment w:id="9" w:author="核稿" w:initials="核"><w:p><w:r><w:t xml:space="preserve">【疑似】说明"#
    ));
    assert!(comments.contains(r#"<w:comment w:id="10""#));
    assert_eq!(annotated.comments, 2);
}

#[test]
fn a_document_without_comments_gets_the_part_its_type_and_its_relation() {
    let bytes = docx(&p("共有问题21个。"));
    let after = parts(&done(&bytes, &[on(&bytes, "21")]).bytes);
    assert!(after["[Content_Types].xml"].contains(r#"PartName="/word/comments.xml""#));
    assert!(after["[Content_Types].xml"].contains(r#"Extension="rels""#));
    assert!(after["word/_rels/document.xml.rels"].contains(r#"Target="comments.xml""#));
    assert_eq!(commented(&after["word/document.xml"], 0), "21");
}

#[test]
fn comments_may_overlap_and_touch() {
    let bytes = docx(&p("甲乙丙丁戊己"));
    let marks = [mark(0, 0, 9), mark(0, 6, 12), mark(0, 9, 12), mark(0, 0, 18), mark(0, 12, 12)];
    let after = parts(&done(&bytes, &marks).bytes);
    let xml = &after["word/document.xml"];
    let texts: Vec<String> = (0..5).map(|id| commented(xml, id)).collect();
    assert_eq!(texts, ["甲乙丙", "丙丁", "丁", "甲乙丙丁戊己", "戊"]);
    assert_eq!(&without(xml, 0), &parts(&bytes)["word/document.xml"]);
}

#[test]
fn a_blank_before_a_cut_is_kept() {
    let bytes = docx("<w:p><w:r><w:t>a b</w:t></w:r></w:p>");
    let xml = parts(&done(&bytes, &[mark(0, 2, 3)]).bytes)["word/document.xml"].clone();
    assert!(xml.contains(r#"<w:t xml:space="preserve">a </w:t>"#), "{xml}");
}

#[test]
fn a_tracked_change_is_the_new_text_when_accepted_and_the_old_when_rejected() {
    let bytes = rich();
    let mut one = on(&bytes, "&措施 共21");
    one.replacement = Some("及措施共<20>".to_owned());
    // The tab is no text: this one stays a comment.
    let annotated = done(&bytes, std::slice::from_ref(&one));
    assert_eq!((annotated.changes, annotated.comments), (0, 1));
    let mut across = on(&bytes, "整改情况");
    across.replacement = Some("整治<情况>".to_owned());
    let mut removed = on(&bytes, "办结");
    removed.replacement = Some(String::new());
    let mut entity = on(&bytes, "题&措");
    entity.replacement = Some("题和措".to_owned());
    let annotated = done(&bytes, &[across, removed, entity]);
    assert_eq!(annotated.changes, 3);
    let texts =
        |bytes: &[u8]| read(bytes, "a.docx").unwrap().paragraphs.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
    let (old, new) = (texts(&bytes), texts(&annotated.bytes));
    assert_eq!(new[0], "关于整治<情况>的报告");
    assert_eq!(new[1], "问题和措施 共21个，见链接已。");
    assert_eq!(new[2..], old[2..]);
    let xml = &parts(&annotated.bytes)["word/document.xml"];
    let kept: Vec<&str> = xml
        .split("<w:ins w:id=\"")
        .enumerate()
        .map(|(at, piece)| match at {
            0 => piece,
            _ if piece.contains("author=\"核稿\"") && piece.find("核稿").unwrap() < 30 => {
                piece.split_once("</w:ins>").unwrap().1
            }
            _ => piece.split_once('>').unwrap().1,
        })
        .collect();
    let rejected = kept.concat().replace("w:delText", "w:t").replace("<w:t>旧词</w:t>", "");
    assert!(
        plain(&rejected).starts_with("关于整改情况的报告问题&措施 共21个，见链接已办结。前文"),
        "{}",
        plain(&rejected)
    );
}

#[test]
fn changes_inside_insertions_fields_and_controls_stay_comments() {
    let bytes = rich();
    for word in ["增的", "12", "里的", "框旁的字"] {
        let mut one = on(&bytes, word);
        one.replacement = Some("换".to_owned());
        let changes = usize::from(word == "框旁的字");
        assert_eq!(done(&bytes, &[one]).changes, changes, "{word}");
    }
}

#[test]
fn other_prefixes_and_no_prefix_are_understood() {
    for (prefix, root) in [("x:", format!("xmlns:x=\"{W}\"")), ("", format!("xmlns=\"{W}\""))] {
        let inner = "<W:p><W:r><W:t>甲乙丙</W:t></W:r></W:p>".replace("W:", prefix);
        let main = format!("\u{feff}<{prefix}document {root}><{prefix}body>{inner}</{prefix}body></{prefix}document>");
        let bytes = package(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &main)]);
        let mut one = mark(0, 3, 6);
        one.replacement = Some("己".to_owned());
        let annotated = done(&bytes, &[one]);
        assert_eq!(read(&annotated.bytes, "a.docx").unwrap().paragraphs[0].text, "甲己丙");
        assert!(parts(&annotated.bytes)["word/document.xml"].starts_with('\u{feff}'));
    }
}

#[test]
fn without_marks_the_copy_is_the_file() {
    let bytes = rich();
    assert_eq!(done(&bytes, &[]).bytes, bytes);
}

#[test]
fn what_cannot_be_annotated_is_said_in_words() {
    let said = |bytes: &[u8]| annotate(bytes, &[mark(0, 0, 3)], "核稿").unwrap_err().to_string();
    assert!(said("一、问题".as_bytes()).contains("不是 docx"));
    assert!(said(&docx("")).contains("没有可以加批注的段落"));
    let broken = package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &format!("<w:document xmlns:w=\"{W}\"><w:body>{}<w:p", p("甲"))),
    ]);
    assert!(said(&broken).contains("已损坏"), "{}", said(&broken));
    let mut signed = vec![("[Content_Types].xml", "<Types/>"), ("_xmlsignatures/sig1.xml", "<a/>")];
    let main = crate::make_docx::document(&p("甲乙"));
    signed.push(("word/document.xml", &main));
    assert!(matches!(annotate(&package(&signed), &[mark(0, 0, 3)], "核稿"), Err(AnnotateError::Signed)));
    let deep = format!("{}{}{}", "<w:sdt>".repeat(5000), p("甲"), "</w:sdt>".repeat(5000));
    assert!(said(&docx(&deep)).contains("嵌套过深"));
}

#[test]
fn a_mark_beyond_the_text_finds_a_place() {
    let bytes = docx(&p("甲乙"));
    for one in [mark(9, 0, 3), mark(0, 6, 6), mark(0, 90, 99), mark(0, 1, 2), mark(0, 6, 3)] {
        let annotated = done(&bytes, &[one]);
        assert!(parts(&annotated.bytes)["word/document.xml"].contains("commentReference"));
    }
}

#[test]
fn our_own_documents_take_a_comment_at_every_character() {
    let lines = [
        (BlockKind::Heading(1), "一、总体情况"),
        (BlockKind::Body, "反馈问题2个，<已完成>&1个。"),
        (BlockKind::Date, "2026年6月30日"),
    ];
    let official = Official::unbound("关于巡察整改\n进展情况的报告", lines);
    let bytes = write_docx(&official).unwrap();
    let document = read(&bytes, "a.docx").unwrap();
    let mut marks = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let chars = paragraph.text.char_indices();
        marks.extend(chars.map(|(at, c)| mark(index, at, at + c.len_utf8())));
    }
    let annotated = done(&bytes, &marks);
    assert_eq!(annotated.moved, 0);
    let xml = &parts(&annotated.bytes)["word/document.xml"];
    let all: String = (0..marks.len() as u32).map(|id| commented(xml, id)).collect();
    let text: String = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(all.replace("&lt;", "<").replace("&gt;", ">"), text);
}

#[test]
fn an_office_program_opens_the_copy() {
    let Some(program) = print::program("SOFFICE", "/usr/bin/soffice") else { return };
    let bytes = rich();
    let mut change = on(&bytes, "整改情况");
    change.replacement = Some("整治情况".to_owned());
    let marks = [change, on(&bytes, "21个"), on(&bytes, "整改措施"), on(&bytes, "文本框里"), on(&bytes, "脚注里")];
    let copy = done(&bytes, &marks).bytes;
    let pdfs = print::libreoffice(&program, &print::folder("annotated"), &[copy]);
    let document = read(&pdfs[0], "a.pdf").unwrap();
    let text: String = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert!(text.contains("关于整改整治情况的报告") || text.contains("整治情况"), "{text}");
    assert!(text.contains("整改措施"), "{text}");
}
