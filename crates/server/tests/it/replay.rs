//! Replay (design §5): a year's facts are entered as records; the report written from them says every figure,
//! bound, and reads back as the same ledger.

use axum::http::StatusCode;
use checker::{Level, Profile, Selection};
use document::{Carried, carried};
use serde_json::{Value, json};
use test_support::{Client, TestApp};

const FEEDBACK: &str = include_str!("../../../../fixtures/replay/feedback.txt");
const YEAR: &str = include_str!("../../../../fixtures/replay/year.json");

async fn round(client: &Client) -> String {
    let unit = client.get("/units").await.json()["items"][0]["id"].clone();
    let body = json!({"source": "patrol", "title": "第二轮巡察", "issuing_body": "委第一巡察组", "unit_id": unit, "feedback_date": "2023-03-10"});
    client.post("/inspections", &body).await.json()["key"].as_str().unwrap().to_owned()
}

async fn import(client: &Client, key: &str, name: &str, bytes: &[u8]) -> Value {
    let draft = client.upload(&format!("/inspections/{key}/drafts"), name, bytes).await;
    assert_eq!(draft.status, StatusCode::CREATED, "{draft:?}");
    let draft = draft.json();
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    let done = client.post(&path, &json!({"version": draft["version"], "skip_open": true})).await;
    assert_eq!(done.status, StatusCode::OK, "{done:?}");
    draft
}

/// Enters the year through the API.
async fn enter(client: &Client, key: &str, year: &Value) {
    import(client, key, "反馈.txt", FEEDBACK.as_bytes()).await;
    for (at, finding) in year["findings"].as_array().unwrap().iter().enumerate() {
        let path = format!("/findings/{key}-{:03}", at + 1);
        assert_eq!(client.get(&path).await.json()["title"], finding["title"]);
        for measure in finding["measures"].as_array().unwrap() {
            let added = client.post(&format!("{path}/measures"), measure).await;
            assert_eq!(added.status, StatusCode::CREATED, "{added:?}");
            let newest = client.get(&path).await.json()["measures"].as_array().unwrap().last().unwrap().clone();
            let body = json!({"version": newest["version"], "completion": measure["completion"], "progress_note": measure["progress_note"]});
            let path = format!("/measures/{}", newest["key"].as_str().unwrap());
            assert_eq!(client.patch(&path, &body).await.status, StatusCode::OK);
        }
    }
    for entry in year["chronicle"].as_array().unwrap() {
        let added = client.post(&format!("/inspections/{key}/chronicle"), entry).await;
        assert_eq!(added.status, StatusCode::CREATED, "{added:?}");
    }
}

/// Titles, measures and standing of all findings.
async fn ledger(client: &Client, key: &str) -> Vec<(Value, Value, Vec<(String, Value)>)> {
    let list = client.get(&format!("/inspections/{key}/findings?per_page=100")).await.json();
    let mut out = Vec::new();
    for row in list["items"].as_array().unwrap() {
        let finding = client.get(&format!("/findings/{}", row["key"].as_str().unwrap())).await.json();
        let measures = finding["measures"].as_array().unwrap().iter();
        let measures = measures
            .map(|m| (m["text"].as_str().unwrap().trim_end_matches('。').to_owned(), m["completion"].clone()))
            .collect();
        // Recommendations stand under another heading in a report than in the feedback.
        let area = if finding["kind"] == "problem" { finding["area"].clone() } else { Value::Null };
        out.push((finding["title"].clone(), json!([finding["kind"], area, finding["completion"]]), measures));
    }
    out
}

fn says(carried: &Carried, binding: Option<&str>, figure: &str) -> bool {
    carried.places.iter().any(|place| {
        binding.is_none_or(|binding| place.binding == binding)
            && place.text.as_deref().is_some_and(|text| text.contains(figure))
    })
}

