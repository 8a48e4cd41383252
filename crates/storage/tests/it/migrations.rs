//! An installation of every earlier schema becomes one of today, and nothing of its record changes.

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use storage::{Database, FolderFiles, restore};
use test_support::{TestApp, postgres};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn fixtures() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/schemas");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    files.iter().map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect()
}

/// The backup that the program of that time would have written.
fn backup(fixture: &Value, to: &Path) {
    let mut zip = ZipWriter::new(std::fs::File::create(to).unwrap());
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    put("manifest.json", &json!({"format": "rectify-backup/1", "schema": fixture["schema"]}).to_string());
    put("audit.key", fixture["key"].as_str().unwrap());
    for (name, text) in fixture["files"].as_object().unwrap() {
        put(name, text.as_str().unwrap());
    }
    for (name, rows) in fixture["tables"].as_object().unwrap() {
        let lines: String = rows.as_array().unwrap().iter().map(|row| format!("{row}\n")).collect();
        put(&format!("tables/{name}.jsonl"), &lines);
    }
    zip.finish().unwrap();
}

#[tokio::test]
async fn an_installation_of_every_earlier_schema_is_brought_up_to_date() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 3, "the fixtures are there");
    for fixture in fixtures {
        let schema = &fixture["schema"];
        let entries = fixture["tables"]["audit"].as_array().unwrap().len() as i64;
        let targets = if postgres::is_wanted() { vec![None, Some(postgres::database())] } else { vec![None] };
        for url in targets {
            let folder = tempfile::tempdir().unwrap();
            let (file, data) = (folder.path().join("备份.zip"), folder.path().join("data"));
            backup(&fixture, &file);
            restore(&file, &data, &FolderFiles::of_folder(&data), url.as_deref()).await.unwrap();
            let database = match &url {
                Some(url) => Database::connect(url, &data).await.unwrap(),
                None => Database::open(&data).await.unwrap(),
            };
            let verification = database.verify(&[]).await.unwrap();
            assert!(verification.is_sound(), "schema {schema}: {verification:?}");
            assert_eq!(verification.log.entries, entries, "schema {schema}");
            let found = database.doctor(&FolderFiles::of_folder(&data)).await.unwrap();
            assert!(found.is_empty(), "schema {schema}: {found:?}");
            database.close().await.unwrap();

            let app = match &url {
                Some(url) => TestApp::on_postgres(url, &data).await,
                None => TestApp::in_folder(&data).await,
            };
            let liaison = app.sign_in("admin").await;
            let finding = liaison.get("/findings/XC-2026-01-001").await.json();
            assert_eq!((&finding["title"], &finding["stage"]), (&json!("学习制度不健全"), &json!("rectifying")));
            // What came later works on what was there before.
            let list = liaison.get("/inspections/XC-2026-01/findings?q=%E7%A0%94%E8%AE%A8").await.json();
            assert_eq!(list["total"], 1, "schema {schema}: {list}");
            let made = liaison.post("/inspections/XC-2026-01/reports", &json!({"kind": "progress"})).await;
            assert_eq!(made.status, 201, "schema {schema}: {made:?}");
        }
    }
}
