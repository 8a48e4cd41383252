//! Rows by subtree of units: the same for lists, counts, searches, exports, pickers and single objects.

use document::{Place, read};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use test_support::{Client, TestApp};

/// 水务局 with 办公室 (which has 档案室) and 财务科; five findings, each reached in a way of its own.
pub(crate) struct Bureau {
    pub(crate) app: TestApp,
    pub(crate) top: Client,
    pub(crate) inspection: String,
    pub(crate) office: Value,
    pub(crate) archive: Value,
    pub(crate) finance: Value,
}

impl Bureau {
    pub(crate) async fn new() -> Self {
        let app = TestApp::empty().await;
        let top = app.administrator().await;
        let root = top.get("/units").await.json()["items"][0]["id"].clone();
        let unit = async |name: &str, parent: &Value| {
            let body = json!({"name": name, "kind": "department", "parent_id": parent});
            top.post("/units", &body).await.json()["id"].clone()
        };
        let office = unit("办公室", &root).await;
        let archive = unit("档案室", &office).await;
        let finance = unit("财务科", &root).await;
        let inspection = top.inspection().await;
        let lines: String = (1..=5).map(|n| format!("\t问题第{n}号台账不全\n")).collect();
        let table = json!({"table": format!("编号\t反馈问题\n{lines}")});
        let found = top.post(&format!("/inspections/{inspection}/ledger-changes"), &table).await.json();
        let rows: Vec<Value> = found["rows"].as_array().unwrap().iter().map(|r| r["row"].clone()).collect();
        let id = found["id"].as_str().unwrap().to_owned();
        top.post(&format!("/ledger-changes/{id}/confirmation"), &json!({"rows": rows})).await;
        let bureau = Self { app, top, inspection, office, archive, finance };
        bureau.change(1, json!({"unit_id": bureau.office})).await;
        bureau.change(2, json!({"unit_id": bureau.archive})).await;
        bureau.change(3, json!({"unit_id": bureau.finance, "co_unit_ids": [bureau.archive]})).await;
        bureau.change(4, json!({"unit_id": bureau.finance})).await;
        bureau
    }

    pub(crate) fn key(&self, serial: u32) -> String {
        format!("{}-{serial:03}", self.inspection)
    }

    pub(crate) async fn change(&self, serial: u32, change: Value) {
        let path = format!("/findings/{}", self.key(serial));
        let mut body = json!({"version": self.top.get(&path).await.json()["version"]});
        body.as_object_mut().unwrap().extend(change.as_object().cloned().unwrap());
        let answer = self.top.patch(&path, &body).await;
        assert_eq!(answer.status.as_u16(), 200, "{answer:?}");
    }

    pub(crate) async fn person(&self, name: &str, roles: &[&str], unit: &Value) -> Client {
        self.app.person_of(&self.top, name, roles, unit).await
    }

    /// The person reaches exactly these findings, whichever way he asks.
    pub(crate) async fn reaches(&self, who: &Client, serials: &[u32]) {
        let expected: BTreeSet<String> = serials.iter().map(|serial| self.key(*serial)).collect();
        let count = json!(expected.len());
        let path = format!("/inspections/{}", self.inspection);
        for list in ["", "?text=台账不全", "?sort=due", "?sort=updated", "?kind=problem"] {
            let page = who.get(&format!("{path}/findings{list}")).await.json();
            let found: BTreeSet<String> =
                page["items"].as_array().unwrap().iter().map(|f| f["key"].as_str().unwrap().to_owned()).collect();
            assert_eq!(found, expected, "{list}");
            assert_eq!(page["total"], count, "{list}");
            assert_eq!(page["counts"]["by_lamp"]["none"], count, "{list}");
        }
        assert_eq!(who.get(&format!("{path}/statistics")).await.json()["findings"], count);
        let home = who.get("/inspections").await.json();
        assert_eq!(home["items"][0]["counts"]["findings"], count, "{home}");
        assert_eq!(self.exported(who).await, expected);
        for serial in 1..=5 {
            let status = who.get(&format!("/findings/{}", self.key(serial))).await.status.as_u16();
            assert_eq!(status, if serials.contains(&serial) { 200 } else { 404 }, "{serial}");
        }
        let walk: Vec<String> = self.walk(who, self.key(serials[0])).await;
        assert_eq!(walk.into_iter().collect::<BTreeSet<_>>(), expected);
    }

    /// Keys in the workbook that the person gets.
    async fn exported(&self, who: &Client) -> BTreeSet<String> {
        let bytes = who.get(&format!("/inspections/{}/ledger.xlsx", self.inspection)).await.bytes;
        let workbook = read(&bytes, "台账.xlsx").unwrap();
        let cells = workbook.paragraphs.iter().filter(|p| matches!(p.place, Place::Cell { .. }));
        let keys = cells.filter(|p| p.text.starts_with(&format!("{}-", self.inspection)));
        keys.map(|p| p.text.clone()).collect()
    }

