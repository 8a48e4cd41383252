//! Files of evidence in parts.

use crate::evidence::ledger;
use axum::http::StatusCode;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use test_support::{Answer, Client, TestApp};
use usecases::UploadStore;

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn begin(client: &Client, finding: &str, name: &str, bytes: &[u8]) -> Answer {
    let body =
        json!({"name": name, "bytes": bytes.len(), "sha256": sha256(bytes), "fact_date": "2026-11-20", "note": "原件"});
    client.post(&format!("/findings/{finding}/uploads"), &body).await
}

fn id(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    answer.json()["id"].as_str().unwrap().to_owned()
}

async fn part(client: &Client, id: &str, offset: usize, bytes: &[u8]) -> Answer {
    client.part(&format!("/uploads/{id}?offset={offset}"), bytes).await
}

async fn complete(client: &Client, id: &str) -> Answer {
    client.post(&format!("/uploads/{id}/completion"), &json!({})).await
}

/// Nothing of uploads remains on the disk.
fn spooled(app: &TestApp) -> usize {
    std::fs::read_dir(app.folder().join("uploads")).map_or(0, |entries| entries.count())
}

#[tokio::test]
async fn a_file_comes_in_parts_and_goes_on_where_it_stopped() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let text = "党组会议记录。".repeat(3000);
    let bytes = text.as_bytes();
    let upload = id(&begin(&client, &finding, "会议记录.txt", bytes).await);
    assert_eq!(part(&client, &upload, 0, &bytes[..10_000]).await.json()["received"], 10_000);
    // What does not begin where the last part ended is refused, and says where it did.
    for offset in [0, 9_999, 20_000] {
        let wrong = part(&client, &upload, offset, &bytes[..10]).await;
        assert_eq!((wrong.status, wrong.code().as_str()), (StatusCode::CONFLICT, "done"));
        assert!(wrong.json()["error"]["message"].as_str().unwrap().contains("第 10000 字节"));
    }
    assert_eq!(complete(&client, &upload).await.status, StatusCode::CONFLICT);
    assert_eq!(client.get(&format!("/findings/{finding}")).await.json()["evidence_files"], json!([]));
    // The same person with the same file goes on, also without the identifier.
    let again = begin(&client, &finding, "会议记录.txt", bytes).await;
    assert_eq!((id(&again), &again.json()["received"]), (upload.clone(), &json!(10_000)));
    assert_eq!(client.get("/uploads").await.json()["items"][0]["received"], 10_000);
    // What is said of it meanwhile counts.
    let body =
        json!({"name": "会议记录.txt", "bytes": bytes.len(), "sha256": sha256(bytes), "fact_date": "2026-11-21"});
    assert_eq!(id(&client.post(&format!("/findings/{finding}/uploads"), &body).await), upload);
    part(&client, &upload, 10_000, &bytes[10_000..]).await;
    let more = part(&client, &upload, bytes.len(), b"x").await;
    assert_eq!((more.status, more.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    let done = complete(&client, &upload).await;
    assert_eq!(done.status, StatusCode::CREATED, "{done:?}");
    let file = &done.json()["evidence_files"][0];
    assert_eq!(
        (&file["digest"], &file["fact_date"], &file["note"]),
        (&json!(sha256(bytes)), &json!("2026-11-21"), &json!("原件"))
    );
    assert_eq!(client.get(&format!("/evidence/{finding}-E01/file")).await.bytes, bytes);
    // The upload is over.
    assert_eq!(complete(&client, &upload).await.status, StatusCode::NOT_FOUND);
    assert_eq!((client.get("/uploads").await.json()["total"].clone(), spooled(&app)), (json!(0), 0));
}

#[tokio::test]
async fn damage_on_the_way_is_noticed_and_the_file_is_sent_again() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let upload = id(&begin(&client, &finding, "a.txt", b"abcdef").await);
    part(&client, &upload, 0, b"abcXef").await;
    let refused = complete(&client, &upload).await;
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "invalid"));
    assert_eq!(client.get(&format!("/uploads/{upload}")).await.json()["received"], 0);
    part(&client, &upload, 0, b"abcdef").await;
    assert_eq!(complete(&client, &upload).await.status, StatusCode::CREATED);
}

