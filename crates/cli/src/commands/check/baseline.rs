//! Findings that were accepted before: `规则<Tab>前文【原文】后文`, so that editing elsewhere does not move them.

use super::Checked;
use crate::failure::Failure;
use checker::Diagnostic;
use document::Document;
use std::collections::HashMap;
use std::path::Path;

/// Characters of the text on each side that name a place.
const AROUND: usize = 8;
const HEADER: &str = "# 核稿基线：下列结果已认可。列：规则、位置。删去一行即恢复提示。";

pub(super) struct Baseline {
    left: HashMap<String, usize>,
}

impl Baseline {
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|cause| Failure::Read { path: path.to_owned(), cause })?;
        let mut left = HashMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            *left.entry(line.to_owned()).or_insert(0) += 1;
        }
        Ok(Self { left })
    }

    /// Whether the finding was accepted; each line accepts one.
    pub(super) fn takes(&mut self, document: &Document, diagnostic: &Diagnostic) -> bool {
        match self.left.get_mut(&line(document, diagnostic)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

pub(super) fn write(path: &Path, checked: &[Checked]) -> Result<(), Failure> {
    let mut lines = vec![HEADER.to_owned()];
    for file in checked {
        lines.extend(file.diagnostics.iter().map(|one| line(&file.document, one)));
    }
    lines.push(String::new());
    std::fs::write(path, lines.join("\n")).map_err(|cause| Failure::Write { path: path.to_owned(), cause })
}

fn line(document: &Document, diagnostic: &Diagnostic) -> String {
    let Some(place) = diagnostic.places.first() else { return diagnostic.rule.to_owned() };
    // What is lacking stands nowhere: it is known by its words, wherever the text ends.
    if place.text.is_empty() {
        return format!("{}\t{}", diagnostic.rule, diagnostic.message).replace(['\n', '\r'], " ");
    }
    let text = document.paragraphs.get(place.paragraph).map(|p| p.text.as_str()).unwrap_or_default();
    let head: Vec<char> = text.get(..place.start).unwrap_or_default().chars().collect();
    let before: String = head.iter().skip(head.len().saturating_sub(AROUND)).collect();
    let after: String = text.get(place.end..).unwrap_or_default().chars().take(AROUND).collect();
    format!("{}\t{before}【{}】{after}", diagnostic.rule, place.text).replace(['\n', '\r'], " ")
}
