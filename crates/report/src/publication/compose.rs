//! Makes the public version of a document: what is withheld goes, persons are masked, what people redacted by hand
//! is replaced, and each of these places is told with its reason. The same input always gives the same text.

use super::mask::{MaskKind, MaskNames, masks};
use super::replacement::{Replacement, add, occurrences, replaced};
use super::withheld::{Change, Decisions, inside, left_out, left_out_row, only_withheld, section_end};
use document::Official;
use document::official::{Block, BlockKind, Table, Text, plain};
use std::ops::Range;

/// Why a place differs from the internal version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    Withheld,
    /// The public wording of a finding that is published in part.
    Wording,
    Mask(MaskKind),
    /// Redacted by hand.
    Manual,
    /// Left open by hand where the fixed masking would have closed it.
    Restored,
}

impl ChangeKind {
    const NAMES: [(Self, &'static str); 9] = [
        (Self::Withheld, "withheld"),
        (Self::Wording, "wording"),
        (Self::Mask(MaskKind::Name), "name"),
        (Self::Mask(MaskKind::Phone), "phone"),
        (Self::Mask(MaskKind::Identity), "identity"),
        (Self::Mask(MaskKind::BankCard), "bank_card"),
        (Self::Mask(MaskKind::Address), "address"),
        (Self::Manual, "manual"),
        (Self::Restored, "restored"),
    ];

    /// The name wherever it is written down.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("manual", |(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, one)| *one == name).map(|(kind, _)| *kind)
    }
}

/// Where a redaction was made by hand, in the internal version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RedactedPlace {
    pub block: usize,
    pub cell: Option<(usize, usize)>,
    /// Characters.
    pub start: usize,
}

/// Words that somebody redacts, or leaves open (`after` is `before` then), in one place or wherever they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// Without, wherever the words stand.
    pub place: Option<RedactedPlace>,
    pub before: String,
    pub after: String,
    pub reason: String,
}

/// What decides over the public version.
pub struct PublicTerms<'a> {
    pub decided: &'a Decisions,
    pub names: &'a MaskNames,
    pub redactions: &'a [Redaction],
    /// How many findings are left out, and why.
    pub statement: Option<&'a str>,
}

/// A place of the public version that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicChange {
    /// In the internal version.
    pub block: usize,
    pub cell: Option<(usize, usize)>,
    /// Characters of the internal paragraph or cell.
    pub start: usize,
    pub end: usize,
    pub before: String,
    pub after: String,
    pub kind: ChangeKind,
    pub reason: String,
}

/// What stands side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRow {
    /// Blocks of the internal version; empty where the public one says more.
    pub internal: Range<usize>,
    /// Block of the public version; none where it is left out.
    pub public: Option<usize>,
    pub changes: Vec<PublicChange>,
}

/// The public version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicText {
    pub official: Official,
    pub rows: Vec<PublicRow>,
    /// Numbers of redactions whose words are not there.
    pub lost: Vec<usize>,
}

/// The binding beside which the statement stands.
const COUNT: &str = "统计.问题数";

/// Makes the public version.
pub fn publish(internal: &Official, terms: &PublicTerms<'_>) -> PublicText {
    let mut out = PublicText::default();
    let mut applied = vec![false; terms.redactions.len()];
    let blocks = &internal.blocks;
    let mut statement = terms.statement;
    let beside = blocks.iter().position(counts).or_else(|| blocks.iter().position(closes).map(|at| at.max(1) - 1));
    let mut at = 0;
    while at < blocks.len() {
        let end = out.put(blocks, at, terms, &mut applied);
        if beside.is_some_and(|beside| (at..end).contains(&beside)) {
            out.state(statement.take(), end);
        }
        at = end;
    }
    out.state(statement.take(), blocks.len());
    out.lost = (0..applied.len()).filter(|n| !applied[*n]).collect();
    out
}

fn counts(block: &Block) -> bool {
    let Block::Paragraph { kind: BlockKind::Body, text } = block else { return false };
    text.iter().any(|run| run.binding.as_deref().is_some_and(|to| to.split('|').next() == Some(COUNT)))
}

fn closes(block: &Block) -> bool {
    matches!(block, Block::Paragraph { kind: BlockKind::Signature | BlockKind::Date, .. })
}

/// The note that proves the internal version is no part of the public one.
fn is_check_code(block: &Block) -> bool {
    matches!(block, Block::Paragraph { kind: BlockKind::Note, text } if plain(text).starts_with("（校验码："))
}