#[tokio::test]
async fn what_is_refused_leaves_nothing() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    for (name, bytes, code) in [
        ("绝密计划.txt", "机密★1年\n关于某事的报告\n内容".as_bytes(), "refused_secret"),
        ("a.txt", b"MZ\x90\x00\x03", "invalid"),
    ] {
        let upload = id(&begin(&client, &finding, name, bytes).await);
        part(&client, &upload, 0, bytes).await;
        let refused = complete(&client, &upload).await;
        assert_eq!((refused.status, refused.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, code));
        assert_eq!((spooled(&app), client.get("/uploads").await.json()["total"].clone()), (0, json!(0)));
        assert!(!app.folder().join("files").exists(), "{name}");
    }
    assert_eq!(app.database.search_all_text("绝密计划").await.unwrap(), 0);
    for body in [
        json!({"name": "a.exe", "bytes": 5}),
        json!({"name": "a.txt", "bytes": 0}),
        json!({"name": "a.txt", "bytes": 64 * 1024 * 1024 + 1}),
        json!({"name": "a.txt", "bytes": 5, "sha256": "../../x"}),
        json!({"name": "a.txt", "bytes": 5, "fact_date": "2027-01-01"}),
        json!({"name": " ", "bytes": 5}),
    ] {
        let answer = client.post(&format!("/findings/{finding}/uploads"), &body).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
}

#[tokio::test]
async fn an_upload_is_its_persons_alone_and_so_is_the_right_to_it() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let upload = id(&begin(&client, &finding, "a.txt", b"abcdef").await);
    let colleague = app.person(&client, "colleague", &["liaison"]).await;
    for answer in [
        colleague.get(&format!("/uploads/{upload}")).await,
        part(&colleague, &upload, 0, b"abc").await,
        complete(&colleague, &upload).await,
        colleague.send("DELETE", &format!("/uploads/{upload}"), "application/json", vec![]).await,
    ] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(colleague.get("/uploads").await.json()["total"], 0);
    let overseer = app.person(&client, "overseer", &["overseer"]).await;
    assert_eq!(begin(&overseer, &finding, "a.txt", b"abcdef").await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        client.send("DELETE", &format!("/uploads/{upload}"), "application/json", vec![]).await.status,
        StatusCode::NO_CONTENT
    );
    assert_eq!(client.get(&format!("/uploads/{upload}")).await.status, StatusCode::NOT_FOUND);
}

/// Two departments that do not see each other's findings.
async fn departments(app: &TestApp, client: &Client, key: &str) -> (Client, Client) {
    let root = client.get("/units").await.json()["items"][0]["id"].clone();
    let mut people = Vec::new();
    for (n, name) in ["办公室", "财务科"].into_iter().enumerate() {
        let unit = client.post("/units", &json!({"name": name, "kind": "department", "parent_id": root})).await.json()
            ["id"]
            .clone();
        let finding = format!("/findings/{key}-00{}", n + 1);
        let version = client.get(&finding).await.json()["version"].clone();
        assert!(client.patch(&finding, &json!({"version": version, "unit_id": unit})).await.status.is_success());
        people.push(app.person_of(client, &format!("head{n}"), &["head"], &unit).await);
    }
    (people.remove(0), people.remove(0))
}

