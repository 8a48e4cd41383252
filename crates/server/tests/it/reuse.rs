//! Stored material proves something else too.

use crate::evidence::{add, ledger};
use axum::http::StatusCode;
use serde_json::{Value, json};
use test_support::{Answer, Client, TestApp};

async fn reuse(client: &Client, finding: &str, body: Value) -> Answer {
    client.post(&format!("/findings/{finding}/reused-evidence"), &body).await
}

fn keys(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|item| item["key"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn material_is_referred_to_with_a_date_and_a_note_of_its_own() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    add(&client, &one, "党组会议记录.txt", b"minutes", &[("fact_date", "2026-11-01")]).await;
    client.post(&format!("/findings/{two}/measures"), &json!({"text": "制定计划"})).await;
    let source = format!("{one}-E01");
    let body =
        json!({"source": source, "measure": format!("{two}-01"), "fact_date": "2026-11-20", "note": "第二项议题"});
    let answer = reuse(&client, &two, body.clone()).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let now = answer.json();
    let file = &now["evidence_files"][0];
    assert_eq!(
        (&file["name"], &file["fact_date"], &file["note"]),
        (&json!("党组会议记录.txt"), &json!("2026-11-20"), &json!("第二项议题"))
    );
    assert_eq!((&file["reused_in"], &file["measure_key"]), (&json!([one]), &json!(format!("{two}-01"))));
    let codes: Vec<&Value> = now["warnings"].as_array().unwrap().iter().map(|w| &w["code"]).collect();
    assert!(codes.contains(&&json!("evidence_reused")), "{codes:?}");
    let told = now["timeline"][0].to_string();
    assert!(told.contains(&format!("引用 {source} 的材料作为佐证 {two}-E01")), "{told}");
    assert_eq!(client.get(&format!("/evidence/{two}-E01/file")).await.bytes, b"minutes");
    // Not twice in one place; in another place of the same finding it may be.
    assert_eq!(reuse(&client, &two, body).await.status, StatusCode::CONFLICT);
    assert_eq!(reuse(&client, &two, json!({"source": source})).await.status, StatusCode::CREATED);
    assert_eq!(
        reuse(&client, &two, json!({"source": source, "fact_date": "2027-01-01"})).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    client.send("DELETE", &format!("/evidence/{source}?reason=wrong"), "application/json", vec![]).await;
    assert_eq!(reuse(&client, &format!("{key}-003"), json!({"source": source})).await.status, StatusCode::CONFLICT);
    assert_eq!(reuse(&client, &two, json!({"source": format!("{key}-009-E09")})).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn material_is_found_by_name_item_kind_and_date_within_reach_only() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (one, two) = (format!("{key}-001"), format!("{key}-002"));
    add(&client, &one, "会议记录.txt", b"minutes", &[("fact_date", "2026-10-20"), ("note", "100%出席")]).await;
    add(&client, &one, "凭证.pdf", b"%PDF-1.4", &[("fact_date", "2026-11-02")]).await;
    add(&client, &two, "照片.png", b"\x89PNG", &[]).await;
    let found = async |query: &str| client.get(&format!("/evidence?{query}")).await.json();
    let all = found("").await;
    assert_eq!(keys(&all), [format!("{two}-E01"), format!("{one}-E02"), format!("{one}-E01")]);
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    assert_eq!(keys(&found(&format!("q={}", encoded("会议"))).await), [format!("{one}-E01")]);
    assert_eq!(keys(&found(&format!("q={}", encoded("100%出"))).await), [format!("{one}-E01")]);
    assert_eq!(keys(&found(&format!("q={}", encoded("记录%"))).await), Vec::<&str>::new());
    assert_eq!(keys(&found(&format!("q={two}")).await), [format!("{two}-E01")]);
    assert_eq!(keys(&found("kind=pdf").await), [format!("{one}-E02")]);
    // A file without a date counts by the day it came.
    assert_eq!(keys(&found("from=2026-11-01").await), [format!("{two}-E01"), format!("{one}-E02")]);
    assert_eq!(keys(&found("to=2026-10-31").await), [format!("{one}-E01")]);
    let first = found("limit=2").await;
    let next = first["next"].as_str().unwrap().replace('|', "%7C");
    assert_eq!(
        (keys(&first).len(), keys(&found(&format!("limit=2&after={next}")).await)),
        (2, vec![format!("{one}-E01").as_str()])
    );
    assert_eq!(client.get("/evidence?after=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let other = client.post("/units", &json!({"name": "云溪县林业局", "kind": "party_body"})).await.json();
    let stranger = app.person_of(&client, "zhao", &["liaison"], &other["id"]).await;
    assert_eq!(stranger.get("/evidence").await.json()["items"], json!([]));
    let auditor = app.person(&client, "auditor", &["auditor"]).await;
    assert_eq!(auditor.get("/evidence").await.json()["items"], json!([]));
}
