//! Commands that work on the data of an installation: accounts, imports as drafts, checks against its ledger.

use crate::service::{Service, get, set_up, signed_in};
use crate::{fixture, rectify, text};
use std::path::Path;

/// Exit code, standard output, standard error.
fn said(args: &[&str], data: &Path) -> (Option<i32>, String, String) {
    let output = rectify(&[args, &["--data", data.to_str().unwrap()]].concat());
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn accounts_are_added_reset_shut_and_opened_while_the_service_runs() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let service = Service::start(data, None);
    let (code, _, words) = said(&["user", "add", "zhang", "--name", "张三"], data);
    assert!(code == Some(2) && words.contains("还没有完成初始设置"), "{words}");
    set_up(&service.address);
    let (code, password, words) = said(&["user", "add", "zhang", "--name", "张三", "--roles", "联络员,owner"], data);
    assert!(code == Some(0) && words.contains("已新增账号 zhang") && !words.contains(password.trim()), "{words}");
    let cookie = signed_in(&service.address, "zhang", password.trim()).unwrap();
    assert_eq!(get(&service.address, &cookie, "/session")["person"]["name"], "张三");

    let (code, newer, words) = said(&["user", "reset", "zhang"], data);
    assert!(code == Some(0) && words.contains("已重设") && newer != password, "{words}");
    assert_eq!(signed_in(&service.address, "zhang", password.trim()), None, "the old password is gone");
    let fresh = signed_in(&service.address, "zhang", newer.trim()).unwrap();
    assert_eq!(get(&service.address, &cookie, "/session")["error"]["code"], "not_signed_in", "signed out by the reset");

    let (code, _, words) = said(&["user", "disable", "zhang"], data);
    assert!(code == Some(0) && words.contains("停用"), "{words}");
    assert_eq!(get(&service.address, &fresh, "/session")["error"]["code"], "not_signed_in");
    assert_eq!(signed_in(&service.address, "zhang", newer.trim()), None);
    assert_eq!(said(&["user", "enable", "zhang"], data).0, Some(0));
    assert!(signed_in(&service.address, "zhang", newer.trim()).is_some());

    for (args, words) in [
        (["user", "reset", "li"].as_slice(), "账号"),
        (&["user", "add", "zhang", "--name", "李四"], "已被使用"),
        (&["user", "add", "li", "--name", "李四", "--roles", "书记员"], "没有角色“书记员”，可用：系统管理员"),
        (&["user", "add", "li", "--name", "李四", "--roles", "auditor,owner"], "不能兼任"),
        (&["user", "add", "li", "--name", "李四", "--unit", "水务局"], "没有名为“水务局”的单位"),
    ] {
        let (code, out, err) = said(args, data);
        assert!(code == Some(2) && out.is_empty() && err.contains(words), "{args:?}: {err}");
    }
    service.kill();
    let (code, out, err) = said(&["verify"], data);
    assert_eq!(code, Some(0), "{out}{err}");
}

#[test]
fn documents_are_imported_as_drafts_and_checked_against_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    let service = Service::start(data, None);
    let (cookie, finding) = set_up(&service.address);
    let key = finding.rsplit_once('-').unwrap().0;
    let feedback = fixture("demo/feedback.txt");
    let (code, out, _) = said(&["import", &feedback, "--into", key], data);
    assert!(code == Some(0) && out.contains(&format!("已成为 {key} 的导入草稿")), "{out}");
    let drafts = get(&service.address, &cookie, &format!("/inspections/{key}/drafts"));
    assert_eq!(drafts["items"][0]["name"], "feedback.txt");
    let (_, out, _) = said(&["import", &feedback, "--into", key], data);
    assert!(out.contains("此前已导入过"), "{out}");
    let (code, _, words) = said(&["import", &feedback, "--into", "XC-1999-01"], data);
    assert!(code == Some(2) && words.contains("检查轮次"), "{words}");

    let report = data.join("报告.txt");
    std::fs::write(&report, "关于整改进展情况的报告\n反馈问题共5个，已完成整改5个。\n").unwrap();
    let check = ["check", report.to_str().unwrap(), "--select", "C-TOTAL", "--inspection", key];
    let (code, out, err) = said(&check, data);
    assert!(code == Some(1) && out.contains("C-TOTAL"), "{out}{err}");
}