#[tokio::test]
async fn the_report_of_a_year_says_every_figure_and_reads_back_as_its_ledger() {
    let year: Value = serde_json::from_str(YEAR).unwrap();
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = round(&client).await;
    enter(&client, &key, &year).await;
    let report = client.get(&format!("/inspections/{key}/reports/progress")).await;
    assert_eq!(report.status, StatusCode::OK, "{report:?}");

    let carried = carried(&report.bytes).unwrap().unwrap();
    for (binding, value) in year["totals"].as_object().unwrap() {
        assert!(says(&carried, Some(binding), value.as_str().unwrap()), "{binding}");
    }
    for figure in year["figures"].as_array().unwrap() {
        assert!(says(&carried, None, figure.as_str().unwrap()), "{figure}");
    }

    let document = document::read(&report.bytes, "报告.docx").unwrap();
    let selection = Selection { profile: Profile::Report, ..Selection::default() };
    let wrong: Vec<String> = checker::check(&document, None, &selection)
        .into_iter()
        .filter(|d| checker::by_code(d.rule).unwrap().level != Level::Advice)
        .map(|d| format!("{} {}", d.rule, d.message))
        .collect();
    assert_eq!(wrong, [""; 0]);

    let empty = TestApp::empty().await;
    let elsewhere = empty.administrator().await;
    let copy = round(&elsewhere).await;
    let draft = import(&elsewhere, &copy, "报告.docx", &report.bytes).await;
    assert_eq!(ledger(&elsewhere, &copy).await, ledger(&client, &key).await);
    let totals: Vec<String> =
        draft["totals"].as_array().unwrap().iter().map(|t| format!("{}{}", t["total"], t["consistent"])).collect();
    assert!(totals.contains(&"21true".to_owned()), "{totals:?}");
    let mut sums = Vec::new();
    for (client, key) in [(&elsewhere, &copy), (&client, &key)] {
        let mut found = client.get(&format!("/inspections/{key}/statistics")).await.json();
        found["by_area"] = Value::Null;
        sums.push(found);
    }
    assert_eq!(sums[0], sums[1]);
}

#[tokio::test]
async fn the_chronicle_is_written_by_the_liaison_and_nothing_of_it_is_lost() {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let owner = app.person(&liaison, "owner", &["owner"]).await;
    let key = liaison.inspection().await;
    let path = format!("/inspections/{key}/chronicle");
    let body = json!({"part": "organised", "category": " 会议 研究 ", "date": "2026-11-01", "text": "召开会议3次\n\n研究方案"});
    assert_eq!(owner.post(&path, &body).await.status, StatusCode::FORBIDDEN);
    let added = liaison.post(&path, &body).await.json();
    assert_eq!(
        (&added["key"], &added["category"], &added["text"]),
        (&json!(format!("{key}-J001")), &json!("会议研究"), &json!("召开会议3次\n研究方案"))
    );
    for (field, value) in [
        ("text", json!(" ")),
        ("category", json!("")),
        ("date", json!("2027-01-01")),
        ("text", json!("长".repeat(2001))),
    ] {
        let mut wrong = body.clone();
        wrong[field] = value;
        let refused = liaison.post(&path, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {refused:?}");
        assert!(refused.json()["error"]["fields"].to_string().contains(field), "{field}: {:?}", refused.json());
    }
    let one = format!("/chronicle/{key}-J001");
    let gone = liaison.patch(&one, &json!({"version": 1, "removed": true})).await;
    assert_eq!((gone.status, &gone.json()["removed"]), (StatusCode::OK, &json!(true)));
    assert_eq!(liaison.patch(&one, &json!({"version": 1, "text": "改"})).await.status, StatusCode::CONFLICT);
    assert_eq!(liaison.post(&path, &body).await.json()["key"], format!("{key}-J002"), "a key is never used twice");
    let back = liaison.patch(&one, &json!({"version": 2, "removed": false})).await.json();
    assert_eq!((&back["removed"], &back["text"]), (&json!(false), &added["text"]));
    assert_eq!(liaison.get(&path).await.json()["total"], 2);
    assert_eq!(liaison.patch("/chronicle/XC-1999-01-J001", &json!({"version": 1})).await.status, StatusCode::NOT_FOUND);
}
