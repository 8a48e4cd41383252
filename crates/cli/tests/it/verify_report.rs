//! `rectify verify FILE.docx`: a locked report proves itself; what was changed is said.

use super::{rectify, text};
use document::official::{Block, BlockKind, Run};
use document::{Official, write_docx};
use report::{LockTerms, lock};

fn verify(official: &Official) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("报告.docx");
    std::fs::write(&path, write_docx(official).unwrap()).unwrap();
    let output = rectify(&["verify", path.to_str().unwrap()]);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn a_locked_report_is_verified_from_the_file_alone() {
    let mut official = Official::unbound("关于巡察整改情况的报告", [(BlockKind::Body, "现报告如下。")]);
    let bound = Run { text: "21".to_owned(), binding: Some("统计.问题数".to_owned()) };
    official.blocks.push(Block::Paragraph { kind: BlockKind::Body, text: vec![bound] });
    let terms = LockTerms {
        report: "XC-2026-01-R001".to_owned(),
        as_of: "2026-06-30".to_owned(),
        checkpoint: "rectify-checkpoint sm3 0 7 1".to_owned(),
    };
    let (mut locked, proof) = lock(&official, terms).unwrap();
    let (code, said) = verify(&locked);
    assert_eq!(code, Some(0), "{said}");
    for word in ["✓ 未发现改动", "XC-2026-01-R001", "2026-06-30", proof.code.as_str(), "rectify-checkpoint sm3 0 7 1"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    locked.blocks[1] = Block::unbound(BlockKind::Body, "现报告如下：");
    let (code, said) = verify(&locked);
    assert!(code == Some(1) && said.contains("正文与锁定时不同"), "{said}");
    let (code, said) = verify(&official);
    assert!(code == Some(1) && said.contains("不是锁定的报告"), "{said}");
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("坏.docx");
    std::fs::write(&broken, b"PK\x03\x04 broken").unwrap();
    assert_eq!(rectify(&["verify", broken.to_str().unwrap()]).status.code(), Some(3));
}
