//! From an upload to the ledger.

use super::FEEDBACK;
use axum::http::StatusCode;
use serde_json::json;
use test_support::TestApp;

#[tokio::test]
async fn a_feedback_document_becomes_a_ledger() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let uploaded = client.upload(&format!("/inspections/{key}/drafts"), "反馈.txt", FEEDBACK.as_bytes()).await;
    assert_eq!(uploaded.status, StatusCode::CREATED, "{}", String::from_utf8_lossy(&uploaded.bytes));
    let draft = uploaded.json();
    let id = draft["id"].as_str().unwrap().to_owned();
    let kinds = |kind: &str| draft["nodes"].as_array().unwrap().iter().filter(|n| n["kind"] == kind).count();
    assert_eq!((kinds("finding"), kinds("recommendation"), kinds("measure")), (10, 3, 0));
    let coverage = &draft["coverage"];
    assert_eq!(
        coverage["linked"].as_u64().unwrap() + coverage["open"].as_u64().unwrap(),
        coverage["sentences"].as_u64().unwrap()
    );

    let refused = client.post(&format!("/drafts/{id}/confirmation"), &json!({"version": 1, "skip_open": false})).await;
    assert_eq!(refused.code(), "coverage_incomplete");
    let done = client.post(&format!("/drafts/{id}/confirmation"), &json!({"version": 1, "skip_open": true})).await;
    assert_eq!(done.json()["created"]["findings"], 13);
    let again = client.post(&format!("/drafts/{id}/confirmation"), &json!({"version": 2, "skip_open": true})).await;
    assert_eq!(again.status, StatusCode::CONFLICT);

    let list = client.get(&format!("/inspections/{key}/findings?kind=problem")).await.json();
    assert_eq!(list["total"], 10);
    let first = client.get(&format!("/findings/{key}-001")).await.json();
    assert_eq!(first["title"], "理论学习联系实际不够");
    let source = &first["sources"][0];
    let (start, end) = (source["start"].as_u64().unwrap() as usize, source["end"].as_u64().unwrap() as usize);
    let sliced: String = source["text"].as_str().unwrap().chars().skip(start).take(end - start).collect();
    assert!(sliced.contains("理论学习联系实际不够"), "{sliced}");
}

#[tokio::test]
async fn edits_are_undone_and_redone_and_stale_versions_conflict() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = client.upload(&format!("/inspections/{key}/drafts"), "反馈.txt", FEEDBACK.as_bytes()).await.json();
    let id = draft["id"].as_str().unwrap().to_owned();
    let finding = draft["nodes"].as_array().unwrap().iter().find(|n| n["kind"] == "finding").unwrap()["id"].clone();
    let edit = json!({"version": 1, "edit": {"op": "set_text", "node": finding, "title": "学习不够"}});
    let title = |draft: &serde_json::Value| {
        draft["nodes"].as_array().unwrap().iter().find(|n| n["id"] == finding).unwrap()["title"].clone()
    };
    let edited = client.post(&format!("/drafts/{id}/edits"), &edit).await.json();
    assert_eq!(title(&edited["draft"]), "学习不够");
    let stale = client.post(&format!("/drafts/{id}/edits"), &edit).await;
    assert_eq!((stale.status, stale.json()["error"]["details"]["version"].clone()), (StatusCode::CONFLICT, json!(2)));
    let undone = client.post(&format!("/drafts/{id}/undo"), &json!({"version": 2})).await.json();
    assert_eq!(title(&undone["draft"]), title(&draft));
    let redone = client.post(&format!("/drafts/{id}/redo"), &json!({"version": 3})).await.json();
    assert_eq!(title(&redone["draft"]), "学习不够");
}

#[tokio::test]
async fn a_secret_document_leaves_nothing_but_an_event() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let answer = client
        .upload(
            &format!("/inspections/{key}/drafts"),
            "一份文件.txt",
            "机密★10年\n关于某事的通知\n一、绝无仅有的内容".as_bytes(),
        )
        .await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "refused_secret"));
    assert_eq!(client.get(&format!("/inspections/{key}/drafts")).await.json()["total"], 0);
    let dump = app.database.search_all_text("绝无仅有").await.unwrap()
        + app.database.search_all_text("一份文件").await.unwrap();
    assert_eq!(dump, 0);
    assert!(app.database.search_all_text("refused_secret").await.unwrap() > 0);
}
