//! Templates: tried, kept, replaced, withdrawn, filled in; who may.

use super::evidence::ledger;
use axum::http::StatusCode;
use document::official::{Block, BlockKind, Official, Run, Table};
use document::write_docx;
use serde_json::{Value, json};
use test_support::{Answer, Client, TestApp};

pub(crate) async fn send(client: &Client, path: &str, file: Option<(&str, &[u8])>, fields: &[(&str, &str)]) -> Answer {
    let mut body = Vec::new();
    for (field, value) in fields {
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    if let Some((name, bytes)) = file {
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    client.send("POST", path, "multipart/form-data; boundary=x", body).await
}

fn docx(text: &str) -> Vec<u8> {
    write_docx(&Official::unbound("月报", [(BlockKind::Body, text)])).unwrap()
}

/// A title, a header and an empty row.
fn form(headers: &[&str]) -> Vec<u8> {
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let header = headers.iter().map(|text| cell(text)).collect();
    let empty = headers.iter().map(|_| cell("")).collect();
    let table = Table { widths: vec![1; headers.len()], rows: vec![header, empty], landscape: false };
    let blocks = vec![Block::unbound(BlockKind::Title, "上报表"), Block::Table(table)];
    report::list_workbook(&Official { blocks, ..Official::default() }).unwrap()
}

fn texts(bytes: &[u8], name: &str) -> Vec<String> {
    document::read(bytes, name).unwrap().paragraphs.into_iter().map(|p| p.text).collect()
}

#[tokio::test]
async fn a_wrong_placeholder_is_named_and_a_corrected_template_is_kept_and_filled_in() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let on = [("inspection", key.as_str())];
    let wrong = docx("共{{ 统计.问题总数 }}个问题。");
    let trial = send(&client, "/template-trials", Some(("月报.docx", &wrong)), &on).await.json();
    let place = &trial["places"][0];
    assert_eq!((&trial["good"], &place["source"]), (&json!(false), &json!("{{ 统计.问题总数 }}")), "{trial}");
    assert!(place["fault"].as_str().unwrap().contains("统计.问题数") && place["place"] == "第2段", "{place}");
    let fields = [("inspection", key.as_str()), ("name", "月报")];
    let refused = send(&client, "/templates", Some(("月报.docx", &wrong)), &fields).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    let message = refused.json()["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("第2段") && message.contains("统计.问题数"), "{message}");
    assert_eq!(client.get("/templates").await.json()["total"], 0);

    let right = docx("共{{ 统计.问题数 }}个问题。{% for 问题 in 问题 %}{{ 问题.名称 }}；{% endfor %}");
    let trial = send(&client, "/template-trials", Some(("月报.docx", &right)), &on).await.json();
    let total = client.get(&format!("/inspections/{key}/statistics")).await.json();
    assert_eq!(trial["good"], true, "{trial}");
    let count = trial["places"][0]["value"].as_str().unwrap().to_owned();
    assert!(total.to_string().contains(&count), "{total}");
    let file = send(&client, "/template-trials/file", Some(("月报.docx", &right)), &on).await;
    assert!(texts(&file.bytes, "a.docx")[1].starts_with(&format!("共{count}个问题。")));
    let kept = send(&client, "/templates", Some(("月报.docx", &right)), &fields).await;
    assert_eq!(kept.status, StatusCode::CREATED, "{kept:?}");
    assert_eq!((&kept.json()["key"], &kept.json()["kind"]), (&json!("MB-001"), &json!("docx")));
    let filled = client.get(&format!("/inspections/{key}/templates/MB-001")).await;
    assert_eq!(texts(&filled.bytes, "a.docx"), texts(&file.bytes, "a.docx"));
    let twin = send(&client, "/templates", Some(("月报.docx", &right)), &fields).await;
    assert!(twin.json().to_string().contains("已有名为"), "{twin:?}");
    let log = client.get("/audit-log?subject=MB-001").await.json();
    assert!(log.to_string().contains("上传模板“月报”第1版"), "{log}");
}

#[tokio::test]
async fn a_newer_version_takes_over_with_a_reason_and_a_withdrawn_template_is_not_filled_in() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let fields = [("inspection", key.as_str()), ("name", "月报")];
    let first = docx("一{{ 统计.问题数 }}");
    send(&client, "/templates", Some(("一.docx", &first)), &fields).await;
    let newer = async |version: &str, reason: &str| {
        let fields = [("inspection", key.as_str()), ("version", version), ("reason", reason)];
        send(&client, "/templates/MB-001/versions", Some(("二.docx", &docx("二{{ 统计.问题数 }}"))), &fields).await
    };
    assert_eq!(newer("1", " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(newer("7", "改格式").await.status, StatusCode::CONFLICT);
    let after = newer("1", "改格式").await.json();
    assert_eq!((&after["files"][0]["number"], &after["files"][0]["reason"]), (&json!(2), &json!("改格式")), "{after}");
    let filled = client.get(&format!("/inspections/{key}/templates/MB-001")).await.bytes;
    assert!(texts(&filled, "a.docx")[1].starts_with('二'));
    assert_eq!(client.get("/templates/MB-001/versions/1/file").await.bytes, first);
    let withdraw = |version: i64, reason: &str| json!({"version": version, "reason": reason});
    let path = "/templates/MB-001/withdrawal";
    assert_eq!(client.post(path, &withdraw(2, "")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(client.post(path, &withdraw(2, "不再上报")).await.json()["withdrawn"], true);
    assert_eq!(client.post(path, &withdraw(3, "再停")).await.status, StatusCode::CONFLICT);
    assert_eq!(client.get(&format!("/inspections/{key}/templates/MB-001")).await.status, StatusCode::CONFLICT);
    assert_eq!(client.get("/templates/MB-001/versions/1/file").await.bytes, first);
    assert!(app.database.verify(&[]).await.unwrap().is_sound());
}

#[tokio::test]
async fn a_form_is_filled_in_by_its_header_and_a_column_corrected_once_stays_so() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let bytes = form(&["序号", "反馈问题", "整改措施", "经办同志"]);
    let on = [("inspection", key.as_str())];
    let trial = send(&client, "/template-trials", Some(("上报表.xlsx", &bytes)), &on).await.json();
    assert_eq!((&trial["kind"], &trial["good"]), (&json!("form"), &json!(true)), "{trial}");
    let field = |trial: &Value, at: usize| trial["mapping"]["columns"][at]["field"].clone();
    assert_eq!((field(&trial, 1), field(&trial, 3)), (json!("finding"), Value::Null));
    let owner = json!({"rows": "findings", "columns": [{"index": 3, "field": "leader"}]}).to_string();
    let fields = [("inspection", key.as_str()), ("name", "上级表"), ("form", owner.as_str())];
    let kept = send(&client, "/templates", Some(("上报表.xlsx", &bytes)), &fields).await.json();
    assert_eq!(kept["files"][0]["mapping"]["columns"][3]["field"], "leader", "{kept}");
    let filled = client.get(&format!("/inspections/{key}/templates/MB-001")).await.bytes;
    let findings = client.get(&format!("/inspections/{key}/findings")).await.json();
    let read = texts(&filled, "a.xlsx");
    for finding in findings["items"].as_array().unwrap() {
        let text = client.get(&format!("/findings/{}", finding["key"].as_str().unwrap())).await.json();
        assert!(read.contains(&text["text"].as_str().unwrap().to_owned()), "{read:?}");
    }
    let again = send(&client, "/template-trials", Some(("上报表.xlsx", &bytes)), &on).await.json();
    assert_eq!(field(&again, 3), json!("leader"), "what was said of a column holds for the next form");
    let owner = json!({"rows": "measures", "columns": [{"index": 3, "field": "owner"}]}).to_string();
    let fields = [("inspection", key.as_str()), ("version", "1"), ("reason", "列认错了"), ("form", owner.as_str())];
    let after = send(&client, "/templates/MB-001/versions", None, &fields).await.json();
    assert_eq!(after["files"][0]["mapping"]["columns"][3]["field"], "owner", "{after}");
    assert_eq!((&after["files"][0]["rows"], &after["files"][1]["rows"]), (&json!("measures"), &json!("findings")));
}

#[tokio::test]
async fn a_template_is_used_by_its_unit_and_those_below_and_changed_in_its_unit_only() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let root = client.get("/units").await.json()["items"][0]["id"].clone();
    let unit = json!({"name": "办公室", "kind": "department", "parent_id": root});
    let department = client.post("/units", &unit).await.json()["id"].clone();
    let below = app.person_of(&client, "below", &["liaison"], &department).await;
    let stranger = client.post("/units", &json!({"name": "县林业局", "kind": "party_body"})).await.json()["id"].clone();
    let stranger = app.person_of(&client, "stranger", &["liaison"], &stranger).await;
    let bytes = docx("{{ 统计.问题数 }}");
    send(&client, "/templates", Some(("甲.docx", &bytes)), &[("inspection", key.as_str()), ("name", "月报")]).await;
    let own = department.as_str().unwrap();
    let fields = [("inspection", key.as_str()), ("name", "科室表"), ("unit_id", own)];
    assert_eq!(send(&client, "/templates", Some(("乙.docx", &bytes)), &fields).await.status, StatusCode::CREATED);
    let keys = async |client: &Client| {
        let all = client.get("/templates").await.json();
        let items = all["items"].as_array().unwrap().iter();
        items.map(|t| (t["key"].as_str().unwrap().to_owned(), t["may_change"] == true)).collect::<Vec<_>>()
    };
    let pair = |key: &str, may: bool| (key.to_owned(), may);
    assert_eq!(keys(&below).await, [pair("MB-002", true), pair("MB-001", false)]);
    assert_eq!(keys(&stranger).await, []);
    assert_eq!(stranger.get("/templates/MB-001").await.status, StatusCode::NOT_FOUND);
    let withdrawal = json!({"version": 1, "reason": "不用了"});
    assert_eq!(below.post("/templates/MB-001/withdrawal", &withdrawal).await.status, StatusCode::CONFLICT);
    assert_eq!(below.post("/templates/MB-002/withdrawal", &withdrawal).await.status, StatusCode::OK);
    let owner = app.person(&client, "owner", &["owner"]).await;
    assert_eq!(owner.post("/templates/MB-001/withdrawal", &withdrawal).await.status, StatusCode::FORBIDDEN);
    let removed = client.send("DELETE", &format!("/units/{own}"), "application/json", vec![]).await;
    assert!(removed.json().to_string().contains("模板 1"), "{removed:?}");
}

#[tokio::test]
async fn a_built_in_document_is_a_template_to_begin_from() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let starter = client.get("/report-kinds/ledger/template").await;
    let trial =
        send(&client, "/template-trials", Some(("台账.docx", &starter.bytes)), &[("inspection", key.as_str())]).await;
    assert_eq!(trial.json()["good"], true, "{trial:?}");
    assert_eq!(client.get("/report-kinds/nothing/template").await.status, StatusCode::NOT_FOUND);
    let text =
        send(&client, "/template-trials", Some(("a.txt", "甲".as_bytes())), &[("inspection", key.as_str())]).await;
    assert!(text.json().to_string().contains("docx 或 xlsx"), "{text:?}");
    let plain =
        send(&client, "/template-trials", Some(("a.docx", &docx("没有"))), &[("inspection", key.as_str())]).await;
    assert!(plain.json().to_string().contains("没有占位符"), "{plain:?}");
}
