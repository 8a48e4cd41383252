//! The service or its database is killed while it writes, again and again: nothing acknowledged is lost, and the
//! log is whole. KILLS=200 in the environment makes the long run; a few kills in the ordinary one.

use crate::service::{Service, get, json_of, post, request, send, send_slowly, set_up};
use serde_json::json;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use storage::{Database, FolderFiles};
use test_support::postgres;

/// Writers at the same time.
const WRITERS: usize = 3;
/// Fewest acknowledged writes before a kill, and how often they are waited for.
const AT_STAKE: usize = 2;
const WAITS_MAX: usize = 1000;

#[expect(clippy::disallowed_methods, reason = "the long run is asked for from outside")]
fn kills() -> u64 {
    std::env::var("KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(4)
}

/// Somebody who writes as fast as he can.
struct Writer<'a> {
    address: &'a str,
    cookie: &'a str,
    finding: &'a str,
    name: String,
    /// What the service may answer while its database is away.
    may_fail: fn(u16) -> bool,
}

impl Writer<'_> {
    fn write(&self, text: &str, kind: u32) -> Option<(u16, String, Vec<u8>)> {
        if kind != 2 {
            return post(
                self.address,
                self.cookie,
                &format!("/findings/{}/measures", self.finding),
                &json!({"text": text}),
            );
        }
        let body = format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{text}.txt\"\r\n\r\n{text}\r\n--x--\r\n"
        );
        let path = format!("/findings/{}/evidence", self.finding);
        send(self.address, self.cookie, &path, "multipart/form-data; boundary=x", body.as_bytes())
    }

    /// Writes until the service is gone or it is told to stop; what was acknowledged goes into the list.
    fn write_on(&self, stop: &AtomicBool, acknowledged: &Mutex<Vec<String>>) {
        for n in 0.. {
            if stop.load(Ordering::Relaxed) {
                return;
            }
            let text = format!("措施{}之{n}号", self.name);
            match self.write(&text, n % 3) {
                Some((201, ..)) => acknowledged.lock().unwrap().push(text),
                // Somebody else was faster.
                Some((409, ..)) => {}
                Some((status, ..)) if (self.may_fail)(status) => std::thread::sleep(Duration::from_millis(20)),
                Some((status, _, body)) => panic!("{status} {}", String::from_utf8_lossy(&body)),
                None => return,
            }
        }
    }
}

/// Several people write until `end` has done its worst.
fn under_load(
    service: &Service,
    who: (&str, &str),
    round: u64,
    may_fail: fn(u16) -> bool,
    end: impl FnOnce(),
) -> Vec<String> {
    let (acknowledged, stop) = (Mutex::new(Vec::new()), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for n in 0..WRITERS {
            let (cookie, finding) = who;
            let writer =
                Writer { address: &service.address, cookie, finding, name: format!("{round}甲{n}"), may_fail };
            let (acknowledged, stop) = (&acknowledged, &stop);
            scope.spawn(move || writer.write_on(stop, acknowledged));
        }
        std::thread::sleep(Duration::from_millis(120 + 37 * (round % 11)));
        // A slow machine is waited for: something must be at stake.
        for _ in 0..WAITS_MAX {
            if acknowledged.lock().unwrap().len() >= AT_STAKE {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        end();
        stop.store(true, Ordering::Relaxed);
    });
    acknowledged.into_inner().unwrap()
}

/// What was acknowledged is there, the log is whole, and the doctor finds nothing.
fn examine(folder: &Path, url: Option<&str>, round: u64, acknowledged: &[String]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let database = match url {
            Some(url) => Database::connect(url, folder).await.unwrap(),
            None => Database::open(folder).await.unwrap(),
        };
        for text in acknowledged {
            // Once in its table and once in the log.
            assert_eq!(database.search_all_text(text).await.unwrap(), 2, "round {round}: {text}");
        }
        let verification = database.verify(&[]).await.unwrap();
        assert!(verification.is_sound(), "round {round}: {verification:?}");
        let found = database.doctor(&FolderFiles::of_folder(folder)).await.unwrap();
        assert!(found.is_empty(), "round {round}: {found:?}");
        database.close().await.unwrap();
    });
}

#[test]
fn a_killed_service_has_lost_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let url = postgres::is_wanted().then(postgres::database);
    let mut service = Service::start(folder.path(), url.as_deref());
    let (cookie, finding) = set_up(&service.address);
    let mut total = 0;
    for round in 0..kills() {
        let acknowledged = under_load(&service, (&cookie, &finding), round, |_| false, || service.kill());
        total += acknowledged.len();
        examine(folder.path(), url.as_deref(), round, &acknowledged);
        service = Service::start(folder.path(), url.as_deref());
    }
    assert!(total as u64 > kills(), "only {total} writes were acknowledged");
    eprintln!("{} kills, {total} acknowledged writes", kills());
}

