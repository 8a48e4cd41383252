//! A document printed to PDF gives the structure of its text: lines, page breaks, heads and feet leave no trace.

use super::make_docx::package;
use super::outline_text::{findings_text, outline_text};
use super::print::{self, Look};
use super::reference::reference;
use document::{BlockKind, Document, Official, parse, read, write_docx};
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

const LOOKS: [Look; 4] = [Look::Justified, Look::Ragged, Look::Mirrored, Look::Flush];

/// Feedback, report and plan, of one page and of many.
const FIXTURES: [&str; 7] = [
    "01-feedback-water-bureau.txt",
    "02-report-library.txt",
    "03-plan-education.txt",
    "19-report-county-totals.txt",
    "29-notice-immediate-fix.txt",
    "67-report-civil-affairs.txt",
    "73-report-audit-followup.txt",
];

/// Texts with their names; the reference report where it is at hand.
fn sources() -> Vec<(&'static str, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    let fixture = |name: &'static str| (name, std::fs::read_to_string(folder.join(name)).unwrap());
    FIXTURES.into_iter().map(fixture).chain(reference().map(|text| ("reference", text))).collect()
}

/// Outline, series, totals and findings with their whole text. Blanks at line ends are not printed.
fn structure(document: &Document) -> String {
    let structure = parse(document);
    let lines = format!("{}{}", outline_text(&structure), findings_text(&structure));
    lines.lines().map(|line| line.split_whitespace().collect::<String>() + "\n").collect()
}

fn title(text: &str) -> String {
    parse(&read(text.as_bytes(), "a.txt").unwrap()).title.unwrap_or_default()
}

fn check(name: &str, text: &str, pdf: &[u8]) {
    let wanted = structure(&read(text.as_bytes(), "a.txt").unwrap());
    let printed = read(pdf, "a.pdf").unwrap();
    let found = structure(&printed);
    let differs = wanted.lines().zip(found.lines()).find(|(a, b)| a != b);
    assert!(wanted == found, "{name}: {differs:?}\napart: {:?}", printed.furniture);
}

#[test]
fn what_a_browser_prints_gives_the_structure_of_the_text() {
    let Some(program) = print::browser() else { return };
    let folder = print::folder("pdf_browser");
    for (at, (name, text)) in sources().into_iter().enumerate() {
        let look = LOOKS[at % LOOKS.len()];
        let pdf = print::chromium(&program, &folder, &print::page(&text, &title(&text), look));
        check(&format!("{name} {look:?}"), &text, &pdf);
    }
}

#[test]
fn what_an_office_program_prints_gives_the_structure_of_the_text() {
    let Some(program) = print::program("SOFFICE", "/usr/bin/soffice") else { return };
    let sources = sources();
    let files: Vec<Vec<u8>> = sources.iter().map(|(_, text)| ragged(&official(text))).collect();
    let pdfs = print::libreoffice(&program, &print::folder("pdf_office"), &files);
    for ((name, text), pdf) in sources.iter().zip(pdfs) {
        check(name, text, &pdf);
    }
}

/// The docx with a ragged right edge: LibreOffice prints some straight lines without the comma they end with, and
/// what is not in the PDF cannot be read.
fn ragged(docx: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let name = part.name().unwrap().to_string();
        parts.push((name, text.replace(r#"<w:jc w:val="both"/>"#, r#"<w:jc w:val="left"/>"#)));
    }
    package(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

/// The text as our own docx in the layout of the standard.
fn official(text: &str) -> Vec<u8> {
    let title = title(text);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).skip_while(|line| title.contains(*line));
    write_docx(&Official::unbound(&title, lines.map(|line| (kind(line), line)))).unwrap()
}

fn kind(line: &str) -> BlockKind {
    match line.chars().nth(1) {
        Some('、') => BlockKind::Heading(1),
        _ if line.starts_with('（') && line.chars().nth(2) == Some('）') => BlockKind::Heading(2),
        _ if print::is_end(line) && line.ends_with('日') => BlockKind::Date,
        _ => BlockKind::Body,
    }
}
