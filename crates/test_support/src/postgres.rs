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
use tempfile::TempDir;

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
    let folder = new_cluster().keep();
    let port = free_port();
    let settings = "-c fsync=off -c full_page_writes=off -c max_connections=400";
    let shell = hold(&folder, port, settings, &format!("rm -rf {}", folder.display()));
    let server = Server { port, _shell: shell, next: AtomicU32::new(1) };
    wait_for(&server.administer("SELECT 1"));
    server
}

/// A folder with an empty cluster.
fn new_cluster() -> TempDir {
    let folder = tempfile::Builder::new().prefix("rectify-postgres").tempdir().unwrap();
    let initdb = programs().join("initdb");
    let make = format!("{} -D {} -U rectify -A trust -E UTF8 --locale=C -N", initdb.display(), folder.path().display());
    run(&format!("{} >/dev/null", as_user(&make, folder.path())));
    folder
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).unwrap().port()
}

/// Runs the server until the shell's input is closed.
fn hold(folder: &Path, port: u16, settings: &str, afterwards: &str) -> Child {
    let (data, postgres) = (folder.display(), programs().join("postgres"));
    let serve = format!("{} -D {data} -h 127.0.0.1 -p {port} -k {data} {settings}", postgres.display());
    let held = format!(
        "{} >/dev/null 2>&1 & server=$!; read _; kill -INT $server; wait $server; {afterwards}",
        as_user(&serve, folder)
    );
    Command::new("sh").args(["-c", &held]).stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

fn wait_for(ready: &str) {
    let since = Instant::now();
    while !Command::new("sh").args(["-c", ready]).output().unwrap().status.success() {
        assert!(since.elapsed() < START_TIMEOUT, "PostgreSQL does not answer");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// A server of one test that keeps what it committed, however it ends.
pub struct Durable {
    folder: TempDir,
    port: u16,
    shell: Option<Child>,
}

impl Durable {
    pub fn start() -> Self {
        let mut server = Self { folder: new_cluster(), port: free_port(), shell: None };
        server.resume();
        server
    }

    /// The address of its one database.
    pub fn url(&self) -> String {
        format!("postgres://rectify@127.0.0.1:{}/postgres", self.port)
    }

    /// All its processes end at once, as with a power cut.
    pub fn kill(&mut self) {
        let file = std::fs::read_to_string(self.folder.path().join("postmaster.pid")).unwrap();
        let process = file.lines().next().unwrap();
        run(&format!("kill -STOP {process}; pkill -KILL -P {process}; kill -KILL {process}"));
        self.leave();
    }

    /// Starts it on what it left, and waits for its answer.
    pub fn resume(&mut self) {
        self.shell = Some(hold(self.folder.path(), self.port, "-c max_connections=100", "true"));
        let psql = programs().join("psql");
        wait_for(&format!("{} -q -h 127.0.0.1 -p {} -U rectify -d postgres -c 'SELECT 1'", psql.display(), self.port));
    }

    fn leave(&mut self) {
        if let Some(mut shell) = self.shell.take() {
            drop(shell.stdin.take());
            shell.wait().unwrap();
        }
    }
}

impl Drop for Durable {
    fn drop(&mut self) {
        self.leave();
    }
}
