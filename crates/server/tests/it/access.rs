//! Who may do what: every endpoint against every kind of caller, as a text snapshot.

use serde_json::json;
use std::fmt::Write;
use test_support::TestApp;

const ENDPOINTS: [(&str, &str); 30] = [
    ("GET", "/session"),
    ("POST", "/session/password"),
    ("GET", "/units"),
    ("POST", "/units"),
    ("PATCH", "/units/x"),
    ("DELETE", "/units/x"),
    ("GET", "/people"),
    ("POST", "/people"),
    ("PATCH", "/people/x"),
    ("GET", "/inspections"),
    ("POST", "/inspections"),
    ("GET", "/inspections/x"),
    ("PATCH", "/inspections/x"),
    ("GET", "/inspections/x/drafts"),
    ("GET", "/drafts/x"),
    ("DELETE", "/drafts/x"),
    ("POST", "/drafts/x/undo"),
    ("POST", "/drafts/x/redo"),
    ("POST", "/drafts/x/confirmation"),
    ("GET", "/inspections/x/findings"),
    ("GET", "/inspections/x/statistics"),
    ("GET", "/inspections/x/ledger.xlsx"),
    ("GET", "/inspections/x/report.docx"),
    ("GET", "/findings/x"),
    ("PATCH", "/findings/x"),
    ("POST", "/findings/x/measures"),
    ("POST", "/ledger-changes/x/confirmation"),
    ("GET", "/drafts/x/missing-owners"),
    ("DELETE", "/evidence/x?reason=x"),
    ("GET", "/evidence/x/file"),
];

#[tokio::test]
async fn endpoints_by_role() {
    let app = TestApp::empty().await;
    let administrator = app.administrator().await;
    let callers = [
        ("anonymous", app.anonymous()),
        ("liaison", app.person(&administrator, "liaison", &["liaison"]).await),
        ("owner", app.person(&administrator, "owner", &["owner"]).await),
        ("sysadmin", app.person(&administrator, "sysadmin", &["administrator"]).await),
    ];
    let body = json!({"version": 1, "name": "", "kind": "branch", "source": "patrol", "title": "", "issuing_body": "", "unit_id": "", "text": "", "rows": [], "old": "a", "new": "b", "roles": []});
    let mut matrix = String::new();
    for (method, path) in ENDPOINTS {
        write!(matrix, "{method:6} {path:36}").unwrap();
        for (name, client) in &callers {
            let answer = client.send(method, path, "application/json", body.to_string().into_bytes()).await;
            write!(matrix, " {name}={}", answer.status.as_u16()).unwrap();
        }
        matrix.push('\n');
    }
    insta::assert_snapshot!(matrix);
}
