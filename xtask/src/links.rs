//! Every relative link of the documentation leads to a file.

use std::path::{Path, PathBuf};

/// Links that lead nowhere.
pub(crate) fn check() -> Vec<String> {
    let mut files = Vec::new();
    collect(Path::new("."), &mut files);
    let mut offences = Vec::new();
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        let folder = file.parent().unwrap_or(Path::new("."));
        for target in targets(&text) {
            if !folder.join(&target).exists() {
                offences.push(format!("{}: link to {target}, which does not exist", file.display()));
            }
        }
    }
    offences
}

/// Markdown files of our own documentation; fixtures hold links on purpose.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    const SKIPPED: [&str; 7] = ["target", ".run", "node_modules", "fixtures", "dist", ".git", "rectify-data"];
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() && !SKIPPED.contains(&name.as_str()) {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
}

/// Relative targets of `[text](target)`, without anchors.
fn targets(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("](") {
        let rest = &text[at + 2..];
        let target = rest.split([')', ' ', '#', '\n']).next().unwrap_or_default();
        let outside = target.is_empty() || target.contains("://") || target.starts_with("mailto:");
        if !outside {
            found.push(target.to_owned());
        }
    }
    found
}
