//! The description of the API is the code's own; the web UI's types are made of its snapshot.

use serde_json::Value;
use std::path::PathBuf;

fn snapshot() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/openapi.json")
}

#[test]
fn the_snapshot_is_up_to_date() {
    let now = format!("{}\n", server::openapi_json().unwrap());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(snapshot(), &now).unwrap();
    }
    let kept = std::fs::read_to_string(snapshot()).unwrap_or_default();
    assert!(kept == now, "web/openapi.json is out of date: run `make update`");
}

#[test]
fn every_operation_has_a_summary_a_success_and_the_failure_envelope() {
    let api: Value = serde_json::from_str(&server::openapi_json().unwrap()).unwrap();
    assert!(api["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut operations = 0;
    let mut ids = std::collections::BTreeSet::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let name = format!("{method} {path}");
            assert!(operation["summary"].is_string(), "{name}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|status| status.starts_with('2')), "{name}");
            let failure = &answers["default"]["content"]["application/json"]["schema"]["$ref"];
            assert_eq!(failure, "#/components/schemas/Failure", "{name}");
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{name}");
            operations += 1;
        }
    }
    assert!(operations >= 30, "{operations}");
    let text = api.to_string();
    for (at, _) in text.match_indices("\"$ref\":\"#/components/schemas/") {
        let name: &str = text[at..].split('/').nth(3).unwrap().split('"').next().unwrap();
        assert!(api["components"]["schemas"][name].is_object(), "{name} is missing");
    }
}

#[tokio::test]
async fn it_is_served() {
    let app = test_support::TestApp::empty().await;
    let answer = app.anonymous().get("/openapi.json").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["info"]["title"], "Rectify 整改 API");
}
