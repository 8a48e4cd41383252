//! What a person has to do, and what waits for his decision: the same facts as the closed loop tells.

use crate::closed_loop::{Office, because, id_of};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

/// Statements of a page, with the session's.
const STATEMENTS_MAX: u64 = 6;

async fn mine(who: &Client) -> Value {
    let answer = who.get("/work/mine").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.json()
}

async fn queue(who: &Client) -> Value {
    let answer = who.get("/work/reviews").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    answer.json()
}

/// Names and totals of the duties that are not empty.
fn duties(mine: &Value) -> Vec<(String, i64)> {
    let groups = mine["duties"].as_array().unwrap().iter();
    let found = groups.map(|g| (g["duty"].as_str().unwrap().to_owned(), g["total"].as_i64().unwrap()));
    found.filter(|(_, total)| *total > 0).collect()
}

fn duty(mine: &Value, name: &str) -> Value {
    mine["duties"].as_array().unwrap().iter().find(|g| g["duty"] == name).unwrap()["items"][0].clone()
}

/// The finding is submitted for closing by its owner.
async fn submitted() -> Office {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("三月十日验收").await;
    office.submit().await;
    office
}

#[tokio::test]
async fn duties_follow_the_stage() {
    let office = Office::new().await;
    let plan = mine(&office.liaison).await;
    assert_eq!(duties(&plan), [("plan".to_owned(), 1)]);
    assert!(duties(&mine(&office.owner).await).is_empty());

    office.start().await;
    assert!(duties(&mine(&office.liaison).await).is_empty());
    office.finish_measure().await;
    assert!(duties(&mine(&office.owner).await).is_empty(), "nothing proves it yet");
    office.add_evidence("三月十日验收").await;
    let owner = mine(&office.owner).await;
    assert_eq!(duties(&owner), [("submit".to_owned(), 1)]);
    assert_eq!(duty(&owner, "submit")["offers"], json!([{"action": "submit", "refusal": null, "acting_for": null}]));

    office.submit().await;
    assert!(duties(&mine(&office.owner).await).is_empty());
    office.takes(&office.leader, "return", because("缺少合同原件"), "rectifying").await;
    let owner = mine(&office.owner).await;
    assert_eq!(duties(&owner), [("returned".to_owned(), 1)]);
    let returned = duty(&owner, "returned")["returned"].clone();
    assert_eq!((&returned["reason"], &returned["actor"]["name"]), (&json!("缺少合同原件"), &json!("leader")));
    assert_eq!(owner["total"], 1);

    // A request for more time does not answer the return.
    office.takes(&office.owner, "ask_extension", json!({"reason": "流标", "until": "2027-06-30"}), "rectifying").await;
    assert_eq!(duties(&mine(&office.owner).await), [("returned".to_owned(), 1)]);
    assert_eq!(duties(&mine(&office.leader).await), [("extension".to_owned(), 1)]);
    let waiting = queue(&office.leader).await;
    assert_eq!((&waiting["total"], &waiting["items"][0]["asked"]["reason"]), (&json!(1), &json!("流标")));
    assert_eq!(mine(&office.leader).await["total"], 1, "a duty that is a review counts once");
    office.takes(&office.leader, "refuse_extension", because("仍可按期"), "rectifying").await;
    assert_eq!(queue(&office.leader).await["total"], 0);
}

#[tokio::test]
async fn a_person_sees_the_measures_he_answers_for() {
    let office = Office::new().await;
    let owner = id_of(&office.liaison, "owner").await;
    let measure = office.now().await["measures"][0].clone();
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    let body = json!({"version": measure["version"], "owner_id": owner, "progress_note": "已起草"});
    assert_eq!(office.liaison.patch(&path, &body).await.status, StatusCode::OK);
    let found = mine(&office.owner).await["measures"].clone();
    assert_eq!((&found["total"], &found["items"][0]["progress_note"]), (&json!(1), &json!("已起草")));
    assert_eq!(found["items"][0]["due"], "2027-03-15");
    assert_eq!(mine(&office.leader).await["measures"]["total"], 0);

    let version = &found["items"][0]["version"];
    let done = json!({"version": version, "completion": "done", "progress_note": "已印发"});
    assert_eq!(office.owner.patch(&path, &done).await.status, StatusCode::OK);
    assert_eq!(mine(&office.owner).await["measures"]["total"], 0, "what is finished is no duty");
}

