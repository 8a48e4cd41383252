//! Two documents side by side.

use checker::{Answer, Stretch, compare};

const FEEDBACK: &str = "关于对市体育局巡察的反馈意见
巡察组反馈问题4个。
一、主要问题
（一）理论学习不深入
中心组学习次数不足。
（二）差旅费报销审核不严
部分票据不合规。
（三）工会经费管理不规范
未单独建账。
（四）场馆维修项目程序倒置
先施工后立项。";

fn read(text: &str) -> document::Document {
    document::read(text.as_bytes(), "例.txt").unwrap()
}

fn answer(parts: &[(&str, &str)], total: &str) -> String {
    let labels = ["（一）", "（二）", "（三）", "（四）", "（五）"];
    let items: Vec<String> =
        parts.iter().zip(labels).map(|((title, text), label)| format!("{label}关于{title}的问题\n{text}")).collect();
    format!("关于巡察整改进展情况的报告\n巡察组反馈问题{total}个。\n一、整改落实情况\n{}", items.join("\n"))
}

#[test]
fn every_problem_answered_once_in_order_is_complete() {
    let report = answer(
        &[
            ("理论学习不深入", "已完成整改。"),
            ("差旅费报销审核不严", "已完成整改。"),
            ("工会经费管理不规范", "已完成整改。"),
            ("场馆维修项目程序倒置", "已完成整改。"),
        ],
        "4",
    );
    let comparison = compare(&read(FEEDBACK), &read(&report));
    assert!(comparison.is_complete(), "{comparison:?}");
    assert!(comparison.rows.iter().all(|row| !row.moved));
    assert!(comparison.added.is_empty());
}

#[test]
fn missing_doubled_moved_and_reworded_ones_are_listed() {
    let report = answer(
        &[
            ("差旅费报销审核不严", "已完成整改。"),
            ("理论学习还不深入", "已完成整改。"),
            ("差旅费报销审核不严", "正在整改。"),
            ("场馆维修项目程序倒置", "已完成整改。"),
            ("食堂食材采购无台账", "已完成整改。"),
        ],
        "5",
    );
    let comparison = compare(&read(FEEDBACK), &read(&report));
    let [study, travel, union, building] = comparison.rows.as_slice() else { panic!("{comparison:?}") };
    let Answer::Once { wording, .. } = &study.answer else { panic!("{study:?}") };
    assert!(wording.contains(&Stretch::Added("还".to_owned())), "{wording:?}");
    assert!(matches!(&travel.answer, Answer::Several(places) if places.len() == 2));
    assert!(travel.moved);
    assert_eq!(union.answer, Answer::Missing);
    assert!(!building.moved);
    assert_eq!(comparison.added.iter().map(|entry| entry.number).collect::<Vec<_>>(), [5]);
    assert_eq!(comparison.figures[0].second, "5个");
}

#[test]
fn documents_without_problems_have_nothing_to_compare() {
    let comparison = compare(&read("通知\n请报送材料。"), &read(""));
    assert_eq!(comparison.rows, []);
    assert!(comparison.is_complete());
}

/// A ledger as people keep it: numbers, problems, measures, states.
fn ledger(problems: &[(&str, &str)]) -> Vec<u8> {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &[&str]| format!("<row>{}</row>", cells.iter().map(|text| cell(text)).collect::<String>());
    let mut rows = row(&["序号", "反馈问题", "整改措施", "整改时限", "责任单位", "完成情况"]);
    for ((problem, state), number) in problems.iter().zip(1..) {
        rows.push_str(&row(&[&number.to_string(), problem, "修订制度并组织学习", "2026-06-30", "办公室", state]));
    }
    crate::edited_docx::package(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
            ),
        ),
    ])
}

const PLAN: &str = "关于巡察反馈意见的整改方案
一、整改任务
（一）理论学习不深入的问题
整改措施：修订学习制度。整改时限：2026年6月30日。责任单位：办公室。
（二）差旅费报销审核不严的问题
整改措施：完善审核流程。整改时限：2026年6月30日。责任单位：财务科。
（三）工会经费管理不规范的问题
整改措施：单独建账。整改时限：2026年6月30日。责任单位：工会。
（四）场馆维修项目程序倒置的问题
整改措施：修订项目管理办法。整改时限：2026年6月30日。责任单位：项目科。";

#[test]
fn a_plan_and_a_ledger_are_compared_as_feedback_is() {
    let whole = ["理论学习不深入", "差旅费报销审核不严", "工会经费管理不规范", "场馆维修项目程序倒置"];
    let rows: Vec<(&str, &str)> = whole.iter().map(|title| (*title, "已完成")).collect();
    let sheet = document::read(&ledger(&rows), "台账.xlsx").unwrap();
    let answered = |titles: &[&str]| {
        let parts: Vec<(&str, &str)> = titles.iter().map(|title| (*title, "已完成整改。")).collect();
        read(&answer(&parts, &titles.len().to_string()))
    };
    for (name, first) in [("plan", read(PLAN)), ("ledger", sheet)] {
        let all = compare(&first, &answered(&whole));
        assert_eq!(all.rows.len(), 4, "{name} {all:?}");
        assert!(all.is_complete() && all.rows.iter().all(|row| !row.moved), "{name} {all:?}");
        let [study, travel, union, building] = whole;
        let other = compare(&first, &answered(&[travel, study, study, building, "食堂采购无台账"]));
        let answers: Vec<&Answer> = other.rows.iter().map(|row| &row.answer).collect();
        assert!(matches!(answers[0], Answer::Several(places) if places.len() == 2), "{name} {other:?}");
        assert!(matches!(answers[1], Answer::Once { wording, .. } if wording.is_empty()), "{name}");
        assert_eq!(answers[2], &Answer::Missing, "{name} {union}");
        assert!(other.rows[1].moved && !other.rows[3].moved, "{name} {other:?}");
        assert_eq!(other.added.len(), 1, "{name} {other:?}");
    }
}

#[test]
fn clauses_with_other_numbers_are_named_and_those_said_of_many_things_are_not() {
    let internal = "关于整改进展情况的报告\n县水务局共清退违规补贴3.2万元，涉及12人。\n1.共追缴资金21万元。\n二是参加学习的有35人。";
    let public =
        "关于整改进展情况的通报\n某局共清退违规补贴3.2万元，涉及11人。\n2.共追缴资金12万元。\n二是参加学习的有35人。";
    let figures = compare(&read(internal), &read(public)).figures;
    let seen: Vec<(&str, &str, &str)> =
        figures.iter().map(|one| (one.subject.as_str(), one.first.as_str(), one.second.as_str())).collect();
    assert_eq!(seen, [("2.共追缴资金12万元", "21", "12")]);
    assert_eq!(compare(&read(internal), &read(internal)).figures, []);
}
