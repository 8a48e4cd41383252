//! Several people and units per item: they reach it, report on it, and do not review it.

use crate::closed_loop::{Office, id_of};
use crate::reach::Bureau;
use axum::http::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn co_owners_and_co_leaders_count_as_those_who_answer() {
    let office = Office::new().await;
    let second = office.app.person(&office.liaison, "second", &["owner", "leader"]).await;
    let chief = office.app.person(&office.liaison, "chief", &["leader"]).await;
    let (one, two) = (id_of(&office.liaison, "second").await, id_of(&office.liaison, "chief").await);
    let owner = id_of(&office.liaison, "owner").await;
    // Nobody is named twice, nor beside himself.
    let body = json!({"version": office.version().await, "co_owner_ids": [one, owner, one], "co_leader_ids": [two]});
    let saved = office.liaison.patch(&office.path(""), &body).await.json();
    assert_eq!(saved["co_owners"], json!([{"id": one, "name": "second"}]));
    assert_eq!(saved["co_leaders"][0]["name"], "chief");
    let change = saved["timeline"][0]["changes"].clone();
    assert!(change.to_string().contains("共同责任人") && change.to_string().contains("second"), "{change}");
    let filtered = office.liaison.get(&format!("/inspections/XC-2026-01/findings?person={two}")).await.json();
    assert_eq!(filtered["total"], 1);
    office.start().await;
    // The second owner reports and submits.
    let measure = office.now().await["measures"][0].clone();
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let done = json!({"version": measure["version"], "completion": "done"});
    assert_eq!(second.patch(&path, &done).await.status, StatusCode::OK);
    office.add_evidence("验收").await;
    let mine = second.get("/work/mine").await.json();
    let submit = mine["duties"].as_array().unwrap().iter().find(|duty| duty["duty"] == "submit").unwrap();
    assert_eq!(submit["total"], 1, "it is his to submit");
    office.submit().await;
    // He answers for it: he does not review it, though he did not submit.
    office.refuses(&second, "pass_first", json!({}), "own_submission").await;
    office.takes(&chief, "pass_first", json!({}), "second_review").await;
}

#[tokio::test]
async fn who_shares_a_measure_reaches_its_finding_and_reports_on_it_alone() {
    let bureau = Bureau::new().await;
    let clerk = bureau.person("clerk", &["owner"], &bureau.archive).await;
    bureau.reaches(&clerk, &[2, 3]).await;
    let measure = json!({"text": "清理档案3次", "co_unit_ids": [bureau.archive]});
    let path = format!("/findings/{}/measures", bureau.key(4));
    let added = bureau.top.post(&path, &measure).await.json();
    assert_eq!(added["measures"][0]["co_units"][0]["name"], "档案室");
    bureau.reaches(&clerk, &[2, 3, 4]).await;
    let key = added["measures"][0]["key"].as_str().unwrap().to_owned();
    let report = |version: i64| json!({"version": version, "progress_note": "已清理1次", "completion": "in_progress"});
    assert_eq!(clerk.patch(&format!("/measures/{key}"), &report(1)).await.status, StatusCode::FORBIDDEN);
    let id = crate::closed_loop::id_of(&bureau.top, "clerk").await;
    let named = json!({"version": 1, "co_owner_ids": [id], "co_unit_ids": []});
    assert_eq!(bureau.top.patch(&format!("/measures/{key}"), &named).await.status, StatusCode::OK);
    bureau.reaches(&clerk, &[2, 3, 4]).await;
    assert_eq!(clerk.patch(&format!("/measures/{key}"), &report(2)).await.status, StatusCode::OK);
    assert_eq!(clerk.get("/work/mine").await.json()["measures"]["items"][0]["key"], json!(key));
    let head = bureau.person("head", &["head"], &bureau.archive).await;
    assert_eq!(head.patch(&format!("/measures/{key}"), &report(3)).await.status, StatusCode::NOT_FOUND);
    // A measure goes with those who share it.
    let removed = bureau.top.send("DELETE", &format!("/measures/{key}?version=3"), "application/json", vec![]).await;
    assert_eq!(removed.status, StatusCode::OK, "{removed:?}");
    bureau.reaches(&clerk, &[2, 3]).await;
}

