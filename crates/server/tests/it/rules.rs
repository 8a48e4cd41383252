//! Rules that an administrator changes: profiles with a preview, years of holidays.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client, TestApp};

async fn put(client: &Client, path: &str, body: &Value) -> Answer {
    client.send("PUT", path, "application/json", body.to_string().into_bytes()).await
}

fn setting<'a>(rules: &'a Value, profile: &str, key: &str) -> &'a Value {
    let profiles = rules["profiles"].as_array().unwrap();
    let found = profiles.iter().find(|p| p["id"] == profile).unwrap();
    found["settings"].as_array().unwrap().iter().find(|s| s["key"] == key).unwrap()
}

fn change(version: i64, key: &str, value: &str) -> Value {
    json!({"version": version, "settings": [{"key": key, "value": value, "basis": "县委巡察办通知（云巡办〔2026〕3号）"}]})
}

/// A ledger with due dates in 5, 15 and 40 days.
async fn ledger(client: &Client) -> String {
    let key = client.inspection().await;
    let table = "编号\t反馈问题\t整改时限\n\t甲不全\t2026-11-28\n\t乙不全\t2026-12-08\n\t丙不全\t2027-01-02\n";
    let set = client.post(&format!("/inspections/{key}/ledger-changes"), &json!({"table": table})).await.json();
    let id = set["id"].as_str().unwrap();
    client.post(&format!("/ledger-changes/{id}/confirmation"), &json!({"rows": [2, 3, 4]})).await;
    key
}

async fn lamps(client: &Client, key: &str) -> Value {
    client.get(&format!("/inspections/{key}/findings")).await.json()["counts"]["by_lamp"].clone()
}

#[tokio::test]
async fn a_changed_step_changes_the_lamps_as_the_preview_said() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = ledger(&client).await;
    let before = client.get("/rules").await.json();
    assert_eq!((&before["version"], lamps(&client, &key).await["yellow"].clone()), (&json!(0), json!(1)));
    let body = change(0, "step.1", "16");
    let preview = client.post("/rules/profiles/patrol_city/preview", &body).await.json();
    assert_eq!(
        preview,
        json!({"findings": 3, "lamps": [{"before": "green", "after": "yellow", "findings": 1, "words": "将使 1 项由绿灯变为黄灯"}]})
    );
    assert_eq!(lamps(&client, &key).await["yellow"], 1, "a preview changes nothing");
    let after = put(&client, "/rules/profiles/patrol_city", &body).await.json();
    let step = setting(&after, "patrol_city", "step.1");
    assert_eq!((&after["version"], &step["value"], &step["changed"]), (&json!(1), &json!("16"), &json!(true)));
    assert_eq!(step["built_in_value"], "10");
    assert_eq!(lamps(&client, &key).await["yellow"], 2);
    // Back to what is built in.
    let plain = json!({"version": 1, "settings": []});
    put(&client, "/rules/profiles/patrol_city", &plain).await;
    assert_eq!(lamps(&client, &key).await["yellow"], 1);
    assert!(app.database.search_all_text("修改规则").await.unwrap() == 2);
}

#[tokio::test]
async fn rules_without_basis_or_sense_are_refused_and_of_two_changes_one_wins() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let path = "/rules/profiles/patrol_county";
    for (key, value) in [("step.1", "many"), ("step.1", "30"), ("criterion.evidence", "advisory"), ("nothing", "1")] {
        assert_eq!(put(&client, path, &change(0, key, value)).await.code(), "settings_refused", "{key} {value}");
    }
    let bare = json!({"version": 0, "settings": [{"key": "period.plan", "value": "days:20", "basis": " "}]});
    assert_eq!(put(&client, path, &bare).await.code(), "settings_refused");
    assert_eq!(put(&client, path, &change(0, "period.plan", "days:20")).await.status, StatusCode::OK);
    assert_eq!(put(&client, path, &change(0, "period.plan", "days:25")).await.code(), "conflict");
    let liaison = app.person(&client, "liaison", &["liaison"]).await;
    assert_eq!(put(&liaison, path, &change(1, "period.plan", "days:25")).await.code(), "forbidden");
    assert_eq!(setting(&liaison.get("/rules").await.json(), "patrol_county", "period.plan")["words"], "20日");
}

#[tokio::test]
async fn an_inspection_follows_the_profile_that_was_chosen_for_it() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = ledger(&client).await;
    put(&client, "/rules/profiles/patrol_county", &change(0, "step.1", "16")).await;
    assert_eq!(lamps(&client, &key).await["yellow"], 1);
    let path = format!("/inspections/{key}");
    assert_eq!(client.patch(&path, &json!({"version": 1, "profile": "audit"})).await.code(), "invalid");
    client.patch(&path, &json!({"version": 1, "profile": "patrol_county"})).await;
    assert_eq!(lamps(&client, &key).await["yellow"], 2);
}

#[tokio::test]
async fn the_holidays_of_a_year_come_from_a_pasted_table_or_a_published_file() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let lines = "2027-01-01 放假 元旦\n2027-05-01 放假 劳动节\n2027-10-01 放假 国庆节\n2027-10-09 上班 国庆节\n";
    let source = "国务院办公厅通知（示例）";
    let body = |version: i64, days: &str| json!({"version": version, "source": source, "days": days});
    let after = put(&client, "/rules/years/2027", &body(0, lines)).await.json();
    let year = after["years"].as_array().unwrap().iter().find(|y| y["year"] == 2027).unwrap().clone();
    assert_eq!((&year["own"], year["days"].as_array().unwrap().len()), (&json!(true), 4));
    let published = json!({"year": 2028, "papers": [], "days": [
        {"name": "元旦", "date": "2028-01-01", "isOffDay": true},
        {"name": "劳动节", "date": "2028-05-01", "isOffDay": true},
        {"name": "国庆节", "date": "2028-10-01", "isOffDay": true},
    ]});
    assert_eq!(put(&client, "/rules/years/2028", &body(1, &published.to_string())).await.status, StatusCode::OK);
    for (year, days) in
        [(2027, "2027-01-01 放假 元旦\n"), (2027, "明天 放假 元旦"), (2030, &*published.to_string()), (2027, "{")]
    {
        let answer = put(&client, &format!("/rules/years/{year}"), &body(2, days)).await;
        assert_eq!(answer.code(), "invalid", "{days}");
    }
    let own = json!({"version": 2, "days": "2026-12-04 放假 本地节日\n"});
    assert_eq!(put(&client, "/rules/own-days", &own).await.json()["own_days"], "2026-12-04 放假 本地节日\n");
    let gone = client.send("DELETE", "/rules/years/2027?version=3", "application/json", vec![]).await.json();
    assert!(!gone["years"].as_array().unwrap().iter().any(|y| y["year"] == 2027));
    assert_eq!(
        client.send("DELETE", "/rules/years/2026?version=4", "application/json", vec![]).await.code(),
        "not_found"
    );
}
