//! The paragraphs that say how long a publication stands and where the public may turn.

use document::Official;
use document::official::{Block, BlockKind};

/// The public version as a file: nothing bound, nothing carried unseen, the notice before the signature.
pub fn with_notice(public: &Official, notice: &[(&str, String)]) -> Official {
    let mut blocks: Vec<Block> = public.blocks.iter().map(unbound).collect();
    let signature = |block: &Block| matches!(block, Block::Paragraph { kind: BlockKind::Signature, .. });
    let at = blocks.iter().position(signature).unwrap_or(blocks.len());
    let lines = notice.iter().map(|(name, value)| Block::unbound(BlockKind::Body, format!("{name}：{value}")));
    blocks.splice(at..at, lines);
    Official { blocks, ..Official::default() }
}

fn unbound(block: &Block) -> Block {
    let mut block = block.clone();
    match &mut block {
        Block::Paragraph { text, .. } => text.iter_mut().for_each(|run| run.binding = None),
        Block::Table(table) => table.rows.iter_mut().flatten().flatten().for_each(|run| run.binding = None),
        Block::PageBreak => {}
    }
    block
}
