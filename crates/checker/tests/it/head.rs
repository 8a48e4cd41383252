//! What stands above the title, in each form of issue: one defect each in a head that is otherwise right.

use crate::edited_docx::{edited, report};
use checker::{Profile, Selection, check};
use document::BlockKind::{Addressee, Body, Date, Heading, Signature};

const MAIN: &str = "word/document.xml";
const RED: &str = r#"<w:color w:val="FF0000"/>"#;
const RULE: &str = r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/></w:pBdr>"#;

fn line(properties: &str, run: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
    )
}

fn mark(text: &str) -> String {
    let run = format!(r#"<w:rFonts w:eastAsia="方正小标宋简体"/>{RED}<w:sz w:val="72"/>"#);
    line(r#"<w:jc w:val="center"/>"#, &run, text)
}

fn number(properties: &str, text: &str) -> String {
    line(properties, r#"<w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>"#, text)
}

/// A report under this head, with its findings of the forms of issue.
fn under(head: &str) -> Vec<String> {
    let plain = report(&[
        (Addressee, "县委巡察办："),
        (Heading(1), "一、总体情况"),
        (Body, "反馈问题2个，已全部完成整改。"),
        (Addressee, "列席：赵某"),
        (Signature, "中共云溪县水务局党组"),
        (Date, "2026年6月30日"),
    ]);
    let bytes = edited(&plain, &[(MAIN, "<w:body>", &format!("<w:body>{head}"))], &[]);
    let document = document::read(&bytes, "a.docx").unwrap();
    let select = ["L-RED", "L-LETTER", "L-ORDER", "L-MINUTES"].map(str::to_owned).to_vec();
    let found = check(&document, None, &Selection { profile: Profile::Official, select, ..Selection::default() });
    found.into_iter().map(|one| format!("{} {}", one.rule, one.message)).collect()
}

#[test]
fn a_red_head_is_centred_and_red() {
    let centred = format!(r#"{RULE}<w:jc w:val="center"/>"#);
    let right = [mark("中共云溪县水务局党组文件"), number(&centred, "云水党发〔2026〕5号")].concat();
    assert_eq!(under(&right), [""; 0]);
    let changed = |from: &str, to: &str| {
        assert!(right.contains(from), "{from}");
        under(&right.replacen(from, to, 1))
    };
    assert_eq!(changed(RED, ""), ["L-RED 发文机关标志不是红色"]);
    assert_eq!(changed(r#"<w:jc w:val="center"/>"#, r#"<w:jc w:val="left"/>"#), ["L-RED 发文机关标志没有居中"]);
    assert_eq!(changed("仿宋_GB2312", "黑体"), ["L-RED 发文字号用了黑体"]);
    assert_eq!(changed(r#"<w:sz w:val="32"/>"#, r#"<w:sz w:val="28"/>"#), ["L-RED 发文字号为14磅"]);
    assert_eq!(changed(r#"w:color="FF0000""#, r#"w:color="000000""#), ["L-RED 发文字号下的分隔线是黑色"]);
    let left = right.replace(&centred, RULE);
    assert_eq!(under(&left), ["L-RED 发文字号没有居中"]);
    // Beside the one who signs the number stands at the left.
    let signed = left.replace("〔2026〕5号", "〔2026〕5号　　签发人：张某");
    assert_eq!(under(&signed), [""; 0]);
    assert_eq!(under(&signed.replace("签发人：", "签发人:")), ["L-RED “签发人”后没有用全角冒号"]);
}

#[test]
fn a_letter_has_no_word_of_a_red_head_and_no_number_on_its_first_page() {
    let right = r#"<w:jc w:val="right"/>"#;
    let letter = |organ: &str| under(&[mark(organ), number(right, "云水函〔2026〕5号")].concat());
    assert_eq!(letter("云溪县水务局"), ["L-LETTER 信函首页显示页码"]);
    assert_eq!(letter("云溪县水务局文件")[0], "L-LETTER 信函的发文机关标志带有“文件”");
}

#[test]
fn an_order_has_a_plain_number_in_the_middle() {
    let centred = r#"<w:jc w:val="center"/>"#;
    let order = |properties: &str, text: &str| under(&[mark("云溪县人民政府令"), number(properties, text)].concat());
    assert_eq!(order(centred, "第5号"), [""; 0]);
    assert_eq!(order("", "第5号"), ["L-ORDER 令号没有居中"]);
    assert_eq!(order(centred, "第05号"), ["L-ORDER 令号编了虚位"]);
}

#[test]
fn minutes_name_who_was_there_in_order() {
    let centred = r#"<w:jc w:val="center"/>"#;
    let minutes = |lines: &[&str]| {
        let lines: String = lines.iter().map(|text| number("", text)).collect();
        under(&[mark("云溪县水务局党组会议纪要"), number(centred, "第5期"), lines].concat())
    };
    assert_eq!(minutes(&["出席：张某、李某", "请假：王某"]), [""; 0]);
    assert_eq!(minutes(&["列席：钱某", "出席：张某"]), ["L-MINUTES “出席”排在“列席”之后"]);
    assert_eq!(minutes(&["出席:张某"]), ["L-MINUTES “出席”后用了半角冒号"]);
    // 列席 alone is no list of a plain report.
    assert_eq!(under(""), [""; 0]);
}
