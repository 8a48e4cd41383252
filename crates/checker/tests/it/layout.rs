//! Rules of setting: one defect each in a docx that is otherwise set as the standard has it.

use crate::edited_docx::{edited, report};
use checker::{Profile, Selection, check};
use document::BlockKind::{Addressee, Body, Date, Heading, Signature};

const STYLES: &str = "word/styles.xml";
const MAIN: &str = "word/document.xml";

fn plain() -> Vec<u8> {
    report(&[
        (Addressee, "县委巡察办："),
        (Heading(1), "一、总体情况"),
        (Body, "反馈问题2个，已全部完成整改。"),
        (Heading(2), "（一）学习方面"),
        (Body, "学习制度已经修订并印发执行。"),
        (Body, "下一步继续巩固整改成果。"),
        (Signature, "中共云溪县水务局党组"),
        (Date, "2026年6月30日"),
    ])
}

fn found_in(bytes: &[u8], profile: Profile) -> Vec<String> {
    let document = document::read(bytes, "a.docx").unwrap();
    let found = check(&document, None, &Selection { profile, select: vec!["L".to_owned()], ..Selection::default() });
    found.into_iter().map(|one| format!("{} {}", one.rule, one.message)).collect()
}

fn found(edits: &[(&str, &str, &str)]) -> Vec<String> {
    found_in(&edited(&plain(), edits, &[]), Profile::Official)
}

