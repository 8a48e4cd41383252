//! Set-up and signing in.

use axum::http::StatusCode;
use serde_json::json;
use test_support::{PASSWORD, TestApp};

#[tokio::test]
async fn set_up_happens_once_and_refuses_weak_passwords() {
    let app = TestApp::empty().await;
    let client = app.anonymous();
    assert_eq!(client.get("/setup").await.json()["needed"], true);
    let weak = json!({"unit_name": "局", "username": "admin", "name": "甲", "password": "12345678"});
    let answer = client.post("/setup", &weak).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    assert!(answer.json()["error"]["fields"]["password"].is_string());
    app.administrator().await;
    let again = json!({"unit_name": "局", "username": "b", "name": "乙", "password": PASSWORD});
    assert_eq!(client.post("/setup", &again).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account() {
    let app = TestApp::empty().await;
    app.administrator().await;
    let wrong = json!({"username": "admin", "password": "wrong"});
    for _ in 0..4 {
        assert_eq!(app.anonymous().post("/session", &wrong).await.status, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(app.anonymous().post("/session", &wrong).await.status, StatusCode::TOO_MANY_REQUESTS);
    let right = json!({"username": "admin", "password": PASSWORD});
    assert_eq!(app.anonymous().post("/session", &right).await.code(), "locked");
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    assert_eq!(client.get("/session").await.status, StatusCode::OK);
    assert_eq!(client.send("DELETE", "/session", "application/json", Vec::new()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(client.get("/session").await.status, StatusCode::UNAUTHORIZED);
}
