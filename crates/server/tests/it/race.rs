//! Requests at the same time.

use serde_json::json;
use test_support::TestApp;
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread")]
async fn of_six_set_ups_at_once_one_makes_the_administrator() {
    let app = TestApp::empty().await;
    let mut set = JoinSet::new();
    for n in 0..6 {
        let client = app.anonymous();
        let body = json!({"unit_name": format!("第{n}局"), "username": format!("admin{n}"), "name": "甲", "password": "Zheng-Gai-2026"});
        set.spawn(async move { client.post("/setup", &body).await.status.as_u16() });
    }
    let mut statuses = set.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409, 409]);
    assert_eq!(app.database.search_all_text("初始设置：管理员").await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_sent_at_once_lock_the_account() {
    let app = TestApp::empty().await;
    app.administrator().await;
    let sign_in = |password: &str| json!({"username": "admin", "password": password});
    let mut set = JoinSet::new();
    for _ in 0..20 {
        let (client, body) = (app.anonymous(), sign_in("wrong"));
        set.spawn(async move { client.post("/session", &body).await.status.as_u16() });
    }
    assert!(set.join_all().await.contains(&429));
    let right = app.anonymous().post("/session", &sign_in("Zheng-Gai-2026")).await;
    assert_eq!(right.code(), "locked");
}
