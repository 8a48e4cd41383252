//! Units stand in an order of their own.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

async fn names(client: &Client, below: &Value) -> Vec<String> {
    let units = client.get("/units").await.json();
    let below = units["items"].as_array().unwrap().iter().filter(|u| u["parent_id"] == *below);
    below.map(|u| u["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_unit_added_after_a_deletion_stands_last_and_can_be_moved() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let root = client.get("/units").await.json()["items"][0]["id"].clone();
    let add = async |name: &str| {
        let body = json!({"name": name, "kind": "department", "parent_id": root});
        client.post("/units", &body).await.json()
    };
    add("戊科").await;
    let gone = add("丁科").await;
    let middle = add("丙科").await;
    let deleted = client.send("DELETE", &format!("/units/{}", gone["id"].as_str().unwrap()), "", vec![]).await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    let last = add("乙科").await;
    assert_eq!(names(&client, &root).await, ["戊科", "丙科", "乙科"]);

    let body = json!({"version": last["version"], "position": middle["position"]});
    client.patch(&format!("/units/{}", last["id"].as_str().unwrap()), &body).await;
    assert_eq!(names(&client, &root).await, ["戊科", "乙科", "丙科"]);
}
