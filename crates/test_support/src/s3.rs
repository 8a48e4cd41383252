//! A small S3-compatible store: what object_store asks of one, in memory, on a port of this machine. Requests without a
//! signature by the right key are refused.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::sync::{Arc, Mutex};
use storage::{S3Files, S3Location};

pub const BUCKET: &str = "zhenggai";
pub const KEY_ID: &str = "TESTKEY";
pub const SECRET: &str = "not-a-secret";

#[derive(Default)]
struct Held {
    objects: BTreeMap<String, Vec<u8>>,
    /// Parts of uploads by their number.
    uploads: HashMap<String, BTreeMap<u32, Vec<u8>>>,
    begun: usize,
}

/// The store; it ends with the runtime that it was started on.
#[derive(Clone)]
pub struct S3Server {
    pub endpoint: String,
    held: Arc<Mutex<Held>>,
}

impl S3Server {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let server = Self { endpoint, held: Arc::default() };
        let router = Router::new().fallback(answer).with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        server
    }

    pub fn location(&self, prefix: &str) -> S3Location {
        S3Location {
            bucket: BUCKET.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: Some(self.endpoint.clone()),
            region: "us-east-1".to_owned(),
            key_id: KEY_ID.to_owned(),
            secret: SECRET.to_owned(),
        }
    }

    pub fn files(&self, prefix: &str) -> S3Files {
        S3Files::new(&self.location(prefix)).unwrap()
    }

    /// Names of the objects that are there.
    pub fn names(&self) -> Vec<String> {
        self.held.lock().unwrap().objects.keys().cloned().collect()
    }

    /// Uploads in parts that were begun.
    pub fn uploads_begun(&self) -> usize {
        self.held.lock().unwrap().begun
    }

    /// Changes an object behind the back of the program.
    pub fn tamper(&self, name: &str, bytes: &[u8]) {
        self.held.lock().unwrap().objects.insert(name.to_owned(), bytes.to_vec());
    }
}

fn status(code: StatusCode) -> Response {
    code.into_response()
}

/// The text of a path or a query.
fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

async fn answer(State(server): State<S3Server>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let header = |name: &str| parts.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let signed = format!("AWS4-HMAC-SHA256 Credential={KEY_ID}/");
    if !header("authorization").starts_with(&signed) || header("x-amz-date").is_empty() {
        return status(StatusCode::FORBIDDEN);
    }
    let Some(name) = parts.uri.path().strip_prefix(&format!("/{BUCKET}")) else {
        return status(StatusCode::NOT_FOUND);
    };
    let name = decoded(name.trim_start_matches('/'));
    let query: HashMap<String, String> = parts
        .uri
        .query()
        .unwrap_or_default()
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (key.to_owned(), decoded(value)))
        .collect();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default().to_vec();
    let mut held = server.held.lock().unwrap();
    match (parts.method, query.get("uploadId"), query.contains_key("uploads")) {
        (Method::POST, None, true) => {
            held.begun += 1;
            let id = format!("upload-{}", held.begun);
            held.uploads.insert(id.clone(), BTreeMap::new());
            format!("<InitiateMultipartUploadResult><Bucket>{BUCKET}</Bucket><Key>{name}</Key><UploadId>{id}</UploadId></InitiateMultipartUploadResult>").into_response()
        }
        (Method::PUT, Some(id), _) => {
            let number = query.get("partNumber").and_then(|n| n.parse().ok()).unwrap_or(0);
            match held.uploads.get_mut(id) {
                Some(upload) => {
                    upload.insert(number, bytes);
                    [(header::ETAG, format!("\"{id}-{number}\""))].into_response()
                }
                None => status(StatusCode::NOT_FOUND),
            }
        }
        (Method::POST, Some(id), _) => match held.uploads.remove(id) {
            Some(upload) => {
                let whole = upload.into_values().flatten().collect();
                held.objects.insert(name.clone(), whole);
                format!("<CompleteMultipartUploadResult><Bucket>{BUCKET}</Bucket><Key>{name}</Key><ETag>\"{id}\"</ETag></CompleteMultipartUploadResult>").into_response()
            }
            None => status(StatusCode::NOT_FOUND),
        },
        (Method::DELETE, Some(id), _) => {
            held.uploads.remove(id);
            status(StatusCode::NO_CONTENT)
        }
        (Method::PUT, None, _) => {
            held.objects.insert(name, bytes);
            [(header::ETAG, "\"whole\"".to_owned())].into_response()
        }
        (Method::DELETE, None, _) => {
            held.objects.remove(&name);
            status(StatusCode::NO_CONTENT)
        }
        (Method::GET, None, _) if query.contains_key("list-type") => listed(&held, &query),
        (Method::GET | Method::HEAD, None, _) => match held.objects.get(&name) {
            Some(bytes) => Response::builder()
                .header(header::ETAG, "\"whole\"")
                .header(header::LAST_MODIFIED, "Mon, 23 Nov 2026 04:00:00 GMT")
                .header(header::CONTENT_LENGTH, bytes.len())
                .body(Body::from(bytes.clone()))
                .unwrap(),
            None => status(StatusCode::NOT_FOUND),
        },
        _ => status(StatusCode::METHOD_NOT_ALLOWED),
    }
}

/// Objects of a page: few, so that the caller has to go on.
const PAGE: usize = 3;

fn listed(held: &Held, query: &HashMap<String, String>) -> Response {
    let prefix = query.get("prefix").cloned().unwrap_or_default();
    let after = query.get("continuation-token").cloned().unwrap_or_default();
    let all: Vec<_> = held.objects.iter().filter(|(name, _)| name.starts_with(&prefix) && **name > after).collect();
    let mut text = String::from("<ListBucketResult>");
    for (name, bytes) in all.iter().take(PAGE) {
        let size = bytes.len();
        write!(text, "<Contents><Key>{name}</Key><LastModified>2026-11-23T04:00:00.000Z</LastModified><ETag>\"x\"</ETag><Size>{size}</Size></Contents>").unwrap();
    }
    if all.len() > PAGE {
        write!(text, "<NextContinuationToken>{}</NextContinuationToken>", all[PAGE - 1].0).unwrap();
    }
    text.push_str("</ListBucketResult>");
    text.into_response()
}
