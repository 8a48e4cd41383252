//! One whole inspection goes to another installation and comes back: no row, file or step is lost.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use storage::{Database, FolderFiles, Imported, ImportedOutcome, TransferError, TransferSummary};
use tempfile::TempDir;
use test_support::{Client, TestApp, postgres};
use usecases::{FamilyStore, Reach, Store};
use zip::write::SimpleFileOptions;

pub(crate) const KEY: &str = "XC-2026-01";
const NOW: i64 = 1_795_406_400_000;

/// An installation in a folder, and perhaps on a server.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    url: Option<String>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), url: None }
    }

    /// The other database, where it is asked for.
    fn other() -> Self {
        Self { url: postgres::is_wanted().then(postgres::database), ..Self::sqlite() }
    }

    pub(crate) async fn app(&self) -> TestApp {
        match &self.url {
            Some(url) => TestApp::on_postgres(url, self.folder.path()).await,
            None => TestApp::in_folder(self.folder.path()).await,
        }
    }

    async fn database(&self) -> Database {
        self.app().await.database
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("检查.rectify")
    }

    pub(crate) fn files(&self) -> FolderFiles {
        FolderFiles::of_folder(self.folder.path())
    }

    pub(crate) async fn export(&self) -> (PathBuf, TransferSummary) {
        let database = self.database().await;
        let done = database.export_inspection(KEY, &self.files(), &self.file(), NOW).await.unwrap();
        database.close().await.unwrap();
        (self.file(), done)
    }

    pub(crate) async fn import(&self, from: &Path) -> Result<Imported, TransferError> {
        let database = self.database().await;
        let done = database.import_inspection(from, self.folder.path(), &self.files(), NOW).await;
        database.close().await.unwrap();
        done
    }

    /// Log, rows and files agree.
    pub(crate) async fn is_sound(&self) {
        let database = self.database().await;
        assert!(database.verify(&[]).await.unwrap().is_sound());
        assert_eq!(database.doctor(&self.files()).await.unwrap(), Vec::<String>::new());
    }
}

/// The parts of a package.
pub(crate) fn parts(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        out.insert(name, bytes);
    }
    out
}

