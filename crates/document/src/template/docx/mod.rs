//! Placeholders in the text of a docx: body, headers, footers, notes.

mod edits;
mod lift;
mod paragraphs;
mod tidy;

use super::package::Package;
use super::xml::Tree;
use super::{Fault, Filled, Piece, Story, TemplateRefusal, malformed};
use crate::markup::escape;
use crate::repack::repacked;

/// The parts with placeholders.
#[derive(Debug)]
pub(super) struct Docx {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    name: String,
    prefix: String,
}

/// Begins a new page.
const PAGE_BREAK: char = '\u{c}';

/// Stories of a document and how they are called; the first is the body.
const PARTS: [(&str, &str); 5] =
    [("document", ""), ("header", "页眉"), ("footer", "页脚"), ("footnotes", "脚注"), ("endnotes", "尾注")];

pub(super) fn open(package: &mut Package<'_>) -> Result<(Docx, Vec<Story>, Vec<Fault>), TemplateRefusal> {
    let (mut parts, mut stories, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (stem, word) in PARTS {
        let mut names: Vec<String> = package.names.iter().filter(|name| is_part(name, stem)).cloned().collect();
        names.sort();
        for name in names {
            let Some(xml) = package.text(&name)? else { continue };
            if !super::tags::may_hold(&xml) {
                continue;
            }
            let tree = Tree::read(xml, &name)?;
            let (pieces, found) = edits::pieces(&tree, word);
            faults.extend(found);
            if pieces.iter().any(|piece| matches!(piece, Piece::Tag(_))) {
                stories.push(Story { part: parts.len(), pieces });
                parts.push(Part { name, prefix: tree.prefix().to_owned() });
            }
        }
    }
    Ok((Docx { parts }, stories, faults))
}

fn is_part(name: &str, stem: &str) -> bool {
    let lower = name.to_lowercase();
    let file = lower.rsplit('/').next().unwrap_or_default();
    let number = file.strip_prefix(stem).and_then(|rest| rest.strip_suffix(".xml"));
    lower.starts_with("word/")
        && !lower.contains("_rels")
        && number.is_some_and(|n| n.chars().all(|c| c.is_ascii_digit()))
}

impl Docx {
    pub(super) fn write(
        &self,
        bytes: &[u8],
        stories: &[(usize, &Vec<Filled<'_>>)],
    ) -> Result<Vec<u8>, TemplateRefusal> {
        let mut changed = Vec::new();
        for (at, filled) in stories {
            let Some(part) = self.parts.get(*at) else { continue };
            let xml = part.filled(filled);
            changed.push((part.name.clone(), tidy::tidied(xml, &part.prefix, &part.name)?.into_bytes()));
        }
        repacked(bytes, &changed, &[], &[]).map_err(|_| malformed("压缩结构"))
    }
}

impl Part {
    fn filled(&self, filled: &[Filled<'_>]) -> String {
        let mut out = String::new();
        for step in filled {
            match step {
                Filled::Piece(Piece::Raw(raw)) => out.push_str(raw),
                Filled::Piece(_) => {}
                Filled::Value(value) => self.value(&value.text, &mut out),
            }
        }
        out
    }

    /// Text inside a run; its lines are lines of the same paragraph.
    fn value(&self, text: &str, out: &mut String) {
        let prefix = &self.prefix;
        let text = text.replace("\r\n", "\n");
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['\n', '\r', PAGE_BREAK]) {
            let (line, behind) = rest.split_at(at);
            escape(line, out);
            let page = if behind.starts_with(PAGE_BREAK) { format!(" {prefix}type=\"page\"") } else { String::new() };
            out.push_str(&format!("</{prefix}t><{prefix}br{page}/><{prefix}t xml:space=\"preserve\">"));
            rest = &behind[1..];
        }
        escape(rest, out);
    }
}
