//! The closed loop over the API: a finding from registration to closing, and everything that must not be possible.

use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client, TestApp};

/// An installation with a finding whose plan is ready, and the people of the loop.
pub(crate) struct Office {
    pub(crate) app: TestApp,
    pub(crate) liaison: Client,
    pub(crate) owner: Client,
    pub(crate) leader: Client,
    pub(crate) secretary: Client,
    pub(crate) overseer: Client,
    pub(crate) key: String,
}

pub(crate) async fn id_of(client: &Client, name: &str) -> String {
    let people = client.get("/people").await.json();
    let found = people["items"].as_array().unwrap().iter().find(|p| p["name"] == name).cloned();
    found.unwrap_or_else(|| panic!("{name}"))["id"].as_str().unwrap().to_owned()
}

impl Office {
    pub(crate) async fn new() -> Self {
        let app = TestApp::empty().await;
        let liaison = app.administrator().await;
        let owner = app.person(&liaison, "owner", &["owner"]).await;
        let leader = app.person(&liaison, "leader", &["leader"]).await;
        let secretary = app.person(&liaison, "secretary", &["secretary"]).await;
        let overseer = app.person(&liaison, "overseer", &["overseer"]).await;
        let inspection = liaison.inspection().await;
        let table = "编号\t反馈问题\t整改时限\n\t采购验收把关不严\t2027-03-15\n";
        let found =
            liaison.post(&format!("/inspections/{inspection}/ledger-changes"), &json!({"table": table})).await.json();
        let id = found["id"].as_str().unwrap();
        let rows = vec![found["rows"][0]["row"].clone()];
        liaison.post(&format!("/ledger-changes/{id}/confirmation"), &json!({"rows": rows})).await;
        let office = Self { app, owner, leader, secretary, overseer, key: format!("{inspection}-001"), liaison };
        office.prepare().await;
        office
    }

    /// Unit, people and one measure.
    pub(crate) async fn prepare(&self) {
        let unit = self.liaison.get("/units").await.json()["items"][0]["id"].clone();
        let (leader, owner) = (id_of(&self.liaison, "leader").await, id_of(&self.liaison, "owner").await);
        let body = json!({"version": self.version().await, "unit_id": unit, "leader_id": leader, "owner_id": owner});
        let changed = self.liaison.patch(&self.path(""), &body).await;
        assert_eq!(changed.status, StatusCode::OK, "{changed:?}");
        let measure = json!({"text": "修订采购管理办法", "due": "2027-03-15"});
        assert_eq!(self.liaison.post(&self.path("/measures"), &measure).await.status, StatusCode::CREATED);
    }

    pub(crate) fn path(&self, tail: &str) -> String {
        format!("/findings/{}{tail}", self.key)
    }

    pub(crate) async fn now(&self) -> Value {
        self.liaison.get(&self.path("")).await.json()
    }

    pub(crate) async fn version(&self) -> i64 {
        self.now().await["version"].as_i64().unwrap()
    }

    pub(crate) async fn ask(&self, who: &Client, action: &str, more: Value) -> Answer {
        let mut body = json!({"version": self.version().await, "action": action});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        who.post(&self.path("/actions"), &body).await
    }

    /// The action is taken and leads to the stage.
    pub(crate) async fn takes(&self, who: &Client, action: &str, more: Value, stage: &str) {
        let answer = self.ask(who, action, more).await;
        assert_eq!(answer.status, StatusCode::OK, "{action}: {:?}", answer.json());
        assert_eq!(answer.json()["stage"], stage, "{action}");
    }

    /// The action is refused for the reason; nothing changes.
    pub(crate) async fn refuses(&self, who: &Client, action: &str, more: Value, code: &str) {
        let before = self.now().await;
        let answer = self.ask(who, action, more).await;
        assert!(answer.status.is_client_error(), "{action}: {answer:?}");
        assert_eq!(answer.code(), code, "{action}: {:?}", answer.json()["error"]["message"]);
        assert_eq!(self.now().await, before, "{action}");
    }

    pub(crate) async fn finish_measure(&self) {
        let measure = self.now().await["measures"][0].clone();
        let path = format!("/measures/{}", measure["key"].as_str().unwrap());
        let body = json!({"version": measure["version"], "completion": "done"});
        let answer = self.liaison.patch(&path, &body).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    }

    pub(crate) async fn add_evidence(&self, text: &str) {
        let answer = self.liaison.upload(&self.path("/evidence"), "验收记录.txt", text.as_bytes()).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    }

