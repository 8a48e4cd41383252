//! Whatever is changed behind the back of the program is found.

use audit::{Checkpoint, Verification};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};
use serde_json::json;
use storage::Database;
use tempfile::TempDir;
use test_support::{TestApp, postgres};
use usecases::StoreError;

/// An installation that can be copied, on either database.
pub(crate) struct Installation {
    pub(crate) folder: TempDir,
    /// The database, where it is not in the folder.
    url: Option<String>,
}

impl Installation {
    fn new() -> Self {
        let url = postgres::is_wanted().then(postgres::database);
        Self { folder: tempfile::tempdir().unwrap(), url }
    }

    pub(crate) async fn filled() -> Self {
        let new = Self::new();
        let app = new.app().await;
        fill(&app).await;
        app.database.close().await.unwrap();
        new
    }

    pub(crate) async fn app(&self) -> TestApp {
        match &self.url {
            Some(url) => TestApp::on_postgres(url, self.folder.path()).await,
            None => TestApp::in_folder(self.folder.path()).await,
        }
    }

    fn copy(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.folder.path()).unwrap().flatten().filter(|e| e.path().is_file()) {
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        Self { folder, url: self.url.as_deref().map(postgres::copy) }
    }

    pub(crate) async fn open(&self) -> Result<Database, StoreError> {
        match &self.url {
            Some(url) => Database::connect(url, self.folder.path()).await,
            None => Database::open(self.folder.path()).await,
        }
    }

    async fn verify(&self, known: &[Checkpoint]) -> Verification {
        let database = self.open().await.unwrap();
        let found = database.verify(known).await.unwrap();
        database.close().await.unwrap();
        found
    }

    /// A connection past the program.
    pub(crate) async fn raw(&self) -> DatabaseConnection {
        let file = format!("sqlite://{}", self.folder.path().join("rectify.sqlite").display());
        sea_orm::Database::connect(self.url.clone().unwrap_or(file)).await.unwrap()
    }

    /// A connection of somebody who may do everything.
    pub(crate) async fn unguarded(&self) -> DatabaseConnection {
        let connection = self.raw().await;
        let off: &[&str] = match self.url {
            Some(_) => &["ALTER DATABASE # SET session_replication_role = replica"],
            None => &["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"],
        };
        let name = self.url.as_deref().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
        for sql in off {
            connection.execute_unprepared(&sql.replace('#', name)).await.unwrap();
        }
        connection.close().await.unwrap();
        self.raw().await
    }

    /// What is found in a copy after these statements.
    async fn after(&self, statements: &[String]) -> Verification {
        let copy = self.copy();
        let connection = copy.unguarded().await;
        let mut changed = 0;
        for sql in statements {
            changed += run(&connection, sql).await;
        }
        assert!(changed > 0 || statements.is_empty(), "nothing was tampered with: {statements:?}");
        connection.close().await.unwrap();
        copy.verify(&[]).await
    }
}

/// A few dozen entries of every kind.
async fn fill(app: &TestApp) {
    let admin = app.administrator().await;
    let key = admin.inspection().await;
    let rows: String = (1..=12).map(|n| format!("\t第{n}项工作落实不到位\t2027-0{}-15\n", n % 9 + 1)).collect();
    let table = format!("编号\t反馈问题\t整改时限\n{rows}");
    let found = admin.post(&format!("/inspections/{key}/ledger-changes"), &json!({"table": table})).await.json();
    let wanted: Vec<_> = found["rows"].as_array().unwrap().iter().map(|r| r["row"].clone()).collect();
    let id = found["id"].as_str().unwrap();
    admin.post(&format!("/ledger-changes/{id}/confirmation"), &json!({"rows": wanted})).await;
    for n in 1..=12 {
        let finding = format!("/findings/{key}-{n:03}");
        for text in ["修订采购管理办法", "开展专题培训2次"] {
            let answer = admin.post(&format!("{finding}/measures"), &json!({"text": text})).await;
            assert!(answer.status.is_success(), "{answer:?}");
        }
    }
    admin.upload(&format!("/findings/{key}-001/evidence"), "会议记录.txt", "三月十日会议".as_bytes()).await;
}

pub(crate) async fn run(connection: &DatabaseConnection, sql: &str) -> u64 {
    let backend = connection.get_database_backend();
    if backend == DatabaseBackend::Sqlite {
        connection.execute_unprepared("PRAGMA foreign_keys = OFF").await.unwrap();
    }
    let statement = Statement::from_string(backend, sql);
    connection.execute_raw(statement).await.unwrap_or_else(|cause| panic!("{sql}: {cause}")).rows_affected()
}

#[tokio::test]
async fn an_untouched_installation_is_sound() {
    let found = Installation::filled().await.after(&[]).await;
    assert!(found.is_sound(), "{found:?}");
    assert!(found.log.entries > 30 && found.rows_checked > 35, "{found:?}");
}

#[tokio::test]
async fn the_log_itself_refuses_changes() {
    let installation = Installation::filled().await;
    let connection = installation.raw().await;
    for sql in ["UPDATE audit SET summary = ''", "DELETE FROM audit"] {
        let refused = connection.execute_unprepared(sql).await.unwrap_err();
        assert!(refused.to_string().contains("append-only"), "{refused}");
    }
}

#[tokio::test]
async fn a_log_without_its_key_is_not_continued() {
    let installation = Installation::filled().await;
    let file = installation.folder.path().join("audit.key");
    std::fs::remove_file(&file).unwrap();
    let refused = installation.open().await.err().unwrap();
    assert!(refused.to_string().contains("audit.key"), "{refused}");
    std::fs::write(file, "00".repeat(32)).unwrap();
    assert!(!installation.verify(&[]).await.is_sound());
}

