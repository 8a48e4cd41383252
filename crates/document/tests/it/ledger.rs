//! Ledgers in workbooks: title rows, merged cells, two-row headers, several sheets, forms.

use document::ledger::{self, Field};
use document::{Finding, Status, parse, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

fn findings(workbook: &mut Workbook) -> Vec<Finding> {
    let bytes = workbook.save_to_buffer().unwrap();
    parse(&read(&bytes, "台账.xlsx").unwrap()).findings
}

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        sheet.write(at, column as u16, *text).unwrap();
    }
}

#[test]
fn title_rows_and_odd_names_are_no_obstacle() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 0, 0, 6, "云溪县水务局巡察整改台账", &Format::new()).unwrap();
    row(sheet, 1, &["填报单位：水务局", "", "", "", "", "", "2026年3月"]);
    row(
        sheet,
        2,
        &["序号", "巡察反馈的问题（包括例证）", "归零措施", "牵头校领导", "责任部门（人）", "预计完成时间", "是否完成"],
    );
    row(
        sheet,
        3,
        &[
            "1",
            "台账管理不规范。抽查3本均无签字。",
            "1.修订制度；2.开展培训。",
            "张明",
            "办公室、财务科",
            "2026年6月底",
            "已完成",
        ],
    );
    row(sheet, 4, &["2", "=1+1是文本", "加强管理", "李红", "财务科", "长期坚持", "整改中"]);
    row(sheet, 5, &["合计", "2个"]);
    let found = findings(&mut workbook);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].title, "台账管理不规范");
    assert_eq!(found[0].measures.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["修订制度", "开展培训。"]);
    assert_eq!(found[0].deadlines[0].date.as_deref(), Some("2026-06-30"));
    assert_eq!(found[0].owners[1].names, ["办公室", "财务科"]);
    assert_eq!((found[0].status, found[1].status), (Some(Status::Done), Some(Status::InProgress)));
}

#[test]
fn a_task_over_several_steps_is_one_finding() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["序号", "问题描述", "整改", "", "责任人"]);
    sheet.merge_range(0, 2, 0, 3, "整改", &Format::new()).unwrap();
    row(sheet, 1, &["", "", "整改措施", "整改时限", ""]);
    sheet.merge_range(0, 0, 1, 0, "序号", &Format::new()).unwrap();
    sheet.merge_range(2, 1, 3, 1, "学习不深入", &Format::new()).unwrap();
    row(sheet, 2, &["1", "", "制定计划", "2026-03-31", "王川"]);
    row(sheet, 3, &["", "", "组织研讨", "2026-05-31", "赵敏"]);
    row(sheet, 4, &["2", "执行不力", "开展督查", "2026-06-30", "王川"]);
    let found = findings(&mut workbook);
    assert_eq!(found.iter().map(|f| f.measures.len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(found[0].measures[1].owners[0].names, ["赵敏"]);
    assert_eq!(found[0].measures[1].deadlines[0].date.as_deref(), Some("2026-05-31"));
}

#[test]
fn a_form_per_problem_and_several_sheets_are_read() {
    let mut workbook = Workbook::new();
    for name in ["一", "二"] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        row(sheet, 0, &["问题描述", "制度不健全", "责任领导", "张明"]);
        row(sheet, 1, &["整改措施", "修订办法", "整改时限", "2026年底"]);
        row(sheet, 2, &["整改状态", "已销号", "责任部门", "办公室"]);
    }
    let found = findings(&mut workbook);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].status, Some(Status::Done));
    assert_eq!(found[0].deadlines[0].date.as_deref(), Some("2026-12-31"));
}

#[test]
fn a_corrected_mapping_is_followed() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["甲", "乙", "丙"]);
    row(sheet, 1, &["账目不清", "清理账目", "2026-06-30"]);
    let document = read(&workbook.save_to_buffer().unwrap(), "a.xlsx").unwrap();
    let mut mapping = ledger::recognise(&document).unwrap();
    assert!(!mapping.is_usable());
    assert!(parse(&document).problems.iter().any(|p| p.code.name() == "unmapped_ledger"));
    for (column, field) in mapping.columns.iter_mut().zip([Field::Finding, Field::Measures, Field::Due]) {
        column.field = Some(field);
    }
    let found = ledger::findings(&document, &mapping);
    assert_eq!((found[0].title.as_str(), found[0].measures[0].text.as_str()), ("账目不清", "清理账目"));
}

#[test]
fn a_deadline_hidden_in_the_notes_is_found() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["序号", "发现问题", "整改措施", "责任人", "备注"]);
    row(sheet, 1, &["1", "票据不全", "补齐票据", "王川", "整改时限：6月30日"]);
    assert_eq!(findings(&mut workbook)[0].deadlines[0].date.as_deref(), Some("--06-30"));
}

#[test]
fn a_sheet_nobody_knows_is_offered_by_its_fullest_row_and_by_the_row_a_person_names() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("登记").unwrap();
    row(sheet, 0, &["二季度登记"]);
    row(sheet, 1, &["填表：办公室", "", "四月"]);
    row(sheet, 2, &["第几条", "毛病出在哪", "怎么治"]);
    row(sheet, 3, &["1", "值班记录不全", "重订值班制度"]);
    let document = read(&workbook.save_to_buffer().unwrap(), "登记.xlsx").unwrap();
    let headers = |mapping: &ledger::Mapping| mapping.columns.iter().map(|c| c.header.clone()).collect::<Vec<_>>();
    let found = ledger::recognise(&document).unwrap();
    assert_eq!((found.header_rows, headers(&found)), (3, vec!["第几条".into(), "毛病出在哪".into(), "怎么治".into()]));
    assert!(found.columns.iter().all(|c| c.field.is_none()));
    let named = ledger::under_header(&document, "登记", 2).unwrap();
    assert_eq!((named.header_rows, headers(&named)), (2, vec!["填表：办公室".into(), "四月".into()]));
    assert_eq!(ledger::under_header(&document, "登记", 0), None);
}