    /// From the prepared plan to 整改中.
    pub(crate) async fn start(&self) {
        self.takes(&self.liaison, "assign", json!({}), "planning").await;
        self.takes(&self.liaison, "submit_plan", json!({}), "plan_review").await;
        self.takes(&self.leader, "approve_plan", json!({}), "rectifying").await;
    }

    pub(crate) async fn submit(&self) {
        self.takes(&self.owner, "submit", answers(), "first_review").await;
    }
}

pub(crate) fn answers() -> Value {
    let all = ["solved", "measures_done", "evidence", "accountability", "policy", "approval"];
    let met: Vec<Value> = all.iter().map(|c| json!({"criterion": c, "answer": "met"})).collect();
    json!({"answers": met, "reason": "办法已印发执行"})
}

pub(crate) fn because(reason: &str) -> Value {
    json!({"reason": reason})
}

#[tokio::test]
async fn a_finding_is_closed_by_two_reviewers_and_the_overseer() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("三月十日验收").await;
    office.submit().await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    office.takes(&office.overseer, "accept_filing", json!({}), "closed").await;
    let now = office.now().await;
    assert_eq!((now["closure"].as_str(), now["completion"].as_str()), (Some("closed"), Some("done")));
    let steps: Vec<&str> =
        now["closed_loop"]["steps"].as_array().unwrap().iter().map(|s| s["action"].as_str().unwrap()).collect();
    assert_eq!(
        steps,
        ["assign", "submit_plan", "approve_plan", "submit", "pass_first", "pass_second", "accept_filing"]
    );
    assert!(office.app.database.verify(&[]).await.unwrap().is_sound());
}

#[tokio::test]
async fn nobody_reviews_what_is_his_own() {
    let office = Office::new().await;
    office.takes(&office.liaison, "assign", json!({}), "planning").await;
    office.takes(&office.liaison, "submit_plan", json!({}), "plan_review").await;
    office.refuses(&office.liaison, "approve_plan", json!({}), "needs_role").await;
    office.takes(&office.leader, "approve_plan", json!({}), "rectifying").await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    // The same person as submitter and both reviewers, with every role there is.
    let all = office.app.person(&office.liaison, "allround", &["liaison", "leader", "secretary", "owner"]).await;
    office.takes(&all, "submit", answers(), "first_review").await;
    office.refuses(&all, "pass_first", json!({}), "own_submission").await;
    office.refuses(&office.secretary, "pass_first", json!({}), "needs_role").await;
    office.takes(&all, "withdraw", json!({}), "rectifying").await;
    office.submit().await;
    office.takes(&all, "pass_first", json!({}), "second_review").await;
    office.refuses(&all, "pass_second", json!({}), "both_reviews").await;
    office.refuses(&office.leader, "pass_second", json!({}), "needs_role").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
}

#[tokio::test]
async fn closing_needs_measures_evidence_and_criteria() {
    let office = Office::new().await;
    office.start().await;
    office.refuses(&office.owner, "submit", answers(), "measures_open").await;
    office.finish_measure().await;
    office.refuses(&office.owner, "submit", answers(), "no_evidence").await;
    office.add_evidence("验收").await;
    office.refuses(&office.owner, "submit", json!({}), "criteria_open").await;
    let measure = office.now().await["measures"][0].clone();
    let body = json!({"version": measure["version"], "completion": "standing"});
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    assert_eq!(office.liaison.patch(&path, &body).await.status, StatusCode::OK);
    office.refuses(&office.owner, "submit", answers(), "no_standing_duty").await;
    let owner = id_of(&office.liaison, "owner").await;
    let body = json!({"kind": "rule", "name": "采购管理办法", "number": "云水〔2026〕9号", "issued": "2026-11-01", "recurrence": "year", "next": "2027-11-23", "owner_id": owner});
    assert_eq!(office.liaison.post(&office.path("/standing"), &body).await.status, StatusCode::CREATED);
    assert_eq!(office.now().await["standing_rule"], "《采购管理办法》（云水〔2026〕9号）");
    office.submit().await;
}

#[tokio::test]
async fn what_was_submitted_stays_until_it_is_returned_with_a_reason() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    let body = json!({"version": office.version().await, "target": "改写"});
    assert_eq!(office.liaison.patch(&office.path(""), &body).await.code(), "submitted");
    let added = office.liaison.post(&office.path("/measures"), &json!({"text": "补一条"})).await;
    assert_eq!(added.code(), "submitted");
    assert_eq!(office.liaison.upload(&office.path("/evidence"), "补.txt", b"x").await.code(), "submitted");
    office.refuses(&office.leader, "return", because(" "), "no_reason").await;
    office.takes(&office.leader, "return", because("缺少采购合同"), "rectifying").await;
    office.add_evidence("采购合同").await;
    office.submit().await;
}

