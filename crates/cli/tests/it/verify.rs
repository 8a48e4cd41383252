//! `rectify verify` from outside: sound, set back, changed; and what is said of each.

use crate::service::{Service, post, set_up};
use crate::{rectify, text};
use serde_json::json;
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("rectify.sqlite") {
            std::fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
}

fn verify(folder: &Path) -> (Option<i32>, String) {
    let output = rectify(&["verify", "--data", folder.to_str().unwrap()]);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn a_database_that_was_set_back_is_found_by_the_noted_ends() {
    let (folder, older) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start(folder.path(), None);
    let (cookie, finding) = set_up(&service.address);
    service.kill();
    copy(folder.path(), older.path());
    let service = Service::start(folder.path(), None);
    let (status, ..) =
        post(&service.address, &cookie, &format!("/findings/{finding}/measures"), &json!({"text": "修订制度"}))
            .unwrap();
    assert_eq!(status, 201);
    service.kill();
    // The next start notes where the log ends now.
    Service::start(folder.path(), None).kill();
    let (code, said) = verify(folder.path());
    assert!(code == Some(0) && said.contains("✓ 未发现改动") && said.contains("rectify-checkpoint sm3 "), "{said}");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.path().join(format!("rectify.sqlite{ending}")));
    }
    copy(older.path(), folder.path());
    let (code, said) = verify(folder.path());
    assert!(code == Some(1) && said.contains("末尾被截断"), "{said}");
}

#[test]
fn what_is_no_installation_or_no_checkpoint_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = verify(folder.path());
    assert!(code == Some(4) && said.contains("--data"), "{said}");
    let output = rectify(&["verify", "--data", folder.path().to_str().unwrap(), "--checkpoint", "abc"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("校验点格式不正确"));
    assert!(!folder.path().join("rectify.sqlite").exists(), "verify made an installation");
}

/// What `migrate` with this algorithm says of a folder.
fn migrate(folder: &Path, algorithm: &str) -> (Option<i32>, String) {
    let output = rectify(&["migrate", "--data", folder.to_str().unwrap(), "--audit-algorithm", algorithm]);
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[test]
fn the_hash_of_the_log_is_chosen_once() {
    let (folder, restored) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let service = Service::start_with(folder.path(), None, &["--audit-algorithm", "sha256"]);
    set_up(&service.address);
    service.kill();
    let (code, said) = verify(folder.path());
    assert!(code == Some(0) && said.contains("rectify-checkpoint sha256 "), "{said}");
    assert_eq!(migrate(folder.path(), "sha256").0, Some(0));
    let (code, said) = migrate(folder.path(), "sm3");
    assert!(code == Some(4) && said.contains("SHA-256") && said.contains("--audit-algorithm"), "{said}");
    let (code, said) = migrate(folder.path(), "md5");
    assert!(code == Some(2) && said.contains("sha256"), "{said}");
    // Without a word it goes on as it was begun, also after a restore.
    Service::start(folder.path(), None).kill();
    let backup = folder.path().join("b.zip");
    let (from, to) = (folder.path().to_str().unwrap(), restored.path().to_str().unwrap());
    assert_eq!(rectify(&["backup", backup.to_str().unwrap(), "--data", from]).status.code(), Some(0));
    assert_eq!(rectify(&["restore", backup.to_str().unwrap(), "--data", to]).status.code(), Some(0));
    let (code, said) = verify(restored.path());
    assert!(code == Some(0) && said.contains("rectify-checkpoint sha256 "), "{said}");
}
