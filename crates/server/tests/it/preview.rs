//! Looking at evidence: what others uploaded is shown and never runs.

use crate::evidence::{add, ledger};
use axum::http::StatusCode;
use document::{BlockKind, Official, write_docx};
use serde_json::json;
use test_support::{Answer, Client, TestApp};

fn docx(text: &str) -> Vec<u8> {
    write_docx(&Official::unbound("整改报告", [(BlockKind::Body, text)])).unwrap()
}

async fn preview(client: &Client, finding: &str, name: &str, bytes: &[u8]) -> Answer {
    let answer = add(client, finding, name, bytes, &[]).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let files = answer.json()["evidence_files"].clone();
    let key = files.as_array().unwrap().last().unwrap()["key"].as_str().unwrap().to_owned();
    client.get(&format!("/evidence/{key}/preview")).await
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers[name].to_str().unwrap()
}

fn is_shut_in(answer: &Answer) -> bool {
    let policy = header(answer, "content-security-policy");
    policy.starts_with("sandbox; default-src 'none';") && !policy.contains("script")
}

#[tokio::test]
async fn pictures_are_shown_as_what_they_are_whatever_their_name() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    for (name, bytes, kind) in [
        ("现场.png", &b"\x89PNG\r\n\x1a\n<script>"[..], "image/png"),
        ("照片.svg", b"\xff\xd8\xff\xe0<svg onload=alert(1)>", "image/jpeg"),
        ("a.bin", b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
    ] {
        let answer = preview(&client, &finding, name, bytes).await;
        assert_eq!((header(&answer, "content-type"), answer.bytes.as_slice()), (kind, bytes), "{name}");
        assert!(is_shut_in(&answer) && header(&answer, "x-content-type-options") == "nosniff", "{name}");
    }
}

#[tokio::test]
async fn what_could_run_is_never_sent_as_itself() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    for (name, bytes) in [
        ("图.svg", &b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"[..]),
        ("页面.txt", "会议记录\n<script>alert(1)</script><a href='javascript:alert(2)'>点</a>".as_bytes()),
        ("扫描.tif", b"II*\0<script>alert(1)</script>"),
        ("坏.docx", b"PK\x03\x04<script>alert(1)</script>"),
        ("页面.xhtml", b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"),
    ] {
        let answer = preview(&client, &finding, name, bytes).await;
        let page = String::from_utf8(answer.bytes.clone()).unwrap();
        assert_eq!(header(&answer, "content-type"), "text/html; charset=utf-8", "{name}");
        assert!(is_shut_in(&answer), "{name}");
        assert!(!page.contains("<script") && !page.contains("<a ") && !page.contains("<svg"), "{name}: {page}");
    }
}

#[tokio::test]
async fn a_document_is_shown_as_its_paragraphs() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let bytes = docx("<script>alert(1)</script>退还水费12笔 & 归档");
    let answer = preview(&client, &format!("{key}-001"), "报告.docx", &bytes).await;
    let page = String::from_utf8(answer.bytes.clone()).unwrap();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;退还水费12笔 &amp; 归档"), "{page}");
    assert!(!page.contains("<script") && is_shut_in(&answer));
}

#[tokio::test]
async fn a_pdf_goes_to_the_viewer_of_the_browser_and_nothing_to_strangers() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let answer = preview(&client, &finding, "凭证.pdf", b"%PDF-1.4\n%%EOF").await;
    assert_eq!(header(&answer, "content-type"), "application/pdf");
    assert!(header(&answer, "content-security-policy").contains("default-src 'none'"));
    let path = format!("/evidence/{finding}-E01/preview");
    assert_eq!(client.signed_out().get(&path).await.status, StatusCode::UNAUTHORIZED);
    let other = client.post("/units", &json!({"name": "云溪县林业局", "kind": "party_body"})).await.json();
    let stranger = app.person_of(&client, "zhao", &["owner"], &other["id"]).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(client.get("/evidence/XC-2026-01-001-E99/preview").await.status, StatusCode::NOT_FOUND);
}
