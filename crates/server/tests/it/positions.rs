//! Several positions of one person: each counts in its place and for its time.

use crate::closed_loop::id_of;
use crate::reach::Bureau;
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

impl Bureau {
    async fn position(&self, name: &str, body: Value) -> Value {
        let path = format!("/people/{}/positions", id_of(&self.top, name).await);
        let answer = self.top.post(&path, &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.json()
    }

    /// What the person is offered for a finding, with the code of the refusal.
    async fn offers(&self, who: &Client, serial: u32) -> Vec<(String, Option<String>)> {
        let found = who.get(&format!("/findings/{}", self.key(serial))).await.json();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let offer = |o: &Value| (text(&o["action"]).unwrap(), text(&o["refusal"]["code"]));
        found["closed_loop"]["offers"].as_array().unwrap().iter().map(offer).collect()
    }
}

#[tokio::test]
async fn a_person_reaches_the_units_of_all_positions_that_hold_today() {
    let bureau = Bureau::new().await;
    let clerk = bureau.person("clerk", &["owner"], &bureau.finance).await;
    bureau.reaches(&clerk, &[3, 4]).await;
    let held = bureau.position("clerk", json!({"unit_id": bureau.office, "roles": ["leader"], "duty": "挂职"})).await;
    assert_eq!(held["from"], "2026-11-23");
    // 档案室 lies below 办公室; what it works on with others is within reach as before.
    bureau.reaches(&clerk, &[1, 2, 3, 4]).await;
    let path = format!("/positions/{}", held["id"].as_str().unwrap());
    let body = json!({"version": 1, "from": "2026-10-01", "until": "2026-11-22"});
    assert_eq!(bureau.top.patch(&path, &body).await.status, StatusCode::OK);
    bureau.reaches(&clerk, &[3, 4]).await;
    // What is over is history: it stays, and stays as it was.
    let history = bureau.top.get(&format!("/people/{}/positions", id_of(&bureau.top, "clerk").await)).await.json();
    assert_eq!((history["items"].as_array().unwrap().len(), &history["items"][0]["until"]), (1, &json!("2026-11-22")));
    let again = bureau.top.patch(&path, &json!({"version": 2, "until": null})).await;
    assert_eq!((again.status, again.code().as_str()), (StatusCode::CONFLICT, "done"));
    bureau.position("clerk", json!({"unit_id": bureau.archive, "roles": ["owner"], "from": "2026-11-24"})).await;
    bureau.reaches(&clerk, &[3, 4]).await;
}

#[tokio::test]
async fn roles_count_where_they_are_held() {
    let bureau = Bureau::new().await;
    let clerk = bureau.person("clerk", &["owner"], &bureau.finance).await;
    bureau.position("clerk", json!({"unit_id": bureau.archive, "roles": ["liaison"]})).await;
    let assign = |offers: Vec<(String, Option<String>)>| offers.into_iter().find(|(a, _)| a == "assign").unwrap().1;
    assert_eq!(assign(bureau.offers(&clerk, 2).await), None, "liaison of 档案室");
    assert_eq!(assign(bureau.offers(&clerk, 4).await).as_deref(), Some("needs_role"), "owner in 财务科");
    // 财务科 leads it, 档案室 only works on it with others: there nobody is its liaison.
    assert_eq!(assign(bureau.offers(&clerk, 3).await).as_deref(), Some("needs_role"));
    let change = |version: Value| json!({"version": version, "target": "改"});
    for (serial, status) in [(2, 200), (4, 403), (3, 403)] {
        let path = format!("/findings/{}", bureau.key(serial));
        let version = bureau.top.get(&path).await.json()["version"].clone();
        assert_eq!(clerk.patch(&path, &change(version)).await.status.as_u16(), status, "{serial}");
    }
    // A round of the whole bureau is nobody's in a department.
    let entry = json!({"part": "organised", "category": "会议", "text": "一次"});
    let written = clerk.post(&format!("/inspections/{}/chronicle", bureau.inspection), &entry).await;
    assert_eq!(written.status, StatusCode::FORBIDDEN);
    let round = json!({"source": "self", "title": "自查", "issuing_body": "财务科", "unit_id": bureau.finance});
    assert_eq!(clerk.post("/inspections", &round).await.status.as_u16(), 422);
    let own = json!({"source": "self", "title": "自查", "issuing_body": "档案室", "unit_id": bureau.archive});
    assert_eq!(clerk.post("/inspections", &own).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn who_is_at_the_top_and_in_a_department_has_each_role_in_its_place() {
    let bureau = Bureau::new().await;
    let chief = bureau.app.person(&bureau.top, "chief", &["owner"]).await;
    bureau.position("chief", json!({"unit_id": bureau.office, "roles": ["liaison"]})).await;
    bureau.reaches(&chief, &[1, 2, 3, 4, 5]).await;
    for (serial, refusal) in [(1, None), (2, None), (4, Some("needs_role")), (5, Some("needs_role"))] {
        let offers = bureau.offers(&chief, serial).await;
        let assign = offers.into_iter().find(|(action, _)| action == "assign").unwrap().1;
        assert_eq!(assign.as_deref(), refusal, "{serial}");
    }
    let mine = chief.get("/work/mine").await.json();
    let plan = mine["duties"].as_array().unwrap().iter().find(|group| group["duty"] == "plan").unwrap();
    assert_eq!(plan["total"], 2, "the two of 办公室");
}

#[tokio::test]
async fn three_keepers_stay_apart_and_main_positions_leave_their_trace() {
    let bureau = Bureau::new().await;
    bureau.person("auditor", &["auditor"], &bureau.finance).await;
    bureau.person("clerk", &["owner"], &bureau.finance).await;
    let path = format!("/people/{}/positions", id_of(&bureau.top, "auditor").await);
    let body = json!({"unit_id": bureau.office, "roles": ["leader"]});
    let refused = bureau.top.post(&path, &body).await;
    assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "invalid"));
    bureau.position("clerk", json!({"unit_id": bureau.office, "roles": ["leader"]})).await;
    let twice = bureau.top.post(&format!("/people/{}/positions", id_of(&bureau.top, "clerk").await), &body).await;
    assert_eq!(twice.status.as_u16(), 422, "the same position twice");
    // Nor does somebody with a further position become a keeper.
    let person = format!("/people/{}", id_of(&bureau.top, "clerk").await);
    let keeper = bureau.top.patch(&person, &json!({"version": 1, "roles": ["auditor"]})).await;
    assert_eq!(keeper.status.as_u16(), 422, "{keeper:?}");
    let moved = bureau.top.patch(&person, &json!({"version": 1, "unit_id": bureau.archive, "duty": "档案员"})).await;
    assert_eq!(moved.status, StatusCode::OK);
    let held = bureau.top.get(&format!("{person}/positions")).await.json()["items"].clone();
    let main = held.as_array().unwrap().iter().find(|position| position["kind"] == "main").unwrap();
    assert_eq!((&main["unit_id"], &main["until"]), (&bureau.finance, &json!("2026-11-23")));
    // A unit that somebody holds a position in does not go.
    let kept = bureau.top.send("DELETE", &format!("/units/{}", bureau.finance.as_str().unwrap()), "", vec![]).await;
    assert_eq!(kept.status, StatusCode::CONFLICT);
}