impl PublicText {
    fn push(&mut self, internal: Range<usize>, block: Option<Block>, changes: Vec<PublicChange>) {
        let public = block.map(|block| {
            self.official.blocks.push(block);
            self.official.blocks.len() - 1
        });
        self.rows.push(PublicRow { internal, public, changes });
    }

    fn state(&mut self, statement: Option<&str>, at: usize) {
        if let Some(statement) = statement {
            self.push(at..at, Some(Block::unbound(BlockKind::Body, statement)), Vec::new());
        }
    }

    /// Puts what stands for a block, or for a whole section; returns where the next begins.
    fn put(&mut self, blocks: &[Block], at: usize, terms: &PublicTerms<'_>, applied: &mut [bool]) -> usize {
        match &blocks[at] {
            block if is_check_code(block) => self.push(at..at + 1, None, Vec::new()),
            Block::Paragraph { kind, text } => {
                if let Some(decided) = only_withheld(text, terms.decided) {
                    let end = section_end(blocks, at);
                    let change = left_out(text, decided);
                    let block = Block::Paragraph { kind: *kind, text: replaced(text, std::slice::from_ref(&change)) };
                    self.push(at..end, Some(block), vec![told(at, None, text, &change)]);
                    return end;
                }
                let all = all_changes(text, at, None, terms, applied);
                let block = Block::Paragraph { kind: *kind, text: replaced(text, &all) };
                let changes = all.iter().map(|one| told(at, None, text, one)).collect();
                self.push(at..at + 1, Some(block), changes);
            }
            Block::Table(table) => {
                let (table, changes) = public_table(table, at, terms, applied);
                self.push(at..at + 1, Some(Block::Table(table)), changes);
            }
            Block::PageBreak => self.push(at..at + 1, Some(Block::PageBreak), Vec::new()),
        }
        at + 1
    }
}

fn public_table(table: &Table, at: usize, terms: &PublicTerms<'_>, applied: &mut [bool]) -> (Table, Vec<PublicChange>) {
    let mut out = Table { rows: Vec::new(), ..table.clone() };
    let mut told_all = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let whole: Text = row.iter().flatten().cloned().collect();
        let left = only_withheld(&whole, terms.decided).map(|decided| left_out_row(row, decided));
        let mut cells = Vec::new();
        for (column, cell) in row.iter().enumerate() {
            let place = Some((number, column));
            let all: Vec<Change> = match &left {
                Some(changes) => changes.get(column).cloned().flatten().into_iter().collect(),
                None => all_changes(cell, at, place, terms, applied),
            };
            told_all.extend(all.iter().map(|one| told(at, place, cell, one)));
            cells.push(replaced(cell, &all));
        }
        out.rows.push(cells);
    }
    (out, told_all)
}

fn told(block: usize, cell: Option<(usize, usize)>, text: &Text, change: &Change) -> PublicChange {
    let before = plain(text).chars().skip(change.start).take(change.end - change.start).collect();
    let (kind, reason) = change.tag.clone();
    PublicChange {
        block,
        cell,
        start: change.start,
        end: change.end,
        before,
        after: change.after.clone(),
        kind,
        reason,
    }
}

/// Decisions come first, then what people did by hand, then the fixed masking.
fn all_changes(
    text: &Text,
    block: usize,
    cell: Option<(usize, usize)>,
    terms: &PublicTerms<'_>,
    applied: &mut [bool],
) -> Vec<Change> {
    let mut all = inside(text, terms.decided);
    for (number, redaction) in terms.redactions.iter().enumerate() {
        let found = by_hand(text, block, cell, redaction);
        applied[number] |= !found.is_empty();
        add(&mut all, found);
    }
    let mask = |mask: super::Mask| Replacement {
        start: mask.start,
        end: mask.end,
        after: mask.after,
        tag: (ChangeKind::Mask(mask.kind), mask.kind.reason().to_owned()),
    };
    add(&mut all, masks(&plain(text), terms.names).into_iter().map(mask));
    all
}

fn by_hand(text: &Text, block: usize, cell: Option<(usize, usize)>, redaction: &Redaction) -> Vec<Change> {
    let here = |start: usize| match redaction.place {
        None => true,
        Some(place) => (place.block, place.cell, place.start) == (block, cell, start),
    };
    let kind = if redaction.after == redaction.before { ChangeKind::Restored } else { ChangeKind::Manual };
    occurrences(text, &redaction.before)
        .into_iter()
        .filter(|(start, _)| here(*start))
        .map(|(start, end)| Replacement {
            start,
            end,
            after: redaction.after.clone(),
            tag: (kind, redaction.reason.clone()),
        })
        .collect()
}

#[cfg(test)]
#[path = "compose_tests.rs"]
mod tests;
