//! A document printed to PDF gives the structure of its text: lines, page breaks, heads and feet leave no trace.

use super::make_docx::{docx, p};
use super::outline_text::{findings_text, outline_text};
use super::print::{self, Look};
use super::reference::reference;
use document::{Document, parse, read};
use std::path::Path;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn explore() {
    let Some(program) = print::program("CHROMIUM", "/usr/bin/chromium") else { return };
    let folder = print::folder("pdf_explore");
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .flatten()
        .map(|e| e.file_name().into_string().unwrap())
        .filter(|n| n.ends_with(".txt"))
        .collect();
    names.sort();
    let only = std::env::var("ONLY").unwrap_or_default();
    let out = std::path::PathBuf::from(std::env::var("OUT").unwrap_or("/tmp/pdf/out".into()));
    std::fs::create_dir_all(&out).unwrap();
    for name in names.iter().filter(|n| n.starts_with(&only)) {
        for look in [Look::Justified, Look::Ragged, Look::Mirrored, Look::Flush] {
            let text = fixture(name);
            let typed = read(text.as_bytes(), "a.txt").unwrap();
            let wanted = texts(&typed);
            let title = parse(&typed).title.unwrap_or_default();
            let cache = Path::new("/tmp/pdf/cache").join(format!("{name}-{look:?}.pdf"));
            std::fs::create_dir_all("/tmp/pdf/cache").unwrap();
            if !cache.exists() {
                let bytes = print::chromium(&program, &folder, &print::page(&text, &title, look));
                std::fs::write(&cache, bytes).unwrap();
            }
            let bytes = std::fs::read(&cache).unwrap();
            let document = read(&bytes, "a.pdf").unwrap();
            std::fs::write(
                out.join(format!("{name}-{look:?}.want")),
                format!("{wanted}\n\n{}", typed.paragraphs.iter().map(|p| p.text.clone() + "\n").collect::<String>()),
            )
            .unwrap();
            std::fs::write(
                out.join(format!("{name}-{look:?}.got")),
                format!(
                    "{}\n\n{}\nFURNITURE {:?}",
                    texts(&document),
                    document.paragraphs.iter().map(|p| p.text.clone() + "\n").collect::<String>(),
                    document.furniture
                ),
            )
            .unwrap();
        }
    }
}

fn texts(document: &Document) -> String {
    let structure = parse(document);
    format!("{}{}", outline_text(&structure), findings_text(&structure))
}
