//! How reports are issued: the form is chosen, kept, changed, printed and locked with the words.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use document::read;
use report::verify_file;
use serde_json::{Value, json};

fn paths(office: &Office) -> String {
    format!("/inspections/{}/reports", office.key.rsplit_once('-').unwrap().0)
}

fn red() -> Value {
    json!({"form": "red_head", "layout": "b", "seal": "room", "number": "云水发[2026]5号", "signers": ["张某"],
        "copies": "县纪委监委", "urgency": "extra"})
}

async fn made(office: &Office) -> Value {
    let answer = office.liaison.post(&paths(office), &json!({"kind": "progress", "issue": red()})).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()
}

fn texts(bytes: &[u8]) -> Vec<String> {
    read(bytes, "报告.docx").unwrap().paragraphs.into_iter().map(|paragraph| paragraph.text).collect()
}

async fn file(office: &Office, key: &Value) -> Vec<u8> {
    office.liaison.get(&format!("/reports/{}/file", key.as_str().unwrap())).await.bytes
}

#[tokio::test]
async fn a_form_is_kept_with_the_report_changed_and_taken_back() {
    let office = Office::new().await;
    let report = made(&office).await;
    assert_eq!(report["issue"]["form"], "red_head");
    assert_eq!(report["issue"]["number"], "云水发〔2026〕5号");
    assert_eq!((&report["issue"]["layout"], &report["issue"]["urgency"]), (&json!("b"), &json!("extra")));
    let head = report["issue"]["head"].as_array().unwrap();
    assert!(head[0] == "特急" && head[1].as_str().unwrap().ends_with("文件"), "{head:?}");
    let found = texts(&file(&office, &report["key"]).await);
    assert!(found.contains(&"抄送：县纪委监委。".to_owned()), "{found:?}");

    let path = format!("/reports/{}", report["key"].as_str().unwrap());
    let edit = |version: i64, issue: Value| json!({"version": version, "edit": {"op": "issue", "issue": issue}});
    let now = office.liaison.patch(&path, &edit(1, json!({"number": "云水发〔2026〕6号"}))).await.json();
    assert_eq!((&now["issue"]["number"], &now["issue"]["copies"]), (&json!("云水发〔2026〕6号"), &json!("县纪委监委")));
    assert_eq!(now["blocks"], report["blocks"], "the words stay");
    let log = office.app.database.search_all_text("红头 云水发〔2026〕6号").await.unwrap();
    assert_eq!(log, 1, "the log says the number before and after");
    let wrong = office.liaison.patch(&path, &edit(2, json!({"number": "第6号"}))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let plain = office.liaison.patch(&path, &edit(2, json!({"form": "plain"}))).await.json();
    assert_eq!((&plain["issue"]["form"], plain["issue"]["head"].as_array().unwrap().len()), (&json!("plain"), 0));
    assert_eq!(office.owner.patch(&path, &edit(3, red())).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_locked_report_is_locked_with_its_head_and_checked_as_it_is_written() {
    let office = Office::new().await;
    let report = made(&office).await;
    let key = report["key"].as_str().unwrap();
    let checks = office.liaison.get(&format!("/reports/{key}/checks")).await.json();
    let layout =
        checks["items"].as_array().unwrap().iter().filter(|one| one["rule"].as_str().unwrap().starts_with("L-"));
    assert_eq!(layout.count(), 0, "{checks}");
    let locked = office.liaison.post(&format!("/reports/{key}/locking"), &json!({"version": 1})).await;
    assert_eq!(locked.status, StatusCode::OK, "{locked:?}");
    let bytes = file(&office, &report["key"]).await;
    assert_eq!(json!(verify_file(&bytes).unwrap().code), locked.json()["code"]);
    let pdf = office.liaison.get(&format!("/reports/{key}/file?format=pdf")).await.bytes;
    let printed = read(&pdf, "报告.pdf").unwrap();
    assert!(printed.paragraphs.iter().any(|p| p.text.replace(' ', "").contains("云水发〔2026〕5号")));
}

#[tokio::test]
async fn letters_are_letters_and_tables_have_no_head() {
    let office = Office::new().await;
    let path = paths(&office);
    let number = "number=%E4%BA%91%E6%B0%B4%E5%87%BD%5B2026%5D5%E5%8F%B7";
    let letter = office.liaison.get(&format!("{path}/assignment?{number}&copies=X")).await;
    assert_eq!(letter.status, StatusCode::OK, "{letter:?}");
    let found = texts(&letter.bytes);
    assert!(found.iter().any(|text| text.contains("云水函〔2026〕5号")), "{found:?}");
    assert!(found.contains(&"抄送：X。".to_owned()), "{found:?}");
    let again = office.liaison.get(&format!("{path}/assignment?{number}&copies=X")).await;
    assert_eq!(again.bytes, letter.bytes, "the same record gives the same bytes");
    let plain = office.liaison.get(&format!("{path}/assignment?form=plain")).await;
    assert!(!texts(&plain.bytes)[0].contains('号'));
    for kind in ["ledger", "problem-list"] {
        let refused = office.liaison.get(&format!("{path}/{kind}?form=red_head")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert_eq!(office.liaison.get(&format!("{path}/{kind}?layout=b")).await.status, StatusCode::OK);
    }
}
