//! Public versions over the API: what is left out and masked, what stands in the way, who confirms, what goes out.

use crate::closed_loop::Office;
use axum::http::StatusCode;
use document::{carried, read};
use serde_json::{Value, json};
use test_support::Client;
use usecases::{PublicationFormat, publication_by_operator};

/// A round of three findings with a locked report and its public version.
pub(crate) struct Press {
    pub(crate) office: Office,
    /// A second liaison, who made neither.
    pub(crate) second: Client,
    report: Value,
    pub(crate) publication: Value,
}

pub(crate) const PHONE: &str = "13812345678";

impl Press {
    pub(crate) async fn new() -> Self {
        Self::with(|_, _| {}).await
    }

    /// Before the report is made the findings are changed.
    async fn with(change: impl Fn(&mut Value, usize)) -> Self {
        let office = Office::new().await;
        let second = office.app.person(&office.liaison, "second", &["liaison"]).await;
        let people = json!({"name": "李建国", "roles": ["owner"]});
        assert_eq!(office.liaison.post("/people", &people).await.status, StatusCode::CREATED);
        let inspection = office.key.rsplit_once('-').unwrap().0.to_owned();
        let table = json!({"table": "编号\t反馈问题\t整改时限\n\t违规向某公司出借资金\t2027-03-15\n\t线索移送不及时\t2027-03-15\n"});
        let found = office.liaison.post(&format!("/inspections/{inspection}/ledger-changes"), &table).await.json();
        let path = format!("/ledger-changes/{}/confirmation", found["id"].as_str().unwrap());
        let rows: Vec<Value> = found["rows"].as_array().unwrap().iter().map(|row| row["row"].clone()).collect();
        assert_eq!(office.liaison.post(&path, &json!({"rows": rows})).await.status, StatusCode::OK);
        let text = format!("由李建国逐项核查采购合同，并公布监督电话{PHONE}");
        let measure = json!({"text": text, "due": "2027-03-15"});
        assert_eq!(office.liaison.post(&office.path("/measures"), &measure).await.status, StatusCode::CREATED);
        let list = office.liaison.get(&format!("/inspections/{inspection}/publishing")).await.json();
        for (number, row) in list["items"].as_array().unwrap().iter().enumerate() {
            let mut body = json!({"publish": "full"});
            change(&mut body, number);
            body["findings"] = json!([{"finding": row["finding"], "version": row["version"]}]);
            let answer = office.put(&format!("/inspections/{inspection}/publishing"), &body).await;
            assert_eq!(answer.0, StatusCode::OK, "{:?}", answer.1);
        }
        let reports = format!("/inspections/{inspection}/reports");
        let report = office.liaison.post(&reports, &json!({"kind": "progress"})).await.json();
        let mut press = Self { office, second, report, publication: Value::Null };
        let lock = press.report_path("/locking");
        press.report = press.office.liaison.post(&lock, &json!({"version": 1})).await.json();
        let made = press.office.liaison.post(&press.report_path("/publications"), &json!({})).await;
        assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
        press.publication = made.json();
        press
    }

    fn inspection(&self) -> &str {
        self.office.key.rsplit_once('-').unwrap().0
    }

    fn report_path(&self, tail: &str) -> String {
        format!("/reports/{}{tail}", self.report["key"].as_str().unwrap())
    }

    pub(crate) fn path(&self, tail: &str) -> String {
        format!("/publications/{}{tail}", self.publication["key"].as_str().unwrap())
    }

    pub(crate) async fn look(&mut self, who: &Client) -> Value {
        self.publication = who.get(&self.path("")).await.json();
        self.publication.clone()
    }

    async fn change(&mut self, method: &str, tail: &str, mut body: Value) -> StatusCode {
        body["version"] = self.publication["version"].clone();
        let (path, bytes) = (self.path(tail), body.to_string().into_bytes());
        let answer = self.office.liaison.send(method, &path, "application/json", bytes).await;
        if answer.status == StatusCode::OK {
            self.publication = answer.json();
        }
        answer.status
    }

    pub(crate) async fn set_notice(&mut self) {
        let notice = json!({"from": "2026-06-30", "days": 5, "phone": "0000-1234567", "postal": "云溪县人民路1号", "email": "zgb@example.cn"});
        assert_eq!(self.change("PUT", "/notice", notice).await, StatusCode::OK);
    }

