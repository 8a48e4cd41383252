//! `rectify check --annotate`: a copy with comments, the original as it was.

use crate::{rectify, text};
use document::{BlockKind, Official, write_docx};
use std::path::PathBuf;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn docx(folder: &tempfile::TempDir, line: &str) -> (PathBuf, Vec<u8>) {
    let bytes = write_docx(&Official::unbound("关于整改情况的报告", [(BlockKind::Body, line)])).unwrap();
    let path = folder.path().join("稿.docx");
    std::fs::write(&path, &bytes).unwrap();
    (path, bytes)
}

#[test]
fn findings_become_comments_and_with_fix_tracked_changes() {
    let folder = folder();
    let (path, bytes) = docx(&folder, "会议研究了整改方案,明确了责任人。");
    let out = folder.path().join("核稿.docx");
    let args = ["check", path.to_str().unwrap(), "--select", "P-HALF", "--annotate", out.to_str().unwrap()];
    let output = rectify(&args);
    assert!(text(&output.stderr).contains("批注 1 处，修订 0 处"), "{}", text(&output.stderr));
    let read = |path: &PathBuf| document::read(&std::fs::read(path).unwrap(), "a.docx").unwrap();
    assert_eq!(read(&out).paragraphs, read(&path).paragraphs);
    let output = rectify(&[args.as_slice(), &["--fix"]].concat());
    assert!(text(&output.stderr).contains("批注 1 处，修订 1 处"), "{}", text(&output.stderr));
    assert_eq!(read(&out).paragraphs[1].text, "会议研究了整改方案，明确了责任人。");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn what_cannot_be_annotated_is_said() {
    let folder = folder();
    let (path, _) = docx(&folder, "甲。");
    let path = path.to_str().unwrap();
    let plain = folder.path().join("稿.txt");
    std::fs::write(&plain, "甲。").unwrap();
    let plain = plain.to_str().unwrap();
    let out = folder.path().join("核稿.docx");
    let out = out.to_str().unwrap();
    for (args, words) in [
        (vec!["check", path, "--annotate", path], "不覆盖原稿"),
        (vec!["check", path, plain, "--annotate", out], "一次只处理一份"),
        (vec!["check", plain, "--annotate", out], "只用于 docx"),
    ] {
        let output = rectify(&args);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(words), "{}", text(&output.stderr));
    }
}