pub(crate) fn pack(file: &Path, parts: &BTreeMap<String, Vec<u8>>) {
    let mut zip = zip::ZipWriter::new(File::create(file).unwrap());
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

/// What must be equal on both sides: everything but where it came from.
fn tables(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = parts(file);
    all.retain(|name, _| name != "manifest.json" && !name.starts_with("origin/"));
    all
}

async fn step(who: &Client, admin: &Client, finding: &str, action: &str, more: Value) {
    let version = admin.get(finding).await.json()["version"].clone();
    let mut body = json!({"version": version, "action": action});
    body.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
    let answer = who.post(&format!("{finding}/actions"), &body).await;
    assert!(answer.status.is_success(), "{action}: {:?}", answer.json());
}

/// A document, findings, a closed loop under way with a return, an extension and evidence, changed rules.
pub(crate) async fn filled() -> Place {
    let place = Place::sqlite();
    let app = place.app().await;
    let admin = app.administrator().await;
    let owner = app.person(&admin, "责任人甲", &["owner"]).await;
    let leader = app.person(&admin, "分管领导乙", &["leader"]).await;
    let deputy = app.person(&admin, "分管领导丁", &["leader"]).await;
    assert_eq!(admin.inspection().await, KEY);
    let text = include_str!("../../../../fixtures/demo/feedback.txt");
    let draft = admin.upload(&format!("/inspections/{KEY}/drafts"), "反馈.txt", text.as_bytes()).await.json();
    let path = format!("/drafts/{}/confirmation", draft["id"].as_str().unwrap());
    assert!(admin.post(&path, &json!({"version": 1, "skip_open": true})).await.status.is_success());
    let finding = format!("/findings/{KEY}-001");
    let people = admin.get("/people").await.json()["items"].clone();
    let id = |name: &str| people.as_array().unwrap().iter().find(|p| p["name"] == name).unwrap()["id"].clone();
    let unit = admin.get("/units").await.json()["items"][0]["id"].clone();
    let body = json!({"version": 1, "unit_id": unit, "co_unit_ids": [unit], "leader_id": id("分管领导乙"), "owner_id": id("责任人甲"), "co_leader_ids": [id("分管领导丁")], "due": "2027-03-15"});
    assert!(admin.patch(&finding, &body).await.status.is_success());
    let duty = json!({"kind": "duty", "name": "抽查采购合同", "recurrence": "month", "next": "2026-11-25", "owner_id": id("责任人甲")});
    let duty = admin.post(&format!("{finding}/standing"), &duty).await.json()["standing"][0].clone();
    let path = format!("/standing/{}/confirmations", duty["id"].as_str().unwrap());
    let done = owner.post(&path, &json!({"version": 1, "note": "抽查3份"})).await;
    assert!(done.status.is_success(), "{done:?}");
    let measure = json!({"text": "修订采购管理办法", "due": "2027-03-15", "co_unit_ids": [unit], "co_owner_ids": [id("责任人甲")]});
    let measure = admin.post(&format!("{finding}/measures"), &measure).await.json();
    step(&admin, &admin, &finding, "assign", json!({})).await;
    step(&admin, &admin, &finding, "submit_plan", json!({})).await;
    step(&leader, &admin, &finding, "approve_plan", json!({})).await;
    let evidence = admin.upload(&format!("{finding}/evidence"), "验收记录.txt", "三月十日验收".as_bytes()).await;
    assert!(evidence.status.is_success(), "{evidence:?}");
    let measure = measure["measures"][0].clone();
    let body = json!({"version": measure["version"], "completion": "done", "progress_note": "办法已印发"});
    let path = format!("/measures/{}", measure["key"].as_str().unwrap());
    assert!(admin.patch(&path, &body).await.status.is_success());
    let met = ["solved", "measures_done", "evidence", "accountability", "policy", "approval"];
    let met: Vec<Value> = met.iter().map(|c| json!({"criterion": c, "answer": "met"})).collect();
    let submission = json!({"answers": met, "reason": "办法已印发执行"});
    step(&owner, &admin, &finding, "submit", submission.clone()).await;
    step(&deputy, &admin, &finding, "return", json!({"reason": "缺少会议记录"})).await;
    step(&owner, &admin, &finding, "submit", submission).await;
    let entry = json!({"part": "organised", "category": "会议研究", "date": "2026-11-01", "text": "召开会议3次"});
    assert!(admin.post(&format!("/inspections/{KEY}/chronicle"), &entry).await.status.is_success());
    let mark = json!({"reason": "涉及信访人"}).to_string().into_bytes();
    let marked = admin.send("PUT", &format!("/findings/{KEY}-001/restriction"), "application/json", mark).await;
    assert!(marked.status.is_success(), "{marked:?}");
    let report = admin.post(&format!("/inspections/{KEY}/reports"), &json!({"kind": "progress"})).await.json();
    let report = format!("/reports/{}", report["key"].as_str().unwrap());
    let wrong = json!({"op": "insert", "after": 1, "text": "反馈问题共9个，已完成整改3个，正在整改2个。"});
    assert!(admin.patch(&report, &json!({"version": 1, "edit": wrong})).await.status.is_success());
    let checks = admin.get(&format!("{report}/checks")).await.json();
    let sum = checks["items"].as_array().unwrap().iter().find(|one| one["rule"] == "N-SUM").unwrap().clone();
    let remark = json!({"print": sum["print"], "act": "ignored", "reason": "分项只列主要部分"});
    assert!(admin.post(&format!("{report}/remarks"), &remark).await.status.is_success());
    assert!(admin.post(&format!("{report}/locking"), &json!({"version": 2})).await.status.is_success());
    let key = format!("{KEY}-001");
    let decision = json!({"findings": [{"finding": key, "version": 0}], "publish": "withheld", "reason": "open_case"});
    let path = format!("/inspections/{KEY}/publishing");
    let decided = admin.send("PUT", &path, "application/json", decision.to_string().into_bytes()).await;
    assert!(decided.status.is_success(), "{decided:?}");
    assert!(admin.post(&format!("{report}/publications"), &json!({})).await.status.is_success());
    families(&admin, &leader).await;
    app.database.close().await.unwrap();
    place
}

/// A finding in two parts, two that were put together, and a note with its answer.
async fn families(admin: &Client, leader: &Client) {
    let version = |key: &'static str| async move { admin.get(key).await.json()["version"].clone() };
    let split = format!("/findings/{KEY}-002");
    let parts = json!([{"title": "其一"}, {"title": "其二"}]);
    let body = json!({"version": version("/findings/XC-2026-01-002").await, "parts": parts, "reason": "分开办"});
    let answer = admin.post(&format!("{split}/split"), &body).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let other = json!({"key": format!("{KEY}-004"), "version": version("/findings/XC-2026-01-004").await});
    let body = json!({"version": version("/findings/XC-2026-01-003").await, "title": "合并办理", "others": [other]});
    let answer = admin.post(&format!("/findings/{KEY}-003/merge"), &body).await;
    assert!(answer.status.is_success(), "{answer:?}");
    let notes = format!("/findings/{KEY}-001/notes");
    let note = json!({"kind": "instruction", "text": "举一反三", "answer_by": "2099-12-31"});
    let written = leader.post(&notes, &note).await;
    assert!(written.status.is_success(), "{written:?}");
    let about = written.json()["guidance"]["notes"][0]["id"].clone();
    let answer = json!({"kind": "answer", "about": about, "text": "已自查"});
    assert!(admin.post(&notes, &answer).await.status.is_success());
}

#[tokio::test]
async fn an_inspection_goes_out_and_comes_back_without_loss() {
    let source = filled().await;
    let (first, written) = source.export().await;
    assert!(written.rows > 40 && written.files == 2, "{written:?}");
    let mut file = first;
    for target in [Place::other(), Place::sqlite()] {
        let done = target.import(&file).await.unwrap();
        assert_eq!((done.outcome, done.summary.rows, done.summary.files), (ImportedOutcome::Added, written.rows, 2));
        assert_eq!((done.units, done.people, done.other_rules), (1, 4, None));
        target.is_sound().await;
        let database = target.database().await;
        let (round, _) = database.inspection(&Reach::Everything, KEY).await.unwrap().unwrap();
        let ties = database.family(&round.id).await.unwrap();
        assert_eq!(ties.len(), 4, "what was split and put together is so here too");
        database.close().await.unwrap();
        let (again, _) = target.export().await;
        let (before, after) = (tables(&file), tables(&again));
        assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (name, bytes) in &before {
            assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&after[name]), "{name}");
        }
        // The source's own log travels on as it was written.
        assert_eq!(parts(&file)["origin/0.jsonl"], parts(&again)["origin/0.jsonl"]);
        assert!(String::from_utf8_lossy(&parts(&again)["origin/0.jsonl"]).contains("缺少会议记录"));
        // In a place of its own, so that the next round reads what this one wrote.
        let kept = tempfile::tempdir().unwrap().keep().join("检查.rectify");
        std::fs::copy(&again, &kept).unwrap();
        file = kept;
    }
    assert_eq!(parts(&file).keys().filter(|name| name.starts_with("origin/")).count(), 3);
    std::fs::remove_dir_all(file.parent().unwrap()).unwrap();
}