#[tokio::test]
async fn an_older_state_is_found_by_a_checkpoint() {
    let installation = Installation::filled().await;
    let older = installation.copy();
    let app = installation.app().await;
    app.anonymous().post("/session", &json!({"username": "nobody", "password": "x"})).await;
    let checkpoint = app.database.checkpoint().await.unwrap();
    assert!(older.verify(&[]).await.is_sound());
    assert!(!older.verify(&[checkpoint]).await.is_sound());
}

#[tokio::test]
async fn a_damaged_log_is_shown_checked_and_exported_all_the_same() {
    let installation = Installation::filled().await;
    let connection = installation.unguarded().await;
    let damage = ["changes = '{'", "row_digests = 'x', kind = 'unheard'", "hash = '?', actor_id = 'nobody'"];
    for (seq, what) in (5..).zip(damage) {
        run(&connection, &format!("UPDATE audit SET {what} WHERE seq = {seq}")).await;
    }
    run(&connection, "UPDATE findings SET title = '一切正常' WHERE serial = 1").await;
    connection.close().await.unwrap();
    let app = installation.app().await;
    let admin = app.sign_in("admin").await;
    let page = admin.get("/audit-log?limit=500").await.json();
    assert_eq!(page["items"].as_array().unwrap().len() as i64, page["total"].as_i64().unwrap());
    let found = admin.post("/audit-log/verification", &json!({})).await.json();
    assert_eq!(found["sound"], false);
    let offences = found["offences"].as_array().unwrap();
    let named: Vec<i64> = offences.iter().filter_map(|o| o["seq"].as_i64()).collect();
    assert!(
        [5, 6, 7].iter().all(|seq| named.contains(seq)) && named.iter().all(|seq| (5..=8).contains(seq)),
        "{found}"
    );
    let row = offences.last().unwrap()["words"].as_str().unwrap();
    assert!(row.contains("findings") && row.contains("被修改"), "{found}");
    let export = admin.get("/audit-log/export").await;
    let lines = String::from_utf8(export.bytes).unwrap();
    assert_eq!(lines.lines().count() as i64, page["total"].as_i64().unwrap() + 3);
}

/// A plain generator: the same edits in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len() as u64) as usize]
    }
}

/// One way to falsify the record with SQL.
fn edit(random: &mut Random, entries: u64) -> Vec<String> {
    let seq = random.below(entries) + 1;
    let other = random.below(entries) + 1;
    let at = random.below(10);
    let row = |table: &str| format!("id = (SELECT id FROM {table} ORDER BY id LIMIT 1 OFFSET {at})");
    match random.below(9) {
        0 => {
            let column = random.of(&["summary", "subject", "kind", "changes", "row_digests", "hash", "seal", "id"]);
            vec![format!("UPDATE audit SET {column} = {column} || '0' WHERE seq = {seq}")]
        }
        1 => vec![format!("UPDATE audit SET at = at + 1 WHERE seq = {seq}")],
        4 if seq == other => {
            vec![format!("UPDATE findings SET measures_done = measures_done + 1 WHERE {}", row("findings"))]
        }
        2 => vec![format!("UPDATE audit SET actor_id = COALESCE(actor_id, '') || 'x' WHERE seq = {seq}")],
        3 => vec![format!("DELETE FROM audit WHERE seq = {seq}")],
        4 if seq != other => vec![
            format!("UPDATE audit SET seq = -1 WHERE seq = {seq}"),
            format!("UPDATE audit SET seq = {seq} WHERE seq = {other}"),
            format!("UPDATE audit SET seq = {other} WHERE seq = -1"),
        ],
        5 => vec![format!(
            "INSERT INTO audit SELECT {} , id || 'x', at, actor_id, subject, kind, summary, changes, row_digests, hash, seal FROM audit WHERE seq = {seq}",
            entries + 1
        )],
        6 => vec![format!("DELETE FROM audit WHERE seq >= {seq}")],
        7 => {
            let (table, column) = [
                ("findings", "title"),
                ("findings", "due"),
                ("findings", "completion"),
                ("evidence", "name"),
                ("measures", "body"),
                ("measures", "owner_id"),
                ("people", "roles"),
                ("people", "password_hash"),
                ("inspections", "feedback_date"),
            ][random.below(9) as usize];
            let row =
                if matches!(table, "people" | "inspections" | "evidence") { "1 = 1".to_owned() } else { row(table) };
            vec![format!("UPDATE {table} SET {column} = COALESCE({column}, '') || '1' WHERE {row}")]
        }
        8 => {
            let table = random.of(&["findings", "measures", "units"]);
            let row = if table == "units" { "1 = 1".to_owned() } else { row(table) };
            vec![format!("DELETE FROM {table} WHERE {row}")]
        }
        _ => vec![format!("UPDATE audit_head SET seq = seq - 1")],
    }
}

/// 1,000 edits with TAMPERINGS=1000; fewer in the ordinary run.
#[tokio::test]
async fn random_edits_are_all_found() {
    #[expect(clippy::disallowed_methods, reason = "the long run is asked for from outside")]
    let rounds: u64 = std::env::var("TAMPERINGS").ok().and_then(|n| n.parse().ok()).unwrap_or(120);
    let installation = Installation::filled().await;
    let entries = installation.after(&[]).await.log.entries as u64;
    let mut random = Random(20_261_123);
    for round in 0..rounds {
        let statements = edit(&mut random, entries);
        let found = installation.after(&statements).await;
        assert!(!found.is_sound(), "round {round}: {statements:?}");
    }
}
