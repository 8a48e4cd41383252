//! How much memory reading may take: four times the file and 64 MiB, whatever the file claims to be.

use crate::Paragraph;

const MIB: usize = 1024 * 1024;
/// What is left of 64 MiB beside the program itself, the library and buffers.
const BASE: usize = 50 * MIB;
/// Four times the file, of which the file itself is one.
const RATIO: usize = 3;
/// A block on the heap takes so much more than is asked for, and is at least this big.
const BLOCK_EXTRA: usize = 8;
const BLOCK_MIN: usize = 32;
/// No run of characters in XML is this long between two tags; Word and Excel end cells and runs far earlier.
pub(super) const RUN_MAX: usize = 4 * MIB;
/// Parts that are kept as a whole (styles, numbering, names of sheets) may unpack to this.
pub(super) const PART_MAX: u64 = 8 * MIB as u64;

/// Bytes that may be kept beside the file.
pub(super) fn budget(input: usize) -> usize {
    RATIO * input + BASE
}

/// Bytes that a text on the heap takes.
pub(super) fn text(length: usize) -> usize {
    (length + BLOCK_EXTRA).next_multiple_of(16).max(BLOCK_MIN)
}

/// Bytes that a paragraph takes.
pub(super) fn paragraph(p: &Paragraph) -> usize {
    let label = p.label.as_ref().map_or(0, |label| text(label.text.len()));
    let pieces = if p.pieces.is_empty() { 0 } else { text(std::mem::size_of_val(p.pieces.as_slice())) };
    size_of::<Paragraph>() + text(p.text.len()) + label + pieces
}
