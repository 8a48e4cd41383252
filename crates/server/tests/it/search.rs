//! A search finds exactly the findings of whose texts one holds the words, whatever the index knows.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const TITLES: [&str; 10] = [
    "超概算问题突出",
    "往来款项长期挂账",
    "落实不到位，落而不实",
    "采购100%未招标_甲",
    "ABC系统闲置",
    "𠮷林路项目滞后",
    "资产闲置！",
    "实落",
    "a%b_c",
    "会议（第一次）记录缺失",
];
const WORDS: [&str; 24] = [
    "超概",
    "往来款",
    "落实",
    "实落",
    "落",
    "闲置",
    "abc",
    "ABC系",
    "bC",
    "%",
    "0%未",
    "_甲",
    "a%b",
    "!",
    "置！",
    "𠮷",
    "𠮷林",
    "（第一次）",
    "不存在",
    "落实不到位，落而不实",
    "不到位实",
    "专项",
    "款项 长期",
    "第一次记录",
];

async fn keys(who: &Client, words: &str, more: &str) -> Vec<String> {
    let escaped: String = words.bytes().map(|b| format!("%{b:02X}")).collect();
    let answer = who.get(&format!("/inspections/XC-2026-01/findings?q={escaped}{more}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{words}: {answer:?}");
    let page = answer.json();
    let found = page["items"].as_array().unwrap();
    assert_eq!(page["total"], found.len(), "{words}");
    found.iter().map(|r| r["key"].as_str().unwrap().to_owned()).collect()
}

async fn filled(app: &TestApp) -> Client {
    let client = app.administrator().await;
    let inspection = client.inspection().await;
    let rows: Vec<String> = TITLES.iter().map(|title| format!("\t{title}")).collect();
    let table = format!("编号\t反馈问题\n{}\n", rows.join("\n"));
    let found =
        client.post(&format!("/inspections/{inspection}/ledger-changes"), &json!({"table": table})).await.json();
    let wanted: Vec<Value> = found["rows"].as_array().unwrap().iter().map(|row| row["row"].clone()).collect();
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    assert_eq!(client.post(&path, &json!({"rows": wanted})).await.status, StatusCode::OK);
    client
}

#[tokio::test]
async fn a_search_finds_what_a_reader_would() {
    let app = TestApp::empty().await;
    let client = filled(&app).await;
    let measure = json!({"text": "开展专项清理"});
    assert_eq!(client.post("/findings/XC-2026-01-002/measures", &measure).await.status, StatusCode::CREATED);
    let unit = client.get("/units").await.json()["items"][0]["id"].clone();
    let department = json!({"name": "财务科", "kind": "department", "parent_id": unit});
    let department = client.post("/units", &department).await.json()["id"].clone();
    for key in ["XC-2026-01-002", "XC-2026-01-007"] {
        let version = client.get(&format!("/findings/{key}")).await.json()["version"].clone();
        let body = json!({"version": version, "unit_id": department});
        assert_eq!(client.patch(&format!("/findings/{key}"), &body).await.status, StatusCode::OK);
    }
    let clerk = app.person_of(&client, "clerk", &["owner"], &department).await;
    for words in WORDS {
        let holds = |text: &str| text.to_ascii_lowercase().contains(&words.to_ascii_lowercase());
        let expected: Vec<String> = (0..TITLES.len())
            .filter(|n| holds(TITLES[*n]) || (*n == 1 && holds("开展专项清理")))
            .map(|n| format!("XC-2026-01-{:03}", n + 1))
            .collect();
        assert_eq!(keys(&client, words, "").await, expected, "{words}");
        let own: Vec<String> = expected.into_iter().filter(|k| k.ends_with("002") || k.ends_with("007")).collect();
        assert_eq!(keys(&clerk, words, "").await, own, "{words}, of a department");
    }
    assert_eq!(keys(&client, "01-00", "&lamp=none").await.len(), 9, "keys are looked through too");
    assert_eq!(app.database.doctor(&app.files).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn the_index_follows_every_change() {
    let app = TestApp::empty().await;
    let client = filled(&app).await;
    let version = client.get("/findings/XC-2026-01-001").await.json()["version"].clone();
    let body = json!({"version": version, "title": "改后题目", "text": "全文改写", "reason": "更正"});
    assert_eq!(client.patch("/findings/XC-2026-01-001", &body).await.status, StatusCode::OK);
    assert_eq!(keys(&client, "改写", "").await, ["XC-2026-01-001"]);
    assert!(keys(&client, "概算", "").await.is_empty());
    let added = client.post("/findings/XC-2026-01-001/measures", &json!({"text": "完善制度"})).await.json();
    assert_eq!(keys(&client, "制度", "").await, ["XC-2026-01-001"]);
    let measure = &added["measures"][0];
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let body = json!({"version": measure["version"], "text": "修订办法"});
    assert_eq!(client.patch(&path, &body).await.status, StatusCode::OK);
    assert!(keys(&client, "制度", "").await.is_empty());
    assert_eq!(keys(&client, "修订办", "").await, ["XC-2026-01-001"]);
    assert_eq!(app.database.doctor(&app.files).await.unwrap(), Vec::<String>::new());
}
