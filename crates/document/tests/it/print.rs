//! Text as a page in the look of GB/T 9704, printed to PDF by Chromium or LibreOffice.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a page is set: where head and foot stand, which type, how lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Song type, 28 characters a line, both edges straight; number in the middle.
    Justified,
    /// Black type, ragged right edge; a head that belongs to the text; 第1页 共3页.
    Ragged,
    /// — 1 — right on odd and left on even pages, as the standard has it.
    Mirrored,
    /// No indents: paragraphs stand apart from each other by blank space.
    Flush,
}

impl Look {
    fn style(self) -> &'static str {
        match self {
            Self::Justified => {
                r#"@page { @top-center { content: "巡察整改材料汇编" } @bottom-center { content: "— " counter(page) " —" } }
                body { text-align: justify }"#
            }
            Self::Ragged => {
                r#"@page { margin-top: 22mm; @bottom-center { content: "第" counter(page) "页 共" counter(pages) "页" } }
                body { font-family: "Noto Sans CJK SC" }"#
            }
            Self::Mirrored => {
                r#"@page { margin-top: 22mm }
                @page :right { @bottom-right { content: "— " counter(page) " —" } }
                @page :left { @bottom-left { content: "— " counter(page) " —" } }
                body { text-align: justify } th { text-align: right }"#
            }
            Self::Flush => {
                r#"@page { @top-right { content: "内部管理 第" counter(page) "期" } @bottom-right { content: counter(page) " / " counter(pages) } }
                p { text-indent: 0; margin: 0 0 4mm 0 }"#
            }
        }
    }
}

const PAGE: &str = r#"@page { size: A4; margin: 37mm 26mm 35mm 28mm; @top-center { font-size: 10pt } }
    body { font: 15.79pt/28.9pt "Noto Serif CJK SC"; margin: 0 } p { margin: 0; text-indent: 2em }
    h1 { font: 22pt/33pt "Noto Serif CJK SC"; text-align: center; margin: 0 } .title { margin-bottom: 29pt }
    .end { text-align: right; text-indent: 0; margin-right: 2em }
    table { border-spacing: 0 } td, th { padding: 0 } th { font: 10pt/15mm "Noto Sans CJK SC"; text-align: left; vertical-align: top }"#;

/// The page: title lines in the middle, paragraphs with an indent, name and date at the right.
pub(crate) fn page(text: &str, title: &str, look: Look) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let titles = lines.iter().take_while(|line| title.contains(**line)).count();
    let ends = lines.iter().rev().take_while(|line| is_end(line)).count();
    let line = |(at, line): (usize, &&str)| {
        let line = super::make_docx::escape(line);
        if at < titles {
            return format!("<h1{}>{line}</h1>", if at + 1 == titles { r#" class="title""# } else { "" });
        }
        format!("<p{}>{line}</p>", if at + ends >= lines.len() { r#" class="end""# } else { "" })
    };
    let body: String = lines.iter().enumerate().map(line).collect();
    // The head of a table repeats on every page.
    let body = match look {
        Look::Ragged | Look::Mirrored => {
            format!("<table><thead><tr><th>整改工作材料<tbody><tr><td>{body}</table>")
        }
        Look::Justified | Look::Flush => body,
    };
    format!("<!doctype html><meta charset=utf-8><title>a</title><style>{PAGE}{}</style>{body}", look.style())
}

/// Name of a body or a date below the text.
pub(crate) fn is_end(line: &str) -> bool {
    line.chars().count() < 26 && !line.contains(['。', '；', '：', '、', '（'])
}

/// The browser of the end-to-end tests; where RECTIFY_REQUIRE_BROWSER=1 it must be there.
pub(crate) fn browser() -> Option<PathBuf> {
    let found = program("CHROMIUM", "/usr/bin/chromium");
    let required = std::env::var("RECTIFY_REQUIRE_BROWSER").is_ok_and(|value| value == "1");
    assert!(found.is_some() || !required, "no browser and RECTIFY_REQUIRE_BROWSER=1");
    found
}

/// A program that prints, or a line that says why the test does nothing.
pub(crate) fn program(variable: &str, usual: &str) -> Option<PathBuf> {
    let path = PathBuf::from(std::env::var(variable).unwrap_or_else(|_| usual.to_owned()));
    if path.exists() {
        return Some(path);
    }
    // Past the test's captured output, so that it is seen.
    let message = format!("SKIPPED: {} is missing; nothing was printed ({variable} names another)\n", path.display());
    std::io::stderr().write_all(message.as_bytes()).unwrap();
    None
}

/// A folder of its own below the target directory.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Prints a page; all pages share the profile in `folder`.
pub(crate) fn chromium(program: &Path, folder: &Path, html: &str) -> Vec<u8> {
    let (page, pdf) = (folder.join("page.html"), folder.join("page.pdf"));
    std::fs::write(&page, html).unwrap();
    let _ = std::fs::remove_file(&pdf);
    let mut command = Command::new(program);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    command.args(["--disable-component-update", "--disable-sync", "--no-pdf-header-footer"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.arg(format!("--print-to-pdf={}", pdf.display())).arg(format!("file://{}", page.display()));
    run(command);
    std::fs::read(pdf).unwrap()
}

/// Converts several docx files in one run, in their order.
pub(crate) fn libreoffice(program: &Path, folder: &Path, files: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let path = |at: usize, end: &str| folder.join(format!("{at}.{end}"));
    let mut command = Command::new(program);
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder);
    for (at, bytes) in files.iter().enumerate() {
        std::fs::write(path(at, "docx"), bytes).unwrap();
        let _ = std::fs::remove_file(path(at, "pdf"));
        command.arg(path(at, "docx"));
    }
    run(command);
    (0..files.len()).map(|at| std::fs::read(path(at, "pdf")).unwrap()).collect()
}

fn run(mut command: Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}: {status}");
}
