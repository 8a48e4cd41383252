//! Reading takes at most four times the file and 64 MiB, whatever the file is: measured in a process of its own.

use super::big_files as files;
use document::read;
use std::path::Path;
use std::process::Command;

const MIB: usize = 1024 * 1024;
const FILE: &str = "RECTIFY_MEMORY_FILE";

/// What a child process says of a file.
#[derive(Debug)]
struct Outcome {
    peak: usize,
    /// Paragraphs that were read, or the code of the refusal.
    read: Result<usize, String>,
    problems: String,
}

/// The child: reads the file that the environment names and prints what came of it.
#[test]
fn child() {
    let Ok(path) = std::env::var(FILE) else { return };
    let bytes = std::fs::read(&path).unwrap();
    let outcome = read(&bytes, &path);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    let peak: usize = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    match outcome {
        Ok(document) => {
            let problems: Vec<_> = document.problems.iter().map(|problem| problem.code.name()).collect();
            eprintln!("outcome {} read {} {}", peak * 1024, document.paragraphs.len(), problems.join("+"));
        }
        Err(refusal) => eprintln!("outcome {} {} 0", peak * 1024, refusal.code()),
    }
}

fn measure(name: &str, bytes: &[u8]) -> Outcome {
    let path = super::print::folder("memory").join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "memory::child", "--nocapture"]).env(FILE, &path).env("RUST_BACKTRACE", "0");
    let output = command.output().unwrap();
    std::fs::remove_file(&path).unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("outcome "));
    let line = line.unwrap_or_else(|| panic!("{name}: {:?}\n{text}", output.status));
    let mut words = line.split(' ');
    let peak = words.next().unwrap().parse().unwrap();
    let (kind, count) = (words.next().unwrap(), words.next().unwrap().parse().unwrap());
    let read = if kind == "read" { Ok(count) } else { Err(kind.to_owned()) };
    Outcome { peak, read, problems: words.next().unwrap_or_default().to_owned() }
}

/// The limit holds; what came of the file.
fn hold(name: &str, bytes: &[u8]) -> Outcome {
    let outcome = measure(name, bytes);
    let limit = 4 * bytes.len() + 64 * MIB;
    let mib = |n: usize| n as f64 / MIB as f64;
    eprintln!(
        "{name}: {:.1} MiB, peak {:.1} of {:.1} MiB, {:?} {}",
        mib(bytes.len()),
        mib(outcome.peak),
        mib(limit),
        outcome.read,
        outcome.problems
    );
    assert!(outcome.peak <= limit, "{name}: {outcome:?}, limit {limit}");
    outcome
}

fn available() -> bool {
    Path::new("/proc/self/status").exists()
}

#[test]
fn texts_keep_to_the_limit() {
    if !available() {
        return;
    }
    let text = files::text(64_000_000);
    assert!(hold("lines.txt", text.as_bytes()).read.is_ok());
    assert!(hold("lines.md", text.as_bytes()).read.is_ok());
    let utf16: Vec<u8> =
        [0xFEFF].into_iter().chain(text.encode_utf16().take(8_000_000)).flat_map(u16::to_le_bytes).collect();
    assert!(hold("utf16.txt", &utf16).read.is_ok());
    assert!(hold("short.txt", "一\n".repeat(4_000_000).as_bytes()).read.is_ok());
}

#[test]
fn word_files_keep_to_the_limit() {
    if !available() {
        return;
    }
    let long = hold("long.docx", &files::docx(&files::text(30_000_000)));
    assert!(long.read.is_ok_and(|count| count > 100_000), "{}", long.problems);
    let short = hold("short.docx", &files::docx(&"一\n".repeat(500_000)));
    assert_eq!((short.read, short.problems.as_str()), (Ok(200_000), "limit_reached"));
    let one = hold("one.docx", &files::docx(&files::text(20_000_000).replace('\n', "")));
    assert_eq!(one.read, Err("refused_bomb".to_owned()));
    let bomb = hold("bomb.docx", &files::zipped(&[("word/document.xml", &" ".repeat(200 * MIB))]));
    assert_eq!(bomb.read, Err("refused_bomb".to_owned()));
    assert!(hold("long.doc", &files::doc(2_000_000, 1)).read.is_ok());
    let repeated = hold("repeated.doc", &files::doc(100_000, 2000));
    assert!(repeated.read.is_ok());
}

#[test]
fn workbooks_keep_to_the_limit() {
    if !available() {
        return;
    }
    let rows = hold("rows.xlsx", &files::xlsx(200_000, 3, files::Texts::Own));
    assert!(rows.read.is_ok_and(|count| count > 100_000), "{}", rows.problems);
    let small = hold("small.xlsx", &files::xlsx(10_000, 12, files::Texts::Own));
    assert_eq!((small.read, small.problems.as_str()), (Ok(120_000), ""));
    let same = hold("same.xlsx", &files::xlsx(20_000, 5, files::Texts::OneLong));
    assert_eq!((same.read.is_ok(), same.problems.as_str()), (true, "limit_reached"));
    let tiny = hold("tiny.xlsx", &files::shared_texts(&"<si><t>a</t></si>".repeat(2_000_000), 2_000_000));
    assert_eq!(tiny.read, Err("refused_bomb".to_owned()));
    let liar = hold("liar.xlsx", &files::shared_texts("<si><t>a</t></si>", 1_000_000_000_000));
    assert_eq!(liar.read, Err("refused_bomb".to_owned()));
    assert_eq!(hold("far.xls", &files::xls(&[(0, 0), (65_535, 255)], 1)).read, Ok(2));
    let cells: Vec<(u16, u16)> = (0..60_000).flat_map(|row| [(row, 0), (row, 1)]).collect();
    assert_eq!(hold("rows.xls", &files::xls(&cells, 1)).read, Ok(120_000));
    let same = hold("same.xls", &files::xls(&cells, 8000));
    assert_eq!((same.read.is_ok(), same.problems.as_str()), (true, "limit_reached"));
}

#[test]
fn pdf_files_keep_to_the_limit() {
    if !available() {
        return;
    }
    let pages: Vec<String> = (0..300).map(|_| files::drawn_page(22, 28)).collect();
    assert!(hold("pages.pdf", &files::pdf(&pages)).read.is_ok());
    let huge = files::drawn_page(40_000, 28);
    let partial = hold("huge.pdf", &files::pdf(&[files::drawn_page(22, 28), huge]));
    assert_eq!((partial.read.is_ok(), partial.problems.contains("limit_reached")), (true, true));
    let bomb = hold("bomb.pdf", &files::packed_pdf(&"0 g\n".repeat(50_000_000)));
    assert!(bomb.problems.contains("limit_reached") || bomb.read.is_err(), "{bomb:?}");
}
