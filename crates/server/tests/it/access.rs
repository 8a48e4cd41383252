//! Who may do what: every endpoint against every kind of caller, as a text snapshot.

use serde_json::{Value, json};
use std::fmt::Write;
use test_support::{Answer, Client, TestApp};

/// Endpoints for those who are not signed in, or that end the session of the caller.
const PUBLIC: [(&str, &str); 4] = [("GET", "/setup"), ("POST", "/setup"), ("POST", "/session"), ("DELETE", "/session")];

/// Every endpoint of the API's description: none is without a line in the matrix.
fn endpoints() -> Vec<(String, String)> {
    let description: Value = serde_json::from_str(&server::openapi_json().unwrap()).unwrap();
    let mut all = Vec::new();
    for (path, operations) in description["paths"].as_object().unwrap() {
        let path = path.trim_start_matches("/api/v1").to_owned();
        all.extend(operations.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())));
    }
    all.retain(|(method, path)| !PUBLIC.contains(&(method.as_str(), path.as_str())));
    all.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    all
}

/// An office with one of everything that a path can name.
struct Scene {
    app: TestApp,
    administrator: Client,
    inspection: String,
    department: Value,
}

impl Scene {
    async fn new() -> Self {
        let app = TestApp::empty().await;
        let administrator = app.administrator().await;
        let root = administrator.get("/units").await.json()["items"][0]["id"].clone();
        let unit = json!({"name": "办公室", "kind": "department", "parent_id": root});
        let department = administrator.post("/units", &unit).await.json()["id"].clone();
        let inspection = administrator.inspection().await;
        let scene = Self { app, administrator, inspection, department };
        let changes = scene.changes().await;
        scene.administrator.post(&format!("/ledger-changes/{changes}/confirmation"), &json!({"rows": [2]})).await;
        let finding = format!("/findings/{}-001", scene.inspection);
        let owner = json!({"text": "补齐台账"});
        scene.administrator.post(&format!("{finding}/measures"), &owner).await;
        scene.administrator.upload(&format!("{finding}/evidence"), "记录.txt", "记录".as_bytes()).await;
        let note = json!({"part": "organised", "category": "会议", "text": "召开会议1次"});
        scene.administrator.post(&format!("/inspections/{}/chronicle", scene.inspection), &note).await;
        let report = format!("/inspections/{}/reports", scene.inspection);
        scene.administrator.post(&report, &json!({"kind": "progress"})).await;
        let report = format!("/reports/{}-R001", scene.inspection);
        scene.administrator.post(&format!("{report}/locking"), &json!({"version": 1})).await;
        scene.administrator.post(&format!("{report}/publications"), &json!({})).await;
        let me = scene.me().await;
        let standing =
            json!({"kind": "duty", "name": "抽查台账", "recurrence": "month", "next": "2026-12-01", "owner_id": me});
        let added = scene.administrator.post(&format!("{finding}/standing"), &standing).await;
        assert_eq!(added.status.as_u16(), 201, "{added:?}");
        let clerk = json!({"name": "兼职人", "roles": ["owner"], "username": "clerk", "password": "Jian-Zhi-2026"});
        let clerk = scene.administrator.post("/people", &clerk).await.json()["id"].clone();
        let position = json!({"unit_id": scene.department, "roles": ["owner"]});
        let path = format!("/people/{}/positions", clerk.as_str().unwrap());
        scene.administrator.post(&path, &position).await;
        let lent = json!({"delegate_id": clerk, "roles": ["liaison"], "from": "2026-11-23", "until": "2026-11-30", "reason": "外出"});
        let lent = scene.administrator.post("/delegations", &lent).await;
        assert_eq!(lent.status.as_u16(), 201, "{lent:?}");
        let starter = scene.administrator.get("/report-kinds/ledger/template").await.bytes;
        let fields = [("inspection", scene.inspection.as_str()), ("name", "台账")];
        super::templates::send(&scene.administrator, "/templates", Some(("台账.docx", &starter)), &fields).await;
        scene
    }