#[tokio::test]
async fn a_date_moves_only_by_an_extension_that_somebody_else_grants() {
    let office = Office::new().await;
    office.start().await;
    let body = json!({"version": office.version().await, "due": "2027-06-30", "reason": "来不及"});
    let refused = office.liaison.patch(&office.path(""), &body).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    let measure = office.now().await["measures"][0].clone();
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let moved = office.liaison.patch(&path, &json!({"version": measure["version"], "due": "2027-06-30"})).await;
    assert_eq!(moved.code(), "invalid");
    office.refuses(&office.owner, "ask_extension", because("招标流标"), "invalid").await;
    office
        .refuses(&office.owner, "ask_extension", json!({"until": "2027-03-15", "reason": "招标流标"}), "not_later")
        .await;
    let both = office.app.person(&office.liaison, "both", &["owner", "leader"]).await;
    let asked = json!({"until": "2027-06-30", "reason": "招标流标"});
    office.takes(&both, "ask_extension", asked.clone(), "rectifying").await;
    assert_eq!(office.now().await["due"], "2027-03-15");
    office.refuses(&office.owner, "ask_extension", asked, "extension_open").await;
    office.refuses(&both, "grant_extension", json!({}), "own_extension").await;
    office.takes(&office.secretary, "grant_extension", json!({}), "rectifying").await;
    let now = office.now().await;
    assert_eq!((now["due"].as_str(), now["measures"][0]["due"].as_str()), (Some("2027-06-30"), Some("2027-06-30")));
    let change = &now["timeline"][0]["changes"][0];
    assert_eq!((change["before"].as_str(), change["after"].as_str()), (Some("2027-03-15"), Some("2027-06-30")));
}

#[tokio::test]
async fn a_reopened_finding_gets_a_new_reviewer() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    office.refuses(&office.liaison, "close_unopposed", json!({}), "period_running").await;
    office.takes(&office.overseer, "accept_filing", json!({}), "closed").await;
    let (old, submitter) = (id_of(&office.liaison, "leader").await, id_of(&office.liaison, "owner").await);
    let other = office.app.person(&office.liaison, "other", &["leader"]).await;
    let new = id_of(&office.liaison, "other").await;
    let reason = "回访发现反弹";
    office.refuses(&office.overseer, "reopen", because(reason), "invalid").await;
    for involved in [&old, &submitter] {
        let body = json!({"reason": reason, "reviewer_id": involved});
        office.refuses(&office.overseer, "reopen", body, "reviewer_involved").await;
    }
    // Somebody who cannot review would leave the finding with nobody who can.
    let body = json!({"reason": reason, "reviewer_id": id_of(&office.liaison, "overseer").await});
    office.refuses(&office.overseer, "reopen", body, "invalid").await;
    office.takes(&office.overseer, "reopen", json!({"reason": reason, "reviewer_id": new}), "rectifying").await;
    assert_eq!(office.now().await["closed_loop"]["named_reviewer"]["name"], "other");
    office.finish_measure().await;
    office.add_evidence("回访后再次验收").await;
    office.submit().await;
    office.refuses(&office.leader, "pass_first", json!({}), "not_named_reviewer").await;
    office.takes(&other, "pass_first", json!({}), "second_review").await;
}

#[tokio::test]
async fn an_immediate_fix_goes_the_short_way_with_evidence_only() {
    let office = Office::new().await;
    office.refuses(&office.owner, "submit", answers(), "not_immediate").await;
    let body = json!({"version": office.version().await, "fix_type": "immediate"});
    assert_eq!(office.liaison.patch(&office.path(""), &body).await.status, StatusCode::OK);
    office.refuses(&office.owner, "submit", answers(), "no_evidence").await;
    office.add_evidence("当日改正").await;
    let leader = id_of(&office.liaison, "leader").await;
    for (leader, code) in [(Value::Null, Some("unassigned")), (json!(leader), None)] {
        let body = json!({"version": office.version().await, "leader_id": leader});
        assert_eq!(office.liaison.patch(&office.path(""), &body).await.status, StatusCode::OK);
        if let Some(code) = code {
            office.refuses(&office.owner, "submit", answers(), code).await;
        }
    }
    office.finish_measure().await;
    office.submit().await;
}

