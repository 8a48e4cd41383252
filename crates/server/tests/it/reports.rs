//! Reports over the API: bindings that follow the ledger, edits, locking, versions, and who may.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use document::carried;
use report::{LockFault, verify_file};
use serde_json::{Value, json};
use test_support::Client;

/// A draft of the progress report on an office with one finding.
struct Desk {
    office: Office,
    report: Value,
}

impl Desk {
    async fn new() -> Self {
        let office = Office::new().await;
        let path = format!("/inspections/{}/reports", inspection(&office.key));
        let made = office.liaison.post(&path, &json!({"kind": "progress"})).await;
        assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
        Self { office, report: made.json() }
    }

    fn path(&self, tail: &str) -> String {
        format!("/reports/{}{tail}", self.report["key"].as_str().unwrap())
    }

    async fn look(&mut self) -> &Value {
        self.report = self.office.liaison.get(&self.path("")).await.json();
        &self.report
    }

    /// Sends a change of the version at hand.
    async fn send(&mut self, tail: &str, mut body: Value) -> StatusCode {
        body["version"] = self.report["version"].clone();
        let path = self.path(tail);
        let liaison = &self.office.liaison;
        let answer = if tail.is_empty() { liaison.patch(&path, &body).await } else { liaison.post(&path, &body).await };
        if answer.status == StatusCode::OK {
            self.report = answer.json();
        }
        answer.status
    }

    async fn file(&self) -> Vec<u8> {
        let answer = self.office.liaison.get(&self.path("/file")).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        answer.bytes
    }
}

fn inspection(key: &str) -> &str {
    key.rsplit_once('-').unwrap().0
}

/// Runs with a binding: binding, text, now.
fn bound(report: &Value) -> Vec<(String, String, Value)> {
    let blocks = report["blocks"].as_array().unwrap().iter();
    let runs = blocks.flat_map(|block| block["runs"].as_array().unwrap());
    runs.filter(|run| run["binding"].is_string())
        .map(|run| {
            (run["binding"].as_str().unwrap().to_owned(), run["text"].as_str().unwrap().to_owned(), run["now"].clone())
        })
        .collect()
}

/// Number and words of the block that holds a binding.
fn block_with(report: &Value, binding: &str) -> (usize, String, Value) {
    let blocks = report["blocks"].as_array().unwrap();
    let at = blocks
        .iter()
        .position(|block| block["runs"].as_array().unwrap().iter().any(|run| run["binding"] == binding))
        .unwrap();
    let words = blocks[at]["runs"].as_array().unwrap().iter().map(|run| run["text"].as_str().unwrap()).collect();
    (at, words, blocks[at]["runs"].clone())
}

