//! What a request may not say, and how it is told.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");

async fn ledger(app: &TestApp) -> (Client, String) {
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = client.upload(&format!("/inspections/{key}/drafts"), "反馈.txt", FEEDBACK.as_bytes()).await.json();
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    client.post(&path, &json!({"version": 1, "skip_open": true})).await;
    (client, key)
}

#[tokio::test]
async fn a_value_that_is_none_is_refused_and_changes_nothing() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let path = format!("/findings/{key}-001");
    client.patch(&path, &json!({"version": 1, "due": "2026-12-31", "fix_type": "deadline"})).await;
    for wrong in [
        json!({"version": 2, "reason": "r", "due": "2026/12/31"}),
        json!({"version": 2, "reason": "r", "due": "2026-12-31T00:00:00"}),
        json!({"version": 2, "fix_type": "soon"}),
        json!({"version": 2, "unit_id": "nobody"}),
        json!({"version": 2, "amount": "七万"}),
    ] {
        assert_eq!(client.patch(&path, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let kept = client.get(&path).await.json();
    assert_eq!(
        (&kept["due"], &kept["fix_type"], &kept["version"]),
        (&json!("2026-12-31"), &json!("deadline"), &json!(2))
    );
    let unit = client.get("/units").await.json()["items"][0]["id"].clone();
    for (path, wrong) in [
        (format!("{path}/measures"), json!({"text": "甲", "completion": "half"})),
        (format!("{path}/measures"), json!({"text": "甲", "due": "soon"})),
        ("/inspections".to_owned(), json!({"source": "gossip", "title": "t", "issuing_body": "b", "unit_id": unit})),
        ("/people".to_owned(), json!({"name": "丁", "roles": ["emperor"]})),
        ("/units".to_owned(), json!({"name": "丁", "kind": "club"})),
    ] {
        assert_eq!(client.post(&path, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[tokio::test]
async fn a_query_that_means_nothing_is_refused() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let list = format!("/inspections/{key}/findings");
    for query in [
        "lamp=purple",
        "lamp=red,purple",
        "completion=half",
        "due_from=zz",
        "sort=fame",
        "limit=many",
        "after=there",
        "sort=due&after=1%7C2",
        "sort=updated&after=x%7C2",
    ] {
        let answer = client.get(&format!("{list}?{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.json()["error"]["message"].as_str().unwrap().chars().any(|c| c > '\u{4e00}'), "{query}");
    }
    assert_eq!(client.get(&format!("{list}?lamp=&q=&due_from=")).await.json()["total"], 13);
}

#[tokio::test]
async fn every_failure_has_the_envelope() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let big = format!("{{\"username\":\"{}\",\"password\":\"x\"}}", "a".repeat(1_200_000));
    let answers = [
        (client.get("/nothing").await, 404, "not_found"),
        (client.patch("/units", &json!({})).await, 405, "method_not_allowed"),
        (client.send("POST", "/session", "application/json", big.into_bytes()).await, 413, "too_large"),
        (client.send("POST", "/units", "application/json", b"{".to_vec()).await, 400, "bad_request"),
        (client.send("POST", "/units", "text/plain", b"{}".to_vec()).await, 415, "bad_request"),
        (client.send("DELETE", "/measures/x-01", "application/json", vec![]).await, 422, "bad_query"),
        (client.get("/findings/none").await, 404, "not_found"),
    ];
    for (answer, status, code) in answers {
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code));
        assert!(answer.json()["error"]["message"].is_string());
    }
}

#[tokio::test]
async fn one_upload_is_one_file() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let part = |name: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{name}的内容。\r\n")
    };
    let body = format!("{}{}--x--\r\n", part("a.txt"), part("b.txt")).into_bytes();
    let answer =
        client.send("POST", &format!("/inspections/{key}/drafts"), "multipart/form-data; boundary=x", body).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "bad_upload"));
    assert_eq!(client.get(&format!("/inspections/{key}/drafts")).await.json()["total"], 0);
}

#[tokio::test]
async fn a_secret_workbook_leaves_an_event() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let secret = "机密★1年\n关于某事的报告\n独一无二的内容\n".as_bytes();
    let answer = client.upload(&format!("/inspections/{key}/ledger-changes"), "私密.txt", secret).await;
    assert_eq!(answer.code(), "refused_secret");
    assert_eq!(app.database.search_all_text("refused_secret").await.unwrap(), 1);
    assert_eq!(app.database.search_all_text("独一无二").await.unwrap(), 0);
}

#[tokio::test]
async fn a_measure_keeps_its_number_for_good() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let path = format!("/findings/{key}-001/measures");
    client.post(&path, &json!({"text": "甲"})).await;
    client.send("DELETE", &format!("/measures/{key}-001-01?version=1"), "application/json", vec![]).await;
    let after: Value = client.post(&path, &json!({"text": "乙"})).await.json();
    assert_eq!(after["measures"][0]["key"], format!("{key}-001-02"));
}

#[tokio::test]
async fn a_nul_character_is_refused_wherever_it_is_sent() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("/findings/{key}-001");
    let before = client.get(&finding).await.json();
    let stranger = app.anonymous();
    for (who, path, body) in [
        (&client, format!("{finding}/measures"), json!({"text": "一\u{0}二"})),
        (&client, "/units".to_owned(), json!({"name": "丁\u{0}", "kind": "department"})),
        (&stranger, "/session".to_owned(), json!({"username": "a\u{0}b", "password": "x"})),
    ] {
        let answer = who.post(&path, &body).await;
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "bad_text"), "{path}");
    }
    for path in ["/findings/%00".to_owned(), format!("/inspections/{key}/findings?area=%00")] {
        let status = client.get(&path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
    let told = client.post(&format!("{finding}/measures"), &json!({"text": "反斜线 \\u0000 是六个字"})).await;
    assert_eq!(told.status, StatusCode::CREATED, "a backslash and letters are text");
    assert_eq!(client.get(&finding).await.json()["title"], before["title"]);
}

#[tokio::test]
async fn what_the_framework_refuses_has_the_one_envelope() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    for path in ["/findings/%ff", "/rules/years/99999"] {
        let answer = client.get(path).await;
        assert!(answer.status.is_client_error(), "{path}");
        assert!(!answer.code().is_empty(), "{path}");
    }
}
