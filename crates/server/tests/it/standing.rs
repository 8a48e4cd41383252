//! Standing rules and duties: what keeps a finding solved is confirmed again and again, also after closing.

use crate::closed_loop::{Office, id_of};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

impl Office {
    async fn duty(&self, more: Value) -> Value {
        let mut body = json!({"kind": "duty", "name": "抽查采购合同", "recurrence": "quarter", "next": "2026-11-30", "owner_id": id_of(&self.liaison, "owner").await});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        let answer = self.liaison.post(&self.path("/standing"), &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.json()["standing"].as_array().unwrap().last().unwrap().clone()
    }

    async fn confirm(&self, who: &Client, standing: &Value, more: Value) -> test_support::Answer {
        let mut body = json!({"version": standing["version"], "note": "抽查合同3份，均合规"});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        let path = format!("/standing/{}/confirmations", standing["id"].as_str().unwrap());
        who.post(&path, &body).await
    }
}

#[tokio::test]
async fn a_duty_is_confirmed_by_the_responsible_and_comes_again() {
    let office = Office::new().await;
    let duty = office.duty(json!({})).await;
    assert_eq!((&duty["title"], &duty["lamp"]), (&json!("每季度：抽查采购合同"), &json!("yellow")));
    let now = office.now().await;
    assert_eq!((&now["standing_rule"], &now["standing_review"]), (&duty["title"], &json!("2026-11-30")));
    let mine = office.owner.get("/work/mine").await.json();
    let group = mine["duties"].as_array().unwrap().iter().find(|g| g["duty"] == "standing").unwrap().clone();
    assert_eq!((&group["total"], &group["items"][0]["standing"][0]["title"]), (&json!(1), &duty["title"]));
    assert_eq!(office.confirm(&office.overseer, &duty, json!({})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.confirm(&office.owner, &duty, json!({"note": " "})).await.status.as_u16(), 422);
    assert_eq!(
        office.confirm(&office.owner, &duty, json!({"evidence_key": "XC-2026-01-001-E09"})).await.status.as_u16(),
        422
    );
    office.add_evidence("合同抽查表").await;
    let done = office.confirm(&office.owner, &duty, json!({"evidence_key": "XC-2026-01-001-E01"})).await;
    assert_eq!(done.status, StatusCode::CREATED, "{done:?}");
    let now = done.json();
    let after = &now["standing"][0];
    assert_eq!((&after["next"], &after["lamp"]), (&json!("2027-02-28"), &json!("green")));
    assert_eq!(now["standing_review"], "2027-02-28");
    let said = &after["confirmations"][0];
    assert_eq!(
        (&said["due"], &said["person"]["name"], &said["evidence_key"]),
        (&json!("2026-11-30"), &json!("owner"), &json!("XC-2026-01-001-E01"))
    );
    // The next one is not confirmed before its time has begun, nor twice from one page.
    assert_eq!(office.confirm(&office.owner, &duty, json!({})).await.code(), "conflict");
    assert_eq!(office.confirm(&office.owner, after, json!({})).await.code(), "done");
    let mine = office.owner.get("/work/mine").await.json();
    let group = mine["duties"].as_array().unwrap().iter().find(|g| g["duty"] == "standing").unwrap().clone();
    assert_eq!(group["total"], 0);
}

#[tokio::test]
async fn a_rule_needs_its_number_and_what_ended_counts_no_more() {
    let office = Office::new().await;
    let owner = id_of(&office.liaison, "owner").await;
    let rule = json!({"kind": "rule", "name": "采购管理办法", "number": "云水〔2026〕9号", "issued": "2026-11-01", "recurrence": "year", "next": "2027-11-01", "owner_id": owner});
    for (field, wrong) in [
        ("number", json!(null)),
        ("issued", json!("2026-12-01")),
        ("next", json!("2026-11-22")),
        ("owner_id", json!(null)),
        ("name", json!("")),
    ] {
        let mut body = rule.clone();
        body[field] = wrong;
        let refused = office.liaison.post(&office.path("/standing"), &body).await;
        assert_eq!(refused.status.as_u16(), 422, "{body}");
        assert!(refused.json()["error"]["fields"][field].is_string(), "{refused:?}");
    }
    assert_eq!(office.owner.post(&office.path("/standing"), &rule).await.status, StatusCode::FORBIDDEN);
    let made = office.liaison.post(&office.path("/standing"), &rule).await.json()["standing"][0].clone();
    let path = format!("/standing/{}", made["id"].as_str().unwrap());
    let moved = office.liaison.patch(&path, &json!({"version": 1, "next": "2027-06-01"})).await.json();
    assert_eq!(moved["standing_review"], "2027-06-01");
    assert_eq!(office.liaison.patch(&path, &json!({"version": 2, "end": " "})).await.status.as_u16(), 422);
    let ended = office.liaison.patch(&path, &json!({"version": 2, "end": "制度已废止"})).await.json();
    assert_eq!((&ended["standing_review"], &ended["standing_rule"]), (&Value::Null, &Value::Null));
    assert_eq!(ended["standing"][0]["ended"], "2026-11-23");
    assert_eq!(office.liaison.patch(&path, &json!({"version": 3, "name": "新"})).await.code(), "done");
}

#[tokio::test]
async fn lasting_care_goes_on_after_closing_and_rests_during_reviews() {
    let office = Office::new().await;
    let duty = office.duty(json!({})).await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    let path = format!("/standing/{}", duty["id"].as_str().unwrap());
    let change = json!({"version": 1, "name": "另抽查"});
    assert_eq!(office.liaison.patch(&path, &change).await.code(), "submitted");
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    office.takes(&office.overseer, "accept_filing", json!({}), "closed").await;
    let done = office.confirm(&office.owner, &duty, json!({})).await;
    assert_eq!(done.status, StatusCode::CREATED, "{done:?}");
    assert_eq!(
        (done.json()["stage"].clone(), done.json()["standing_review"].clone()),
        (json!("closed"), json!("2027-02-28"))
    );
    assert!(office.app.database.verify(&[]).await.unwrap().is_sound());
    assert_eq!(office.app.database.doctor(&office.app.files).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn the_next_date_lies_one_period_ahead_at_most() {
    let office = Office::new().await;
    let owner = id_of(&office.liaison, "owner").await;
    let far = json!({"kind": "duty", "name": "抽查采购合同", "recurrence": "quarter", "next": "2027-02-24", "owner_id": owner});
    let refused = office.liaison.post(&office.path("/standing"), &far).await;
    assert_eq!(refused.status.as_u16(), 422, "{refused:?}");
    assert!(refused.json()["error"]["fields"]["next"].as_str().unwrap().contains("2027-02-23"), "{refused:?}");
    let duty = office.duty(json!({"next": "2027-02-23"})).await;
    let path = format!("/standing/{}", duty["id"].as_str().unwrap());
    for more in [json!({"next": "2099-12-31"}), json!({"recurrence": "month"})] {
        let mut body = json!({"version": 1});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        let refused = office.liaison.patch(&path, &body).await;
        assert!(refused.json()["error"]["fields"]["next"].is_string(), "{more}: {refused:?}");
    }
    let yearly = json!({"version": 1, "recurrence": "year", "next": "2027-11-23"});
    assert_eq!(office.liaison.patch(&path, &yearly).await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_closed_for_lasting_care_keeps_something_in_force() {
    let office = Office::new().await;
    let duty = office.duty(json!({})).await;
    let kind = json!({"version": office.version().await, "fix_type": "standing"});
    assert_eq!(office.liaison.patch(&office.path(""), &kind).await.status, StatusCode::OK);
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    office.takes(&office.overseer, "accept_filing", json!({}), "closed").await;
    let end = async |duty: &Value| {
        let path = format!("/standing/{}", duty["id"].as_str().unwrap());
        office.liaison.patch(&path, &json!({"version": duty["version"], "end": "另有办法"})).await
    };
    let refused = end(&duty).await;
    assert!(refused.json()["error"]["fields"]["end"].as_str().unwrap().contains("请先登记另一项"), "{refused:?}");
    let other = office.duty(json!({"name": "每季通报"})).await;
    assert_eq!(end(&duty).await.status, StatusCode::OK);
    assert_eq!(end(&other).await.status.as_u16(), 422);
    assert_eq!(office.now().await["standing_rule"], "每季度：每季通报");
}

/// Somebody of another department reaches a finding because he is responsible for what keeps it solved.
#[tokio::test]
async fn the_responsible_reaches_the_finding() {
    let bureau = crate::reach::Bureau::new().await;
    let clerk = bureau.person("clerk", &["owner"], &bureau.archive).await;
    bureau.reaches(&clerk, &[2, 3]).await;
    let body = json!({"kind": "duty", "name": "巡查", "recurrence": "month", "next": "2026-11-25", "owner_id": id_of(&bureau.top, "clerk").await});
    let added = bureau.top.post(&format!("/findings/{}/standing", bureau.key(4)), &body).await;
    assert_eq!(added.status, StatusCode::CREATED, "{added:?}");
    bureau.reaches(&clerk, &[2, 3, 4]).await;
    let mine = clerk.get("/work/mine").await.json();
    let group = mine["duties"].as_array().unwrap().iter().find(|g| g["duty"] == "standing").unwrap().clone();
    assert_eq!(group["items"][0]["key"], json!(bureau.key(4)));
}
