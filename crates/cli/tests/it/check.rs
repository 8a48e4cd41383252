//! `rectify check`, `explain`, `compare`: output, exit codes, fixes and baselines.

use super::{rectify, text};
use std::path::PathBuf;

const REPORT: &str = "关于巡察整改进展情况的报告
巡察组反馈问题3个，目前已完成整改1个，正在整改1个。
一、整改落实情况
（一）理论学习不深入的问题。组织集中学习4次,开展研讨。。
（二）差旅费审核不严的问题。修订《差旅费管理办法》、《采购管理办法》。
";

fn file(folder: &tempfile::TempDir, name: &str, content: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn json(args: &[&str]) -> (Option<i32>, Vec<serde_json::Value>) {
    let output = rectify(args);
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn findings_have_the_documented_shape_and_errors_give_exit_code_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告.txt", REPORT);
    let (code, found) = json(&["check", "--format", "json", path.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    let comma = found.iter().find(|one| one["rule"] == "P-HALF").unwrap();
    assert_eq!(comma["level"], "必错");
    assert!(comma["authority"].as_str().unwrap().starts_with("规定：GB/T 15834-2011"));
    let place = &comma["places"][0];
    assert_eq!((&place["paragraph"], &place["text"]), (&4.into(), &",".into()));
    let paragraph: Vec<char> = REPORT.lines().nth(3).unwrap().chars().collect();
    assert_eq!(paragraph[place["start"].as_u64().unwrap() as usize], ',');
    assert_eq!(comma["fix"]["after"], "，");
    let sum = found.iter().find(|one| one["rule"] == "N-SUM").unwrap();
    assert!(sum["fix"].is_null());
}

#[test]
fn a_text_without_errors_gives_exit_code_zero() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "通知.txt", "关于报送材料的通知\n请于2025年6月30日前报送。\n");
    let output = rectify(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "没有发现问题。\n");
    let empty = file(&folder, "空.txt", "");
    assert_eq!(rectify(&["check", empty.to_str().unwrap()]).status.code(), Some(0));
}

#[test]
fn a_file_that_cannot_be_read_keeps_nothing_of_the_others_back() {
    let folder = tempfile::tempdir().unwrap();
    let good = file(&folder, "报告.txt", REPORT);
    let secret = file(&folder, "密.txt", "机密★1年\n关于某事的报告\n");
    let (code, found) = json(&["check", "--format", "json", secret.to_str().unwrap(), good.to_str().unwrap()]);
    assert_eq!(code, Some(3));
    assert!(found.iter().any(|one| one["rule"] == "P-HALF"), "{found:?}");
    assert_eq!(rectify(&["check", secret.to_str().unwrap()]).stdout, b"");
}

#[test]
fn fixing_twice_changes_nothing_more_and_leaves_a_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告.txt", REPORT);
    let name = path.to_str().unwrap();
    rectify(&["check", "--fix", name]);
    let fixed = std::fs::read_to_string(&path).unwrap();
    assert!(fixed.contains("集中学习4次，开展研讨。\n"), "{fixed}");
    assert!(fixed.contains("《差旅费管理办法》《采购管理办法》"), "{fixed}");
    assert!(fixed.contains("反馈问题3个"), "figures are not mechanical: {fixed}");
    let record = std::fs::read(folder.path().join("报告.txt.修改记录.json")).unwrap();
    let record: Vec<serde_json::Value> = serde_json::from_slice(&record).unwrap();
    assert!(record.iter().any(|one| one["text"] == "," && one["after"] == "，"));
    rectify(&["check", "--fix", name]);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), fixed);
}

#[test]
fn an_accepted_finding_is_not_shown_again_but_a_new_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告.txt", REPORT);
    let baseline = folder.path().join("基线.tsv");
    let (name, baseline) = (path.to_str().unwrap(), baseline.to_str().unwrap());
    assert_eq!(rectify(&["check", "--write-baseline", baseline, name]).status.code(), Some(0));
    let (code, found) = json(&["check", "--format", "json", "--baseline", baseline, name]);
    assert_eq!((code, found.len()), (Some(0), 0));
    std::fs::write(&path, format!("{REPORT}二、下一步工作\n加强督办,抓好落实。\n")).unwrap();
    let (code, found) = json(&["check", "--format", "json", "--baseline", baseline, name]);
    assert_eq!((code, found.len()), (Some(1), 1), "{found:?}");
}

