//! Files made in the background: they go on without who asked, and are his alone.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::time::Duration;
use test_support::Client;

async fn finished(client: &Client) -> Value {
    for _ in 0..600 {
        let job = client.get("/jobs").await.json()["items"][0].clone();
        if job["state"] != "running" {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the job does not end");
}

#[tokio::test]
async fn a_file_is_made_while_nobody_waits_and_is_fetched_by_its_owner_only() {
    let office = Office::new().await;
    let inspection = office.key.rsplit_once('-').unwrap().0;
    let path = format!("/inspections/{inspection}/reports");
    let report = office.liaison.post(&path, &json!({"kind": "progress"})).await.json();
    let key = report["key"].as_str().unwrap();
    let started = office.liaison.post(&format!("/reports/{key}/jobs"), &json!({"format": "pdf"})).await;
    assert_eq!(started.status, StatusCode::ACCEPTED, "{started:?}");
    let job = finished(&office.liaison).await;
    assert_eq!((&job["state"], &job["report"], &job["format"]), (&json!("done"), &json!(key), &json!("pdf")));
    let id = job["id"].as_str().unwrap();
    let file = office.liaison.get(&format!("/jobs/{id}/file")).await;
    assert!(file.status == StatusCode::OK && file.bytes.starts_with(b"%PDF"), "{file:?}");

    assert_eq!(office.leader.get("/jobs").await.json()["items"], json!([]));
    assert_eq!(office.leader.get(&format!("/jobs/{id}/file")).await.status, StatusCode::NOT_FOUND);
    let dismiss = |who: &Client| {
        let (who, path) = (who.clone(), format!("/jobs/{id}"));
        async move { who.send("DELETE", &path, "application/json", Vec::new()).await.status }
    };
    assert_eq!(dismiss(&office.leader).await, StatusCode::NOT_FOUND);
    assert_eq!(dismiss(&office.liaison).await, StatusCode::NO_CONTENT);
    assert_eq!(office.liaison.get("/jobs").await.json()["items"], json!([]));

    let sheet = office.liaison.post(&format!("/reports/{key}/jobs"), &json!({"format": "xlsx"})).await;
    assert_eq!(sheet.status, StatusCode::ACCEPTED);
    let failed = finished(&office.liaison).await;
    assert_eq!(failed["state"], "failed");
    assert!(failed["failure"].as_str().unwrap().contains("xlsx"), "{failed}");
    assert_eq!(office.liaison.post("/reports/XC-1999-01-R001/jobs", &json!({})).await.status, StatusCode::NOT_FOUND);
}
