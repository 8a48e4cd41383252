//! Forms of a superior.

use super::super::{FormMapping, UserTemplate, form_mapping};
use super::make::{cells, part, xlsx};
use super::{snapshot, texts};
use crate::kind_tests::Round;
use document::ledger::Field;
use domain::FormRows;

const NAME: &str = "上级表.xlsx";
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// Two rows of header, two empty rows and a row of sums.
fn form() -> Vec<u8> {
    let rows = [
        format!(r#"<row r="1">{}<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>10</v></c></row>"#, cells(1, 0, 3, 0)),
        r#"<row r="2"><c r="D2" t="s"><v>4</v></c><c r="E2" t="s"><v>5</v></c></row>"#.to_owned(),
        r#"<row r="3" ht="40" customHeight="1"><c r="A3" s="1"><v>1</v></c><c r="B3" s="1"/><c r="C3" s="1"/><c r="D3" s="1"/><c r="E3" s="1"/></row>"#.to_owned(),
        r#"<row r="4"><c r="A4" s="1"><v>2</v></c><c r="B4" s="1"/><c r="C4" s="1"/><c r="D4" s="1"/><c r="E4" s="1"/></row>"#.to_owned(),
        r#"<row r="5"><c r="A5" t="s"><v>6</v></c><c r="E5"><f>SUM(E3:E4)</f></c></row>"#.to_owned(),
    ];
    let behind = r#"<mergeCells count="4"><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/><mergeCell ref="D1:E1"/></mergeCells>"#;
    let strings =
        ["序号", "巡察反馈的问题", "归零措施", "整改安排", "办结时限", "涉及金额（万元）", "合计", "", "", "", ""];
    xlsx(&rows.concat(), behind, &strings)
}

fn mapped(bytes: &[u8], rows: FormRows) -> FormMapping {
    let document = document::read(bytes, NAME).unwrap();
    FormMapping { mapping: form_mapping(&document, None).unwrap(), rows }
}

#[test]
fn the_header_is_known_and_each_finding_is_a_row() {
    let bytes = form();
    let mapping = mapped(&bytes, FormRows::Findings);
    let fields: Vec<Option<Field>> = mapping.mapping.columns.iter().map(|c| c.field).collect();
    assert_eq!(fields, [Field::Serial, Field::Finding, Field::Measures, Field::Due, Field::Amount].map(Some));
    let template = UserTemplate::open(&bytes, NAME, Some(&mapping)).unwrap();
    let done = template.fill(&snapshot(&Round::full())).unwrap();
    let xml = part(&done.bytes, SHEET);
    // Four findings on two rows: the sums are two rows further down, over all four.
    assert!(xml.contains(r#"<c r="E7"><f>SUM(E3:E6)</f></c>"#), "{xml}");
    assert_eq!(xml.matches(r#"ht="40" customHeight="1""#).count(), 4, "each row is like the first: {xml}");
    assert!(
        xml.contains(r#"<c r="E5" s="1"><v>7.132</v></c>"#) && xml.contains(r#"<c r="A6" s="1"><v>4</v></c>"#),
        "{xml}"
    );
    let read = texts(&done.bytes, NAME);
    assert!(read.contains(&"1.制定年度学习计划\n2.开展集中研讨4次".to_owned()), "{read:?}");
    assert_eq!(done.found[1].value.as_deref(), Some("学习计划不落实"));
}

#[test]
fn empty_rows_that_are_not_used_stay() {
    let bytes = form();
    let mapping = mapped(&bytes, FormRows::Findings);
    let template = UserTemplate::open(&bytes, NAME, Some(&mapping)).unwrap();
    let mut round = Round::full();
    round.findings.truncate(1);
    let xml = part(&template.fill(&snapshot(&round)).unwrap().bytes, SHEET);
    assert!(xml.contains(r#"<c r="A4" s="1"><v>2</v></c>"#) && xml.contains("SUM(E3:E4)"), "{xml}");
    let none = part(&template.fill(&snapshot(&Round::empty())).unwrap().bytes, SHEET);
    assert!(none.contains(r#"<c r="B3" s="1"></c>"#) && none.contains("SUM(E3:E4)"), "{none}");
}

#[test]
fn each_measure_is_a_row_and_a_finding_without_one_is_not_lost() {
    let bytes = form();
    let mapping = mapped(&bytes, FormRows::Measures);
    let template = UserTemplate::open(&bytes, NAME, Some(&mapping)).unwrap();
    let done = template.fill(&snapshot(&Round::full())).unwrap();
    let read = texts(&done.bytes, NAME);
    assert_eq!(read.iter().filter(|text| *text == "学习计划不落实").count(), 2);
    assert!(read.contains(&"财务审批不规范".to_owned()) && read.contains(&"开展集中研讨4次".to_owned()), "{read:?}");
}

#[test]
fn a_form_without_room_says_so() {
    let rows = format!(r#"<row r="1">{}</row><row r="2">{}</row>"#, cells(1, 0, 3, 0), cells(2, 3, 3, 0));
    let bytes = xlsx(&rows, "", &["序号", "反馈问题", "整改措施", "1", "已写", "内容"]);
    let document = document::read(&bytes, NAME).unwrap();
    let mapping =
        FormMapping { mapping: form_mapping(&document, Some(("上报表", 1))).unwrap(), rows: FormRows::Findings };
    let refused = UserTemplate::open(&bytes, NAME, Some(&mapping)).unwrap_err().to_string();
    assert!(refused.contains("已有内容"), "{refused}");
}
