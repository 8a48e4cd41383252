//! Rules for source files: a header, a size that fits a head, no words that do not belong here.

use std::fs;
use std::path::{Path, PathBuf};

const LINES_MAX: usize = 400;

/// Words that may not stay in the main branch. Written in halves so that this file passes.
fn banned() -> [String; 5] {
    [["TO", "DO"], ["FIX", "ME"], ["/ro", "ot/"], ["/wo", "rk/"], ["registry.npmjs", ".org"]]
        .map(|halves| halves.concat())
}

/// Addresses of the product that look like a banned word.
fn addresses() -> [String; 2] {
    ["mine", "reviews"].map(|page| ["/wo", "rk/", page].concat())
}

/// Offences in the repository's files.
pub(crate) fn check() -> Vec<String> {
    let mut offences = Vec::new();
    for path in sources() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let name = path.display();
        let rust = path.extension().is_some_and(|e| e == "rs");
        if rust && !text.starts_with("//!") && !text.starts_with("#!") {
            offences.push(format!("{name}: no //! header that says what lives here"));
        }
        let code = matches!(path.extension().and_then(|e| e.to_str()), Some("rs" | "ts" | "tsx"));
        let generated = text.lines().take(3).any(|line| line.contains("do not edit"));
        if code && !generated && text.lines().count() > LINES_MAX {
            offences.push(format!("{name}: more than {LINES_MAX} lines"));
        }
        if rust && path.file_name().is_some_and(|f| f != "mod.rs") && path.with_extension("").is_dir() {
            offences.push(format!("{name}: use {}/mod.rs", path.with_extension("").display()));
        }
        let text = addresses().iter().fold(text, |text, own| text.replace(own.as_str(), ""));
        for word in banned().iter().filter(|word| text.contains(word.as_str())) {
            offences.push(format!("{name}: contains {word:?}"));
        }
    }
    offences
}

/// Files that git tracks or would track.
pub(crate) fn sources() -> Vec<PathBuf> {
    let listed =
        std::process::Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]).output();
    let text = listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let wanted = ["rs", "toml", "ts", "tsx", "mjs", "json", "md", "sh", "css", "html"];
    text.lines()
        .map(|line| Path::new(line).to_owned())
        .filter(|path| path.extension().and_then(|e| e.to_str()).is_some_and(|e| wanted.contains(&e)))
        .collect()
}
