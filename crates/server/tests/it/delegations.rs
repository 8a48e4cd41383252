//! Delegations over the API: a delegate does the work of his principal, and gets round nothing by it.

use crate::closed_loop::{Office, answers, id_of};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

impl Office {
    /// Lets somebody act for the person, in these duties.
    async fn lend(&self, principal: &Client, to: &str, roles: &[&str]) -> Value {
        let delegate = id_of(&self.liaison, to).await;
        let body = json!({"delegate_id": delegate, "roles": roles, "from": "2026-11-20", "until": "2026-11-30", "reason": "外出学习"});
        let answer = principal.post("/delegations", &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.json()["items"][0].clone()
    }

    async fn clerk(&self) -> Client {
        self.app.person(&self.liaison, "clerk", &["owner"]).await
    }

    async fn in_place_of(&self, name: &str) -> Value {
        json!({"acting_for_id": id_of(&self.liaison, name).await})
    }

    async fn submitted(&self) {
        self.start().await;
        self.finish_measure().await;
        self.add_evidence("验收").await;
        self.submit().await;
    }
}

#[tokio::test]
async fn a_delegate_reviews_in_his_principals_place_and_the_record_says_so() {
    let office = Office::new().await;
    let clerk = office.clerk().await;
    office.submitted().await;
    office.refuses(&clerk, "pass_first", json!({}), "needs_role").await;
    office.refuses(&clerk, "pass_first", office.in_place_of("leader").await, "forbidden").await;
    let lent = office.lend(&office.leader, "clerk", &["leader"]).await;
    assert_eq!(lent["in_force"], true);
    // The desk shows the work of the principal, and in whose place it can be done.
    let desk = clerk.get("/work/reviews").await.json();
    assert_eq!(desk["total"], 1, "{desk}");
    let offers = desk["items"][0]["offers"].as_array().unwrap();
    assert!(offers.iter().all(|o| o["refusal"].is_null() && o["acting_for"]["name"] == "leader"), "{offers:?}");
    // Without saying in whose place, he is himself.
    office.refuses(&clerk, "pass_first", json!({}), "needs_role").await;
    office.takes(&clerk, "pass_first", office.in_place_of("leader").await, "second_review").await;
    let now = office.now().await;
    let step = now["closed_loop"]["steps"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&step["actor"]["name"], &step["acting_for"]["name"]), (&json!("clerk"), &json!("leader")));
    let event = now["timeline"].as_array().unwrap().iter().find(|e| e["kind"] == "stepped").unwrap();
    assert_eq!(event["summary"], "（代leader）初审通过");
    let log = office.liaison.get("/audit-log?kind=delegated").await.json();
    assert_eq!(log["total"], 1, "{log}");
}

#[tokio::test]
async fn the_two_reviews_are_by_two_sides_whoever_stands_in_for_whom() {
    let office = Office::new().await;
    let clerk = office.clerk().await;
    office.submitted().await;
    office.lend(&office.leader, "clerk", &["leader"]).await;
    office.lend(&office.secretary, "clerk", &["secretary"]).await;
    office.takes(&clerk, "pass_first", office.in_place_of("leader").await, "second_review").await;
    // He reviewed first in the leader's place: not second in the secretary's.
    office.refuses(&clerk, "pass_second", office.in_place_of("secretary").await, "both_reviews").await;
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
}

#[tokio::test]
async fn a_delegate_of_the_first_reviewer_does_not_review_second() {
    let office = Office::new().await;
    let deputy = office.app.person(&office.liaison, "deputy", &["secretary"]).await;
    office.submitted().await;
    office.takes(&office.leader, "pass_first", json!({}), "second_review").await;
    let lent = office.lend(&office.leader, "deputy", &["leader"]).await;
    // In his own right and with his own role, but bound to the first reviewer.
    office.refuses(&deputy, "pass_second", json!({}), "both_reviews").await;
    let end = format!("/delegations/{}/end", lent["id"].as_str().unwrap());
    assert_eq!(deputy.post(&end, &json!({"version": 1})).await.status, StatusCode::OK);
    office.takes(&deputy, "pass_second", json!({}), "filing").await;
}

