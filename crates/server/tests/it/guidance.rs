//! Notes of guidance by superiors: written, answered, withdrawn, never changed.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client};

async fn note(office: &Office, who: &Client, body: Value) -> Answer {
    who.post(&office.path("/notes"), &body).await
}

async fn total(who: &Client) -> i64 {
    let mine = who.get("/work/mine").await.json();
    let group = mine["duties"].as_array().unwrap().iter().find(|g| g["duty"] == "answer").cloned();
    group.map_or(0, |g| g["total"].as_i64().unwrap())
}

#[tokio::test]
async fn a_note_waits_until_it_is_answered() {
    let office = Office::new().await;
    let today = office.liaison.get("/work/mine").await.json()["as_of"].clone();
    let body = json!({"kind": "instruction", "text": "举一反三，查清根源。", "answer_by": today});
    assert_eq!(note(&office, &office.owner, body.clone()).await.status, StatusCode::FORBIDDEN);
    let written = note(&office, &office.secretary, body).await;
    assert_eq!(written.status, StatusCode::CREATED, "{written:?}");
    let first = written.json()["guidance"]["notes"][0].clone();
    assert_eq!((&first["state"], &first["actor"]["name"]), (&json!("waiting"), &json!("secretary")));
    assert_eq!((total(&office.owner).await, total(&office.liaison).await), (1, 1));
    let refusal = office.now().await["family"]["split_refusal"]["message"].clone();
    assert!(refusal.as_str().unwrap().contains("1 条"), "{refusal}");

    let answer = json!({"kind": "answer", "about": first["id"], "text": "已开展专项自查。"});
    assert_eq!(note(&office, &office.overseer, answer.clone()).await.status, StatusCode::FORBIDDEN);
    let answered = note(&office, &office.owner, answer).await;
    assert_eq!(answered.status, StatusCode::CREATED, "{answered:?}");
    assert_eq!(answered.json()["guidance"]["notes"][0]["state"], "answered");
    assert_eq!((total(&office.owner).await, total(&office.liaison).await), (0, 0));
    let kinds: Vec<String> = office.now().await["timeline"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(kinds[..2], ["note_answered", "note_written"]);
    let withdrawal = json!({"kind": "withdrawal", "about": first["id"], "text": "写错事项"});
    let late = note(&office, &office.secretary, withdrawal).await;
    assert_eq!((late.status, late.code().as_str()), (StatusCode::CONFLICT, "note_refused"));
}

#[tokio::test]
async fn a_note_is_withdrawn_by_its_author_with_a_reason_and_leaves_a_trace() {
    let office = Office::new().await;
    let body = json!({"kind": "supervision", "text": "请于月底前报进展。", "answer_by": "2099-12-31"});
    let id = note(&office, &office.overseer, body).await.json()["guidance"]["notes"][0]["id"].clone();
    let withdrawal = |text: &str| json!({"kind": "withdrawal", "about": id, "text": text});
    assert_eq!(note(&office, &office.leader, withdrawal("不是我的")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(note(&office, &office.overseer, withdrawal(" ")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = note(&office, &office.overseer, withdrawal("写错事项")).await.json();
    let first = &done["guidance"]["notes"][0];
    assert_eq!((&first["state"], &first["withdrawal"]["text"]), (&json!("withdrawn"), &json!("写错事项")));
    assert_eq!(first["text"], "请于月底前报进展。");
    assert_eq!(total(&office.owner).await, 0);
    for (wrong, status) in [
        (json!({"kind": "guidance", "text": ""}), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({"kind": "guidance", "text": "字".repeat(2001)}), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({"kind": "guidance", "text": "好", "date": "2099-01-01"}), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({"kind": "guidance", "text": "好", "answer_by": "2020-01-01"}), StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        assert_eq!(note(&office, &office.overseer, wrong).await.status, status);
    }
    let answer = json!({"kind": "answer", "about": id, "text": "已办"});
    assert_eq!(note(&office, &office.owner, answer).await.status, StatusCode::CONFLICT);
    let stranger = json!({"kind": "answer", "about": "nobody", "text": "已办"});
    assert_eq!(note(&office, &office.owner, stranger).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(office.now().await["guidance"]["notes"].as_array().unwrap().len(), 1);
}
