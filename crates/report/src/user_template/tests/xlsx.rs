//! Workbooks.

use super::make::{cells, names, part, xlsx};
use super::{faults, filled, opened, snapshot, texts};
use crate::kind_tests::Round;

const NAME: &str = "上报表.xlsx";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Title, a row that repeats, and a row of sums.
fn workbook(first: &str, last: &str) -> Vec<u8> {
    let rows = [
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#.to_owned(),
        format!(r#"<row r="3" ht="15">{}</row>"#, cells(3, 1, 3, 1)),
        r#"<row r="4"><c r="A4" t="s"><v>4</v></c><c r="C4"><f>SUM(C3:C3)+SUM($C$3:$C$3)</f><v>0</v></c></row>"#
            .to_owned(),
        r#"<row r="6"><c r="B6"><f>C4*2&amp;"C4"</f></c></row>"#.to_owned(),
    ];
    let behind = r#"<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A4:B4"/></mergeCells><dataValidations count="1"><dataValidation sqref="B3:B4"/></dataValidations>"#;
    xlsx(&rows.concat(), behind, &["{{ 检查.名称 }}上报表", first, "{{ 问题.时限 }}", last, "合计"])
}

#[test]
fn rows_repeat_and_what_is_below_moves_with_its_references() {
    let bytes = workbook("{% for 问题 in 问题 %}{{ 问题.名称 }}", "{{ 问题.金额 }}{% endfor %}");
    let done = filled(&bytes, NAME);
    let xml = part(&done.bytes, SHEET);
    assert!(xml.contains("SUM(C3:C5)+SUM($C$3:$C$5)") && xml.contains("C6*2&amp;\"C4\""), "{xml}");
    assert!(
        xml.contains(r#"ref="A1:C1""#) && xml.contains(r#"ref="A6:B6""#) && xml.contains(r#"sqref="B3:B6""#),
        "{xml}"
    );
    assert!(xml.contains(r#"<col min="1" max="3" width="20"/>"#));
    assert!(part(&done.bytes, "xl/worksheets/sheet2.xml").contains("SUM(上报表!C3:C5)"));
    assert!(part(&done.bytes, "xl/workbook.xml").contains("上报表!$A$3:$C$6"));
    assert!(!names(&done.bytes).contains(&"xl/calcChain.xml".to_owned()));
    assert!(!part(&done.bytes, "[Content_Types].xml").contains("calcChain"));
    let read = texts(&done.bytes, NAME);
    assert_eq!(read[..2], ["第二轮巡察上报表", "学习计划不落实"]);
    assert!(read.contains(&"财务审批不规范".to_owned()) && read.contains(&"71320".to_owned()), "{read:?}");
}

#[test]
fn numbers_and_dates_have_their_types_and_text_is_never_a_formula() {
    let mut round = Round::full();
    round.findings[1].title = "=HYPERLINK(\"x\")".to_owned();
    round.findings[2].amount = Some("71320.05".to_owned());
    let bytes = workbook("{% for 问题 in 问题 %}{{ 问题.名称 }}", "{{ 问题.金额|万元 }}{% endfor %}");
    let done = opened(&bytes, NAME).fill(&snapshot(&round)).unwrap();
    let xml = part(&done.bytes, SHEET);
    assert!(xml.contains(r#"<c r="C5" s="1"><v>7.132005</v></c>"#), "{xml}");
    // 1 June 2026 is day 46174; its look was made for it.
    assert!(xml.contains(r#"<c r="B4" s="2"><v>46174</v></c>"#), "{xml}");
    assert!(xml.contains(r#"<c r="A4" s="1" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK("x")"#), "{xml}");
    assert!(!xml.contains("ht=\"15\""), "a height of its own would cut the text");
    let styles = part(&done.bytes, "xl/styles.xml");
    assert!(styles.contains(r#"<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/>"#), "{styles}");
    assert!(
        styles.contains(r#"<cellXfs count="3">"#)
            && styles.contains(
                r#"<xf numFmtId="164" borderId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>"#
            ),
        "{styles}"
    );
}

#[test]
fn a_number_too_long_for_a_workbook_stays_exact_as_text() {
    let mut round = Round::full();
    round.findings[2].amount = Some("12345678901234567.89".to_owned());
    let bytes = workbook("{% for 问题 in 问题 %}{{ 问题.名称 }}", "{{ 问题.金额 }}{% endfor %}");
    let done = opened(&bytes, NAME).fill(&snapshot(&round)).unwrap();
    assert!(part(&done.bytes, SHEET).contains(">12345678901234567.89</t>"));
}

#[test]
fn a_loop_over_nothing_keeps_an_empty_row_for_the_sums() {
    let bytes = workbook("{% for 问题 in 有长效机制 %}{{ 问题.名称 }}", "{{ 问题.金额 }}{% endfor %}");
    let xml = part(&filled(&bytes, NAME).bytes, SHEET);
    assert!(xml.contains("SUM(C3:C3)") && xml.contains(r#"<c r="A3" s="1"></c>"#), "{xml}");
}

#[test]
fn rows_of_marks_go_and_rows_of_measures_repeat_inside() {
    let rows = [
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>A2&amp;ROW()</f></c></row>"#,
        r#"<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><f>A2&amp;A3</f></c></row>"#,
        r#"<row r="4"><c r="A4" t="s"><v>3</v></c></row>"#,
        r#"<row r="5"><c r="A5"><f>COUNTA(A2:A3)</f></c></row>"#,
    ];
    let behind = r#"<mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>"#;
    let strings = [
        "{% for 问题 in 问题 %}",
        "{{ 问题.名称 }}",
        "{% for 措施 in 问题.措施 %}{{ 措施.内容 }}{% endfor %}",
        "{% endfor %}",
    ];
    let inline = filled(&xlsx(&rows.concat(), behind, &strings), NAME);
    let xml = part(&inline.bytes, SHEET);
    for wanted in ["A1&amp;A2", "A3&amp;A4", "A5&amp;A6", "COUNTA(A1:A6)", r#"ref="C1:C2""#, r#"ref="C5:C6""#] {
        assert!(xml.contains(wanted), "{wanted}: {xml}");
    }
}

#[test]
fn faults_name_sheet_and_cell() {
    let told = faults(&workbook("{% for 问题 in 问题 %}{{ 问题.名字 }}", "{{ 问题.金额 }}"), NAME);
    assert!(
        told.iter().any(|f| f.starts_with("上报表!A3 {% for 问题 in 问题 %}") && f.contains("结束标记")),
        "{told:?}"
    );
    let told = faults(&workbook("{{ 统计.问题总数 }}", "x"), NAME);
    assert!(
        told.iter().any(|f| f.starts_with("上报表!A3 {{ 统计.问题总数 }}") && f.contains("统计.问题数")),
        "{told:?}"
    );
    assert!(told.iter().any(|f| f.starts_with("上报表!B3 {{ 问题.时限 }}")), "{told:?}");
}