#[tokio::test]
async fn of_two_at_once_one_wins_and_the_other_sees_what_is() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    let second = office.app.person(&office.liaison, "second", &["leader"]).await;
    let version = office.version().await;
    let pass = json!({"version": version, "action": "pass_first"});
    let back = json!({"version": version, "action": "return", "reason": "缺合同"});
    let (path, other) = (office.path("/actions"), office.path("/actions"));
    let (one, two) = tokio::join!(office.leader.post(&path, &pass), second.post(&other, &back));
    let statuses = [one.status, two.status];
    assert!(statuses.contains(&StatusCode::OK) && statuses.contains(&StatusCode::CONFLICT), "{statuses:?}");
    let lost = if one.status == StatusCode::CONFLICT { one } else { two };
    assert_eq!(lost.json()["error"]["details"]["stage"], office.now().await["stage"]);
}

#[tokio::test]
async fn the_button_says_what_the_request_would_say() {
    let office = Office::new().await;
    office.start().await;
    for client in [&office.liaison, &office.owner, &office.leader, &office.secretary, &office.overseer] {
        let offers = client.get(&office.path("")).await.json()["closed_loop"]["offers"].clone();
        for offer in offers.as_array().unwrap() {
            let Some(code) = offer["refusal"]["code"].as_str() else { continue };
            let action = offer["action"].as_str().unwrap();
            let more = json!({"reason": "因故", "until": "2027-09-30", "answers": answers()["answers"]});
            office.refuses(client, action, more, code).await;
        }
    }
}

#[tokio::test]
async fn who_answers_for_a_finding_reports_and_proves_but_does_not_plan() {
    let office = Office::new().await;
    office.start().await;
    let stranger = office.app.person(&office.liaison, "stranger", &["owner"]).await;
    let measure = office.now().await["measures"][0].clone();
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let done = json!({"version": measure["version"], "completion": "done", "progress_note": "已印发"});
    assert_eq!(stranger.patch(&path, &done).await.status, StatusCode::FORBIDDEN);
    assert_eq!(stranger.upload(&office.path("/evidence"), "a.txt", b"a").await.status, StatusCode::FORBIDDEN);
    let plan = json!({"version": measure["version"], "text": "改写措施"});
    assert_eq!(office.owner.patch(&path, &plan).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.owner.patch(&path, &done).await.status, StatusCode::OK);
    let added = office.owner.upload(&office.path("/evidence"), "办法.txt", "采购管理办法".as_bytes()).await;
    assert_eq!(added.status, StatusCode::CREATED);
    office.submit().await;
}

#[tokio::test]
async fn what_is_opened_again_is_not_done_and_is_not_submitted_as_it_was() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    office.takes(&office.overseer, "accept_filing", json!({}), "closed").await;
    let inspection = office.key.rsplit_once('-').unwrap().0.to_owned();
    let counted = async || {
        let all = office.liaison.get(&format!("/inspections/{inspection}/statistics")).await.json();
        [all["done"].clone(), all["in_progress"].clone()]
    };
    assert_eq!(counted().await, [1, 0]);
    office.app.person(&office.liaison, "other", &["leader"]).await;
    let again = json!({"reason": "回访发现反弹", "reviewer_id": id_of(&office.liaison, "other").await});
    office.takes(&office.overseer, "reopen", again, "rectifying").await;
    let now = office.now().await;
    assert_eq!((&now["completion"], &now["closure"]), (&json!("in_progress"), &json!("none")));
    assert_eq!(now["measures"][0]["completion"], "in_progress");
    assert_ne!(now["lamp"], "done", "{}", now["lamp"]);
    assert_eq!(counted().await, [0, 1]);
    let list = office.liaison.get(&format!("/inspections/{inspection}/findings")).await.json();
    assert_eq!(list["items"][0]["measures"], json!({"done": 0, "all": 1}));
    office.refuses(&office.owner, "submit", answers(), "measures_open").await;
    // To tick it once more is not to do it.
    office.finish_measure().await;
    office.refuses(&office.owner, "submit", answers(), "nothing_new").await;
    office.add_evidence("回访后再次验收").await;
    office.submit().await;
    assert_eq!(office.app.database.doctor(&office.app.files).await.unwrap(), Vec::<String>::new());
    assert!(office.app.database.verify(&[]).await.unwrap().is_sound());
}