fn one(edits: &[(&str, &str, &str)]) -> String {
    let all = found(edits);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

#[test]
fn what_is_set_as_the_standard_has_it_is_silent() {
    assert_eq!(found(&[]), [""; 0]);
}

#[test]
fn public_texts_and_formats_without_layout_are_not_looked_at() {
    let small = edited(&plain(), &[(MAIN, "w:w=\"11906\"", "w:w=\"10000\"")], &[]);
    assert_eq!(found_in(&small, Profile::Report).len(), 1);
    assert_eq!(found_in(&small, Profile::Public), [""; 0]);
    let text = document::read("关于情况的报告\n一、总体情况\n已完成。".as_bytes(), "a.txt").unwrap();
    let layout = Selection { select: vec!["L".to_owned()], ..Selection::default() };
    assert_eq!(check(&text, None, &layout), []);
}

#[test]
fn margins_of_word_are_no_type_area_and_those_of_both_families_are() {
    let margins = r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#;
    let word = r#"w:top="1440" w:right="1800" w:bottom="1440" w:left="1800""#;
    let all = found(&[(MAIN, margins, word)]);
    assert_eq!(
        all[0],
        "L-PAGE 页面设置不合要求：上边距25.4毫米，应为37±1毫米，下边距25.4毫米，应为35毫米，左边距31.7毫米，应为28±1毫米，右边距31.7毫米，应为26毫米"
    );
    let electronic = r#"w:top="1960" w:right="1474" w:bottom="1847" w:left="1587""#;
    assert_eq!(found(&[(MAIN, margins, electronic), (STYLES, "w:line=\"579\"", "w:line=\"589\"")]), [""; 0]);
    let edge = r#"w:top="2154" w:right="1474" w:bottom="1984" w:left="1531""#;
    // The margin is within its tolerance; the lines that still fit are another question.
    assert_eq!(found(&[(MAIN, margins, edge)]), ["L-GRID 行距28.95磅，每页排21行（共3段）"]);
}

#[test]
fn a_turned_page_may_have_its_own_size() {
    let section = r#"<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720"/></w:sectPr></w:pPr></w:p><w:sectPr>"#;
    assert_eq!(found(&[(MAIN, "<w:sectPr>", section)]), [""; 0]);
}

#[test]
fn fonts_and_sizes_are_those_of_their_elements() {
    let heading = r#"<w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>"#;
    assert_eq!(one(&[(STYLES, heading, "")]), "L-FONT 一级标题用了仿宋（共1段）");
    let size = one(&[(STYLES, r#"<w:sz w:val="44"/>"#, r#"<w:sz w:val="36"/>"#)]);
    assert_eq!(size, "L-FONT 标题用了小二（共1段）");
    let all = found(&[(STYLES, "仿宋_GB2312", "宋体")]);
    assert_eq!(all, ["L-FONT 正文用了宋体（共3段）"]);
    for same in ["FangSong", "华文仿宋", "方正仿宋_GBK"] {
        assert_eq!(found(&[(STYLES, "仿宋_GB2312", same)]), [""; 0]);
    }
}

#[test]
fn a_run_counts_before_its_style_and_a_theme_is_not_guessed() {
    let hint = r#"<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">反馈"#;
    let song = r#"<w:rPr><w:rFonts w:eastAsia="宋体"/></w:rPr><w:t xml:space="preserve">反馈"#;
    assert_eq!(one(&[(MAIN, hint, song)]), "L-FONT 正文用了宋体（共1段）");
    let theme =
        r#"<w:rPr><w:rFonts w:eastAsia="宋体" w:eastAsiaTheme="minorEastAsia"/></w:rPr><w:t xml:space="preserve">反馈"#;
    assert_eq!(found(&[(MAIN, hint, theme)]), [""; 0]);
}

#[test]
fn an_indent_is_two_characters_and_not_typed() {
    let none = [(STYLES, r#"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#, "")];
    assert_eq!(one(&none), "L-INDENT 正文首行缩进不是二字（共3段）");
    let twips = [(STYLES, r#"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#, r#"<w:ind w:firstLine="643"/>"#)];
    assert_eq!(found(&twips), [""; 0]);
    let mut typed = none.to_vec();
    typed.push((MAIN, "反馈问题", "　　反馈问题"));
    typed.push((MAIN, "学习制度", "    学习制度"));
    let all = found(&typed);
    assert_eq!(all, ["L-INDENT 用空格代替首行缩进（共2段）", "L-INDENT 正文首行缩进不是二字（共1段）"]);
}

#[test]
fn the_dash_beside_the_page_number_is_the_long_one() {
    let footer = |from: &str, to: &str| found(&[("word/footer1.xml", from, to)]);
    assert_eq!(footer("—", "-"), ["L-PAGENO 页码“- 1 -”两侧不是一字线"]);
    assert_eq!(footer("—", "一"), ["L-PAGENO 页码“一 1 一”两侧不是一字线"]);
    assert_eq!(footer("—", ""), [""; 0]);
    assert_eq!(footer("— ", "第"), [""; 0]);
}

#[test]
fn lines_fill_the_page_by_twenty_two() {
    let line = |to: &str| found(&[(STYLES, r#"w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200""#, to)]);
    let exact = |line: &str| format!(r#"w:line="{line}" w:lineRule="exact"/><w:ind w:firstLineChars="200""#);
    assert_eq!(line(&exact("580")), ["L-GRID 行距29磅，每页排21行（共3段）"]);
    assert_eq!(line(&exact("560")), [""; 0]);
    assert_eq!(line(r#"w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200""#), [""; 0]);
}

#[test]
fn the_title_is_centred_and_does_not_end_with_one_character() {
    let left = one(&[(STYLES, r#"<w:jc w:val="center"/>"#, r#"<w:jc w:val="left"/>"#)]);
    assert_eq!(left, "L-TITLE 标题没有居中");
    let broken =
        r#"进展情况的报</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>告</w:t></w:r></w:p>"#;
    let broken = one(&[(MAIN, "进展情况的报告</w:t></w:r></w:p>", broken)]);
    assert_eq!(broken, "L-TITLE 标题末行只有一个字");
}

#[test]
fn the_date_stands_two_or_four_characters_from_the_edge() {
    let placed = r#"<w:pStyle w:val="Date"/><w:ind w:right="1106"/>"#;
    let date = |setting: &str| found(&[(MAIN, placed, &format!(r#"<w:pStyle w:val="Date"/>{setting}"#))]);
    assert_eq!(date(r#"<w:ind w:right="0"/>"#), ["L-SIGN 成文日期距右边0字"]);
    assert_eq!(date(r#"<w:ind w:right="0"/><w:jc w:val="left"/>"#), ["L-SIGN 成文日期靠左"]);
    assert_eq!(date(r#"<w:ind w:rightChars="400"/>"#), [""; 0]);
    assert_eq!(date(r#"<w:ind w:left="5000"/><w:jc w:val="left"/>"#), [""; 0], "pushed to its place");
}

#[test]
fn the_first_page_shows_text() {
    let page = r#"<w:r><w:br w:type="page"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/>"#;
    assert_eq!(
        one(&[(MAIN, r#"</w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/>"#, page)]),
        "L-FIRST 标题之后另起一页，首页没有正文"
    );
    let before = r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:pageBreakBefore/>"#;
    assert_eq!(found(&[(MAIN, r#"<w:p><w:pPr><w:pStyle w:val="Heading1"/>"#, before)]).len(), 1);
    let later = r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pageBreakBefore/>"#;
    assert_eq!(found(&[(MAIN, r#"<w:p><w:pPr><w:pStyle w:val="Heading2"/>"#, later)]), [""; 0]);
}

/// The messages of a report that ends with these lines.
fn ending(lines: &[&str]) -> Vec<String> {
    let mut all = vec![(Heading(1), "一、总体情况"), (Body, "反馈问题2个，已全部完成整改。")];
    all.extend(lines.iter().map(|line| (Addressee, *line)));
    found_in(&report(&all), Profile::Official)
}

#[test]
fn attachments_are_those_that_the_text_names() {
    let named = ["附件：1.整改任务清单", "2.制度目录"];
    let whole = |tail: &[&str]| ending(&[named.as_slice(), tail].concat());
    assert_eq!(whole(&[]), [""; 0]);
    assert_eq!(whole(&["附件1", "整改任务", "清单", "附件2", "制度目录"]), [""; 0]);
    let other = whole(&["附件1", "整改台账", "附件2", "制度目录"]);
    assert_eq!(other, ["L-ATT 附件标题“整改台账”与附件说明“整改任务清单”不一致"]);
    assert_eq!(whole(&["附件1", "整改任务清单"]), ["L-ATT 附件说明列2件，后附1件"]);
    assert_eq!(whole(&["附件1：", "整改任务清单", "附件2", "制度目录"]), ["L-ATT “附件1：”带有冒号"]);
    assert_eq!(ending(&["附件：整改任务清单。"]), ["L-ATT 附件名称“整改任务清单。”后有标点"]);
    assert_eq!(ending(&["附件：整改任务清单", "附件", "整改任务清单"]), [""; 0]);
}

#[test]
fn the_imprint_ends_with_a_full_stop_and_a_whole_date() {
    let issued = "云溪县水务局办公室　2026年6月30日印发";
    assert_eq!(ending(&["抄送：县委办公室，县政府办公室。", issued]), [""; 0]);
    assert_eq!(ending(&["抄送：县委办公室，", "县政府办公室。", issued]), [""; 0]);
    assert_eq!(ending(&["抄送：县委办公室", issued]), ["L-IMPRINT 抄送机关末尾没有句号"]);
    assert_eq!(ending(&["抄送:县委办公室。", issued]), ["L-IMPRINT “抄送”后用了半角冒号"]);
    let padded = ending(&["云溪县水务局办公室　2026年06月30日印发"]);
    assert_eq!(padded, ["L-IMPRINT 印发日期写法不合要求"]);
    assert_eq!(ending(&["6月30日印发"]).len(), 1);
}

#[test]
fn a_signature_that_repeats_words_of_the_title_is_no_title() {
    let title = "云溪县水务局关于报送整改材料的通知";
    let lines =
        [(Addressee, "各单位："), (Body, "请按时报送整改材料。"), (Signature, "云溪县水务局"), (Date, "2026年6月30日")];
    let bytes = document::write_docx(&document::Official::unbound(title, lines)).unwrap();
    assert_eq!(found_in(&bytes, Profile::Official), [""; 0]);
}

#[test]
fn a_typed_number_in_a_paragraph_that_word_numbers_is_one_too_many() {
    let numbering = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;
    let relation = r#"<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#;
    let kind = r#"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;
    let heading = r#"<w:pStyle w:val="Heading1"/>"#;
    let numbered = format!(r#"{heading}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#);
    let with = |text: &str| {
        let edits = [
            (MAIN, heading, numbered.as_str()),
            (MAIN, "一、总体情况", text),
            ("word/_rels/document.xml.rels", "</Relationships>", relation),
            ("[Content_Types].xml", "</Types>", kind),
        ];
        let bytes = edited(&plain(), &edits, &[("word/numbering.xml", numbering)]);
        let document = document::read(&bytes, "a.docx").unwrap();
        let selection = Selection { select: vec!["S-DOUBLE".to_owned()], ..Selection::default() };
        check(&document, None, &selection).len()
    };
    assert_eq!(with("一、总体情况"), 1);
    assert_eq!(with("总体情况"), 0);
}
