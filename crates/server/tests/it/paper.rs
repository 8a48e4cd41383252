//! Warnings of paper rectification on a finding.

use crate::evidence::{add, ledger};
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const PASTED: &str = "召开班子会议专题研究，逐项明确责任人和完成时限，由办公室跟踪督办，已于11月20日整改到位";

async fn measure(client: &Client, finding: &str, text: &str) {
    let answer = client.post(&format!("/findings/{finding}/measures"), &json!({"text": text})).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

async fn warnings(client: &Client, finding: &str) -> Vec<(String, String, Value)> {
    let detail = client.get(&format!("/findings/{finding}")).await.json();
    let text = |w: &Value, name: &str| w[name].as_str().unwrap().to_owned();
    let all = detail["warnings"].as_array().unwrap();
    assert!(all.iter().all(|w| !text(w, "message").is_empty() && !text(w, "basis").is_empty()), "{all:?}");
    all.iter().map(|w| (text(w, "code"), text(w, "subject"), w["others"].clone())).collect()
}

#[tokio::test]
async fn a_finding_shows_what_is_only_paper() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    assert_eq!(warnings(&client, &one).await, []);
    measure(&client, &one, "进一步提高认识，加强管理。").await;
    add(&client, &one, "差旅费管理办法.txt", b"same", &[]).await;
    add(&client, &two, "b.txt", b"same", &[]).await;
    let expected = [
        ("hollow_measure".to_owned(), format!("{one}-01"), json!([])),
        ("evidence_reused".to_owned(), format!("{one}-E01"), json!([two])),
        ("rule_without_number".to_owned(), format!("{one}-E01"), json!([])),
    ];
    assert_eq!(warnings(&client, &one).await, expected);
}

#[tokio::test]
async fn pasted_text_is_found_whether_it_is_a_measure_or_its_progress_and_until_it_is_rewritten() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    measure(&client, &one, PASTED).await;
    measure(&client, &two, "退还多收水费12笔").await;
    assert_eq!(warnings(&client, &two).await, []);
    let path = format!("/measures/{two}-01");
    let copied = PASTED.replace("20日", "21日");
    let answer = client.patch(&path, &json!({"version": 1, "progress_note": copied})).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let pasted = |subject: &str, other: &str| vec![("pasted_text".to_owned(), format!("{subject}-01"), json!([other]))];
    assert_eq!(warnings(&client, &two).await, pasted(&two, &one));
    assert_eq!(warnings(&client, &one).await, pasted(&one, &two));
    let own = "已向12户退还水费，退款凭证由财务科归档，未联系上的用户在公示栏公告";
    client.patch(&path, &json!({"version": 2, "progress_note": own})).await;
    assert_eq!(warnings(&client, &one).await, []);
}
