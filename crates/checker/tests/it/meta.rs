//! R-META: what a file carries beside its text.

use crate::edited_docx::{edited, report};
use checker::{Profile, Selection, check};
use document::BlockKind::Body;

fn found(bytes: &[u8], name: &str, profile: Profile) -> Vec<String> {
    let document = document::read(bytes, name).unwrap();
    let found = check(&document, None, &Selection { profile, ..Selection::default() });
    found.into_iter().filter(|one| one.rule == "R-META").map(|one| one.message).collect()
}

fn plain() -> Vec<u8> {
    report(&[(Body, "各项整改任务已经完成。"), (Body, "下一步继续巩固成果。")])
}

#[test]
fn a_file_without_traces_is_silent() {
    assert_eq!(found(&plain(), "a.docx", Profile::Public), [""; 0]);
    assert_eq!(found("各项整改任务已经完成。".as_bytes(), "a.txt", Profile::Public), [""; 0]);
}

#[test]
fn traces_of_a_docx_are_found_in_public_texts_only() {
    let core = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>报告</dc:title><dc:creator>甲&amp;乙</dc:creator><cp:lastModifiedBy>丙</cp:lastModifiedBy></cp:coreProperties>"#;
    let app = "<Properties><Application>Word</Application><Company>某局</Company><Template>Normal.dotm</Template></Properties>";
    let relations = r#"<Relationships><Relationship Id="rId1" Target="file:///D:\%E7%BA%AA\a.dotx"/></Relationships>"#;
    let comments =
        r#"<w:comments xmlns:w="x"><w:comment w:id="0"/><w:comment w:id="1"><w:p/></w:comment></w:comments>"#;
    let comments = comments.replace("<w:comment w:id=\"0\"/>", "<w:comment w:id=\"0\"></w:comment>");
    let bytes = edited(
        &plain(),
        &[(
            "word/document.xml",
            "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">各项整改",
            "<w:ins w:id=\"1\"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏着的</w:t></w:r><w:r><w:t>各项整改",
        )],
        &[
            ("docProps/core.xml", core),
            ("docProps/app.xml", app),
            ("word/_rels/settings.xml.rels", relations),
            ("word/comments.xml", &comments),
        ],
    );
    let expected = [
        "文件里有2处未处理的修订",
        "文件里有2条批注",
        "文件里有3个隐藏的字",
        "文件属性里有作者“甲&乙”",
        "文件属性里有上次修改者“丙”",
        "文件属性里有单位“某局”",
        "文件属性里有文件路径“file:///D:\\%E7%BA%AA\\a.dotx”",
    ];
    assert_eq!(found(&bytes, "a.docx", Profile::Public), expected);
    assert_eq!(found(&bytes, "a.docx", Profile::Web).len(), expected.len());
    assert_eq!(found(&bytes, "a.docx", Profile::Report), [""; 0]);
}