    /// A workbook's differences that nobody confirmed.
    async fn changes(&self) -> String {
        let path = format!("/inspections/{}/ledger-changes", self.inspection);
        let table = json!({"table": "编号\t反馈问题\n\t台账不全\n"});
        self.administrator.post(&path, &table).await.json()["id"].as_str().unwrap().to_owned()
    }

    async fn draft(&self) -> String {
        let path = format!("/inspections/{}/drafts", self.inspection);
        let draft = self.administrator.upload(&path, "反馈.txt", "一、台账不全的问题".as_bytes()).await;
        draft.json()["id"].as_str().unwrap().to_owned()
    }

    /// The path with objects that exist. Versions are out of date: who may go on gets 409 and changes nothing.
    async fn named(&self, path: &str) -> String {
        let finding = format!("{}-001", self.inspection);
        match path.split('/').nth(1) {
            Some("drafts") => path.replace("{id}", &self.draft().await),
            Some("ledger-changes") => path.replace("{id}", &self.changes().await),
            Some("findings") if path.ends_with("/restriction") => path.replace("{key}", &finding) + "?reason=",
            Some("findings") => path.replace("{key}", &finding),
            Some("reports") => path.replace("{key}", &format!("{}-R001", self.inspection)).replace("{id}", "none"),
            Some("publications") => path.replace("{key}", &format!("{}-P001", self.inspection)).replace("{id}", "none"),
            Some("jobs") => path.replace("{id}", "none"),
            Some("measures") => path.replace("{key}", &format!("{finding}-01")) + "?version=99",
            Some("uploads") if path.contains("{id}") => {
                let body = json!({"name": "a.txt", "bytes": 3});
                let begun = self.administrator.post(&format!("/findings/{finding}/uploads"), &body).await.json();
                path.replace("{id}", begun["id"].as_str().unwrap()) + "?offset=0"
            }
            Some("evidence") => path.replace("{key}", &format!("{finding}-E01")) + "?reason=",
            Some("chronicle") => path.replace("{key}", &format!("{}-J001", self.inspection)),
            Some("inspections") => {
                path.replace("{key}", &self.inspection).replace("{kind}", "progress").replace("{template}", "MB-001")
            }
            Some("templates") => path.replace("{key}", "MB-001").replace("{number}", "1"),
            Some("report-kinds") => path.replace("{kind}", "ledger"),
            Some("rules") => path.replace("{id}", "patrol_city").replace("{year}", "2027") + "?version=99",
            Some("units") => path.replace("{id}", self.department.as_str().unwrap()),
            Some("standing") => path.replace("{id}", &self.first(&format!("/findings/{finding}"), "standing").await),
            Some("delegations") if path.contains("{id}") => {
                path.replace("{id}", &self.first("/delegations", "items").await)
            }
            Some("positions") => {
                let clerk = self.first("/people?q=clerk", "items").await;
                path.replace("{id}", &self.first(&format!("/people/{clerk}/positions"), "items").await)
            }
            Some("people") => {
                let people = self.administrator.get("/people?q=admin").await.json();
                path.replace("{id}", people["items"][0]["id"].as_str().unwrap())
            }
            _ => path.to_owned(),
        }
    }

    async fn me(&self) -> Value {
        self.administrator.get("/people?q=admin").await.json()["items"][0]["id"].clone()
    }

    /// An identifier out of a list.
    async fn first(&self, path: &str, list: &str) -> String {
        let found = self.administrator.get(path).await.json();
        found[list][0]["id"].as_str().unwrap_or_else(|| panic!("{path}: {found}")).to_owned()
    }

    async fn ask(&self, client: &Client, method: &str, path: &str) -> Answer {
        let named = match path {
            "/templates/{key}/trial" => format!("/templates/MB-001/trial?inspection={}", self.inspection),
            path => self.named(path).await,
        };
        if method == "POST"
            && (path.starts_with("/template-trials") || path == "/templates" || path.ends_with("}/versions"))
        {
            return client.upload(&named, "空.docx", b"").await;
        }
        if method == "POST" && (path.ends_with("}/drafts") || path.ends_with("}/evidence")) {
            return client.upload(&named, "空.txt", b"").await;
        }
        client.send(method, &named, "application/json", body(path).to_string().into_bytes()).await
    }
}

