//! The ledger: filters, changes, conflicts, workbooks.

use super::FEEDBACK;
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

/// An inspection whose feedback is confirmed.
async fn ledger(app: &TestApp) -> (Client, String) {
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = client.upload(&format!("/inspections/{key}/drafts"), "反馈.txt", FEEDBACK.as_bytes()).await.json();
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    assert_eq!(client.post(&path, &json!({"version": 1, "skip_open": true})).await.status, StatusCode::OK);
    (client, key)
}

async fn lamps(client: &Client, key: &str) -> Value {
    client.get(&format!("/inspections/{key}/findings")).await.json()["counts"]["by_lamp"].clone()
}

#[tokio::test]
async fn lamps_follow_dates_and_measures() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    for (serial, due) in [(1, "2026-11-01"), (2, "2026-11-30"), (3, "2027-01-31")] {
        let answer = client.patch(&format!("/findings/{key}-{serial:03}"), &json!({"version": 1, "due": due})).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    assert_eq!(lamps(&client, &key).await, json!({"green": 1, "yellow": 1, "red": 1, "done": 0, "none": 10}));
    let red = client.get(&format!("/inspections/{key}/findings?lamp=red,yellow")).await.json();
    assert_eq!((red["total"].clone(), red["items"].as_array().unwrap().len()), (json!(2), 2));
    let path = format!("/findings/{key}-001/measures");
    let added = client.post(&path, &json!({"text": "制定计划", "completion": "done"})).await.json();
    assert_eq!(
        (added["completion"].clone(), added["progress"].clone(), added["lamp"].clone()),
        (json!("done"), json!(100), json!("done"))
    );
}

#[tokio::test]
async fn a_set_date_changes_only_with_a_reason_and_a_stale_version_conflicts() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let path = format!("/findings/{key}-001");
    client.patch(&path, &json!({"version": 1, "due": "2026-12-31"})).await;
    assert_eq!(client.patch(&path, &json!({"version": 2, "due": "2027-12-31"})).await.code(), "invalid");
    let changed =
        client.patch(&path, &json!({"version": 2, "due": "2027-12-31", "reason": "党组会议同意"})).await.json();
    assert_eq!(changed["timeline"][0]["changes"][0]["before"], "2026-12-31");
    let stale = client.patch(&path, &json!({"version": 2, "target": "甲"})).await;
    assert_eq!((stale.status, stale.json()["error"]["details"]["version"].clone()), (StatusCode::CONFLICT, json!(3)));
}

#[tokio::test]
async fn of_two_changes_at_once_exactly_one_wins() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let path = format!("/findings/{key}-001");
    let change = |text: &str| json!({"version": 1, "target": text});
    let (one, two) = (change("甲"), change("乙"));
    let (a, b) = tokio::join!(client.patch(&path, &one), client.patch(&path, &two));
    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn the_workbook_goes_out_and_its_changes_come_back() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let out = client.get(&format!("/inspections/{key}/ledger.xlsx")).await;
    let same = client.upload(&format!("/inspections/{key}/ledger-changes"), "台账.xlsx", &out.bytes).await.json();
    assert_eq!(same["counts"], json!({"change": 0, "same": 13, "new": 0, "error": 0}));
    let table =
        format!("编号\t整改目标\t责任人\n{key}-001\t形成3篇调研报告\t\n{key}-002\t按期通水\t查无此人\n{key}-999\t无\t");
    let found = client.post(&format!("/inspections/{key}/ledger-changes"), &json!({"table": table})).await.json();
    let kinds: Vec<&str> = found["rows"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["change", "error", "unknown"]);
    assert_eq!(client.get(&format!("/findings/{key}-001")).await.json()["target"], Value::Null);
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    assert_eq!(
        client.post(&path, &json!({"rows": [2]})).await.json(),
        json!({"applied": 1, "created": 0, "conflicts": []})
    );
    assert_eq!(
        client.post(&path, &json!({"rows": [2]})).await.json(),
        json!({"applied": 0, "created": 0, "conflicts": [2]})
    );
    assert_eq!(client.get(&format!("/findings/{key}-001")).await.json()["target"], "形成3篇调研报告");
}

#[tokio::test]
async fn rows_without_a_key_become_findings_and_columns_left_out_are_named() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let table = format!(
        "编号\t反馈问题\t整改时限\t状态\t整改措施\n\t新发现的问题\t2027-01-31\t\t\n{key}-001\t\t\t已完成\t1.新措施\n\t\t2027-01-31\t\t\n"
    )
    .replace(&format!("{key}-001\t\t"), &format!("{key}-001\t理论学习联系实际不够\t"));
    let found = client.post(&format!("/inspections/{key}/ledger-changes"), &json!({"table": table})).await.json();
    let kinds: Vec<&str> = found["rows"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["new", "same", "error"]);
    assert_eq!(found["ignored"], json!(["整改措施", "状态"]));
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    assert_eq!(client.post(&path, &json!({"rows": [2, 3, 4]})).await.json()["created"], 1);
    let new = client.get(&format!("/findings/{key}-014")).await.json();
    assert_eq!(
        (&new["title"], &new["due"], &new["serial"]),
        (&json!("新发现的问题"), &json!("2027-01-31"), &json!(14))
    );
}

#[tokio::test]
async fn the_report_takes_its_figures_from_the_ledger() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    client.post(&format!("/findings/{key}-001/measures"), &json!({"text": "制定计划", "completion": "done"})).await;
    let bytes = client.get(&format!("/inspections/{key}/reports/progress")).await.bytes;
    let report = document::parse(&document::read(&bytes, "报告.docx").unwrap());
    let total = report.totals.iter().find(|t| t.subject == "问题").unwrap();
    assert_eq!((total.total.as_str(), total.consistent), ("10", Some(true)));
    let count = |kind| report.findings.iter().filter(|f| f.kind == kind).count();
    assert_eq!((count(document::FindingKind::Problem), count(document::FindingKind::Recommendation)), (10, 3));
}
