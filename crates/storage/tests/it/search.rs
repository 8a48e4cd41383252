//! The index of words: made anew where it is missing, and looked at by the doctor.

use crate::tampering::{Installation, run};
use storage::FolderFiles;
use test_support::postgres;

async fn doctor(installation: &Installation) -> Vec<String> {
    let database = installation.open().await.unwrap();
    let found = database.doctor(&FolderFiles::of_folder(installation.folder.path())).await.unwrap();
    database.close().await.unwrap();
    found
}

#[tokio::test]
async fn an_index_that_is_missing_is_made_and_one_that_lies_is_named() {
    let installation = Installation::filled().await;
    let connection = installation.raw().await;
    run(&connection, "DELETE FROM finding_search").await;
    if !postgres::is_wanted() {
        run(&connection, "INSERT INTO finding_bigrams (finding_bigrams) VALUES ('delete-all')").await;
    }
    connection.close().await.unwrap();
    // Opening is enough: so an installation of the version before is brought up to date.
    let app = installation.app().await;
    let client = app.sign_in("admin").await;
    let words: String = "修订采购".bytes().map(|b| format!("%{b:02X}")).collect();
    let page = client.get(&format!("/inspections/XC-2026-01/findings?q={words}")).await.json();
    assert_eq!(page["total"], 12);
    app.database.close().await.unwrap();
    assert_eq!(doctor(&installation).await, Vec::<String>::new());

    let connection = installation.raw().await;
    run(&connection, "UPDATE measures SET body = '别的' WHERE measure_key = 'XC-2026-01-003-01'").await;
    run(&connection, "UPDATE finding_search SET of_due = NULL WHERE of_finding IN (SELECT id FROM findings WHERE finding_key = 'XC-2026-01-005')").await;
    run(
        &connection,
        "DELETE FROM finding_search WHERE of_finding IN (SELECT id FROM findings WHERE finding_key = 'XC-2026-01-007')",
    )
    .await;
    connection.close().await.unwrap();
    let mut found = doctor(&installation).await;
    found.sort();
    let expected = ["003", "005", "007"].map(|n| format!("XC-2026-01-{n}：检索索引与内容不符"));
    assert_eq!(found, expected);
}
