//! `rectify report`: documents out of the ledger of an installation.

use super::rectify;
use super::service::{Service, set_up};
use super::text;
use std::path::Path;

fn said(args: &[&str], data: &Path) -> (Option<i32>, String) {
    let output = rectify(&[&["report"], args, &["--data", data.to_str().unwrap()]].concat());
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn documents_are_written_while_the_service_runs() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), None);
    let (_, finding) = set_up(&service.address);
    let key = finding.rsplit_once('-').unwrap().0.to_owned();
    let (code, words) = said(&["--list"], folder.path());
    assert!(code == Some(0) && words.starts_with(&format!("{key}\t")), "{words}");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    // With a single inspection its key may be left out.
    for (kind, file) in [
        ("progress", "报告.docx"),
        ("duty-list", "责任清单.docx"),
        ("ledger", "台账.XLSX"),
        ("progress", "报告.pdf"),
        ("ledger", "台账.pdf"),
        ("progress", "报告.html"),
    ] {
        let (code, words) = said(&[kind, "-o", &path(file)], folder.path());
        assert!(code == Some(0) && words.contains("已生成"), "{words}");
        assert!(!document::read(&std::fs::read(path(file)).unwrap(), file).unwrap().paragraphs.is_empty());
    }
    assert_eq!(said(&["closing-request", "--findings", &finding, "-o", &path("单.docx")], folder.path()).0, Some(0));
    let red = ["progress", "--form", "红头", "--doc-number", "云水发[2026]5号", "--signer", "张某,李某"];
    let more =
        ["--copies", "县纪委监委", "--seal", "留位", "--layout", "B", "--urgency", "特急", "--joint", "县财政局"];
    for file in ["红头.docx", "红头.pdf"] {
        let (code, words) = said(&[&red[..], &more, &["-o", &path(file)]].concat(), folder.path());
        assert!(code == Some(0), "{words}");
        let read = document::read(&std::fs::read(path(file)).unwrap(), file).unwrap();
        let all: String = read.paragraphs.iter().map(|p| p.text.replace(' ', "")).collect();
        for part in ["特急", "县财政局", "文件", "云水发〔2026〕5号", "签发人：张某", "抄送：县纪委监委。"]
        {
            assert!(all.contains(part), "{file} {part}: {all}");
        }
    }
    let starter = report::starter(report::ReportKind::from_name("ledger").unwrap()).unwrap();
    std::fs::write(path("模板.docx"), starter).unwrap();
    let (code, words) = said(&["--template", &path("模板.docx"), "-o", &path("填好.docx")], folder.path());
    assert!(code == Some(0) && words.contains("已按模板填写"), "{words}");
    let filled = document::read(&std::fs::read(path("填好.docx")).unwrap(), "a.docx").unwrap();
    assert!(
        filled.paragraphs.iter().any(|p| p.text == "反馈问题")
            && !filled.paragraphs.iter().any(|p| p.text.contains("{{"))
    );
    let (code, words) = said(&["--template", &path("模板.docx"), "-o", &path("a.xlsx")], folder.path());
    assert!(code == Some(2) && words.contains(".docx"), "{words}");
    service.kill();
    let (code, words) = said(&["nothing", "-o", &path("a.docx")], folder.path());
    assert!(code == Some(2) && words.contains("progress") && words.contains("整改方案"), "{words}");
    for (args, why) in [
        (vec!["progress"], "-o"),
        (vec!["progress", "-o", "a.odt"], ".docx"),
        (vec!["progress", "-o", "a.xlsx"], "xlsx"),
        (vec!["public", "-o", "a.xlsx"], ".html"),
        (vec!["public", "-o", "a.html"], "确认"),
        (vec!["public", "--findings", "XC-2026-01-001", "-o", "a.html"], "--findings 在这里不起作用"),
        (vec!["public", "--seal", "留位", "-o", "a.html"], "--seal 在这里不起作用"),
        (vec!["整改方案", "--form", "红头", "-o", "a.docx"], "--form 在这里不起作用"),
        (vec!["ledger", "--form", "红头", "-o", "a.docx"], "表单"),
        (vec!["progress", "--form", "红头", "--doc-number", "5号", "-o", "a.docx"], "六角括号"),
        (vec!["progress", "--form", "公报", "-o", "a.docx"], "公报"),
        (vec!["closing-sheet", "-o", "a.docx"], "没有已销号的整改事项"),
        (vec!["closing-sheet", "--findings", "XC-1999-01-001", "-o", "a.docx"], "事项不存在"),
        (vec!["progress", "--inspection", "XC-1999-01", "-o", "a.docx"], "检查轮次不存在"),
    ] {
        let (code, words) = said(&args, folder.path());
        assert!(code == Some(2) && words.contains(why), "{args:?}: {words}");
    }
    let nowhere = tempfile::tempdir().unwrap();
    assert_eq!(said(&["--list"], nowhere.path()).0, Some(4));
    // What was written stands in the log, which is sound.
    assert_eq!(rectify(&["verify", "--data", folder.path().to_str().unwrap()]).status.code(), Some(0));
}