fn body(path: &str) -> Value {
    let mut body = json!({"version": 99, "name": "", "kind": "branch", "source": "patrol", "title": "", "issuing_body": "", "unit_id": "", "text": "", "rows": [], "settings": [], "old": "a", "new": "b", "roles": [], "action": "assign"});
    let more = match path.rsplit('/').next() {
        Some("edits") => json!({"edit": {"op": "promote", "node": "n"}}),
        Some("mapping") => json!({"columns": []}),
        Some("ledger-changes") => json!({"table": ""}),
        Some("{id}") | Some("preview") if path.starts_with("/rules") => json!({"settings": []}),
        Some("{year}") | Some("own-days") => json!({"days": ""}),
        Some("standing") => json!({"kind": "rule", "recurrence": "year", "next": "2020-01-01"}),
        Some("confirmations") => json!({"note": ""}),
        Some("delegations") => json!({"delegate_id": "", "from": "2026-11-23", "until": "2026-11-24", "reason": ""}),
        Some("tokens") => json!({"scope": "read", "expires": "2020-01-01"}),
        Some("chronicle") => json!({"part": "organised", "category": ""}),
        Some("reports") => json!({"kind": "circular"}),
        Some("{key}") if path.starts_with("/reports") => json!({"edit": {"op": "remove", "block": 0}}),
        Some("remarks") => json!({"print": "", "act": "ignored", "reason": ""}),
        Some("publishing") => json!({"findings": [], "publish": "full"}),
        Some("redactions") => json!({"block": 0, "start": 0, "before": "", "after": "", "reason": ""}),
        Some("removal") => json!({"number": 0}),
        Some("notice") => json!({"days": 0, "phone": "", "postal": "", "email": ""}),
        Some("confirmation") if path.starts_with("/publications") => json!({"digest": ""}),
        Some("split") => json!({"parts": []}),
        Some("merge") => json!({"others": []}),
        Some("notes") => json!({"kind": "guidance"}),
        Some("withdrawal") => json!({"reason": "停"}),
        Some("prints") => json!({"page": "audit_log"}),
        Some("uploads") => json!({"bytes": 0}),
        Some("reused-evidence") => json!({"source": "XC-2026-01-001-E01", "fact_date": "2027-01-01"}),
        Some("restriction") => json!({"reason": ""}),
        _ => json!({}),
    };
    body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
    body
}

#[tokio::test]
async fn endpoints_by_role() {
    let scene = Scene::new().await;
    let (app, administrator) = (&scene.app, &scene.administrator);
    let other = json!({"name": "县林业局", "kind": "party_body"});
    let callers = [
        ("anonymous", app.anonymous()),
        ("liaison", app.person(administrator, "liaison", &["liaison"]).await),
        ("owner", app.person(administrator, "owner", &["owner"]).await),
        ("head", app.person(administrator, "head", &["head"]).await),
        ("leader", app.person(administrator, "leader", &["leader"]).await),
        ("secretary", app.person(administrator, "secretary", &["secretary"]).await),
        ("overseer", app.person(administrator, "overseer", &["overseer"]).await),
        ("department", app.person_of(administrator, "department", &["liaison"], &scene.department).await),
        ("stranger", {
            let unit = administrator.post("/units", &other).await.json()["id"].clone();
            app.person_of(administrator, "stranger", &["liaison"], &unit).await
        }),
        ("auditor", app.person(administrator, "auditor", &["auditor"]).await),
        ("security", app.person(administrator, "security", &["security_officer"]).await),
        ("sysadmin", app.person(administrator, "sysadmin", &["administrator"]).await),
    ];
    let mut matrix = String::new();
    for (method, path) in endpoints() {
        write!(matrix, "{method:6} {path:38}").unwrap();
        for (name, client) in &callers {
            write!(matrix, " {name}={}", scene.ask(client, &method, &path).await.status.as_u16()).unwrap();
        }
        matrix.push('\n');
    }
    insta::assert_snapshot!(matrix);
}