#[tokio::test]
async fn the_queue_holds_what_the_role_decides_and_says_why_one_may_not() {
    let office = submitted().await;
    let all = office.app.person(&office.liaison, "allround", &["leader", "secretary"]).await;
    assert_eq!(queue(&office.secretary).await["total"], 0);
    assert_eq!(queue(&office.owner).await["total"], 0);
    let first = queue(&office.leader).await;
    assert_eq!(first["items"][0]["offers"][0], json!({"action": "pass_first", "refusal": null, "acting_for": null}));
    assert_eq!(first["items"][0]["asked"]["reason"], "办法已印发执行");

    office.takes(&all, "pass_first", json!({}), "second_review").await;
    assert_eq!(queue(&office.leader).await["total"], 0);
    let own = queue(&all).await;
    assert_eq!(own["items"][0]["offers"][0]["refusal"]["code"], "both_reviews");
    let second = queue(&office.secretary).await;
    assert_eq!(second["items"][0]["offers"][0], json!({"action": "pass_second", "refusal": null, "acting_for": null}));
    office.takes(&office.secretary, "pass_second", json!({}), "filing").await;
    assert_eq!(queue(&office.overseer).await["counts"], json!([{"stage": "filing", "total": 1}]));
    let empty = queue(&office.secretary).await;
    assert_eq!((&empty["total"], &empty["recent"][0]["step"]["action"]), (&json!(0), &json!("pass_second")));
    assert_eq!(empty["recent"][0]["step"]["actor"]["name"], "secretary");
}

#[tokio::test]
async fn pages_of_the_queue_hold_each_finding_once() {
    let office = submitted().await;
    let inspection = office.key.rsplit_once('-').unwrap().0.to_owned();
    let table: String = (0..120).map(|n| format!("\t第{n}项\t2027-{:02}-10\n", n % 12 + 1)).collect();
    let table = format!("编号\t反馈问题\t整改时限\n{table}");
    let path = format!("/inspections/{inspection}/ledger-changes");
    let found = office.liaison.post(&path, &json!({"table": table})).await.json();
    let rows: Vec<Value> = found["rows"].as_array().unwrap().iter().map(|row| row["row"].clone()).collect();
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    assert_eq!(office.liaison.post(&path, &json!({"rows": rows})).await.status, StatusCode::OK);
    let keys: Vec<String> = (2..=121).map(|n| format!("{inspection}-{n:03}")).collect();
    let unit = office.now().await["unit"]["id"].clone();
    let (leader, owner) = (id_of(&office.liaison, "leader").await, id_of(&office.liaison, "owner").await);
    for key in &keys {
        let change =
            json!({"version": 1, "fix_type": "immediate", "unit_id": unit, "leader_id": leader, "owner_id": owner});
        let changed = office.liaison.patch(&format!("/findings/{key}"), &change).await;
        assert_eq!(changed.status, StatusCode::OK, "{changed:?}");
        office.liaison.upload(&format!("/findings/{key}/evidence"), "照片.txt", key.as_bytes()).await;
        let mut body = crate::closed_loop::answers();
        body["version"] = office.liaison.get(&format!("/findings/{key}")).await.json()["version"].clone();
        body["action"] = json!("submit");
        let answer = office.owner.post(&format!("/findings/{key}/actions"), &body).await;
        assert!(answer.status.is_success() || answer.status == StatusCode::NOT_FOUND, "{answer:?}");
        if answer.status == StatusCode::NOT_FOUND {
            office.liaison.post(&format!("/findings/{key}/actions"), &body).await;
        }
    }
    let (mut seen, mut dues, mut after) = (Vec::new(), Vec::new(), String::new());
    loop {
        let before = office.app.database.statements();
        let page = office.leader.get(&format!("/work/reviews?limit=50&after={after}")).await.json();
        let statements = office.app.database.statements() - before;
        assert!(statements <= STATEMENTS_MAX, "{statements} statements");
        assert_eq!(page["total"], 121);
        for item in page["items"].as_array().unwrap() {
            seen.push(item["key"].as_str().unwrap().to_owned());
            dues.push(item["due"].as_str().unwrap().to_owned());
        }
        match page["next"].as_str() {
            Some(next) => after = next.replace('|', "%7C"),
            None => break,
        }
    }
    assert!(dues.is_sorted(), "what is due first comes first");
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 121);
    let bad = office.leader.get("/work/reviews?after=x").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn reviewers_see_what_the_submitter_said_of_each_criterion_and_what_is_open_to_them() {
    let office = submitted().await;
    let found = office.leader.get(&office.path("")).await.json();
    let steps = found["closed_loop"]["steps"].as_array().unwrap().clone();
    let answers = steps.last().unwrap()["answers"].as_array().unwrap().clone();
    assert_eq!(answers[0], json!({"criterion": "solved", "answer": "met"}));
    assert_eq!(answers.len(), 6);
    assert_eq!(found["closed_loop"]["since_submission"], Value::Null, "there is nothing to compare with");
    assert_eq!(steps[0]["answers"], json!([]));

    let locked = office.liaison.get(&office.path("")).await.json()["closed_loop"]["may"].clone();
    assert_eq!(
        locked,
        json!({"plan": false, "report": false, "locked": true, "due_locked": true, "restrict": true, "measures": []})
    );
    office.takes(&office.leader, "return", because("缺少合同"), "rectifying").await;
    let may = |found: Value| found["closed_loop"]["may"].clone();
    let measure = format!("{}-01", office.key);
    let open = may(office.owner.get(&office.path("")).await.json());
    assert_eq!(
        open,
        json!({"plan": false, "report": true, "locked": false, "due_locked": true, "restrict": false, "measures": [measure]})
    );
    assert_eq!(may(office.liaison.get(&office.path("")).await.json())["plan"], true);
    assert_eq!(may(office.leader.get(&office.path("")).await.json())["report"], false);

    office.add_evidence("补齐的合同").await;
    office.submit().await;
    let since = office.leader.get(&office.path("")).await.json()["closed_loop"]["since_submission"].clone();
    assert_eq!(since.as_array().unwrap().len(), 1, "{since}");
    assert_eq!(since[0]["kind"], "evidence_added");
}

