//! A PostgreSQL server for the tests of one process, from the Debian packages, on 127.0.0.1.
//!
//! Asked for with `RECTIFY_TEST_DATABASE=postgres`. It ends with the process, however that ends: a shell holds
//! it and waits for the pipe to close.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Longest time the server may need to answer.
const START_TIMEOUT: Duration = Duration::from_secs(60);

struct Server {
    port: u16,
    /// Closing its input stops the server.
    _shell: Child,
    next: AtomicU32,
}

static SERVER: OnceLock<Server> = OnceLock::new();

/// Whether the tests are to run on PostgreSQL.
#[expect(clippy::disallowed_methods, reason = "the second run of the tests is asked for from outside")]
pub fn is_wanted() -> bool {
    std::env::var("RECTIFY_TEST_DATABASE").is_ok_and(|name| name == "postgres")
}

/// The address of a new, empty database.
pub fn database() -> String {
    let server = SERVER.get_or_init(start);
    let name = format!("t{}", server.next.fetch_add(1, Ordering::Relaxed));
    run(&server.administer(&format!("CREATE DATABASE {name}")));
    format!("postgres://rectify@127.0.0.1:{}/{name}", server.port)
}

/// A copy of a database that nobody is connected to.
pub fn copy(url: &str) -> String {
    let server = SERVER.get_or_init(start);
    let original = url.rsplit('/').next().unwrap_or_default();
    let name = format!("t{}", server.next.fetch_add(1, Ordering::Relaxed));
    run(&server.administer(&format!("CREATE DATABASE {name} TEMPLATE {original}")));
    format!("postgres://rectify@127.0.0.1:{}/{name}", server.port)
}

impl Server {
    fn administer(&self, sql: &str) -> String {
        let psql = programs().join("psql");
        format!("{} -q -h 127.0.0.1 -p {} -U rectify -d postgres -c '{sql}'", psql.display(), self.port)
    }
}

/// The newest version that is installed.
fn programs() -> PathBuf {
    let versions =
        std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is not installed: make test installs it");
    let folders = versions.flatten().map(|entry| entry.path().join("bin"));
    folders.filter(|bin| bin.join("initdb").exists()).max().expect("no initdb below /usr/lib/postgresql")
}

fn run(command: &str) {
    let output = Command::new("sh").args(["-c", command]).output().unwrap();
    assert!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// The server refuses to run as root: there it runs as the user of the package.
fn as_user(command: &str, folder: &Path) -> String {
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    if root {
        run(&format!("chown postgres {}", folder.display()));
        return format!("setpriv --reuid=postgres --regid=postgres --clear-groups {command}");
    }
    command.to_owned()
}

fn start() -> Server {
    let folder = tempfile::Builder::new().prefix("rectify-postgres").tempdir().unwrap().keep();
    let data = folder.display().to_string();
    let (initdb, postgres) = (programs().join("initdb"), programs().join("postgres"));
    let make = format!("{} -D {data} -U rectify -A trust -E UTF8 --locale=C -N", initdb.display());
    run(&format!("{} >/dev/null", as_user(&make, &folder)));
    let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().port();
    let settings = "-c fsync=off -c full_page_writes=off -c max_connections=400";
    let serve = format!("{} -D {data} -h 127.0.0.1 -p {port} -k {data} {settings}", postgres.display());
    let held = format!(
        "{} >/dev/null 2>&1 & server=$!; read _; kill -INT $server; wait $server; rm -rf {data}",
        as_user(&serve, &folder)
    );
    let shell = Command::new("sh").args(["-c", &held]).stdin(Stdio::piped()).spawn().unwrap();
    let server = Server { port, _shell: shell, next: AtomicU32::new(1) };
    let since = Instant::now();
    let ready = server.administer("SELECT 1");
    while !Command::new("sh").args(["-c", &ready]).output().unwrap().status.success() {
        assert!(since.elapsed() < START_TIMEOUT, "PostgreSQL does not answer");
        std::thread::sleep(Duration::from_millis(100));
    }
    server
}
