//! Warnings of paper rectification on a finding.

use crate::evidence::{add, ledger};
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const PASTED: &str = "召开班子会议专题研究，逐项明确责任人和完成时限，由办公室跟踪督办，已于11月20日整改到位";

async fn measure(client: &Client, finding: &str, text: &str) {
    let answer = client.post(&format!("/findings/{finding}/measures"), &json!({"text": text})).await;
    assert!(answer.status.is_success(), "{answer:?}");
}

async fn warnings(client: &Client, finding: &str) -> Vec<(String, String, Value)> {
    let detail = client.get(&format!("/findings/{finding}")).await.json();
    let text = |w: &Value, name: &str| w[name].as_str().unwrap().to_owned();
    let all = detail["warnings"].as_array().unwrap();
    assert!(all.iter().all(|w| !text(w, "message").is_empty() && !text(w, "basis").is_empty()), "{all:?}");
    all.iter().map(|w| (text(w, "code"), text(w, "subject"), w["others"].clone())).collect()
}

#[tokio::test]
async fn a_finding_shows_what_is_only_paper() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    assert_eq!(warnings(&client, &one).await, []);
    measure(&client, &one, "进一步提高认识，加强管理。").await;
    add(&client, &one, "差旅费管理办法.txt", b"same", &[]).await;
    add(&client, &two, "b.txt", b"same", &[]).await;
    let expected = [
        ("hollow_measure".to_owned(), format!("{one}-01"), json!([])),
        ("evidence_reused".to_owned(), format!("{one}-E01"), json!([two])),
        ("rule_without_number".to_owned(), format!("{one}-E01"), json!([])),
    ];
    assert_eq!(warnings(&client, &one).await, expected);
}

#[tokio::test]
async fn pasted_text_is_found_whether_it_is_a_measure_or_its_progress_and_until_it_is_rewritten() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    measure(&client, &one, PASTED).await;
    measure(&client, &two, "退还多收水费12笔").await;
    assert_eq!(warnings(&client, &two).await, []);
    let path = format!("/measures/{two}-01");
    let copied = PASTED.replace("20日", "21日");
    let answer = client.patch(&path, &json!({"version": 1, "progress_note": copied})).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let pasted = |subject: &str, other: &str| vec![("pasted_text".to_owned(), format!("{subject}-01"), json!([other]))];
    assert_eq!(warnings(&client, &two).await, pasted(&two, &one));
    assert_eq!(warnings(&client, &one).await, pasted(&one, &two));
    let own = "已向12户退还水费，退款凭证由财务科归档，未联系上的用户在公示栏公告";
    client.patch(&path, &json!({"version": 2, "progress_note": own})).await;
    assert_eq!(warnings(&client, &one).await, []);
}

/// The ledger narrowed to a warning shows just the findings that have it, with exact counts and few statements.
#[tokio::test]
async fn the_ledger_is_narrowed_by_what_is_only_paper() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let of = |n: u32| format!("{key}-{n:03}");
    client.patch(&format!("/inspections/{key}"), &json!({"version": 1, "feedback_date": "2026-10-15"})).await;
    measure(&client, &of(1), "进一步提高认识，加强管理。").await;
    measure(&client, &of(2), PASTED).await;
    measure(&client, &of(3), &PASTED.replace("20日", "9日")).await;
    add(&client, &of(1), "差旅费管理办法.txt", b"same", &[]).await;
    add(&client, &of(3), "b.txt", b"same", &[("fact_date", "2026-09-01")]).await;
    // A rule without a number by a measure that is done, until one of its files has the number.
    measure(&client, &of(4), "修订《值班管理制度》").await;
    client.patch(&format!("/measures/{}-01", of(4)), &json!({"version": 1, "completion": "done"})).await;
    let total = client.get(&format!("/inspections/{key}/findings")).await.json()["total"].as_i64().unwrap();
    for round in 0..2 {
        let mut listed = 0;
        for code in domain::paper::PaperCode::ALL {
            let before = app.database.statements();
            let page = client.get(&format!("/inspections/{key}/findings?paper={}", code.name())).await.json();
            let statements = app.database.statements() - before;
            assert!(statements <= 6, "{}: {statements}", code.name());
            let found: Vec<&str> =
                page["items"].as_array().unwrap().iter().map(|f| f["key"].as_str().unwrap()).collect();
            let mut expected = Vec::new();
            for n in 1..=u32::try_from(total).unwrap() {
                if warnings(&client, &of(n)).await.iter().any(|(found, ..)| found == code.name()) {
                    expected.push(of(n));
                }
            }
            assert_eq!(found, expected, "{} in round {round}", code.name());
            assert_eq!(page["total"], expected.len());
            listed += expected.len();
        }
        assert_eq!(listed, if round == 0 { 8 } else { 4 });
        if round == 0 {
            let measure = format!("{}-01", of(4));
            add(&client, &of(4), "云水发〔2026〕15号.txt", b"rule", &[("measure", measure.as_str())]).await;
            client.send("DELETE", &format!("/evidence/{}-E01?reason=wrong", of(3)), "application/json", vec![]).await;
        }
    }
    let any = client.get(&format!("/inspections/{key}/findings?paper=any&lamp=none")).await.json();
    assert_eq!(any["items"].as_array().unwrap().len() as i64, any["counts"]["by_lamp"]["none"].as_i64().unwrap());
    let none = client.get(&format!("/inspections/{key}/findings?paper=nonsense")).await;
    assert_eq!(none.code(), "bad_query");
}

/// Warnings rest on what the person reaches, in the list as on the finding.
#[tokio::test]
async fn the_ledger_is_narrowed_within_reach() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let root = client.get("/units").await.json()["items"][0]["id"].clone();
    let unit = json!({"name": "财务科", "kind": "department", "parent_id": root});
    let unit = client.post("/units", &unit).await.json()["id"].clone();
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    client.patch(&format!("/findings/{one}"), &json!({"version": 1, "unit_id": unit})).await;
    for finding in [&one, &two] {
        add(&client, finding, "a.txt", b"same", &[]).await;
        measure(&client, finding, PASTED).await;
    }
    let clerk = app.person_of(&client, "科员", &["owner"], &unit).await;
    for code in ["evidence_reused", "pasted_text", "any"] {
        let path = format!("/inspections/{key}/findings?paper={code}");
        assert_eq!(client.get(&path).await.json()["total"], 2, "{code}");
        assert_eq!(clerk.get(&path).await.json()["total"], 0, "{code}");
    }
    client
        .patch(
            &format!("/findings/{two}"),
            &json!({"version": client.get(&format!("/findings/{two}")).await.json()["version"], "unit_id": unit}),
        )
        .await;
    let path = format!("/inspections/{key}/findings?paper=evidence_reused,pasted_text");
    assert_eq!(clerk.get(&path).await.json()["total"], 2);
}
