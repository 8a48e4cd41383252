//! Writes a docx of about a megabyte of text from a text file: `sample_docx IN.txt OUT.docx [BYTES]`.
#![allow(clippy::print_stdout)]

use document::{BlockKind, Official, write_docx};

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let (input, output) = (args.next().unwrap_or_default(), args.next().unwrap_or_default());
    let bytes: usize = args.next().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let text = std::fs::read_to_string(input)?;
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let title = lines.next().unwrap_or_default().to_owned();
    let body: Vec<&str> = lines.collect();
    let mut paragraphs = Vec::new();
    let mut size = 0;
    while size < bytes && !body.is_empty() {
        for line in &body {
            size += line.len();
            paragraphs.push((BlockKind::Body, *line));
        }
    }
    std::fs::write(output, write_docx(&Official::unbound(&title, paragraphs))?)
}
