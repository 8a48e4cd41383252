//! Backups: taken while the service runs, restored on either database, nothing lost.

use crate::tampering::{Installation, run};
use serde_json::Value;
use std::path::Path;
use storage::{Database, FolderFiles, restore};
use test_support::s3::S3Server;
use test_support::{TestApp, postgres};

fn files(folder: &Path) -> FolderFiles {
    FolderFiles::of_folder(folder)
}

async fn ledger(app: &TestApp) -> Value {
    let client = app.sign_in("admin").await;
    let key = client.get("/inspections").await.json()["items"][0]["key"].as_str().unwrap().to_owned();
    let mut all = client.get(&format!("/inspections/{key}/findings?limit=100")).await.json();
    let first = all["items"][0]["key"].as_str().unwrap().to_owned();
    all["detail"] = client.get(&format!("/findings/{first}")).await.json();
    all
}

#[tokio::test]
async fn a_backup_comes_back_whole() {
    let installation = Installation::filled().await;
    let app = installation.app().await;
    let before = ledger(&app).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("备份.zip");
    let written =
        app.database.backup(installation.folder.path(), &files(installation.folder.path()), &file).await.unwrap();
    assert!(written.rows > 60 && written.files == 1, "{written:?}");
    // To the same kind of database, and to the other one where there is one.
    let targets = if postgres::is_wanted() { vec![None, Some(postgres::database())] } else { vec![None] };
    for url in targets {
        let target = tempfile::tempdir().unwrap();
        assert_eq!(restore(&file, target.path(), &files(target.path()), url.as_deref()).await.unwrap(), written);
        let database = match &url {
            Some(url) => Database::connect(url, target.path()).await.unwrap(),
            None => Database::open(target.path()).await.unwrap(),
        };
        assert!(database.verify(&[]).await.unwrap().is_sound());
        assert_eq!(database.doctor(&FolderFiles::of_folder(target.path())).await.unwrap(), Vec::<String>::new());
        let restored = match &url {
            Some(url) => TestApp::on_postgres(url, target.path()).await,
            None => TestApp::in_folder(target.path()).await,
        };
        assert_eq!(ledger(&restored).await, before);
        let again = restore(&file, target.path(), &files(target.path()), url.as_deref()).await.unwrap_err();
        assert!(again.to_string().contains("已有数据"), "{again}");
    }
}

#[tokio::test]
async fn what_is_no_backup_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.zip");
    std::fs::write(&file, b"not a zip").unwrap();
    let refused =
        restore(&file, &folder.path().join("data"), &files(&folder.path().join("data")), None).await.unwrap_err();
    assert!(refused.to_string().contains("备份文件不能使用"), "{refused}");
    assert!(!folder.path().join("data/audit.key").exists());
}

#[tokio::test]
async fn the_doctor_names_what_does_not_agree() {
    let installation = Installation::filled().await;
    let connection = installation.unguarded().await;
    for sql in [
        "UPDATE findings SET stage = 'closed' WHERE serial = 1",
        "UPDATE findings SET completion = 'done' WHERE serial = 2",
        "UPDATE findings SET measures_done = 2 WHERE serial = 3",
    ] {
        assert_eq!(run(&connection, sql).await, 1, "{sql}");
    }
    connection.close().await.unwrap();
    let database = installation.open().await.unwrap();
    let files = installation.folder.path().join("files");
    let stored = std::fs::read_dir(&files).unwrap().flatten().next().unwrap().path();
    let evidence = std::fs::read_dir(stored).unwrap().flatten().next().unwrap().path();
    std::fs::write(evidence, "改写").unwrap();
    let found = database.doctor(&FolderFiles::of_folder(installation.folder.path())).await.unwrap().join("\n");
    for part in [
        "-001：登记的阶段为“已销号”，按流程记录应为“登记”",
        "-002：完成情况",
        "-003：措施的计数",
        "-001-E01：佐证文件的内容被改动",
    ] {
        assert!(found.contains(part), "{part}: {found}");
    }
}

#[tokio::test]
async fn a_backup_moves_the_files_from_a_folder_to_a_remote_store_and_back() {
    let installation = Installation::filled().await;
    let app = installation.app().await;
    let before = ledger(&app).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("备份.zip");
    app.database.backup(installation.folder.path(), &files(installation.folder.path()), &file).await.unwrap();
    let server = S3Server::start().await;
    let (remote, target) = (server.files("整改/佐证"), tempfile::tempdir().unwrap());
    let restored = restore(&file, target.path(), &remote, None).await.unwrap();
    assert_eq!((server.names().len(), target.path().join("files").exists()), (1, false));
    let database = Database::open(target.path()).await.unwrap();
    assert_eq!(database.doctor(&remote).await.unwrap(), Vec::<String>::new());
    let again = folder.path().join("再备份.zip");
    assert_eq!(database.backup(target.path(), &remote, &again).await.unwrap().files, restored.files);
    database.close().await.unwrap();
    let last = tempfile::tempdir().unwrap();
    restore(&again, last.path(), &files(last.path()), None).await.unwrap();
    assert_eq!(ledger(&TestApp::in_folder(last.path()).await).await, before);
    server.tamper(&server.names()[0], b"changed");
    let database = Database::open(target.path()).await.unwrap();
    let found = database.doctor(&remote).await.unwrap().join("\n");
    assert!(found.contains("佐证文件的内容被改动"), "{found}");
}
