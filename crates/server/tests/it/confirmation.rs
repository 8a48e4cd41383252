//! Nothing of a document is lost, doubled or mixed up when its draft is confirmed.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const FEEDBACK: &str = "关于对水务局的巡察反馈意见\n一、存在的主要问题\n（一）政治方面\n1.学习不够深入。甲会议记录缺失。\n（二）作风方面\n1.学习不够深入。乙支部未学习。\n2.台账不清。\n";
const PLAN: &str = "水务局整改方案\n一、整改措施\n（一）政治方面\n1.关于“学习不够深入”问题的整改。\n整改措施：一是补齐甲会议记录。\n牵头单位：办公室、党建科；责任领导：张明；责任人：李某；完成时限：2026年6月底前，并长期坚持。\n（二）作风方面\n1.关于“学习不够深入”问题的整改。\n整改措施：一是乙支部补学；二是开展检查。\n";

async fn upload(client: &Client, key: &str, name: &str, text: &str) -> Value {
    client.upload(&format!("/inspections/{key}/drafts"), name, text.as_bytes()).await.json()
}

async fn confirm(client: &Client, draft: &Value, create: bool) -> Value {
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    let body = json!({"version": draft["version"], "skip_open": true, "create_missing": create});
    client.post(&path, &body).await.json()
}

async fn with_feedback(app: &TestApp) -> (Client, String) {
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = upload(&client, &key, "反馈.txt", FEEDBACK).await;
    assert_eq!(confirm(&client, &draft, false).await["created"]["findings"], 3);
    (client, key)
}

#[tokio::test]
async fn problems_of_the_same_wording_keep_to_their_area() {
    let app = TestApp::empty().await;
    let (client, key) = with_feedback(&app).await;
    let draft = upload(&client, &key, "方案.txt", PLAN).await;
    let done = confirm(&client, &draft, false).await;
    assert_eq!((&done["created"]["findings"], &done["updated"]["findings"]), (&json!(0), &json!(2)));
    let list = client.get(&format!("/inspections/{key}/findings")).await.json();
    let all: Vec<i64> =
        list["items"].as_array().unwrap().iter().map(|i| i["measures"]["all"].as_i64().unwrap()).collect();
    assert_eq!(all, [1, 2, 0]);
}

