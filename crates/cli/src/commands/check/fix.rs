//! `--fix`: mechanical changes in a text file, with a record of before and after beside it.

use super::read_document;
use crate::failure::Failure;
use api::diagnostic::FixJson;
use checker::{Diagnostic, Facts, Fix, Selection};
use document::{Document, Format};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// A change may make another one possible; more rounds than this only repeat themselves.
const ROUNDS_MAX: usize = 8;

#[derive(Serialize)]
struct Changed {
    rule: &'static str,
    message: String,
    /// Paragraph and characters as they were when this change was made.
    #[serde(flatten)]
    fix: FixJson,
}

/// Changes the file until there is nothing mechanical left.
pub(super) fn fix(path: &Path, facts: Option<&Facts>, selection: &Selection) -> Result<(), Failure> {
    let mut record = Vec::new();
    for _ in 0..ROUNDS_MAX {
        let document = read_document(path)?;
        if !matches!(document.format, Format::Text | Format::Markdown) {
            return Err(Failure::Usage(format!(
                "{}：--fix 只直接修改 txt、md。docx 请用 --annotate 输出带修订的副本。",
                path.display()
            )));
        }
        let diagnostics = checker::check(&document, facts, selection);
        let fixes = apart(&diagnostics);
        if fixes.is_empty() {
            break;
        }
        let bytes = std::fs::read(path).map_err(|cause| Failure::Read { path: path.to_owned(), cause })?;
        let changed = apply(&document, bytes, &fixes).ok_or_else(|| {
            Failure::Usage(format!("{}：不是 UTF-8 编码，不能直接修改，请先另存为 UTF-8。", path.display()))
        })?;
        record.extend(fixes.iter().map(|(one, fix)| Changed {
            rule: one.rule,
            message: one.message.clone(),
            fix: FixJson::new(&document, fix),
        }));
        replace(path, &changed)?;
    }
    if !record.is_empty() {
        let json = serde_json::to_vec_pretty(&record).map_err(std::io::Error::from)?;
        replace(&record_path(path), &json)?;
    }
    Ok(())
}

/// Fixes that do not touch each other, in the order of the text.
pub(super) fn apart(diagnostics: &[Diagnostic]) -> Vec<(&Diagnostic, &Fix)> {
    let mut fixes: Vec<(&Diagnostic, &Fix)> =
        diagnostics.iter().filter_map(|one| one.fix.as_ref().map(|fix| (one, fix))).collect();
    fixes.sort_by_key(|(_, fix)| (fix.place.paragraph, fix.place.start, fix.place.end));
    let mut last = None;
    fixes.retain(|(_, fix)| {
        let free = last.is_none_or(|(paragraph, end)| (fix.place.paragraph, fix.place.start) >= (paragraph, end));
        if free {
            last = Some((fix.place.paragraph, fix.place.end));
        }
        free
    });
    fixes
}

/// The bytes with the changes; `None` where the file's text is not what the places mean.
fn apply(document: &Document, mut bytes: Vec<u8>, fixes: &[(&Diagnostic, &Fix)]) -> Option<Vec<u8>> {
    for (_, fix) in fixes.iter().rev() {
        let paragraph = document.paragraphs.get(fix.place.paragraph)?;
        let start = paragraph.file_offset(fix.place.start)?;
        let end = start + fix.place.text.len();
        if bytes.get(start..end)? != fix.place.text.as_bytes() {
            return None;
        }
        bytes.splice(start..end, fix.after.bytes());
    }
    Some(bytes)
}

/// All of the new content or all of the old.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |cause| Failure::Write { path: path.to_owned(), cause };
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    std::fs::write(&part, bytes).map_err(failed)?;
    std::fs::rename(&part, path).map_err(failed)
}

fn record_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".修改记录.json");
    PathBuf::from(name)
}
