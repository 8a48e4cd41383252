//! Findings are split and put together: nothing is lost, the totals of the feedback stay, and it can be taken back.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client};

async fn finding(who: &Client, key: &str) -> Value {
    let answer = who.get(&format!("/findings/{key}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.json()
}

fn part(title: &str, measures: &[&str], evidence: &[&str]) -> Value {
    json!({"title": title, "measures": measures, "evidence": evidence})
}

async fn split(office: &Office, who: &Client, parts: &[Value], reason: Option<&str>) -> Answer {
    let body = json!({"version": office.version().await, "parts": parts, "reason": reason});
    who.post(&office.path("/split"), &body).await
}

async fn undo(who: &Client, key: &str) -> Answer {
    let version = finding(who, key).await["version"].clone();
    who.post(&format!("/findings/{key}/family/undo"), &json!({"version": version, "reason": "误操作"})).await
}

async fn ledger(who: &Client, tail: &str) -> Vec<(String, String)> {
    let page = who.get(&format!("/inspections/XC-2026-01/findings?{tail}")).await.json();
    let row = |r: &Value| (r["key"].as_str().unwrap().to_owned(), r["ordinal"].as_str().unwrap().to_owned());
    assert_eq!(page["total"].as_i64().unwrap() as usize, page["items"].as_array().unwrap().len());
    page["items"].as_array().unwrap().iter().map(row).collect()
}

fn rows(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

async fn figures(who: &Client) -> Value {
    who.get("/inspections/XC-2026-01/statistics").await.json()
}

/// A second finding beside that of the office.
async fn second(office: &Office) -> String {
    let table = "编号\t反馈问题\t整改时限\n\t合同管理不规范\t2027-02-28\n";
    let path = "/inspections/XC-2026-01/ledger-changes";
    let found = office.liaison.post(path, &json!({"table": table})).await.json();
    let rows = json!({"rows": [found["rows"][0]["row"]]});
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    assert_eq!(office.liaison.post(&path, &rows).await.status, StatusCode::OK);
    "XC-2026-01-002".to_owned()
}

#[tokio::test]
async fn a_finding_is_split_and_the_split_is_taken_back() {
    let office = Office::new().await;
    office.add_evidence("三月十日验收").await;
    let measure = office.now().await["measures"][0]["key"].as_str().unwrap().to_owned();
    let evidence = office.now().await["evidence_files"][0]["key"].as_str().unwrap().to_owned();
    let halves = [part("采购不规范", &[&measure], &[]), part("验收走过场", &[&measure], &[&evidence])];
    let answer = split(&office, &office.liaison, &halves, None).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let whole = answer.json();
    assert_eq!(whole["family"]["aside"], "split");
    assert_eq!(whole["measures"].as_array().unwrap().len(), 1, "the whole keeps what it had");
    assert!(whole["closed_loop"]["offers"].as_array().unwrap().is_empty());
    let parts = rows(&[("XC-2026-01-002", "1(1)"), ("XC-2026-01-003", "1(2)")]);
    assert_eq!(ledger(&office.liaison, "").await, parts);
    assert_eq!(ledger(&office.owner, "").await, parts, "who answers for the whole answers for the parts");
    assert_eq!(ledger(&office.liaison, "part=set_aside").await, rows(&[("XC-2026-01-001", "1")]));

    let second = finding(&office.liaison, "XC-2026-01-003").await;
    assert_eq!(second["measures"][0]["key"], "XC-2026-01-003-01");
    assert_eq!(second["evidence_files"][0]["key"], "XC-2026-01-003-E01");
    assert_eq!((&second["progress"], &second["evidence"], &second["due"]), (&json!(0), &json!(1), &whole["due"]));
    assert_eq!((&second["previous_key"], &second["next_key"]), (&json!("XC-2026-01-002"), &Value::Null));
    let now = figures(&office.liaison).await;
    assert_eq!((&now["findings"], &now["feedback"]["findings"]), (&json!(2), &json!(1)));

    // Nothing is done to the whole any more, and the refusal says where to go.
    let body = json!({"version": whole["version"], "target": "新目标"});
    let refused = office.liaison.patch(&office.path(""), &body).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::CONFLICT, "family_refused"));
    assert_eq!(office.ask(&office.liaison, "assign", json!({})).await.code(), "family_refused");

    let answer = undo(&office.liaison, "XC-2026-01-001").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(ledger(&office.liaison, "").await, rows(&[("XC-2026-01-001", "1")]));
    assert_eq!(finding(&office.liaison, "XC-2026-01-003").await["family"]["aside"], "taken_back");
    let now = figures(&office.liaison).await;
    assert_eq!((&now["findings"], &now["feedback"]), (&json!(1), &Value::Null));
    assert_eq!(office.app.database.doctor(&office.app.files).await.unwrap(), Vec::<String>::new());

    // Again: keys are never used twice.
    let whole = office.now().await;
    assert_eq!(whole["family"]["split_refusal"], Value::Null);
    assert_eq!(split(&office, &office.liaison, &halves, None).await.status, StatusCode::OK);
    assert_eq!(ledger(&office.liaison, "").await, rows(&[("XC-2026-01-004", "1(1)"), ("XC-2026-01-005", "1(2)")]));
}

#[tokio::test]
async fn work_on_a_part_keeps_the_split() {
    let office = Office::new().await;
    let measure = office.now().await["measures"][0]["key"].as_str().unwrap().to_owned();
    let halves = [part("甲", &[&measure], &[]), part("乙", &[&measure], &[])];
    assert_eq!(split(&office, &office.liaison, &halves, None).await.status, StatusCode::OK);
    let body = json!({"version": 1, "target": "目标"});
    assert_eq!(office.liaison.patch("/findings/XC-2026-01-003", &body).await.status, StatusCode::OK);
    let refused = undo(&office.liaison, "XC-2026-01-001").await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::CONFLICT, "family_refused"));
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("XC-2026-01-003"), "{refused:?}");
    let whole = finding(&office.liaison, "XC-2026-01-001").await;
    assert!(whole["family"]["undo_refusal"]["message"].as_str().unwrap().contains("XC-2026-01-003"));
}

