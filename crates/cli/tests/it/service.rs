//! The service as a process of its own, and requests to it over a socket.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

/// The service as a process of its own.
pub(crate) struct Service {
    process: Mutex<Child>,
    pub(crate) address: String,
}

impl Service {
    pub(crate) fn start(folder: &Path, url: Option<&str>) -> Self {
        Self::start_with(folder, url, &[])
    }

    pub(crate) fn start_with(folder: &Path, url: Option<&str>, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rectify"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(folder).args(more).stderr(Stdio::piped());
        if let Some(url) = url {
            command.args(["--database-url", url]);
        }
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stderr.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening http://").unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { process: Mutex::new(process), address }
    }

    pub(crate) fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        // It may have ended already.
        let _ = process.kill();
        process.wait().unwrap();
    }
}

/// A test that fails leaves no process behind.
impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

fn head(method: &str, address: &str, cookie: &str, path: &str, kind: &str, bytes: usize) -> String {
    format!(
        "{method} /api/v1{path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nContent-Type: {kind}\r\nContent-Length: {bytes}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n"
    )
}

/// Sends a part of a file piece by piece, until the service is gone.
pub(crate) fn send_slowly(address: &str, cookie: &str, path: &str, body: &[u8]) {
    let Ok(mut stream) = TcpStream::connect(address) else { return };
    let head = head("PATCH", address, cookie, path, "application/octet-stream", body.len());
    if stream.write_all(head.as_bytes()).is_err() {
        return;
    }
    for piece in body.chunks(64 * 1024) {
        if stream.write_all(piece).is_err() {
            return;
        }
        std::thread::sleep(Duration::from_millis(4));
    }
}

/// Sends a request; `None` when the service died before the whole answer came.
pub(crate) fn send(address: &str, cookie: &str, path: &str, kind: &str, body: &[u8]) -> Option<(u16, String, Vec<u8>)> {
    request("POST", address, cookie, path, kind, body)
}

pub(crate) fn request(
    method: &str,
    address: &str,
    cookie: &str,
    path: &str,
    kind: &str,
    body: &[u8],
) -> Option<(u16, String, Vec<u8>)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    stream.write_all(head(method, address, cookie, path, kind, body.len()).as_bytes()).ok()?;
    stream.write_all(body).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let end = answer.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, head, answer[end + 4..].to_vec()))
}

pub(crate) fn post(address: &str, cookie: &str, path: &str, body: &Value) -> Option<(u16, String, Vec<u8>)> {
    send(address, cookie, path, "application/json", body.to_string().as_bytes())
}

fn cookie_of(head: &str) -> String {
    let line = head.lines().find(|l| l.to_lowercase().starts_with("set-cookie:")).expect("a session");
    line["set-cookie:".len()..].trim().split(';').next().unwrap().to_owned()
}

/// The cookie of who signs in; none where he may not.
pub(crate) fn signed_in(address: &str, username: &str, password: &str) -> Option<String> {
    let (status, head, _) =
        post(address, "", "/session", &json!({"username": username, "password": password})).unwrap();
    (status < 300).then(|| cookie_of(&head))
}

/// An installation with one finding; the cookie of its administrator and the key of the finding.
pub(crate) fn set_up(address: &str) -> (String, String) {
    let body = json!({"unit_name": "测试局", "username": "admin", "name": "测试", "password": "Zheng-Gai-2026"});
    let (_, head, _) = post(address, "", "/setup", &body).unwrap();
    let cookie = cookie_of(&head);
    let units = get(address, &cookie, "/units");
    let body =
        json!({"source": "patrol", "title": "测试轮次", "issuing_body": "测试组", "unit_id": units["items"][0]["id"]});
    let (_, _, made) = post(address, &cookie, "/inspections", &body).unwrap();
    let key = json_of(&made)["key"].as_str().unwrap().to_owned();
    let table = json!({"table": "编号\t反馈问题\n\t采购不规范\n"});
    let (_, _, found) = post(address, &cookie, &format!("/inspections/{key}/ledger-changes"), &table).unwrap();
    let found = json_of(&found);
    let (id, row) = (found["id"].as_str().unwrap(), found["rows"][0]["row"].clone());
    post(address, &cookie, &format!("/ledger-changes/{id}/confirmation"), &json!({"rows": [row]})).unwrap();
    (cookie, format!("{key}-001"))
}

/// The body, whether it came in one piece or in chunks.
pub(crate) fn json_of(body: &[u8]) -> Value {
    let start = body.iter().position(|b| *b == b'{').unwrap_or(0);
    let end = body.iter().rposition(|b| *b == b'}').map_or(body.len(), |at| at + 1);
    serde_json::from_slice(&body[start..end])
        .unwrap_or_else(|cause| panic!("{cause}: {}", String::from_utf8_lossy(body)))
}

pub(crate) fn get(address: &str, cookie: &str, path: &str) -> Value {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET /api/v1{path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    json_of(&answer)
}
