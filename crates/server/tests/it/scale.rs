//! A ledger of 20,000 items: few statements a page, every item exactly once.

use axum::http::StatusCode;
use serde_json::json;
use std::collections::HashSet;
use std::fmt::Write;
use test_support::{Client, TestApp};

const ITEMS: usize = 20_000;
/// Statements of a list page, with the session's.
const STATEMENTS_MAX: u64 = 6;

#[tokio::test]
async fn a_list_page_of_a_large_ledger_takes_few_statements() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let mut text = String::from("关于对水务局的巡察反馈意见\n一、存在的主要问题\n（一）工作落实方面\n");
    for n in 0..ITEMS {
        // Labels of three digits at most: a new area every five hundred problems.
        if n > 0 && n % 500 == 0 {
            writeln!(
                text,
                "（{}）第{}方面",
                ["二", "三", "四", "五", "六", "七", "八", "九", "十"][(n / 500 - 1) % 9],
                n / 500
            )
            .unwrap();
        }
        writeln!(text, "{}.第{n}项工作落实不到位。", n % 500 + 1).unwrap();
    }
    let draft = client.upload(&format!("/inspections/{key}/drafts"), "大.txt", text.as_bytes()).await;
    assert_eq!(draft.status, StatusCode::CREATED);
    let path = format!("/drafts/{}/confirmation", draft.json()["id"].as_str().unwrap());
    assert_eq!(
        client.post(&path, &json!({"version": 1, "skip_open": true})).await.json()["created"]["findings"],
        ITEMS
    );

    let mut seen = HashSet::new();
    let mut after = String::new();
    loop {
        let before = app.database.statements();
        let page = client.get(&format!("/inspections/{key}/findings?limit=500&after={after}")).await.json();
        let statements = app.database.statements() - before;
        assert!(statements <= STATEMENTS_MAX, "{statements} statements");
        assert_eq!(page["total"], ITEMS);
        seen.extend(page["items"].as_array().unwrap().iter().map(|i| i["serial"].as_i64().unwrap()));
        match page["next"].as_str() {
            Some(next) => after = next.replace('|', "%7C"),
            None => break,
        }
    }
    assert_eq!(seen.len(), ITEMS);

    let before = app.database.statements();
    let mine = client.get("/work/mine").await.json();
    let statements = app.database.statements() - before;
    assert!(statements <= STATEMENTS_MAX, "{statements} statements");
    let plan = mine["duties"].as_array().unwrap().iter().find(|group| group["duty"] == "plan").unwrap();
    assert_eq!((&plan["total"], plan["items"].as_array().unwrap().len()), (&json!(ITEMS), 50));

    far_neighbours(&app, &client, &key).await;
}

/// A department with two items of the large ledger goes from one to the other.
async fn far_neighbours(app: &TestApp, client: &Client, key: &str) {
    let root = client.get("/units").await.json()["items"][0]["id"].clone();
    let unit = json!({"name": "财务科", "kind": "department", "parent_id": root});
    let unit = client.post("/units", &unit).await.json()["id"].clone();
    let (first, last) = (format!("{key}-005"), format!("{key}-15000"));
    for finding in [&first, &last] {
        let answer = client.patch(&format!("/findings/{finding}"), &json!({"version": 1, "unit_id": unit})).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }
    let clerk = app.person_of(client, "科员", &["owner"], &unit).await;
    let sides = async |finding: &str| {
        let found = clerk.get(&format!("/findings/{finding}")).await.json();
        (found["previous_key"].clone(), found["next_key"].clone())
    };
    assert_eq!(sides(&first).await, (json!(null), json!(last)));
    assert_eq!(sides(&last).await, (json!(first), json!(null)));
}