    pub(crate) async fn redact(&mut self, before: &str, after: &str) -> StatusCode {
        let body =
            json!({"block": 0, "start": 0, "before": before, "after": after, "reason": "内部信息", "everywhere": true});
        self.change("POST", "/redactions", body).await
    }

    pub(crate) async fn diagnostics(&self, rule: &str) -> Vec<Value> {
        let found = self.office.liaison.get(&self.path("/checks")).await.json();
        found["items"].as_array().unwrap().iter().filter(|one| one["rule"] == rule).cloned().collect()
    }

    async fn confirm(&self, who: &Client) -> test_support::Answer {
        let body = json!({"version": self.publication["version"], "digest": self.publication["digest"]});
        who.post(&self.path("/confirmation"), &body).await
    }

    async fn overrule_everything(&self, who: &Client) {
        for one in who.get(&self.path("/checks")).await.json()["items"].as_array().unwrap() {
            if one["blocks_publication"] == true {
                let body = json!({"print": one["print"], "act": "overruled", "reason": "经核对无误"});
                assert_eq!(who.post(&self.path("/remarks"), &body).await.status, StatusCode::OK, "{one}");
            }
        }
    }

    async fn file(&self, format: &str) -> Vec<u8> {
        let answer = self.second.get(&self.path(&format!("/file?format={format}"))).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        answer.bytes
    }
}

impl Office {
    async fn put(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let answer = self.liaison.send("PUT", path, "application/json", body.to_string().into_bytes()).await;
        (answer.status, answer.json())
    }
}

/// The words of one side, row by row.
fn side(publication: &Value, public: bool) -> Vec<String> {
    let rows = publication["rows"].as_array().unwrap().iter().filter(|row| !public || !row["public"].is_null());
    let words = |segment: &Value| {
        let change = &segment["change"];
        let text = if public && !change.is_null() { &change["after"] } else { &segment["text"] };
        text.as_str().unwrap().to_owned()
    };
    let line = |row: &Value| {
        let cells = row["rows"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap());
        cells.flat_map(|cell| cell.as_array().unwrap()).map(words).collect::<String>()
    };
    rows.map(line).collect()
}

fn withheld(body: &mut Value, number: usize) {
    match number {
        1 => *body = json!({"publish": "redacted", "wording": "资金管理不规范"}),
        2 => *body = json!({"publish": "withheld", "reason": "open_case"}),
        _ => {}
    }
}

