//! `rectify export` and `rectify import FILE.rectify` from outside: what is said, and with which code.

use crate::service::{Service, set_up};
use crate::{rectify, text};
use std::path::Path;

fn said(args: &[&str], data: &Path) -> (Option<i32>, String) {
    let output = rectify(&[args, &["--data", data.to_str().unwrap()]].concat());
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn an_inspection_goes_from_one_installation_to_another() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start(here.path(), None);
    let (_, finding) = set_up(&service.address);
    let key = finding.rsplit_once('-').unwrap().0;
    let file = here.path().join("检查.rectify");
    let file = file.to_str().unwrap();
    // The service goes on running.
    let (code, words) = said(&["export", key, file], here.path());
    assert!(code == Some(0) && words.contains("已导出") && words.contains("SHA-256："), "{words}");
    service.kill();
    let (code, words) = said(&["export", "XC-1999-09", file], here.path());
    assert!(code == Some(2) && words.contains("没有编号为 XC-1999-09 的检查轮次"), "{words}");

    let (code, words) = said(&["import", file], there.path());
    assert!(code == Some(4) && words.contains("--data"), "{words}");
    assert_eq!(said(&["import", file], here.path()), (Some(0), format!("{key}：已存在，内容相同\n")));
    // An installation that is there, with nothing in it.
    Service::start(there.path(), None).kill();
    let (code, words) = said(&["import", file], there.path());
    assert!(code == Some(0) && words.contains("已导入") && words.contains("新登记单位 1 个"), "{words}");
    let (code, words) = said(&["doctor"], there.path());
    assert!(code == Some(0), "{words}");
}

#[test]
fn what_cannot_be_imported_is_said_with_its_code() {
    let folder = tempfile::tempdir().unwrap();
    Service::start(folder.path(), None).kill();
    let file = folder.path().join("坏.rectify");
    std::fs::write(&file, "不是压缩包").unwrap();
    let file = file.to_str().unwrap();
    let (code, words) = said(&["import", file], folder.path());
    assert!(code == Some(3) && words.contains("不是检查包") && words.contains(file), "{words}");
    let (code, words) = said(&["import", file, "反馈.docx"], folder.path());
    assert!(code == Some(2) && words.contains("一次导入一个"), "{words}");
    let (code, words) = said(&["import", "反馈.docx"], folder.path());
    assert!(code == Some(2) && words.contains("-o"), "{words}");
}
