//! The log for people: what is in it, who may read it, what a check and an export say.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, PASSWORD, TestApp};

/// A round with two findings, one with a measure.
async fn findings(client: &Client) -> String {
    let key = client.inspection().await;
    let table = json!({"table": "编号\t反馈问题\n\t采购不规范\n\t台账不全\n"});
    let set = client.post(&format!("/inspections/{key}/ledger-changes"), &table).await.json();
    let path = format!("/ledger-changes/{}/confirmation", set["id"].as_str().unwrap());
    assert_eq!(client.post(&path, &json!({"rows": [2, 3]})).await.status, StatusCode::OK);
    let measure = json!({"text": "修订采购办法"});
    assert_eq!(client.post(&format!("/findings/{key}-001/measures"), &measure).await.status, StatusCode::CREATED);
    key
}

async fn log(client: &Client, query: &str) -> Value {
    let answer = client.get(&format!("/audit-log?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.json()
}

/// Kind and summary of all entries, oldest first.
async fn acts(client: &Client) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let page = log(client, "limit=500").await;
    page["items"].as_array().unwrap().iter().rev().map(|e| (text(&e["kind"]), text(&e["summary"]))).collect()
}

#[tokio::test]
async fn every_filter_finds_its_entries_and_counts_them() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    let key = findings(&admin).await;
    app.person(&admin, "second", &["liaison"]).await;
    let all = log(&admin, "").await;
    let total = all["total"].as_i64().unwrap();
    assert_eq!(all["items"].as_array().unwrap().len() as i64, total);
    assert_eq!(all["items"][0]["seq"], total);
    for (query, found) in [
        ("kind=measure_added".to_owned(), 1),
        ("kind=sign_in_failed".to_owned(), 0),
        (format!("subject={key}-001"), 2),
        (format!("subject={key}&kind=measure_added"), 1),
        ("q=second".to_owned(), 1),
        ("q=%25".to_owned(), 0),
        ("from=2026-11-23&to=2026-11-23".to_owned(), total),
        ("from=2026-11-24".to_owned(), 0),
        ("to=2026-11-22".to_owned(), 0),
        ("q=%E9%87%87%E8%B4%AD".to_owned(), 1),
    ] {
        let page = log(&admin, &query).await;
        assert_eq!(page["total"], found, "{query}: {page}");
        assert_eq!(page["items"].as_array().unwrap().len() as i64, found, "{query}");
    }
    let me = admin.get("/session").await.json()["person"]["id"].as_str().unwrap().to_owned();
    let own = log(&admin, &format!("person={me}")).await;
    assert!(own["total"].as_i64().unwrap() > 3 && own["total"].as_i64().unwrap() < total, "{own}");
    assert!(own["items"].as_array().unwrap().iter().all(|e| e["actor"]["name"] == "管理员"));
    for wrong in ["kind=nonsense", "from=yesterday", "from=2026-11-24&to=2026-11-23", "to=9999-12-31"] {
        assert_eq!(admin.get(&format!("/audit-log?{wrong}")).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}

#[tokio::test]
async fn pages_hold_every_entry_once() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    findings(&admin).await;
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = log(&admin, &format!("limit=3{after}")).await;
        seen.extend(page["items"].as_array().unwrap().iter().map(|e| e["seq"].as_i64().unwrap()));
        let Some(next) = page["next"].as_i64() else { break };
        after = format!("&after={next}");
    }
    let total = log(&admin, "").await["total"].as_i64().unwrap();
    assert_eq!(seen, (1..=total).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn the_auditor_reads_and_the_administrator_only_while_there_is_none() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    let liaison = app.person(&admin, "liaison", &["liaison"]).await;
    assert_eq!(admin.get("/audit-log").await.status, StatusCode::OK);
    assert_eq!(admin.get("/session").await.json()["reads_log"], true);
    assert_eq!(liaison.get("/audit-log").await.status, StatusCode::FORBIDDEN);
    assert_eq!(liaison.get("/session").await.json()["reads_log"], false);
    let auditor = app.person(&admin, "auditor", &["auditor"]).await;
    let security = app.person(&admin, "security", &["security_officer"]).await;
    for (client, may) in [(&admin, false), (&security, false), (&liaison, false), (&auditor, true)] {
        let expected = if may { StatusCode::OK } else { StatusCode::FORBIDDEN };
        for path in ["/audit-log", "/audit-log/checkpoint", "/audit-log/export"] {
            assert_eq!(client.get(path).await.status, expected, "{path}");
        }
        assert_eq!(client.post("/audit-log/verification", &json!({})).await.status, expected);
        assert_eq!(client.get("/session").await.json()["reads_log"], may);
    }
}

#[tokio::test]
async fn keepers_are_three_people_and_two_of_them_see_no_business() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    let key = findings(&admin).await;
    for roles in [["auditor", "administrator"], ["auditor", "liaison"], ["security_officer", "auditor"]] {
        let body = json!({"name": "甲", "username": "jia", "password": PASSWORD, "roles": roles});
        let answer = admin.post("/people", &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.json()["error"]["fields"]["roles"].as_str().unwrap().contains("管理员"), "{answer:?}");
    }
    for role in ["auditor", "security_officer"] {
        let keeper = app.person(&admin, role, &[role]).await;
        for path in
            [format!("/inspections/{key}"), format!("/findings/{key}-001"), format!("/inspections/{key}/drafts")]
        {
            assert_eq!(keeper.get(&path).await.status, StatusCode::NOT_FOUND, "{role} {path}");
        }
        assert_eq!(keeper.get("/inspections").await.json()["total"], 0);
        let people = admin.get(&format!("/people?q={role}")).await.json();
        let one = &people["items"][0];
        let more = json!({"version": one["version"], "roles": [role, "owner"]});
        let path = format!("/people/{}", one["id"].as_str().unwrap());
        assert_eq!(admin.patch(&path, &more).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn what_people_do_is_in_the_log() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    let key = findings(&admin).await;
    let finding = format!("/findings/{key}-001");
    let added = admin.upload(&format!("{finding}/evidence"), "记录.txt", "会议记录".as_bytes()).await;
    assert_eq!(added.status, StatusCode::CREATED);
    let clerk = app.person(&admin, "clerk", &["owner"]).await;
    let before = acts(&admin).await.len();
    assert_eq!(admin.get(&format!("/evidence/{key}-001-E01/file")).await.status, StatusCode::OK);
    assert_eq!(admin.get(&format!("/evidence/{key}-001-E01/preview")).await.status, StatusCode::OK);
    let process = admin.get(&finding).await.json()["timeline"].to_string();
    assert!(process.contains("上传佐证"), "{process}");
    assert!(
        !process.contains("下载佐证") && !process.contains("预览佐证"),
        "reading is no part of a process: {process}"
    );
    for file in ["ledger.xlsx", "reports/progress"] {
        assert_eq!(admin.get(&format!("/inspections/{key}/{file}")).await.status, StatusCode::OK);
    }
    for page in [json!({"page": "ledger", "inspection": key}), json!({"page": "audit_log"})] {
        assert_eq!(admin.post("/prints", &page).await.status, StatusCode::NO_CONTENT);
    }
    let nowhere = json!({"page": "ledger", "inspection": "XC-2026-09"});
    assert_eq!(admin.post("/prints", &nowhere).await.status, StatusCode::NOT_FOUND);
    let wrong = json!({"username": "clerk", "password": "wrong"});
    for _ in 0..6 {
        app.anonymous().post("/session", &wrong).await;
    }
    app.anonymous().post("/session", &json!({"username": "nobody", "password": "wrong"})).await;
    let password = json!({"old": "Lian-Luo-2026", "new": "Lian-Luo-2027"});
    assert_eq!(clerk.post("/session/password", &password).await.status, StatusCode::NO_CONTENT);
    assert_eq!(admin.post("/audit-log/verification", &json!({})).await.json()["sound"], true);
    assert_eq!(admin.get("/audit-log/export").await.status, StatusCode::OK);
    let again = app.sign_in("admin").await;
    again.send("DELETE", "/session", "application/json", Vec::new()).await;
    let done = acts(&admin).await.split_off(before);
    let kinds: Vec<&str> = done.iter().map(|(kind, _)| kind.as_str()).collect();
    let failed = ["sign_in_failed"; 7];
    let mut expected = vec!["downloaded", "previewed", "exported", "exported", "printed", "printed"];
    expected.extend(failed);
    expected.extend(["password_changed", "verified", "exported", "signed_in", "signed_out"]);
    assert_eq!(kinds, expected, "{done:?}");
    assert!(done[11].1.contains("锁定"), "{done:?}");
    assert!(!done.iter().any(|(_, summary)| summary.contains("2027")), "a password is in the log");
}

#[tokio::test]
async fn a_change_of_roles_is_told_before_and_after() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    app.person(&admin, "clerk", &["owner"]).await;
    let person = admin.get("/people?q=clerk").await.json()["items"][0].clone();
    let path = format!("/people/{}", person["id"].as_str().unwrap());
    let change = json!({"version": person["version"], "roles": ["owner", "head"], "password": "Xin-Kou-2026"});
    assert_eq!(admin.patch(&path, &change).await.status, StatusCode::OK);
    let entry =
        log(&admin, &format!("subject={}&kind=changed", person["id"].as_str().unwrap())).await["items"][0].clone();
    assert_eq!(entry["subject"]["name"], "clerk");
    let expected = json!([
        {"field": "角色", "before": "责任人", "after": "责任人、部门负责人"},
        {"field": "口令", "before": null, "after": "已重新设置"},
    ]);
    assert_eq!(entry["changes"], expected);
}

#[tokio::test]
async fn an_export_holds_every_entry_up_to_its_own() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    findings(&admin).await;
    let before = admin.get("/audit-log/checkpoint").await.json();
    let answer = admin.get("/audit-log/export").await;
    let text = String::from_utf8(answer.bytes.clone()).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let last = before["seq"].as_i64().unwrap() + 1;
    assert_eq!(lines.len() as i64, last + 1);
    assert_eq!(lines[0]["format"], "rectify-audit-log/1");
    assert_eq!(lines.last().unwrap()["seq"], last);
    assert_eq!(lines.last().unwrap()["kind"], "exported");
    assert_eq!(lines[lines.len() - 2]["hash"], before["hash"]);
    let told = answer.headers["rectify-checkpoint"].to_str().unwrap();
    assert!(told.ends_with(lines.last().unwrap()["hash"].as_str().unwrap()), "{told}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_check_sees_one_moment_while_others_write() {
    let app = TestApp::empty().await;
    let admin = app.administrator().await;
    let key = findings(&admin).await;
    let writer = admin.clone();
    let path = format!("/findings/{key}-002/measures");
    let writing = tokio::spawn(async move {
        for n in 0..60 {
            assert_eq!(writer.post(&path, &json!({"text": format!("措施{n}")})).await.status, StatusCode::CREATED);
        }
    });
    let mut checks = 0;
    while !writing.is_finished() || checks == 0 {
        let found = admin.post("/audit-log/verification", &json!({})).await.json();
        assert_eq!((found["sound"].as_bool(), &found["offences"]), (Some(true), &json!([])), "{found}");
        checks += 1;
    }
    writing.await.unwrap();
    let foreign = json!({"checkpoint": format!("rectify-checkpoint sm3 {} 1 {}", "0".repeat(32), "0".repeat(64))});
    let found = admin.post("/audit-log/verification", &foreign).await.json();
    assert!(
        found["sound"] == false && found["offences"][0]["words"].as_str().unwrap().contains("另一套系统"),
        "{found}"
    );
    let wrong = json!({"checkpoint": "abc"});
    assert_eq!(admin.post("/audit-log/verification", &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