#[tokio::test]
async fn batches_and_workbooks_name_several() {
    let bureau = Bureau::new().await;
    for name in ["张甲", "李乙", "王丙"] {
        bureau.person(name, &["owner"], &bureau.office).await;
    }
    let (one, two) = (id_of(&bureau.top, "张甲").await, id_of(&bureau.top, "李乙").await);
    let item = async |serial: u32| {
        let key = bureau.key(serial);
        let version = bureau.top.get(&format!("/findings/{key}")).await.json()["version"].clone();
        json!({"key": key, "version": version})
    };
    let assign = json!({"owner_id": one, "co_owner_ids": [two], "co_unit_ids": [bureau.archive]});
    let body = json!({"items": [item(1).await, item(4).await], "assign": assign});
    assert_eq!(bureau.top.post("/findings/batch", &body).await.json()["done"], 2);
    let now = async |serial: u32| bureau.top.get(&format!("/findings/{}", bureau.key(serial))).await.json();
    assert_eq!(now(4).await["co_owners"][0]["name"], "李乙");
    assert_eq!(now(4).await["co_units"][0]["name"], "档案室");
    let key = bureau.key(4);
    let paste = async |cell: &str| -> Value {
        let table = json!({"table": format!("编号\t责任人\n{key}\t{cell}\n")});
        bureau.top.post(&format!("/inspections/{}/ledger-changes", bureau.inspection), &table).await.json()
    };
    assert_eq!(paste("张甲、李乙").await["rows"][0]["kind"], "same");
    let found = paste("王丙，张甲").await;
    assert_eq!(found["rows"][0]["changes"][0]["before"], "张甲、李乙", "{found}");
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    let applied = bureau.top.post(&path, &json!({"rows": [found["rows"][0]["row"]]})).await;
    assert_eq!(applied.json()["applied"], 1, "{applied:?}");
    assert_eq!(
        (now(4).await["owner"]["name"].clone(), now(4).await["co_owners"].clone()),
        (json!("王丙"), json!([{"id": one, "name": "张甲"}]))
    );
    assert_eq!(paste("王丙、赵某").await["rows"][0]["kind"], "error");
}

#[tokio::test]
async fn gaps_of_responsibility_are_counted_and_filtered() {
    let bureau = Bureau::new().await;
    let leader = bureau.person("张领导", &["leader"], &bureau.office).await;
    bureau.person("李书记", &["secretary"], &bureau.finance).await;
    bureau.person("王责任", &["owner"], &bureau.finance).await;
    let id = id_of(&bureau.top, "张领导").await;
    let path = format!("/inspections/{}", bureau.inspection);
    let gaps = async || bureau.top.get(&format!("{path}/gaps")).await.json();
    let idle = |gaps: &Value| -> Vec<String> {
        let all = gaps["leaders_without_items"].as_array().unwrap();
        let mut names: Vec<String> = all.iter().map(|p| p["name"].as_str().unwrap().to_owned()).collect();
        names.sort();
        names
    };
    let found = gaps().await;
    assert_eq!(found["findings"], 5);
    let total = |gap: &str, found: &Value| {
        found["missing"].as_array().unwrap().iter().find(|g| g["gap"] == gap).unwrap()["total"].clone()
    };
    assert_eq!((total("unit", &found), total("leader", &found), total("due", &found)), (json!(1), json!(5), json!(5)));
    assert_eq!(idle(&found), ["张领导", "李书记"]);
    // Leading anything is enough, also beside somebody and also a measure; a standing item needs no date.
    bureau.change(1, json!({"co_leader_ids": [id], "fix_type": "standing"})).await;
    let found = gaps().await;
    assert_eq!((idle(&found), total("due", &found)), (vec!["李书记".to_owned()], json!(4)));
    for (gap, count) in [("unit", 1), ("due", 4), ("leader,due", 4), ("owner", 5)] {
        let page = bureau.top.get(&format!("{path}/findings?gap={gap}")).await.json();
        assert_eq!((&page["total"], page["items"].as_array().unwrap().len()), (&json!(count), count), "{gap}");
    }
    assert_eq!(bureau.top.get(&format!("{path}/findings?gap=nothing")).await.status.as_u16(), 422);
    // Who sees a part of the round is told of that part, and nothing of the leaders.
    let part = leader.get(&format!("{path}/gaps")).await.json();
    assert_eq!((part["findings"].clone(), part["leaders_without_items"].clone()), (json!(3), json!([])));
}
