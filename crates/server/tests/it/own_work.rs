//! Nobody reviews his own work: who answers for a measure, ticks it or brings evidence leaves the review to others.

use crate::closed_loop::{Office, because, id_of};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

impl Office {
    async fn report(&self, who: &Client, more: Value) {
        let measure = self.now().await["measures"][0].clone();
        let mut body = json!({"version": measure["version"]});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        let answer = who.patch(&format!("/measures/{}", measure["key"].as_str().unwrap()), &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }

    async fn bring(&self, who: &Client, name: &str) {
        let answer = who.upload(&self.path("/evidence"), name, name.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    }

    /// What the page of the finding and the desk of the reviewer say of the action.
    async fn offered(&self, who: &Client, action: &str) -> [Value; 2] {
        let said = |offers: &Value| {
            let found = offers.as_array().unwrap().iter().find(|offer| offer["action"] == action).cloned();
            found.unwrap_or_else(|| panic!("{action}: {offers}"))["refusal"]["code"].clone()
        };
        let page = who.get(&self.path("")).await.json();
        let desk = who.get("/work/reviews").await.json();
        let row = desk["items"].as_array().unwrap().iter().find(|row| row["key"] == self.key.as_str()).cloned();
        let row = row.unwrap_or_else(|| panic!("not on the desk: {desk}"));
        [said(&page["closed_loop"]["offers"]), said(&row["offers"])]
    }
}

#[tokio::test]
async fn who_did_the_work_does_not_review_it() {
    let office = Office::new().await;
    let ticking = office.app.person(&office.liaison, "ticking", &["liaison", "leader"]).await;
    let proving = office.app.person(&office.liaison, "proving", &["liaison", "leader", "secretary"]).await;
    office.start().await;
    office.report(&ticking, json!({"completion": "done", "progress_note": "已印发"})).await;
    office.bring(&proving, "验收.txt").await;
    office.submit().await;
    for who in [&ticking, &proving] {
        assert_eq!(office.offered(who, "pass_first").await, ["own_work", "own_work"]);
        office.refuses(who, "pass_first", json!({}), "own_work").await;
        office.refuses(who, "return", because("再查"), "own_work").await;
    }
    // Who leads the finding and had no hand in it decides; a return washes nobody's hands.
    assert_eq!(office.offered(&office.leader, "pass_first").await, [Value::Null, Value::Null]);
    office.takes(&office.leader, "return", because("补充合同"), "rectifying").await;
    office.add_evidence("采购合同").await;
    office.submit().await;
    office.refuses(&ticking, "pass_first", json!({}), "own_work").await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    assert_eq!(office.offered(&proving, "pass_second").await, ["own_work", "own_work"]);
    office.refuses(&proving, "pass_second", json!({}), "own_work").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
}

#[tokio::test]
async fn who_answers_for_a_measure_does_not_review_it() {
    let office = Office::new().await;
    let first = office.app.person(&office.liaison, "first", &["leader"]).await;
    let second = office.app.person(&office.liaison, "second", &["leader"]).await;
    let (one, other) = (id_of(&office.liaison, "first").await, id_of(&office.liaison, "second").await);
    let leader = id_of(&office.liaison, "leader").await;
    office.report(&office.liaison, json!({"owner_id": one, "co_owner_ids": [other], "leader_id": leader})).await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    for who in [&first, &second] {
        assert_eq!(office.offered(who, "pass_first").await, ["own_work", "own_work"]);
        office.refuses(who, "pass_first", json!({}), "own_work").await;
    }
    // To lead a measure is not to answer for it.
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
}

#[tokio::test]
async fn evidence_that_was_withdrawn_binds_nobody_and_a_measure_added_as_done_does() {
    let office = Office::new().await;
    let erring = office.app.person(&office.liaison, "erring", &["liaison", "leader"]).await;
    let adding = office.app.person(&office.liaison, "adding", &["liaison", "leader"]).await;
    office.start().await;
    office.bring(&erring, "另一事项.txt").await;
    let taken = format!("/evidence/{}-E01?reason=wrong", office.key);
    assert_eq!(erring.send("DELETE", &taken, "application/json", Vec::new()).await.status, StatusCode::OK);
    let added = json!({"text": "开展培训", "completion": "done"});
    assert_eq!(adding.post(&office.path("/measures"), &added).await.status, StatusCode::CREATED);
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    office.refuses(&adding, "pass_first", json!({}), "own_work").await;
    office.takes(&erring, "pass_first", json!({}), "second_review").await;
}

#[tokio::test]
async fn a_reviewer_passes_nothing_that_he_finds_unmet_and_his_answers_are_kept() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    let says = |pairs: &[(&str, &str)]| {
        let all: Vec<Value> = pairs.iter().map(|(c, a)| json!({"criterion": c, "answer": a})).collect();
        json!({"answers": all, "reason": "已到现场核对"})
    };
    let short: [&[(&str, &str)]; 4] = [
        &[("solved", "unmet")],
        &[("policy", "unmet")],
        &[("solved", "not_involved")],
        &[("solved", "met"), ("evidence", "met"), ("solved", "unmet")],
    ];
    for answers in short {
        office.refuses(&office.leader, "pass_first", says(answers), "criteria_open").await;
    }
    let looked = [("solved", "met"), ("accountability", "not_involved")];
    office.takes(&office.leader, "pass_first", says(&looked), "second_review").await;
    office.refuses(&office.secretary, "pass_second", says(&[("evidence", "unmet")]), "criteria_open").await;
    office.takes(&office.secretary, "pass_second", says(&[("evidence", "met")]), "filing").await;
    let steps = office.now().await["closed_loop"]["steps"].clone();
    let kept = |at: usize| steps[at]["answers"].clone();
    assert_eq!(kept(4), says(&looked)["answers"]);
    assert_eq!(kept(5), json!([{"criterion": "evidence", "answer": "met"}]));
    assert!(office.app.database.verify(&[]).await.unwrap().is_sound());
}