#[tokio::test]
async fn a_batch_is_as_many_decisions_as_it_has_items() {
    let office = Office::new().await;
    let inspection = office.key.rsplit_once('-').unwrap().0.to_owned();
    let table = json!({"table": "编号\t反馈问题\n\t台账不全\n"});
    let found = office.liaison.post(&format!("/inspections/{inspection}/ledger-changes"), &table).await.json();
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    let rows = json!({"rows": [found["rows"][0]["row"]]});
    assert_eq!(office.liaison.post(&path, &rows).await.status, StatusCode::OK);
    let other = format!("{inspection}-002");
    let version = office.version().await;
    let items =
        |first: i64, second: i64| json!([{"key": office.key, "version": first}, {"key": other, "version": second}]);

    let owner = id_of(&office.liaison, "owner").await;
    let assign = json!({"items": items(version, 99), "assign": {"owner_id": owner}});
    let answer = office.liaison.post("/findings/batch", &assign).await.json();
    assert_eq!((&answer["done"], &answer["failed"]), (&json!(1), &json!(1)), "{answer}");
    assert_eq!(answer["items"][1]["error"]["code"], "conflict");

    let begin = json!({"items": items(version, 1), "action": "assign"});
    assert_eq!(office.liaison.post("/findings/batch", &begin).await.json()["done"], 2);
    let plan = json!({"items": items(version + 1, 2), "action": "submit_plan"});
    let answer = office.liaison.post("/findings/batch", &plan).await.json();
    assert_eq!(answer["items"][0]["error"], Value::Null, "{answer}");
    assert_eq!(answer["items"][1]["error"]["code"], "plan_incomplete");
    assert_eq!(office.now().await["stage"], "plan_review");

    let close = json!({"items": items(1, 1), "action": "pass_second"});
    assert_eq!(office.secretary.post("/findings/batch", &close).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let both = json!({"items": items(1, 1), "action": "assign", "assign": {}});
    assert_eq!(office.liaison.post("/findings/batch", &both).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let none = json!({"items": [], "action": "assign"});
    assert_eq!(office.liaison.post("/findings/batch", &none).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