    /// From one finding to the next, as 下一项 does.
    async fn walk(&self, who: &Client, first: String) -> Vec<String> {
        let mut keys = vec![first];
        while let Some(next) =
            who.get(&format!("/findings/{}", keys[keys.len() - 1])).await.json()["next_key"].as_str().map(str::to_owned)
        {
            keys.push(next);
        }
        keys
    }
}

#[tokio::test]
async fn a_department_reaches_its_subtree_and_what_it_works_on_with_others() {
    let bureau = Bureau::new().await;
    let office = bureau.person("办公室联络员", &["liaison"], &bureau.office).await;
    bureau.reaches(&office, &[1, 2, 3]).await;
    let archive = bureau.person("档案室联络员", &["liaison"], &bureau.archive).await;
    bureau.reaches(&archive, &[2, 3]).await;
    let top = bureau.person("局联络员", &["liaison"], &Value::Null).await;
    bureau.reaches(&top, &[1, 2, 3, 4, 5]).await;
}

#[tokio::test]
async fn who_answers_for_a_finding_reaches_it_wherever_it_lies() {
    let bureau = Bureau::new().await;
    let person = bureau.person("档案员", &["owner"], &bureau.archive).await;
    bureau.reaches(&person, &[2, 3]).await;
    let people = bureau.top.get("/people?q=档案员").await.json();
    let id = people["items"][0]["id"].clone();
    bureau.change(4, json!({"owner_id": id})).await;
    let measure = json!({"text": "补齐台账", "owner_id": id});
    bureau.top.post(&format!("/findings/{}/measures", bureau.key(5)), &measure).await;
    bureau.reaches(&person, &[2, 3, 4, 5]).await;
}

#[tokio::test]
async fn roles_count_in_the_own_units_only() {
    let bureau = Bureau::new().await;
    let archive = bureau.person("档案室联络员", &["liaison"], &bureau.archive).await;
    let target = |version: i64| json!({"version": version, "target": "账实相符"});
    let own = archive.patch(&format!("/findings/{}", bureau.key(2)), &target(2)).await;
    assert_eq!(own.status.as_u16(), 200, "{own:?}");
    let shared = archive.patch(&format!("/findings/{}", bureau.key(3)), &target(2)).await;
    assert_eq!(shared.code(), "forbidden");
    let foreign = archive.patch(&format!("/findings/{}", bureau.key(4)), &target(2)).await;
    assert_eq!(foreign.code(), "not_found");
    // The inspection as a whole is the bureau's.
    let path = format!("/inspections/{}", bureau.inspection);
    assert_eq!(archive.patch(&path, &json!({"version": 1, "title": "甲"})).await.code(), "forbidden");
    assert_eq!(archive.upload(&format!("{path}/drafts"), "反馈.txt", "一、问题".as_bytes()).await.code(), "forbidden");
    assert_eq!(archive.get(&format!("{path}/drafts")).await.json()["items"], json!([]));
}

#[tokio::test]
async fn pickers_end_where_the_reach_ends() {
    let bureau = Bureau::new().await;
    let office = bureau.person("办公室联络员", &["liaison"], &bureau.office).await;
    bureau.person("会计", &["owner"], &bureau.finance).await;
    bureau.person("档案员", &["owner"], &bureau.archive).await;
    let names = async |path: &str| -> BTreeSet<String> {
        let items = office.get(path).await.json();
        items["items"].as_array().unwrap().iter().map(|i| i["name"].as_str().unwrap().to_owned()).collect()
    };
    let set = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(names("/units").await, set(&["办公室", "档案室"]));
    assert_eq!(names("/people").await, set(&["办公室联络员", "档案员"]));
    assert_eq!(names("/people?q=会").await, set(&[]));
}

#[tokio::test]
async fn another_tree_is_another_world() {
    let bureau = Bureau::new().await;
    let other = bureau.top.post("/units", &json!({"name": "云溪县林业局", "kind": "party_body"})).await.json();
    let stranger = bureau.person("林业局联络员", &["liaison"], &other["id"]).await;
    assert_eq!(stranger.get("/inspections").await.json()["items"], json!([]));
    assert_eq!(stranger.get(&format!("/inspections/{}", bureau.inspection)).await.code(), "not_found");
    assert_eq!(stranger.get(&format!("/findings/{}", bureau.key(1))).await.code(), "not_found");
    // With a second tree nobody stands at the top of everything, and each keeps his own.
    bureau.reaches(&bureau.top, &[1, 2, 3, 4, 5]).await;
    let theirs = stranger.inspection().await;
    assert_eq!(bureau.top.get(&format!("/inspections/{theirs}")).await.code(), "not_found");
}

#[tokio::test]
async fn a_keeper_of_accounts_sees_the_directory_and_no_finding() {
    let bureau = Bureau::new().await;
    let keeper = bureau.person("系统管理员", &["administrator"], &Value::Null).await;
    assert_eq!(keeper.get("/units").await.json()["items"].as_array().unwrap().len(), 4);
    assert_eq!(keeper.get("/inspections").await.json()["items"], json!([]));
    assert_eq!(keeper.get(&format!("/inspections/{}/findings", bureau.inspection)).await.code(), "not_found");
    assert_eq!(keeper.get(&format!("/findings/{}", bureau.key(1))).await.code(), "not_found");
}
