//! Who may do what: every endpoint against every kind of caller, as a text snapshot.

use serde_json::json;
use std::fmt::Write;
use test_support::TestApp;

/// Endpoints for those who are not signed in, or that end the session of the caller.
const PUBLIC: [(&str, &str); 4] = [("GET", "/setup"), ("POST", "/setup"), ("POST", "/session"), ("DELETE", "/session")];

/// Every endpoint of the API's description: none is without a line in the matrix.
fn endpoints() -> Vec<(String, String)> {
    let description: serde_json::Value = serde_json::from_str(&server::openapi_json().unwrap()).unwrap();
    let mut all = Vec::new();
    for (path, operations) in description["paths"].as_object().unwrap() {
        let parts: Vec<&str> =
            path.trim_start_matches("/api/v1").split('/').map(|p| if p.starts_with('{') { "x" } else { p }).collect();
        for method in operations.as_object().unwrap().keys().map(|m| m.to_uppercase()) {
            all.push((method, parts.join("/")));
        }
    }
    all.retain(|(method, path)| !PUBLIC.contains(&(method.as_str(), path.as_str())));
    all.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    all
}

#[tokio::test]
async fn endpoints_by_role() {
    let app = TestApp::empty().await;
    let administrator = app.administrator().await;
    let callers = [
        ("anonymous", app.anonymous()),
        ("liaison", app.person(&administrator, "liaison", &["liaison"]).await),
        ("owner", app.person(&administrator, "owner", &["owner"]).await),
        ("leader", app.person(&administrator, "leader", &["leader"]).await),
        ("overseer", app.person(&administrator, "overseer", &["overseer"]).await),
        ("sysadmin", app.person(&administrator, "sysadmin", &["administrator"]).await),
    ];
    let body = json!({"version": 1, "name": "", "kind": "branch", "source": "patrol", "title": "", "issuing_body": "", "unit_id": "", "text": "", "rows": [], "old": "a", "new": "b", "roles": [], "action": "assign"});
    let mut matrix = String::new();
    for (method, path) in endpoints() {
        write!(matrix, "{method:6} {path:38}").unwrap();
        for (name, client) in &callers {
            let answer = client.send(&method, &path, "application/json", body.to_string().into_bytes()).await;
            write!(matrix, " {name}={}", answer.status.as_u16()).unwrap();
        }
        matrix.push('\n');
    }
    insta::assert_snapshot!(matrix);
}
