//! The command line as a user meets it: output, messages, exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod annotate;
mod check;
mod crash;
mod installation;
mod report;
mod service;
mod transfer;
mod verify;
mod verify_file;
mod verify_report;

use std::path::PathBuf;
use std::process::{Command, Output};

fn rectify(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rectify")).args(args).output().unwrap()
}

fn fixture(name: &str) -> String {
    format!("{}/../../fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn parse_prints_the_documented_json() {
    let output = rectify(&["parse", "--format", "json", &fixture("demo/plan.txt")]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!("parse_json", text(&output.stdout));
    let again = rectify(&["parse", "--format", "json", &fixture("demo/plan.txt")]);
    assert_eq!(again.stdout, output.stdout);
}

#[test]
fn parse_prints_a_tree() {
    insta::assert_snapshot!("parse_tree", text(&rectify(&["parse", &fixture("demo/feedback.txt")]).stdout));
}

#[test]
fn help_is_in_chinese_and_english() {
    insta::assert_snapshot!("help", text(&rectify(&["--help"]).stdout));
}

#[test]
fn import_writes_a_workbook_and_is_quiet_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let out: PathBuf = folder.path().join("台账.xlsx");
    let output = rectify(&[
        "import",
        "--quiet",
        &fixture("demo/feedback.txt"),
        &fixture("demo/plan.txt"),
        "-o",
        out.to_str().unwrap(),
    ]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let ledger = document::parse(&document::read(&std::fs::read(&out).unwrap(), "台账.xlsx").unwrap());
    assert_eq!(ledger.kind, document::DocumentKind::Ledger);
    assert_eq!(ledger.findings.len(), 13);
}

#[test]
fn exit_codes_tell_what_went_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("a.txt");
    std::fs::write(&secret, "秘密\n通知").unwrap();
    let empty = folder.path().join("b.txt");
    std::fs::write(&empty, "今天天气很好。").unwrap();
    let out = folder.path().join("c.xlsx");
    let code = |args: &[&str]| rectify(args).status.code();
    assert_eq!(code(&["parse", secret.to_str().unwrap()]), Some(3));
    assert_eq!(code(&["parse", "no-such-file.docx"]), Some(4));
    assert_eq!(code(&["parse", "--format", "yaml", "x"]), Some(2));
    assert_eq!(code(&["import", empty.to_str().unwrap(), "-o", out.to_str().unwrap()]), Some(1));
}