#[tokio::test]
async fn a_delegate_of_the_submitter_does_not_review_even_through_somebody_else() {
    let office = Office::new().await;
    let middle = office.app.person(&office.liaison, "middle", &["leader"]).await;
    office.submitted().await;
    // owner → middle → leader: the leader may stand where middle stands, who may stand where the owner stands.
    office.lend(&office.owner, "middle", &["owner"]).await;
    office.refuses(&middle, "pass_first", json!({}), "own_submission").await;
    office.lend(&middle, "leader", &["leader"]).await;
    office.refuses(&office.leader, "pass_first", json!({}), "own_submission").await;
}

#[tokio::test]
async fn a_delegate_reports_and_submits_in_the_owners_place() {
    let office = Office::new().await;
    let helper = office.app.person(&office.liaison, "helper", &["overseer"]).await;
    office.start().await;
    let measure = office.now().await["measures"][0].clone();
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let owned = json!({"version": measure["version"], "owner_id": id_of(&office.liaison, "owner").await});
    assert_eq!(office.liaison.patch(&path, &owned).await.status, StatusCode::OK);
    let body = json!({"version": 2, "completion": "done"});
    assert_eq!(helper.patch(&path, &body).await.status, StatusCode::FORBIDDEN);
    office.lend(&office.owner, "helper", &["owner"]).await;
    let mine = helper.get("/work/mine").await.json();
    assert_eq!(
        (&mine["measures"]["total"], &mine["measures"]["items"][0]["acting_for"]["name"]),
        (&json!(1), &json!("owner"))
    );
    assert_eq!(helper.patch(&path, &body).await.status, StatusCode::OK);
    office.add_evidence("验收").await;
    let mut more = answers();
    more["acting_for_id"] = office.in_place_of("owner").await["acting_for_id"].clone();
    office.takes(&helper, "submit", more, "first_review").await;
    // Plans are not lent with it.
    let plan = json!({"version": office.version().await, "target": "改"});
    assert_eq!(helper.patch(&office.path(""), &plan).await.status, StatusCode::FORBIDDEN);
    let summaries = office.now().await["timeline"].to_string();
    assert!(summaries.contains("（代owner）修改措施") && summaries.contains("（代owner）申请销号"), "{summaries}");
}

#[tokio::test]
async fn only_own_duties_are_lent_to_somebody_else_and_for_a_time() {
    let office = Office::new().await;
    office.clerk().await;
    let clerk = id_of(&office.liaison, "clerk").await;
    let own = id_of(&office.liaison, "leader").await;
    let good = json!({"delegate_id": clerk, "roles": ["leader"], "from": "2026-11-23", "until": "2026-11-30", "reason": "外出"});
    for (field, wrong) in [
        ("roles", json!(["secretary"])),
        ("roles", json!([])),
        ("until", json!("2026-11-22")),
        ("until", json!("2028-11-22")),
        ("reason", json!(" ")),
        ("delegate_id", json!(own)),
        ("delegate_id", json!("nobody")),
    ] {
        let mut body = good.clone();
        body[field] = wrong;
        let refused = office.leader.post("/delegations", &body).await;
        assert_eq!(refused.status.as_u16(), 422, "{body}");
        assert!(refused.json()["error"]["fields"][field].is_string(), "{refused:?}");
    }
    // In somebody else's name only the administrator, and not for himself.
    let mut body = good.clone();
    body["principal_id"] = json!(own);
    assert_eq!(office.owner.post("/delegations", &body).await.status, StatusCode::FORBIDDEN);
    body["delegate_id"] = json!(id_of(&office.liaison, "管理员").await);
    assert_eq!(office.liaison.post("/delegations", &body).await.status.as_u16(), 422);
    body["delegate_id"] = json!(clerk);
    let given = office.liaison.post("/delegations", &body).await.json()["items"][0].clone();
    // Who has nothing to do with it neither sees nor ends it.
    assert_eq!(office.owner.get("/delegations").await.json()["items"], json!([]));
    let end = format!("/delegations/{}/end", given["id"].as_str().unwrap());
    assert_eq!(office.owner.post(&end, &json!({"version": 1})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.leader.post(&end, &json!({"version": 1})).await.status, StatusCode::OK);
    assert_eq!(office.leader.post(&end, &json!({"version": 2})).await.code(), "done");
}
