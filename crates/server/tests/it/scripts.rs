//! What scripts rely on: tokens, repeated requests, tags.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

async fn token(client: &Client, scope: &str, expires: &str) -> Value {
    let answer = client.post("/tokens", &json!({"name": "每周取数", "scope": scope, "expires": expires})).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

fn script(client: &Client, given: &Value) -> Client {
    client.signed_out().with("authorization", format!("Bearer {}", given["secret"].as_str().unwrap()))
}

fn tag(answer: &test_support::Answer) -> String {
    answer.headers["etag"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_token_reads_for_its_holder_until_it_is_withdrawn() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let key = liaison.inspection().await;
    let given = token(&liaison, "read", "2026-12-31").await;
    let script = script(&liaison, &given);
    assert_eq!(script.get(&format!("/inspections/{key}")).await.status, StatusCode::OK);
    let change = json!({"version": 1, "title": "甲"});
    assert_eq!(script.patch(&format!("/inspections/{key}"), &change).await.code(), "forbidden");
    assert!(app.database.search_all_text("新增接口令牌").await.unwrap() == 1);
    let list = liaison.get("/tokens").await.json();
    assert!(list["items"][0]["used_at"].is_string(), "{list}");
    let secret = given["secret"].as_str().unwrap();
    assert!(!list.to_string().contains(secret) && app.database.search_all_text(secret).await.unwrap() == 0);
    let id = given["token"]["id"].as_str().unwrap();
    let gone = liaison.send("DELETE", &format!("/tokens/{id}"), "application/json", vec![]).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    assert_eq!(script.get("/inspections").await.code(), "token_refused");
}

#[tokio::test]
async fn a_token_that_writes_does_what_its_holder_may_and_nothing_in_person() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let key = liaison.inspection().await;
    let writes = script(&liaison, &token(&liaison, "write", "2026-11-23").await);
    let change = json!({"version": 1, "title": "县委第五轮巡察"});
    assert_eq!(writes.patch(&format!("/inspections/{key}"), &change).await.status, StatusCode::OK);
    let more = json!({"name": "更多", "scope": "write", "expires": "2027-01-01"});
    assert_eq!(writes.post("/tokens", &more).await.code(), "forbidden");
    assert_eq!(writes.post("/session/password", &json!({"old": "a", "new": "b"})).await.code(), "forbidden");
    let owner = app.person(&liaison, "owner", &["owner"]).await;
    let weak = script(&owner, &token(&owner, "write", "2026-12-31").await);
    assert_eq!(weak.patch(&format!("/inspections/{key}"), &change).await.code(), "forbidden");
    let theirs = owner.send("DELETE", "/tokens/none", "application/json", vec![]).await;
    assert_eq!(theirs.code(), "not_found");
}

#[tokio::test]
async fn a_token_ends_with_its_day_and_with_its_holder() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    for expires in ["2026-11-22", "2028-01-01"] {
        let body = json!({"name": "取数", "scope": "read", "expires": expires});
        assert_eq!(liaison.post("/tokens", &body).await.code(), "invalid", "{expires}");
    }
    let owner = app.person(&liaison, "owner", &["owner"]).await;
    let reads = script(&owner, &token(&owner, "read", "2026-12-31").await);
    assert_eq!(reads.get("/session").await.status, StatusCode::OK);
    let people = liaison.get("/people?q=owner").await.json();
    let path = format!("/people/{}", people["items"][0]["id"].as_str().unwrap());
    liaison.patch(&path, &json!({"version": 1, "active": false})).await;
    assert_eq!(reads.get("/session").await.code(), "token_refused");
    let forged = owner.signed_out().with("authorization", "Bearer rectify_00");
    assert_eq!(forged.get("/session").await.code(), "token_refused");
}

#[tokio::test]
async fn a_creation_sent_again_is_answered_again_and_not_done_again() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let unit = liaison.get("/units").await.json()["items"][0]["id"].clone();
    let body = |title: &str| json!({"source": "audit", "title": title, "issuing_body": "县审计局", "unit_id": unit});
    let keyed = liaison.with("idempotency-key", "a1b2");
    let first = keyed.post("/inspections", &body("预算执行审计")).await;
    let again = keyed.post("/inspections", &body("预算执行审计")).await;
    assert_eq!((first.status, &first.bytes), (again.status, &again.bytes));
    assert_eq!(again.headers["idempotency-replayed"], "true");
    assert_eq!(liaison.get("/inspections").await.json()["items"].as_array().unwrap().len(), 1);
    assert_eq!(keyed.post("/inspections", &body("另一次审计")).await.code(), "idempotency_mismatch");
    // A refusal is an answer too; the key of one person is nothing to another.
    let owner = app.person(&liaison, "owner", &["owner"]).await.with("idempotency-key", "a1b2");
    assert_eq!(owner.post("/inspections", &body("预算执行审计")).await.code(), "forbidden");
    let empty = liaison.with("idempotency-key", "");
    assert_eq!(empty.post("/inspections", &body("甲")).await.code(), "bad_request");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_the_same_creation_sent_six_times_at_once_one_is_done() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let unit = liaison.get("/units").await.json()["items"][0]["id"].clone();
    let body = json!({"source": "audit", "title": "预算执行审计", "issuing_body": "县审计局", "unit_id": unit});
    let mut set = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let (client, body) = (liaison.with("idempotency-key", "k"), body.clone());
        set.spawn(async move { client.post("/inspections", &body).await.status.as_u16() });
    }
    let statuses = set.join_all().await;
    assert!(statuses.contains(&201) && statuses.iter().all(|s| [201, 409].contains(s)), "{statuses:?}");
    assert_eq!(liaison.get("/inspections").await.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let path = format!("/inspections/{}", liaison.inspection().await);
    let first = liaison.get(&path).await;
    let known = liaison.with("if-none-match", tag(&first));
    let second = known.get(&path).await;
    assert_eq!((second.status, second.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    liaison.patch(&path, &json!({"version": 1, "title": "第六轮巡察"})).await;
    let third = known.get(&path).await;
    assert_eq!(third.status, StatusCode::OK);
    assert_ne!(tag(&third), tag(&first));
}

#[tokio::test]
async fn a_change_goes_to_the_version_of_its_tag_only() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let path = format!("/inspections/{}", liaison.inspection().await);
    let seen = tag(&liaison.get(&path).await);
    let at = liaison.with("if-match", seen);
    assert_eq!(at.patch(&path, &json!({"title": "第六轮巡察"})).await.status, StatusCode::OK);
    let late = at.patch(&path, &json!({"title": "第七轮巡察"})).await;
    assert_eq!((late.status, late.code().as_str()), (StatusCode::PRECONDITION_FAILED, "conflict"));
    let both = at.patch(&path, &json!({"version": 2, "title": "第七轮巡察"})).await;
    assert_eq!(both.status, StatusCode::PRECONDITION_FAILED);
    let odd = liaison.with("if-match", "*").patch(&path, &json!({"title": "甲"})).await;
    assert_eq!(odd.code(), "bad_request");
    assert_eq!(liaison.get(&path).await.json()["title"], "第六轮巡察");
}
