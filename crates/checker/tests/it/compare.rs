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
