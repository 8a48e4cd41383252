//! Findings marked as 工作秘密: every reading is noted.

use crate::evidence::{add, ledger};
use axum::http::StatusCode;
use serde_json::json;
use test_support::{Answer, Client, TestApp};

async fn mark(client: &Client, finding: &str, reason: &str) -> Answer {
    let body = json!({"reason": reason}).to_string().into_bytes();
    client.send("PUT", &format!("/findings/{finding}/restriction"), "application/json", body).await
}

async fn readings(client: &Client) -> i64 {
    client.get("/audit-log?kind=read").await.json()["total"].as_i64().unwrap()
}

#[tokio::test]
async fn who_opens_a_restricted_finding_is_in_the_log() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let path = format!("/findings/{finding}");
    add(&client, &finding, "a.txt", b"one", &[]).await;
    client.get(&path).await;
    assert_eq!(readings(&client).await, 0);
    assert_eq!(mark(&client, &finding, " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let marked = mark(&client, &finding, "涉及信访人").await.json();
    assert_eq!(
        (&marked["restriction"]["reason"], &marked["restriction"]["by"]["name"]),
        (&json!("涉及信访人"), &json!("管理员"))
    );
    assert_eq!(mark(&client, &finding, "再标").await.status, StatusCode::CONFLICT);
    let owner = app.person(&client, "owner", &["owner"]).await;
    assert_eq!(mark(&owner, &format!("{key}-002"), "我要").await.status, StatusCode::FORBIDDEN);
    assert_eq!(owner.get(&path).await.json()["closed_loop"]["may"]["restrict"], false);
    client.get(&path).await;
    // Another finding, and one that is out of reach, leave no reading.
    client.get(&format!("/findings/{key}-002")).await;
    let other = client.post("/units", &json!({"name": "县林业局", "kind": "party_body"})).await.json();
    let stranger = app.person_of(&client, "stranger", &["liaison"], &other["id"]).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(readings(&client).await, 2);
    let entry = client.get("/audit-log?kind=read").await.json()["items"][1].clone();
    assert_eq!(
        (&entry["actor"]["name"], &entry["subject"]["key"], &entry["act"]),
        (&json!("owner"), &json!(finding), &json!("查阅"))
    );
    // Readings are no step of the finding's process.
    let timeline = client.get(&path).await.json()["timeline"].to_string();
    assert!(!timeline.contains("查阅") && timeline.contains("标为工作秘密"), "{timeline}");
    // Its files were noted before and are so still.
    client.get(&format!("/evidence/{finding}-E01/file")).await;
    assert_eq!(client.get("/audit-log?kind=downloaded").await.json()["total"], 1);
    let lift = |reason: &str| format!("{path}/restriction?reason={reason}");
    assert_eq!(
        client.send("DELETE", &lift(""), "application/json", vec![]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let lifted = client.send("DELETE", &lift("over"), "application/json", vec![]).await.json();
    assert_eq!(lifted["restriction"], json!(null));
    let before = readings(&client).await;
    client.get(&path).await;
    assert_eq!(readings(&client).await, before);
    assert!(mark(&client, &finding, "又涉及").await.status.is_success());
    assert!(app.database.verify(&[]).await.unwrap().is_sound());
}
