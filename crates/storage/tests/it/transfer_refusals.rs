//! Hostile and damaged packages: each is refused in words, and nothing of it stays.

use crate::transfer::{KEY, Place, filled, pack, parts};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

type Parts = BTreeMap<String, Vec<u8>>;

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn manifest(parts: &Parts) -> Value {
    serde_json::from_slice(&parts["manifest.json"]).unwrap()
}

/// Makes the manifest say what is in the package.
fn seal(parts: &mut Parts) {
    let mut manifest = manifest(parts);
    let all = parts.iter().filter(|(name, _)| *name != "manifest.json");
    let all: BTreeMap<&String, Value> =
        all.map(|(name, bytes)| (name, json!({"bytes": bytes.len(), "sha256": hex(bytes)}))).collect();
    manifest["parts"] = json!(all);
    parts.insert("manifest.json".to_owned(), manifest.to_string().into_bytes());
}

fn replace(parts: &mut Parts, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(parts[name].clone()).unwrap();
    assert!(text.contains(from), "{from} in {text}");
    parts.insert(name.to_owned(), text.replacen(from, to, 1).into_bytes());
}

fn evidence(parts: &Parts) -> String {
    parts.keys().find(|name| name.starts_with("evidence/")).unwrap().clone()
}

/// A change of the package, and what the refusal must say.
type Case = (&'static str, fn(&mut Parts), &'static str);

const CASES: &[Case] = &[
    ("没有清单", |p| drop(p.remove("manifest.json")), "不是检查包"),
    ("清单损坏", |p| drop(p.insert("manifest.json".into(), b"{".to_vec())), "manifest.json"),
    ("新版本", |p| replace(p, "manifest.json", "rectify-inspection/1", "rectify-inspection/9"), "请先升级程序"),
    ("路径穿越", |p| drop(p.insert("../../etc/cron.d/x".into(), b"x".to_vec())), "不应出现的部分"),
    (
        "清单里的路径穿越",
        |p| {
            p.insert("evidence/../../x".into(), b"x".to_vec());
            seal(p);
        },
        "不应出现的部分",
    ),
    ("少一部分", |p| drop(p.remove("tables/measures.jsonl")), "缺少“tables/measures.jsonl”"),
    ("改过的行", |p| replace(p, "tables/findings.jsonl", "2027-03-15", "2029-03-15"), "摘要不符"),
    ("改过的佐证", |p| drop(p.insert(evidence(p), b"forged".to_vec())), "摘要不符"),
    (
        "换了名字的佐证",
        |p| {
            p.insert(evidence(p), b"forged".to_vec());
            seal(p);
        },
        "摘要不符",
    ),
    (
        "佐证缺失",
        |p| {
            p.remove(&evidence(p));
            seal(p);
        },
        "佐证文件不在包里",
    ),
    (
        "SM3 不符",
        |p| {
            replace(p, "tables/evidence.jsonl", "\"sm3\":\"", "\"sm3\":\"0");
            seal(p);
        },
        "SM3 与记录不符",
    ),
    (
        "压缩炸弹",
        |p| {
            p.insert("origin/0.jsonl".into(), vec![b'0'; 64 * 1024 * 1024]);
            seal(p);
        },
        "压缩率异常",
    ),
    (
        "重复的行",
        |p| {
            let rows = p["tables/findings.jsonl"].clone();
            p.insert("tables/findings.jsonl".into(), [rows.clone(), rows].concat());
            seal(p);
        },
        "与已有的一行相同",
    ),
    (
        "两个检查轮次",
        |p| {
            let row = String::from_utf8(p["tables/inspections.jsonl"].clone()).unwrap();
            let id = serde_json::from_str::<Value>(&row).unwrap()["id"].as_str().unwrap().to_owned();
            let other = row.replace(&id, "other").replace(KEY, "XC-2026-02");
            p.insert("tables/inspections.jsonl".into(), (row + &other).into_bytes());
            seal(p);
        },
        "编号不属于检查轮次",
    ),
    (
        "别处的事项",
        |p| {
            replace(p, "tables/measures.jsonl", "\"finding_id\":\"", "\"finding_id\":\"x");
            seal(p);
        },
        "所指的记录不在包里",
    ),
    (
        "别处的编号",
        |p| {
            replace(p, "tables/findings.jsonl", "XC-2026-01-001", "XC-2025-09-001");
            seal(p);
        },
        "编号不属于检查轮次",
    ),
    (
        "不认识的人员",
        |p| {
            p.insert("tables/people.jsonl".into(), Vec::new());
            seal(p);
        },
        "不在包里",
    ),
    (
        "不认识的列",
        |p| {
            replace(p, "tables/findings.jsonl", "{", "{\"idcard\":\"1\",");
            seal(p);
        },
        "不认识的列“idcard”",
    ),
    (
        "跳过审核的阶段",
        |p| {
            replace(p, "tables/findings.jsonl", "\"stage\":\"first_review\"", "\"stage\":\"closed\"");
            seal(p);
        },
        "阶段与流程记录不符",
    ),
    (
        "不存在的状态",
        |p| {
            replace(p, "tables/findings.jsonl", "\"completion\":\"", "\"completion\":\"x");
            seal(p);
        },
        "前后不一致",
    ),
    (
        "不是文字",
        |p| {
            p.insert("tables/measures.jsonl".into(), b"\xff\xfe\n".to_vec());
            seal(p);
        },
        "不是 UTF-8 文字",
    ),
];

