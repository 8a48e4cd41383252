//! Evidence of findings.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client, TestApp};

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");

pub(crate) async fn ledger(app: &TestApp) -> (Client, String) {
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = client.upload(&format!("/inspections/{key}/drafts"), "反馈.txt", FEEDBACK.as_bytes()).await.json();
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    client.post(&path, &json!({"version": 1, "skip_open": true})).await;
    (client, key)
}

pub(crate) async fn add(client: &Client, finding: &str, name: &str, bytes: &[u8], fields: &[(&str, &str)]) -> Answer {
    let mut body = Vec::new();
    for (field, value) in fields {
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let head = format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n--x--\r\n");
    client.send("POST", &format!("/findings/{finding}/evidence"), "multipart/form-data; boundary=x", body).await
}

#[tokio::test]
async fn a_file_proves_a_measure_and_comes_back_unchanged() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    client.post(&format!("/findings/{finding}/measures"), &json!({"text": "制定计划"})).await;
    let measure = format!("{finding}-01");
    let fields = [("measure", measure.as_str()), ("fact_date", "2026-11-20"), ("note", "第一次学习")];
    let answer = add(&client, &finding, "会议记录.txt", "会议记录".as_bytes(), &fields).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let now = answer.json();
    let file = &now["evidence_files"][0];
    assert_eq!((&file["key"], &file["measure_key"]), (&json!(format!("{finding}-E01")), &json!(measure)));
    assert_eq!(
        (&file["kind"], &file["fact_date"], &now["evidence"]),
        (&json!("text"), &json!("2026-11-20"), &json!(1))
    );
    assert_eq!(now["timeline"][0]["kind"], "evidence_added");
    // GB/T 32905-2016 and FIPS 180-4 of the four characters, worked out with openssl.
    assert_eq!(file["sm3"], "f6e30a96a784b3c97d68511cc8efdecb173b03e3dd26775ca1c57d93fea30a13");
    assert_eq!(file["digest"], "224e3ec6c09bad0c70a7d0714d511f127de91c3077f47ac246f0bf8b4e87261b");
    let told = now["timeline"][0].to_string();
    assert!(
        told.contains("sm3:f6e30a96a784b3c97d68511cc8efdecb173b03e3dd26775ca1c57d93fea30a13")
            && told.contains("sha256:224e3ec6c09bad0c70a7d0714d511f127de91c3077f47ac246f0bf8b4e87261b"),
        "{told}"
    );
    let back = client.get(&format!("/evidence/{finding}-E01/file")).await;
    assert_eq!(back.bytes, "会议记录".as_bytes());
    let list = client.get(&format!("/inspections/{key}/findings")).await.json();
    assert_eq!(list["items"][0]["evidence"], 1);
}

#[tokio::test]
async fn old_and_reused_files_are_pointed_out() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let patch = json!({"version": 1, "feedback_date": "2026-10-15"});
    client.patch(&format!("/inspections/{key}"), &patch).await;
    add(&client, &format!("{key}-001"), "a.txt", b"same", &[("fact_date", "2026-09-01")]).await;
    let second = add(&client, &format!("{key}-002"), "b.txt", b"same", &[]).await.json();
    assert_eq!(second["evidence_files"][0]["reused_in"], json!([format!("{key}-001")]));
    let first = client.get(&format!("/findings/{key}-001")).await.json();
    assert_eq!(first["evidence_files"][0]["before_feedback"], true);
    assert_eq!(first["evidence_files"][0]["reused_in"], json!([format!("{key}-002")]));
}

#[tokio::test]
async fn withdrawn_evidence_stays_in_the_record_and_its_key_is_not_used_again() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    add(&client, &finding, "a.txt", b"one", &[]).await;
    let path = format!("/evidence/{finding}-E01");
    let delete = |reason: &str| format!("{path}?reason={reason}");
    let silent = client.send("DELETE", &delete(""), "application/json", vec![]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let after: Value = client.send("DELETE", &delete("wrong"), "application/json", vec![]).await.json();
    assert_eq!((&after["evidence"], &after["evidence_files"][0]["withdrawn"]), (&json!(0), &json!(true)));
    assert_eq!(client.send("DELETE", &delete("again"), "application/json", vec![]).await.status, StatusCode::CONFLICT);
    let next = add(&client, &finding, "b.txt", b"two", &[]).await.json();
    assert_eq!(next["evidence_files"][1]["key"], format!("{finding}-E02"));
}

#[tokio::test]
async fn a_newer_version_takes_the_place_of_a_file_and_the_earlier_one_stays_in_the_record() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (finding, other) = (format!("{key}-001"), format!("{key}-002"));
    let (first, second) = (format!("{finding}-E01"), format!("{finding}-E02"));
    add(&client, &finding, "名单.txt", b"one", &[]).await;
    let replace = |reason: &'static str| [("replaces", first.clone()), ("reason", reason.to_owned())];
    let send = async |at: &str, reason: &'static str| {
        let fields = replace(reason);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        add(&client, at, "名单.txt", b"two", &fields).await
    };
    assert_eq!(send(&finding, " ").await.code(), "invalid");
    assert_eq!(send(&other, "漏了一人").await.code(), "invalid");
    let after = send(&finding, "漏了一人").await.json();
    let files = &after["evidence_files"];
    assert_eq!((&after["evidence"], files.as_array().unwrap().len()), (&json!(1), 2));
    assert_eq!((&files[0]["withdrawn"], &files[0]["replaced_by"]), (&json!(true), &json!(second)));
    assert_eq!((&files[1]["replaces"], &files[1]["replace_reason"]), (&json!(first), &json!("漏了一人")));
    let told = after["timeline"][0].to_string();
    assert!(told.contains(&format!("以佐证 {second} 替换 {first}（漏了一人）")), "{told}");
    assert_eq!(client.get(&format!("/evidence/{first}/file")).await.bytes, b"one");
    assert_eq!(send(&finding, "再换").await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_is_no_evidence_is_refused() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    for (name, bytes, fields, code) in [
        ("a.txt", &b""[..], &[][..], "invalid"),
        ("a.exe", b"abc", &[], "invalid"),
        ("a.txt", b"MZ\x90\x00", &[], "invalid"),
        ("page.html", b"<script>", &[], "invalid"),
        ("a.txt", b"abc", &[("fact_date", "2027-01-01")], "invalid"),
        ("a.txt", b"abc", &[("fact_date", "soon")], "bad_upload"),
        ("a.txt", b"abc", &[("measure", "XC-2026-01-999-01")], "invalid"),
        ("a.docm", b"abc", &[], "invalid"),
        ("a.hta", b"abc", &[], "invalid"),
        ("扫描件.pdf", &package(&["[Content_Types].xml", "word/vbaProject.bin"]), &[], "refused_macro"),
        ("资料.docx", &package(&["[Content_Types].xml", "word/embeddings/a.exe"]), &[], "refused_program"),
        ("a.txt", "机密★1年\n关于某事的报告\n内容".as_bytes(), &[], "refused_secret"),
    ] {
        let answer = add(&client, &finding, name, bytes, fields).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, code), "{name}");
    }
    assert_eq!(client.get(&format!("/findings/{finding}")).await.json()["evidence_files"], json!([]));
}

/// A package with empty parts.
fn package(parts: &[&str]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in parts {
        zip.start_file(*part, zip::write::SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