#[tokio::test]
async fn measures_and_additions_point_at_the_plan() {
    let app = TestApp::empty().await;
    let (client, key) = with_feedback(&app).await;
    let draft = upload(&client, &key, "方案.txt", PLAN).await;
    confirm(&client, &draft, false).await;
    let finding = client.get(&format!("/findings/{key}-002")).await.json();
    let source = &finding["measures"][1]["sources"][0];
    let text: Vec<u16> = source["text"].as_str().unwrap().encode_utf16().collect();
    let (start, end) = (source["start"].as_u64().unwrap() as usize, source["end"].as_u64().unwrap() as usize);
    assert!(String::from_utf16_lossy(&text[start..end]).contains("开展检查"));
    let documents: Vec<&str> =
        finding["sources"].as_array().unwrap().iter().map(|s| s["document"]["name"].as_str().unwrap()).collect();
    assert!(documents.contains(&"反馈.txt") && documents.contains(&"方案.txt"), "{documents:?}");
    let again = upload(&client, &key, "方案.txt", PLAN).await;
    assert_eq!(again["duplicate_of"], draft["id"]);
    let done = confirm(&client, &again, false).await;
    assert_eq!((&done["created"]["measures"], &done["updated"]["findings"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn names_nobody_knows_are_kept_in_words_or_made() {
    let app = TestApp::empty().await;
    let (client, key) = with_feedback(&app).await;
    let draft = upload(&client, &key, "方案.txt", PLAN).await;
    let missing = client.get(&format!("/drafts/{}/missing-owners", draft["id"].as_str().unwrap())).await.json();
    assert_eq!(missing, json!({"units": ["办公室", "党建科"], "people": ["张明"]}));
    confirm(&client, &draft, false).await;
    let finding = client.get(&format!("/findings/{key}-001")).await.json();
    assert_eq!((&finding["unit"], &finding["due"]), (&Value::Null, &json!("2026-06-30")));
    let stated = finding["stated"].as_str().unwrap();
    for said in ["牵头单位：办公室", "牵头单位：党建科", "责任领导：张明", "责任人：李某", "长期坚持"]
    {
        assert!(stated.contains(said), "{said} in {stated}");
    }
    let second = client.inspection().await;
    confirm(&client, &upload(&client, &second, "反馈.txt", FEEDBACK).await, false).await;
    let done = confirm(&client, &upload(&client, &second, "方案.txt", PLAN).await, true).await;
    assert_eq!((&done["created"]["units"], &done["created"]["people"]), (&json!(2), &json!(1)));
    let finding = client.get(&format!("/findings/{second}-001")).await.json();
    assert_eq!((&finding["unit"]["name"], &finding["leader"]["name"]), (&json!("办公室"), &json!("张明")));
    assert_eq!(finding["co_units"][0]["name"], "党建科");
    assert!(!finding["stated"].as_str().unwrap().contains("办公室"));
    assert!(finding["stated"].as_str().unwrap().contains("责任人：李某"), "a masked name is nobody");
}

#[tokio::test]
async fn a_measure_cannot_lose_its_problem() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = upload(&client, &key, "反馈.txt", FEEDBACK).await;
    let finding = draft["nodes"].as_array().unwrap().iter().find(|n| n["kind"] == "finding").unwrap()["id"].clone();
    let edit = json!({"version": 1, "edit": {"op": "set_kind", "node": finding, "kind": "measure"}});
    let answer = client.post(&format!("/drafts/{}/edits", draft["id"].as_str().unwrap()), &edit).await;
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "edit_refused"));
    assert_eq!(confirm(&client, &draft, false).await["created"]["findings"], 3);
}

#[tokio::test]
async fn a_draft_of_many_edits_answers_as_fast_as_a_new_one() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = upload(&client, &key, "反馈.txt", FEEDBACK).await;
    let node = draft["nodes"].as_array().unwrap().iter().find(|n| n["kind"] == "finding").unwrap()["id"].clone();
    let path = format!("/drafts/{}", draft["id"].as_str().unwrap());
    for version in 1..=70 {
        let edit = json!({"op": "check", "node": node, "checked": version % 2 == 1});
        let answer = client.post(&format!("{path}/edits"), &json!({"version": version, "edit": edit})).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    // Sixty states are kept, and no more.
    assert_eq!(app.database.search_all_text("\"nodes\":").await.unwrap(), 60);
    let mut version = 71;
    while client.post(&format!("{path}/undo"), &json!({"version": version})).await.status == StatusCode::OK {
        version += 1;
    }
    assert_eq!(version, 71 + 59);
    let redone = client.post(&format!("{path}/redo"), &json!({"version": version})).await.json();
    assert_eq!((&redone["draft"]["can_undo"], &redone["draft"]["can_redo"]), (&json!(true), &json!(true)));
}

#[tokio::test]
async fn owners_and_deadlines_of_a_draft_must_exist() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let draft = upload(&client, &key, "反馈.txt", FEEDBACK).await;
    let node = draft["nodes"].as_array().unwrap().iter().find(|n| n["kind"] == "finding").unwrap()["id"].clone();
    let edits = format!("/drafts/{}/edits", draft["id"].as_str().unwrap());
    let owner = json!({"role": "owner", "text": "甲", "person_id": "nobody"});
    let body = json!({"version": 1, "edit": {"op": "assign", "node": node, "owners": [owner]}});
    assert_eq!(client.post(&edits, &body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let body = json!({"version": 1, "edit": {"op": "set_deadline", "node": node, "date": null, "text": "长期坚持"}});
    let after = client.post(&edits, &body).await.json();
    let nodes = after["draft"]["nodes"].as_array().unwrap().clone();
    let changed = nodes.iter().find(|n| n["id"] == node).unwrap();
    assert_eq!(changed["deadlines"], json!([{"text": "长期坚持", "date": null, "kind": "standing"}]));
}