#[tokio::test]
async fn a_package_that_is_not_as_it_should_be_leaves_nothing_behind() {
    let source = filled().await;
    let good = parts(&source.export().await.0);
    let target = Place::sqlite();
    let database = target.app().await.database;
    let before = database.checkpoint().await.unwrap();
    let file = target.folder.path().join("坏包.rectify");
    for (what, change, expected) in CASES {
        let mut parts = good.clone();
        change(&mut parts);
        pack(&file, &parts);
        let refused =
            database.import_inspection(&file, target.folder.path(), &target.files(), 0).await.expect_err(what);
        assert!(refused.to_string().contains(expected) && refused.is_refusal(), "{what}: {refused:?} {refused}");
        assert!(!target.folder.path().join("files").exists(), "{what} left files");
    }
    assert_eq!(database.checkpoint().await.unwrap(), before);
    assert_eq!(database.search_all_text("采购").await.unwrap(), 0);
    let left: Vec<_> =
        std::fs::read_dir(target.folder.path()).unwrap().flatten().filter(|e| e.path().is_dir()).collect();
    assert!(left.is_empty(), "{left:?}");
    // The same package as it was is taken.
    pack(&file, &good);
    assert!(database.import_inspection(&file, target.folder.path(), &target.files(), 0).await.is_ok());
}

#[tokio::test]
async fn what_is_no_zip_or_names_two_people_is_refused() {
    let source = filled().await;
    let target = Place::sqlite();
    let file = target.folder.path().join("x.rectify");
    std::fs::write(&file, b"not a zip").unwrap();
    assert!(target.import(&file).await.unwrap_err().to_string().contains("不是检查包"));
    let (good, _) = source.export().await;
    let app = target.app().await;
    let admin = app.administrator().await;
    for username in ["owner1", "owner2"] {
        let body = json!({"name": "责任人甲", "username": username, "password": "Lian-Luo-2026", "roles": ["owner"]});
        assert!(admin.post("/people", &body).await.status.is_success());
    }
    let refused = target.import(&good).await.unwrap_err().to_string();
    assert!(refused.contains("不能确定人员“责任人甲”"), "{refused}");
    assert_eq!(admin.get("/inspections").await.json()["items"], json!([]));
}

#[tokio::test]
async fn a_package_of_an_earlier_version_is_taken_without_the_tables_it_does_not_know() {
    let source = filled().await;
    let mut parts = parts(&source.export().await.0);
    for later in ["chronicle", "reports", "restrictions"] {
        let part = parts.remove(&format!("tables/{later}.jsonl")).unwrap();
        assert!(!part.is_empty(), "{later}");
    }
    seal(&mut parts);
    let target = Place::sqlite();
    let file = target.folder.path().join("旧包.rectify");
    pack(&file, &parts);
    target.import(&file).await.unwrap();
    target.is_sound().await;
}
