//! The end of the log by e-mail, to a real SMTP server of a few lines.

use axum::http::StatusCode;
use serde_json::json;
use server::{MailSettings, MailTls, Secret, SmtpPost};
use std::sync::{Arc, Mutex};
use storage::FolderFiles;
use test_support::TestApp;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// Letters as they came over the line, and what was said before them.
#[derive(Clone, Default)]
struct Sink {
    lines: Arc<Mutex<Vec<String>>>,
    address: String,
}

impl Sink {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Self { address: listener.local_addr().unwrap().to_string(), ..Self::default() };
        let lines = sink.lines.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (read, mut write) = stream.into_split();
                let mut read = BufReader::new(read).lines();
                let mut data = false;
                write.write_all(b"220 sink ESMTP\r\n").await.unwrap();
                while let Ok(Some(line)) = read.next_line().await {
                    lines.lock().unwrap().push(line.clone());
                    let answer = match (data, line.split(' ').next().unwrap_or_default()) {
                        (true, ".") => {
                            data = false;
                            "250 taken\r\n"
                        }
                        (true, _) => continue,
                        (_, "EHLO") => "250-sink\r\n250 AUTH PLAIN LOGIN\r\n",
                        (_, "AUTH") => "235 ok\r\n",
                        (_, "DATA") => {
                            data = true;
                            "354 go on\r\n"
                        }
                        (_, "QUIT") => "221 bye\r\n",
                        _ => "250 ok\r\n",
                    };
                    if write.write_all(answer.as_bytes()).await.is_err() {
                        break;
                    }
                }
            }
        });
        sink
    }

    fn said(&self) -> String {
        self.lines.lock().unwrap().join("\n")
    }

    fn settings(&self) -> MailSettings {
        MailSettings {
            server: self.address.clone(),
            tls: MailTls::Plain,
            from: "整改系统 <rectify@example.cn>".to_owned(),
            to: "audit@example.org".to_owned(),
            user: Some("rectify".to_owned()),
            password: Some(Secret::Text("Mima-2026".to_owned())),
        }
    }
}

/// The text of a letter whose body is base64 or quoted-printable.
fn body_of(said: &str) -> String {
    let letter = said.split("\nDATA\n").last().unwrap();
    let (head, body) = letter.split_once("\n\n").unwrap();
    let body = body.split("\n.\n").next().unwrap();
    if head.contains("base64") {
        String::from_utf8(base64(&body.replace('\n', ""))).unwrap()
    } else {
        let joined = body.replace("=\n", "");
        let mut bytes = Vec::new();
        let mut rest = joined.as_bytes();
        while let [first, tail @ ..] = rest {
            match (*first, tail) {
                (b'=', [a, b, after @ ..]) => {
                    let hex = std::str::from_utf8(&[*a, *b]).unwrap().to_owned();
                    bytes.push(u8::from_str_radix(&hex, 16).unwrap());
                    rest = after;
                }
                (byte, after) => {
                    bytes.push(byte);
                    rest = after;
                }
            }
        }
        String::from_utf8(bytes).unwrap()
    }
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for byte in text.bytes().filter(|b| *b != b'=' && *b != b'\r') {
        held = (held << 6) | LETTERS.iter().position(|l| *l == byte).unwrap() as u32;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    out
}

#[tokio::test]
async fn the_end_of_the_log_goes_out_and_the_log_says_so() {
    let sink = Sink::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mailer = Arc::new(SmtpPost::new(&sink.settings()).unwrap());
    let files = Arc::new(FolderFiles::of_folder(folder.path()));
    let app = TestApp::with(folder.path(), files, Some(mailer)).await;
    let client = app.administrator().await;
    let end = app.database.checkpoint().await.unwrap();
    let before = client.get("/audit-log/checkpoint/mail").await.json();
    assert_eq!(before, json!({"to": "audit@example.org", "last_at": null, "failure": null}));
    let sent = client.post("/audit-log/checkpoint/mail", &json!({})).await;
    assert_eq!(sent.status, StatusCode::OK, "{sent:?}");
    assert_eq!(sent.json()["last_at"], "2026-11-23T04:00:00Z");
    let said = sink.said();
    for part in ["MAIL FROM:<rectify@example.cn>", "RCPT TO:<audit@example.org>", "AUTH PLAIN"] {
        assert!(said.contains(part), "{said}");
    }
    let body = body_of(&said);
    assert!(body.contains(&format!("\n{end}")), "{body}");
    let log = client.get("/audit-log?kind=checkpoint_sent").await.json();
    assert!(log["items"][0]["summary"].as_str().unwrap().contains("audit@example.org"), "{log}");
    // A day has not gone by.
    assert!(!usecases::mail_checkpoint_if_due(&app.app).await.unwrap());
    let owner = app.person(&client, "owner", &["owner"]).await;
    assert_eq!(owner.post("/audit-log/checkpoint/mail", &json!({})).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_new_installation_mails_without_being_asked_and_a_failure_is_told() {
    let sink = Sink::start().await;
    let folder = tempfile::tempdir().unwrap();
    let files = Arc::new(FolderFiles::of_folder(folder.path()));
    let mailer = Arc::new(SmtpPost::new(&sink.settings()).unwrap());
    let app = TestApp::with(folder.path(), files.clone(), Some(mailer)).await;
    assert!(usecases::mail_checkpoint_if_due(&app.app).await.unwrap());
    assert!(!usecases::mail_checkpoint_if_due(&app.app).await.unwrap());

    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = MailSettings { server: closed.local_addr().unwrap().to_string(), ..sink.settings() };
    drop(closed);
    let other = tempfile::tempdir().unwrap();
    let app = TestApp::with(other.path(), files, Some(Arc::new(SmtpPost::new(&settings).unwrap()))).await;
    let client = app.administrator().await;
    let failed = client.post("/audit-log/checkpoint/mail", &json!({})).await;
    assert_eq!((failed.status, failed.code().as_str()), (StatusCode::BAD_GATEWAY, "mail_failed"));
    assert!(!failed.json().to_string().contains("Mima-2026"));
    let state = client.get("/audit-log/checkpoint/mail").await.json();
    assert!(state["failure"].is_string() && state["last_at"].is_null(), "{state}");
}

#[tokio::test]
async fn nothing_is_mailed_unless_somebody_set_it_up() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    assert_eq!(client.get("/audit-log/checkpoint/mail").await.json()["to"], json!(null));
    assert_eq!(client.post("/audit-log/checkpoint/mail", &json!({})).await.status, StatusCode::CONFLICT);
    assert!(!usecases::mail_checkpoint_if_due(&app.app).await.unwrap());
    for wrong in ["smtp.example.cn", "smtp.example.cn:x"] {
        let settings = MailSettings { server: wrong.to_owned(), ..Sink::default().settings() };
        assert!(SmtpPost::new(&settings).is_err());
    }
}