async fn add_finding(office: &Office) {
    let inspection = inspection(&office.key);
    let table = json!({"table": "编号\t反馈问题\n\t合同管理不严\n"});
    let found = office.liaison.post(&format!("/inspections/{inspection}/ledger-changes"), &table).await.json();
    let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
    let rows = vec![found["rows"][0]["row"].clone()];
    assert_eq!(office.liaison.post(&path, &json!({"rows": rows})).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_report_says_where_the_ledger_moved_and_follows_on_one_click() {
    let mut desk = Desk::new().await;
    assert_eq!(desk.report["stale"], 0);
    assert!(desk.report["bound"].as_u64().unwrap() > 5);
    add_finding(&desk.office).await;
    desk.look().await;
    let moved: Vec<_> = bound(&desk.report).into_iter().filter(|(_, text, now)| now != text).collect();
    let count = moved.iter().find(|(binding, ..)| binding == "统计.问题数").unwrap();
    assert_eq!((count.1.as_str(), &count.2), ("1", &json!("2")));
    assert_eq!(desk.report["stale"], moved.len());

    let (block, ..) = block_with(&desk.report, "统计.问题数");
    let place = desk.report["blocks"][block]["runs"]
        .as_array()
        .unwrap()
        .iter()
        .find(|run| run["binding"] == "统计.问题数")
        .unwrap()["place"]
        .clone();
    assert_eq!(desk.send("/refreshment", json!({"places": [place]})).await, StatusCode::OK);
    assert_eq!(desk.report["stale"], moved.len() - 1);
    assert!(block_with(&desk.report, "统计.问题数").1.contains("反馈问题2个"));
    assert_eq!(desk.send("/refreshment", json!({})).await, StatusCode::OK);
    assert_eq!(desk.report["stale"], 0);
    let lines = desk.office.liaison.get(&desk.path("/comparison")).await.json();
    let added: Vec<&Value> = lines["items"].as_array().unwrap().iter().filter(|l| l["change"] != "same").collect();
    assert!(
        added.iter().any(|line| line["after"].as_str().is_some_and(|text| text.contains("合同管理不严"))),
        "{added:?}"
    );
}

#[tokio::test]
async fn edited_words_keep_their_bindings_and_are_undone() {
    let mut desk = Desk::new().await;
    let (block, words, runs) = block_with(&desk.report, "统计.问题数");
    let edited = words.replace("共反馈问题", "一共指出具体问题");
    assert_ne!(edited, words);
    let edit = json!({"edit": {"op": "text", "block": block, "text": edited}});
    assert_eq!(desk.send("", edit.clone()).await, StatusCode::OK);
    let now = block_with(&desk.report, "统计.问题数");
    assert_eq!((now.0, now.1.as_str()), (block, edited.as_str()));
    let typed = edited.replace("问题1个", "问题7个");
    assert_eq!(desk.send("", json!({"edit": {"op": "text", "block": block, "text": typed}})).await, StatusCode::OK);
    let bindings = bound(&desk.report);
    assert!(!bindings.iter().any(|(binding, ..)| binding == "统计.问题数"), "what was typed over is bound to nothing");
    let undo = json!({"edit": {"op": "runs", "block": block, "runs": runs}});
    assert_eq!(desk.send("", undo).await, StatusCode::OK);
    assert_eq!(block_with(&desk.report, "统计.问题数").2, runs);

    let count = desk.report["blocks"].as_array().unwrap().len();
    assert_eq!(
        desk.send("", json!({"edit": {"op": "insert", "after": block, "text": "补充说明。"}})).await,
        StatusCode::OK
    );
    assert_eq!(desk.report["blocks"][block + 1]["runs"][0]["text"], "补充说明。");
    assert_eq!(desk.send("", json!({"edit": {"op": "remove", "block": block + 1}})).await, StatusCode::OK);
    assert_eq!(desk.report["blocks"].as_array().unwrap().len(), count);
    for wrong in [
        json!({"op": "text", "block": 9999, "text": "甲"}),
        json!({"op": "text", "block": block, "text": " \n "}),
        json!({"op": "text", "block": block, "cell": {"row": 0, "column": 0}, "text": "甲"}),
        json!({"op": "runs", "block": block, "runs": [{"text": "7", "binding": "不是引用"}]}),
        json!({"op": "insert", "after": 9999, "text": "甲"}),
        json!({"op": "remove", "block": 9999}),
    ] {
        let status = desk.send("", json!({"edit": wrong})).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let mut stale = edit;
    stale["version"] = json!(1);
    assert_eq!(desk.office.liaison.patch(&desk.path(""), &stale).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_locked_report_proves_itself_and_never_changes() {
    let mut desk = Desk::new().await;
    assert!(matches!(verify_file(&desk.file().await), Err(LockFault::NotLocked)));
    assert_eq!(desk.send("/locking", json!({})).await, StatusCode::OK);
    assert_eq!(desk.report["standing"], "locked");
    let code = desk.report["code"].as_str().unwrap().to_owned();
    let bytes = desk.file().await;
    let locked = verify_file(&bytes).unwrap();
    assert_eq!(locked.code, code);
    assert_eq!(json!(locked.terms.report), desk.report["key"]);
    assert_eq!(locked.bound, carried(&bytes).unwrap().unwrap().places.len());
    let log = desk.office.app.database.search_all_text(&code).await.unwrap();
    assert_eq!(log, 2, "the report's row and the log say the code");
    assert_eq!(desk.file().await, bytes, "the same bytes every time");
    let pdf = desk.office.liaison.get(&desk.path("/file?format=pdf")).await;
    assert!(pdf.status == StatusCode::OK && pdf.bytes.starts_with(b"%PDF"), "{pdf:?}");
    let printed = document::read(&pdf.bytes, "报告.pdf").unwrap();
    assert!(printed.paragraphs.iter().any(|p| p.text.contains(&code)), "the code is printed");

    let edit = json!({"edit": {"op": "insert", "after": 0, "text": "甲"}});
    for (tail, body) in [("", edit), ("/refreshment", json!({})), ("/locking", json!({})), ("/discarding", json!({}))] {
        assert_eq!(desk.send(tail, body).await, StatusCode::CONFLICT, "{tail}");
    }
    add_finding(&desk.office).await;
    assert!(desk.look().await["stale"].as_u64().unwrap() > 0, "it still says that the ledger moved on");
    assert_eq!(desk.file().await, bytes);

    let path = format!("/inspections/{}/reports", inspection(&desk.office.key));
    let second = desk.office.liaison.post(&path, &json!({"kind": "progress"})).await.json();
    let first = desk.report["key"].as_str().unwrap();
    let lines = desk
        .office
        .liaison
        .get(&format!("/reports/{}/comparison?with={first}", second["key"].as_str().unwrap()))
        .await
        .json();
    let changed = lines["items"].as_array().unwrap().iter().filter(|line| line["change"] != "same").count();
    assert!(changed >= 2, "{lines}");
    let discarded = desk
        .office
        .liaison
        .post(&format!("/reports/{}/discarding", second["key"].as_str().unwrap()), &json!({"version": 1}))
        .await;
    assert_eq!(discarded.status, StatusCode::NO_CONTENT);
    let all = desk.office.liaison.get(&path).await.json();
    let standings: Vec<&Value> = all["items"].as_array().unwrap().iter().map(|report| &report["standing"]).collect();
    assert_eq!(standings, ["discarded", "locked"]);
}

#[tokio::test]
async fn the_checker_reads_a_report_beside_the_ledger() {
    let mut desk = Desk::new().await;
    let (block, words, _) = block_with(&desk.report, "统计.问题数");
    let wrong = words.replace("反馈问题1个", "反馈问题9个，已完成整改3个，正在整改2个");
    let edit = json!({"edit": {"op": "text", "block": block, "text": wrong}});
    assert_eq!(desk.send("", edit).await, StatusCode::OK);
    let found = desk.office.liaison.get(&desk.path("/checks")).await.json();
    let sum =
        found["items"].as_array().unwrap().iter().find(|d| d["rule"] == "N-SUM").unwrap_or_else(|| panic!("{found}"));
    assert_eq!((&sum["block"], &sum["level"]), (&json!(block), &json!("error")));
}

#[tokio::test]
async fn reports_are_for_who_sees_the_whole_round() {
    let desk = Desk::new().await;
    let office = &desk.office;
    let path = format!("/inspections/{}/reports", inspection(&office.key));
    let stranger = office.app.anonymous();
    let outside = office.liaison.post("/units", &json!({"name": "县档案馆", "kind": "department"})).await.json();
    let other = office.app.person_of(&office.liaison, "other", &["liaison"], &outside["id"]).await;
    let refused = |who: Client, status: StatusCode| {
        let (one, path) = (desk.path(""), path.clone());
        async move {
            assert_eq!(who.get(&one).await.status, status);
            assert_eq!(who.post(&path, &json!({"kind": "progress"})).await.status, status);
            for tail in ["/file", "/checks", "/comparison"] {
                assert_eq!(who.get(&format!("{one}{tail}")).await.status, status, "{tail}");
            }
        }
    };
    refused(stranger, StatusCode::UNAUTHORIZED).await;
    refused(other, StatusCode::NOT_FOUND).await;
    assert_eq!(office.owner.get(&desk.path("")).await.status, StatusCode::OK);
    assert_eq!(office.owner.post(&path, &json!({"kind": "progress"})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.owner.post(&desk.path("/locking"), &json!({"version": 1})).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.liaison.get("/reports/XC-2026-01-R999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.liaison.post(&path, &json!({"kind": "poem"})).await.status, StatusCode::NOT_FOUND);
    let chosen = json!({"kind": "letter", "findings": ["XC-1999-01-001"]});
    assert_eq!(office.liaison.post(&path, &chosen).await.status, StatusCode::NOT_FOUND);
}
