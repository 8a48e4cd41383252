//! TestApp: the real router on a real database, with a clock that stands still. Dev-dependency only.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod postgres;
pub mod s3;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::civil::Date;
use serde_json::{Value, json};
use server::{AppState, Press, router};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use storage::{Checkpoints, Database, FolderFiles, FolderSpool};
use tempfile::TempDir;
use tower::ServiceExt;
use usecases::{App, Clock, Files, Mailer};

/// 23 November 2026, noon in Beijing.
const NOW_MS: i64 = 1_795_406_400_000;
pub const PASSWORD: &str = "Zheng-Gai-2026";

struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> i64 {
        NOW_MS
    }

    fn today(&self) -> Date {
        jiff::civil::date(2026, 11, 23)
    }
}

/// An installation in a folder that goes away with it.
pub struct TestApp {
    router: Router,
    pub database: Database,
    pub files: FolderFiles,
    /// The application behind the router.
    pub app: App,
    place: PathBuf,
    _folder: Option<TempDir>,
}

/// Somebody who sends requests; anonymous without a cookie.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookie: Option<String>,
    /// Sent with every request.
    headers: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub bytes: Vec<u8>,
    pub headers: HeaderMap,
    cookie: Option<String>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    pub fn code(&self) -> String {
        self.json()["error"]["code"].as_str().unwrap_or_default().to_owned()
    }
}

impl TestApp {
    /// An empty installation.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = match postgres::is_wanted() {
            true => Database::connect(&postgres::database(), folder.path()).await.unwrap(),
            false => Database::open(folder.path()).await.unwrap(),
        };
        let app = Self::on(database, folder.path());
        Self { _folder: Some(folder), ..app }
    }

    /// The installation on a PostgreSQL database; files and key are in a folder that stays.
    pub async fn on_postgres(url: &str, folder: &Path) -> Self {
        Self::on(Database::connect(url, folder).await.unwrap(), folder)
    }

    /// The installation on the SQLite file of a folder that stays.
    pub async fn in_folder(folder: &Path) -> Self {
        Self::on(Database::open(folder).await.unwrap(), folder)
    }

    /// The installation on the SQLite file of a folder, with its files elsewhere, and perhaps somebody who mails.
    pub async fn with(folder: &Path, files: Arc<dyn Files>, mailer: Option<Arc<dyn Mailer>>) -> Self {
        Self::build(Database::open(folder).await.unwrap(), folder, files, mailer)
    }

    fn on(database: Database, folder: &Path) -> Self {
        Self::build(database, folder, Arc::new(FolderFiles::of_folder(folder)), None)
    }

    fn build(database: Database, folder: &Path, kept: Arc<dyn Files>, mailer: Option<Arc<dyn Mailer>>) -> Self {
        let files = FolderFiles::of_folder(folder);
        let app = App::new(
            Arc::new(database.clone()),
            kept,
            Arc::new(FolderSpool::of_folder(folder)),
            Arc::new(FixedClock),
            Arc::new(Press::of_folder(folder)),
        );
        let app = match mailer {
            Some(mailer) => app.with_mailer(mailer),
            None => app,
        };
        let checkpoints = Checkpoints::of_folder(folder);
        let state = AppState { app: app.clone(), demo: false, checkpoints };
        Self { router: router(state), database, files, app, place: folder.to_owned(), _folder: None }
    }

    /// Its data folder.
    pub fn folder(&self) -> &Path {
        &self.place
    }

    fn client(&self, cookie: Option<String>) -> Client {
        Client { router: self.router.clone(), cookie, headers: Vec::new() }
    }

    pub fn anonymous(&self) -> Client {
        self.client(None)
    }

    /// Does the first-run set-up and signs in.
    pub async fn administrator(&self) -> Client {
        let body = json!({"unit_name": "云溪县水务局", "username": "admin", "name": "管理员", "password": PASSWORD});
        let answer = self.anonymous().post("/setup", &body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        self.client(answer.cookie)
    }

    /// Somebody who is known already.
    pub async fn sign_in(&self, username: &str) -> Client {
        let body = json!({"username": username, "password": PASSWORD});
        self.client(self.anonymous().post("/session", &body).await.cookie)
    }

    /// A person of the administrator's unit with these roles, signed in.
    pub async fn person(&self, administrator: &Client, username: &str, roles: &[&str]) -> Client {
        self.person_of(administrator, username, roles, &Value::Null).await
    }

    /// A person of a unit with these roles, signed in.
    pub async fn person_of(&self, administrator: &Client, username: &str, roles: &[&str], unit: &Value) -> Client {
        let body = json!({"name": username, "username": username, "password": "Lian-Luo-2026", "roles": roles, "unit_id": unit});
        assert_eq!(administrator.post("/people", &body).await.status, StatusCode::CREATED);
        let answer =
            self.anonymous().post("/session", &json!({"username": username, "password": "Lian-Luo-2026"})).await;
        self.client(answer.cookie)
    }
}

impl Client {
    /// The same person, with one more header.
    pub fn with(&self, name: &'static str, value: impl Into<String>) -> Self {
        let mut client = self.clone();
        client.headers.push((name, value.into()));
        client
    }

    /// The same place without a session.
    pub fn signed_out(&self) -> Self {
        Self { cookie: None, ..self.clone() }
    }

    pub async fn send(&self, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin");
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let cookie = response
            .headers()
            .get(header::SET_COOKIE)
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.split(';').next())
            .map(str::to_owned);
        let status = response.status();
        let headers = response.headers().clone();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, bytes, headers, cookie }
    }

    /// A part of a file.
    pub async fn part(&self, path: &str, bytes: &[u8]) -> Answer {
        self.send("PATCH", path, "application/octet-stream", bytes.to_vec()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "application/json", Vec::new()).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, "application/json", body.to_string().into_bytes()).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> Answer {
        self.send("PATCH", path, "application/json", body.to_string().into_bytes()).await
    }

    /// Uploads a file as a browser does.
    pub async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body =
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n").into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--x--\r\n");
        self.send("POST", path, "multipart/form-data; boundary=x", body).await
    }

    /// A round with nothing in it; its key.
    pub async fn inspection(&self) -> String {
        let unit = self.get("/units").await.json()["items"][0]["id"].clone();
        let body = json!({"source": "patrol", "title": "第五轮巡察", "issuing_body": "县委第三巡察组", "unit_id": unit, "feedback_date": "2026-10-15"});
        self.post("/inspections", &body).await.json()["key"].as_str().unwrap().to_owned()
    }
}
