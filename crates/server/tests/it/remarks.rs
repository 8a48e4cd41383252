//! What people say of diagnostics: ignored as long as the words stay, overruled only by a second person.

use crate::closed_loop::Office;
use crate::publications::{PHONE, Press};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::Client;

#[tokio::test]
async fn an_error_of_privacy_is_overruled_only_by_a_second_person() {
    let mut press = Press::new().await;
    press.set_notice().await;
    assert_eq!(press.redact(PHONE, PHONE).await, StatusCode::OK);
    let phone = press.diagnostics("R-PHONE").await.remove(0);
    assert_eq!((&phone["level"], &phone["blocks_publication"]), (&json!("error"), &json!(true)));
    let remark = |act: &str, reason: &str| json!({"print": phone["print"], "act": act, "reason": reason});
    let path = press.path("/remarks");
    let say = |who: &Client, body: Value| {
        let (who, path) = (who.clone(), path.clone());
        async move { who.post(&path, &body).await.status }
    };
    press.look(&press.second.clone()).await;
    let blocked = press.publication["gaps"].to_string();
    assert!(blocked.contains("核稿问题"), "{blocked}");
    assert_eq!(say(&press.second, remark("ignored", "")).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say(&press.office.owner, remark("ignored", "甲")).await, StatusCode::FORBIDDEN);
    assert_eq!(say(&press.second, remark("ignored", "公开的监督电话")).await, StatusCode::OK);
    press.look(&press.second.clone()).await;
    assert!(press.publication["gaps"].to_string().contains("核稿问题"), "ignoring alone does not open the gate");
    assert_eq!(say(&press.office.liaison, remark("overruled", "甲")).await, StatusCode::FORBIDDEN, "the maker");
    assert_eq!(say(&press.second, remark("overruled", "甲")).await, StatusCode::FORBIDDEN, "who ignored it");
    assert_eq!(say(&press.office.owner, remark("overruled", "甲")).await, StatusCode::FORBIDDEN, "the role");
    assert_eq!(say(&press.office.leader, remark("overruled", "属公开的监督电话")).await, StatusCode::OK);
    press.overrule_everything_else().await;
    press.look(&press.second.clone()).await;
    assert_eq!(press.publication["gaps"], json!([]));
    let log = press.office.app.database.search_all_text("属公开的监督电话").await.unwrap();
    assert_eq!(log, 2, "the remark and the log say the reason");
    let id = press.diagnostics("R-PHONE").await[0]["remarks"][1]["id"].as_str().unwrap().to_owned();
    let back = press.office.leader.post(&press.path(&format!("/remarks/{id}/withdrawal")), &json!({})).await;
    assert_eq!(back.status, StatusCode::OK, "{back:?}");
    press.look(&press.second.clone()).await;
    assert!(press.publication["gaps"].to_string().contains("核稿问题"));
}

impl Press {
    async fn overrule_everything_else(&self) {
        let found = self.office.leader.get(&self.path("/checks")).await.json();
        for one in found["items"].as_array().unwrap() {
            let done = one["remarks"].as_array().unwrap().iter().any(|remark| remark["act"] == "overruled");
            if one["blocks_publication"] == true && !done {
                let body = json!({"print": one["print"], "act": "overruled", "reason": "经核对"});
                assert_eq!(self.office.leader.post(&self.path("/remarks"), &body).await.status, StatusCode::OK);
            }
        }
    }
}

#[tokio::test]
async fn a_diagnostic_stays_ignored_until_its_words_change_and_can_be_taken_back() {
    let office = Office::new().await;
    let inspection = office.key.rsplit_once('-').unwrap().0;
    let report = office.liaison.post(&format!("/inspections/{inspection}/reports"), &json!({"kind": "progress"})).await;
    let report = report.json();
    let key = report["key"].as_str().unwrap();
    let last = report["blocks"].as_array().unwrap().len() - 3;
    let edit = |version: i64, edit: Value| {
        let liaison = office.liaison.clone();
        let path = format!("/reports/{key}");
        async move { liaison.patch(&path, &json!({"version": version, "edit": edit})).await.json() }
    };
    let wrong = "特此报告，反馈问题共9个，已完成整改3个，正在整改2个。";
    edit(1, json!({"op": "insert", "after": last, "text": wrong})).await;
    let sum = || {
        let (liaison, path) = (office.liaison.clone(), format!("/reports/{key}/checks"));
        async move {
            let found = liaison.get(&path).await.json();
            found["items"].as_array().unwrap().iter().find(|one| one["rule"] == "N-SUM").cloned().unwrap()
        }
    };
    let first = sum().await;
    let body = json!({"print": first["print"], "act": "ignored", "reason": "分项只列主要部分"});
    let remarks = format!("/reports/{key}/remarks");
    assert_eq!(office.liaison.post(&remarks, &body).await.status, StatusCode::OK);
    assert_eq!(office.liaison.post(&remarks, &body).await.status, StatusCode::CONFLICT, "once is enough");
    let overrule = json!({"print": first["print"], "act": "overruled", "reason": "甲"});
    assert_eq!(office.leader.post(&remarks, &overrule).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = json!({"print": "0000", "act": "ignored", "reason": "甲"});
    assert_eq!(office.liaison.post(&remarks, &unknown).await.status, StatusCode::NOT_FOUND);

    edit(2, json!({"op": "insert", "after": 0, "text": "前面加一段。"})).await;
    let moved = sum().await;
    assert_eq!(moved["remarks"][0]["reason"], "分项只列主要部分", "{moved}");
    assert_eq!((&moved["remarks"][0]["act"], moved["block"].as_u64()), (&json!("ignored"), Some(last as u64 + 2)));
    let changed = wrong.replace("特此报告", "现报告如下");
    edit(3, json!({"op": "text", "block": last + 2, "text": changed})).await;
    assert_eq!(sum().await["remarks"], json!([]), "other words, another diagnostic");
    edit(4, json!({"op": "text", "block": last + 2, "text": wrong})).await;
    let id = sum().await["remarks"][0]["id"].as_str().unwrap().to_owned();
    let back = format!("{remarks}/{id}/withdrawal");
    assert_eq!(office.owner.post(&back, &json!({})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.liaison.post(&back, &json!({})).await.status, StatusCode::OK);
    assert_eq!(office.liaison.post(&back, &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sum().await["remarks"], json!([]));
    let log = office.app.database.search_all_text("分项只列主要部分").await.unwrap();
    assert_eq!(log, 2, "the remark and the log");
}