#[tokio::test]
async fn a_file_that_is_within_reach_need_not_be_sent_and_others_learn_nothing_of_it() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let (office, finance) = departments(&app, &client, &key).await;
    let bytes = b"shared minutes";
    let first = id(&begin(&office, &format!("{key}-001"), "a.txt", bytes).await);
    part(&office, &first, 0, bytes).await;
    assert_eq!(complete(&office, &first).await.status, StatusCode::CREATED);
    // The liaison of all sees it: nothing is to be sent.
    let known = begin(&client, &format!("{key}-003"), "b.txt", bytes).await;
    assert_eq!(known.json()["received"], bytes.len());
    let done = complete(&client, &id(&known)).await;
    assert_eq!(done.json()["evidence_files"][0]["reused_in"], json!([format!("{key}-001")]));
    assert_eq!(client.get(&format!("/evidence/{key}-003-E01/file")).await.bytes, bytes);
    // Finance does not: to it the file is new, and the digest alone gets it nowhere.
    let unknown = begin(&finance, &format!("{key}-002"), "c.txt", bytes).await;
    assert_eq!(unknown.json()["received"], 0);
    let upload = id(&unknown);
    assert_eq!(complete(&finance, &upload).await.status, StatusCode::CONFLICT);
    part(&finance, &upload, 0, bytes).await;
    let done = complete(&finance, &upload).await;
    assert_eq!((done.status, &done.json()["evidence_files"][0]["reused_in"]), (StatusCode::CREATED, &json!([])));
    let stored = std::fs::read_dir(app.folder().join("files").join(&sha256(bytes)[..2])).unwrap().count();
    assert_eq!(stored, 1);
}

#[tokio::test]
async fn what_is_under_way_is_limited_and_goes_away_when_nobody_goes_on_with_it() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let path = format!("/findings/{key}-001/uploads");
    let mut statuses = Vec::new();
    for n in 0..40 {
        let body = json!({"name": format!("{n}.mp4"), "bytes": 60 * 1024 * 1024});
        statuses.push(client.post(&path, &body).await.status);
    }
    // Two gigabytes are thirty-four of them.
    assert_eq!(statuses.iter().filter(|s| **s == StatusCode::CREATED).count(), 34);
    assert_eq!(statuses.last(), Some(&StatusCode::CONFLICT));
    let first = client.get("/uploads").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    part(&client, &first, 0, b"abc").await;
    assert_eq!(app.database.remaining_uploads(i64::MAX).await.unwrap(), Vec::<String>::new());
    assert_eq!(client.get("/uploads").await.json()["total"], 0);
    assert_eq!(part(&client, &first, 3, b"abc").await.status, StatusCode::NOT_FOUND);
    // The part that is left belongs to no upload; it is removed when it is old enough.
    let file = app.folder().join("uploads").join(format!("{first}.part"));
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    std::fs::File::options().write(true).open(&file).unwrap().set_modified(old).unwrap();
    id(&begin(&client, &format!("{key}-001"), "a.txt", b"abc").await);
    assert!(!file.exists());
}

#[tokio::test]
async fn several_people_bring_files_to_one_finding_at_once() {
    let app = TestApp::empty().await;
    let (client, key) = ledger(&app).await;
    let finding = format!("{key}-001");
    let mut ids = Vec::new();
    for n in 0..6 {
        let bytes = format!("file {n}");
        let upload = id(&begin(&client, &finding, &format!("{n}.txt"), bytes.as_bytes()).await);
        part(&client, &upload, 0, bytes.as_bytes()).await;
        ids.push(upload);
    }
    let work = ids.into_iter().map(|upload| {
        let client = client.clone();
        tokio::spawn(async move { complete(&client, &upload).await.status })
    });
    for one in work.collect::<Vec<_>>() {
        assert_eq!(one.await.unwrap(), StatusCode::CREATED);
    }
    let now: Value = client.get(&format!("/findings/{finding}")).await.json();
    assert_eq!((now["evidence"].clone(), now["evidence_files"].as_array().unwrap().len()), (json!(6), 6));
    assert!(app.database.verify(&[]).await.unwrap().is_sound());
    assert!(app.database.doctor(&app.files).await.unwrap().is_empty());
}
