//! What was decided for each finding, and which stretches of a document it touches.

use super::compose::ChangeKind;
use super::mask::masked_name;
use super::replacement::Replacement;
use checker::Facts;
use document::official::{Block, BlockKind, Run, Text};
use domain::is_person_name;
use domain::publication::{Publish, WithholdReason};
use std::collections::HashMap;

/// What is published of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub serial: i64,
    pub publish: Publish,
    pub reason: Option<WithholdReason>,
    pub wording: Option<String>,
}

/// By the key of the finding; those published in full may be missing.
pub(super) type Decisions = HashMap<String, Decided>;

/// What stands where a finding is left out: its number stays, so that counts agree.
pub fn placeholder(serial: i64) -> String {
    format!("第{serial}项按规定不予公开")
}

/// The ledger as the public version tells it: what is left out bears its placeholder, and is asked for nothing else.
pub fn facts_of_public(mut facts: Facts, decided: &Decisions) -> Facts {
    for item in &mut facts.items {
        let Some(decision) = decided.values().find(|one| one.serial.to_string() == item.key) else { continue };
        match decision.publish {
            Publish::Full => continue,
            Publish::Withheld => item.title = placeholder(decision.serial),
            Publish::Redacted => item.title = decision.wording.clone().unwrap_or_default(),
        }
        (item.due, item.evidence) = (None, None);
        item.owners.clear();
        item.text.clear();
    }
    facts
}

/// The key of the finding that a binding is about: `问题[XC-2026-01-003].名称`, `措施[XC-2026-01-003-02].内容`.
fn finding_of(run: &Run) -> Option<(String, &str)> {
    let binding = run.binding.as_deref()?;
    let (object, rest) = binding.split_once('[')?;
    let (key, field) = rest.split_once("].")?;
    let field = field.split('|').next().unwrap_or_default();
    match object {
        "问题" => Some((key.to_owned(), field)),
        "措施" | "佐证" => Some((key.rsplit_once('-')?.0.to_owned(), field)),
        _ => None,
    }
}

fn decision<'a>(run: &Run, decided: &'a Decisions) -> Option<&'a Decided> {
    decided.get(&finding_of(run)?.0)
}

/// The withheld finding that a stretch of text is about and about no other.
pub(super) fn only_withheld<'a>(text: &[Run], decided: &'a Decisions) -> Option<&'a Decided> {
    let mut keys = text.iter().filter_map(finding_of).map(|(key, _)| key);
    let first = keys.next()?;
    let withheld = decided.get(&first).filter(|one| one.publish == Publish::Withheld)?;
    keys.all(|key| key == first).then_some(withheld)
}

/// How deep a heading is.
fn level(block: &Block) -> Option<u8> {
    match block {
        Block::Paragraph { kind: BlockKind::Heading(level), .. } => Some(*level),
        _ => None,
    }
}

/// Blocks behind a heading that belong to it: text, tables and deeper headings.
pub(super) fn section_end(blocks: &[Block], heading: usize) -> usize {
    let own = blocks.get(heading).and_then(level);
    let Some(own) = own else { return heading + 1 };
    let inside = |block: &Block| match block {
        Block::Paragraph { kind: BlockKind::Body, .. } | Block::Table(_) => true,
        other => level(other).is_some_and(|level| level > own),
    };
    heading + 1 + blocks[heading + 1..].iter().take_while(|block| inside(block)).count()
}

/// Where a paragraph begins behind its label: `3.`, `一是`.
fn label_end(text: &[Run]) -> usize {
    let Some(first) = text.first().filter(|run| run.binding.is_none()) else { return 0 };
    let is_label = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（）()、.．是".contains(c);
    let length = first.text.trim_end().chars().count();
    if length <= LABEL_MAX && first.text.trim_end().chars().all(is_label) { length } else { 0 }
}

/// Characters of the longest label.
const LABEL_MAX: usize = 6;

pub(super) type Change = Replacement<(ChangeKind, String)>;

fn change(start: usize, end: usize, after: String, kind: ChangeKind, reason: &str) -> Change {
    Replacement { start, end, after, tag: (kind, reason.to_owned()) }
}

/// A paragraph or cell that is left out whole, with its label.
pub(super) fn left_out(text: &[Run], decided: &Decided) -> Change {
    let length = text.iter().map(|run| run.text.chars().count()).sum();
    let reason = decided.reason.map_or("按规定不予公开", WithholdReason::word);
    change(label_end(text), length, placeholder(decided.serial) + "。", ChangeKind::Withheld, reason)
}

/// A row of a table that is left out: its number stays, its first words say so, the rest is empty.
pub(super) fn left_out_row(row: &[Text], decided: &Decided) -> Vec<Option<Change>> {
    let is_number = |cell: &Text| cell.iter().all(|run| run.text.chars().all(|c| c.is_ascii_digit()));
    let mut said = false;
    row.iter()
        .map(|cell| {
            let length = cell.iter().map(|run| run.text.chars().count()).sum();
            if is_number(cell) {
                return None;
            }
            let after = if said { "—".to_owned() } else { placeholder(decided.serial) };
            said = true;
            let reason = decided.reason.map_or("按规定不予公开", WithholdReason::word);
            Some(change(0, length, after, ChangeKind::Withheld, reason))
        })
        .collect()
}

/// What decisions change inside a text that is about several findings, or about one that is published in part.
pub(super) fn inside(text: &[Run], decided: &Decisions) -> Vec<Change> {
    let mut out = Vec::new();
    let mut start = 0;
    for run in text {
        let end = start + run.text.chars().count();
        if let Some(one) = decision(run, decided).filter(|_| end > start) {
            let field = finding_of(run).map(|(_, field)| field).unwrap_or_default();
            out.extend(
                match one.publish {
                    Publish::Full => None,
                    Publish::Withheld => Some((placeholder(one.serial), ChangeKind::Withheld)),
                    Publish::Redacted => redacted(one, field, &run.text).map(|after| (after, ChangeKind::Wording)),
                }
                .filter(|(after, _)| *after != run.text)
                .map(|(after, kind)| {
                    let reason = one.reason.map_or("该事项部分公开", WithholdReason::word);
                    change(start, end, after, kind, reason)
                }),
            );
        }
        start = end;
    }
    out
}

/// What stands for a field of a finding that is published in part.
fn redacted(decided: &Decided, field: &str, text: &str) -> Option<String> {
    match field {
        "名称" | "原文" | "具体表现" => decided.wording.clone(),
        "金额" => Some("××".to_owned()),
        "牵头部门" | "配合部门" => Some("有关部门".to_owned()),
        "责任领导" | "责任人" => {
            let names = text.split('、');
            let name = |name: &str| if is_person_name(name) { masked_name(name) } else { name.to_owned() };
            Some(names.map(name).collect::<Vec<_>>().join("、"))
        }
        _ => None,
    }
}
