//! Blocks that share the orientation of their pages.

use super::official::{Block, BlockKind, Official};

/// Blocks from one page break to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<'a> {
    pub blocks: &'a [Block],
    /// Its pages lie on their side.
    pub turned: bool,
}

impl Official {
    /// A new stretch begins at a page break and at an attachment; a wide table turns its own pages.
    pub fn stretches(&self) -> Vec<Stretch<'_>> {
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
}