/// The service goes on by itself once its database is back.
#[test]
fn a_killed_database_has_lost_nothing_the_service_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = postgres::Durable::start();
    let url = server.url();
    let service = Service::start(folder.path(), Some(&url));
    let (cookie, finding) = set_up(&service.address);
    let mut total = 0;
    for round in 0..kills() {
        let mut acknowledged =
            under_load(&service, (&cookie, &finding), round, |status| status >= 500, || server.kill());
        server.resume();
        let after = format!("第{round}次恢复之后");
        let writer =
            Writer { address: &service.address, cookie: &cookie, finding: &finding, name: after, may_fail: |_| false };
        let (status, _, body) = writer.write(&writer.name, 0).expect("the service lives");
        assert_eq!(status, 201, "{}", String::from_utf8_lossy(&body));
        acknowledged.push(writer.name.clone());
        total += acknowledged.len();
        examine(folder.path(), Some(&url), round, &acknowledged);
    }
    service.kill();
    assert!(total as u64 > 2 * kills(), "only {total} writes were acknowledged");
    eprintln!("{} kills of the database, {total} acknowledged writes", kills());
}

/// A file that is under way when the service dies: nothing refers to it, and it goes on where it stopped.
#[test]
fn a_killed_service_leaves_an_upload_that_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let url = postgres::is_wanted().then(postgres::database);
    let mut service = Service::start(folder.path(), url.as_deref());
    let (cookie, finding) = set_up(&service.address);
    let bytes: Vec<u8> = (0..6_000_000u32).flat_map(|n| (n % 251).to_le_bytes()).collect();
    let begin = |address: &str| {
        let body = json!({"name": "录像.mp4", "bytes": bytes.len()});
        let (status, _, made) = post(address, &cookie, &format!("/findings/{finding}/uploads"), &body).unwrap();
        assert_eq!(status, 201);
        json_of(&made)["id"].as_str().unwrap().to_owned()
    };
    let mut id = begin(&service.address);
    let (mut received, mut interrupted) = (0, 0);
    for round in 0..kills() {
        // The whole rest is announced; the service dies while it comes.
        let (address, rest) = (service.address.clone(), bytes[received..].to_vec());
        let sender = {
            let (cookie, path) = (cookie.clone(), format!("/uploads/{id}?offset={received}"));
            std::thread::spawn(move || send_slowly(&address, &cookie, &path, &rest))
        };
        std::thread::sleep(Duration::from_millis(150 + 29 * (round % 8)));
        service.kill();
        sender.join().unwrap();
        examine(folder.path(), url.as_deref(), round, &[]);
        assert!(!folder.path().join("files").exists(), "round {round}");
        service = Service::start(folder.path(), url.as_deref());
        let now = get(&service.address, &cookie, &format!("/uploads/{id}"))["received"].as_u64().unwrap() as usize;
        assert!(now >= received && now <= bytes.len(), "round {round}: {now} after {received}");
        received = now;
        interrupted += u64::from(now > 0 && now < bytes.len());
        if now == bytes.len() {
            // All of it came before the service died: the next round has a file of its own to break off.
            let path = format!("/uploads/{id}");
            let (status, ..) = request("DELETE", &service.address, &cookie, &path, "application/json", b"").unwrap();
            assert_eq!(status, 204, "round {round}");
            (id, received) = (begin(&service.address), 0);
        }
    }
    assert!(2 * interrupted > kills(), "only {interrupted} of {} uploads were broken off", kills());
    let path = format!("/uploads/{id}?offset={received}");
    let (status, ..) =
        request("PATCH", &service.address, &cookie, &path, "application/octet-stream", &bytes[received..]).unwrap();
    assert_eq!(status, 200);
    let (status, _, done) = post(&service.address, &cookie, &format!("/uploads/{id}/completion"), &json!({})).unwrap();
    assert_eq!(status, 201, "{}", String::from_utf8_lossy(&done));
    service.kill();
    examine(folder.path(), url.as_deref(), kills(), &[]);
    let stored = std::fs::read_dir(folder.path().join("files")).unwrap().flatten().next().unwrap().path();
    let file = std::fs::read_dir(stored).unwrap().flatten().next().unwrap().path();
    assert!(std::fs::read(file).unwrap() == bytes);
}
