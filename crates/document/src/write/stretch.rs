//! Blocks that share the orientation of their pages, and the documents of a file.

use super::form::{Form, copies_line};
use super::official::{Block, BlockKind, Official};

/// Blocks from one page break to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    pub blocks: &'a [Block],
    /// Its pages lie on their side.
    pub turned: bool,
}

/// One document of a file: a batch of letters has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    pub form: Form,
    pub blocks: &'a [Block],
    /// Number of its first block in the file.
    pub first: usize,
}

impl Official {
    /// A page break begins the next document where each has a head of its own; else all is one.
    pub fn parts(&self) -> Vec<Part<'_>> {
        if self.form == Form::Plain {
            return vec![Part { form: Form::Plain, blocks: &self.blocks, first: 0 }];
        }
        let mut out = Vec::new();
        let mut from = 0;
        for to in 1..=self.blocks.len() {
            if to < self.blocks.len() && self.blocks.get(to) != Some(&Block::PageBreak) {
                continue;
            }
            let form = self.form.numbered(out.len());
            out.push(Part { form, blocks: self.blocks.get(from..to).unwrap_or_default(), first: from });
            from = to;
        }
        if out.is_empty() {
            out.push(Part { form: self.form.clone(), blocks: &[], first: 0 });
        }
        out
    }
}

impl<'a> Part<'a> {
    /// A new stretch begins at a page break and at an attachment; a wide table turns its own pages.
    pub fn stretches(&self) -> Vec<Stretch<'a>> {
        let begins =
            |block: &Block| matches!(block, Block::PageBreak | Block::Paragraph { kind: BlockKind::PageMark, .. });
        let mut from = 0;
        let mut out = Vec::new();
        for to in 1..=self.blocks.len() {
            if to < self.blocks.len() && !begins(&self.blocks[to]) {
                continue;
            }
            let blocks = &self.blocks[from..to];
            let turned = blocks.iter().any(|block| matches!(block, Block::Table(table) if table.landscape));
            out.push(Stretch { blocks, turned });
            from = to;
        }
        out
    }

    /// Texts of the paragraphs above the first block, in their order.
    pub fn head_texts(&self) -> Vec<String> {
        super::head::texts(&self.form)
    }

    /// Texts of the paragraphs below the last block.
    pub fn foot_texts(&self) -> Vec<String> {
        let imprint = self.form.imprint();
        let main = imprint.addressees.map(|main| format!("主送：{}", main.trim()));
        let copies = imprint.copies.map(|copies| copies_line(&copies));
        let printed = imprint.printed.map(|printed| [printed.by, format!("{}印发", printed.on)]);
        main.into_iter().chain(copies).chain(printed.into_iter().flatten()).collect()
    }
}
