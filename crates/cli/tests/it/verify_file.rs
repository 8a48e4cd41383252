//! `rectify verify FILE`: whatever is changed in an export is found, with a checkpoint and nothing else.

use crate::{rectify, text};
use serde_json::json;
use std::path::Path;
use test_support::TestApp;

/// A log of a few dozen entries, and its checkpoint.
fn export() -> (Vec<u8>, String) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = TestApp::empty().await;
        let admin = app.administrator().await;
        let key = admin.inspection().await;
        let table = json!({"table": "编号\t反馈问题\n\t采购“不规范”\n"});
        let set = admin.post(&format!("/inspections/{key}/ledger-changes"), &table).await.json();
        let path = format!("/ledger-changes/{}/confirmation", set["id"].as_str().unwrap());
        admin.post(&path, &json!({"rows": [2]})).await;
        for n in 0..25 {
            admin.post(&format!("/findings/{key}-001/measures"), &json!({"text": format!("措施{n}")})).await;
        }
        let answer = admin.get("/audit-log/export").await;
        (answer.bytes, answer.headers["rectify-checkpoint"].to_str().unwrap().to_owned())
    })
}

fn verify(file: &Path, checkpoint: &str) -> (Option<i32>, String) {
    let output = rectify(&["verify", file.to_str().unwrap(), "--checkpoint", checkpoint]);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn joined(lines: &[Vec<u8>]) -> Vec<u8> {
    lines.concat()
}

/// One edit of one of eight kinds.
fn tamper(bytes: &[u8], kind: usize, chance: &mut Chance) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    let (a, b) = (chance.below(lines.len()), chance.below(lines.len()));
    let at = chance.below(bytes.len());
    let mut edited = bytes.to_vec();
    match kind {
        0 => edited[at] = edited[at].wrapping_add(1),
        1 => drop(edited.remove(at)),
        2 => edited.insert(at, b' '),
        3 => edited.truncate(at),
        4 => drop(lines.remove(a)),
        5 => lines.swap(a, b),
        6 => lines.insert(a, lines[b].clone()),
        _ => lines.truncate(a),
    }
    if kind < 4 { edited } else { joined(&lines) }
}

#[test]
fn hundreds_of_edits_are_all_found() {
    let (bytes, checkpoint) = export();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.jsonl");
    std::fs::write(&file, &bytes).unwrap();
    let (code, said) = verify(&file, &checkpoint);
    assert!(code == Some(0) && said.contains("✓ 未发现改动"), "{said}");
    let mut chance = Chance(20_261_123);
    let mut made = 0;
    for n in 0..400 {
        let edited = tamper(&bytes, n % 8, &mut chance);
        if edited == bytes {
            continue;
        }
        std::fs::write(&file, &edited).unwrap();
        let (code, said) = verify(&file, &checkpoint);
        assert!(code == Some(1) && said.contains('✗'), "edit {n} of kind {} was not found: {said}", n % 8);
        made += 1;
    }
    assert!(made > 380, "{made}");
}

#[test]
fn the_entry_is_named() {
    let (bytes, checkpoint) = export();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.jsonl");
    let whole = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let said_of = |lines: &[&str]| {
        std::fs::write(&file, lines.concat()).unwrap();
        verify(&file, &checkpoint).1
    };
    // The first line is no entry: entry 7 is line 7 counted from it.
    let changed = lines[7].replace("措施", "别的");
    assert_ne!(changed, lines[7]);
    let with = |at: usize, line: &str| {
        let mut all: Vec<String> = lines.iter().map(ToString::to_string).collect();
        all[at] = line.to_owned();
        all
    };
    let edited = with(7, &changed);
    let edited: Vec<&str> = edited.iter().map(String::as_str).collect();
    let said = said_of(&edited);
    assert!(said.contains("第 7 条的内容") && said.matches('✗').count() == 1, "{said}");
    let removed: Vec<&str> = [&lines[..7], &lines[9..]].concat();
    assert!(said_of(&removed).contains("缺少第 7 至 8 条"));
    let last = lines.len() - 1;
    let said = said_of(&lines[..last - 1]);
    assert!(said.contains(&format!("记录到第 {} 条为止，应到第 {last} 条", last - 2)), "{said}");
    let blank = with(9, "\n");
    let blank: Vec<&str> = blank.iter().map(String::as_str).collect();
    let said = said_of(&blank);
    assert!(said.contains("第 9 条的内容") && said.matches('✗').count() == 1, "{said}");
}

#[test]
fn without_a_checkpoint_or_a_file_it_is_said_what_to_do() {
    let (bytes, checkpoint) = export();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.jsonl");
    std::fs::write(&file, &bytes).unwrap();
    let output = rectify(&["verify", file.to_str().unwrap()]);
    assert!(output.status.code() == Some(2) && text(&output.stderr).contains("--checkpoint"));
    let (code, said) = verify(&folder.path().join("none.jsonl"), &checkpoint);
    assert!(code == Some(4) && said.contains("无法读取"), "{said}");
    let (_, other) = export();
    let (code, said) = verify(&file, &other);
    assert!(code == Some(1) && said.contains("另一套系统"), "{said}");
    std::fs::write(&file, b"").unwrap();
    assert_eq!(verify(&file, &checkpoint).0, Some(1));
}

#[test]
fn an_older_checkpoint_says_how_far_it_goes() {
    let (bytes, _) = export();
    let whole = String::from_utf8(bytes.clone()).unwrap();
    let first: serde_json::Value = serde_json::from_str(whole.lines().next().unwrap()).unwrap();
    let fifth: serde_json::Value = serde_json::from_str(whole.lines().nth(5).unwrap()).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let checkpoint = format!("rectify-checkpoint sm3 {} 5 {}", text(&first["installation"]), text(&fifth["hash"]));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("log.jsonl");
    std::fs::write(&file, &bytes).unwrap();
    let (code, said) = verify(&file, &checkpoint);
    assert!(code == Some(0) && said.contains("校验点在第 5 条"), "{said}");
}
