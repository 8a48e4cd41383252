//! What of a plan may change once it is approved, and what may not.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, TestApp};

impl Office {
    async fn add_measure(&self, body: Value) -> Answer {
        self.liaison.post(&self.path("/measures"), &body).await
    }

    /// A measure as it is now.
    async fn measure(&self, at: usize) -> Value {
        self.now().await["measures"][at].clone()
    }

    async fn change_measure(&self, at: usize, more: Value) -> Answer {
        let measure = self.measure(at).await;
        let mut body = json!({"version": measure["version"]});
        body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        self.liaison.patch(&format!("/measures/{}", measure["key"].as_str().unwrap()), &body).await
    }

    async fn remove_measure(&self, at: usize, reason: &str) -> Answer {
        let measure = self.measure(at).await;
        let key = measure["key"].as_str().unwrap();
        let path = format!("/measures/{key}?version={}{reason}", measure["version"]);
        self.liaison.send("DELETE", &path, "application/json", Vec::new()).await
    }

    async fn last_entry(&self) -> Value {
        self.now().await["timeline"][0].clone()
    }
}

/// The field that is wrong.
fn wrong(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer:?}");
    answer.json()["error"]["fields"].as_object().unwrap().keys().next().unwrap().clone()
}

#[tokio::test]
async fn no_measure_ends_after_its_finding() {
    let office = Office::new().await;
    let late = json!({"text": "开展培训", "due": "2027-03-16"});
    assert_eq!(wrong(&office.add_measure(late.clone()).await), "due");
    assert_eq!(wrong(&office.change_measure(0, json!({"due": "2027-03-16"})).await), "due");
    let earlier = json!({"version": office.version().await, "due": "2027-03-14", "reason": "提前"});
    let refused = office.liaison.patch(&office.path(""), &earlier).await;
    assert_eq!(wrong(&refused), "due");
    assert!(refused.json()["error"]["message"].as_str().unwrap().contains("-001-01"), "{refused:?}");
    office.start().await;
    assert_eq!(wrong(&office.add_measure(late).await), "due");
    let last = json!({"text": "开展培训", "due": "2027-03-15"});
    assert_eq!(office.add_measure(last).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_measure_of_an_approved_plan_goes_with_a_reason_and_hides_no_delay() {
    let office = Office::new().await;
    for (text, due) in [("登记台账", "2026-11-20"), ("开展培训", "2027-01-10"), ("张贴公告", "2027-01-10")]
    {
        assert_eq!(office.add_measure(json!({"text": text, "due": due})).await.status, StatusCode::CREATED);
    }
    assert_eq!(office.remove_measure(3, "").await.status, StatusCode::OK, "nobody approved it yet");
    office.start().await;
    assert_eq!(wrong(&office.remove_measure(2, "").await), "reason");
    assert_eq!(wrong(&office.remove_measure(2, "&reason=%20").await), "reason");
    let because = "&reason=%E5%B7%B2%E5%B9%B6%E5%85%A5%E6%8E%AA%E6%96%BD01";
    assert_eq!(office.remove_measure(2, because).await.status, StatusCode::OK);
    let said = office.last_entry().await;
    assert_eq!(said["kind"], "measure_removed");
    assert!(said["summary"].as_str().unwrap().contains("理由：已并入措施01"), "{said}");
    // Its day has passed: to take it out would hide that.
    assert_eq!(office.remove_measure(1, because).await.code(), "measure_overdue");
    let asked = json!({"until": "2027-06-30", "reason": "系统未建成"});
    office.takes(&office.owner, "ask_extension", asked, "rectifying").await;
    assert_eq!(office.remove_measure(1, because).await.code(), "measure_overdue");
    office.takes(&office.leader, "grant_extension", json!({}), "rectifying").await;
    assert_eq!(office.remove_measure(1, because).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_import_brings_no_measure_that_ends_after_its_finding() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let plan = |measure: &str| {
        format!("水务局整改方案\n一、整改措施\n（一）政治方面\n1.关于“台账不清”问题的整改。\n整改措施：{measure}\n")
    };
    let draft = |text: String| {
        let client = &client;
        let path = format!("/inspections/{key}/drafts");
        async move {
            let draft = client.upload(&path, "方案.txt", text.as_bytes()).await.json();
            let body = json!({"version": draft["version"], "skip_open": true});
            client.post(&format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap()), &body).await
        }
    };
    let first = draft(plan("一是补齐台账。\n完成时限：2026年6月30日。")).await;
    assert_eq!(first.status, StatusCode::OK, "{first:?}");
    let path = format!("/findings/{key}-001");
    assert_eq!(client.get(&path).await.json()["due"], "2026-06-30");
    let late = draft(plan("一是开展全面检查。\n完成时限：2026年9月30日。")).await;
    assert_eq!(wrong(&late), "due");
    let message = late.json()["error"]["message"].as_str().unwrap().to_owned();
    for said in ["开展全面检查", "台账不清", "2026-09-30", "2026-06-30"] {
        assert!(message.contains(said), "{said} in {message}");
    }
    assert_eq!(client.get(&path).await.json()["measures"].as_array().unwrap().len(), 1);
    let timely = draft(plan("一是开展全面检查。\n完成时限：2026年5月31日。")).await;
    assert_eq!(timely.status, StatusCode::OK, "{timely:?}");
    assert_eq!(client.get(&path).await.json()["measures"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_approved_measure_is_reworded_with_a_reason_that_is_kept() {
    let office = Office::new().await;
    let free = office.change_measure(0, json!({"text": "修订采购管理办法并印发"})).await;
    assert_eq!(free.status, StatusCode::OK, "nobody approved it yet");
    office.start().await;
    for (field, value) in [("text", "学习采购管理办法"), ("target", "人人知晓"), ("deliverable", "学习记录")]
    {
        assert_eq!(wrong(&office.change_measure(0, json!({field: value})).await), "reason", "{field}");
        assert_eq!(wrong(&office.change_measure(0, json!({field: value, "reason": " "})).await), "reason", "{field}");
        let told = office.change_measure(0, json!({field: value, "reason": "上级另有部署"})).await;
        assert_eq!(told.status, StatusCode::OK, "{told:?}");
        let said = office.last_entry().await;
        assert!(said["summary"].as_str().unwrap().contains("上级另有部署"), "{said}");
        let [change] = said["changes"].as_array().unwrap().as_slice() else { panic!("{said}") };
        assert_eq!(change["after"], value, "{field}");
    }
    // How far it is, and the same words once more, need none.
    let progress = json!({"text": "学习采购管理办法", "completion": "in_progress", "progress_note": "已学"});
    assert_eq!(office.change_measure(0, progress).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_kind_of_an_approved_plan_becomes_no_lasting_one_and_changes_with_a_reason() {
    let office = Office::new().await;
    let patch = async |body: Value| {
        let mut all = json!({"version": office.version().await});
        all.as_object_mut().unwrap().extend(body.as_object().cloned().unwrap());
        office.liaison.patch(&office.path(""), &all).await
    };
    assert_eq!(patch(json!({"fix_type": "standing"})).await.status, StatusCode::OK);
    assert_eq!(patch(json!({"fix_type": "deadline"})).await.status, StatusCode::OK);
    office.start().await;
    assert_eq!(wrong(&patch(json!({"fix_type": "standing", "reason": "需长期坚持"})).await), "fix_type");
    assert_eq!(wrong(&patch(json!({"fix_type": null})).await), "reason");
    assert_eq!(patch(json!({"fix_type": "immediate", "reason": "当月可改"})).await.status, StatusCode::OK);
    let said = office.last_entry().await;
    assert_eq!((&said["summary"], &said["changes"][0]["before"]), (&json!("修改：当月可改"), &json!("限期整改")));
}

#[tokio::test]
async fn a_workbook_changes_nothing_that_was_submitted() {
    let office = Office::new().await;
    office.start().await;
    office.finish_measure().await;
    office.add_evidence("验收").await;
    office.submit().await;
    let inspection = office.key.rsplit_once('-').unwrap().0.to_owned();
    let table = format!("编号\t整改目标\n{}\t改写目标\n", office.key);
    let path = format!("/inspections/{inspection}/ledger-changes");
    let set = office.liaison.post(&path, &json!({"table": table})).await.json();
    assert_eq!(set["rows"][0]["kind"], "error", "{set}");
    assert!(set["rows"][0]["message"].as_str().unwrap().contains("内容已锁定"), "{set}");
    assert_eq!(office.now().await["target"], Value::Null);
}