#[test]
fn rules_are_chosen_by_code_and_group_and_a_wrong_code_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告.txt", REPORT);
    let name = path.to_str().unwrap();
    let (_, found) = json(&["check", "--format", "json", "--select", "n", name]);
    assert!(!found.is_empty() && found.iter().all(|one| one["rule"].as_str().unwrap().starts_with("N-")));
    let (_, found) = json(&["check", "--format", "json", "--ignore", "P,N-SUM", name]);
    assert!(found.iter().all(|one| one["rule"] != "N-SUM" && !one["rule"].as_str().unwrap().starts_with("P-")));
    let output = rectify(&["check", "--select", "N-SUN", name]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("是否指“N-SUM”"));
}

#[test]
fn public_texts_are_checked_for_privacy() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "公示.txt", "联系人手机13800138000。\n");
    let name = path.to_str().unwrap();
    assert_eq!(rectify(&["check", name]).status.code(), Some(0));
    let output = rectify(&["check", "--profile", "公开稿", name]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("R-PHONE"));
}

#[test]
fn sarif_and_page_name_every_finding() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告<1>.txt", REPORT);
    let name = path.to_str().unwrap();
    let (_, found) = json(&["check", "--format", "json", name]);
    let sarif = rectify(&["check", "--format", "sarif", name]);
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), found.len());
    let page = text(&rectify(&["check", "--format", "html", name]).stdout);
    assert!(page.contains("报告&lt;1&gt;.txt") && !page.contains("<1>"));
    assert!(found.iter().all(|one| page.contains(one["rule"].as_str().unwrap())));
}

#[test]
fn a_report_is_compared_with_the_feedback() {
    let folder = tempfile::tempdir().unwrap();
    let feedback = file(
        &folder,
        "反馈.txt",
        "关于巡察市体育局的反馈意见\n一、主要问题\n（一）理论学习不深入。中心组学习次数不足。\n（二）差旅费审核不严。部分票据不合规。\n（三）工会经费管理不规范。未单独建账。\n",
    );
    let report = file(&folder, "报告.txt", REPORT);
    let (feedback, report) = (feedback.to_str().unwrap(), report.to_str().unwrap());
    let output = rectify(&["compare", feedback, report]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stdout);
    assert!(shown.contains("漏答  第3个 （三）工会经费管理不规范"), "{shown}");
    let (_, found) = json(&["check", "--format", "json", "--select", "C", "--facts", feedback, report]);
    assert!(found.iter().any(|one| one["rule"] == "C-MISSING"), "{found:?}");
}

#[test]
fn every_rule_can_be_explained() {
    let listed = text(&rectify(&["explain"]).stdout);
    insta::assert_snapshot!("rules", listed);
    let page = text(&rectify(&["explain", "n-sum"]).stdout);
    assert!(page.starts_with("# N-SUM ") && page.contains("## 依据"));
    assert_eq!(rectify(&["explain", "N-NONE"]).status.code(), Some(2));
}

#[test]
fn own_word_lists_lie_on_top_of_the_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "报告.txt", "会议布署了巡查组移交的工作。\n");
    let office = tempfile::tempdir().unwrap();
    file(&office, "typos.tsv", "# 本单位\n巡查组\t巡察组\n-布署\n");
    let (name, lists) = (path.to_str().unwrap(), office.path().to_str().unwrap());
    let (_, found) = json(&["check", "--format", "json", "--select", "T-TYPO", name]);
    assert_eq!(found[0]["places"][0]["text"], "布署");
    let (_, found) = json(&["check", "--format", "json", "--select", "T-TYPO", "--lexicon", lists, name]);
    assert_eq!(found.iter().map(|one| &one["places"][0]["text"]).collect::<Vec<_>>(), ["巡查组"]);
    file(&office, "typos.tsv", "只有一列\n");
    let output = rectify(&["check", "--lexicon", lists, name]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("typos.tsv 第1行缺“正”一列"));
}