#[tokio::test]
async fn the_public_version_leaves_out_rewords_and_masks_and_its_figures_agree() {
    let press = Press::with(withheld).await;
    let text = side(&press.publication, true).join("\n");
    assert!(text.contains("共反馈问题3个"), "the total counts what is withheld: {text}");
    assert!(text.contains("有1项按规定不予公开内容"), "{text}");
    assert!(text.contains("第3项按规定不予公开。") && text.contains("资金管理不规范"), "{text}");
    assert!(text.contains("由李某逐项核查") && text.contains("138****5678"), "{text}");
    for hidden in ["线索移送", "出借资金", "李建国", PHONE, "校验码"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
        assert!(side(&press.publication, false).join("\n").contains(hidden), "{hidden}");
    }
    let digits = |lines: &[String]| -> Vec<String> {
        let total = lines.iter().find(|line| line.contains("共反馈问题")).unwrap();
        total.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    assert_eq!(digits(&side(&press.publication, true)), digits(&side(&press.publication, false)));
    assert_eq!((&press.publication["withheld"], &press.publication["redacted"]), (&json!(1), &json!(1)));
}

#[tokio::test]
async fn decisions_need_their_reason_and_the_version_at_hand() {
    let press = Press::new().await;
    let path = format!("/inspections/{}/publishing", press.inspection());
    let of = |version: i64| json!([{"finding": press.office.key, "version": version}]);
    let wrong = [
        json!({"findings": of(1), "publish": "withheld"}),
        json!({"findings": of(1), "publish": "redacted"}),
        json!({"findings": [], "publish": "full"}),
    ];
    for body in wrong {
        assert_eq!(press.office.put(&path, &body).await.0, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
    let stale = json!({"findings": of(0), "publish": "full"});
    assert_eq!(press.office.put(&path, &stale).await.0, StatusCode::CONFLICT);
    let elsewhere = json!({"findings": [{"finding": "XC-1999-01-001", "version": 0}], "publish": "full"});
    assert_eq!(press.office.put(&path, &elsewhere).await.0, StatusCode::NOT_FOUND);
    let good = json!({"findings": of(1), "publish": "withheld", "reason": "secret"});
    assert_eq!(press.office.put(&path, &good).await.0, StatusCode::OK);
    let one = press.office.owner.get(&press.office.path("/publishing")).await.json();
    assert_eq!((&one["publish"], &one["reason"], &one["version"]), (&json!("withheld"), &json!("secret"), &json!(2)));
    let timeline = press.office.now().await.to_string();
    assert!(timeline.contains("公开范围"), "the decision stands in the finding's history");
}

#[tokio::test]
async fn only_a_locked_report_is_published_and_only_what_a_second_person_confirmed_goes_out() {
    let mut press = Press::with(withheld).await;
    let draft = format!("/inspections/{}/reports", press.inspection());
    let draft = press.office.liaison.post(&draft, &json!({"kind": "progress"})).await.json();
    let path = format!("/reports/{}/publications", draft["key"].as_str().unwrap());
    assert_eq!(press.office.liaison.post(&path, &json!({})).await.status, StatusCode::CONFLICT);

    let refused = press.second.get(&press.path("/file")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "a draft does not go out");
    let by_operator = publication_by_operator(&press.office.app.app, press.inspection(), PublicationFormat::Html).await;
    assert!(by_operator.is_err_and(|error| error.to_string().contains("确认")), "nor on the command line");
    let bare = press.confirm(&press.second).await;
    assert!(bare.json()["error"]["message"].as_str().unwrap().contains("联系电话"), "{bare:?}");
    press.set_notice().await;
    assert_eq!(press.publication["notice"]["until"], "2026-07-07", "the day itself is not counted");
    press.overrule_everything(&press.second).await;
    press.look(&press.office.liaison.clone()).await;
    assert!(press.publication["gaps"].to_string().contains("由您编制"), "{}", press.publication["gaps"]);
    assert_eq!(press.confirm(&press.office.liaison).await.status, StatusCode::FORBIDDEN);
    assert_eq!(press.confirm(&press.office.owner).await.status, StatusCode::FORBIDDEN);
    press.look(&press.second.clone()).await;
    assert_eq!(press.publication["gaps"], json!([]));
    let mut other = press.publication.clone();
    other["digest"] = json!("0000");
    let unseen = json!({"version": other["version"], "digest": "0000"});
    assert_eq!(press.second.post(&press.path("/confirmation"), &unseen).await.status, StatusCode::CONFLICT);
    let confirmed = press.confirm(&press.second).await;
    assert_eq!(confirmed.status, StatusCode::OK, "{confirmed:?}");
    let confirmed = confirmed.json();
    assert_eq!((&confirmed["standing"], &confirmed["reviewer"]), (&json!("confirmed"), &json!("second")));
    assert_eq!(confirmed["digest"], press.publication["digest"]);
    press.publication = confirmed;

    let before = side(&press.publication, true);
    let path = format!("/inspections/{}/publishing", press.inspection());
    let all =
        json!({"findings": [{"finding": press.office.key, "version": 1}], "publish": "withheld", "reason": "secret"});
    assert_eq!(press.office.put(&path, &all).await.0, StatusCode::OK);
    press.look(&press.second.clone()).await;
    assert_eq!(side(&press.publication, true), before, "what was confirmed stays");
    assert_eq!(press.redact("采购", "××").await, StatusCode::CONFLICT);
    assert_eq!(press.change("POST", "/discarding", json!({})).await, StatusCode::CONFLICT);
    assert_eq!(press.confirm(&press.office.leader).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn the_files_carry_nothing_but_the_text() {
    let mut press = Press::with(withheld).await;
    press.set_notice().await;
    press.overrule_everything(&press.second).await;
    press.look(&press.second.clone()).await;
    assert_eq!(press.confirm(&press.second).await.status, StatusCode::OK);
    let html = String::from_utf8(press.file("html").await).unwrap();
    let by_operator = publication_by_operator(&press.office.app.app, press.inspection(), PublicationFormat::Html).await;
    assert_eq!(by_operator.unwrap(), html.as_bytes(), "the command line writes the same page");
    let docx = press.file("docx").await;
    let pdf = press.file("pdf").await;
    assert!(html.contains("自2026年6月30日起5个工作日（公布当日不计），至2026年7月7日止"), "{html}");
    assert!(!html.contains("<script") && !html.contains("://"), "nothing from elsewhere");
    assert_eq!(carried(&docx).unwrap(), None, "no bindings, no proof of the internal version");
    for (name, bytes) in [("公开稿.docx", &docx), ("公开稿.pdf", &pdf)] {
        let document = read(bytes, name).unwrap();
        let meta = document.meta.clone().unwrap_or_default();
        assert_eq!(
            (meta.properties.as_slice(), meta.tracked, meta.comments, meta.hidden),
            (&[][..], 0, 0, 0),
            "{name}"
        );
        let text: String = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert!(text.contains("0000-1234567") && text.contains("公示期"), "{name}");
        for hidden in ["线索移送", "出借资金", "李建国", PHONE, press.inspection()] {
            assert!(!text.contains(hidden), "{hidden} in {name}");
        }
    }
    for (what, bytes) in [("html", html.as_bytes()), ("docx", &docx), ("pdf", &pdf)] {
        let key = press.inspection().as_bytes();
        assert!(!bytes.windows(key.len()).any(|part| part == key), "a key of the record in the {what}");
    }
    for word in [&b"/Author"[..], b"/Producer", b"/Creator"] {
        assert!(!pdf.windows(word.len()).any(|part| part == word), "{}", String::from_utf8_lossy(word));
    }
}

#[tokio::test]
async fn people_redact_by_hand_and_what_stays_open_elsewhere_stands_in_the_way() {
    let mut press = Press::new().await;
    let line = side(&press.publication, false).iter().position(|line| line.contains("采购验收把关不严")).unwrap();
    let row = press.publication["rows"][line].clone();
    let text = side(&press.publication, false)[line].clone();
    let start = text[..text.find("采购验收").unwrap()].chars().count();
    let body =
        json!({"block": row["block"], "start": start, "before": "采购验收", "after": "××", "reason": "内部信息"});
    assert_eq!(press.change("POST", "/redactions", body.clone()).await, StatusCode::OK);
    assert!(side(&press.publication, true)[line].contains("××把关不严"));
    let open = press.diagnostics("R-MASKMIX").await;
    assert!(open.iter().any(|one| one["text"] == "采购验收"), "it stands in the list of what is not done: {open:?}");
    assert_eq!(press.redact("采购验收", "××").await, StatusCode::OK);
    assert!(press.diagnostics("R-MASKMIX").await.iter().all(|one| one["text"] != "采购验收"));
    for (wrong, why) in [
        (json!({"block": 0, "start": 0, "before": "没有这些字", "after": "××", "reason": "甲"}), "not there"),
        (
            json!({"block": row["block"], "start": start + 1, "before": "采购验收", "after": "××", "reason": "甲"}),
            "elsewhere",
        ),
        (
            json!({"block": row["block"], "start": start, "before": "采购验收", "after": "××", "reason": " "}),
            "no reason",
        ),
        (json!({"block": row["block"], "start": start, "before": " ", "after": "××", "reason": "甲"}), "no words"),
    ] {
        assert_eq!(press.change("POST", "/redactions", wrong).await, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
    }
    assert_eq!(press.change("POST", "/redactions/removal", json!({"number": 1})).await, StatusCode::OK);
    assert_eq!(press.change("POST", "/redactions/removal", json!({"number": 9})).await, StatusCode::NOT_FOUND);
    assert_eq!(press.redact(PHONE, PHONE).await, StatusCode::OK, "left open");
    assert!(!press.diagnostics("R-PHONE").await.is_empty(), "the checker says so");
}

#[tokio::test]
async fn publications_are_for_who_sees_the_whole_round() {
    let press = Press::new().await;
    let office = &press.office;
    let outside = office.liaison.post("/units", &json!({"name": "县档案馆", "kind": "department"})).await.json();
    let other = office.app.person_of(&office.liaison, "other", &["liaison"], &outside["id"]).await;
    for tail in ["", "/checks", "/file"] {
        assert_eq!(other.get(&press.path(tail)).await.status, StatusCode::NOT_FOUND, "{tail}");
    }
    assert_eq!(
        other.get(&format!("/inspections/{}/publishing", press.inspection())).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(other.post(&press.report_path("/publications"), &json!({})).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.liaison.get("/publications/XC-2026-01-P999").await.status, StatusCode::NOT_FOUND);
    let list = office.owner.get(&format!("/inspections/{}/publications", press.inspection())).await.json();
    assert_eq!(list["items"][0]["key"], press.publication["key"]);
}