#[tokio::test]
async fn what_must_not_be_is_refused_and_nothing_changes() {
    let office = Office::new().await;
    office.add_evidence("三月十日验收").await;
    let measure = office.now().await["measures"][0]["key"].as_str().unwrap().to_owned();
    let evidence = office.now().await["evidence_files"][0]["key"].as_str().unwrap().to_owned();
    let (own, file) = (&[measure.as_str()][..], &[evidence.as_str()][..]);
    let cases = [
        (vec![part("甲", own, file)], "至少拆分为两项"),
        (vec![part("甲", own, file), part(" ", &[], &[])], "第 2 项的题目"),
        (vec![part("甲", own, file), part("甲", &[], &[])], "题目都是"),
        (vec![part("甲", &[], file), part("乙", &[], &[])], measure.as_str()),
        (vec![part("甲", own, &[]), part("乙", &[], &[])], evidence.as_str()),
        (vec![part("甲", own, file), part("乙", &["XC-2026-01-009-01"], &[])], "不属于该事项"),
    ];
    let before = office.now().await;
    for (parts, why) in cases {
        let refused = split(&office, &office.liaison, &parts, None).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
        assert!(refused.json()["error"]["message"].as_str().unwrap().contains(why), "{why}: {refused:?}");
    }
    let halves = [part("甲", own, file), part("乙", &[], &[])];
    assert_eq!(split(&office, &office.leader, &halves, None).await.status, StatusCode::FORBIDDEN);
    let stale = json!({"version": before["version"].as_i64().unwrap() - 1, "parts": halves});
    assert_eq!(office.liaison.post(&office.path("/split"), &stale).await.code(), "conflict");
    assert_eq!(office.now().await, before);

    // Once the plan is approved only with a reason, and not while somebody reviews.
    office.start().await;
    assert!(
        split(&office, &office.liaison, &halves, None).await.json()["error"]["message"]
            .as_str()
            .unwrap()
            .contains("理由")
    );
    office.finish_measure().await;
    office.submit().await;
    assert_eq!(split(&office, &office.liaison, &halves, Some("分开办")).await.status, StatusCode::CONFLICT);
    office.takes(&office.leader, "return", json!({"reason": "缺材料"}), "rectifying").await;
    let done = split(&office, &office.liaison, &halves, Some("分开办")).await;
    assert_eq!(done.status, StatusCode::OK, "{done:?}");
    let made = finding(&office.liaison, "XC-2026-01-002").await;
    assert_eq!((&made["stage"], &made["completion"]), (&json!("rectifying"), &json!("done")));
    // The loop goes on where the whole stood.
    let key = |key: &str| format!("/findings/{key}/actions");
    let mut body = crate::closed_loop::answers();
    body["version"] = json!(1);
    body["action"] = json!("submit");
    let submitted = office.owner.post(&key("XC-2026-01-002"), &body).await;
    assert_eq!(submitted.status, StatusCode::OK, "{submitted:?}");
    assert_eq!(office.app.database.doctor(&office.app.files).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn findings_are_put_together_and_count_as_the_feedback_does() {
    let office = Office::new().await;
    let other = second(&office).await;
    let version = finding(&office.liaison, &other).await["version"].clone();
    let body = json!({"version": office.version().await, "title": "采购与合同管理", "others": [{"key": other, "version": version}]});
    let answer = office.liaison.post(&office.path("/merge"), &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(answer.json()["family"]["into"][0]["key"], "XC-2026-01-003");
    assert_eq!(ledger(&office.liaison, "").await, rows(&[("XC-2026-01-003", "1、2")]));
    let made = finding(&office.liaison, "XC-2026-01-003").await;
    assert_eq!(made["due"], "2027-02-28", "a merge moves no date to a later day");
    assert_eq!(made["measures"].as_array().unwrap().len(), 1);
    let now = figures(&office.liaison).await;
    assert_eq!((&now["findings"], &now["feedback"]["findings"]), (&json!(1), &json!(2)));

    // The same finding twice, or one that is gone already, goes nowhere.
    let again = json!({"version": 1, "title": "三", "others": [{"key": "XC-2026-01-003", "version": 1}]});
    let twice = office.liaison.post("/findings/XC-2026-01-003/merge", &again).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{twice:?}");
    assert_eq!(office.liaison.post(&office.path("/merge"), &body).await.code(), "family_refused");

    let taken = undo(&office.liaison, "XC-2026-01-003").await;
    assert_eq!(taken.status, StatusCode::OK, "{taken:?}");
    assert_eq!(ledger(&office.liaison, "").await, rows(&[("XC-2026-01-001", "1"), ("XC-2026-01-002", "2")]));
}

#[tokio::test]
async fn documents_speak_of_the_problems_of_the_feedback() {
    let office = Office::new().await;
    let measure = office.now().await["measures"][0]["key"].as_str().unwrap().to_owned();
    let halves = [part("甲", &[&measure], &[]), part("乙", &[&measure], &[])];
    assert_eq!(split(&office, &office.liaison, &halves, None).await.status, StatusCode::OK);
    let workbook = office.liaison.get("/inspections/XC-2026-01/ledger.xlsx").await;
    assert_eq!(workbook.status, StatusCode::OK);
    let made = office.liaison.post("/inspections/XC-2026-01/reports", &json!({"kind": "progress"})).await;
    assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
    let text = made.json().to_string();
    assert!(text.contains("采购验收把关不严"), "the problem in the words of the feedback");
    let facts = office.liaison.get(&format!("/reports/{}/checks", made.json()["key"].as_str().unwrap())).await.json();
    assert!(!facts.to_string().contains("C-TOTAL"), "{facts}");
}