#[tokio::test]
async fn no_password_and_no_account_leaves() {
    let source = filled().await;
    let (file, _) = source.export().await;
    for (name, bytes) in parts(&file).iter().filter(|(name, _)| !name.starts_with("origin/")) {
        let text = String::from_utf8_lossy(bytes);
        for secret in ["argon2", "password_hash", "username", "token"] {
            assert!(!text.contains(secret), "{secret} in {name}");
        }
    }
    let target = Place::sqlite();
    target.import(&file).await.unwrap();
    let app = target.app().await;
    assert!(app.sign_in("admin").await.get("/inspections").await.status.is_client_error());
}

#[tokio::test]
async fn units_and_people_of_the_same_name_are_the_same_and_the_log_notes_the_import() {
    let source = filled().await;
    let (file, written) = source.export().await;
    let target = Place::sqlite();
    let app = target.app().await;
    let admin = app.administrator().await;
    app.person(&admin, "责任人甲", &["owner"]).await;
    let done = target.import(&file).await.unwrap();
    // The unit, the administrator and one person are here already.
    assert_eq!((done.units, done.people), (0, 2));
    let finding = admin.get(&format!("/findings/{KEY}-001")).await.json();
    let people = admin.get("/people?q=责任人甲").await.json();
    assert_eq!(people["items"].as_array().unwrap().len(), 1, "{people}");
    assert_eq!((&finding["stage"], &finding["owner"]["id"]), (&json!("first_review"), &people["items"][0]["id"]));
    let log = String::from_utf8_lossy(&parts(&target.export().await.0)["origin/1.jsonl"]).into_owned();
    assert!(log.contains("导入整个检查") && log.contains(&written.digest), "{log}");
    target.is_sound().await;
    assert_eq!(target.import(&file).await.unwrap().outcome, ImportedOutcome::Same);
}

#[tokio::test]
async fn what_is_here_already_is_the_same_or_refused() {
    let source = filled().await;
    let (file, _) = source.export().await;
    assert_eq!(source.import(&file).await.unwrap().outcome, ImportedOutcome::Same);
    let app = source.app().await;
    let admin = app.sign_in("admin").await;
    let path = format!("/findings/{KEY}-005");
    assert!(admin.patch(&path, &json!({"version": 1, "due": "2027-05-01"})).await.status.is_success());
    let refused = source.import(&file).await.unwrap_err();
    assert!(matches!(&refused, TransferError::Exists { part: "findings", .. }), "{refused}");
    assert_eq!(admin.get(&path).await.json()["due"], "2027-05-01");
}
